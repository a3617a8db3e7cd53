import type { Day, Month } from '../../model/date'
import type { ChosenMonth } from '../../model/dues'
import { duesEntryIdSchema, newId } from '../../model/id'
import { fenSchema, type Fen } from '../../model/money'
import { addMonths } from '../date'
import { allocate, type LedgerLine } from './allocation'
import { opposite } from './ledger'

/** What a payment would pay. */
export interface PaymentPreview {
  readonly covers: readonly ChosenMonth[]
  /** Carried for later months. */
  readonly left: Fen
  /** The first month that it counts for: the one after the last charged; null for who was never charged. */
  readonly from: Month | null
}

/** What a payment would pay if it were recorded next in a member's ledger. */
export function previewPayment(
  lines: readonly LedgerLine[],
  payment: { readonly amount: Fen; readonly paidOn: Day; readonly chosenMonths: readonly ChosenMonth[] | null },
): PaymentPreview {
  const line: LedgerLine = {
    id: newId(duesEntryIdSchema),
    kind: 'payment',
    amount: opposite(payment.amount),
    month: null,
    paidOn: payment.paidOn,
    chosenMonths: payment.chosenMonths === null ? null : [...payment.chosenMonths],
    reversesId: null,
  }
  const { payments, months } = allocate([...lines, line])
  const paid = payments.at(-1)
  const last = months.at(-1)
  return {
    covers: paid?.covers ?? [],
    left: paid?.left ?? fenSchema.parse(0),
    from: last === undefined ? null : addMonths(last.month, 1),
  }
}
