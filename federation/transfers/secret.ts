import { and, eq } from 'drizzle-orm'
import { createHmac, randomBytes } from 'node:crypto'
import { idKey, normaliseIdNumber } from '../../shared/rules/id-number'
import type { HubQueries } from '../database'
import { hubSecret } from '../schema'

const PURPOSE = 'persons'

async function secretOf(tx: HubQueries, hubId: string): Promise<string> {
  const own = and(eq(hubSecret.organisation, hubId), eq(hubSecret.purpose, PURPOSE))
  const [found] = await tx.select().from(hubSecret).where(own)
  if (found !== undefined) return found.secret
  const secret = randomBytes(32).toString('base64')
  await tx.insert(hubSecret).values({ organisation: hubId, purpose: PURPOSE, secret }).onConflictDoNothing()
  const [kept] = await tx.select().from(hubSecret).where(own)
  return kept?.secret ?? secret
}

/** Makes of an ID number what tells persons apart and nobody can turn back without the secret of this hub. */
export async function personHasher(tx: HubQueries, hubId: string): Promise<(idNumber: string) => string> {
  const secret = Buffer.from(await secretOf(tx, hubId), 'base64')
  return (idNumber) =>
    createHmac('sha256', secret)
      .update(idKey(normaliseIdNumber(idNumber)))
      .digest('base64url')
}
