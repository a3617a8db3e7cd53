import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries, type StoredUnit } from '../../../db/queries/organisation'
import { failure } from '../../../shared/contract/errors'
import type { UnitId } from '../../../shared/model/id'
import type { Unit } from '../../../shared/model/unit'
import { knownDepartments, type KnownDepartment } from '../../../shared/rules/organisation/units'

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

export function stored(unit: Unit): StoredUnit {
  return { ...unit, aliases: JSON.stringify(unit.aliases) }
}

/** The departments that a roster may name without being asked about them. */
export function knownDepartmentsOf(db: BranchDatabase): readonly KnownDepartment[] {
  return knownDepartments(unitsOf(db), organisationQueries(db).departmentsInUse.all())
}
