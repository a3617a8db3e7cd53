import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { issuedItemSchema, type IssuedItem } from '../../shared/sync/downward'
import type { Hub } from '../hub'
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

/** Everything issued in its present version: what stands first, by name. */
export async function issuedOverviews({ orm, identity }: Hub): Promise<IssuedOverview[]> {
  const versions = await orm
    .selectDistinctOn([issuedVersion.issued])
    .from(issuedVersion)
    .where(eq(issuedVersion.organisation, identity.id))
    .orderBy(issuedVersion.issued, desc(issuedVersion.version))
  const counts = await orm
    .select({
      issued: issuedDelivery.issued,
      recipients: sql<number>`count(*)::integer`,
      taken: sql<number>`(count(*) FILTER (WHERE ${hasTaken}))::integer`,
    })
    .from(issuedDelivery)
    .innerJoin(organisation, eq(organisation.organisation, issuedDelivery.organisation))
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
export async function versionsOf({ orm, identity }: Hub, id: string): Promise<IssuedVersion[]> {
  const found = await orm
    .select()
    .from(issuedVersion)
    .where(and(eq(issuedVersion.organisation, identity.id), eq(issuedVersion.issued, id)))
    .orderBy(desc(issuedVersion.version))
  return found.map(versionOf)
}

/** The branches that something was sent to, by name. */
export async function recipientsOf({ orm }: Hub, id: string): Promise<IssuedRecipient[]> {
  return orm
    .select({
      organisation: issuedDelivery.organisation,
      unionName: organisation.unionName,
      version: issuedDelivery.version,
      hasTaken,
    })
    .from(issuedDelivery)
    .innerJoin(organisation, eq(organisation.organisation, issuedDelivery.organisation))
    .where(eq(issuedDelivery.issued, id))
    .orderBy(asc(organisation.unionName), asc(organisation.organisation))
}
