import { z } from 'zod'
import { attachmentIdSchema } from '../model/id'
import { attachmentOwnerSchema, attachmentSchema } from '../model/attachment'
import { procedure } from './errors'

/** Largest picture or paper, in bytes, and how many a thing has at most. */
export const ATTACHMENT_MAX = { bytes: 10_000_000, count: 50 }

const attachmentRefSchema = z.object({ id: attachmentIdSchema })

/** Pictures and papers 附件 kept inside the encrypted record; they stay on this PC. */
export const attachments = {
  /** In the order in which they were added. */
  list: procedure.input(z.object({ owner: attachmentOwnerSchema })).output(z.array(attachmentSchema)),
  /** Errors: NOT_FOUND, ATTACHMENT_INVALID, ATTACHMENT_TOO_LARGE, ATTACHMENTS_TOO_MANY. */
  add: procedure
    .input(z.object({ owner: attachmentOwnerSchema, label: attachmentSchema.shape.label, file: z.file() }))
    .output(attachmentSchema),
  /** Its content, to be looked at in the window; logged. */
  open: procedure.input(attachmentRefSchema).output(attachmentSchema.extend({ content: z.base64() })),
  /** Saves it as a file of its own; logged. */
  export: procedure.input(attachmentRefSchema).output(z.object({ isWritten: z.boolean() })),
  /** Asks in a native dialog; logged. It cannot be brought back. */
  remove: procedure.input(attachmentRefSchema),
}
