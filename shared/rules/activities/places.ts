import { momentSchema, type Moment } from '../../model/date'

/** The places 名额 of an activity, and how many have one or wait for one. */
export interface Places {
  /** Null for as many as come. */
  readonly quota: number | null
  readonly taken: number
  readonly waiting: number
}

/** How many more may sign up and have a place at once: nobody passes those who wait. Null for as many as come. */
export function placesForNew({ quota, taken, waiting }: Places): number | null {
  return quota === null ? null : Math.max(0, quota - taken - waiting)
}

/** How many of those who wait there is a place for by now. */
export function placesForWaiting({ quota, taken, waiting }: Places): number {
  return quota === null ? waiting : Math.min(waiting, Math.max(0, quota - taken))
}

/** How many have a place more than there are. */
export function placesOver({ quota, taken }: Places): number {
  return quota === null ? 0 : Math.max(0, taken - quota)
}

/** Those who sign up in the order in which they did: who is not known to have done it before does it now. */
export function inOrderOfSignUp<Entry extends { readonly signedUpAt: Moment | null }>(
  entries: readonly Entry[],
  now: Moment,
): readonly Entry[] {
  const at = ({ signedUpAt }: Entry) => (signedUpAt === null || signedUpAt > now ? now : signedUpAt)
  return entries.toSorted((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0))
}

/** Hands out moments to wait since, no two the same: who comes at the moment of another waits a millisecond less. */
export class WaitingMoments {
  readonly #taken: Set<Moment>

  constructor(taken: Iterable<Moment>) {
    this.#taken = new Set(taken)
  }

  next(wanted: Moment): Moment {
    let moment = wanted
    while (this.#taken.has(moment)) {
      moment = momentSchema.parse(new Date(Date.parse(moment) + 1).toISOString())
    }
    this.#taken.add(moment)
    return moment
  }
}
