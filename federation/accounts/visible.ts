import type { Hub } from '../hub'
import { organisation } from '../schema'
import { isAtOrBelow } from '../tree/visible'
import type { Account } from './rights'

/** The organisations that an account sees, its node and what is below; null says all. */
export async function visibleOrganisations(
  hub: Hub,
  { node }: Pick<Account, 'node'>,
): Promise<ReadonlySet<string> | null> {
  if (node === hub.identity.id) return null
  const found = await hub.orm.select({ id: organisation.organisation }).from(organisation).where(isAtOrBelow(hub, node))
  return new Set(found.map(({ id }) => id))
}
