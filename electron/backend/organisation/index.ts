import { memberQueries } from '../../../db/queries/members'
import { organisationQueries } from '../../../db/queries/organisation'
import type { BranchDatabase } from '../../../db/branch-database'
import type { MemberId, UnitId } from '../../../shared/model/id'
import { dayOf } from '../../../shared/rules/date'
import { withBranch } from '../context'
import { masked } from '../members/masking'
import { headcountOn, postTitlesOn, recordOn, rosterOn } from './as-of'
import { addUnit, closeUnit, planUpdate, removeUnit, reopenUnit, reorderUnits, updateUnit } from './changes'
import { establish, proposalOf } from './establish'
import { exportOn } from './export-as-of'
import { moveMembers, planMove } from './move'
import { addPost, removePost, updatePost } from './posts'
import { officersOn, treeOf } from './tree'
import { requireParent, requireUnit, unitsOf } from './units'

const os = withBranch.organisation
const today = () => dayOf(new Date())

/** Present members of a unit by name, or with null of those who belong to none. Throws NOT_FOUND. */
function membersIn(db: BranchDatabase, unitId: UnitId | null): readonly MemberId[] {
  const { membersOf, unplacedMembers } = organisationQueries(db)
  if (unitId === null) return unplacedMembers.all()
  const units = unitsOf(db)
  const unit = requireUnit(units, unitId)
  const parent = requireParent(units, unit.parentId)
  return membersOf.all(
    parent === null ? { department: unit.name, unionGroup: null } : { department: parent.name, unionGroup: unit.name },
  )
}

/** Organisation 组织: units, moves between them, posts, and all of it as of a past day. */
export const organisation = os.router({
  tree: os.tree.handler(({ context }) => treeOf(context.db, today())),
  add: os.add.handler(({ context, input }) => addUnit(context.db, input)),
  affected: os.affected.handler(({ context, input: { id, unit } }) => ({
    members: planUpdate(context.db, id, unit).placements.length,
  })),
  update: os.update.handler(({ context, input: { id, unit } }) => updateUnit(context.db, id, unit)),
  reorder: os.reorder.handler(({ context, input: { parentId, ids } }) => reorderUnits(context.db, parentId, ids)),
  close: os.close.handler(({ context, input: { id, closedOn } }) => closeUnit(context.db, id, closedOn, today())),
  reopen: os.reopen.handler(({ context, input }) => reopenUnit(context.db, input.id)),
  remove: os.remove.handler(({ context, input }) => removeUnit(context.db, input.id)),

  members: os.members.handler(({ context: { db }, input: { unitId, offset, limit } }) => {
    const ids = membersIn(db, unitId)
    const { get } = memberQueries(db)
    const rows = ids.slice(offset, offset + limit).flatMap((id) => {
      const member = get.get(id)
      return member === undefined ? [] : [masked(member)]
    })
    return { total: ids.length, rows }
  }),
  memberIds: os.memberIds.handler(({ context, input }) => [...membersIn(context.db, input.unitId)]),
  proposal: os.proposal.handler(({ context }) => proposalOf(context.db)),
  establish: os.establish.handler(({ context, input }) => establish(context.db, input.units)),

  previewMove: os.previewMove.handler(({ context, input: { unitId, memberIds } }) => {
    const { placements, alreadyThere, losingGroup } = planMove(context.db, unitId, memberIds)
    return { moving: placements.length, alreadyThere, losingGroup }
  }),
  move: os.move.handler(({ context, input: { unitId, memberIds } }) => moveMembers(context.db, unitId, memberIds)),

  postsOfMember: os.postsOfMember.handler(({ context, input }) =>
    organisationQueries(context.db).postsOfMember.all(input.memberId),
  ),
  addPost: os.addPost.handler(({ context, input }) => ({ id: addPost(context.db, input.memberId, input.post) })),
  updatePost: os.updatePost.handler(({ context, input }) => updatePost(context.db, input.id, input.post)),
  removePost: os.removePost.handler(({ context, input }) => removePost(context.db, input.id)),
  officersOn: os.officersOn.handler(({ context, input }) => [...officersOn(context.db, input.day, today())]),

  rosterOn: os.rosterOn.handler(({ context: { db }, input: { day, offset, limit, unsureOnly } }) => {
    const people = rosterOn(db, day).filter(({ sure }) => !(unsureOnly && sure))
    const titles = postTitlesOn(db, day, today())
    const rows = people.slice(offset, offset + limit).map(({ id, standings }) => {
      const { member, recordedOn } = recordOn(db, id, day)
      return { member: masked(member), standings: [...standings], posts: [...(titles.get(id) ?? [])], recordedOn }
    })
    return { total: people.length, rows }
  }),
  headcountOn: os.headcountOn.handler(({ context, input }) => headcountOn(context.db, input.day)),
  exportOn: os.exportOn.handler(({ context: { db, host }, input, signal }) =>
    exportOn(db, host, input, today(), signal),
  ),
})
