import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { gzipSync } from 'node:zlib'
import { branchIdSchema, type ChangeId } from '../../shared/model/id'
import { passOn } from '../../shared/sync/passing'
import { RELAY_MAX_NODES, type RelayProblem } from '../../shared/sync/relay'
import { PUSH_AIM_BYTES, REQUEST_MAX_ENTRIES, type Head, type WireChange } from '../../shared/sync/wire'
import { placeHolder } from '../../shared/sync/withhold'
import { change, organisation, receipt, relay, relayAgain } from '../schema'
import { storedEntry } from '../stored-entry'
import type { Line } from './line'
import { keepReceipts } from './take-over'

/** How far the hub above has stored what is passed on of an organisation. */
interface Progress {
  readonly head: number
  readonly headId: ChangeId | null
  /** The position here of the entry at the head. */
  readonly position: number
}

const START: Progress = { head: 0, headId: null, position: 0 }

interface Outgoing {
  readonly position: number
  readonly entry: WireChange
}

/** Organisations of which something is to be passed on, and nothing stands in the way. */
async function waitingOrganisations({ hub: { orm }, stream }: Line, seen: ReadonlySet<string>): Promise<string[]> {
  const done = sql`CASE WHEN ${relay.stream} = ${stream} THEN ${relay.position} ELSE 0 END`
  const found = await orm
    .select({ id: relay.organisation })
    .from(relay)
    .where(
      and(
        sql`${relay.node} IS NOT NULL AND ${relay.problem} IS NULL`,
        sql`(EXISTS (SELECT FROM ${change} WHERE ${change.organisation} = ${relay.organisation} AND ${change.position} > ${done})
          OR EXISTS (SELECT FROM ${relayAgain} WHERE ${relayAgain.organisation} = ${relay.organisation}))`,
      ),
    )
    .orderBy(asc(relay.organisation))
  return found.map(({ id }) => id).filter((id) => !seen.has(id))
}

/** Where the hub above stands by its own account, which counts more than what is remembered here. */
async function adopt({ hub: { orm }, stream }: Line, id: string, head: Head | undefined): Promise<Progress | null> {
  let progress = START
  if (head !== undefined && head.id !== null) {
    const [found] = await orm
      .select({ position: change.position })
      .from(change)
      .where(and(eq(change.organisation, id), eq(change.id, head.id)))
    // It has more than this hub: another copy of this hub is at work.
    if (found === undefined) return null
    progress = { head: head.seq, headId: head.id, position: found.position }
  }
  await orm
    .update(relay)
    .set({ stream, ...progress })
    .where(eq(relay.organisation, id))
  return progress
}

interface Stored {
  readonly change: typeof change.$inferSelect
  readonly result: string
}

const withOutcome = { change, result: sql<string>`${receipt.outcome}->>'result'` }
const ofChange = and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id))

/**
 * Entries that waited for their row and then changed nothing, because their own stream had written it since: a later
 * entry of the row has the revision that they were given.
 */
async function withoutEffect({ hub: { orm } }: Line, id: string, page: readonly Stored[]) {
  const merged = page.filter(({ result }) => result === 'merged')
  if (merged.length === 0) return new Set<string>()
  const later = alias(change, 'later')
  const itsReceipt = alias(receipt, 'its_receipt')
  const found = await orm
    .select({ id: change.id })
    .from(change)
    .innerJoin(receipt, ofChange)
    .innerJoin(later, and(eq(later.organisation, change.organisation), eq(later.rowId, change.rowId)))
    .innerJoin(itsReceipt, and(eq(itsReceipt.organisation, later.organisation), eq(itsReceipt.changeId, later.id)))
    .where(
      and(
        eq(change.organisation, id),
        inArray(
          change.id,
          merged.map((row) => row.change.id),
        ),
        gt(later.position, change.position),
        sql`${itsReceipt.outcome}->>'rev' = ${receipt.outcome}->>'rev'`,
      ),
    )
  return new Set<string>(found.map((line) => line.id))
}

async function outgoing(line: Line, id: string, page: readonly Stored[]): Promise<Outgoing[]> {
  const effectless = await withoutEffect(line, id, page)
  return page.map(({ change: stored, result }) => {
    const entry = storedEntry(stored)
    // What amounts to nothing at this hub shall not above either.
    const counts = result === 'applied' || (result === 'merged' && !effectless.has(entry.id))
    return { position: stored.position, entry: counts ? passOn(entry, line.choices) : placeHolder(entry) }
  })
}

async function freshEntries(line: Line, id: string, { position }: Progress): Promise<Outgoing[]> {
  const found = await line.hub.orm
    .select(withOutcome)
    .from(change)
    .innerJoin(receipt, ofChange)
    .where(and(eq(change.organisation, id), eq(receipt.organisation, id), gt(change.position, position)))
    .orderBy(asc(change.position))
    .limit(REQUEST_MAX_ENTRIES)
  return outgoing(line, id, found)
}

async function entriesAgain(line: Line, id: string, { position, head }: Progress): Promise<Outgoing[]> {
  const due = await line.hub.orm
    .select({ changeId: relayAgain.changeId })
    .from(relayAgain)
    .where(and(eq(relayAgain.organisation, id), lte(relayAgain.position, position)))
    .orderBy(asc(relayAgain.position))
    .limit(Math.min(head, REQUEST_MAX_ENTRIES))
  if (due.length === 0) return []
  const ids = due.map(({ changeId }) => changeId)
  const found = await line.hub.orm
    .select(withOutcome)
    .from(change)
    .innerJoin(receipt, ofChange)
    .where(and(eq(change.organisation, id), eq(receipt.organisation, id), inArray(change.id, ids)))
    .orderBy(asc(change.position))
  return outgoing(line, id, found)
}

function fitting(entries: Outgoing[]): Outgoing[] {
  let fit = entries
  const isTooLarge = () => gzipSync(JSON.stringify(fit.map(({ entry }) => entry))).length > PUSH_AIM_BYTES
  while (fit.length > 1 && isTooLarge()) fit = fit.slice(0, Math.ceil(fit.length / 2))
  return fit
}

/** Sends entries after the head, or with `again` entries at or below it; answers where it stands then. */
async function send(line: Line, id: string, from: Progress, entries: Outgoing[], again: boolean) {
  const { hub, call, stream } = line
  const [facts] = await hub.orm
    .select({ waiting: organisation.waiting, lastContact: organisation.lastContact })
    .from(organisation)
    .where(eq(organisation.organisation, id))
  const last = entries.at(-1)
  if (facts === undefined || last === undefined) return from
  const { relayed } = await call((parent) =>
    parent.relay({
      organisation: branchIdSchema.parse(id),
      stream,
      fromSeq: again ? from.head - entries.length + 1 : from.head + 1,
      previous: again ? null : from.headId,
      entries: entries.map(({ entry }) => entry),
      waiting: facts.waiting,
      lastContact: facts.lastContact.toISOString(),
    }),
  )
  switch (relayed.result) {
    case 'stored': {
      const to = again ? from : { head: from.head + entries.length, headId: last.entry.id, position: last.position }
      await hub.orm.transaction(async (tx) => {
        await keepReceipts(tx, id, relayed.receipts)
        await tx
          .update(relay)
          .set({ ...to, figuresDue: true })
          .where(eq(relay.organisation, id))
        const positions = entries.map(({ position }) => position)
        const sent = and(eq(relayAgain.organisation, id), inArray(relayAgain.position, positions))
        if (again) await tx.delete(relayAgain).where(sent)
      })
      return to
    }
    case 'gap':
      // It was restored between two requests; the next pass asks where it stands.
      return null
    case 'diverged':
    case 'notBelow':
      return relayed.result
  }
}

async function relayOne(line: Line, id: string, start: Progress): Promise<RelayProblem | null> {
  let progress = start
  for (;;) {
    if (!(await line.mayGoOn())) return null
    const again = fitting(await entriesAgain(line, id, progress))
    const entries = again.length > 0 ? again : fitting(await freshEntries(line, id, progress))
    if (entries.length === 0) return null
    const next = await send(line, id, progress, entries, again.length > 0)
    if (next === null || typeof next === 'string') return next
    progress = next
  }
}

/** Passes on the entries of every organisation below; one that is refused holds back itself only. */
export async function relayEntries(line: Line): Promise<void> {
  const { hub, call, stream, mayGoOn } = line
  const seen = new Set<string>()
  for (;;) {
    const ids = (await waitingOrganisations(line, seen)).slice(0, RELAY_MAX_NODES)
    if (ids.length === 0 || !(await mayGoOn())) return
    const { heads } = await call((parent) => parent.relayState({ organisations: ids }))
    for (const id of ids) {
      if (!(await mayGoOn())) return
      seen.add(id)
      const progress = await adopt(
        line,
        id,
        heads.find((head) => head.organisation === id && head.stream === stream),
      )
      const problem = progress === null ? 'diverged' : await relayOne(line, id, progress)
      if (problem !== null) await hub.orm.update(relay).set({ problem }).where(eq(relay.organisation, id))
    }
  }
}
