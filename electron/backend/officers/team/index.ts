import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { teamQueries, type TeamRoleRow } from '../../../../db/queries/officers/team'
import { failure } from '../../../../shared/contract/errors'
import type { NamedTeamRole } from '../../../../shared/contract/officers/team'
import type { Day } from '../../../../shared/model/date'
import { newId, teamRoleIdSchema, type TeamRoleId } from '../../../../shared/model/id'
import type { TeamRole } from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { teamRoleNames } from '../../../../shared/rules/officers/names'
import { withBranch } from '../../context'
import { requireUnit, unitsOf } from '../../organisation/units'

const os = withBranch.officers.team
const today = () => dayOf(new Date())

/** A role as the window shows it. */
function shown(row: TeamRoleRow, day: Day): NamedTeamRole {
  return { ...row, isHeld: row.from <= day && (row.until === null || row.until >= day) }
}

/** Throws NOT_FOUND. */
function requireRoles(db: BranchDatabase, ids: readonly TeamRoleId[]): readonly TeamRole[] {
  return [...new Set(ids)].map((id) => {
    const role = teamQueries(db).get.get(id)
    if (role === undefined) throw failure('NOT_FOUND')
    return role
  })
}

const titleOf = (roles: readonly Pick<TeamRole, 'kind'>[]) =>
  [...new Set(roles.map(({ kind }) => teamRoleNames[kind]))].join('、')

/** The team 工作队伍. */
export const team = os.router({
  list: os.list.handler(({ context: { db }, input: { isHeldOnly, isLeftOnly, ...input } }) => {
    const { list, count } = teamQueries(db)
    const day = today()
    const filter = { ...input, isHeldOnly: Number(isHeldOnly), isLeftOnly: Number(isLeftOnly), today: day }
    return { total: count.get(filter) ?? 0, rows: list.all(filter).map((row) => shown(row, day)) }
  }),

  counts: os.counts.handler(({ context }) => teamQueries(context.db).counts.all({ today: today() })),

  ofMember: os.ofMember.handler(({ context, input }) =>
    teamQueries(context.db)
      .ofMember.all(input.memberId)
      .map((row) => shown(row, today())),
  ),

  add: os.add.handler(({ context: { db }, input: { memberIds, ...role } }) => {
    if (role.unitId !== null) requireUnit(unitsOf(db), role.unitId)
    const { has, insert } = teamQueries(db)
    const fresh = [...new Set(memberIds)].filter(
      (memberId) => has.get({ memberId, kind: role.kind, today: role.from }) === 0,
    )
    if (fresh.some((memberId) => memberQueries(db).get.get(memberId) === undefined)) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'team', title: titleOf([role]) }, () => {
      for (const memberId of fresh) insert.run({ ...role, memberId, id: newId(teamRoleIdSchema) })
      return { count: fresh.length, result: null }
    })
    return { batchId, added: fresh.length }
  }),

  update: os.update.handler(({ context: { db }, input: { id, role } }) => {
    requireRoles(db, [id])
    if (role.unitId !== null) requireUnit(unitsOf(db), role.unitId)
    const { batchId } = db.writeBatch({ kind: 'team', title: titleOf([role]) }, () => {
      teamQueries(db).update.run({ ...role, id })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  end: os.end.handler(({ context: { db }, input: { ids, until } }) => {
    const roles = requireRoles(db, ids)
    const { batchId } = db.writeBatch({ kind: 'team', title: titleOf(roles) }, () => {
      for (const { id } of roles) teamQueries(db).end.run({ id, until })
      return { count: roles.length, result: null }
    })
    return { batchId }
  }),

  remove: os.remove.handler(({ context: { db }, input: { ids } }) => {
    const roles = requireRoles(db, ids)
    const { batchId } = db.writeBatch({ kind: 'removal', title: titleOf(roles) }, () => {
      for (const { id } of roles) teamQueries(db).remove.run(id)
      return { count: roles.length, result: null }
    })
    return { batchId }
  }),

  service: os.service.handler(({ context, input }) =>
    teamQueries(context.db).service.all({ today: today(), ...daysOfYear(input.year) }),
  ),
})
