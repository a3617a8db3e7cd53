import type { Hub } from '../hub'
import type { Account } from './rights'

/** The organisations that an account sees, its node and what is below; null says all. */
export function visibleOrganisations(
  { identity }: Hub,
  { node }: Pick<Account, 'node'>,
): Promise<ReadonlySet<string> | null> {
  return Promise.resolve(node === identity.id ? null : new Set([node]))
}
