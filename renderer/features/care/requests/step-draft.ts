import type { RequestDetail, RequestStepInput } from '../../../../shared/contract/care/requests'
import type { Day } from '../../../../shared/model/date'
import type { RequestStep } from '../../../../shared/rules/care/request'
import { dayTyped } from './request-draft'

/** A step as typed. */
export interface StepDraft {
  readonly on: string
  readonly by: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly satisfaction: 1 | 2 | 3 | 4 | 5 | null
}

export type StepProblem = 'on' | 'future' | 'early' | 'text' | 'owner' | 'dueOn' | 'satisfaction'

export function newStepDraft({ owner, dueOn }: RequestDetail, today: Day): StepDraft {
  return { on: today, by: owner ?? '', text: '', owner: owner ?? '', dueOn: dueOn ?? '', satisfaction: null }
}

interface Frame {
  readonly today: Day
  /** The day of the last step. */
  readonly earliest: Day
  /** Whether a closing has to say why nobody was called back. */
  readonly needsReason: boolean
}

/** Reads a draft; null while something is missing or cannot be read. */
export function readStepDraft(
  draft: StepDraft,
  kind: RequestStep,
  { today, earliest, needsReason }: Frame,
): { readonly step: RequestStepInput | null; readonly problems: ReadonlySet<StepProblem> } {
  const problems = new Set<StepProblem>()
  const on = dayTyped(draft.on)
  const dueOn = dayTyped(draft.dueOn)
  const [owner, text] = [draft.owner.trim(), draft.text.trim()]
  const { satisfaction } = draft
  if (on === null) problems.add('on')
  else if (on > today) problems.add('future')
  else if (on < earliest) problems.add('early')
  if (kind === 'assigned' && owner === '') problems.add('owner')
  if (kind === 'assigned' && draft.dueOn.trim() !== '' && dueOn === null) problems.add('dueOn')
  if (kind === 'calledBack' && satisfaction === null) problems.add('satisfaction')
  const isSaid = kind === 'progress' || kind === 'replied' || kind === 'reopened' || (kind === 'closed' && needsReason)
  if (isSaid && text === '') problems.add('text')
  if (on === null || problems.size > 0) return { step: null, problems }
  const common = { on, by: draft.by.trim() || null }
  return { step: stepOf(), problems }

  function stepOf(): RequestStepInput | null {
    switch (kind) {
      case 'assigned':
        return { kind, ...common, text: text || null, owner, dueOn }
      case 'calledBack':
        return satisfaction === null ? null : { kind, ...common, text: text || null, satisfaction }
      case 'accepted':
      case 'urged':
      case 'closed':
        return { kind, ...common, text: text || null }
      case 'progress':
      case 'replied':
      case 'reopened':
        return { kind, ...common, text }
    }
  }
}
