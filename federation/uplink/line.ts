import type { Incarnation } from '../../shared/model/id'
import type { PassingChoices } from '../../shared/sync/passing'
import type { HubCall } from '../client/hub-client'
import type { Hub } from '../hub'

/** What one pass of passing on works with. */
export interface Line {
  readonly hub: Hub
  readonly call: HubCall
  readonly choices: PassingChoices
  /** The stream by which entries of all organisations go on. */
  readonly stream: Incarnation
  /** Asked before every request: false once another process has the turn or the policy is another one. */
  readonly mayGoOn: () => Promise<boolean>
}
