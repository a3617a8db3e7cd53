import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { and, eq, isNull } from 'drizzle-orm'
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { FileKeys } from '../shared/contract/hub'
import type { HubQueries } from './database'
import { hub } from './schema'

/** The keys of a hub for exchange by file. */
export interface HubKeys {
  /** Ed25519, PKCS #8 in base64. */
  readonly signingKey: string
  /** Opens what is encrypted to the hub, age. */
  readonly identity: string
  readonly open: FileKeys
}

/** The keys of this hub; made at its first start, once also when several processes start together. */
export async function hubKeys(orm: HubQueries, id: string): Promise<HubKeys> {
  const kept = () => orm.select().from(hub).where(eq(hub.id, id))
  if ((await kept())[0]?.signingKey == null) {
    const { privateKey } = generateKeyPairSync('ed25519')
    const signingKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const fileIdentity = await generateX25519Identity()
    await orm
      .update(hub)
      .set({ signingKey, fileIdentity })
      .where(and(eq(hub.id, id), isNull(hub.signingKey)))
  }
  const [found] = await kept()
  if (found?.signingKey == null || found.fileIdentity === null) throw new Error('The hub has no keys')
  const { signingKey, fileIdentity: identity } = found
  const privateKey = createPrivateKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'pkcs8' })
  const key = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return { signingKey, identity, open: { recipient: await identityToRecipient(identity), key } }
}
