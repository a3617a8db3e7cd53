import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { attachmentQueries, type AttachmentRow } from '../../../db/queries/attachments'
import { batchQueries } from '../../../db/queries/batches'
import { failure } from '../../../shared/contract/errors'
import type { AttachmentOwner } from '../../../shared/model/attachment'
import type { AttachmentId } from '../../../shared/model/id'
import { logSensitiveView, requireSensitive } from '../access/sensitive'
import { withBranch } from '../context'
import { writeBytes } from '../whole-file'
import { attachmentOf, attachmentsOf, readAttachment, storeAttachment } from './store'

const os = withBranch.attachments

interface OpenContext {
  readonly db: BranchDatabase
}
type AttachmentOwnerRow = Pick<AttachmentRow, 'ownerKind' | 'ownerId'>

/** Pictures and papers 附件. */
export const attachments = os.router({
  list: os.list.handler(({ context, input: { owner } }) => {
    requireOwnerOpen(context, owner)
    return attachmentsOf(context.db, owner.id)
  }),

  add: os.add.handler(async ({ context, input: { owner, label, file } }) => {
    const { db } = context
    requireOwnerOpen(context, owner)
    if (!attachmentQueries(db).hasOwner(owner)) throw failure('NOT_FOUND')
    const read = await readAttachment(file)
    return db.write(() => storeAttachment(db, owner, label, read))
  }),

  open: os.open.handler(({ context, input: { id } }) => {
    const { db } = context
    const { content, ...found } = requireAttachment(context, id)
    if (isSensitiveOwner(db, found)) logSensitiveView(context, { subject: 'attachments', id })
    else db.write(() => logAccess(db, { kind: 'reveal', subject: found.name, count: 1 }))
    return { ...attachmentOf(found), content: content.toString('base64') }
  }),

  export: os.export.handler(async ({ context, input: { id } }) => {
    const { db, host } = context
    const found = requireAttachment(context, id)
    const file = await host.chooseSavePath({ suggestedName: found.name })
    if (file === null) return { isWritten: false }
    await writeBytes(file, found.content)
    db.write(() => logAccess(db, { kind: 'export', subject: loggedName(db, found, path.basename(file)), count: 1 }))
    return { isWritten: true }
  }),

  remove: os.remove.handler(async ({ context, input: { id } }) => {
    const { db, host } = context
    const found = requireAttachment(context, id)
    if (!(await host.confirm({ act: 'removeAttachment', name: found.name }))) throw failure('NOT_CONFIRMED')
    db.write(() => {
      if (attachmentQueries(db).remove.run(id).changes > 0) {
        logAccess(db, { kind: 'deletion', subject: loggedName(db, found, found.name), count: 1 })
      }
    })
  }),
})

/** The attachment; throws NOT_FOUND, and SENSITIVE_CLOSED where it belongs to something sensitive. */
function requireAttachment(context: OpenContext, id: AttachmentId) {
  const found = attachmentQueries(context.db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  requireOwnerOpen(context, { kind: found.ownerKind, id: found.ownerId })
  return found
}

function requireOwnerOpen(context: OpenContext, { kind, id }: AttachmentOwner): void {
  if (isSensitiveOwner(context.db, { ownerKind: kind, ownerId: id })) requireSensitive(context)
}

/** A name of a file may say what somebody suffers from: the log has only that it was one. */
function loggedName(db: BranchDatabase, owned: AttachmentOwnerRow, name: string): string {
  return isSensitiveOwner(db, owned) ? 'attachments' : name
}

function isSensitiveOwner(db: BranchDatabase, { ownerKind, ownerId }: AttachmentOwnerRow): boolean {
  switch (ownerKind) {
    case 'hardshipFile':
    case 'mutualAidClaim':
    case 'legalCase':
      return true
    case 'request':
      return batchQueries(db).isOpenRequest.get({ id: ownerId }) !== 1
    case 'fundEntry':
    case 'activity':
    case 'committee':
    case 'providerContract':
    case 'article':
      return false
  }
}
