import { logAccess } from '../../../db/queries/access'
import { memberDetailQueries } from '../../../db/queries/member-details'
import { failure } from '../../../shared/contract/errors'
import { PHOTO_MAX } from '../../../shared/contract/member-details'
import { momentSchema, now } from '../../../shared/model/date'
import { jpegSize } from '../../../shared/rules/jpeg'
import { withBranch } from '../context'
import { requireMember } from './require-member'

/** Throws PHOTO_INVALID. */
function requirePhoto(content: Buffer): void {
  const size = content.length > PHOTO_MAX.bytes ? null : jpegSize(content)
  if (size === null || size.width > PHOTO_MAX.width || size.height > PHOTO_MAX.height) throw failure('PHOTO_INVALID')
}

const os = withBranch.members.photo

/** A member's photo; stays on this PC. */
export const photo = os.router({
  get: os.get.handler(({ context: { db }, input: { memberId } }) => {
    requireMember(db, memberId)
    const found = memberDetailQueries(db).photo.get(memberId)
    if (found === undefined) return null
    return { content: found.content.toString('base64'), addedAt: momentSchema.parse(found.addedAt) }
  }),

  set: os.set.handler(({ context: { db }, input: { memberId, content } }) => {
    requireMember(db, memberId)
    const bytes = Buffer.from(content, 'base64')
    requirePhoto(bytes)
    const { photo: former, setPhoto } = memberDetailQueries(db)
    db.write(() => {
      if (former.get(memberId) !== undefined) logAccess(db, { kind: 'deletion', memberId, subject: 'photo', count: 1 })
      setPhoto.run({ memberId, content: bytes, addedAt: now() })
    })
  }),

  remove: os.remove.handler(({ context: { db }, input: { memberId } }) => {
    requireMember(db, memberId)
    db.write(() => {
      const { changes } = memberDetailQueries(db).removePhoto.run(memberId)
      if (changes > 0) logAccess(db, { kind: 'deletion', memberId, subject: 'photo', count: 1 })
    })
  }),
})
