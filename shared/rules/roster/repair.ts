import type { Day } from '../../model/date'
import { rosterFieldSchema, type RosterField, type RosterIssueCode, type RowRepairs } from '../../model/roster'
import { rowReader, type FieldColumn, type ReadRow, type RowFields } from './row'

/** Fields that are checked against each other. */
const IDENTITY: readonly RosterField[] = ['idType', 'idNumber', 'birthDate', 'gender']
const CONTRADICTIONS: ReadonlySet<RosterIssueCode> = new Set(['id_birth_mismatch', 'id_gender_mismatch'])

/**
 * A row with cells typed anew, checked by the rules of the file. An empty text leaves the field empty.
 * @param repairs the texts typed, by field
 */
export function repairRow(row: ReadRow, repairs: RowRepairs, today: Day): ReadRow {
  const repaired = rosterFieldSchema.options.filter((field) => repairs[field] !== undefined)
  const checksIdentity = repaired.some((field) => IDENTITY.includes(field))
  const texts: RowFields = { ...(checksIdentity ? only(row.fields, IDENTITY) : {}), ...repairs }
  const fields = rosterFieldSchema.options.filter((field) => texts[field] !== undefined)
  const cells = fields.map((field) => texts[field] ?? null)
  const typed = { row: row.row, hidden: false, cells, own: cells, fromAbove: new Set<number>() }
  const read = rowReader(row.sheet, fields.map(columnOf), today)(typed)

  const isNew = (field: RosterField | null, code: RosterIssueCode) =>
    (field !== null && repaired.includes(field)) || (checksIdentity && CONTRADICTIONS.has(code))
  return {
    ...row,
    fields: { ...without(row.fields, fields), ...read.fields },
    derived: checksIdentity ? { ...without(row.derived, IDENTITY), ...read.derived } : row.derived,
    issues: [
      ...row.issues.filter(({ field, code }) => !isNew(field, code)),
      ...read.issues
        .filter(({ field, code }) => isNew(field, code))
        .map((issue) => ({ ...issue, cell: row.issues.find(({ field }) => field === issue.field)?.cell ?? null })),
    ],
  }
}

/** Typed numbers are those of citizens unless the row states another document. */
function columnOf(field: RosterField, index: number): FieldColumn {
  return { index, field, typed: false, trustsTenths: false, expectsCitizenId: true, splitter: null, flags: [] }
}

function only(values: RowFields, fields: readonly RosterField[]): RowFields {
  return Object.fromEntries(fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])))
}

function without(values: RowFields, fields: readonly RosterField[]): RowFields {
  return only(
    values,
    rosterFieldSchema.options.filter((field) => !fields.includes(field)),
  )
}
