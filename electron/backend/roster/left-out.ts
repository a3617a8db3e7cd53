import path from 'node:path'
import { logAccess } from '../../../db/queries/access'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { HostClient } from '../../../shared/contract/host'
import type { RosterImportId } from '../../../shared/model/id'
import { memberFieldDeclarations, memberFieldSchema } from '../../../shared/model/member'
import { rosterFieldSchema, type RosterField } from '../../../shared/model/roster'
import { sheetWords, type SheetLanguage } from '../../../shared/rules/roster/sheet-words'
import type { SheetWords } from '../../../shared/rules/roster/sheet-words/words'
import { withExtension } from './export'
import { entryReader, type StagedEntry } from './entries'
import { importOf } from './staging'
import { writeWorkbook, type SheetColumn, type SheetValue } from './workbook-file'

/** Width of fields that only sheets have, and of the columns beside the fields, in characters. */
const OTHER_WIDTH = 16
const REASON_WIDTH = 60

type Staged = Omit<StagedRow, 'fields' | 'issues'> & StagedEntry

/**
 * Saves the rows that a commit leaves out, with cell and reason, under headings that the reader knows; null when the
 * dialog was cancelled. Throws NOT_FOUND, EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export async function saveLeftOut(
  db: BranchDatabase,
  host: HostClient,
  id: RosterImportId,
  language: SheetLanguage,
): Promise<{ readonly fileName: string } | null> {
  const words = sheetWords[language]
  const { fileName } = importOf(db, id)
  const staged = rosterQueries(db).leftOut.all(id)
  const entries = entryReader(db, id)(staged)
  const rows = staged.flatMap((row, index): Staged[] =>
    entries[index] === undefined ? [] : [{ ...row, ...entries[index] }],
  )
  const chosen = await host.chooseSavePath({ suggestedName: `${path.parse(fileName).name}-${words.leftOut}.xlsx` })
  if (chosen === null) return null
  const file = withExtension(chosen)
  logAccess(db, { kind: 'export', subject: words.leftOut, count: rows.length })
  const fields = rosterFieldSchema.options.filter((field) => rows.some((row) => rawValue(row, field) !== null))
  const sheet = {
    name: words.leftOut,
    columns: columnsOf(fields, words),
    rows: rows.map((row) => [row.sheet, row.row, ...fields.map((field) => rawValue(row, field)), reasonOf(row, words)]),
    rowCount: rows.length,
  }
  const writing = writeWorkbook(file, sheet, undefined)
  while ((await writing.next()).done !== true) continue
  return { fileName: path.basename(file) }
}

function columnsOf(fields: readonly RosterField[], { headings }: SheetWords): SheetColumn[] {
  return [
    { heading: headings.sheet, width: OTHER_WIDTH, kind: 'text' },
    { heading: headings.row, width: OTHER_WIDTH, kind: 'text' },
    ...fields.map((field): SheetColumn => {
      const member = memberFieldSchema.safeParse(field)
      const width = member.success ? memberFieldDeclarations[member.data].width : OTHER_WIDTH
      return { heading: headings[field], width, kind: isMoney(field) ? 'money' : 'text' }
    }),
    { heading: headings.reason, width: REASON_WIDTH, kind: 'text' },
  ]
}

const isMoney = (field: RosterField) => field === 'wage' || field === 'duesAmount'

/** What was read of a field, or else the cell as it stands in the file. */
function rawValue({ fields, issues }: Staged, field: RosterField): SheetValue {
  const value = fields[field]
  if (typeof value === 'number') return value / 100
  return value ?? issues.find((issue) => issue.field === field)?.raw ?? null
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
