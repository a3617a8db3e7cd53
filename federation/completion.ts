import { and, eq, inArray } from 'drizzle-orm'
import type { HubIdentity } from '../shared/contract/hub'
import { canonicalColumns } from '../shared/sync/change-content'
import { complete, type Completion } from '../shared/sync/complete'
import type { Outcome } from '../shared/sync/receipt'
import type { WireChange } from '../shared/sync/wire'
import { isAnyOf } from './bulk'
import type { HubQueries } from './database'
import { decideAll, storeRecords, type ArrivedEntry, type Decisions } from './decisions'
import { applyEffects } from './effects'
import { countReceipts } from './figures'
import { change, receipt, record } from './schema'
import { storedEntry } from './stored-entry'

/** An entry that the hub has, and what it made of it. */
export interface KnownEntry {
  readonly entry: WireChange
  readonly stream: string
  readonly outcome: Outcome
  /** A conflict that was dealt with since. */
  readonly isSettled: boolean
}

/** Those of the named entries that the hub has. */
export async function knownEntries(
  tx: HubQueries,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownEntry>> {
  const found = await tx
    .select({ change, outcome: receipt.outcome, settled: receipt.settled })
    .from(change)
    .innerJoin(receipt, and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id)))
    .where(and(eq(change.organisation, organisationId), isAnyOf(change.id, ids)))
  return new Map(
    found.map((row) => [
      row.change.id,
      { entry: storedEntry(row.change), stream: row.change.stream, outcome: row.outcome, isSettled: row.settled },
    ]),
  )
}

/** Since which revision rows are there, by table and id; those that are not, or not any more, are left out. */
async function thereSince(tx: HubQueries, organisationId: string, rowIds: readonly string[]) {
  const found = await tx
    .select({ table: record.table, rowId: record.rowId, stamps: record.stamps })
    .from(record)
    .where(and(eq(record.organisation, organisationId), inArray(record.rowId, [...rowIds]), eq(record.deleted, false)))
  return new Map(found.map(({ table, rowId, stamps }) => [`${table} ${rowId}`, stamps['id']?.rev ?? 0]))
}

/** The revision that an accepted entry was given; null for one that was not. */
const revOf = (outcome: Outcome) => (outcome.result === 'applied' || outcome.result === 'merged' ? outcome.rev : null)

/**
 * What is left to decide of a completed entry: the columns that were added to an accepted one, or all of it. Columns of a
 * row that is gone by now, or was made anew since, change nothing.
 * @param since the revision since which the row is there
 */
function toDecide(
  { stream, outcome }: KnownEntry,
  { entry, added }: Completion,
  since = Infinity,
): ArrivedEntry | null {
  const rev = revOf(outcome)
  if (added === null || rev === null) return { entry, stream }
  if (Object.keys(added).length === 0 || since > rev) return null
  return { entry: { ...entry, operation: 'update', before: {}, after: added }, stream, completes: true }
}

/**
 * Adds to entries that the hub knows what came again with more of it, see `federation/PROTOCOL.md` under What goes on.
 * The organisation is locked by the transaction that is open.
 * @param rev the organisation's last revision
 */
export async function completeEntries(
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  { entries }: { readonly entries: readonly WireChange[] },
  known: ReadonlyMap<string, KnownEntry>,
  rev: number,
): Promise<Decisions> {
  const completions = entries.flatMap((entry) => {
    const stored = known.get(entry.id)
    const completion = stored === undefined ? null : complete(stored.entry, entry)
    return stored === undefined || completion === null ? [] : [{ stored, completion }]
  })
  if (completions.length === 0) return { outcomes: new Map(), touched: [], rev }

  for (const { completion } of completions) {
    const { id, table, rowId, operation, before, after, base, batchId, hash } = completion.entry
    await tx
      .update(change)
      .set({
        ...{ table, rowId, operation, base, batchId, hash },
        before: canonicalColumns(before),
        after: canonicalColumns(after),
      })
      .where(and(eq(change.organisation, organisationId), eq(change.id, id)))
  }

  const rowIds = completions.map(({ completion }) => completion.entry.rowId)
  const since = await thereSince(tx, organisationId, rowIds)
  const arrived = completions.flatMap(({ stored, completion }): ArrivedEntry[] => {
    const { table, rowId } = completion.entry
    const left = toDecide(stored, completion, since.get(`${table} ${rowId}`))
    return left === null ? [] : [left]
  })
  const decisions = await decideAll(tx, organisationId, arrived, rev)
  for (const { receipt: decided, seenRev } of decisions.outcomes.values()) {
    await tx
      .update(receipt)
      .set({ outcome: decided.outcome, seenRev, settled: false })
      .where(and(eq(receipt.organisation, organisationId), eq(receipt.changeId, decided.id)))
  }
  await countReceipts(
    tx,
    organisationId,
    [...decisions.outcomes.values()].map(({ receipt: { id, outcome } }) => {
      const before = known.get(id)
      return {
        before: before?.isSettled === true ? 'settled' : (before?.outcome.result ?? null),
        after: outcome.result,
      } as const
    }),
  )
  await storeRecords(tx, organisationId, decisions.touched)
  await applyEffects(tx, hub, organisationId, decisions.touched)
  return decisions
}
