import { daySchema, type Day } from '../../../../shared/model/date'
import type { PaymentMethod } from '../../../../shared/model/dues'
import type { Fen } from '../../../../shared/model/money'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan } from '../../../components/yuan'

/** A payment as typed. */
export interface PaymentDraft {
  /** All that each member owes, or the same amount of each. */
  readonly of: 'owed' | 'amount'
  readonly amount: string
  readonly method: PaymentMethod
  readonly paidOn: string
  readonly note: string
}

export type PaymentProblem = 'amount' | 'paidOn' | 'future'

interface ReadPayment {
  /** Null while something cannot be read. */
  readonly payment: {
    readonly amount: Fen | null
    readonly paidOn: Day
    readonly method: PaymentMethod
    readonly note: string | null
  } | null
  readonly problems: ReadonlySet<PaymentProblem>
}

export function newPaymentDraft(today: Day): PaymentDraft {
  return { of: 'owed', amount: '', method: 'cash', paidOn: today, note: '' }
}

/** Reads a draft; money cannot have been received after today. */
export function readPaymentDraft(draft: PaymentDraft, today: Day): ReadPayment {
  const problems = new Set<PaymentProblem>()
  const amount = draft.of === 'owed' ? null : parseYuan(draft.amount)
  if (draft.of === 'amount' && (amount === null || amount <= 0)) problems.add('amount')
  const paidOn = daySchema.safeParse(parsePartialDate(draft.paidOn)).data
  if (paidOn === undefined) problems.add('paidOn')
  else if (paidOn > today) problems.add('future')
  const payment =
    paidOn === undefined || problems.size > 0
      ? null
      : { amount, paidOn, method: draft.method, note: draft.note.trim() || null }
  return { payment, problems }
}
