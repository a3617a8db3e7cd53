import type { BranchDatabase } from '../../../../db/branch-database'
import { mutualAidQueries } from '../../../../db/queries/care/registers/mutual-aid'
import { memberQueries } from '../../../../db/queries/members'
import { failure } from '../../../../shared/contract/errors'
import { mutualAidIdSchema, newId, type BatchId, type MemberId, type MutualAidId } from '../../../../shared/model/id'
import type { MutualAid } from '../../../../shared/model/service-register'
import { nextCover } from '../../../../shared/rules/care/cover'
import { writeRows } from '../../write-rows'

type Plan = Pick<MutualAid, 'plan' | 'validFrom' | 'validUntil'>

/** Throws NOT_FOUND. */
export function requireCover(db: BranchDatabase, id: MutualAidId): MutualAid {
  const cover = mutualAidQueries(db).cover.get(id)
  if (cover === undefined) throw failure('NOT_FOUND')
  return cover
}

/** Whom a plan would cover; throws NOT_FOUND. */
export function whoIsFree(db: BranchDatabase, memberIds: readonly MemberId[], plan: Plan): MemberId[] {
  const { isCovered } = mutualAidQueries(db)
  return [...new Set(memberIds)].filter((memberId) => {
    if (memberQueries(db).nameOf.get(memberId) === undefined) throw failure('NOT_FOUND')
    return isCovered.get({ memberId, plan: plan.plan, validFrom: plan.validFrom, validUntil: plan.validUntil }) === 0
  })
}

/** See the contract. Throws NOT_FOUND, NOTHING_TO_SAVE. */
export async function enrol(
  db: BranchDatabase,
  { memberIds, ...cover }: Omit<MutualAid, 'id' | 'memberId' | 'number'> & { readonly memberIds: readonly MemberId[] },
): Promise<{ batchId: BatchId; members: number }> {
  const free = whoIsFree(db, memberIds, cover)
  return writeCovers(
    db,
    free.map((memberId) => ({ ...cover, memberId, number: null })),
  )
}

/** See the contract. Throws NOT_FOUND, NOTHING_TO_SAVE. */
export function renew(db: BranchDatabase, ids: readonly MutualAidId[]): Promise<{ batchId: BatchId; members: number }> {
  const { isCovered } = mutualAidQueries(db)
  const next = [...new Set(ids)].map((id) => {
    const { id: _id, ...cover } = requireCover(db, id)
    return { ...cover, ...nextCover(cover), number: null, note: null }
  })
  const fresh = next.filter(
    ({ memberId, plan, validFrom, validUntil }) => isCovered.get({ memberId, plan, validFrom, validUntil }) === 0,
  )
  return writeCovers(db, fresh)
}

async function writeCovers(db: BranchDatabase, covers: readonly Omit<MutualAid, 'id'>[]) {
  const [first] = covers
  if (first === undefined) throw failure('NOTHING_TO_SAVE')
  const { insertCover } = mutualAidQueries(db)
  const batchId = await writeRows(db, { kind: 'service', title: first.plan }, covers, (cover) =>
    insertCover.run({ ...cover, id: newId(mutualAidIdSchema) }),
  )
  return { batchId, members: covers.length }
}
