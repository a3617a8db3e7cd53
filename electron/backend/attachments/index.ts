import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { attachmentQueries } from '../../../db/queries/attachments'
import { failure } from '../../../shared/contract/errors'
import type { AttachmentId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { writeBytes } from '../whole-file'
import { attachmentOf, attachmentsOf, readAttachment, storeAttachment } from './store'

const os = withBranch.attachments

/** Pictures and papers 附件. */
export const attachments = os.router({
  list: os.list.handler(({ context: { db }, input: { owner } }) => attachmentsOf(db, owner.id)),

  add: os.add.handler(async ({ context: { db }, input: { owner, label, file } }) => {
    if (!attachmentQueries(db).hasOwner(owner)) throw failure('NOT_FOUND')
    const read = await readAttachment(file)
    return db.write(() => storeAttachment(db, owner, label, read))
  }),

  open: os.open.handler(({ context: { db }, input: { id } }) => {
    const { content, ...found } = requireAttachment(db, id)
    db.write(() => logAccess(db, { kind: 'reveal', subject: found.name, count: 1 }))
    return { ...attachmentOf(found), content: content.toString('base64') }
  }),

  export: os.export.handler(async ({ context: { db, host }, input: { id } }) => {
    const found = requireAttachment(db, id)
    const file = await host.chooseSavePath({ suggestedName: found.name })
    if (file === null) return { isWritten: false }
    await writeBytes(file, found.content)
    db.write(() => logAccess(db, { kind: 'export', subject: path.basename(file), count: 1 }))
    return { isWritten: true }
  }),

  remove: os.remove.handler(async ({ context: { db, host }, input: { id } }) => {
    const found = requireAttachment(db, id)
    if (!(await host.confirm({ act: 'removeAttachment', name: found.name }))) throw failure('NOT_CONFIRMED')
    db.write(() => {
      if (attachmentQueries(db).remove.run(id).changes > 0) {
        logAccess(db, { kind: 'deletion', subject: found.name, count: 1 })
      }
    })
  }),
})

function requireAttachment(db: BranchDatabase, id: AttachmentId) {
  const found = attachmentQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}
