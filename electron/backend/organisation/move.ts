import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries } from '../../../db/queries/organisation'
import { failure } from '../../../shared/contract/errors'
import type { BatchId, MemberId, UnitId } from '../../../shared/model/id'
import { unitFinder } from '../../../shared/rules/organisation/units'
import { writePlaces, type Placement } from './places'
import { requireParent, requireUnit, unitsOf } from './units'

interface Move {
  readonly title: string
  readonly placements: readonly Placement[]
  readonly alreadyThere: number
  /** Who belonged to a group and will belong to none. */
  readonly losingGroup: number
}

/** What a move of members comes to. Throws NOT_FOUND, UNIT_CLOSED. */
export function planMove(db: BranchDatabase, unitId: UnitId, memberIds: readonly MemberId[]): Move {
  const units = unitsOf(db)
  const unit = requireUnit(units, unitId)
  if (unit.closedOn !== null) throw failure('UNIT_CLOSED')
  const parent = requireParent(units, unit.parentId)
  const unitOf = unitFinder(units)
  const { placeOf } = organisationQueries(db)
  const ids = new Set(memberIds)
  let losingGroup = 0
  const placements = [...ids].flatMap((id): Placement[] => {
    const place = placeOf.get(id)
    if (place === undefined) throw failure('NOT_FOUND')
    const wanted =
      parent !== null
        ? { id, department: parent.name, unionGroup: unit.name }
        : { id, department: unit.name, unionGroup: null }
    if (unitOf(place.department, place.unionGroup)?.id === unitId) return []
    if (place.unionGroup !== null && wanted.unionGroup === null) losingGroup += 1
    return [wanted]
  })
  const title = parent === null ? unit.name : `${parent.name} ${unit.name}`
  return { title, placements, alreadyThere: ids.size - placements.length, losingGroup }
}

/** Moves members to a unit as one batch. Throws NOT_FOUND, UNIT_CLOSED, NOBODY_TO_MOVE. */
export function moveMembers(
  db: BranchDatabase,
  unitId: UnitId,
  memberIds: readonly MemberId[],
): Promise<{ batchId: BatchId; members: number }> {
  const { title, placements } = planMove(db, unitId, memberIds)
  if (placements.length === 0) throw failure('NOBODY_TO_MOVE')
  return writePlaces(db, { kind: 'move', title }, placements, () => 0)
}
