import { failure } from '../../../shared/contract/errors'
import { ATTACHMENT_MAX } from '../../../shared/contract/attachments'
import { attachmentType } from '../../../shared/rules/media-type'

/** What file dialogs offer; what a file really is, its content says. */
export const ATTACHMENT_KINDS = '.jpg,.jpeg,.png,.pdf'

/** Tells of a file that cannot be attached as soon as it is chosen. Throws ATTACHMENT_TOO_LARGE, ATTACHMENT_INVALID. */
export async function requireAttachment(file: File): Promise<void> {
  if (file.size > ATTACHMENT_MAX.bytes) throw failure('ATTACHMENT_TOO_LARGE', { limit: '10 MB' })
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  if (attachmentType(start) === null) throw failure('ATTACHMENT_INVALID')
}
