import type { Day } from '../../../../shared/model/date'
import type { KnownUnion } from '../../../../shared/model/transfer'
import { waitingTime } from '../../../../shared/rules/transfers/terms'

interface Asked {
  readonly requestedOn: Day
  readonly withdrawnOn: Day | null
}

/** What the hub said last of it. */
interface Said<State> {
  readonly state: State
  readonly near: readonly KnownUnion[]
  readonly reason: string | null
  readonly by: string | null
}

/** How far something that this branch asks another one for is: what the hub said last, but for what was taken back here since. */
export function standingOf<State extends string>(asked: Asked, result: Said<State> | null, today: Day) {
  const said: State | 'unsent' = result?.state ?? 'unsent'
  const isWithdrawn = asked.withdrawnOn !== null && said !== 'accepted' && said !== 'returned'
  const state: State | 'unsent' | 'withdrawn' = isWithdrawn ? 'withdrawn' : said
  const { days, isLate } = waitingTime(asked.requestedOn, today)
  return {
    state,
    near: [...(result?.near ?? [])],
    answerReason: result?.reason ?? null,
    answeredBy: result?.by ?? null,
    waitingDays: days,
    isLate: isLate && (state === 'asked' || state === 'unsent'),
  }
}
