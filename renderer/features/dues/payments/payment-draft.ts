import type { PaymentRequest } from '../../../../shared/contract/dues/payments'
import { daySchema, monthSchema, type Day, type Month } from '../../../../shared/model/date'
import type { ChosenMonth, PaymentMethod } from '../../../../shared/model/dues'
import { memberIdSchema, type MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** Amounts as typed, by month or member; who or what is not ticked is not in it. */
export type TypedAmounts = Readonly<Record<string, string>>

/** A payment as typed. */
export interface PaymentDraft {
  /** All that each member owes, the same amount of each, chosen months of one member, or of each an amount of its own. */
  readonly of: 'owed' | 'amount' | 'months' | 'each'
  readonly amount: string
  readonly months: TypedAmounts
  readonly each: TypedAmounts
  readonly method: PaymentMethod
  readonly paidOn: string
  readonly note: string
}

export type PaymentProblem = 'amount' | 'months' | 'each' | 'paidOn' | 'future'

interface ReadPayment {
  /** Null while something cannot be read. */
  readonly request: PaymentRequest | null
  readonly problems: ReadonlySet<PaymentProblem>
}

/** A month with what is open of it. */
export interface OpenMonth {
  readonly month: Month
  readonly open: Fen
}

export function newPaymentDraft(today: Day): PaymentDraft {
  return { of: 'owed', amount: '', months: {}, each: {}, method: 'cash', paidOn: today, note: '' }
}

/** Reads a draft; money cannot have been received after today. */
export function readPaymentDraft(
  draft: PaymentDraft,
  memberIds: readonly MemberId[],
  open: readonly OpenMonth[],
  today: Day,
): ReadPayment {
  const problems = new Set<PaymentProblem>()
  const paidOn = readDay(draft.paidOn, today)
  if (paidOn.problem !== null) problems.add(paidOn.problem)
  const what = readAmounts(draft, memberIds, open)
  if (what === null && draft.of !== 'owed') problems.add(draft.of)
  const request =
    paidOn.day === null || what === null || problems.size > 0
      ? null
      : { ...what, paidOn: paidOn.day, method: draft.method, note: draft.note.trim() || null }
  return { request, problems }
}

/** Reads the day on which money moved. */
export function readDay(
  text: string,
  today: Day,
): { readonly day: Day | null; readonly problem: 'paidOn' | 'future' | null } {
  const day = daySchema.safeParse(parsePartialDate(text)).data
  if (day === undefined) return { day: null, problem: 'paidOn' }
  return day > today ? { day: null, problem: 'future' } : { day, problem: null }
}

function readAmounts(draft: PaymentDraft, memberIds: readonly MemberId[], open: readonly OpenMonth[]) {
  switch (draft.of) {
    case 'owed':
      return { memberIds: [...memberIds], amount: null }
    case 'amount': {
      const amount = parseSum(draft.amount)
      return amount === null ? null : { memberIds: [...memberIds], amount }
    }
    case 'months': {
      const chosenMonths = readMonths(draft.months, open)
      const [memberId] = memberIds
      if (chosenMonths === null || memberId === undefined) return null
      return { payers: [{ memberId, amount: sumOf(chosenMonths), chosenMonths }] }
    }
    case 'each': {
      const payers = Object.entries(draft.each).flatMap(([id, text]) =>
        text.trim() === '' ? [] : [{ memberId: memberIdSchema.parse(id), amount: parseSum(text) }],
      )
      const read = payers.flatMap(({ memberId, amount }) =>
        amount === null ? [] : [{ memberId, amount, chosenMonths: null }],
      )
      return read.length === 0 || read.length < payers.length ? null : { payers: read }
    }
  }
}

/** Reads ticked months; null where none is, or one holds no amount up to what is open of it. */
export function readMonths(months: TypedAmounts, open: readonly OpenMonth[]): ChosenMonth[] | null {
  const chosen = Object.entries(months).map(([text, amount]) => ({
    month: monthSchema.parse(text),
    amount: parseSum(amount),
  }))
  const read = chosen.flatMap(({ month, amount }) => {
    const most = open.find((one) => one.month === month)?.open ?? 0
    return amount === null || amount > most ? [] : [{ month, amount }]
  })
  if (read.length === 0 || read.length < chosen.length) return null
  return read.sort((left, right) => (left.month < right.month ? -1 : 1))
}

/** Ticks months with all that is open of each. */
export function wholeMonths(open: readonly OpenMonth[]): TypedAmounts {
  return Object.fromEntries(open.map(({ month, open: amount }) => [month, yuanText(amount)]))
}

/** What typed amounts come to as far as they can be read. */
export function typedSum(amounts: TypedAmounts): Fen {
  return fenSchema.parse(Object.values(amounts).reduce((sum, text) => sum + (parseSum(text) ?? 0), 0))
}

/** Reads an amount of money that moves: more than nothing. */
export function parseSum(text: string): Fen | null {
  const amount = parseYuan(text)
  return amount === null || amount <= 0 ? null : amount
}
