import type { splitPresets } from '../../../../shared/codes/funds'
import { daySchema, type Day } from '../../../../shared/model/date'
import { fundSplitRuleInputSchema, type FundSplitRuleInput } from '../../../../shared/model/fund'
import { splitProblems, type SplitProblem } from '../../../../shared/rules/funds/split'
import { parsePartialDate } from '../../../components/partial-date'

/** A rule as typed. */
export interface SplitDraft {
  readonly region: string
  readonly validFrom: string
  readonly validUntil: string
  /** Shares in percent. */
  readonly shares: readonly { readonly level: string; readonly percent: string }[]
  /** The place among `shares` that is this branch. */
  readonly own: number
  readonly source: string
}

export type SplitDraftProblem = SplitProblem | 'validFrom' | 'share' | 'levelMissing'

export function draftOfPreset({ shares, ownLevel, source }: (typeof splitPresets)[number], today: Day): SplitDraft {
  return {
    region: '',
    validFrom: `${today.slice(0, 4)}-01-01`,
    validUntil: '',
    shares: shares.map(({ level, share }) => ({ level, percent: String(share / 100) })),
    own: shares.findIndex(({ level }) => level === ownLevel),
    source: source ?? '',
  }
}

/** Reads a share of at most two decimals in ten-thousandths; null when it is none. */
export function parsePercent(text: string): number | null {
  const digits = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[\s%]/g, ''))
  if (digits === null) return null
  const share = Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0'))
  return share <= 10_000 ? share : null
}

/** Reads a draft; `rule` is null while something is missing or makes no sense. */
export function readSplitDraft(draft: SplitDraft): {
  readonly rule: FundSplitRuleInput | null
  readonly problems: ReadonlySet<SplitDraftProblem>
} {
  const problems = new Set<SplitDraftProblem>()
  const day = (text: string) => daySchema.safeParse(parsePartialDate(text)).data ?? null
  const [validFrom, validUntil] = [day(draft.validFrom), day(draft.validUntil)]
  const shares = draft.shares.map(({ level, percent }) => ({ level: level.trim(), share: parsePercent(percent) }))
  if (validFrom === null) problems.add('validFrom')
  if (draft.validUntil.trim() !== '' && validUntil === null) problems.add('validUntil')
  if (shares.some(({ share }) => share === null)) problems.add('share')
  if (shares.some(({ level }) => level === '')) problems.add('levelMissing')
  if (validFrom === null || problems.size > 0) return { rule: null, problems }
  const rule = fundSplitRuleInputSchema.parse({
    region: draft.region.trim() || null,
    validFrom,
    validUntil,
    shares,
    ownLevel: shares[draft.own]?.level ?? '',
    source: draft.source.trim() || null,
  })
  for (const problem of splitProblems(rule)) problems.add(problem)
  return { rule: problems.size === 0 ? rule : null, problems }
}
