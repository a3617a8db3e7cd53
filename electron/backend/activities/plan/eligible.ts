import type { BranchDatabase } from '../../../../db/branch-database'
import { selectMembers } from '../../../../db/queries/member-selection'
import { memberFilterSchema, type MemberFilter } from '../../../../shared/model/member-filter'
import type { Activity } from '../../../../shared/model/activity'
import type { MemberId } from '../../../../shared/model/id'
import type { MembershipStatus } from '../../../../shared/model/membership'

/** Members who belong to the branch at present; a filter that names no status means these. */
const PRESENT: MembershipStatus[] = ['active', 'kept']

const everybody: MemberFilter = memberFilterSchema.parse({})

/** Members who may come to an activity, by name. */
export function eligibleMembers(db: BranchDatabase, eligible: Activity['eligible']): readonly MemberId[] {
  const filter = eligible?.filter ?? everybody
  return selectMembers(db, {
    filter: { ...filter, statuses: filter.statuses.length === 0 ? PRESENT : filter.statuses },
    sort: { field: 'name', direction: 'asc' },
  })
}

/** Tells of members whether they may come to an activity; who takes part all the same is for people to decide. */
export function mayCome(db: BranchDatabase, { eligible }: Pick<Activity, 'eligible'>): (id: MemberId) => boolean {
  const ids = new Set(eligibleMembers(db, eligible))
  return (id) => ids.has(id)
}
