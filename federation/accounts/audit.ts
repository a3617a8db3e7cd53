import { v7 } from 'uuid'
import type { Hub } from '../hub'
import { audit } from '../schema'
import type { Account } from './rights'

interface Event {
  /** Group and key of the console's words that say it, e.g. `branches.enrolmentRevoked`. */
  readonly event: string
  /** The organisation it is about. */
  readonly about?: string | null
  readonly detail?: string | null
}

/** Puts down in the audit what somebody did; never personal data of members. */
export async function record(
  { orm, identity }: Hub,
  { id, name }: Pick<Account, 'id' | 'name'>,
  { event, about = null, detail = null }: Event,
): Promise<void> {
  await orm.insert(audit).values({ organisation: identity.id, id: v7(), account: id, by: name, event, about, detail })
}
