import { and, asc, isNull, sql } from 'drizzle-orm'
import type { HubQueries } from '../database'
import { device, organisation } from '../schema'

/** Branches that what goes down can reach, by name: enrolled here, or below a hub that is. */
export async function reachableBranches(orm: HubQueries): Promise<{ id: string; unionName: string }[]> {
  const devices = sql`SELECT FROM ${device} WHERE ${device.organisation} = ${organisation.organisation}`
  return orm
    .select({ id: organisation.organisation, unionName: organisation.unionName })
    .from(organisation)
    .where(
      and(
        isNull(organisation.closedAt),
        sql`(NOT EXISTS (${devices}) OR EXISTS (${devices} AND ${device.revokedAt} IS NULL))`,
      ),
    )
    .orderBy(asc(organisation.unionName), asc(organisation.organisation))
}
