import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries, type NamedPlace } from '../../../db/queries/organisation'
import { failure } from '../../../shared/contract/errors'
import type { Day, PartialDate } from '../../../shared/model/date'
import { newId, unitIdSchema, type BatchId, type UnitId } from '../../../shared/model/id'
import type { Unit, UnitInput } from '../../../shared/model/unit'
import { wasHeldOn } from '../../../shared/rules/organisation/as-of'
import { placementsOf, writePlaces, type Placement } from './places'
import { treeOf } from './tree'
import { aliasesBeside, newUnit, requireFreeNames, requireParent, requireUnit, stored, unitsOf } from './units'

interface Written {
  readonly batchId: BatchId
  readonly members: number
}

function siblingsOf(units: readonly Unit[], parentId: UnitId | null, exceptId: UnitId | null = null): readonly Unit[] {
  return units.filter((unit) => unit.parentId === parentId && unit.id !== exceptId)
}

/** Everybody with one of the old names who gets the new ones. */
function renamed(db: BranchDatabase, unit: Unit, parent: Unit | null, spellings: readonly NamedPlace[]): Placement[] {
  const to = (place: NamedPlace): NamedPlace =>
    parent === null
      ? { department: unit.name, unionGroup: place.unionGroup }
      : { department: parent.name, unionGroup: unit.name }
  // A name may be given twice, as the old one and as another spelling.
  return [...new Map(spellings.flatMap((named) => placementsOf(db, named, to)).map((row) => [row.id, row])).values()]
}

/** The names under which members of a unit may stand: its own and its other spellings. */
function namesOf(unit: Pick<Unit, 'name' | 'aliases'>, parent: Unit | null): readonly NamedPlace[] {
  return [unit.name, ...unit.aliases].map((name) =>
    parent === null ? { department: name, unionGroup: null } : { department: parent.name, unionGroup: name },
  )
}

/** Throws NOT_FOUND, UNIT_CLOSED for a closed parent, UNIT_NAME_TAKEN. */
export async function addUnit(db: BranchDatabase, input: UnitInput): Promise<Written & { id: UnitId }> {
  const units = unitsOf(db)
  const parent = requireParent(units, input.parentId)
  if (parent !== null && parent.closedOn !== null) throw failure('UNIT_CLOSED')
  const siblings = siblingsOf(units, input.parentId)
  const unit = newUnit(newId(unitIdSchema), input, siblings)
  requireFreeNames(siblings, unit)
  const placements = renamed(db, unit, parent, namesOf(unit, parent))
  const written = await writePlaces(db, { kind: 'organisation', title: unit.name }, placements, () => {
    organisationQueries(db).insertUnit.run(stored(unit))
    return 1
  })
  return { ...written, id: unit.id }
}

interface UnitUpdate {
  readonly before: Unit
  readonly after: Unit
  readonly placements: readonly Placement[]
}

/** What changing a unit comes to. Throws NOT_FOUND, UNIT_NAME_TAKEN. */
export function planUpdate(db: BranchDatabase, id: UnitId, input: UnitInput): UnitUpdate {
  const units = unitsOf(db)
  const before = requireUnit(units, id)
  // A 分会 stays one, and so does a 小组.
  if ((before.parentId === null) !== (input.parentId === null)) throw failure('NOT_FOUND')
  const [oldParent, parent] = [requireParent(units, before.parentId), requireParent(units, input.parentId)]
  const siblings = siblingsOf(units, input.parentId, id)
  const moves = input.parentId !== before.parentId
  const after = {
    ...before,
    ...input,
    aliases: aliasesBeside(input.name, input.aliases),
    position: moves ? newUnit(id, input, siblings).position : before.position,
  }
  requireFreeNames(siblings, after)
  const names = [...namesOf({ name: before.name, aliases: [] }, oldParent), ...namesOf(after, parent)]
  return { before, after, placements: renamed(db, after, parent, names) }
}

/** Renames or moves a unit with its members. Throws NOT_FOUND, UNIT_NAME_TAKEN. */
export function updateUnit(db: BranchDatabase, id: UnitId, input: UnitInput): Promise<Written> {
  const { before, after, placements } = planUpdate(db, id, input)
  const title = before.name === after.name ? after.name : `${before.name} → ${after.name}`
  return writePlaces(db, { kind: 'organisation', title }, placements, () => {
    organisationQueries(db).updateUnit.run(stored(after))
    return 1
  })
}

/** Throws NOT_FOUND unless the ids are those of all siblings. */
export function reorderUnits(db: BranchDatabase, parentId: UnitId | null, ids: readonly UnitId[]): void {
  const siblings = siblingsOf(unitsOf(db), parentId)
  if (siblings.length !== new Set(ids).size) throw failure('NOT_FOUND')
  const ordered = ids.map((id) => requireUnit(siblings, id))
  db.write(() => {
    for (const [position, unit] of ordered.entries()) {
      organisationQueries(db).updateUnit.run(stored({ ...unit, position }))
    }
  })
}

/** Closes a unit with its groups and ends the posts held there. Throws NOT_FOUND, UNIT_CLOSED, UNIT_HAS_MEMBERS. */
export function closeUnit(db: BranchDatabase, id: UnitId, closedOn: PartialDate, today: Day): { batchId: BatchId } {
  const { units } = treeOf(db, today)
  const unit = units.find((node) => node.id === id)
  if (unit === undefined) throw failure('NOT_FOUND')
  if (unit.closedOn !== null) throw failure('UNIT_CLOSED')
  const members = unit.active + unit.kept
  if (members > 0) throw failure('UNIT_HAS_MEMBERS', { members })
  const closing = unitsOf(db).filter((other) => (other.id === id || other.parentId === id) && other.closedOn === null)
  const { posts, updatePost, updateUnit: update } = organisationQueries(db)
  const held = posts
    .all()
    .filter((post) => closing.some((other) => other.id === post.unitId))
    .filter(({ heldTo, heldFrom }) => heldTo === null && wasHeldOn({ heldFrom, heldTo }, today, today) !== 'no')
  const { batchId } = db.writeBatch({ kind: 'organisation', title: unit.name }, () => {
    for (const other of closing) update.run(stored({ ...other, closedOn }))
    for (const post of held) updatePost.run({ ...post, heldTo: closedOn })
    return { count: closing.length + held.length, result: null }
  })
  return { batchId }
}

/** Throws NOT_FOUND, UNIT_CLOSED while the 分会 above is closed. */
export function reopenUnit(db: BranchDatabase, id: UnitId): void {
  const units = unitsOf(db)
  const unit = requireUnit(units, id)
  const parent = requireParent(units, unit.parentId)
  if (parent !== null && parent.closedOn !== null) throw failure('UNIT_CLOSED')
  db.write(() => organisationQueries(db).updateUnit.run(stored({ ...unit, closedOn: null })))
}

/** Removes a unit that nothing refers to. Throws NOT_FOUND, UNIT_IN_USE. */
export function removeUnit(db: BranchDatabase, id: UnitId): { batchId: BatchId } {
  const units = unitsOf(db)
  const unit = requireUnit(units, id)
  const parent = requireParent(units, unit.parentId)
  const { hasPosts, namedSo, removeUnit: remove } = organisationQueries(db)
  const [own] = namesOf({ name: unit.name, aliases: [] }, parent)
  const isNamed = own !== undefined && namedSo.get(own) !== undefined
  if (isNamed || hasPosts.get(id) === 1 || units.some(({ parentId }) => parentId === id)) throw failure('UNIT_IN_USE')
  const { batchId } = db.writeBatch({ kind: 'removal', title: unit.name }, () => {
    remove.run(id)
    return { count: 1, result: null }
  })
  return { batchId }
}
