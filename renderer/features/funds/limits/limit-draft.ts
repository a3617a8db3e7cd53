import { daySchema, type Day } from '../../../../shared/model/date'
import type { SpendingLimit, SpendingLimitInput } from '../../../../shared/model/fund'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** A limit as typed. */
export interface LimitDraft {
  readonly region: string
  readonly item: LimitItem
  readonly amount: string
  readonly per: SpendingLimit['per']
  readonly validFrom: string
  readonly validUntil: string
  readonly source: string
  readonly note: string
}

export type LimitProblem = 'region' | 'amount' | 'validFrom' | 'validUntil'

export function limitDraftOf(limit: SpendingLimit): LimitDraft {
  const { region, item, amount, per, validFrom, validUntil, source, note } = limit
  return {
    region,
    item,
    amount: yuanText(amount),
    per,
    validFrom,
    validUntil: validUntil ?? '',
    source: source ?? '',
    note: note ?? '',
  }
}

export function newLimitDraft(today: Day): LimitDraft {
  return {
    region: '',
    item: 'festival',
    amount: '',
    per: 'year',
    validFrom: `${today.slice(0, 4)}-01-01`,
    validUntil: '',
    source: '',
    note: '',
  }
}

/** A whole day as typed; null where it is none. */
export const dayOfText = (text: string): Day | null => daySchema.safeParse(parsePartialDate(text)).data ?? null

/** Reads a draft; `limit` is null while something is missing or makes no sense. */
export function readLimitDraft(draft: LimitDraft): {
  readonly limit: SpendingLimitInput | null
  readonly problems: ReadonlySet<LimitProblem>
} {
  const problems = new Set<LimitProblem>()
  const region = draft.region.trim()
  const amount = parseYuan(draft.amount)
  const validFrom = dayOfText(draft.validFrom)
  const isOpen = draft.validUntil.trim() === ''
  const validUntil = isOpen ? null : dayOfText(draft.validUntil)
  if (region === '') problems.add('region')
  if (amount === null || amount === 0) problems.add('amount')
  if (validFrom === null) problems.add('validFrom')
  if (!isOpen && (validUntil === null || (validFrom !== null && validUntil < validFrom))) problems.add('validUntil')
  if (problems.size > 0 || amount === null || validFrom === null) return { limit: null, problems }
  return {
    limit: {
      region,
      item: draft.item,
      amount,
      per: draft.per,
      validFrom,
      validUntil,
      source: draft.source.trim() || null,
      note: draft.note.trim() || null,
    },
    problems,
  }
}
