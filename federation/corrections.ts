import { and, eq, inArray, sql } from 'drizzle-orm'
import type { HubIdentity } from '../shared/contract/hub'
import { now } from '../shared/model/date'
import { newUuid } from '../shared/model/id'
import type { Columns, SyncedTable } from '../shared/sync/change'
import { canonicalColumns } from '../shared/sync/change-content'
import { CORRECTION_MAX_ENTRIES } from '../shared/sync/correction'
import type { Outcome } from '../shared/sync/receipt'
import { invalidColumn } from '../shared/sync/valid-columns'
import type { HubQueries } from './database'
import { decideAll, storeRecords } from './decisions'
import { sendDown } from './downward'
import { applyEffects } from './effects'
import { countReceipts } from './figures'
import type { Hub } from './hub'
import { sealedEntries } from './own-entries'
import { releaseHeld } from './release'
import { change, correction, organisation, receipt, record } from './schema'
import { whenFree } from './when-free'

/** A row as it is to be: of an update the columns that change, of an insert all that are not null, `id` among them. */
export interface CorrectedRow {
  readonly operation: 'insert' | 'update'
  readonly table: SyncedTable
  readonly rowId: string
  readonly after: Columns
}

/** Why something is to be otherwise, and who says so. */
export interface Grounds {
  /** The office, as the branch reads it; a person's name only where that person wants it there. */
  readonly by: string
  readonly reason: string
  /** The account of the console, for the hub's own list. */
  readonly account: string | null
  /** An id of whoever asks for it: the same again is answered by what came of the first, and changes nothing. */
  readonly id?: string | undefined
}

/** A row that cannot be so: its place among those asked for, and the column that is wrong, if it is one. */
export interface RefusedRow {
  readonly index: number
  readonly reason: 'INVALID_VALUE' | 'NOT_CORRECTABLE' | 'ROW_MISSING' | Extract<Outcome, { reason: unknown }>['reason']
  readonly field: string | null
}

export type CorrectionResult =
  | { readonly kind: 'corrected'; readonly id: string; readonly entries: number }
  /** The record says all of it already. */
  | { readonly kind: 'unchanged' }
  /** Nothing was done; every row that stands in the way. */
  | { readonly kind: 'refused'; readonly rows: readonly RefusedRow[] }

/** Takes back what was stored before it turned out that a row cannot be so. */
class Refused extends Error {
  constructor(readonly rows: readonly RefusedRow[]) {
    super('refused')
  }
}

const keyOf = ({ table, rowId }: { readonly table: string; readonly rowId: string }) => `${table} ${rowId}`

async function presentRows(tx: HubQueries, organisationId: string, rows: readonly CorrectedRow[]) {
  const rowIds = [...new Set(rows.map(({ rowId }) => rowId))]
  const found = await tx
    .select()
    .from(record)
    .where(and(eq(record.organisation, organisationId), inArray(record.rowId, rowIds)))
  return new Map(found.map((row) => [keyOf(row), row]))
}

/** How many entries a correction that was made has; null where there is none of that id. */
async function entriesOf(tx: HubQueries, organisationId: string, id: string): Promise<number | null> {
  const [made] = await tx
    .select({
      entries: sql<number>`(SELECT count(*)::integer FROM ${change}
      WHERE ${change.organisation} = ${organisationId} AND ${change.changeSet} = ${id})`,
    })
    .from(correction)
    .where(and(eq(correction.organisation, organisationId), eq(correction.correction, id)))
  return made?.entries ?? null
}

/** What is wrong with a row before it is decided; null when nothing is. */
function refusalOf(row: CorrectedRow, index: number): RefusedRow | null {
  if (row.table === 'batch') return { index, reason: 'NOT_CORRECTABLE', field: null }
  const field = invalidColumn(row.table, row.after)
  return field === null ? null : { index, reason: 'INVALID_VALUE', field }
}

/**
 * Corrects or adds rows of a branch's record within the transaction that is open, as `federation/PROTOCOL.md` says under
 * Corrections: all of the rows or, when one of them cannot be so, none, which takes the transaction back by throwing.
 */
async function correctWithin(
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  rows: readonly CorrectedRow[],
  { by, reason, account, id: askedAs }: Grounds,
): Promise<CorrectionResult> {
  const ofOrganisation = eq(organisation.organisation, organisationId)
  const [branch] = await tx.select({ rev: organisation.rev }).from(organisation).where(ofOrganisation).for('update')
  if (branch === undefined) throw new Error('Only a branch that the hub knows is corrected')
  const done = askedAs === undefined ? null : await entriesOf(tx, organisationId, askedAs)
  if (done !== null && askedAs !== undefined) return { kind: 'corrected', id: askedAs, entries: done }
  const refused = rows.flatMap((row, index) => refusalOf(row, index) ?? [])
  if (refused.length > 0) throw new Refused(refused)

  const present = await presentRows(tx, organisationId, rows)
  const columnsOf = (row: CorrectedRow) => {
    const found = present.get(keyOf(row))
    return found?.deleted === false ? found.columns : null
  }
  const missing = rows.findIndex((row) => row.operation === 'update' && columnsOf(row) === null)
  if (missing !== -1) throw new Refused([{ index: missing, reason: 'ROW_MISSING', field: null }])
  const drafts = rows.flatMap(({ table, rowId, operation, after }, index) => {
    const held = operation === 'insert' ? {} : (columnsOf({ table, rowId, operation, after }) ?? {})
    const changed = Object.keys(after).filter((name) => (held[name] ?? null) !== (after[name] ?? null))
    const pick = (columns: Columns) => Object.fromEntries(changed.map((name) => [name, columns[name] ?? null]))
    if (changed.length === 0) return []
    return { index, table, rowId, operation, before: operation === 'insert' ? {} : pick(held), after: pick(after) }
  })
  if (drafts.length === 0) return { kind: 'unchanged' }
  const id = askedAs ?? newUuid()
  const at = now()
  const entries = await sealedEntries(tx, hub, organisationId, id, at, drafts)

  const arrived = entries.map((entry) => ({ entry, stream: hub.incarnation, isOwn: true as const }))
  const { outcomes, touched, rev } = await decideAll(tx, organisationId, arrived, branch.rev)
  const notApplied = entries.flatMap((entry, place): RefusedRow[] => {
    const outcome = outcomes.get(entry.id)?.receipt.outcome
    const index = drafts[place]?.index ?? place
    if (outcome?.result === 'applied') return []
    if (outcome?.result === 'held' || outcome?.result === 'rejected') {
      return [{ index, reason: outcome.reason, field: outcome.field }]
    }
    // A row of this id is there already.
    return [{ index, reason: 'INVALID_VALUE', field: 'id' }]
  })
  if (notApplied.length > 0) throw new Refused(notApplied)

  await tx.insert(correction).values({ organisation: organisationId, correction: id, by, reason, account })
  const parts = Array.from({ length: Math.ceil(entries.length / CORRECTION_MAX_ENTRIES) }, (_, part) =>
    entries.slice(part * CORRECTION_MAX_ENTRIES, (part + 1) * CORRECTION_MAX_ENTRIES),
  )
  for (const part of parts) {
    await tx.insert(change).values(
      part.map((entry) => ({
        ...entry,
        organisation: organisationId,
        stream: hub.incarnation,
        streamSeq: entry.seq,
        before: canonicalColumns(entry.before),
        after: canonicalColumns(entry.after),
      })),
    )
    await tx.insert(receipt).values(
      part.flatMap((entry) => {
        const decided = outcomes.get(entry.id)
        if (decided === undefined) return []
        const { outcome } = decided.receipt
        return { organisation: organisationId, changeId: entry.id, outcome, seenRev: decided.seenRev }
      }),
    )
  }
  const stored = entries.map(() => ({ before: null, after: 'applied' as const }))
  await countReceipts(tx, organisationId, stored)
  await storeRecords(tx, organisationId, touched)
  await applyEffects(tx, hub, organisationId, touched)
  const came = touched.map(({ rowId }) => rowId)
  const lastRev = await releaseHeld(tx, hub, organisationId, came, rev)
  await tx.update(organisation).set({ rev: lastRev }).where(ofOrganisation)
  await sendDown(
    tx,
    [organisationId],
    parts.map((part) => ({ kind: 'correction', body: { id, by, reason, at, entries: part } })),
  )
  return { kind: 'corrected', id, entries: entries.length }
}

/**
 * Corrects or adds rows of one branch's record at the hub: whatever the console changes of a member, and the rows of a
 * sheet that is imported at the hub (a new member with the event that admits it: two rows with `operation: 'insert'`,
 * the member first, each with a fresh UUIDv7 that `after.id` repeats). Columns are named and valued as the change log
 * has them, see `tableRules`: snake_case, money in fen, codes by their value. Several rows are one correction, decided,
 * stored with receipts and effects, and sent down in one transaction: all of them or none; 5,000 rows at most.
 */
export async function correct(
  { orm, identity }: Hub,
  organisationId: string,
  rows: readonly CorrectedRow[],
  grounds: Grounds,
): Promise<CorrectionResult> {
  try {
    return await whenFree(() => orm.transaction((tx) => correctWithin(tx, identity, organisationId, rows, grounds)))
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', rows: error.rows }
    throw error
  }
}
