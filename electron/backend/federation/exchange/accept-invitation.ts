import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries } from '../../../../db/queries/federation'
import { newDeviceKey } from '../../../../federation/client/device-key'
import { failure } from '../../../../shared/contract/errors'
import type { InvitingHub } from '../../../../shared/contract/federation/exchange'
import { now } from '../../../../shared/model/date'
import { FILE_FORMAT, signedInvitationSchema, type Invitation } from '../../../../shared/sync/file'
import { checkNumber, isWholeInvitation } from '../../../../shared/sync/file-codec'
import { ensureStream } from '../ensure-stream'

/** An invitation is a page of text; what is larger is none. */
const INVITATION_MAX_BYTES = 10_000

/** Throws INVITATION_INVALID, EXCHANGE_NEWER. */
export async function readInvitation(file: File): Promise<Invitation> {
  if (file.size > INVITATION_MAX_BYTES) throw failure('INVITATION_INVALID')
  let json: unknown
  try {
    json = JSON.parse(await file.text())
  } catch {
    throw failure('INVITATION_INVALID')
  }
  const invitation = signedInvitationSchema.safeParse(json)
  if (!invitation.success) throw failure('INVITATION_INVALID')
  if (invitation.data.format > FILE_FORMAT) throw failure('EXCHANGE_NEWER')
  if (!(await isWholeInvitation(invitation.data))) throw failure('INVITATION_INVALID')
  return invitation.data
}

export async function invitingHub({ hub, keys }: Invitation): Promise<InvitingHub> {
  return { hubName: hub.name, checkNumber: await checkNumber(keys.key) }
}

/** Enrols with the hub of an invitation, which its first answer confirms. Throws ALREADY_ENROLLED, BUSY. */
export async function acceptInvitation(db: BranchDatabase, { hub, keys, code }: Invitation): Promise<void> {
  const queries = federationQueries(db)
  const { generateX25519Identity } = await import('age-encryption')
  const fileIdentity = await generateX25519Identity()
  if (queries.enrolment.get() !== undefined) throw failure('ALREADY_ENROLLED')
  if (db.sqlite.inTransaction) throw failure('BUSY')
  db.sqlite.transaction(() => {
    ensureStream(db, 0)
    queries.insertEnrolment.run({
      hubId: hub.id,
      hubIncarnation: hub.incarnation,
      hubName: hub.name,
      address: '',
      privateKey: newDeviceKey().privateKey,
      enrolledAt: now(),
      acknowledgedPosition: 0,
      lastContact: null,
      hubRecipient: keys.recipient,
      hubKey: keys.key,
      fileIdentity,
      fileCode: code,
    })
  })()
}
