import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ChangeId, Incarnation } from '../shared/model/id'
import { syncedTableSchema } from '../shared/sync/change'
import { canonicalColumns } from '../shared/sync/change-content'
import { decide, type HubRow } from '../shared/sync/decide'
import type { Receipt } from '../shared/sync/receipt'
import type { Sender } from '../shared/sync/signature'
import { tableRules } from '../shared/sync/tables'
import { headSchema, type Head, type WireChange } from '../shared/sync/wire'
import type { HubQueries } from './database'
import type { Hub } from './hub'
import { change, organisation, receipt, record, stream } from './schema'

/** Entries `fromSeq`, `fromSeq + 1`, … of a stream. */
export interface Push {
  readonly stream: Incarnation
  readonly fromSeq: number
  /** The entry before the first one in its stream. */
  readonly previous: ChangeId | null
  readonly entries: readonly WireChange[]
  readonly waiting: number
}

export type IngestResult =
  | { readonly kind: 'stored'; readonly head: Head; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'gap'; readonly head: Head }
  | { readonly kind: 'diverged' }

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
  const ids = [...new Set(names.map(({ rowId }) => rowId))].filter((id) => uuid.test(id))
  const found = await tx
    .select()
    .from(record)
    .where(and(eq(record.organisation, organisationId), inArray(record.rowId, ids)))
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
          .where(and(eq(receipt.organisation, organisationId), inArray(receipt.changeId, bases)))
  return new Map<string, number>(found.map(({ id, seenRev }) => [id, seenRev]))
}

async function knownEntries(tx: HubQueries, organisationId: string, ids: readonly ChangeId[]) {
  const found = await tx
    .select({ id: change.id, hash: change.hash, outcome: receipt.outcome })
    .from(change)
    .innerJoin(receipt, and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id)))
    .where(and(eq(change.organisation, organisationId), inArray(change.id, [...ids])))
  return new Map<string, (typeof found)[number]>(found.map((entry) => [entry.id, entry]))
}

/** Decides the entries in order; answers what is to be stored of them. */
async function decideAll(
  tx: HubQueries,
  organisationId: string,
  push: Push,
  fresh: readonly WireChange[],
  rev: number,
) {
  const rows = await rowsFor(tx, organisationId, fresh)
  const seen = await seenBy(tx, organisationId, fresh)
  const touched = new Map<string, RowName & { readonly row: HubRow }>()
  const outcomes = new Map<string, { readonly receipt: Receipt; readonly seenRev: number }>()
  let nextRev = rev + 1
  for (const entry of fresh) {
    const isHere = (name: RowName) => rows.get(keyOf(name))?.deletion === null
    const seenRev = entry.base === null ? 0 : (seen.get(entry.base) ?? 0)
    const { outcome, row } = decide(
      {
        organisation: organisationId,
        stream: push.stream,
        nextRev,
        row: rows.get(keyOf(entry)) ?? null,
        seenRev,
        missing: referencesOf(entry).flatMap((name) => (isHere(name) ? [] : [name.field])),
      },
      entry,
    )
    if (row !== null) {
      rows.set(keyOf(entry), row)
      touched.set(keyOf(entry), { table: entry.table, rowId: entry.rowId, row })
      nextRev += 1
    }
    // Whoever based an applied entry on the present record has seen all of it; otherwise no more than before.
    const seenNow = outcome.result === 'applied' ? outcome.rev : seenRev
    seen.set(entry.id, seenNow)
    outcomes.set(entry.id, { receipt: { id: entry.id, outcome }, seenRev: seenNow })
  }
  return { outcomes, touched: [...touched.values()], rev: nextRev - 1 }
}

/**
 * Stores entries, their effect, their receipts and the new head in one transaction, as `federation/PROTOCOL.md` says
 * under Push. The sender is authenticated already.
 */
export async function ingest({ orm }: Hub, sender: Sender, push: Push): Promise<IngestResult> {
  const { organisation: organisationId, device: deviceId } = sender
  const ofOrganisation = eq(organisation.organisation, organisationId)
  return orm.transaction(async (tx): Promise<IngestResult> => {
    const [branch] = await tx.select({ rev: organisation.rev }).from(organisation).where(ofOrganisation).for('update')
    if (branch === undefined) throw new Error('An enrolled device has an organisation')
    const headOf = (seq: number, id: string | null) => headSchema.parse({ stream: push.stream, seq, id })
    const ownStream = and(eq(stream.organisation, organisationId), eq(stream.stream, push.stream))
    await tx
      .insert(stream)
      .values({ organisation: organisationId, stream: push.stream, device: deviceId })
      .onConflictDoNothing()
    const [found] = await tx.select().from(stream).where(ownStream)
    if (found === undefined || found.device !== deviceId) return { kind: 'diverged' }

    const known = await knownEntries(
      tx,
      organisationId,
      push.entries.map(({ id }) => id),
    )
    if (push.fromSeq > found.head + 1) return { kind: 'gap', head: headOf(found.head, found.headId) }
    const isForeign = (entry: WireChange, index: number) => {
      const stored = known.get(entry.id)
      return stored === undefined ? push.fromSeq + index <= found.head : stored.hash !== entry.hash
    }
    const isContinued = push.fromSeq <= found.head || push.previous === found.headId
    if (!isContinued || push.entries.some(isForeign)) return { kind: 'diverged' }

    const fresh = push.entries.filter(({ id }) => !known.has(id))
    const { outcomes, touched, rev } = await decideAll(tx, organisationId, push, fresh, branch.rev)
    if (fresh.length > 0) {
      await tx.insert(change).values(
        fresh.map((entry) => ({
          ...entry,
          organisation: organisationId,
          stream: push.stream,
          streamSeq: push.fromSeq + push.entries.indexOf(entry),
          before: canonicalColumns(entry.before),
          after: canonicalColumns(entry.after),
        })),
      )
      await tx.insert(receipt).values(
        [...outcomes.values()].map(({ receipt: { id, outcome }, seenRev }) => ({
          organisation: organisationId,
          changeId: id,
          outcome,
          seenRev,
        })),
      )
    }
    if (touched.length > 0) {
      await tx
        .insert(record)
        .values(
          touched.map(({ table, rowId, row }) => ({
            ...row,
            organisation: organisationId,
            table,
            rowId,
            deleted: row.deletion !== null,
          })),
        )
        .onConflictDoUpdate({
          target: [record.organisation, record.table, record.rowId],
          set: {
            rev: sql`excluded.rev`,
            deleted: sql`excluded.deleted`,
            deletion: sql`excluded.deletion`,
            columns: sql`excluded.columns`,
            stamps: sql`excluded.stamps`,
          },
        })
    }
    const lastSeq = push.fromSeq + push.entries.length - 1
    const isAhead = lastSeq > found.head
    const head = isAhead ? headOf(lastSeq, push.entries.at(-1)?.id ?? null) : headOf(found.head, found.headId)
    await tx.update(stream).set({ head: head.seq, headId: head.id }).where(ownStream)
    await tx
      .update(organisation)
      .set({ rev, waiting: push.waiting, lastContact: sql`now()` })
      .where(ofOrganisation)
    const receipts = push.entries.map(({ id }): Receipt => {
      const stored = known.get(id)
      const decided = outcomes.get(id)?.receipt
      if (decided !== undefined) return decided
      if (stored === undefined) throw new Error('Every entry has a receipt')
      return { id, outcome: stored.outcome }
    })
    return { kind: 'stored', head, receipts }
  })
}
