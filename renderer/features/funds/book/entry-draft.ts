import type { FundEntryInput } from '../../../../shared/contract/funds/book'
import type { LimitCheckInput } from '../../../../shared/contract/funds/limits'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { FundAccount, FundDirection, FundEntry, FundForm } from '../../../../shared/model/fund'
import type { ActivityId, MemberId } from '../../../../shared/model/id'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { categoriesOf, chartOn } from '../../../../shared/rules/funds/chart'
import { entryProblems, type EntryProblem } from '../../../../shared/rules/funds/entry'
import { splitEvenly } from '../../../../shared/rules/funds/split-evenly'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** What a member receives, as typed. */
export interface ShareDraft {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly amount: string
}

/** An entry of the book as typed. */
export interface EntryDraft {
  readonly account: FundAccount
  readonly direction: FundDirection
  readonly on: string
  readonly amount: string
  readonly category: string | null
  readonly subcategory: string
  readonly summary: string
  readonly counterpart: string
  readonly activityId: ActivityId | null
  readonly form: FundForm | null
  readonly decision: string
  readonly invoice: string
  readonly signOff: string
  readonly note: string
  /** Key of a limit item that the members' parts count for. */
  readonly item: LimitItem | null
  readonly overLimitReason: string
  readonly shares: readonly ShareDraft[]
  readonly attachments: readonly File[]
}

export type DraftProblem = EntryProblem | 'on' | 'summary' | 'shareAmount'

export function newEntryDraft(account: FundAccount, today: Day, changes: Partial<EntryDraft> = {}): EntryDraft {
  return {
    account,
    direction: 'spending',
    on: today,
    amount: '',
    category: null,
    subcategory: '',
    summary: '',
    counterpart: '',
    activityId: null,
    form: null,
    decision: '',
    invoice: '',
    signOff: '',
    note: '',
    item: null,
    overLimitReason: '',
    shares: [],
    attachments: [],
    ...changes,
  }
}

/** The same entry once more, today: its papers are those of the other one, so they are not repeated. */
export function repeatedDraft(entry: FundEntry, today: Day): EntryDraft {
  const { account, direction, amount, category, activityId, form } = entry
  return newEntryDraft(account, today, {
    direction,
    amount: yuanText(fenSchema.parse(Math.abs(amount))),
    category,
    subcategory: entry.subcategory ?? '',
    summary: entry.summary,
    counterpart: entry.counterpart ?? '',
    activityId,
    form,
  })
}

export function dayOfDraft(draft: EntryDraft): Day | null {
  return daySchema.safeParse(parsePartialDate(draft.on)).data ?? null
}

/** The members' parts together; null while one cannot be read. */
export function sharesTotal(shares: readonly ShareDraft[]): Fen | null {
  const amounts = shares.map(({ amount }) => parseYuan(amount))
  return amounts.some((amount) => amount === null)
    ? null
    : sumOf(amounts.flatMap((amount) => (amount === null ? [] : [{ amount }])))
}

/** The whole amount in even parts, no fen lost. */
export function splitDraft({ amount, shares }: EntryDraft): readonly ShareDraft[] {
  const total = parseYuan(amount)
  if (total === null || shares.length === 0) return shares
  const parts = splitEvenly(total, shares.length)
  return shares.map((share, index) => ({ ...share, amount: yuanText(parts[index] ?? fenSchema.parse(0)) }))
}

/** Whether the category may stay when account, direction or day change. */
export function withFittingCategory(draft: EntryDraft): EntryDraft {
  const { account, direction, category } = draft
  const on = dayOfDraft(draft)
  if (category === null || on === null) return draft
  const fits =
    direction !== 'opening' && categoriesOf(chartOn(on), account, direction).some(({ term }) => term === category)
  return fits ? draft : { ...draft, category: null, subcategory: '' }
}

const textOrNull = (text: string) => text.trim() || null

/** What is to be spent on members, to be held against their limits; null while it cannot be read. */
export function limitedSpending(draft: EntryDraft): LimitCheckInput | null {
  const on = dayOfDraft(draft)
  const { direction, item, activityId, form } = draft
  if (direction !== 'spending' || item === null || on === null || draft.shares.length === 0) return null
  const shares = draft.shares.flatMap(({ memberId, amount }) => {
    const fen = parseYuan(amount)
    return fen === null || fen === 0 ? [] : [{ memberId, item, amount: fen }]
  })
  return shares.length < draft.shares.length ? null : { on, activityId, form, shares, exceptGifts: [] }
}

/** Reads a draft; `entry` is null while something is missing or makes no sense. */
export function readEntryDraft(
  draft: EntryDraft,
  today: Day,
): { readonly entry: FundEntryInput | null; readonly problems: ReadonlySet<DraftProblem> } {
  const problems = new Set<DraftProblem>()
  const { account, direction, form, activityId, attachments } = draft
  const isSpending = direction === 'spending'
  const on = dayOfDraft(draft)
  const amount = parseYuan(draft.amount)
  const shares = isSpending ? draft.shares : []
  const amounts = shares.map((share) => parseYuan(share.amount))
  if (on === null) problems.add('on')
  if (amount === null) problems.add('amount')
  if (direction !== 'opening' && draft.category === null) problems.add('category')
  if (draft.summary.trim() === '') problems.add('summary')
  if (amounts.some((one) => one === null || one <= 0)) problems.add('shareAmount')
  if (on === null || amount === null) return { entry: null, problems }
  const entry = {
    account,
    direction,
    on,
    amount,
    category: direction === 'opening' ? null : draft.category,
    subcategory: direction === 'opening' ? null : textOrNull(draft.subcategory),
    summary: draft.summary.trim(),
    counterpart: textOrNull(draft.counterpart),
    activityId: isSpending ? activityId : null,
    form: isSpending ? form : null,
    decision: textOrNull(draft.decision),
    invoice: textOrNull(draft.invoice),
    signOff: textOrNull(draft.signOff),
    overLimitReason: shares.length === 0 ? null : textOrNull(draft.overLimitReason),
    note: textOrNull(draft.note),
    shares: shares.map(({ memberId }, index) => ({
      memberId,
      item: draft.item,
      amount: amounts[index] ?? fenSchema.parse(0),
    })),
    attachments: [...attachments],
  }
  for (const problem of entryProblems(entry, today)) problems.add(problem)
  return { entry: problems.size === 0 ? entry : null, problems }
}
