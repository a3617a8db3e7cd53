import type { BranchDatabase } from '../../../../db/branch-database'
import { mutualAidQueries } from '../../../../db/queries/care/registers/mutual-aid'
import { memberQueries } from '../../../../db/queries/members'
import { currentSearchQuery } from '../../../../db/search'
import type { ClaimFilter, CoverFilter } from '../../../../shared/contract/care/registers'
import { failure } from '../../../../shared/contract/errors'
import { mutualAidClaimIdSchema, newId, type MutualAidClaimId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import type { MutualAidClaim } from '../../../../shared/model/service-register'
import { dayOf } from '../../../../shared/rules/date'
import { logSensitiveView, requireSensitive } from '../../access/sensitive'
import { withBranch } from '../../context'
import { writeRows } from '../../write-rows'
import { enrol, renew, requireCover, whoIsFree } from './covers'
import { exportClaims, exportCovers } from './exports'

const os = withBranch.care.registers.mutualAid
const none = fenSchema.parse(0)
const today = () => dayOf(new Date())

/** Mutual aid 互助保障. */
export const mutualAid = os.router({
  covers: os.covers.handler(({ context: { db }, input: { offset, limit, ...input } }) => {
    const filter = storedCovers(db, input)
    const { covers, coverSums } = mutualAidQueries(db)
    const { total = 0, premium = none } = coverSums.get(filter) ?? {}
    return { total, premium, rows: covers.all({ ...filter, offset, limit }) }
  }),

  coverIds: os.coverIds.handler(({ context: { db }, input }) =>
    mutualAidQueries(db).coverIds.all(storedCovers(db, input)),
  ),
  coverCounts: os.coverCounts.handler(
    ({ context: { db } }) =>
      mutualAidQueries(db).coverCounts.get({ today: today() }) ?? { current: 0, ending: 0, ended: 0, all: 0 },
  ),
  plans: os.plans.handler(({ context: { db } }) => mutualAidQueries(db).plans.all()),

  ofMember: os.ofMember.handler(({ context: { db }, input: { memberId } }) => {
    const { coversOfMember, claimsOfMember } = mutualAidQueries(db)
    return { covers: coversOfMember.all(memberId), claims: claimsOfMember.all(memberId) }
  }),

  previewEnrol: os.previewEnrol.handler(({ context: { db }, input: { memberIds, ...plan } }) => {
    const free = whoIsFree(db, memberIds, plan)
    return { members: free.length, covered: new Set(memberIds).size - free.length }
  }),
  enrol: os.enrol.handler(({ context: { db }, input }) => enrol(db, input)),
  renew: os.renew.handler(({ context: { db }, input }) => renew(db, input.ids)),

  updateCover: os.updateCover.handler(({ context: { db }, input: { id, cover } }) => {
    const { memberId } = requireCover(db, id)
    return db.writeBatch({ kind: 'service', title: memberQueries(db).nameOf.get(memberId) ?? '' }, () => {
      mutualAidQueries(db).updateCover.run({ ...cover, id })
      return { count: 1, result: null }
    })
  }),

  removeCovers: os.removeCovers.handler(async ({ context: { db }, input }) => {
    const ids = [...new Set(input.ids)]
    const [first] = ids.map((id) => requireCover(db, id))
    const { removeClaimsOf, removeCover } = mutualAidQueries(db)
    const batchId = await writeRows(db, { kind: 'service', title: first?.plan ?? '' }, ids, (id) => {
      removeClaimsOf.run(id)
      removeCover.run(id)
    })
    return { batchId }
  }),

  exportCovers: os.exportCovers.handler(({ context: { db, host }, input: { language, ...input }, signal }) =>
    exportCovers(db, host, language, storedCovers(db, input), signal),
  ),

  claims: os.claims.handler(({ context: { db }, input: { offset, limit, ...input } }) => {
    const filter = storedClaims(db, input)
    const { claims, claimSums } = mutualAidQueries(db)
    const { total = 0, paid = none } = claimSums.get(filter) ?? {}
    return { total, paid, rows: claims.all({ ...filter, offset, limit }) }
  }),

  revealClaim: os.revealClaim.handler(({ context, input: { id } }) => {
    const { db } = context
    const claim = requireClaim(db, id)
    const { memberId } = requireCover(db, claim.mutualAidId)
    db.write(() => logSensitiveView(context, { subject: 'mutualAidClaim', id, memberId }))
    return claim
  }),

  addClaim: os.addClaim.handler(({ context: { db }, input }) => {
    const { plan } = requireCovered(db, input)
    return db.writeBatch({ kind: 'service', title: plan }, () => {
      mutualAidQueries(db).insertClaim.run({ ...input, id: newId(mutualAidClaimIdSchema) })
      return { count: 1, result: null }
    })
  }),

  updateClaim: os.updateClaim.handler(({ context, input: { id, claim } }) => {
    const { db } = context
    requireSensitive(context)
    requireClaim(db, id)
    const { plan } = requireCovered(db, claim)
    return db.writeBatch({ kind: 'service', title: plan }, () => {
      mutualAidQueries(db).updateClaim.run({ ...claim, id })
      return { count: 1, result: null }
    })
  }),

  removeClaim: os.removeClaim.handler(({ context: { db }, input: { id } }) => {
    const { plan } = requireCover(db, requireClaim(db, id).mutualAidId)
    return db.writeBatch({ kind: 'service', title: plan }, () => {
      mutualAidQueries(db).removeClaim.run(id)
      return { count: 1, result: null }
    })
  }),

  exportClaims: os.exportClaims.handler(({ context: { db, host }, input: { language, ...input }, signal }) =>
    exportClaims(db, host, language, storedClaims(db, input), signal),
  ),
})

function storedCovers(db: BranchDatabase, { view, plan, search }: CoverFilter) {
  return { view, plan, search, today: today(), query: currentSearchQuery(db, search) }
}

function storedClaims(db: BranchDatabase, { view, search }: ClaimFilter) {
  return { view, search, query: currentSearchQuery(db, search) }
}

function requireClaim(db: BranchDatabase, id: MutualAidClaimId): MutualAidClaim {
  const claim = mutualAidQueries(db).claim.get(id)
  if (claim === undefined) throw failure('NOT_FOUND')
  return claim
}

/** The cover that is claimed from; throws NOT_FOUND, CLAIM_NOT_COVERED. */
function requireCovered(db: BranchDatabase, { mutualAidId, happenedOn }: Omit<MutualAidClaim, 'id'>) {
  const cover = requireCover(db, mutualAidId)
  const { validFrom: from, validUntil: until } = cover
  if (happenedOn < from || happenedOn > until) throw failure('CLAIM_NOT_COVERED', { from, until })
  return cover
}
