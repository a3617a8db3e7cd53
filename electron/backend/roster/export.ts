import path from 'node:path'
import { logAccess } from '../../../db/queries/access'
import { selectMembers } from '../../../db/queries/member-selection'
import { memberQueries } from '../../../db/queries/members'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { RosterExport } from '../../../shared/contract/roster'
import { daySchema } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldDeclarations, type Member, type MemberField } from '../../../shared/model/member'
import { dayOf } from '../../../shared/rules/date'
import { maskField } from '../../../shared/rules/mask'
import { sheetWords } from '../../../shared/rules/roster/sheet-words'
import type { SheetWords } from '../../../shared/rules/roster/sheet-words/words'
import { groupsOf } from './groups'
import type { Progress } from './progress'
import { writeWorkbook, type SheetColumn, type SheetValue } from './workbook-file'

type Column = RosterExport['columns'][number]
type ExportResult = { readonly fileName: string; readonly rows: number } | null

/** Width of the status column, in characters; a field's is part of its declaration. */
const STATUS_WIDTH = 10

/**
 * Writes the members of a filter to a workbook where a person says; masked, or in clear when a native dialog confirms
 * it. Always written to the access log. Throws NOT_CONFIRMED, EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export async function* exportRoster(
  db: BranchDatabase,
  host: HostClient,
  { filter, sort, columns, group, clear, language }: RosterExport,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ExportResult>, void, void> {
  const ids = selectMembers(db, { filter, sort })
  if (clear.clear && !(await host.confirm({ act: 'exportClear', rows: ids.length }))) throw failure('NOT_CONFIRMED')
  const words = sheetWords[language]
  const suggestedName = `${words.roster}-${dayOf(new Date())}.xlsx`
  const chosen = await host.chooseSavePath({ suggestedName })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  const file = withExtension(chosen)
  const rows = (members: readonly MemberId[]) =>
    rowsOf(db, members, columns, (column, member) => valueOf(column, member, words, clear.clear))
  function* groupedRows() {
    for (const { name, ids: members } of group === null ? [{ name: null, ids }] : groupsOf(db, ids, group)) {
      // A title needs a second column to be told from a member's name.
      if (group !== null && columns.length > 1) yield { title: words.group(name, members.length) }
      yield* rows(members)
    }
  }
  const sheet = {
    name: words.roster,
    columns: columns.map((column) => sheetColumn(column, words)),
    rows: groupedRows(),
    rowCount: ids.length,
    grouped: group !== null,
  }
  logAccess(db, {
    kind: 'export',
    subject: columns.join(','),
    count: ids.length,
    ...(clear.clear ? { reason: clear.reason } : {}),
  })
  yield* writeWorkbook(file, sheet, signal)
  yield { kind: 'result', result: { fileName: path.basename(file), rows: ids.length } }
}

/** A file name with the extension of the workbook, whatever was typed. */
export function withExtension(file: string): string {
  return /\.xlsx$/i.test(file) ? file : `${file}.xlsx`
}

function* rowsOf(
  db: BranchDatabase,
  ids: readonly MemberId[],
  columns: readonly Column[],
  value: (column: Column, member: Member) => SheetValue,
): Generator<SheetValue[], void, void> {
  const { get } = memberQueries(db)
  for (const id of ids) {
    const member = get.get(id)
    if (member !== undefined) yield columns.map((column) => value(column, member))
  }
}

export function sheetColumn(column: Column, { headings }: SheetWords): SheetColumn {
  const heading = headings[column]
  if (column === 'status') return { heading, width: STATUS_WIDTH, kind: 'text' }
  const { kind, width } = memberFieldDeclarations[column]
  return {
    heading,
    width,
    kind: kind === 'partialDate' || kind === 'validUntil' ? 'date' : kind === 'money' ? 'money' : 'text',
  }
}

function valueOf(column: Column, member: Member, words: SheetWords, clear: boolean): SheetValue {
  return column === 'status' ? words.statuses[member.status] : fieldValue(column, member[column], clear)
}

/** The value of a field in a cell: whole days become days of Excel; a month or a year alone stays the text it is. */
export function fieldValue(field: MemberField, value: Member[MemberField], clear: boolean): SheetValue {
  if (value === null) return null
  if (typeof value === 'number') return value / 100
  const { kind } = memberFieldDeclarations[field]
  if (kind !== 'partialDate' && kind !== 'validUntil') return clear ? value : maskField(field, value)
  return daySchema.safeParse(value).success ? new Date(`${value}T00:00:00Z`) : value
}
