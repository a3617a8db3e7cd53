import type { BranchDatabase } from '../../../db/branch-database'
import { federationQueries } from '../../../db/queries/federation'
import { syncedRows } from '../../../db/undo/synced-rows'
import type { Incarnation } from '../../../shared/model/id'
import { columnsSchema, syncedTableSchema, type SyncedTable } from '../../../shared/sync/change'
import { tableRules } from '../../../shared/sync/tables'
import type { Head, WireChange } from '../../../shared/sync/wire'
import { HubFailure } from '../../../federation/client/hub-failure'
import { isConstraint } from './is-constraint'
import type { StreamPart } from './streams'

/** What another copy of this record sent and this one does not have. */
interface Recalled {
  readonly stream: Incarnation
  readonly until: number
  readonly entries: readonly WireChange[]
}

/** Asks for what another copy sent in a stream after a number, on the line or from a file. */
export type RecallPage = (
  stream: Incarnation,
  after: number,
) => Promise<{ readonly entries: readonly WireChange[]; readonly until: number; readonly hasMore: boolean }>

/** Whether a column of a row was changed here and not sent yet; null asks for any of them. */
type EditedHere = (column: string | null) => boolean

function tableOf(entry: WireChange): SyncedTable {
  const table = syncedTableSchema.safeParse(entry.table)
  const isKnown = table.success && Object.keys(entry.after).every((column) => column in tableRules[table.data].columns)
  if (!isKnown) throw new HubFailure('HUB_INCOMPATIBLE')
  return table.data
}

/**
 * Does an entry of the other copy here, but for what was changed here and not sent yet, which the hub decides on. Answers
 * whether it could be done: a row of the same identity may stand in its way, or what it belongs to may be gone.
 */
function redo(db: BranchDatabase, entry: WireChange, isEditedHere: EditedHere): boolean {
  const rows = syncedRows(db)
  const row = rows[tableOf(entry)]
  const current = row.get.get(entry.rowId)
  if (entry.operation === 'delete') {
    const isUsed = row.referrers.some(({ ids }) => ids.get(entry.rowId) !== undefined)
    if (current === undefined || isUsed || isEditedHere(null)) return false
    row.remove(entry.rowId)
    return true
  }
  const hasParents = row.references.every(({ column, parent }) => {
    const id = entry.after[column]
    return typeof id !== 'string' || rows[parent].get.get(id) !== undefined
  })
  if (!hasParents) return false
  if (current === undefined) return entry.operation === 'insert' && !isEditedHere(null) && row.insert(entry.after)
  const news = Object.entries(entry.after).filter(
    ([column, value]) => (current[column] ?? null) !== value && !isEditedHere(column),
  )
  return news.length > 0 && row.set(entry.rowId, Object.fromEntries(news))
}

/**
 * Batches of the other copy that lines of the ledgers to be brought back belong to, and those that these take back. The
 * others stay away: their changes are of the batch that brings them back, and are undone with it.
 */
function batchesNeeded(db: BranchDatabase, entries: readonly WireChange[]): ReadonlySet<unknown> {
  const rows = syncedRows(db)
  const needed = new Set<unknown>()
  // A batch comes before the lines in it, and before the one that takes it back.
  for (const entry of entries.toReversed()) {
    if (entry.table === 'batch' && !needed.has(entry.rowId)) continue
    for (const { column, parent } of rows[tableOf(entry)].references) {
      if (parent === 'batch') needed.add(entry.after[column])
    }
  }
  return needed
}

/**
 * Brings back what another copy of this record sent to the hub and this one does not have, after it took over from that
 * copy or was restored from a backup: in one batch, with the marks up to where it came. What stays at a branch was never
 * at the hub and cannot come back.
 * @param acknowledged up to which position of the log the hub has everything
 */
export async function recallAll(
  db: BranchDatabase,
  pageAfter: RecallPage,
  heads: readonly Head[],
  parts: readonly StreamPart[],
  acknowledged: number,
  mayGoOn: () => boolean,
): Promise<void> {
  const queries = federationQueries(db)
  const own = parts.at(-1)?.incarnation
  const recalled: Recalled[] = []
  for (const { stream, seq } of heads) {
    const part = parts.find(({ incarnation }) => incarnation === stream)
    const here = part === undefined ? 0 : Math.max(0, part.last - part.first + 1)
    let after = Math.max(here, queries.recalledUntil.get(stream) ?? 0)
    const entries: WireChange[] = []
    let hasMore = stream !== own && seq > after
    while (hasMore) {
      const page = await pageAfter(stream, after)
      if (!mayGoOn()) return
      entries.push(...page.entries)
      after = page.until
      hasMore = page.hasMore
    }
    if (entries.length > 0) recalled.push({ stream, until: after, entries })
  }
  if (recalled.length === 0 || db.sqlite.inTransaction) return
  takeBack(db, recalled, acknowledged)
}

function takeBack(db: BranchDatabase, recalled: readonly Recalled[], acknowledged: number): void {
  const queries = federationQueries(db)
  const isEditedHere = (rowId: string): EditedHere => {
    const edits = queries.unsentOf.all({ rowId, acknowledged }).map((after) => columnsSchema.parse(JSON.parse(after)))
    return (column: string | null) => (column === null ? edits.length > 0 : edits.some((edit) => column in edit))
  }
  const { hubId, hubName } = queries.enrolment.get() ?? { hubId: '', hubName: '' }
  // What was edited here is asked before anything is written: what is brought back is not sent either.
  const edited = new Map(recalled.flatMap(({ entries }) => entries.map(({ rowId }) => [rowId, isEditedHere(rowId)])))
  /** Rules of the record may speak against it: a receipt's number that was given out here too, a month closed since. */
  function redone(entry: WireChange, isEdited: EditedHere = () => false): boolean {
    try {
      return db.sqlite.transaction(() => redo(db, entry, isEdited))()
    } catch (error) {
      if (isConstraint(error)) return false
      throw error
    }
  }
  db.writeBatch(
    { kind: 'recall', title: hubName },
    () => {
      const touched = new Set<string>()
      for (const { stream, until, entries } of recalled) {
        const needed = batchesNeeded(db, entries)
        for (const entry of entries) {
          const isBatch = entry.table === 'batch'
          if (isBatch && !needed.has(entry.rowId)) continue
          if (redone(entry, edited.get(entry.rowId)) && !isBatch) touched.add(entry.rowId)
        }
        queries.markRecalled.run({ stream, until })
      }
      return { count: touched.size, result: null }
    },
    { actor: hubId },
  )
}
