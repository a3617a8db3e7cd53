import { and, eq, sql } from 'drizzle-orm'
import type { ChangeId, Incarnation } from '../shared/model/id'
import { canonicalColumns } from '../shared/sync/change-content'
import { isSameEntry } from '../shared/sync/complete'
import { isPlain, type Receipt } from '../shared/sync/receipt'
import { headSchema, type Head, type WireChange } from '../shared/sync/wire'
import { linesOf } from './bulk'
import { completeEntries, knownEntries } from './completion'
import type { HubQueries } from './database'
import { decideAll, storeRecords, type Decisions } from './decisions'
import { sendDown } from './downward'
import { applyEffects } from './effects'
import { countReceipts } from './figures'
import type { Hub } from './hub'
import { releaseHeld } from './release'
import { organisation, stream } from './schema'

/** Entries `fromSeq`, `fromSeq + 1`, … of a stream. */
export interface Push {
  readonly stream: Incarnation
  readonly fromSeq: number
  /** The entry before the first one in its stream. */
  readonly previous: ChangeId | null
  readonly entries: readonly WireChange[]
  readonly waiting: number
  /** When the organisation was last in contact with the hub that passes these on; else it is so now. */
  readonly lastContact?: Date
}

export type IngestResult =
  | { readonly kind: 'stored'; readonly head: Head; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'gap'; readonly head: Head }
  | { readonly kind: 'diverged' }

/** The organisation, and the device or the hub by which its entries come. */
export interface Way {
  readonly organisation: string
  readonly device: string
}

/** Stores new entries as they were sent, with their receipts. */
async function storeEntries(
  tx: HubQueries,
  organisationId: string,
  push: Push,
  fresh: readonly WireChange[],
  outcomes: Decisions['outcomes'],
): Promise<void> {
  if (fresh.length === 0) return
  const numbers = new Map(push.entries.map(({ id }, index) => [id, push.fromSeq + index]))
  const entries = fresh.map((entry) => ({
    ...entry,
    streamSeq: numbers.get(entry.id),
    before: canonicalColumns(entry.before),
    after: canonicalColumns(entry.after),
  }))
  const entryColumns = `id uuid, "streamSeq" bigint, incarnation uuid, seq bigint, "changeSet" uuid, "table" text,
    "rowId" uuid, operation text, before text, after text, base uuid, actor text, at text, "batchId" uuid, hash text`
  await tx.execute(sql`INSERT INTO change (organisation, stream, id, stream_seq, incarnation, seq, change_set, "table",
      row_id, operation, before, after, base, actor, at, batch_id, hash)
    SELECT ${organisationId}::uuid, ${push.stream}::uuid, id, "streamSeq", incarnation, seq, "changeSet", "table",
      "rowId", operation, before, after, base, actor, at, "batchId", hash
    FROM ${linesOf(entries, entryColumns)}`)
  const receipts = [...outcomes.values()].map(({ receipt, seenRev }) => ({ ...receipt, seenRev }))
  await tx.execute(sql`INSERT INTO receipt (organisation, change_id, outcome, seen_rev)
    SELECT ${organisationId}::uuid, id, outcome, "seenRev"
    FROM ${linesOf(receipts, `id uuid, outcome jsonb, "seenRev" bigint`)}`)
}

/**
 * Stores entries, their effect, their receipts and the new head in one transaction, as `federation/PROTOCOL.md` says
 * under Push. The sender is authenticated already. To a file nobody is answered at once: receipts that say more than that
 * all is well go down instead, so that they arrive by whichever way is first.
 */
export async function ingest(hub: Hub, sender: Way, push: Push, by: 'line' | 'file' = 'line'): Promise<IngestResult> {
  const { metrics, log } = hub
  const stopClock = metrics.ingest.startTimer()
  const { result, fresh } = await store(hub, sender, push, by)
  stopClock()
  for (const { outcome } of fresh) metrics.entries.inc({ outcome: outcome.result })
  const foreign = fresh.filter(({ outcome }) => outcome.result === 'rejected' && outcome.reason === 'FOREIGN_BRANCH')
  if (foreign.length > 0) log.foreignData(sender.organisation, foreign.length)
  return result
}

/** What `ingest` answers, with the receipts of the entries that were new. */
interface Stored {
  readonly result: IngestResult
  readonly fresh: readonly Receipt[]
}

const nothingNew = (result: IngestResult): Stored => ({ result, fresh: [] })

async function store({ orm, identity }: Hub, sender: Way, push: Push, by: 'line' | 'file'): Promise<Stored> {
  const { organisation: organisationId, device: deviceId } = sender
  const ofOrganisation = eq(organisation.organisation, organisationId)
  return orm.transaction(async (tx): Promise<Stored> => {
    const [branch] = await tx
      .select({ rev: organisation.rev })
      .from(organisation)
      .where(ofOrganisation)
      .for('no key update')
    if (branch === undefined) throw new Error('An enrolled device has an organisation')
    const headOf = (seq: number, id: string | null) => headSchema.parse({ stream: push.stream, seq, id })
    const ownStream = and(eq(stream.organisation, organisationId), eq(stream.stream, push.stream))
    await tx
      .insert(stream)
      .values({ organisation: organisationId, stream: push.stream, device: deviceId })
      .onConflictDoNothing()
    const [found] = await tx.select().from(stream).where(ownStream)
    if (found === undefined || found.device !== deviceId) return nothingNew({ kind: 'diverged' })

    const known = await knownEntries(
      tx,
      organisationId,
      push.entries.map(({ id }) => id),
    )
    if (push.fromSeq > found.head + 1) return nothingNew({ kind: 'gap', head: headOf(found.head, found.headId) })
    const isForeign = (entry: WireChange, index: number) => {
      const stored = known.get(entry.id)?.entry
      return stored === undefined ? push.fromSeq + index <= found.head : !isSameEntry(stored, entry)
    }
    const isContinued = push.fromSeq <= found.head || push.previous === found.headId
    if (!isContinued || push.entries.some(isForeign)) return nothingNew({ kind: 'diverged' })

    const fresh = push.entries.filter(({ id }) => !known.has(id))
    const arrived = fresh.map((entry) => ({ entry, stream: push.stream }))
    // What the hub knows came before what is new.
    const completed = await completeEntries(tx, identity, organisationId, push, known, branch.rev)
    const { outcomes, touched, rev } = await decideAll(tx, organisationId, arrived, completed.rev)
    await storeEntries(tx, organisationId, push, fresh, outcomes)
    await countReceipts(
      tx,
      organisationId,
      [...outcomes.values()].map(({ receipt: { outcome } }) => ({ before: null, after: outcome.result })),
    )
    if (by === 'file') {
      const told = [...outcomes.values()].filter(({ receipt: { outcome } }) => !isPlain(outcome))
      await sendDown(
        tx,
        [organisationId],
        told.map(({ receipt: body }) => ({ kind: 'receipt', body })),
      )
    }
    await storeRecords(tx, organisationId, touched)
    await applyEffects(tx, identity, organisationId, touched)
    const came = [...completed.touched, ...touched]
      .filter(({ before }) => before === null || before.deletion !== null)
      .map(({ rowId }) => rowId)
    const lastRev = await releaseHeld(tx, identity, organisationId, came, rev)
    const lastSeq = push.fromSeq + push.entries.length - 1
    const isAhead = lastSeq > found.head
    const head = isAhead ? headOf(lastSeq, push.entries.at(-1)?.id ?? null) : headOf(found.head, found.headId)
    await tx.update(stream).set({ head: head.seq, headId: head.id }).where(ownStream)
    await tx
      .update(organisation)
      .set({ rev: lastRev, waiting: push.waiting, lastContact: push.lastContact ?? sql`now()` })
      .where(ofOrganisation)
    const receipts = push.entries.map(({ id }): Receipt => {
      const stored = known.get(id)
      const decided = (outcomes.get(id) ?? completed.outcomes.get(id))?.receipt
      if (decided !== undefined) return decided
      if (stored === undefined) throw new Error('Every entry has a receipt')
      return { id, outcome: stored.outcome }
    })
    return { result: { kind: 'stored', head, receipts }, fresh: [...outcomes.values()].map(({ receipt }) => receipt) }
  })
}
