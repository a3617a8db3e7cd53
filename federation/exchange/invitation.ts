import { FILE_FORMAT, type Invitation } from '../../shared/sync/file'
import { signInvitation } from '../../shared/sync/file-codec'
import type { Seen } from '../accounts/seen'
import { makeCode, newcomersOf } from '../enrolment'

/** A stick takes its time: so long an invitation is good. */
export const INVITATION_DAYS = 90

/** An invitation by which a branch enrols without a network, for one branch or with null for one not known yet. */
export async function makeInvitation(seen: Seen, madeFor: string | null): Promise<string> {
  const { hub } = seen
  const { identity, keys } = hub
  const code = await makeCode(hub, madeFor, { ...newcomersOf(seen), hours: INVITATION_DAYS * 24 })
  const invitation: Invitation = { format: FILE_FORMAT, kind: 'invitation', hub: identity, keys: keys.open, code }
  const signature = await signInvitation(invitation, keys.signingKey)
  return JSON.stringify({ ...invitation, signature }, null, 2)
}
