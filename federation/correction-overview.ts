import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { columnsSchema, syncedTableSchema, type Columns } from '../shared/sync/change'
import type { Seen } from './accounts/seen'
import { correct, type CorrectedRow, type CorrectionResult, type Grounds } from './corrections'
import type { HubQueries } from './database'
import type { Hub } from './hub'
import { change, correction, downward, organisation, receipt, record } from './schema'

/** How far a correction is; see `federation/PROTOCOL.md` under Corrections. */
export type CorrectionState = 'waiting' | 'arrived' | 'taken' | 'inConflict' | 'undone'

export interface CorrectionOverview {
  readonly id: string
  readonly organisation: string
  readonly unionName: string
  readonly by: string
  readonly account: string | null
  readonly reason: string
  readonly at: Date
  readonly state: CorrectionState
  /** How many members it adds, and how many other records it is about. */
  readonly added: number
  readonly changed: number
  /** Columns of members' records that it changes. */
  readonly fields: readonly string[]
  /** Whether it can be taken back: all of it stands, and nothing was added by it. */
  readonly mayWithdraw: boolean
}

/** How many corrections a page shows. */
const PAGE = 100

type Standing = 'pending' | 'taken' | 'inConflict' | 'undone'

interface Entry {
  readonly organisation: string
  readonly correction: string
  readonly table: string
  readonly rowId: string
  readonly operation: string
  readonly before: Columns
  readonly after: Columns
  readonly stream: string
}

const columnsOf = (text: string) => columnsSchema.parse(JSON.parse(text))
const keyOf = ({ organisation, table, rowId }: { organisation: string; table: string; rowId: string }) =>
  `${organisation} ${table} ${rowId}`

/** The entries of corrections, as they went down. */
async function entriesOf(orm: HubQueries, corrections: readonly { organisation: string; id: string }[]) {
  const of = (name: 'organisation' | 'id') => [...new Set(corrections.map((one) => one[name]))]
  const found = await orm
    .select({ change })
    .from(change)
    .innerJoin(
      correction,
      and(eq(correction.organisation, change.organisation), eq(correction.correction, change.changeSet)),
    )
    .where(
      and(
        inArray(change.organisation, of('organisation')),
        inArray(correction.organisation, of('organisation')),
        inArray(correction.correction, of('id')),
        // Written as the partial index `change_of_correction` has it.
        sql`${change.actor} <> 'local' AND ${change.batchId} IS NULL`,
      ),
    )
  return found.map(({ change: one }): Entry => ({
    ...one,
    correction: one.changeSet,
    before: columnsOf(one.before),
    after: columnsOf(one.after),
  }))
}

async function recordsOf(orm: HubQueries, entries: readonly Entry[]) {
  if (entries.length === 0) return new Map<string, typeof record.$inferSelect>()
  const found = await orm
    .select()
    .from(record)
    .where(
      and(
        inArray(record.organisation, [...new Set(entries.map((entry) => entry.organisation))]),
        inArray(record.table, [...new Set(entries.map((entry) => entry.table))]),
        inArray(record.rowId, [...new Set(entries.map((entry) => entry.rowId))]),
      ),
    )
  return new Map(found.map((row) => [keyOf(row), row]))
}

/** The columns in dispute of rows whose conflict needs a look. */
async function disputesOf(orm: HubQueries, organisations: readonly string[]) {
  const found = await orm
    .select({ organisation: change.organisation, table: change.table, rowId: change.rowId, outcome: receipt.outcome })
    .from(receipt)
    .innerJoin(change, and(eq(change.organisation, receipt.organisation), eq(change.id, receipt.changeId)))
    .where(
      and(
        inArray(receipt.organisation, [...organisations]),
        sql`${receipt.outcome}->>'result' = 'conflict' AND NOT ${receipt.settled}`,
      ),
    )
  const disputes = new Map<string, Set<string>>()
  for (const { outcome, ...row } of found) {
    const fields = outcome.result === 'conflict' ? outcome.fields : []
    disputes.set(keyOf(row), new Set([...(disputes.get(keyOf(row)) ?? []), ...fields]))
  }
  return disputes
}

/** Corrections that went into queues here and that the branch has not taken over, as its cursor says. */
async function notTakenOver(orm: HubQueries, corrections: readonly { organisation: string; id: string }[]) {
  const found = await orm
    .select({
      id: sql<string>`${downward.body}->>'id'`,
      isTaken: sql<boolean>`${downward.seq} <= ${organisation.taken}`,
    })
    .from(downward)
    .innerJoin(organisation, eq(organisation.organisation, downward.organisation))
    .where(
      and(
        inArray(
          downward.organisation,
          corrections.map((one) => one.organisation),
        ),
        eq(downward.kind, 'correction'),
      ),
    )
  const taken = new Set(found.flatMap(({ id, isTaken }) => (isTaken ? [id] : [])))
  return new Set(corrections.flatMap(({ id }) => (taken.has(id) ? [] : [id])))
}

/** How one value that was corrected stands now. */
function standingOf(
  { before, after, stream }: Entry,
  column: string,
  row: typeof record.$inferSelect | undefined,
  disputed: ReadonlySet<string> | undefined,
): Standing {
  if (disputed?.has(column) === true) return 'inConflict'
  if (row === undefined || row.deleted) return 'undone'
  const value = row.columns[column] ?? null
  const isAsCorrected = value === (after[column] ?? null)
  if (!isAsCorrected && value === (before[column] ?? null)) return 'undone'
  // Who wrote it last: the branch says again what it has taken over.
  return row.stamps[column]?.stream === stream ? 'pending' : 'taken'
}

function stateOf(standings: readonly Standing[], isWaiting: boolean): CorrectionState {
  if (standings.includes('inConflict')) return 'inConflict'
  if (standings.includes('pending')) return isWaiting ? 'waiting' : 'arrived'
  return standings.includes('taken') ? 'taken' : 'undone'
}

/**
 * Corrections that this hub made of branches that are seen, the latest first.
 * @param before the last one of the page before
 */
export async function correctionOverviews(
  seen: Seen,
  before: string | null,
): Promise<{ readonly rows: readonly CorrectionOverview[]; readonly hasMore: boolean }> {
  const { orm } = seen.hub
  const rows = await storedCorrections(
    orm,
    and(seen.covers(correction.organisation), before === null ? undefined : lt(correction.correction, before)),
  )
  return { rows: await overviewsOf(orm, rows.slice(0, PAGE)), hasMore: rows.length > PAGE }
}

/** One of these; undefined when there is no such one. */
export async function oneCorrection(seen: Seen, organisationId: string, id: string) {
  const { orm } = seen.hub
  const which = and(
    eq(correction.organisation, organisationId),
    eq(correction.correction, id),
    seen.covers(correction.organisation),
  )
  const [found] = await overviewsOf(orm, await storedCorrections(orm, which))
  return found
}

function storedCorrections(orm: HubQueries, which: SQL | undefined) {
  return (
    orm
      .select({
        id: correction.correction,
        organisation: correction.organisation,
        unionName: organisation.unionName,
        by: correction.by,
        account: correction.account,
        reason: correction.reason,
        at: correction.at,
      })
      .from(correction)
      .innerJoin(organisation, eq(organisation.organisation, correction.organisation))
      .where(which)
      // Their ids rise with time.
      .orderBy(desc(correction.correction))
      .limit(PAGE + 1)
  )
}

async function overviewsOf(
  orm: HubQueries,
  rows: Awaited<ReturnType<typeof storedCorrections>>,
): Promise<CorrectionOverview[]> {
  if (rows.length === 0) return []
  const entries = await entriesOf(orm, rows)
  const records = await recordsOf(orm, entries)
  const disputes = await disputesOf(orm, [...new Set(rows.map((row) => row.organisation))])
  const waiting = await notTakenOver(orm, rows)
  const byCorrection = new Map<string, Entry[]>()
  for (const entry of entries) {
    const known = byCorrection.get(entry.correction)
    if (known === undefined) byCorrection.set(entry.correction, [entry])
    else known.push(entry)
  }
  return rows.map((row): CorrectionOverview => {
    const own = byCorrection.get(row.id) ?? []
    const added = own.filter(({ table, operation }) => table === 'member' && operation === 'insert')
    const changed = own.filter(({ operation }) => operation === 'update')
    const standings = own.flatMap((entry) =>
      Object.keys(entry.after).map((column) =>
        standingOf(entry, column, records.get(keyOf(entry)), disputes.get(keyOf(entry))),
      ),
    )
    const stands = standings.every((standing) => standing === 'pending' || standing === 'taken')
    const isAsCorrected = own.every((entry) =>
      Object.entries(entry.after).every(
        ([column, value]) => (records.get(keyOf(entry))?.columns[column] ?? null) === value,
      ),
    )
    return {
      ...row,
      state: stateOf(standings, waiting.has(row.id)),
      added: added.length,
      changed: changed.length,
      fields: [...new Set(changed.flatMap(({ table, after }) => (table === 'member' ? Object.keys(after) : [])))],
      mayWithdraw: stands && isAsCorrected && own.every(({ operation }) => operation === 'update'),
    }
  })
}

/** Takes a correction back by one more, to what was there before; the record must stand as it was corrected. */
export async function withdrawCorrection(
  hub: Hub,
  { id, organisation: of, mayWithdraw }: CorrectionOverview,
  grounds: Grounds,
): Promise<CorrectionResult> {
  if (!mayWithdraw) return { kind: 'unchanged' }
  const rows = (await entriesOf(hub.orm, [{ id, organisation: of }])).map(({ table, rowId, before }): CorrectedRow => ({
    operation: 'update',
    table: syncedTableSchema.parse(table),
    rowId,
    after: before,
  }))
  return correct(hub, of, rows, grounds)
}
