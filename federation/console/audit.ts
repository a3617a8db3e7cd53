import { v7 } from 'uuid'
import type { Hub } from '../hub'
import { audit } from '../schema'
import type { Account } from './rights'

interface Event {
  /** Group and key of its words, e.g. `branches.revoked`. */
  readonly event: string
  /** The organisation it is about. */
  readonly about: string | null
  readonly detail: string | null
}

/** Puts down in the audit what somebody did; never personal data of members. */
export async function record({ orm, identity }: Hub, { id, name }: Account, event: Event): Promise<void> {
  await orm.insert(audit).values({ organisation: identity.id, id: v7(), account: id, by: name, ...event })
}
