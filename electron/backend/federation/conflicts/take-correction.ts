import type { BranchDatabase } from '../../../../db/branch-database'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { syncedRows } from '../../../../db/undo/synced-rows'
import type { Moment } from '../../../../shared/model/date'
import type { BatchId } from '../../../../shared/model/id'
import { syncedTableSchema, type Columns, type SyncedTable } from '../../../../shared/sync/change'
import type { Correction, CorrectionEntry } from '../../../../shared/sync/correction'
import { differingColumns, wroteSince } from '../../../../shared/sync/settle'
import { tableRules } from '../../../../shared/sync/tables'
import { invalidColumn } from '../../../../shared/sync/valid-columns'
import { isConstraint } from '../is-constraint'
import { caseOf, readEntry, rowHere } from './case'
import { openCase } from './keep'

/** What is done with an entry: the columns that are written, and those that wait for a person. */
interface Taking {
  readonly entry: CorrectionEntry
  readonly table: SyncedTable
  readonly write: Columns
  readonly wait: readonly string[]
}

/** Whether this program knows every table and column of a correction. */
export function understands({ entries }: Correction): boolean {
  return entries.every(({ table, after }) => {
    const known = syncedTableSchema.safeParse(table)
    return known.success && Object.keys(after).every((column) => column in tableRules[known.data].columns)
  })
}

function takingOf(db: BranchDatabase, entry: CorrectionEntry): Taking {
  const table = syncedTableSchema.parse(entry.table)
  const { openOfRow, entriesOfRow } = conflictQueries(db)
  const { rowId, after, before, operation } = entry
  const here = rowHere(db, { table, rowId })
  const columns = Object.keys(after)
  if (invalidColumn(table, after) !== null) return { entry, table, write: {}, wait: columns }
  if (operation === 'insert' && here === null) return { entry, table, write: after, wait: [] }
  if (here === null) return { entry, table, write: {}, wait: columns }
  if (operation === 'insert') return { entry, table, write: {}, wait: differingColumns(here, after) }

  const open = openOfRow.get({ table, rowId })
  const disputed = new Set(open === undefined ? [] : Object.keys(caseOf(open).theirs ?? {}))
  const log = entriesOfRow.all({ table, rowId }).map(readEntry)
  const write: Record<string, Columns[string]> = {}
  const wait: string[] = []
  for (const column of columns) {
    const [value, was, is] = [after[column] ?? null, before[column] ?? null, here[column] ?? null]
    if (disputed.has(column)) wait.push(column)
    else if (is === was) write[column] = value
    else if (is !== value && !wroteSince(log, column, was, value)) wait.push(column)
  }
  return { entry, table, write, wait }
}

/** Writes what is to be written of an entry; false where the rules of the record speak against it. */
function wrote(db: BranchDatabase, { entry, table, write }: Taking): boolean {
  const row = syncedRows(db)[table]
  try {
    return db.sqlite.transaction(() =>
      entry.operation === 'insert' ? row.insert(write) : row.set(entry.rowId, write),
    )()
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}

/**
 * Takes a correction of the union above over as one batch, within the transaction that is open; what was changed here
 * meanwhile is left to a person. Entries that were taken over before change nothing.
 */
export function takeCorrection(db: BranchDatabase, correction: Correction, hubId: string, at: Moment): void {
  const { correction: known, insertCorrection } = conflictQueries(db)
  const { by, reason } = correction
  const fresh = correction.entries.filter(({ id }) => known.get(id) === undefined)
  const waiting = new Map<CorrectionEntry, readonly string[]>()
  const taken = new Set<CorrectionEntry>()
  const takings = () => fresh.map((entry) => takingOf(db, entry))
  let batchId: BatchId | null = null
  if (takings().some(({ write }) => Object.keys(write).length > 0)) {
    const batch = db.writeBatch(
      { kind: 'correction', title: `${by}：${reason}` },
      () => {
        for (const entry of fresh) {
          // Looked at one by one: an entry may be about the row that the one before it brought.
          const taking = takingOf(db, entry)
          const columns = Object.keys(taking.write)
          const isWritten = columns.length > 0 && wrote(db, taking)
          if (isWritten) taken.add(entry)
          waiting.set(entry, isWritten ? taking.wait : [...taking.wait, ...columns])
        }
        return { count: new Set([...taken].map(({ rowId }) => rowId)).size, result: null }
      },
      { actor: hubId },
    )
    batchId = batch.batchId
  } else for (const { entry, wait } of takings()) waiting.set(entry, wait)

  for (const entry of fresh) {
    const table = syncedTableSchema.parse(entry.table)
    const { id, rowId } = entry
    const body = JSON.stringify({ by, reason, at: correction.at, fields: Object.keys(entry.after) })
    insertCorrection.run({ id, table, rowId, body, receivedAt: at, batchId: taken.has(entry) ? batchId : null })
    const fields = waiting.get(entry) ?? []
    if (fields.length === 0) continue
    const pick = (columns: Columns) => Object.fromEntries(fields.map((name) => [name, columns[name] ?? null]))
    const here = rowHere(db, { table, rowId })
    const mine = here === null ? null : pick(here)
    const theirs = entry.operation === 'insert' ? entry.after : pick(entry.after)
    openCase(db, { changeId: id, table, rowId, fields, mine, theirs, theirsBy: by, theirsAt: correction.at, at })
  }
}
