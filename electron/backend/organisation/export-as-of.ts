import path from 'node:path'
import { logAccess } from '../../../db/queries/access'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { PastRosterExport } from '../../../shared/contract/organisation'
import type { Day } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { pastRosterWords } from '../../../shared/rules/organisation/past-roster-words'
import { sheetWords } from '../../../shared/rules/roster/sheet-words'
import { fieldValue, sheetColumn, withExtension } from '../roster/export'
import type { Progress } from '../roster/progress'
import { writeWorkbook, type SheetValue } from '../roster/workbook-file'
import { postTitlesOn, recordOn, rosterOn, type PastPerson } from './as-of'

type ExportResult = { readonly fileName: string; readonly rows: number } | null

/** Widths of the columns that are no fields, in characters. */
const POSTS_WIDTH = 18
const NOTE_WIDTH = 40

/**
 * Writes the roster of a day to a workbook where a person says, whoever may have been a member with a note; masked, or
 * in clear when a native dialog confirms it. Always written to the access log. Throws NOT_CONFIRMED,
 * EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export async function* exportOn(
  db: BranchDatabase,
  host: HostClient,
  { day, columns, clear, language }: PastRosterExport,
  today: Day,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ExportResult>, void, void> {
  const people = rosterOn(db, day)
  if (clear.clear && !(await host.confirm({ act: 'exportClear', rows: people.length }))) throw failure('NOT_CONFIRMED')
  const words = sheetWords[language]
  const own = pastRosterWords[language]
  const chosen = await host.chooseSavePath({ suggestedName: `${own.title(day)}.xlsx` })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  const file = withExtension(chosen)
  const titles = postTitlesOn(db, day, today)

  function standingText({ standings }: PastPerson): string {
    return standings.map((standing) => (standing === null ? own.notYet : words.statuses[standing])).join(own.separator)
  }

  function rowOf(person: PastPerson): SheetValue[] {
    const { member, recordedOn } = recordOn(db, person.id, day)
    const [only, ...others] = person.standings
    const isKnown = others.length === 0 && only !== undefined && only !== null
    const notes = [
      ...(isKnown ? [] : [own.unsure(standingText(person))]),
      ...(recordedOn === null ? [] : [own.recordedLater(recordedOn)]),
    ]
    return [
      ...columns.map((column) => {
        if (column !== 'status') return fieldValue(column, member[column], clear.clear)
        return isKnown ? words.statuses[only] : null
      }),
      titlesText(titles, person.id, own.separator),
      notes.join(own.separator) || null,
    ]
  }

  function* rows(): Generator<SheetValue[], void, void> {
    for (const person of people) yield rowOf(person)
  }

  logAccess(db, {
    kind: 'export',
    subject: path.basename(file),
    count: people.length,
    ...(clear.clear ? { reason: clear.reason } : {}),
  })
  const sheet = {
    name: own.title(day),
    columns: [
      ...columns.map((column) => sheetColumn(column, words)),
      { heading: own.posts, width: POSTS_WIDTH, kind: 'text' as const },
      { heading: own.note, width: NOTE_WIDTH, kind: 'text' as const },
    ],
    rows: rows(),
    rowCount: people.length,
  }
  yield* writeWorkbook(file, sheet, signal)
  yield { kind: 'result', result: { fileName: path.basename(file), rows: people.length } }
}

function titlesText(titles: ReadonlyMap<MemberId, readonly string[]>, id: MemberId, separator: string): string | null {
  return titles.get(id)?.join(separator) ?? null
}
