import { and, eq, or, sql } from 'drizzle-orm'
import { syncedTableSchema } from '../shared/sync/change'
import { decide, type HubRow } from '../shared/sync/decide'
import type { Receipt } from '../shared/sync/receipt'
import { tableRules } from '../shared/sync/tables'
import type { WireChange } from '../shared/sync/wire'
import { authorsOf, type Contested } from './authors'
import { isAnyOf, linesOf } from './bulk'
import type { HubQueries } from './database'
import { organisation, receipt, record, stream } from './schema'

/** An entry with the stream by which it came. */
export interface ArrivedEntry {
  readonly entry: WireChange
  readonly stream: string
  /** Whether it waited for its row until now. */
  readonly isLate?: boolean
  /** Its author is this hub, which has seen whatever the record holds. */
  readonly isOwn?: true
  /** The entry holds the columns that an accepted one lacked. */
  readonly completes?: true
}

/** A record as accepted entries changed it; `before` is null for one that was not there. */
export interface TouchedRow extends RowName {
  readonly before: HubRow | null
  readonly row: HubRow
}

interface Decided {
  readonly receipt: Receipt
  readonly seenRev: number
}

export interface Decisions {
  /** By the entry's id. */
  readonly outcomes: ReadonlyMap<string, Decided>
  readonly touched: readonly TouchedRow[]
  /** The organisation's last revision now. */
  readonly rev: number
}

interface RowName {
  readonly table: string
  readonly rowId: string
}

const keyOf = ({ table, rowId }: RowName) => `${table} ${rowId}`

/** The rows that an entry's columns refer to, by column. */
function referencesOf(entry: WireChange): (RowName & { readonly field: string })[] {
  const table = syncedTableSchema.safeParse(entry.table)
  if (!table.success) return []
  return Object.entries(tableRules[table.data].columns).flatMap(([field, { refersTo }]) => {
    const rowId = entry.after[field]
    return refersTo !== undefined && typeof rowId === 'string' ? [{ field, table: refersTo, rowId }] : []
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The records of one organisation that entries touch or refer to, read once and then kept up to date. */
async function rowsFor(tx: HubQueries, organisationId: string, entries: readonly WireChange[]) {
  const names = entries.flatMap((entry) => [entry, ...referencesOf(entry)])
  const idsByTable = new Map<string, Set<string>>()
  for (const { table, rowId } of names) {
    if (!uuid.test(rowId)) continue
    const ids = idsByTable.get(table) ?? new Set<string>()
    idsByTable.set(table, ids.add(rowId))
  }
  // By table and row, as the key of the records goes.
  const wanted = [...idsByTable].map(([table, ids]) => and(eq(record.table, table), isAnyOf(record.rowId, [...ids])))
  if (wanted.length === 0) return new Map<string, HubRow>()
  const found = await tx
    .select()
    .from(record)
    .where(and(eq(record.organisation, organisationId), or(...wanted)))
  return new Map<string, HubRow>(found.map((row) => [keyOf(row), row]))
}

/** What the authors of the given entries had seen, for those that the hub has a receipt of. */
async function seenBy(tx: HubQueries, organisationId: string, entries: readonly WireChange[]) {
  const bases = entries.flatMap(({ base }) => (base === null ? [] : [base]))
  const found =
    bases.length === 0
      ? []
      : await tx
          .select({ id: receipt.changeId, seenRev: receipt.seenRev })
          .from(receipt)
          .where(and(eq(receipt.organisation, organisationId), isAnyOf(receipt.changeId, bases)))
  return new Map<string, number>(found.map(({ id, seenRev }) => [id, seenRev]))
}

/** The stream that brought a row, or took it away. */
const cameBy = ({ deletion, stamps }: HubRow) => (deletion ?? stamps['id'])?.stream

/** The streams of an organisation that came by the hub below through which it hangs. */
async function orderedStreams(tx: HubQueries, organisationId: string): Promise<ReadonlySet<string>> {
  const found = await tx
    .select({ id: stream.stream })
    .from(stream)
    .innerJoin(
      organisation,
      and(eq(organisation.organisation, stream.organisation), eq(organisation.via, stream.device)),
    )
    .where(and(eq(stream.organisation, organisationId), eq(organisation.organisation, organisationId)))
  return new Set(found.map(({ id }) => id))
}

/** Decides entries in order; answers what is to be stored of them. `rev` is the organisation's last revision. */
export async function decideAll(
  tx: HubQueries,
  organisationId: string,
  arrived: readonly ArrivedEntry[],
  rev: number,
): Promise<Decisions> {
  const entries = arrived.map(({ entry }) => entry)
  const rows = await rowsFor(tx, organisationId, entries)
  const seen = await seenBy(tx, organisationId, entries)
  const ordered = entries.length === 0 ? new Set<string>() : await orderedStreams(tx, organisationId)
  const touched = new Map<string, TouchedRow>()
  const outcomes = new Map<string, Decided>()
  const contested: Contested[] = []
  let nextRev = rev + 1
  for (const { entry, stream, isLate, isOwn, completes = false } of arrived) {
    const present = rows.get(keyOf(entry)) ?? null
    if (isLate === true && present !== null && cameBy(present) === stream) {
      // Its own stream brought the row, or took it away, after it: what it says is in that already, or was changed since.
      const receipt: Receipt = { id: entry.id, outcome: { result: 'merged', rev: present.rev } }
      seen.set(entry.id, present.rev)
      outcomes.set(entry.id, { receipt, seenRev: present.rev })
      continue
    }
    const isHere = (name: RowName) => rows.get(keyOf(name))?.deletion === null
    const seenByBase = entry.base === null ? 0 : (seen.get(entry.base) ?? 0)
    const { outcome, row, seenRev } = decide(
      {
        organisation: organisationId,
        stream,
        nextRev,
        row: present,
        seenRev: isOwn === true ? (present?.rev ?? 0) : seenByBase,
        ordered,
        completes,
        missing: referencesOf(entry).flatMap((name) => (isHere(name) ? [] : [name.field])),
      },
      entry,
    )
    if (row !== null) {
      const touchedBefore = touched.get(keyOf(entry))
      const before = touchedBefore === undefined ? (rows.get(keyOf(entry)) ?? null) : touchedBefore.before
      rows.set(keyOf(entry), row)
      touched.set(keyOf(entry), { table: entry.table, rowId: entry.rowId, before, row })
      nextRev += 1
    }
    if (outcome.result === 'conflict' && present !== null) {
      const stamps =
        present.deletion === null ? outcome.fields.map((field) => present.stamps[field]) : [present.deletion]
      contested.push({ id: entry.id, rowId: entry.rowId, rev: Math.max(...stamps.map((stamp) => stamp?.rev ?? 0)) })
    }
    seen.set(entry.id, seenRev)
    outcomes.set(entry.id, { receipt: { id: entry.id, outcome }, seenRev })
  }
  for (const [id, { theirsBy, theirsAt }] of await authorsOf(tx, organisationId, contested)) {
    const decided = outcomes.get(id)
    if (decided?.receipt.outcome.result !== 'conflict') continue
    const outcome = { ...decided.receipt.outcome, theirsBy, theirsAt }
    outcomes.set(id, { ...decided, receipt: { ...decided.receipt, outcome } })
  }
  return { outcomes, touched: [...touched.values()], rev: nextRev - 1 }
}

/** Stores what entries made of records. */
export async function storeRecords(
  tx: HubQueries,
  organisationId: string,
  touched: readonly TouchedRow[],
): Promise<void> {
  if (touched.length === 0) return
  const lines = touched.map(({ table, rowId, row }) => ({ ...row, table, rowId, deleted: row.deletion !== null }))
  const columns = `"table" text, "rowId" uuid, rev bigint, deleted boolean, deletion jsonb, columns jsonb, stamps jsonb`
  await tx.execute(sql`INSERT INTO record (organisation, "table", row_id, rev, deleted, deletion, columns, stamps)
    SELECT ${organisationId}::uuid, "table", "rowId", rev, deleted, deletion, columns, stamps
    FROM ${linesOf(lines, columns)}
    ON CONFLICT (organisation, "table", row_id) DO UPDATE SET rev = excluded.rev, deleted = excluded.deleted,
      deletion = excluded.deletion, columns = excluded.columns, stamps = excluded.stamps, updated_at = now()`)
}
