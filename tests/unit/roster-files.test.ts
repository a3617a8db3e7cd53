import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { daySchema } from '../../shared/model/date'
import { hasError } from '../../shared/rules/roster/issues'
import type { ReadRow } from '../../shared/rules/roster/row'
import { understandWorkbook, type UnderstoodWorkbook } from '../../shared/rules/roster/workbook'

const FOLDER = join(import.meta.dirname, '../fixtures/rosters')
const TODAY = daySchema.parse('2026-06-01')

const place = z.object({ sheet: z.string(), row: z.int() })
const fieldValues = z.record(z.string(), z.union([z.string(), z.number()]))
const expectedSchema = z.object({
  kind: z.enum(['roster', 'dues']),
  sheets: z.array(
    z.object({
      name: z.string(),
      use: z.boolean(),
      state: z.string().optional(),
      headerRows: z.array(z.int()),
      firstDataRow: z.int().nullable(),
      lastDataRow: z.int().nullable(),
      hiddenRows: z.array(z.int()).default([]),
      hiddenColumns: z.array(z.unknown()).default([]),
      ignoredRows: z.array(z.object({ row: z.int(), why: z.string() })),
    }),
  ),
  mapping: z.record(z.string(), z.string().nullable()),
  members: z.array(
    place.extend({ fields: fieldValues, derived: fieldValues.default({}), importable: z.boolean().default(true) }),
  ),
  issues: z.array(
    place.extend({
      field: z.string().nullable(),
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      raw: z.string().optional(),
      with: place.optional(),
      alt: z.array(z.string()).default([]),
      optional: z.boolean().default(false),
    }),
  ),
  infos: z.array(place.extend({ code: z.string() })),
  summary: z.object({
    rows: z.int(),
    importable: z.int(),
    errors: z.int(),
    warnings: z.int(),
    duplicates: z.int(),
    duesTotal: z.number().optional(),
  }),
})
type Expected = z.infer<typeof expectedSchema>

/** Our skip reasons in the words of the expectation. */
const WHY = {
  banner: 'banner',
  blank: 'row_blank',
  total: 'total_row',
  repeatedHeader: 'repeated_header',
  sectionTitle: 'section_title',
  note: 'notes',
  hidden: 'hidden',
} as const
/** Codes that say more than the expectation's. */
const COARSER: Readonly<Record<string, string>> = { id_converted: 'id_length', id_date_invalid: 'date_invalid' }

const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))

async function understand(file: string, expected: Expected): Promise<UnderstoodWorkbook> {
  const sheets = await readWorkbook(readFileSync(join(FOLDER, file)))
  const first = understandWorkbook(sheets, null, TODAY)
  if (expected.kind === 'roster') return first
  expect(first.sheets.map(({ kind, use, unusedReason }) => ({ kind, use, unusedReason }))).toEqual([
    { kind: 'dues', use: false, unusedReason: 'duesList' },
  ])
  const readings = first.sheets.map(({ name, headerRows, columns }) => ({
    name,
    use: true,
    headerRows,
    hiddenRows: true,
    fields: Object.fromEntries(columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field]]))),
  }))
  return understandWorkbook(sheets, readings, TODAY)
}

const yuan = (field: string, value: string | number) =>
  (field === 'wage' || field === 'duesAmount') && typeof value === 'number' ? value / 100 : value
const inYuan = (fields: ReadRow['fields']) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, yuan(field, value)]))
const at = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}!${row}`

describe.each(FILES)('%s', (file) => {
  const expected = expectedSchema.parse(
    JSON.parse(readFileSync(join(FOLDER, file.replace(/\.\w+$/, '.expected.json')), 'utf8')),
  )
  const understood = understand(file, expected)

  it('is read with the right sheets, header rows and skipped rows', async () => {
    const { sheets, rows } = await understood
    const found = sheets.map(({ name, use, headerRows, skippedRows }) => {
      const data = rows.filter(({ sheet }) => sheet === name).map(({ row }) => row)
      return {
        name,
        use,
        headerRows: use ? headerRows : [],
        firstDataRow: data.at(0) ?? null,
        lastDataRow: data.at(-1) ?? null,
        ignoredRows: skippedRows.map(({ row, reason }) => ({ row, why: WHY[reason] })),
      }
    })
    expect(found).toEqual(
      expected.sheets.map(({ name, use, headerRows, firstDataRow, lastDataRow, ignoredRows }) => ({
        name,
        use,
        headerRows,
        firstDataRow,
        lastDataRow,
        ignoredRows,
      })),
    )
  })

  it('gives each column its field', async () => {
    const { sheets } = await understood
    const mapping = sheets
      .filter(({ use }) => use)
      .flatMap(({ columns }) => columns.filter(({ heading }) => heading !== ''))
      .map(({ heading, field }) => [heading, field])
    expect(Object.fromEntries(mapping)).toEqual(expected.mapping)
  })

  it('reads every cell as it is meant', async () => {
    const { rows } = await understood
    expect(rows.map((row) => ({ at: at(row), fields: inYuan(row.fields) }))).toEqual(
      expected.members.map((row) => ({ at: at(row), fields: row.fields })),
    )
    for (const [index, { derived, importable }] of expected.members.entries()) {
      const row = rows[index]
      expect({ at: row && at(row), derived: row?.derived }).toMatchObject({ derived })
      expect({ at: row && at(row), importable: !hasError(row?.issues ?? []) }).toMatchObject({ importable })
    }
  })

  it('finds every fault and no other', async () => {
    const { rows } = await understood
    const found = rows.flatMap((row) =>
      row.issues
        .filter(({ severity }) => severity !== 'info')
        .map(({ code, field, severity, raw, withRow, withSheet }) => ({
          at: `${at(row)} ${field ?? ''}`,
          code: COARSER[code] ?? code,
          severity,
          raw,
          with: withRow === null ? null : `${withSheet ?? ''}!${withRow}`,
        })),
    )
    const ofRows = expected.issues.filter(({ code }) => code !== 'row_blank' && code !== 'total_row')
    for (const issue of ofRows) {
      const place = `${at(issue)} ${issue.field ?? ''}`
      const index = found.findIndex(
        ({ at: there, code }) => there === place && [issue.code, ...issue.alt].includes(code),
      )
      if (index < 0 && issue.optional) continue
      expect(found[index], `${place} ${issue.code}`).toBeDefined()
      const [match] = found.splice(index, 1)
      expect({ place, severity: match?.severity }).toEqual({ place, severity: issue.severity })
      if (issue.raw?.trim() !== '' && issue.raw !== undefined) expect(match).toMatchObject({ raw: issue.raw.trim() })
      if (issue.with !== undefined) expect(match?.with).toBe(at(issue.with))
    }
    expect(found).toEqual([])
    expect(rows.filter(({ issues }) => issues.some(({ code }) => code === 'name_spaces_removed')).map(at)).toEqual(
      expected.infos.map(at),
    )
  })

  it('counts what the summary counts', async () => {
    const { sheets, rows } = await understood
    const issues = rows.flatMap((row) => row.issues)
    const skipped = sheets.flatMap(({ skippedRows }) => skippedRows)
    const listed = skipped.filter(({ reason }) => reason === 'blank' || reason === 'total')
    const dues = rows.reduce((total, { fields }) => total + Number(fields.duesAmount ?? 0), 0)
    expect({
      rows: rows.length,
      importable: rows.filter((row) => !hasError(row.issues)).length,
      errors: issues.filter(({ severity }) => severity === 'error').length,
      warnings: issues.filter(({ severity }) => severity === 'warning').length + listed.length,
      duplicates: issues.filter(({ code }) => code === 'id_duplicate_in_file').length,
      ...(expected.summary.duesTotal === undefined ? {} : { duesTotal: dues / 100 }),
    }).toMatchObject({
      rows: expected.summary.rows,
      importable: expected.summary.importable,
      errors: expected.summary.errors,
      warnings: expected.summary.warnings,
      duplicates: expected.summary.duplicates,
      ...(expected.summary.duesTotal === undefined ? {} : { duesTotal: expected.summary.duesTotal }),
    })
  })
})
