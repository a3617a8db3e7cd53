import { logAccess } from '../../../db/queries/access'
import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import { partialDateSchema } from '../../../shared/model/date'
import type { RosterImportId } from '../../../shared/model/id'
import { memberFieldDeclarations, memberFieldSchema } from '../../../shared/model/member'
import { rosterFieldSchema, type RosterField, type RowRepairs } from '../../../shared/model/roster'
import { suggestIdNumbers, type Holder } from '../../../shared/rules/roster/id-suggestions'
import { entryReader, readStaged, settingsOf, type StagedEntry } from './entries'
import { importOf, reassess, stagedRow, type Place } from './staging'

/** What was typed for cells of a row. */
export interface RowRepair extends Place {
  readonly repairs: RowRepairs
}

/**
 * Keeps what a person typed for cells of rows; checked by the rules of the file when the rows are looked at again.
 * Throws NOT_FOUND; then nothing is kept.
 */
export async function repair(db: BranchDatabase, id: RosterImportId, rows: readonly RowRepair[]): Promise<void> {
  const { setRepairs } = rosterQueries(db)
  db.write(() => {
    for (const { repairs, ...place } of rows) {
      const staged = stagedRow(db, id, place)
      const kept = Object.keys(repairs).length === 0 ? null : JSON.stringify(repairs)
      setRepairs.run({ importId: id, position: staged.position, repairs: kept })
      if (repairs.idNumber !== undefined) releaseRepeating(db, id, place)
    }
  })
  await reassess(db, id)
}

/** Rows that repeated the ID number of a row repaired now are judged anew by the numbers as they are. */
function releaseRepeating(db: BranchDatabase, id: RosterImportId, { sheet, row }: Place): void {
  const { repeatingRows, setIssues } = rosterQueries(db)
  for (const staged of repeatingRows.all(id)) {
    const { issues } = readStaged(staged)
    const others = issues.filter(
      ({ code, withSheet, withRow }) => !(code === 'id_duplicate_in_file' && withSheet === sheet && withRow === row),
    )
    if (others.length === issues.length) continue
    setIssues.run({ importId: id, position: staged.position, issues: JSON.stringify(others) })
  }
}

export interface Fault {
  readonly field: RosterField
  /** As it stands in the file, or as it was typed. */
  readonly text: string
  readonly suggestions: string[]
}

/** The cells of a row that something is wrong with, in clear; logged where they are masked elsewhere. Throws NOT_FOUND. */
export function faultsOf(db: BranchDatabase, id: RosterImportId, place: Place): Fault[] {
  const staged = stagedRow(db, id, place)
  const [entry] = entryReader(db, id)([staged])
  if (entry === undefined) throw failure('NOT_FOUND')
  const typed = settingsOf(staged)?.repairs ?? {}
  const faulty = rosterFieldSchema.options.filter(
    (field) =>
      typed[field] !== undefined || entry.issues.some((issue) => issue.field === field && issue.severity !== 'info'),
  )
  if (faulty.some(isMasked)) {
    const subject = `${importOf(db, id).fileName} ${staged.name}`.trim()
    db.write(() => logAccess(db, { kind: 'reveal', subject, count: 1 }))
  }
  return faulty.map((field) => {
    const stated = entry.fields[field] ?? readStaged(staged).fields[field]
    const text = typed[field] ?? entry.issues.find((issue) => issue.field === field)?.raw ?? String(stated ?? '')
    const suggestions = field === 'idNumber' ? suggestIdNumbers(text, holderOf(entry)) : []
    return { field, text, suggestions: suggestions.filter((number) => number !== text) }
  })
}

function isMasked(field: RosterField): boolean {
  const memberField = memberFieldSchema.safeParse(field)
  return memberField.success && memberFieldDeclarations[memberField.data].masked
}

function holderOf({ fields }: StagedEntry): Holder {
  const birthDate = partialDateSchema.safeParse(fields.birthDate)
  return {
    birthDate: birthDate.success ? birthDate.data : null,
    gender: fields.gender === undefined ? null : String(fields.gender),
  }
}
