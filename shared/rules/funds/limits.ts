import { formRules } from '../../codes/care'
import type { Day } from '../../model/date'
import type { FundForm, SpendingLimit } from '../../model/fund'
import type { LimitItem } from '../../model/limit-item'
import { fenSchema, type Fen } from '../../model/money'

/** Items that count towards another one as well. */
const partOf: Readonly<Partial<Record<LimitItem, LimitItem>>> = {
  springFestival: 'festival',
  otherFestival: 'festival',
  parentDeath: 'familyDeath',
  spouseChildDeath: 'familyDeath',
  outingMeals: 'outing',
  outingSupplies: 'outing',
}

/** In what form an item may be given on a day; shopping cards never. */
export function formsOf(item: LimitItem, day: Day): readonly FundForm[] {
  const rule = formRules.findLast(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= day) && (validUntil === null || validUntil >= day),
  )
  return rule?.forms[item] ?? []
}

/** Whether a form is one at all that a member may be given of an item; null where nothing was handed out. */
export function isFormAllowed(item: LimitItem, form: FundForm | null, day: Day): boolean {
  return form === null || formsOf(item, day).includes(form)
}

/** What a member was given of an item. */
export interface Given {
  readonly item: LimitItem
  readonly on: Day
  readonly amount: Fen
  /** What it was given at: an activity, or the day where there is none. */
  readonly occasion: string
}

/** How a limit stands once something is given. */
export interface LimitState {
  readonly limit: SpendingLimit
  /** Of a limit per day for an occasion of several days: that of all of them. */
  readonly allowed: Fen
  /** What counts against it already: of the year, or of the occasion. */
  readonly before: Fen
  readonly after: Fen
  /** By how much it is passed; 0 while it is not. */
  readonly over: Fen
}

/** Items whose limits a sum for `item` counts against. */
function countsAgainst(item: LimitItem): readonly LimitItem[] {
  const whole = partOf[item]
  return whole === undefined ? [item] : [item, whole]
}

const isInForce = ({ validFrom, validUntil }: SpendingLimit, day: Day) =>
  validFrom <= day && (validUntil === null || validUntil >= day)

/** The limits of an item in force on a day, at most one a kind of period: the one that began last. */
export function limitsOf(limits: readonly SpendingLimit[], item: LimitItem, day: Day): SpendingLimit[] {
  const inForce = new Map<SpendingLimit['per'], SpendingLimit>()
  for (const limit of limits) {
    if (limit.item !== item || !isInForce(limit, day)) continue
    const known = inForce.get(limit.per)
    if (known === undefined || known.validFrom < limit.validFrom) inForce.set(limit.per, limit)
  }
  return [...inForce.values()]
}

/**
 * How the limits in force on its day stand once a member is given something, none where there is no limit. A year is
 * the calendar year, whatever the order of recording.
 * @param before what the member was given besides
 * @param days how many days the occasion lasts
 */
export function limitStates(
  limits: readonly SpendingLimit[],
  before: readonly Given[],
  given: Given,
  days: number,
): LimitState[] {
  return countsAgainst(given.item).flatMap((item) =>
    limitsOf(limits, item, given.on).map((limit) => {
      const inScope = ({ on, occasion }: Given) =>
        limit.per === 'year' ? on.slice(0, 4) === given.on.slice(0, 4) : occasion === given.occasion
      const counted = before.filter((other) => countsAgainst(other.item).includes(item) && inScope(other))
      const spent = counted.reduce((sum, { amount }) => sum + amount, 0)
      const allowed = limit.per === 'day' ? limit.amount * days : limit.amount
      const after = spent + given.amount
      return {
        limit,
        allowed: fenSchema.parse(allowed),
        before: fenSchema.parse(spent),
        after: fenSchema.parse(after),
        over: fenSchema.parse(Math.max(0, after - allowed)),
      }
    }),
  )
}
