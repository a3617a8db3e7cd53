import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { ReturnedCounts } from '../../../shared/contract/roster'
import { dayOf } from '../../../shared/rules/date'
import { ROSTER_TEXT_MAX, type RosterSheet, type RowRepairs } from '../../../shared/model/roster'
import type { RosterImportId } from '../../../shared/model/id'
import type { ReturnedRow, ReturnedRows, RowPlace } from '../../../shared/rules/roster/row-keys'
import { settingsOf, sheetsOf } from './entries'
import { readRoster } from './read-roster'
import { repair, type RowRepair } from './repair'
import { importOf } from './staging'

/** The texts of rows of an import's file as they stand there, by sheet and row. Throws NOT_FOUND, the FILE_… failures. */
export async function originalTexts(
  db: BranchDatabase,
  id: RosterImportId,
  places: readonly RowPlace[],
  signal: AbortSignal | undefined,
): Promise<(place: RowPlace) => ReturnedRow['texts']> {
  const bytes = rosterQueries(db).content.get(id)?.content ?? Buffer.alloc(0)
  const found = new Map<string, ReturnedRow['texts']>()
  const task = { bytes, readings: null, today: dayOf(new Date()), remembered: [], places }
  for await (const event of readRoster(task, signal)) {
    if (event.kind !== 'texts') continue
    for (const row of event.rows) found.set(placeKey(row), row.texts)
  }
  return (place) => found.get(placeKey(place)) ?? {}
}

const placeKey = ({ sheet, row }: RowPlace) => `${String(sheet)}!${String(row)}`

/**
 * Takes the corrections of rows that came back in a workbook: exactly the cells that differ from what was saved, of
 * rows that still wait. Throws NOT_FOUND, the FILE_… failures.
 */
export async function takeReturned(
  db: BranchDatabase,
  { importId, rows }: ReturnedRows,
  signal: AbortSignal | undefined,
): Promise<ReturnedCounts> {
  const sheets = sheetsOf(importOf(db, importId))
  const original = await originalTexts(db, importId, rows, signal)
  const counts = { repaired: 0, unchanged: 0, gone: 0 }
  const repairs: RowRepair[] = []
  for (const returned of rows) {
    const sheet = sheets[returned.sheet]
    const staged = sheet === undefined ? undefined : rosterQueries(db).rowAt.get(importId, sheet.name, returned.row)
    if (sheet === undefined || staged === undefined) {
      counts.gone++
      continue
    }
    const known = settingsOf(staged)?.repairs ?? {}
    const corrections = correctionsOf(sheet, returned.texts, original(returned), known)
    counts[Object.keys(corrections).length > 0 ? 'repaired' : 'unchanged']++
    if (Object.keys(corrections).length > 0) {
      repairs.push({ sheet: sheet.name, row: returned.row, repairs: { ...known, ...corrections } })
    }
  }
  if (repairs.length > 0) await repair(db, importId, repairs)
  return counts
}

function correctionsOf(
  { columns }: RosterSheet,
  texts: ReturnedRow['texts'],
  original: ReturnedRow['texts'],
  known: RowRepairs,
): RowRepairs {
  return Object.fromEntries(
    columns.flatMap(({ index, field }) => {
      const text = texts[String(index)] ?? ''
      if (field === null || text === (known[field] ?? original[String(index)] ?? '')) return []
      return [[field, text.slice(0, ROSTER_TEXT_MAX)] as const]
    }),
  )
}
