import type { BranchDatabase } from '../../../../db/branch-database'
import { limitQueries } from '../../../../db/queries/funds/limits'
import { failure } from '../../../../shared/contract/errors'
import type { CareGiftInput } from '../../../../shared/model/care-gift'
import type { CareGiftId, MemberId } from '../../../../shared/model/id'
import { isFormAllowed, limitStates, type Given } from '../../../../shared/rules/funds/limits'

const asGiven = ({ kind, on, amount }: CareGiftInput): Given => ({ item: kind, on, amount, occasion: on })

/**
 * A limit passed, or a form that is not allowed, is recorded with a reason only; what others pay counts against no limit.
 * @param replaced gifts that these stand in place of
 * Throws REASON_MISSING.
 */
export function requireGiftReasons(
  db: BranchDatabase,
  gifts: readonly CareGiftInput[],
  replaced: readonly CareGiftId[],
): void {
  const own = gifts.filter(({ paidBy }) => paidBy === null)
  const limits = limitQueries(db).list.all()
  const ofMembers = new Map<MemberId, CareGiftInput[]>()
  for (const gift of own) {
    const known = ofMembers.get(gift.memberId)
    if (known === undefined) ofMembers.set(gift.memberId, [gift])
    else known.push(gift)
  }
  const except = JSON.stringify(replaced)
  for (const [memberId, now] of ofMembers) {
    const years = [...new Set(now.map(({ on }) => on.slice(0, 4)))]
    const before = years.flatMap((year) => limitQueries(db).givenTo.all({ memberId, year, except }))
    for (const gift of now) {
      if (gift.overLimitReason !== null && gift.overLimitReason !== '') continue
      const others = [...before, ...now.filter((other) => other !== gift).map(asGiven)]
      const isOver = limitStates(limits, others, asGiven(gift), 1).some(({ over }) => over > 0)
      if (isOver || !isFormAllowed(gift.kind, gift.form, gift.on)) throw failure('REASON_MISSING')
    }
  }
}
