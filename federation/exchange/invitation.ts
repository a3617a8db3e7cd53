import { FILE_FORMAT, type Invitation } from '../../shared/sync/file'
import { signInvitation } from '../../shared/sync/file-codec'
import { makeCode } from '../enrolment'
import type { Hub } from '../hub'

/** A stick takes its time: so long an invitation is good. */
export const INVITATION_DAYS = 90

/** An invitation by which a branch enrols without a network, for one branch or with null for one not known yet. */
export async function makeInvitation(hub: Hub, madeFor: string | null): Promise<string> {
  const { identity, keys } = hub
  const code = await makeCode(hub, madeFor, { hours: INVITATION_DAYS * 24 })
  const invitation: Invitation = { format: FILE_FORMAT, kind: 'invitation', hub: identity, keys: keys.open, code }
  const signature = await signInvitation(invitation, keys.signingKey)
  return JSON.stringify({ ...invitation, signature }, null, 2)
}
