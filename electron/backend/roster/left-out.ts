import path from 'node:path'
import { logAccess } from '../../../db/queries/access'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { HostClient } from '../../../shared/contract/host'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterSheet } from '../../../shared/model/roster'
import { rowKey } from '../../../shared/rules/roster/row-keys'
import { sheetWords, type SheetLanguage } from '../../../shared/rules/roster/sheet-words'
import type { SheetWords } from '../../../shared/rules/roster/sheet-words/words'
import { entryReader, settingsOf, sheetsOf, type StagedEntry } from './entries'
import { withExtension } from './export'
import { writeLeftOut, type LeftOutRow, type LeftOutSheet } from './left-out-file'
import { originalTexts } from './returned'
import { importOf } from './staging'

type Staged = Omit<StagedRow, 'fields' | 'issues'> & StagedEntry

/**
 * Saves the rows that a commit leaves out, sheet by sheet with the columns and texts of the file, the reasons, and keys
 * by which the rows are known again; null when the dialog was cancelled. Throws NOT_FOUND, EXPORT_NOT_WRITTEN,
 * DISK_FULL.
 */
export async function saveLeftOut(
  db: BranchDatabase,
  host: HostClient,
  id: RosterImportId,
  language: SheetLanguage,
): Promise<{ readonly fileName: string } | null> {
  const words = sheetWords[language]
  const stored = importOf(db, id)
  const staged = rosterQueries(db).leftOut.all(id)
  const entries = entryReader(db, id)(staged)
  const rows = staged.flatMap((row, index): Staged[] =>
    entries[index] === undefined ? [] : [{ ...row, ...entries[index] }],
  )
  const suggestedName = `${path.parse(stored.fileName).name}-${words.leftOut}.xlsx`
  const chosen = await host.chooseSavePath({ suggestedName })
  if (chosen === null) return null
  const file = withExtension(chosen)
  logAccess(db, { kind: 'export', subject: words.leftOut, count: rows.length })
  const sheets = await sheetsToWrite(db, id, sheetsOf(stored), rows, words)
  for await (const _ of writeLeftOut(file, sheets, words.headings.reason)) continue
  return { fileName: path.basename(file) }
}

async function sheetsToWrite(
  db: BranchDatabase,
  id: RosterImportId,
  sheets: readonly RosterSheet[],
  rows: readonly Staged[],
  words: SheetWords,
): Promise<LeftOutSheet[]> {
  const places = sheets.map((sheet, order) => {
    const own = rows.filter((row) => row.sheet === sheet.name)
    const numbers = own.length === 0 ? [] : [...sheet.headerRows, ...own.map(({ row }) => row)]
    return { sheet, order, own, places: numbers.map((row) => ({ sheet: order, row })) }
  })
  const all = places.flatMap((sheet) => sheet.places)
  const textsOf = await originalTexts(db, id, all, undefined)
  return places
    .filter(({ own }) => own.length > 0)
    .map(({ sheet, order, own }) => ({
      name: sheet.name,
      width: Math.max(0, ...sheet.columns.map(({ index }) => index + 1)),
      header: sheet.headerRows.map((row) => textsOf({ sheet: order, row })),
      rows: own.map((row) => rowToWrite(id, sheet, order, row, textsOf({ sheet: order, row: row.row }), words)),
    }))
}

function rowToWrite(
  id: RosterImportId,
  { columns }: RosterSheet,
  order: number,
  row: Staged,
  original: LeftOutRow['texts'],
  words: SheetWords,
): LeftOutRow {
  const repairs = settingsOf(row)?.repairs ?? {}
  const typed = columns.flatMap(({ index, field }) =>
    field === null || repairs[field] === undefined ? [] : [[String(index), repairs[field]] as const],
  )
  const faults = columns.flatMap(({ index, field }) => {
    const reasons = row.issues.filter((issue) => issue.field === field && issue.severity !== 'info')
    return field === null || reasons.length === 0
      ? []
      : [{ column: index, reason: reasons.map(({ code }) => words.issues[code]).join('; ') }]
  })
  return {
    key: rowKey(id, { sheet: order, row: row.row }),
    texts: { ...original, ...Object.fromEntries(typed) },
    faults,
    reason: reasonOf(row, words),
  }
}

function reasonOf({ issues, conflict, decision }: Staged, words: SheetWords): string {
  const faults = issues
    .filter(({ severity }) => severity !== 'info')
    .map(({ cell, code, raw }) => [cell, words.issues[code], raw].filter((part) => part !== null).join(' '))
  return [
    ...(decision === 'leaveOut' ? [words.choice] : []),
    ...(conflict === null ? [] : [words.conflicts[conflict]]),
    ...faults,
  ].join('; ')
}
