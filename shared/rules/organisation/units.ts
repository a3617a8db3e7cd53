import type { Unit } from '../../model/unit'
import { areSimilar, spellingKey } from './spelling'

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

/** A department that a roster may name, by its name or another spelling of it. */
export interface KnownDepartment {
  readonly name: string
  readonly aliases: readonly string[]
}

/** The departments that a roster may name: the 分会 of the tree, or while there is no tree those in use. */
export function knownDepartments(
  units: readonly Pick<Unit, 'parentId' | 'name' | 'aliases' | 'closedOn'>[],
  departmentsInUse: readonly string[],
): readonly KnownDepartment[] {
  const branches = units.filter(({ parentId, closedOn }) => parentId === null && closedOn === null)
  if (branches.length > 0) return branches.map(({ name, aliases }) => ({ name, aliases }))
  return departmentsInUse.map((name) => ({ name, aliases: [] }))
}

export type DepartmentMatch =
  | { readonly kind: 'known'; readonly name: string }
  /** To be asked about; the likeliest of the known departments first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] }

/** Width and blanks say nothing. */
function written(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** Which known department a text names: by its name or an alias as written, never by likeness. */
export function matchDepartment(text: string, known: readonly KnownDepartment[]): DepartmentMatch {
  const wanted = written(text)
  const named =
    known.find(({ name }) => written(name) === wanted) ??
    known.find(({ aliases }) => aliases.some((alias) => written(alias) === wanted))
  if (named !== undefined) return { kind: 'known', name: named.name }
  const key = spellingKey(text)
  const spellings = (department: KnownDepartment) => [department.name, ...department.aliases]
  const same = known.filter((department) => spellings(department).some((spelling) => spellingKey(spelling) === key))
  const near = known.filter((department) => spellings(department).some((spelling) => areSimilar(spelling, text)))
  return { kind: 'unknown', suggestions: [...new Set([...same, ...near].map(({ name }) => name))] }
}
