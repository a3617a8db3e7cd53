import type { Unit } from '../../model/unit'

type NamedUnit = Pick<Unit, 'id' | 'parentId' | 'name'>

/**
 * Tells which unit a member belongs to by the names in their record: the 小组 if the 分会 has one of that name, else the
 * 分会; null where no 分会 has the department's name.
 */
export function unitFinder<Found extends NamedUnit>(
  units: readonly Found[],
): (department: string | null, unionGroup: string | null) => Found | null {
  const byName = new Map(units.map((unit) => [nameKey(unit.parentId, unit.name), unit]))
  return (department, unionGroup) => {
    const branch = department === null ? undefined : byName.get(nameKey(null, department))
    if (branch === undefined) return null
    return (unionGroup === null ? undefined : byName.get(nameKey(branch.id, unionGroup))) ?? branch
  }
}

function nameKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''}\n${name}`
}
