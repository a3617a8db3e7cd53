import { createHash } from 'node:crypto'
import type { BranchDatabase } from '../../../db/branch-database'
import { attachmentQueries, type AttachmentRow } from '../../../db/queries/attachments'
import { ATTACHMENT_MAX } from '../../../shared/contract/attachments'
import { failure } from '../../../shared/contract/errors'
import type { Attachment, AttachmentOwner } from '../../../shared/model/attachment'
import { now } from '../../../shared/model/date'
import { attachmentIdSchema, newId } from '../../../shared/model/id'
import { attachmentType } from '../../../shared/rules/media-type'

/** A chosen file that was found to be a picture or paper. */
export type ReadAttachment = Pick<Attachment, 'name' | 'mediaType'> & { readonly content: Buffer }

/** Throws ATTACHMENT_INVALID, ATTACHMENT_TOO_LARGE. */
export async function readAttachment(file: File): Promise<ReadAttachment> {
  if (file.size > ATTACHMENT_MAX.bytes) throw failure('ATTACHMENT_TOO_LARGE', { limit: '10 MB' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const mediaType = attachmentType(bytes)
  if (mediaType === null) throw failure('ATTACHMENT_INVALID')
  // The end of a name tells more than its beginning: it has the kind of the file.
  return { name: file.name.slice(-200), mediaType, content: bytes }
}

/** Keeps a picture or paper within the write that is open. Throws ATTACHMENTS_TOO_MANY. */
export function storeAttachment(
  db: BranchDatabase,
  owner: AttachmentOwner,
  label: string | null,
  file: ReadAttachment,
): Attachment {
  const { count, insert } = attachmentQueries(db)
  if ((count.get(owner.id) ?? 0) >= ATTACHMENT_MAX.count) {
    throw failure('ATTACHMENTS_TOO_MANY', { limit: ATTACHMENT_MAX.count })
  }
  const stored = {
    ...file,
    id: newId(attachmentIdSchema),
    ownerKind: owner.kind,
    ownerId: owner.id,
    label,
    size: file.content.length,
    sha256: createHash('sha256').update(file.content).digest('hex'),
    addedAt: now(),
  }
  insert.run(stored)
  return attachmentOf(stored)
}

/** An attachment as people see it, without its content. */
export function attachmentOf({ ownerKind, ownerId, ...row }: AttachmentRow): Attachment {
  const { id, label, name, mediaType, size, sha256, addedAt } = row
  return { id, owner: { kind: ownerKind, id: ownerId }, label, name, mediaType, size, sha256, addedAt }
}

/** What belongs to something, in the order in which it was added. */
export function attachmentsOf(db: BranchDatabase, ownerId: string): Attachment[] {
  return attachmentQueries(db).list.all(ownerId).map(attachmentOf)
}
