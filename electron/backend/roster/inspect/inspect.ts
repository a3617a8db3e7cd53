import type { Day } from '../../../../shared/model/date'
import type { RosterField, RosterIssueCode, RosterSheet, SkippedRowReason } from '../../../../shared/model/roster'
import type { RawSheet } from '../../../../shared/rules/roster/cell'
import { duesReadings, statedTotal } from '../../../../shared/rules/roster/dues-list'
import { hasError } from '../../../../shared/rules/roster/issues'
import type { ReadRow, RowFields } from '../../../../shared/rules/roster/row'
import { tablesOf } from '../../../../shared/rules/roster/tables'
import { mayHoldPersons, understandWorkbook, type UnderstoodWorkbook } from '../../../../shared/rules/roster/workbook'
import { readWorkbook } from '../reader'
import { UnreadableFile } from '../reader/unreadable'

type Values = Partial<Record<RosterField, string | number>>

/** Fields that the record has and the shape of an inspection does not: their columns count as unread. */
const UNNAMED: ReadonlySet<string | null> = new Set<RosterField>([
  'birthPlace',
  'employmentForm',
  'newEmploymentType',
  'idValidUntil',
  'specialty',
])

/** What the program makes of a file before anybody answers a question, in clear. */
export interface Inspection {
  readonly file: string
  readonly kind: 'roster' | 'dues'
  readonly sheets: readonly InspectedSheet[]
  /** Fields by heading, over all used sheets. */
  readonly mapping: Readonly<Record<string, RosterField | null>>
  readonly members: readonly {
    readonly sheet: string
    readonly row: number
    /** Amounts in yuan. */
    readonly fields: Values
    readonly derived?: Values
    readonly importable?: false
  }[]
  readonly issues: readonly InspectedIssue[]
  readonly infos: readonly {
    readonly sheet: string
    readonly row: number
    readonly field: string
    readonly code: string
  }[]
  readonly summary: {
    readonly rows: number
    readonly importable: number
    readonly errors: number
    readonly warnings: number
    readonly duplicates: number
    /** Of dues lists: the sum of the rows, and what the list says it is. */
    readonly duesTotal?: number
    readonly statedTotal?: number | null
    readonly byCode: Readonly<Record<string, number>>
  }
}

interface InspectedSheet {
  readonly name: string
  readonly use: boolean
  readonly state?: 'hidden'
  readonly why?: string
  readonly headerRows: readonly number[]
  readonly firstDataRow: number | null
  readonly lastDataRow: number | null
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly string[]
  readonly ignoredRows: readonly { readonly row: number; readonly why: string }[]
  readonly columns: readonly { readonly col: string; readonly heading: string; readonly field: RosterField | null }[]
}

interface InspectedIssue {
  readonly sheet: string
  readonly row: number
  readonly field: RosterField | null
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly raw?: string
  readonly with?: { readonly sheet: string; readonly row: number }
}

const WHY_IGNORED: Readonly<Record<SkippedRowReason, string>> = {
  banner: 'banner',
  blank: 'row_blank',
  total: 'total_row',
  repeatedHeader: 'repeated_header',
  sectionTitle: 'section_title',
  note: 'notes',
  hidden: 'hidden_row',
}

const WHY_UNUSED: Readonly<Record<NonNullable<RosterSheet['unusedReason']>, string>> = {
  hidden: 'hidden sheet: not read unless the user asks',
  noRoster: 'no list of persons',
  duesList: 'a deduction list beside rosters: its amounts are payments',
  activityList: 'people who take part in something or were given something, not members',
  empty: 'empty sheet',
  choice: 'left out',
}

/** Our finer codes in the words of the inspection. */
const CODES: Partial<Record<RosterIssueCode, string>> = {
  id_converted: 'id_length',
  id_date_invalid: 'date_invalid',
  date_future: 'date_invalid',
  number_invalid: 'value_unknown',
  text_too_long: 'value_unknown',
  formula_not_calculated: 'value_unknown',
}

/**
 * Reads and understands a file as the wizard does. A workbook of deduction lists only, which the wizard leaves to the
 * dues, is read in full.
 * @throws UnreadableFile
 */
export async function inspectRoster(file: string, bytes: Buffer, today: Day): Promise<Inspection> {
  const raw = (await readWorkbook(bytes)).flatMap(tablesOf)
  const proposed = understandWorkbook(raw, null, today)
  if (!mayHoldPersons(raw, proposed)) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  const isDues = proposed.sheets.some(({ kind }) => kind === 'dues') && proposed.sheets.every(({ use }) => !use)
  const understood = namedOnly(isDues ? understandWorkbook(raw, duesReadings(proposed.sheets), today) : proposed)
  const issues = issuesOf(understood)
  return {
    file,
    kind: isDues ? 'dues' : 'roster',
    sheets: understood.sheets.map((sheet, index) =>
      sheetOf(sheet, proposed.sheets[index] ?? sheet, raw[index], understood.rows),
    ),
    mapping: mappingOf(understood.sheets),
    members: understood.rows.map((row) => ({
      sheet: row.sheet,
      row: row.row,
      fields: inYuan(row.fields),
      ...(Object.keys(row.derived).length === 0 ? {} : { derived: inYuan(row.derived) }),
      ...(hasError(row.issues) ? { importable: false as const } : {}),
    })),
    issues,
    infos: understood.rows.flatMap(({ sheet, row, issues: all }) =>
      all.flatMap(({ severity, field, code }) =>
        severity === 'info' ? [{ sheet, row, field: field ?? '', code }] : [],
      ),
    ),
    summary: {
      rows: understood.rows.length,
      importable: understood.rows.filter((row) => !hasError(row.issues)).length,
      errors: issues.filter(({ severity }) => severity === 'error').length,
      warnings: issues.filter(({ severity }) => severity === 'warning').length,
      duplicates: issues.filter(({ code }) => code === 'id_duplicate_in_file').length,
      ...(isDues
        ? { duesTotal: duesTotal(understood.rows), statedTotal: inYuanOf(statedTotal(understood.sheets, raw)) }
        : {}),
      byCode: countBy(issues.map(({ code }) => code)),
    },
  }
}

function namedOnly({ sheets, rows }: UnderstoodWorkbook): UnderstoodWorkbook {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) => (UNNAMED.has(column.field) ? { ...column, field: null } : column)),
    })),
    rows: rows.map((row) => ({
      ...row,
      fields: Object.fromEntries(Object.entries(row.fields).filter(([field]) => !UNNAMED.has(field))),
      issues: row.issues.filter(({ field }) => !UNNAMED.has(field)),
    })),
  }
}

function sheetOf(
  { name, use, headerRows, skippedRows, columns }: RosterSheet,
  { unusedReason }: RosterSheet,
  raw: RawSheet | undefined,
  rows: readonly ReadRow[],
): InspectedSheet {
  const state = raw?.hidden === true ? { state: 'hidden' as const } : {}
  if (!use) {
    const why = WHY_UNUSED[unusedReason ?? 'choice']
    return {
      name,
      use,
      ...state,
      why,
      headerRows: [],
      firstDataRow: null,
      lastDataRow: null,
      ignoredRows: [],
      columns: [],
    }
  }
  const data = rows.filter(({ sheet }) => sheet === name).map(({ row }) => row)
  const hidden = new Set(raw?.rows.flatMap((row) => (row.hidden ? [row.row] : [])))
  const hiddenRows = data.filter((row) => hidden.has(row))
  const hiddenColumns = columns.filter((column) => column.hidden).map(({ letter }) => letter)
  return {
    name,
    use,
    ...state,
    headerRows,
    firstDataRow: data.at(0) ?? null,
    lastDataRow: data.at(-1) ?? null,
    ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
    ignoredRows: skippedRows.map(({ row, reason }) => ({ row, why: WHY_IGNORED[reason] })),
    columns: columns.map(({ letter, heading, field }) => ({ col: letter, heading, field })),
  }
}

/** A heading that stands twice shows the field that one of its columns got. */
function mappingOf(sheets: readonly RosterSheet[]): Record<string, RosterField | null> {
  const mapping: Record<string, RosterField | null> = {}
  for (const { use, columns } of sheets) {
    if (!use) continue
    for (const { heading, field } of columns) if (heading !== '') mapping[heading] = mapping[heading] ?? field
  }
  return mapping
}

/** Issues in the order of the file; a total and an empty row between members are told as well, so that no row vanishes. */
function issuesOf({ sheets, rows }: UnderstoodWorkbook): InspectedIssue[] {
  return sheets.flatMap(({ name, skippedRows }) => {
    const ofRows = rows
      .filter(({ sheet }) => sheet === name)
      .flatMap(({ row, issues }) =>
        issues.flatMap(({ severity, field, code, raw, withRow, withSheet }): InspectedIssue[] => {
          if (severity === 'info') return []
          const other = withRow === null ? {} : { with: { sheet: withSheet ?? name, row: withRow } }
          const text = raw === null ? {} : { raw }
          return [{ sheet: name, row, field, code: CODES[code] ?? code, severity, ...text, ...other }]
        }),
      )
    const last = rows.findLast(({ sheet }) => sheet === name)?.row ?? 0
    const ofSkipped = skippedRows
      .filter(({ row, reason }) => reason === 'total' || (reason === 'blank' && row < last))
      .map(({ row, reason }): InspectedIssue => {
        return { sheet: name, row, field: null, code: WHY_IGNORED[reason], severity: 'warning' }
      })
    return [...ofRows, ...ofSkipped].sort((one, other) => one.row - other.row)
  })
}

function inYuan(fields: RowFields): Values {
  const amounts = (['wage', 'duesAmount'] as const).flatMap((field) => {
    const fen = fields[field]
    return typeof fen === 'number' ? [[field, fen / 100] as const] : []
  })
  return { ...fields, ...Object.fromEntries(amounts) }
}

function duesTotal(rows: readonly ReadRow[]): number {
  return rows.reduce((fen, { fields }) => fen + Number(fields.duesAmount ?? 0), 0) / 100
}

const inYuanOf = (fen: number | null) => (fen === null ? null : fen / 100)

function countBy(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
