import { daySchema, type Day } from '../../../../shared/model/date'
import type { MemberId, UnitId } from '../../../../shared/model/id'
import type { RequestInput } from '../../../../shared/model/request'
import { proposedDueDay } from '../../../../shared/rules/care/request-deadline'
import { parsePartialDate } from '../../../components/partial-date'

export const askers = ['member', 'group', 'unnamed'] as const
type Asker = (typeof askers)[number]

/** A request as typed. */
export interface RequestDraft {
  readonly asker: Asker
  readonly memberId: MemberId | null
  readonly unitId: UnitId | null
  readonly kind: RequestInput['kind']
  readonly channel: RequestInput['channel']
  readonly urgency: RequestInput['urgency']
  readonly receivedOn: string
  readonly title: string
  readonly text: string
  readonly topic: string
  readonly owner: string
  /** Null as long as the day that the urgency proposes is to hold. */
  readonly dueOn: string | null
  readonly isConfidential: boolean
}

export type RequestProblem = 'memberId' | 'unitId' | 'receivedOn' | 'future' | 'title' | 'topic' | 'dueOn'

export function newRequestDraft(today: Day, memberId: MemberId | null): RequestDraft {
  return {
    asker: 'member',
    memberId,
    unitId: null,
    kind: 'appeal',
    channel: 'visit',
    urgency: 'ordinary',
    receivedOn: today,
    title: '',
    text: '',
    topic: '',
    owner: '',
    dueOn: null,
    isConfidential: false,
  }
}

export function draftOfRequest(request: RequestInput): RequestDraft {
  const { memberId, unitId, owner, dueOn } = request
  return {
    ...request,
    asker: memberId !== null ? 'member' : unitId !== null ? 'group' : 'unnamed',
    owner: owner ?? '',
    dueOn: dueOn ?? '',
  }
}

/** A day as typed; null for none and for what is no whole day. */
export function dayTyped(text: string): Day | null {
  return daySchema.safeParse(parsePartialDate(text)).data ?? null
}

/** By when the draft says that the request is to be dealt with: the day typed, or the one proposed. */
export function dueText({ dueOn, urgency, receivedOn }: RequestDraft): string {
  if (dueOn !== null) return dueOn
  const received = dayTyped(receivedOn)
  return received === null ? '' : (proposedDueDay(urgency, received) ?? '')
}

/** Reads a draft; null while something is missing or cannot be read. */
export function readRequestDraft(
  draft: RequestDraft,
  today: Day,
): { readonly request: RequestInput | null; readonly problems: ReadonlySet<RequestProblem> } {
  const { asker, kind, channel, urgency, isConfidential } = draft
  const problems = new Set<RequestProblem>()
  const receivedOn = dayTyped(draft.receivedOn)
  const typedDue = dueText(draft).trim()
  const dueOn = dayTyped(typedDue)
  const [title, topic] = [draft.title.trim(), draft.topic.trim()]
  if (asker === 'member' && draft.memberId === null) problems.add('memberId')
  if (asker === 'group' && draft.unitId === null) problems.add('unitId')
  if (receivedOn === null) problems.add('receivedOn')
  else if (receivedOn > today) problems.add('future')
  if (title === '') problems.add('title')
  if (topic === '') problems.add('topic')
  if (typedDue !== '' && (dueOn === null || (receivedOn !== null && dueOn < receivedOn))) problems.add('dueOn')
  if (problems.size > 0 || receivedOn === null) return { request: null, problems }
  return {
    request: {
      memberId: asker === 'member' ? draft.memberId : null,
      unitId: asker === 'group' ? draft.unitId : null,
      ...{ kind, channel, urgency, receivedOn, title, topic, dueOn, isConfidential },
      text: draft.text.trim(),
      owner: draft.owner.trim() || null,
    },
    problems,
  }
}
