import type { MemberId } from '../../shared/model/id'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import { tableRules } from '../../shared/sync/tables'
import { perDatabase, type BranchDatabase } from '../branch-database'
import type { KeptRow } from './kept'
import { syncedRows } from './synced-rows'

/** A row that a batch brought, as it left it and as it is now. */
export interface Addition {
  readonly table: SyncedTable
  readonly rowId: string
  readonly memberId: MemberId | null
  readonly after: Columns
  readonly current: Columns | undefined
}

/** Rows classified between two chances for other work. */
const portion = 500

/** What makes up a member's record: it stays with a member who stays. */
const partsOfMember: ReadonlySet<SyncedTable> = new Set([
  'membership_event',
  'identity_document',
  'relative',
  'honour',
  'custom_value',
  'post',
  'dues_basis',
  'dues_exemption',
])

type EventTable = Extract<SyncedTable, 'membership_event' | 'request_event'>

const laterEvents = perDatabase(({ sqlite }) => {
  const later = (table: EventTable, of: string) =>
    sqlite
      .prepare<[string], string>(
        `SELECT later.id FROM ${table} AS event JOIN ${table} AS later
           ON later.${of} = event.${of} AND later.rowid > event.rowid WHERE event.id = ?`,
      )
      .pluck()
  return {
    membership_event: later('membership_event', 'member_id'),
    request_event: later('request_event', 'request_id'),
  }
})

/** An event is what the next one followed from. */
function hasLaterEvent(
  db: BranchDatabase,
  table: EventTable,
  eventId: string,
  isOfBatch: (id: string) => boolean,
): boolean {
  return laterEvents(db)
    [table].all(eventId)
    .some((id) => !isOfBatch(id))
}

/** Why a row has to stay by itself. */
function ownReasons({ after, current, ...row }: Addition): KeptRow[] {
  const kept = { ...row, edit: null, usedBy: null }
  if (!tableRules[row.table].mayDisappear) return [{ ...kept, reason: 'ledger' }]
  if (current === undefined) return [{ ...kept, reason: 'gone' }]
  return Object.entries(current)
    .filter(([column, value]) => value !== (after[column] ?? null))
    .map(([column, value]) => ({
      ...kept,
      reason: 'editedRecord',
      edit: { column, written: after[column] ?? null, current: value },
    }))
}

/**
 * Which of the rows that a batch brought have to stay, and why, by row id: those edited since or gone, those of the
 * ledger, those that later rows refer to, and with a row what it refers to. What stays only because its member does has
 * an empty list. Yields between portions.
 * @param isFreed whether a reference will be taken back as well
 */
export function* additionsToKeep(
  db: BranchDatabase,
  added: ReadonlyMap<string, Addition>,
  isFreed: (rowId: string, column: string) => boolean,
): Generator<void, ReadonlyMap<string, readonly KeptRow[]>, void> {
  const rows = syncedRows(db)
  const kept = new Map<string, readonly KeptRow[]>()
  const parents = new Map<string, Addition[]>()
  const parts = new Map<string, string[]>()
  let visited = 0
  for (const [rowId, addition] of added) {
    const { after: _after, current, ...row } = addition
    const reasons = ownReasons(addition)
    for (const { table, column, ids } of current === undefined ? [] : rows[row.table].referrers) {
      const children = ids.all(rowId).filter((child) => !isFreed(child, column))
      // A photo has the id of its member.
      const ofBatch = children.filter((child) => added.get(child)?.table === table)
      if (ofBatch.length < children.length) reasons.push({ ...row, reason: 'inUse', edit: null, usedBy: table })
      for (const child of ofBatch) parents.set(child, [...(parents.get(child) ?? []), addition])
    }
    const isOfBatch = (id: string) => added.has(id)
    if (row.memberId !== null && !added.has(row.memberId) && hasLaterEvent(db, 'membership_event', rowId, isOfBatch)) {
      reasons.push({ ...row, reason: 'inUse', edit: null, usedBy: 'membership_event' })
    }
    if (row.table === 'request_event' && hasLaterEvent(db, 'request_event', rowId, isOfBatch)) {
      reasons.push({ ...row, reason: 'inUse', edit: null, usedBy: 'request_event' })
    }
    if (partsOfMember.has(row.table) && row.memberId !== null && added.has(row.memberId)) {
      parts.set(row.memberId, [...(parts.get(row.memberId) ?? []), rowId])
      // It went with its member, or was taken out of a record that goes.
      if (current === undefined) {
        kept.set(rowId, [])
        continue
      }
    }
    if (reasons.length > 0) kept.set(rowId, reasons)
    if (++visited % portion === 0) yield
  }
  // A map being iterated also visits what is added meanwhile.
  for (const [rowId] of kept) {
    const child = added.get(rowId)
    for (const { after: _after, current: _current, ...parent } of parents.get(rowId) ?? []) {
      if (kept.has(parent.rowId) || child === undefined) continue
      kept.set(parent.rowId, [{ ...parent, reason: 'inUse', edit: null, usedBy: child.table }])
    }
    for (const part of parts.get(rowId) ?? []) if (!kept.has(part)) kept.set(part, [])
  }
  return kept
}
