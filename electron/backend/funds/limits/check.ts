import type { BranchDatabase } from '../../../../db/branch-database'
import { limitQueries } from '../../../../db/queries/funds/limits'
import { limitTables } from '../../../../shared/codes/limits'
import { failure } from '../../../../shared/contract/errors'
import {
  STATES_LISTED,
  type LimitCheck,
  type LimitCheckInput,
  type MemberLimit,
} from '../../../../shared/contract/funds/limits'
import type { MemberId } from '../../../../shared/model/id'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { isFormAllowed, limitStates, type Given } from '../../../../shared/rules/funds/limits'

/** Regions whose limits are for members who pay their dues on time. */
const forThoseOnTime = new Set(limitTables.filter(({ duesOnTime }) => duesOnTime).map(({ region }) => region))

/** What a spending would do to the limits of its members, see the contract. */
export function checkLimits(
  db: BranchDatabase,
  { on, activityId, form, shares, exceptGifts }: LimitCheckInput,
): LimitCheck {
  const { list, givenTo, daysOfActivity, member, owes } = limitQueries(db)
  const limits = list.all()
  const occasion = activityId ?? on
  const days = activityId === null ? 1 : (daysOfActivity.get(activityId) ?? 1)
  const ofMembers = new Map<MemberId, Given[]>()
  const forbidden = new Set<LimitItem>()
  for (const { memberId, item, amount } of shares) {
    if (item === null) continue
    if (!isFormAllowed(item, form, on)) forbidden.add(item)
    ofMembers.set(memberId, [...(ofMembers.get(memberId) ?? []), { item, on, amount, occasion }])
  }
  const states: MemberLimit[] = []
  const over = new Set<MemberId>()
  const owing = new Set<MemberId>()
  for (const [memberId, now] of ofMembers) {
    const before = givenTo.all({ memberId, year: on.slice(0, 4), except: JSON.stringify(exceptGifts) })
    for (const given of now) {
      const others = [...before, ...now.filter((other) => other !== given)]
      for (const state of limitStates(limits, others, given, days)) {
        if (state.over > 0) over.add(memberId)
        if (forThoseOnTime.has(state.limit.region) && owes.get(memberId) === 1) owing.add(memberId)
        states.push({ ...state, memberId, name: member.get(memberId)?.name ?? '', item: given.item })
      }
    }
  }
  return {
    states: states
      .sort((one, other) => other.over - one.over || one.allowed - one.after - (other.allowed - other.after))
      .slice(0, STATES_LISTED),
    over: over.size,
    forbidden: [...forbidden],
    owing: owing.size,
  }
}

/** A limit passed, or a form that is not allowed, is booked with a reason only. Throws REASON_MISSING. */
export function requireLimitReason(
  db: BranchDatabase,
  { overLimitReason, ...spending }: Omit<LimitCheckInput, 'exceptGifts'> & { readonly overLimitReason: string | null },
): void {
  if (overLimitReason !== null && overLimitReason !== '') return
  const { over, forbidden } = checkLimits(db, { ...spending, exceptGifts: [] })
  if (over > 0 || forbidden.length > 0) throw failure('REASON_MISSING')
}
