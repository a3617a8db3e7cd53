import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectRoster } from '../../electron/backend/roster/inspect/inspect'
import { daySchema } from '../../shared/model/date'
import { expectedRosterSchema, measure } from '../fixtures/roster-measures'

const FOLDER = join(import.meta.dirname, '../fixtures/rosters')
const TODAY = daySchema.parse('2026-06-01')
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))

const measured = FILES.map((file) => {
  const expected = expectedRosterSchema.parse(
    JSON.parse(readFileSync(join(FOLDER, file.replace(/\.\w+$/, '.expected.json')), 'utf8')),
  )
  const found = inspectRoster(file, readFileSync(join(FOLDER, file)), TODAY)
  return { file, expected, found, measures: found.then((inspection) => measure(inspection, expected)) }
})

describe.each(measured)('$file', ({ expected, found, measures }) => {
  it('is read with the right sheets, header rows and skipped rows', async () => {
    const { kind, sheets } = await found
    expect(kind).toBe(expected.kind)
    const plain = sheets.map(({ name, use, state, headerRows, firstDataRow, lastDataRow, hiddenRows, ignoredRows }) => {
      return { name, use, state, headerRows, firstDataRow, lastDataRow, hiddenRows: hiddenRows ?? [], ignoredRows }
    })
    expect(plain).toEqual(
      expected.sheets.map((sheet) => ({
        name: sheet.name,
        use: sheet.use,
        state: sheet.state,
        headerRows: sheet.headerRows,
        firstDataRow: sheet.firstDataRow,
        lastDataRow: sheet.lastDataRow,
        hiddenRows: sheet.hiddenRows,
        ignoredRows: sheet.ignoredRows,
      })),
    )
    expect(sheets.map(({ columns }) => columns)).toEqual(expected.sheets.map(({ columns }) => columns))
  })

  it('gives each heading its field', async () => {
    const { headings } = await measures
    expect(headings.wrong).toEqual([])
    expect(Object.keys((await found).mapping)).toEqual(Object.keys(expected.mapping))
  })

  it('reads every cell of every member as it is meant, loses nobody and invents nobody', async () => {
    const { fields, lost, invented } = await measures
    expect({ wrong: fields.wrong, lost, invented }).toEqual({ wrong: [], lost: [], invented: [] })
  })

  it('finds every fault and no other', async () => {
    const { issues } = await measures
    expect({ missed: issues.missed, superfluous: issues.superfluous }).toEqual({ missed: [], superfluous: [] })
    const { infos } = await found
    expect(infos).toEqual(expected.infos)
  })

  it('counts what the summary counts', async () => {
    expect((await found).summary).toMatchObject(expected.summary)
  })
})

it('meets the measures over all files', async () => {
  const all = await Promise.all(measured.map(({ measures }) => measures))
  const sum = (count: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + count(one), 0)
  const headings = sum((one) => one.headings.total)
  const fields = sum((one) => one.fields.total)
  const expected = sum((one) => one.issues.expected)
  const reported = sum((one) => one.issues.reported)
  expect(headings).toBeGreaterThan(150)
  expect(fields).toBeGreaterThan(5000)
  expect(1 - sum((one) => one.headings.wrong.length) / headings).toBeGreaterThanOrEqual(0.99)
  expect(1 - sum((one) => one.fields.wrong.length) / fields).toBeGreaterThanOrEqual(0.995)
  expect(1 - sum((one) => one.issues.missed.length) / expected).toBeGreaterThanOrEqual(0.98)
  expect(1 - sum((one) => one.issues.superfluous.length) / reported).toBeGreaterThanOrEqual(0.95)
  expect(sum((one) => one.lost.length + one.invented.length)).toBe(0)
})
