import type { RosterColumn, RosterField } from '../../model/roster'
import type { ColumnMeaning } from './columns'
import { bareWords } from './headings'

/** What the headings of a file were confirmed to mean. */
export interface RememberedMapping {
  /** See `headingFingerprint`. */
  readonly fingerprint: string
  /** Field by heading as `headingKeys` writes it, null for columns that are not read. */
  readonly fields: Readonly<Record<string, RosterField | null>>
}

type Headed = Pick<RosterColumn, 'heading'>

/** The headings as they are compared, the second one of a kind told apart; empty for a column without. */
export function headingKeys(columns: readonly Headed[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ heading }) => {
    const key = bareWords(heading)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return key === '' || count === 1 ? key : `${key} ${String(count)}`
  })
}

/** A key for files of the same source: their headings in whatever order. */
export function headingFingerprint({ columns }: { readonly columns: readonly Headed[] }): string {
  return headingKeys(columns)
    .filter((key) => key !== '')
    .sort()
    .join('\n')
}

/** What to remember of a sheet once its columns were confirmed. */
export function mappingOf(sheet: {
  readonly columns: readonly Pick<RosterColumn, 'heading' | 'field'>[]
}): RememberedMapping {
  const keys = headingKeys(sheet.columns)
  const fields = sheet.columns.flatMap(({ field }, index) => {
    const key = keys[index] ?? ''
    return key === '' ? [] : [[key, field] as const]
  })
  return { fingerprint: headingFingerprint(sheet), fields: Object.fromEntries(fields) }
}

/** Part of the headings of either file that the other one must have. */
const SAME_SOURCE = 0.75

/** Whether two fingerprints are of one source: nearly the same headings, one of them renamed or a few more. */
export function isSameSource(one: string, other: string): boolean {
  if (one === other) return true
  const [left, right] = [new Set(one.split('\n')), new Set(other.split('\n'))]
  const shared = [...left].filter((key) => right.has(key)).length
  const differing = Math.max(left.size, right.size) - shared
  return shared >= 2 && (differing <= 1 || shared >= Math.max(left.size, right.size) * SAME_SOURCE)
}

/**
 * Meanings with what was confirmed for an earlier file of the same source; what that one did not have is proposed as
 * ever, unless its field is taken.
 */
export function withRemembered(
  columns: readonly Headed[],
  proposed: readonly ColumnMeaning[],
  mappings: readonly RememberedMapping[],
): readonly ColumnMeaning[] {
  const fingerprint = headingFingerprint({ columns })
  const remembered =
    mappings.find((mapping) => mapping.fingerprint === fingerprint) ??
    mappings.find((mapping) => isSameSource(mapping.fingerprint, fingerprint))
  if (remembered === undefined || fingerprint === '') return proposed
  const keys = headingKeys(columns)
  const confirmed = keys.map((key) => (key === '' ? undefined : remembered.fields[key]))
  const taken = new Set(confirmed)
  return proposed.map((meaning, index) => {
    const field = confirmed[index]
    if (field !== undefined) return { field, confidence: 'sure', reason: 'choice' }
    if (meaning.field === null || !taken.has(meaning.field)) return meaning
    return { field: null, confidence: 'likely', reason: 'neighbours' }
  })
}
