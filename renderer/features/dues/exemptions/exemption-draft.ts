import { daySchema, type Day, type Month } from '../../../../shared/model/date'
import { parsePartialDate } from '../../../components/partial-date'
import { readMonth } from '../month-text'

/** An exemption as typed. */
export interface ExemptionDraft {
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly decision: string
  readonly decidedOn: string
}

export type ExemptionProblem = 'from' | 'until' | 'reason' | 'decidedOn'

export function newExemptionDraft(month: Month): ExemptionDraft {
  return { from: month, until: '', reason: '', decision: '', decidedOn: '' }
}

/** The months of a draft; null while they cannot be read or are in the wrong order. */
export function readSpan(draft: Pick<ExemptionDraft, 'from' | 'until'>): {
  readonly from: Month
  readonly until: Month | null
} | null {
  const from = readMonth(draft.from)
  const until = draft.until.trim() === '' ? null : readMonth(draft.until)
  if (from === null || (draft.until.trim() !== '' && until === null)) return null
  return until !== null && until < from ? null : { from, until }
}

/** Reads a draft; null while something cannot be read. */
export function readExemptionDraft(draft: ExemptionDraft): {
  readonly exemption: {
    readonly from: Month
    readonly until: Month | null
    readonly reason: string
    readonly decision: string | null
    readonly decidedOn: Day | null
  } | null
  readonly problems: ReadonlySet<ExemptionProblem>
} {
  const problems = new Set<ExemptionProblem>()
  const span = readSpan(draft)
  if (readMonth(draft.from) === null) problems.add('from')
  else if (span === null) problems.add('until')
  const reason = draft.reason.trim()
  if (reason === '') problems.add('reason')
  const decidedOn = draft.decidedOn.trim() === '' ? null : daySchema.safeParse(parsePartialDate(draft.decidedOn)).data
  if (decidedOn === undefined) problems.add('decidedOn')
  if (span === null || decidedOn === undefined || problems.size > 0) return { exemption: null, problems }
  return { exemption: { ...span, reason, decision: draft.decision.trim() || null, decidedOn }, problems }
}
