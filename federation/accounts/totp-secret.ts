import { and, eq, isNotNull } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import type { HubQueries } from '../database'
import { account } from '../schema'
import type { Seal } from '../seal'

const PURPOSE = 'totp'

/** What of a hub keeps secrets. */
interface Sealing {
  readonly seal: Seal
}

/** The secret of an account's two-factor code as it is stored. */
export function storedTotpSecret({ seal }: Sealing, accountId: string, secret: string): string {
  return seal.seal(secret, PURPOSE, accountId)
}

/** The secret itself; null when it was stored under another secret of the hub. */
export function totpSecretOf({ seal }: Sealing, accountId: string, stored: string): string | null {
  return seal.open(stored, PURPOSE, accountId)
}

/** Seals what was stored before the hub had a secret for it. */
export async function sealTotpSecrets(
  hub: Sealing & { readonly orm: HubQueries; readonly identity: HubIdentity },
): Promise<void> {
  const { orm, identity, seal } = hub
  const ofHub = eq(account.organisation, identity.id)
  const found = await orm
    .select({ id: account.account, stored: account.totpSecret })
    .from(account)
    .where(and(ofHub, isNotNull(account.totpSecret)))
  for (const { id, stored } of found) {
    if (stored === null || seal.isDone(stored)) continue
    // Unless it was changed meanwhile.
    const isSame = and(ofHub, eq(account.account, id), eq(account.totpSecret, stored))
    await orm
      .update(account)
      .set({ totpSecret: storedTotpSecret(hub, id, stored) })
      .where(isSame)
  }
}
