import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { organisationQueries } from '../../../db/queries/organisation'
import { failure } from '../../../shared/contract/errors'
import { newId, postIdSchema, type BatchId, type MemberId, type PostId } from '../../../shared/model/id'
import type { Post, PostInput } from '../../../shared/model/post'
import { requireUnit, unitsOf } from './units'

/** Throws NOT_FOUND. */
function requirePost(db: BranchDatabase, id: PostId): Post {
  const found = organisationQueries(db).post.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

/** Throws NOT_FOUND when the unit it is held in does not exist. */
function checked(db: BranchDatabase, post: PostInput): PostInput {
  if (post.unitId !== null) requireUnit(unitsOf(db), post.unitId)
  return post
}

/** Throws NOT_FOUND. */
export function addPost(db: BranchDatabase, memberId: MemberId, input: PostInput): PostId {
  if (memberQueries(db).get.get(memberId) === undefined) throw failure('NOT_FOUND')
  const post = { ...checked(db, input), id: newId(postIdSchema), memberId, committeeId: null }
  db.write(() => organisationQueries(db).insertPost.run(post))
  return post.id
}

/** Throws NOT_FOUND. */
export function updatePost(db: BranchDatabase, id: PostId, input: PostInput): void {
  const post = { ...requirePost(db, id), ...checked(db, input) }
  db.write(() => organisationQueries(db).updatePost.run(post))
}

/** Throws NOT_FOUND. */
export function removePost(db: BranchDatabase, id: PostId): { batchId: BatchId } {
  const { title, memberId } = requirePost(db, id)
  const name = memberQueries(db).get.get(memberId)?.name ?? ''
  const { batchId } = db.writeBatch({ kind: 'removal', title: `${name} ${title}` }, () => {
    organisationQueries(db).removePost.run(id)
    return { count: 1, result: null }
  })
  return { batchId }
}
