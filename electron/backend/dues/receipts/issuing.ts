import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { receiptQueries } from '../../../../db/queries/dues/receipts'
import { memberQueries } from '../../../../db/queries/members'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesReceiptIdSchema, newId, type BatchId, type DuesEntryId } from '../../../../shared/model/id'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { writeRows } from '../../write-rows'

/** Who issues a receipt, and when. */
export interface Issue {
  readonly issuedOn: Day
  /** Null leaves the place for the signature empty. */
  readonly issuer: string | null
}

/**
 * Issues the receipt of a payment within the write that is going on, so that number and payment stand or fall together:
 * the number follows the last one of its year. Throws NO_RECEIPT_POSSIBLE for what is no payment that stands, or has a valid receipt.
 */
export function issueReceipt(db: BranchDatabase, entry: DuesEntry, { issuedOn, issuer }: Issue): DuesReceipt {
  const { hasValid, insert, lastNumber } = receiptQueries(db)
  const { isReversed, ledger } = duesEntryQueries(db)
  const { id, kind, memberId, method, paidOn } = entry
  const payer = memberQueries(db).nameOf.get(memberId)
  const stands = kind === 'payment' && isReversed.get(id) === 0 && hasValid.get(id) === 0
  if (!stands || payer === undefined || method === null || paidOn === null) throw failure('NO_RECEIPT_POSSIBLE')
  const series = issuedOn.slice(0, 4)
  const { covers = [] } = allocate(ledger(memberId)).payments.find(({ entryId }) => entryId === id) ?? {}
  const receipt: DuesReceipt = {
    id: newId(duesReceiptIdSchema),
    series,
    number: (lastNumber.get(series) ?? 0) + 1,
    entryId: id,
    memberId,
    payer,
    amount: opposite(entry.amount),
    method,
    paidOn,
    months: [...covers],
    issuedOn,
    issuer,
    voidedOn: null,
    voidReason: null,
  }
  insert(receipt)
  return receipt
}

/** Issues receipts for payments that have none, as one batch, see the contract. */
export async function issueReceipts(db: BranchDatabase, entryIds: readonly DuesEntryId[], issuer: string | null) {
  const { entry } = duesEntryQueries(db)
  const entries = [...new Set(entryIds)].map((id) => {
    const line = entry(id)
    if (line === undefined) throw failure('NOT_FOUND')
    return line
  })
  const issuedOn = dayOf(new Date())
  const receipts: DuesReceipt[] = []
  const batchId: BatchId = await writeRows(db, { kind: 'receipt', title: issuedOn }, entries, (line) => {
    receipts.push(issueReceipt(db, line, { issuedOn, issuer }))
  })
  const [first] = receipts
  const last = receipts.at(-1)
  return {
    batchId,
    receiptIds: receipts.map(({ id }) => id),
    from: first === undefined ? '' : receiptNumber(first),
    until: last === undefined ? '' : receiptNumber(last),
    amount: sumOf(receipts),
  }
}
