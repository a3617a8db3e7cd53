import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import type { CodeListInput } from '../../shared/model/code-list'
import { now } from '../../shared/model/date'
import { codeListIdSchema, newId, receiverProfileIdSchema } from '../../shared/model/id'
import type { ProfileDefinition } from '../../shared/model/receiver-profile'
import { nextCodes } from '../../shared/rules/code-list'
import { issuedItemSchema, type IssuedItem } from '../../shared/sync/downward'
import type { HubQueries } from '../database'
import { sendDown } from '../downward'
import type { Hub } from '../hub'
import { reachableBranches } from './branches'
import { hub as hubTable, issuedDelivery, issuedVersion, organisation } from '../schema'
import { whenFree } from '../when-free'

/** To whom a version goes beside those who got an earlier one: chosen branches, or all, also who enrols later. */
export interface Issuing {
  readonly to: readonly string[] | 'all'
  /** The account that issues it. */
  readonly by: string
}

/** Sends the present version to branches and remembers under which number each got it. */
async function deliver(tx: HubQueries, ids: readonly string[], items: readonly IssuedItem[]): Promise<void> {
  for (const item of items) {
    if (ids.length === 0) return
    await sendDown(tx, ids, [item])
    const numbered = await tx
      .select({ organisation: organisation.organisation, seq: organisation.downward })
      .from(organisation)
      .where(inArray(organisation.organisation, [...ids]))
    await tx
      .insert(issuedDelivery)
      .values(numbered.map((line) => ({ ...line, issued: item.body.id, version: item.body.version })))
      .onConflictDoUpdate({
        target: [issuedDelivery.organisation, issuedDelivery.issued],
        set: { version: sql`excluded.version`, seq: sql`excluded.seq` },
      })
  }
}

/**
 * The last version of what was issued under an id, if any. Who issues waits for who issues or enrols, so that versions
 * have no gaps and nobody is passed over.
 */
async function lastVersion(tx: HubQueries, { identity }: Hub, id: string | null) {
  await tx.select().from(hubTable).for('update')
  if (id === null) return undefined
  const [found] = await tx
    .select()
    .from(issuedVersion)
    .where(and(eq(issuedVersion.organisation, identity.id), eq(issuedVersion.issued, id)))
    .orderBy(desc(issuedVersion.version))
    .limit(1)
  return found
}

async function store(tx: HubQueries, { identity }: Hub, item: IssuedItem, { to, by }: Issuing): Promise<void> {
  const { kind, body } = item
  await tx.insert(issuedVersion).values({
    ...{ organisation: identity.id, issued: body.id, version: body.version, kind, body },
    toAll: to === 'all',
    issuedBy: by,
  })
  const before = await tx
    .select({ id: issuedDelivery.organisation })
    .from(issuedDelivery)
    .where(eq(issuedDelivery.issued, body.id))
  const chosen = to === 'all' ? (await reachableBranches(tx)).map(({ id }) => id) : to
  await deliver(tx, [...new Set([...before.map(({ id }) => id), ...chosen])], [item])
}

const fresh = () => ({ issuedAt: now(), withdrawnAt: null })

/** Issues a code list, or its next version; codes that this one leaves out are kept as retired. */
export async function issueCodeList(
  hub: Hub,
  id: string | null,
  stated: CodeListInput,
  issuing: Issuing,
): Promise<string> {
  return whenFree(() =>
    hub.orm.transaction(async (tx) => {
      const last = await lastVersion(tx, hub, id)
      const item = last === undefined ? null : itemOf(last)
      const codes = item?.kind === 'codeList' ? nextCodes(item.body.codes, stated.codes) : stated.codes
      const kept = item?.kind === 'codeList' ? item.body.id : newId(codeListIdSchema)
      const version = (last?.version ?? 0) + 1
      await store(tx, hub, { kind: 'codeList', body: { ...stated, codes, id: kept, version, ...fresh() } }, issuing)
      return kept
    }),
  )
}

/** Issues a receiver's sheet, or its next version. */
export async function issueProfile(
  hub: Hub,
  id: string | null,
  definition: ProfileDefinition,
  issuing: Issuing,
): Promise<string> {
  return whenFree(() =>
    hub.orm.transaction(async (tx) => {
      const last = await lastVersion(tx, hub, id)
      const kept = last === undefined ? newId(receiverProfileIdSchema) : receiverProfileIdSchema.parse(last.issued)
      const version = (last?.version ?? 0) + 1
      await store(tx, hub, { kind: 'receiverProfile', body: { id: kept, version, definition, ...fresh() } }, issuing)
      return kept
    }),
  )
}

/** Takes what was issued back: one more version, which says so. */
export async function withdrawIssued(hub: Hub, id: string, by: string): Promise<void> {
  await whenFree(() =>
    hub.orm.transaction(async (tx) => {
      const last = await lastVersion(tx, hub, id)
      if (last === undefined || last.body.withdrawnAt !== null) return
      const item = itemOf(last)
      const at = { version: last.version + 1, withdrawnAt: now() }
      const withdrawn: IssuedItem =
        item.kind === 'codeList'
          ? { kind: item.kind, body: { ...item.body, ...at } }
          : { kind: item.kind, body: { ...item.body, ...at } }
      await store(tx, hub, withdrawn, { to: last.toAll ? 'all' : [], by })
    }),
  )
}

/** A stored version as it goes down. */
export function itemOf({ kind, body }: Pick<typeof issuedVersion.$inferSelect, 'kind' | 'body'>): IssuedItem {
  return issuedItemSchema.parse({ kind, body })
}

/**
 * Sends an organisation that enrols the present version of everything made for all, and of what it had before, where it
 * has not got it already.
 */
export async function sendPresentVersions(
  tx: HubQueries,
  identity: HubIdentity,
  organisationId: string,
): Promise<void> {
  await tx.select().from(hubTable).for('share')
  const versions = await tx
    .selectDistinctOn([issuedVersion.issued])
    .from(issuedVersion)
    .where(eq(issuedVersion.organisation, identity.id))
    .orderBy(issuedVersion.issued, desc(issuedVersion.version))
  const had = await tx.select().from(issuedDelivery).where(eq(issuedDelivery.organisation, organisationId))
  const missing = versions.filter(({ issued, version, toAll, body }) => {
    const delivered = had.find((line) => line.issued === issued)
    if (delivered !== undefined) return delivered.version < version
    return toAll && body.withdrawnAt === null
  })
  await deliver(tx, [organisationId], missing.map(itemOf))
}
