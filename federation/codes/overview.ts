import { and, asc, desc, eq, or, sql, type SQL } from 'drizzle-orm'
import { issuedItemSchema, type IssuedItem } from '../../shared/sync/downward'
import type { Seen } from '../accounts/seen'
import { issuedDelivery, issuedVersion, organisation } from '../schema'

/** A version of a code list or receiver's sheet, and how it was issued. */
export interface IssuedVersion {
  readonly item: IssuedItem
  readonly toAll: boolean
  readonly by: string
}

/** The present version of something issued, with how far it has come. */
export interface IssuedOverview extends IssuedVersion {
  /** Branches it was sent to. */
  readonly recipients: number
  /** Those of them that have taken the present version over. */
  readonly taken: number
}

/** Whether and in which version a branch has what was issued. */
export interface IssuedRecipient {
  readonly organisation: string
  readonly unionName: string
  readonly version: number
  readonly hasTaken: boolean
}

export function nameOf({ kind, body }: IssuedItem): string {
  return kind === 'codeList' ? body.name : body.definition.name
}

function versionOf({ kind, body, toAll, issuedBy }: typeof issuedVersion.$inferSelect): IssuedVersion {
  return { item: issuedItemSchema.parse({ kind, body }), toAll, by: issuedBy }
}

const hasTaken = sql<boolean>`${issuedDelivery.seq} <= ${organisation.taken}`

/** The condition on versions that they were made for all, or went to an organisation that is seen. */
function isSeenVersion(seen: Seen): SQL | undefined {
  const wentTo = sql`EXISTS (SELECT FROM ${issuedDelivery}
    WHERE ${issuedDelivery.issued} = ${issuedVersion.issued} AND ${seen.covers(issuedDelivery.organisation)})`
  const ofHub = eq(issuedVersion.organisation, seen.hub.identity.id)
  return seen.isWhole ? ofHub : and(ofHub, or(issuedVersion.toAll, wentTo))
}

/** Everything issued that is seen, in its present version: what stands first, by name. */
export async function issuedOverviews(seen: Seen): Promise<IssuedOverview[]> {
  const { orm } = seen.hub
  const versions = await orm
    .selectDistinctOn([issuedVersion.issued])
    .from(issuedVersion)
    .where(isSeenVersion(seen))
    .orderBy(issuedVersion.issued, desc(issuedVersion.version))
  const counts = await orm
    .select({
      issued: issuedDelivery.issued,
      recipients: sql<number>`count(*)::integer`,
      taken: sql<number>`(count(*) FILTER (WHERE ${hasTaken}))::integer`,
    })
    .from(issuedDelivery)
    .innerJoin(organisation, eq(organisation.organisation, issuedDelivery.organisation))
    .where(seen.covers(issuedDelivery.organisation))
    .groupBy(issuedDelivery.issued)
  return versions
    .map((version) => {
      const { recipients = 0, taken = 0 } = counts.find(({ issued }) => issued === version.issued) ?? {}
      return { ...versionOf(version), recipients, taken }
    })
    .sort((one, other) => {
      const [gone, otherGone] = [one, other].map(({ item }) => (item.body.withdrawnAt === null ? 0 : 1))
      return (gone ?? 0) - (otherGone ?? 0) || nameOf(one.item).localeCompare(nameOf(other.item), 'zh-CN')
    })
}

/** All versions under an id, the present one first; none where there is no such thing. */
export async function versionsOf(seen: Seen, id: string): Promise<IssuedVersion[]> {
  const found = await seen.hub.orm
    .select()
    .from(issuedVersion)
    .where(and(isSeenVersion(seen), eq(issuedVersion.issued, id)))
    .orderBy(desc(issuedVersion.version))
  return found.map(versionOf)
}

/** The branches that are seen of those that something was sent to, by name. */
export async function recipientsOf(seen: Seen, id: string): Promise<IssuedRecipient[]> {
  return seen.hub.orm
    .select({
      organisation: issuedDelivery.organisation,
      unionName: organisation.unionName,
      version: issuedDelivery.version,
      hasTaken,
    })
    .from(issuedDelivery)
    .innerJoin(organisation, eq(organisation.organisation, issuedDelivery.organisation))
    .where(and(eq(issuedDelivery.issued, id), seen.covers(issuedDelivery.organisation)))
    .orderBy(asc(organisation.unionName), asc(organisation.organisation))
}
