import { syncedTableSchema, type Columns } from './change'
import type { Outcome } from './receipt'
import { tableRules, type SyncedColumn, type SyncedTableRules } from './tables'
import type { WireChange } from './wire'
import { WITHHELD } from './withhold'

/** Longest text of a column, in UTF-16 units. */
const TEXT_MAX_LENGTH = 10_000

/** Which revision changed a column last, and by which stream it came. */
export interface Stamp {
  readonly rev: number
  readonly stream: string
}

/** A record as the hub holds it; `columns` has no nulls. */
export interface HubRow {
  readonly rev: number
  readonly deletion: Stamp | null
  readonly columns: Columns
  readonly stamps: Readonly<Record<string, Stamp>>
}

/** What the hub knows when an entry arrives. */
export interface HubState {
  readonly organisation: string
  /** The stream by which the entry arrives. */
  readonly stream: string
  /** The revision that an accepted entry gets. */
  readonly nextRev: number
  readonly row: HubRow | null
  /** The revision of the record that the author of the entry's `base` had seen; 0 for none or one unknown here. */
  readonly seenRev: number
  /** Columns of the entry that refer to a row that is not here. */
  readonly missing: readonly string[]
  /** Streams that the sender has put in order with this one already: all that come by one hub. */
  readonly ordered?: ReadonlySet<string>
  /** The columns are those that an accepted entry lacked, so that nothing is changed by them. */
  readonly completes?: boolean
}

/** The outcome, and the record after it when it was accepted. */
export interface Decision {
  readonly outcome: Outcome
  readonly row: HubRow | null
  /** The revision of the record that the entry's author had seen, with their own part in it. */
  readonly seenRev: number
}

type Refusal = Extract<Outcome, { result: 'held' | 'rejected' }>

function checkValue(column: SyncedColumn, value: Columns[string]): 'INVALID_VALUE' | 'TOO_LONG' | 'REQUIRED' | null {
  if (value === null) return column.required ? 'REQUIRED' : null
  if (column.kind === 'integer') return Number.isSafeInteger(value) ? null : 'INVALID_VALUE'
  // PostgreSQL keeps neither NUL nor half of a surrogate pair.
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return 'INVALID_VALUE'
  return value.length > TEXT_MAX_LENGTH ? 'TOO_LONG' : null
}

function checkColumns(rules: SyncedTableRules, change: WireChange): Refusal | null {
  for (const [field, value] of Object.entries(change.after)) {
    const column = rules.columns[field]
    if (column === undefined) return { result: 'held', reason: 'UNKNOWN_COLUMN', field }
    const reason = checkValue(column, value)
    if (reason !== null) return { result: 'rejected', reason, field }
  }
  if (change.operation === 'insert') {
    const field = Object.keys(rules.columns).find((name) => rules.columns[name]?.required && !(name in change.after))
    if (field !== undefined) return { result: 'rejected', reason: 'REQUIRED', field }
  }
  const namesOtherId = change.operation === 'insert' ? change.after['id'] !== change.rowId : 'id' in change.after
  return namesOtherId ? { result: 'rejected', reason: 'INVALID_VALUE', field: 'id' } : null
}

/** What is wrong with an entry whatever the record holds; null when nothing is. */
function refusalOf(state: HubState, change: WireChange): Refusal | null {
  const table = syncedTableSchema.safeParse(change.table)
  if (!table.success) return { result: 'held', reason: 'UNKNOWN_TABLE', field: null }
  if (table.data === 'branch' && change.rowId !== state.organisation) {
    return { result: 'rejected', reason: 'FOREIGN_BRANCH', field: 'id' }
  }
  const rules = tableRules[table.data]
  const allowed = { insert: true, update: rules.mayChange || state.completes === true, delete: rules.mayDisappear }[
    change.operation
  ]
  if (!allowed) return { result: 'rejected', reason: 'APPEND_ONLY', field: null }
  if (change.operation === 'delete') return null
  const refusal = checkColumns(rules, change)
  if (refusal !== null) return refusal
  const [missing] = state.missing
  return missing === undefined ? null : { result: 'held', reason: 'PARENT_MISSING', field: missing }
}

function written(state: HubState, columns: Columns, before: HubRow | null): HubRow {
  const stamp = { rev: state.nextRev, stream: state.stream }
  const kept = Object.entries({ ...before?.columns, ...columns }).filter(([, value]) => value !== null)
  const stamps = Object.fromEntries(Object.keys(columns).map((name) => [name, stamp]))
  return {
    rev: state.nextRev,
    deletion: null,
    columns: Object.fromEntries(kept),
    stamps: { ...before?.stamps, ...stamps },
  }
}

/** What the hub has of the named columns, nulls included. */
function columnsOf(row: HubRow, names: Iterable<string>): Columns {
  return Object.fromEntries([...names].map((name) => [name, row.columns[name] ?? null]))
}

/**
 * What becomes of an entry at the hub: the one rule of the federation's versions, see `federation/PROTOCOL.md`. Pure;
 * the answer depends on nothing but its arguments, and no clock decides.
 */
export function decide(state: HubState, change: WireChange): Decision {
  const undecided = (outcome: Outcome): Decision => ({ outcome, row: null, seenRev: state.seenRev })
  if (change.table === WITHHELD) return undecided({ result: 'withheld' })
  const refusal = refusalOf(state, change)
  if (refusal !== null) return undecided(refusal)

  const { row } = state
  const movedOn = (stamp: Stamp | undefined) =>
    stamp !== undefined &&
    stamp.rev > state.seenRev &&
    stamp.stream !== state.stream &&
    state.ordered?.has(stamp.stream) !== true
  const names = Object.keys(change.operation === 'delete' ? change.before : change.after)
  // Whoever changes the present record, or says of all that moved on what it says, has seen all of it.
  const accepted = (after: HubRow, result: 'applied' | 'merged' = 'applied', hasSeen = true): Decision => ({
    outcome: { result, rev: after.rev },
    row: after,
    seenRev: hasSeen ? after.rev : state.seenRev,
  })
  const conflict = (fields: string[], theirs: Columns | null) =>
    undecided({ result: 'conflict', fields, theirs, theirsBy: null, theirsAt: null })
  const gone = { rev: state.nextRev, stream: state.stream }
  const deleted: HubRow = { rev: state.nextRev, deletion: gone, columns: {}, stamps: {} }

  if (row === null || row.deletion !== null) {
    if (change.operation === 'delete') return accepted(deleted)
    if (row === null && change.operation === 'update') {
      return undecided({ result: 'held', reason: 'ROW_MISSING', field: null })
    }
    if (row !== null && (change.operation === 'update' || movedOn(row.deletion ?? undefined))) {
      return conflict(names, null)
    }
    return accepted(written(state, change.after, null))
  }

  const moved = Object.keys(row.stamps).filter((name) => movedOn(row.stamps[name]))
  const whole = () => columnsOf(row, new Set([...Object.keys(row.columns), ...Object.keys(row.stamps), ...names]))
  if (change.operation === 'delete') return moved.length > 0 ? conflict(moved, whole()) : accepted(deleted)
  const differs = (name: string) => (row.columns[name] ?? null) !== (change.after[name] ?? null)
  if (change.operation === 'insert') {
    const different = [...new Set([...names, ...Object.keys(row.columns)])].filter(differs)
    return different.length > 0 ? conflict(different, whole()) : accepted(written(state, change.after, row), 'merged')
  }
  const contested = names.filter((name) => moved.includes(name) && differs(name))
  if (contested.length > 0) return conflict(contested, columnsOf(row, names))
  const hasSeen = moved.every((name) => names.includes(name))
  return accepted(written(state, change.after, row), moved.length > 0 ? 'merged' : 'applied', hasSeen)
}
