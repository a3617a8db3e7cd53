import type { UnitId } from '../../../shared/model/id'
import type { Unit } from '../../../shared/model/unit'

type NamedUnit = Pick<Unit, 'id' | 'parentId' | 'name'>

/** A unit by its whole name, `一车间 / 第一小组`; null for the branch itself or a unit that is not there. */
export function unitPath(units: readonly NamedUnit[], id: UnitId | null): string | null {
  const unit = units.find((other) => other.id === id)
  if (unit === undefined) return null
  const parent = units.find((other) => other.id === unit.parentId)
  return parent === undefined ? unit.name : `${parent.name} / ${unit.name}`
}
