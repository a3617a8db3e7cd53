import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { HubProblem } from '../../shared/contract/federation'
import type { RelayProblem } from '../../shared/sync/relay'
import type { Hub } from '../hub'
import { organisation, relay, uplink, upperReceipt } from '../schema'
import { waitingAbove } from './index'

/** How this hub stands to the one above. */
export interface UplinkStanding {
  readonly address: string
  readonly hubName: string
  readonly enrolledAt: Date
  readonly lastContact: Date | null
  /** Entries not stored there yet. */
  readonly waiting: number
  /** Entries that it did not simply accept. */
  readonly notAccepted: number
  /** What went wrong the last time. */
  readonly problem: HubProblem | null
  /** Organisations of which it takes nothing. */
  readonly refused: readonly { readonly name: string; readonly problem: RelayProblem }[]
}

/** How this hub stands to the one above; null while it is below none. */
export async function uplinkStanding(hub: Hub): Promise<UplinkStanding | null> {
  const { orm, identity } = hub
  const [found] = await orm.select().from(uplink).where(eq(uplink.organisation, identity.id))
  if (found === undefined || found.enrolledAt === null) return null
  const refused = await orm
    .select({ name: organisation.unionName, problem: relay.problem })
    .from(relay)
    .innerJoin(organisation, eq(organisation.organisation, relay.organisation))
    .where(isNotNull(relay.problem))
    .orderBy(asc(organisation.unionName))
  const [counted] = await orm.select({ entries: sql<number>`count(*)::integer` }).from(upperReceipt)
  const { address, enrolledAt, lastContact, problem } = found
  return {
    ...{ address, enrolledAt, lastContact, problem },
    hubName: found.hubName ?? address,
    waiting: await waitingAbove(hub),
    notAccepted: counted?.entries ?? 0,
    refused: refused.flatMap((line) => (line.problem === null ? [] : [{ name: line.name, problem: line.problem }])),
  }
}
