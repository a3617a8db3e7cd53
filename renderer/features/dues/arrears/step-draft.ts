import { arrearsActSchema, type ArrearsAct } from '../../../../shared/contract/dues/arrears'
import type { ArrearsDecision, ArrearsStepKind } from '../../../../shared/model/arrears'
import { daySchema, type Day } from '../../../../shared/model/date'

/** A step as typed. */
export interface StepDraft {
  readonly on: string
  readonly by: string
  readonly enteredUntil: string
  readonly reason: string
  readonly decision: ArrearsDecision
  readonly document: string
}

export type StepProblem = 'dateWrong' | 'future' | 'until' | 'documentMissing'

export interface ReadStep {
  readonly act: ArrearsAct
  readonly on: Day
  readonly by: string | null
  readonly enteredUntil: Day
}

export function newStepDraft(today: Day): StepDraft {
  return { on: today, by: '', enteredUntil: today, reason: '', decision: 'goOn', document: '' }
}

/** Reads a draft; a talk needs no word on the payments entered, as nothing is asked for in it. */
export function readStep(
  kind: ArrearsStepKind,
  draft: StepDraft,
  today: Day,
): { readonly step: ReadStep | null; readonly problems: Partial<Record<keyof StepDraft, StepProblem>> } {
  const on = daySchema.safeParse(draft.on.trim())
  const until = daySchema.safeParse((kind === 'talk' ? draft.on : draft.enteredUntil).trim())
  const problems: Partial<Record<keyof StepDraft, StepProblem>> = {}
  if (!on.success) problems.on = 'dateWrong'
  else if (on.data > today) problems.on = 'future'
  if (kind !== 'talk') {
    if (!until.success) problems.enteredUntil = 'dateWrong'
    else if (until.data > today) problems.enteredUntil = 'future'
    else if (on.success && until.data > on.data) problems.enteredUntil = 'until'
  }
  if (kind === 'decision' && draft.document.trim() === '') problems.document = 'documentMissing'
  if (Object.keys(problems).length > 0 || !on.success || !until.success) return { step: null, problems }
  const act = arrearsActSchema.parse({
    kind,
    reason: draft.reason.trim() || null,
    decision: draft.decision,
    document: draft.document,
  })
  return { step: { act, on: on.data, by: draft.by.trim() || null, enteredUntil: until.data }, problems }
}
