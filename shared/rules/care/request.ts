import type { RequestEvent, RequestState } from '../../model/request'

export type RequestStep = RequestEvent['kind']

/** The state that a step leads to; null for a step that leaves the state as it is. */
export const leadsTo = {
  accepted: 'accepted',
  assigned: 'handling',
  progress: 'handling',
  urged: null,
  replied: 'replied',
  calledBack: null,
  closed: 'closed',
  reopened: 'handling',
} as const satisfies Readonly<Record<RequestStep, RequestState | null>>

/** The steps that may follow in each state: receive, accept, hand on, handle, reply, call back, close. */
const stepsFrom = {
  waiting: ['accepted', 'urged'],
  accepted: ['assigned', 'progress', 'replied', 'urged'],
  handling: ['replied', 'progress', 'assigned', 'urged'],
  replied: ['calledBack', 'closed', 'replied', 'reopened', 'urged'],
  closed: ['reopened'],
} as const satisfies Readonly<Record<RequestState, readonly RequestStep[]>>

/** The steps that a request in a state may take. */
export type StepFrom<State extends RequestState> = (typeof stepsFrom)[State][number]

export function stepsIn(state: RequestState): readonly RequestStep[] {
  return stepsFrom[state]
}

export function mayStep<State extends RequestState>(state: State, step: RequestStep): step is StepFrom<State> {
  return stepsIn(state).includes(step)
}

/** The state after a step that the state allows. */
export function afterStep<State extends RequestState>(state: State, step: StepFrom<State>): RequestState {
  return leadsTo[step] ?? state
}

type Steps = readonly { readonly kind: RequestStep }[]

/** The state of a request by what happened to it, in the order of recording. */
export function stateOf(events: Steps): RequestState {
  return events.reduce<RequestState>((state, { kind }) => leadsTo[kind] ?? state, 'waiting')
}

/** Why a request cannot be closed yet. */
export type ClosingObstacle = 'noReply' | 'noCallBack'

/**
 * The check before closing 办结审核: there is a reply, and since the last one either a call-back or the reason why there is
 * none; what was before the request was taken up again does not count.
 */
export function closingObstacle(events: Steps, reason: string | null): ClosingObstacle | null {
  const latest = events.slice(events.findLastIndex(({ kind }) => kind === 'reopened') + 1)
  const reply = latest.findLastIndex(({ kind }) => kind === 'replied')
  if (reply === -1) return 'noReply'
  const isCalledBack = latest.slice(reply).some(({ kind }) => kind === 'calledBack')
  return isCalledBack || reason !== null ? null : 'noCallBack'
}

/** From how many of five points on somebody counts as satisfied. */
export const SATISFIED = 4
