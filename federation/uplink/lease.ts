import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Hub } from '../hub'
import { uplink } from '../schema'

/** Longer than one request takes at most. */
const LEASE_SECONDS = 200

/**
 * Lets one process of a hub speak to the hub above, or goes on to; answers whether it may. The database's clock decides,
 * and a process that was killed loses its turn by itself.
 */
export async function takeLease({ orm, identity }: Hub, processId: string): Promise<boolean> {
  const isFree = or(isNull(uplink.leasedBy), eq(uplink.leasedBy, processId), lt(uplink.leasedUntil, sql`now()`))
  const taken = await orm
    .update(uplink)
    .set({ leasedBy: processId, leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(and(eq(uplink.organisation, identity.id), isFree))
    .returning({ id: uplink.organisation })
  return taken.length > 0
}

export async function giveLeaseBack({ orm, identity }: Hub, processId: string): Promise<void> {
  await orm
    .update(uplink)
    .set({ leasedBy: null, leasedUntil: null })
    .where(and(eq(uplink.organisation, identity.id), eq(uplink.leasedBy, processId)))
}
