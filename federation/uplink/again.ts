import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Receipt } from '../../shared/sync/receipt'
import type { HubQueries } from '../database'
import { change, relay, relayAgain } from '../schema'

/** Remembers entries that this hub accepts only now: they went on as place-holders, or are just on their way so. */
export async function passOnAgain(tx: HubQueries, organisationId: string, receipts: readonly Receipt[]): Promise<void> {
  const accepted = receipts.filter(({ outcome }) => outcome.result === 'applied' || outcome.result === 'merged')
  const [known] = await tx.select({ id: relay.organisation }).from(relay).where(eq(relay.organisation, organisationId))
  if (known === undefined || accepted.length === 0) return
  const ids = accepted.map(({ id }) => id)
  await tx
    .insert(relayAgain)
    .select(
      tx
        .select({
          organisation: sql<string>`${change.organisation}`.as('organisation'),
          position: sql<number>`${change.position}`.as('position'),
          changeId: sql<Receipt['id']>`${change.id}`.as('change_id'),
        })
        .from(change)
        .where(and(eq(change.organisation, organisationId), inArray(change.id, ids))),
    )
    .onConflictDoNothing()
}
