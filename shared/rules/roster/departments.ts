import { areSimilar, spellingKey } from '../organisation/spelling'
import { editDistance } from './distance'
import { severityOf } from './issues'
import type { ReadRow } from './row'

/** A department of the record, with other spellings that rosters use for it. */
export interface KnownDepartment {
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Holds the departments of a file against those recorded: a known one gets its recorded spelling, an unknown one is
 * taken out of the row and asked about. Where nothing is recorded yet every department is new and kept.
 */
export function checkDepartments(rows: readonly ReadRow[], known: readonly KnownDepartment[]): readonly ReadRow[] {
  if (known.length === 0) return rows
  const names = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((word) => [spellingKey(word), name] as const)),
  )
  return rows.map((row) => {
    const { department, ...others } = row.fields
    if (typeof department !== 'string') return row
    const name = names.get(spellingKey(department))
    if (name !== undefined) return name === department ? row : { ...row, fields: { ...row.fields, department: name } }
    const code = 'department_unknown'
    const place = { cell: null, withRow: null, withSheet: null }
    const issue = { code, severity: severityOf(code), field: 'department', raw: department, ...place } as const
    return { ...row, fields: others, issues: [...row.issues, issue] }
  })
}

/** The recorded departments that a text is most like, the likest first. */
export function similarDepartments(text: string, known: readonly KnownDepartment[]): string[] {
  return known
    .map(({ name, aliases }) => ({
      name,
      distance: Math.min(...[name, ...aliases].map((word) => distance(text, word))),
    }))
    .filter((candidate) => candidate.distance < Infinity)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}

/**
 * A slip of the pen is nearest, then a name that holds the other one (机电学院, 机电学院分工会), then long names with
 * more slips; 一车间 and 三车间 are two departments however near they look.
 */
function distance(one: string, other: string): number {
  if (areSimilar(one, other)) return 0
  const [shorter = '', longer = ''] = [spellingKey(one), spellingKey(other)].sort((a, b) => a.length - b.length)
  if (shorter.length >= 2 && longer.includes(shorter)) return 1
  const edits = editDistance(shorter, longer)
  return edits > 1 && edits <= longer.length / 4 ? edits : Infinity
}
