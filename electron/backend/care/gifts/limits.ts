import type { BranchDatabase } from '../../../../db/branch-database'
import { limitQueries } from '../../../../db/queries/funds/limits'
import { failure } from '../../../../shared/contract/errors'
import type { CareGiftInput } from '../../../../shared/model/care-gift'
import type { CareGiftId, MemberId } from '../../../../shared/model/id'
import { isFormAllowed, limitStates, type Given } from '../../../../shared/rules/funds/limits'

const asGiven = ({ kind, on, amount }: CareGiftInput): Given => ({ item: kind, on, amount, occasion: on })

/**
 * The gifts that pass a limit, or come in a form that is not allowed; what others pay counts against no limit. These are
 * recorded with a reason only.
 * @param replaced gifts that these stand in place of
 * Throws REASON_MISSING.
 */
export function requireGiftReasons<Gift extends CareGiftInput>(
  db: BranchDatabase,
  gifts: readonly Gift[],
  replaced: readonly CareGiftId[],
): ReadonlySet<Gift> {
  const limits = limitQueries(db).list.all()
  const ofMembers = new Map<MemberId, Gift[]>()
  for (const gift of gifts) {
    if (gift.paidBy !== null) continue
    const known = ofMembers.get(gift.memberId)
    if (known === undefined) ofMembers.set(gift.memberId, [gift])
    else known.push(gift)
  }
  const except = JSON.stringify(replaced)
  const passing = new Set<Gift>()
  for (const [memberId, now] of ofMembers) {
    const years = [...new Set(now.map(({ on }) => on.slice(0, 4)))]
    const before = years.flatMap((year) => limitQueries(db).givenTo.all({ memberId, year, except }))
    for (const gift of now) {
      const others = [...before, ...now.filter((other) => other !== gift).map(asGiven)]
      const isOver = limitStates(limits, others, asGiven(gift), 1).some(({ over }) => over > 0)
      if (!isOver && isFormAllowed(gift.kind, gift.form, gift.on)) continue
      if (gift.overLimitReason === null || gift.overLimitReason === '') throw failure('REASON_MISSING')
      passing.add(gift)
    }
  }
  return passing
}
