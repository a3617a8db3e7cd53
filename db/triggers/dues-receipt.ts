/** What stands on a paper that was given out. */
const printed = ['id', 'series', 'number', 'payer', 'amount', 'method', 'paid_on', 'months', 'issued_on', 'issuer']

const changed = (columns: readonly string[]) =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')

/**
 * Keeps receipts as they were given out: numbered on without a gap, one that is valid a payment, never deleted, voided
 * once. Only where two records of one person are merged, or taken apart again, a receipt goes along with its payment.
 */
export function duesReceiptTriggers(): Record<string, string> {
  const refuse = (why: string) => `BEGIN SELECT RAISE(ABORT, 'dues_receipt ${why}'); END`
  return {
    dues_receipt_gapless: `BEFORE INSERT ON dues_receipt
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM dues_receipt WHERE series = NEW.series)
${refuse('is numbered on without a gap')}`,
    dues_receipt_of_payment: `BEFORE INSERT ON dues_receipt
WHEN NOT EXISTS (SELECT 1 FROM dues_entry WHERE id = NEW.entry_id AND member_id = NEW.member_id
  AND kind = 'payment' AND amount = -NEW.amount)
${refuse('is of a payment and its amount')}`,
    dues_receipt_once: `BEFORE INSERT ON dues_receipt
WHEN EXISTS (SELECT 1 FROM dues_receipt WHERE entry_id = NEW.entry_id AND voided_on IS NULL)
${refuse('is there for this payment')}`,
    dues_receipt_kept: `BEFORE UPDATE ON dues_receipt
WHEN ${changed(printed)} OR (OLD.voided_on IS NOT NULL AND (${changed(['voided_on', 'void_reason'])}))
  OR ((${changed(['entry_id', 'member_id'])}) AND coalesce(write_batch_kind(), '') NOT IN ('merge', 'undo'))
${refuse('is kept as it was given out')}`,
    dues_receipt_undeleted: `BEFORE DELETE ON dues_receipt ${refuse('is voided, never deleted')}`,
  }
}
