import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries, type StoredUnit } from '../../../db/queries/organisation'
import { failure } from '../../../shared/contract/errors'
import type { UnitId } from '../../../shared/model/id'
import type { Unit, UnitInput } from '../../../shared/model/unit'

const aliasesSchema = z.array(z.string())

/** Every unit: 分会 before the 小组, each in the order of its siblings. */
export function unitsOf(db: BranchDatabase): readonly Unit[] {
  return organisationQueries(db)
    .units.all()
    .map((unit) => ({ ...unit, aliases: aliasesSchema.parse(JSON.parse(unit.aliases)) }))
}

/** Throws NOT_FOUND. */
export function requireUnit(units: readonly Unit[], id: UnitId): Unit {
  const found = units.find((unit) => unit.id === id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

/** Throws NOT_FOUND unless the parent, if one is named, is a 分会. */
export function requireParent(units: readonly Unit[], parentId: UnitId | null): Unit | null {
  if (parentId === null) return null
  const parent = requireUnit(units, parentId)
  if (parent.kind !== 'branch') throw failure('NOT_FOUND')
  return parent
}

/** Throws UNIT_NAME_TAKEN when one of the unit's spellings is one of a sibling. */
export function requireFreeNames(siblings: readonly Unit[], { name, aliases }: Pick<Unit, 'name' | 'aliases'>): void {
  const taken = new Set(siblings.flatMap((sibling) => [sibling.name, ...sibling.aliases]))
  const clash = [name, ...aliases].find((spelling) => taken.has(spelling))
  if (clash !== undefined) throw failure('UNIT_NAME_TAKEN', { name: clash })
}

/** The spellings beside the name, each once. */
export function aliasesBeside(name: string, spellings: readonly string[]): string[] {
  return [...new Set(spellings.map((spelling) => spelling.trim()))].filter(
    (spelling) => spelling !== '' && spelling !== name,
  )
}

/** A unit at the end of its siblings. */
export function newUnit(
  id: UnitId,
  { parentId, name, aliases, foundedOn }: UnitInput,
  siblings: readonly Unit[],
): Unit {
  return {
    id,
    parentId,
    kind: parentId === null ? 'branch' : 'group',
    name,
    aliases: aliasesBeside(name, aliases),
    position: Math.max(-1, ...siblings.map(({ position }) => position)) + 1,
    foundedOn,
    closedOn: null,
  }
}

export function stored(unit: Unit): StoredUnit {
  return { ...unit, aliases: JSON.stringify(unit.aliases) }
}
