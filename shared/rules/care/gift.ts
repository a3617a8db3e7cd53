import type { CareGiftInput } from '../../model/care-gift'
import type { Day } from '../../model/date'
import { addDays } from '../date'
import { AMOUNT_MAX } from '../funds/entry'

/** How many days ahead gifts may be prepared: the list to sign is printed before the festival. */
const DAYS_AHEAD = 366

export type GiftProblem =
  | 'on' // too far ahead
  | 'amount' // absurd
  | 'aidKind' // said of something else than aid in hardship

/** What is wrong with a gift before it is recorded. */
export function giftProblems(
  { on, amount, kind, aidKind }: Pick<CareGiftInput, 'on' | 'amount' | 'kind' | 'aidKind'>,
  today: Day,
): ReadonlySet<GiftProblem> {
  const problems = new Set<GiftProblem>()
  if (on > addDays(today, DAYS_AHEAD)) problems.add('on')
  if (amount > AMOUNT_MAX) problems.add('amount')
  if (aidKind !== null && kind !== 'hardship') problems.add('aidKind')
  return problems
}
