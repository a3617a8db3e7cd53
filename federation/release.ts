import { and, asc, eq, sql } from 'drizzle-orm'
import type { HubIdentity } from '../shared/contract/hub'
import { isAnyTextOf } from './bulk'
import type { HubQueries } from './database'
import { decideAll, storeRecords, type ArrivedEntry } from './decisions'
import { sendDown } from './downward'
import { applyEffects } from './effects'
import { countReceipts } from './figures'
import type { Hub } from './hub'
import { change, organisation, receipt } from './schema'
import { storedEntry } from './stored-entry'
import { passOnAgain } from './uplink/again'
import { whenFree } from './when-free'

const isHeld = sql`${receipt.outcome}->>'result' = 'held'`

/**
 * What waits at the hub, in the order in which it came; of given rows, what waits for one of them.
 * @param rowIds null for everything
 */
async function heldEntries(
  tx: HubQueries,
  organisationId: string,
  rowIds: readonly string[] | null,
): Promise<ArrivedEntry[]> {
  const waitedFor = sql`CASE ${receipt.outcome}->>'reason' WHEN 'ROW_MISSING' THEN ${change.rowId}::text
    WHEN 'PARENT_MISSING' THEN ${change.after}::jsonb->>(${receipt.outcome}->>'field') END`
  const found = await tx
    .select({ change, reason: sql<string | null>`${receipt.outcome}->>'reason'` })
    .from(receipt)
    .innerJoin(change, and(eq(change.organisation, receipt.organisation), eq(change.id, receipt.changeId)))
    .where(
      and(
        eq(receipt.organisation, organisationId),
        isHeld,
        rowIds === null ? undefined : isAnyTextOf(waitedFor, rowIds),
      ),
    )
    .orderBy(asc(change.position))
  return found.map((held) => ({
    entry: storedEntry(held.change),
    stream: held.change.stream,
    isLate: held.reason === 'ROW_MISSING',
  }))
}

/**
 * Decides what was held anew, as often as something comes free, since one entry may wait for another; the new receipts
 * go down to the branch. The organisation is locked by the transaction that is open.
 * @param rowIds the rows that came, whose children may be free now; null for everything that waits
 * @param rev the organisation's last revision
 * @returns the last revision afterwards
 */
export async function releaseHeld(
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  rowIds: readonly string[] | null,
  rev: number,
): Promise<number> {
  let last = rev
  let came = rowIds
  for (;;) {
    const held = came?.length === 0 ? [] : await heldEntries(tx, organisationId, came)
    if (held.length === 0) return last
    const decisions = await decideAll(tx, organisationId, held, last)
    const free = [...decisions.outcomes.values()].filter((decided) => decided.receipt.outcome.result !== 'held')
    if (free.length === 0) return last
    await storeRecords(tx, organisationId, decisions.touched)
    for (const { receipt: decided, seenRev } of free) {
      await tx
        .update(receipt)
        .set({ outcome: decided.outcome, seenRev })
        .where(and(eq(receipt.organisation, organisationId), eq(receipt.changeId, decided.id)))
    }
    await applyEffects(tx, hub, organisationId, decisions.touched)
    await passOnAgain(
      tx,
      organisationId,
      free.map((decided) => decided.receipt),
    )
    await countReceipts(
      tx,
      organisationId,
      free.map((decided) => ({ before: 'held', after: decided.receipt.outcome.result })),
    )
    await sendDown(
      tx,
      [organisationId],
      free.map((decided) => ({ kind: 'receipt', body: decided.receipt })),
    )
    last = decisions.rev
    came = decisions.touched.map(({ rowId }) => rowId)
  }
}

/** Decides anew what an older program of the hub could not understand. */
export async function releaseAll({ orm, identity }: Hub): Promise<void> {
  const waiting = await orm.selectDistinct({ id: receipt.organisation }).from(receipt).where(isHeld)
  for (const { id } of waiting) {
    await whenFree(() =>
      orm.transaction(async (tx) => {
        const ofOrganisation = eq(organisation.organisation, id)
        const [found] = await tx
          .select({ rev: organisation.rev })
          .from(organisation)
          .where(ofOrganisation)
          .for('no key update')
        if (found === undefined) return
        await tx
          .update(organisation)
          .set({ rev: await releaseHeld(tx, identity, id, null, found.rev) })
          .where(ofOrganisation)
      }),
    )
  }
}
