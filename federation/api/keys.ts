import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { ApiScope } from '../../shared/contract/hub-api'
import type { Seen } from '../accounts/seen'
import type { Hub } from '../hub'
import { apiKey } from '../schema'

export type ApiKey = Omit<typeof apiKey.$inferSelect, 'secretHash'>

/** What a person states of a new key. */
export interface KeyDraft {
  readonly name: string
  readonly scopes: readonly ApiScope[]
  /** The node of the tree to which it is limited; null for all. */
  readonly node: string | null
  readonly expiresAt: Date
}

const PREFIX = 'ghk_'
const SECRET_BYTES = 32

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Makes a key and answers its secret, of which the hub keeps the hash only. */
export async function makeKey({ orm, identity }: Hub, draft: KeyDraft, by: string): Promise<string> {
  const secret = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`
  await orm.insert(apiKey).values({
    ...draft,
    scopes: [...draft.scopes],
    organisation: identity.id,
    apiKey: v7(),
    secretHash: hashOf(secret),
    madeBy: by,
  })
  return secret
}

const publicColumns = {
  organisation: apiKey.organisation,
  apiKey: apiKey.apiKey,
  name: apiKey.name,
  scopes: apiKey.scopes,
  node: apiKey.node,
  expiresAt: apiKey.expiresAt,
  revokedAt: apiKey.revokedAt,
  lastUsedAt: apiKey.lastUsedAt,
  madeBy: apiKey.madeBy,
  madeAt: apiKey.madeAt,
}

/** The condition on keys that they belong to the hub and see nothing but what is seen. */
function seenKeys(seen: Seen) {
  const { identity } = seen.hub
  return and(eq(apiKey.organisation, identity.id), seen.covers(apiKey.node))
}

/** The keys of what is seen, the latest first. */
export function keysOf(seen: Seen): Promise<ApiKey[]> {
  return seen.hub.orm.select(publicColumns).from(apiKey).where(seenKeys(seen)).orderBy(desc(apiKey.madeAt))
}

/** Refuses every further use of a key; answers which, null where there is no such key in force. */
export async function revokeKey(seen: Seen, id: string): Promise<Pick<ApiKey, 'name' | 'node'> | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [revoked] = await seen.hub.orm
    .update(apiKey)
    .set({ revokedAt: sql`now()` })
    .where(and(seenKeys(seen), eq(apiKey.apiKey, id), isNull(apiKey.revokedAt)))
    .returning({ name: apiKey.name, node: apiKey.node })
  return revoked ?? null
}

/** The key of a secret, remembered as used now; null when it is unknown, revoked or expired. */
export async function keyOf({ orm, identity }: Hub, secret: string): Promise<ApiKey | null> {
  const [found] = await orm
    .update(apiKey)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiKey.organisation, identity.id),
        eq(apiKey.secretHash, hashOf(secret)),
        isNull(apiKey.revokedAt),
        gt(apiKey.expiresAt, sql`now()`),
      ),
    )
    .returning(publicColumns)
  return found ?? null
}
