import type { BranchDatabase } from '../../../../db/branch-database'
import { teamQueries } from '../../../../db/queries/officers/team'
import { trainingQueries } from '../../../../db/queries/officers/training'
import type { TrainedOfficer } from '../../../../shared/contract/officers/training'
import type { Day } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import type { TeamRoleKind } from '../../../../shared/model/team'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { officersOn } from '../../organisation/tree'

/** Enough for a team; SQLite takes -1 for no limit. */
const ALL = -1

/** Whoever holds a post or a role of the team today, by name, with the training that they had in a year. */
export function trainedOfficers(db: BranchDatabase, year: string, today: Day): TrainedOfficer[] {
  const posts = new Map<MemberId, string[]>()
  for (const { memberId, title } of officersOn(db, today, today)) {
    posts.set(memberId, [...(posts.get(memberId) ?? []), title])
  }
  const roles = new Map<MemberId, TeamRoleKind[]>()
  const everyRole = { kind: null, isHeldOnly: 1, isLeftOnly: 0, search: '', today, limit: ALL, offset: 0 }
  for (const { memberId, kind } of teamQueries(db).list.iterate(everyRole)) {
    roles.set(memberId, [...(roles.get(memberId) ?? []), kind])
  }
  const members = JSON.stringify([...new Set([...posts.keys(), ...roles.keys()])])
  return trainingQueries(db)
    .attendedBy.all({ members, ...daysOfYear(year) })
    .map((row) => ({ ...row, posts: posts.get(row.memberId) ?? [], roles: roles.get(row.memberId) ?? [] }))
}
