import { v7 } from 'uuid'
import type { Hub } from '../hub'
import { audit } from '../schema'
import type { Account } from './rights'

interface Event {
  /** Group and key of the console's words that say it, e.g. `branches.enrolmentRevoked`. */
  readonly event: string
  /** The organisation it is about; the part of the tree that is seen by whoever did it unless told. */
  readonly about?: string | null
  readonly detail?: string | null
}

/** Puts down in the audit what somebody did; never personal data of members. */
export async function record(
  { orm, identity }: Hub,
  { id, name, node }: Pick<Account, 'id' | 'name'> & { readonly node: string | null },
  { event, about, detail = null }: Event,
): Promise<void> {
  const own = node === identity.id ? null : node
  await orm
    .insert(audit)
    .values({ organisation: identity.id, id: v7(), account: id, by: name, event, about: about ?? own, detail })
}
