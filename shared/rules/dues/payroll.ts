import type { Month } from '../../model/date'
import type { ChosenMonth } from '../../model/dues'
import { fenSchema, type Fen } from '../../model/money'
import type { PayrollBasket, PayrollDecision, PayrollDifference } from '../../model/payroll'
import type { MonthSpan } from './stated-months'

/** What a deduction list says of one person, or the ledger of one who does not stand on it, before it is sorted. */
export interface PayrollSum {
  /** Whether it is known who it is. */
  readonly isKnown: boolean
  /** How often the person stands on the list; several lines count as their sum. */
  readonly lines: number
  /** Whether some amount cannot be read. */
  readonly isUnreadable: boolean
  /** Not a member any more: left, moved on, deceased. */
  readonly hasLeft: boolean
  /** What the ledger has open for the list's months, but for what this list itself paid. */
  readonly open: Fen
  readonly deducted: Fen
  /** What of the list is entered for the person. */
  readonly posted: Fen
  /** What the person owes now over all months. */
  readonly owed: Fen
  readonly decision: PayrollDecision | null
}

/** Into which of the five baskets a person belongs. */
export function basketOf({
  isKnown,
  lines,
  isUnreadable,
  hasLeft,
  open,
  deducted,
}: Omit<PayrollSum, 'posted' | 'owed' | 'decision'>): PayrollBasket {
  if (!isKnown || isUnreadable) return 'unknown'
  if (lines === 0) return 'missing'
  if (hasLeft) return 'left'
  return deducted === open ? 'matched' : 'amountChanged'
}

/**
 * What posting enters for a person now, beyond what is entered: the whole sum where the amount is right and nobody left
 * it out, or where somebody said so; of who has left only what pays old debts. Never a sum below zero, which would be a
 * refund.
 */
export function amountToPost(sum: PayrollSum): Fen {
  const basket = basketOf(sum)
  const isWanted =
    basket === 'matched'
      ? sum.decision !== 'leaveOut'
      : (basket === 'amountChanged' || basket === 'left') && sum.decision === 'post'
  const amount = isWanted ? sum.deducted - sum.posted : 0
  return fenSchema.parse(Math.max(0, basket === 'left' ? Math.min(amount, sum.owed) : amount))
}

/** Whether a person's lines wait for somebody to say what becomes of them. */
export function isUndecided(sum: PayrollSum): boolean {
  const basket = basketOf(sum)
  if (basket === 'matched' || basket === 'missing' || sum.decision !== null) return false
  return sum.posted === 0 && (sum.deducted !== 0 || sum.isUnreadable)
}

/** The months a deduction pays: what is open of the list's months, oldest first, as far as it reaches. */
export function monthsPaid(open: readonly ChosenMonth[], amount: Fen): ChosenMonth[] {
  let left: number = amount
  return open.flatMap((chosen) => {
    const paid = Math.min(left, chosen.amount)
    left -= paid
    return paid > 0 ? [{ month: chosen.month, amount: fenSchema.parse(paid) }] : []
  })
}

/** Why the list deducted something else than the ledger expects; the amounts add up to the difference. */
export function deductionDifferences(sums: readonly PayrollSum[]): PayrollDifference[] {
  return differencesOf(sums, (sum) => {
    const amount = sum.deducted - sum.open
    switch (basketOf(sum)) {
      case 'matched':
        return null
      case 'amountChanged':
        return { kind: amount < 0 ? 'less' : 'more', amount }
      case 'missing':
        return { kind: 'missing', amount }
      case 'unknown':
        return { kind: 'unknown', amount }
      case 'left':
        return { kind: 'left', amount }
    }
  })
}

/** Why something else is booked than the list deducted; the amounts add up to the difference. */
export function bookingDifferences(sums: readonly PayrollSum[]): PayrollDifference[] {
  return differencesOf(sums, (sum) => {
    const amount = sum.posted - sum.deducted
    if (amount === 0) return null
    if (basketOf(sum) === 'unknown') return { kind: 'unknown', amount }
    if (sum.decision === 'leaveOut') return { kind: 'leftOut', amount }
    if (sum.deducted < 0) return { kind: 'negative', amount }
    return { kind: amountToPost(sum) > 0 ? 'toPost' : 'undecided', amount }
  })
}

function differencesOf(
  sums: readonly PayrollSum[],
  differenceOf: (sum: PayrollSum) => { readonly kind: PayrollDifference['kind']; readonly amount: number } | null,
): PayrollDifference[] {
  const found = new Map<PayrollDifference['kind'], { people: number; amount: number }>()
  for (const sum of sums) {
    const difference = differenceOf(sum)
    if (difference === null || difference.amount === 0) continue
    const known = found.get(difference.kind) ?? { people: 0, amount: 0 }
    found.set(difference.kind, { people: known.people + 1, amount: known.amount + difference.amount })
  }
  return [...found].map(([kind, { people, amount }]) => ({ kind, people, amount: fenSchema.parse(amount) }))
}

/** More than this for a month of one person is a slip of the pen: dues of 0.5 % of a pay of 200,000 yuan. */
const ABSURD_A_MONTH = fenSchema.parse(100_000)

/** Whether an amount is so large, or so far below zero, that somebody has to look at it. */
export function isAbsurd(amount: Fen, months: number): boolean {
  return Math.abs(amount) > ABSURD_A_MONTH * months
}

/** The months of a span, both ends included. */
export function monthsIn({ from, until }: MonthSpan): number {
  return monthNumber(until) - monthNumber(from) + 1
}

const monthNumber = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
