import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { paymentQueries, type PayerStanding } from '../../../../db/queries/dues/payments'
import {
  MONTHS_AHEAD,
  NAMED_IN_QUESTION,
  paymentQuestionSchema,
  type Payer,
  type PaymentCheck,
  type PaymentQuestion,
  type PaymentRequest,
} from '../../../../shared/contract/dues/payments'
import { failure } from '../../../../shared/contract/errors'
import type { Day, Month } from '../../../../shared/model/date'
import type { ChosenMonth } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { addMonths } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { requireMoneyDay } from './entry'

export interface PlannedPayment extends Payer {
  readonly payer: PayerStanding
}

const isMember = ({ status }: PayerStanding) => status === 'active' || status === 'kept'

/** Paid beyond what is owed. */
const aheadOf = ({ amount, payer }: PlannedPayment) => Math.max(0, amount - Math.max(0, payer.balance))

/** The payments that a request comes to. Throws as `payments.record` of the contract says. */
export function planPayments(db: BranchDatabase, request: PaymentRequest, today: Day): PlannedPayment[] {
  requireMoneyDay(db, request.paidOn, today)
  const payments = 'payers' in request ? request.payers.map((payer) => planned(db, payer)) : alike(db, request)
  if (payments.length === 0) throw failure('NOTHING_OWED')
  const left = payments.filter((payment) => !isMember(payment.payer) && aheadOf(payment) > 0)
  if (left.length > 0) throw failure('MEMBER_LEFT', { members: left.length })
  return payments
}

/** What the payments would do, and what to ask before. */
export function checkPayments(db: BranchDatabase, request: PaymentRequest, today: Day): PaymentCheck {
  const payments = planPayments(db, request, today)
  const ahead = payments.filter((payment) => aheadOf(payment) > 0)
  const [first] = ahead
  const asks: Readonly<Record<PaymentQuestion, (payment: PlannedPayment) => boolean>> = {
    left: ({ payer }) => !isMember(payer),
    twice: ({ memberId, amount }) =>
      paymentQueries(db).isPaidAlready.get({ memberId, amount, paidOn: request.paidOn }) === 1,
    large: largeAsker(db),
  }
  return {
    members: payments.length,
    amount: sumOf(payments),
    ahead:
      first === undefined
        ? null
        : {
            members: ahead.length,
            amount: sumOf(ahead.map((payment) => ({ amount: fenSchema.parse(aheadOf(payment)) }))),
            from: payments.length === 1 ? monthAfterCharges(db, first.memberId) : null,
          },
    questions: paymentQuestionSchema.options.flatMap((question) => {
      const asked = payments.filter(asks[question])
      const rows = asked.slice(0, NAMED_IN_QUESTION)
      return asked.length === 0
        ? []
        : {
            question,
            members: asked.length,
            rows: rows.map(({ memberId, amount, payer }) => ({ memberId, amount, name: payer.name })),
          }
    }),
  }
}

function alike(
  db: BranchDatabase,
  { memberIds, amount }: { readonly memberIds: readonly MemberId[]; readonly amount: Fen | null },
): PlannedPayment[] {
  return [...new Set(memberIds)].flatMap((memberId) => {
    const payer = requirePayer(db, memberId)
    const paid = amount ?? payer.balance
    return paid > 0 ? [{ memberId, amount: paid, chosenMonths: null, payer }] : []
  })
}

function planned(db: BranchDatabase, { memberId, amount, chosenMonths }: Payer): PlannedPayment {
  const payer = requirePayer(db, memberId)
  if (chosenMonths !== null) requireOpen(db, memberId, chosenMonths)
  return { memberId, amount, chosenMonths, payer }
}

/** Throws NOT_FOUND. */
export function requirePayer(db: BranchDatabase, memberId: MemberId): PayerStanding {
  const payer = paymentQueries(db).payer.get(memberId)
  if (payer === undefined) throw failure('NOT_FOUND')
  return payer
}

/** Throws MORE_THAN_OPEN for the first month of which more is chosen than is open. */
export function requireOpen(db: BranchDatabase, memberId: MemberId, chosen: readonly ChosenMonth[]): void {
  const { months } = allocate(duesEntryQueries(db).ledger(memberId))
  const open = new Map<Month, number>(months.map((month) => [month.month, month.open]))
  for (const { month, amount } of chosen) {
    const rest = (open.get(month) ?? 0) - amount
    if (rest < 0) throw failure('MORE_THAN_OPEN', { month })
    open.set(month, rest)
  }
}

/** Who was never charged is measured by the highest dues of anybody. */
function largeAsker(db: BranchDatabase): (payment: PlannedPayment) => boolean {
  const { highestCharge, highestChargeOfAll } = paymentQueries(db)
  let ofAll: Fen | null | undefined
  return (payment) => {
    const ahead = aheadOf(payment)
    if (ahead === 0) return false
    const highest = highestCharge.get(payment.memberId) ?? (ofAll ??= highestChargeOfAll.get() ?? null)
    return highest !== null && ahead > MONTHS_AHEAD * highest
  }
}

function monthAfterCharges(db: BranchDatabase, memberId: MemberId): Month | null {
  const last = allocate(duesEntryQueries(db).ledger(memberId)).months.at(-1)
  return last === undefined ? null : addMonths(last.month, 1)
}
