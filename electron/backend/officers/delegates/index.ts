import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import { delegateQueries } from '../../../../db/queries/officers/delegates'
import { failure } from '../../../../shared/contract/errors'
import type { Delegate } from '../../../../shared/model/committee'
import { delegateIdSchema, newId, type CommitteeId, type DelegateId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { termName } from '../../../../shared/rules/officers/names'
import { withBranch } from '../../context'
import { requireUnit, unitsOf } from '../../organisation/units'
import { requireCommittee } from '../committees/summaries'
import { congressOf } from './congress'

const os = withBranch.officers.delegates

const titleOf = (db: BranchDatabase, id: CommitteeId) => `${termName(requireCommittee(db, id).term)}会员代表`

/** Throws NOT_FOUND. */
function requireDelegates(db: BranchDatabase, ids: readonly DelegateId[]): readonly [Delegate, ...Delegate[]] {
  const [first, ...rest] = [...new Set(ids)].map((id) => {
    const found = delegateQueries(db).get.get(id)
    if (found === undefined) throw failure('NOT_FOUND')
    return found
  })
  if (first === undefined) throw failure('NOT_FOUND')
  return [first, ...rest]
}

/** Delegates 会员代表. */
export const delegates = os.router({
  list: os.list.handler(({ context, input }) => congressOf(context.db, input.committeeId, dayOf(new Date()))),

  ofMember: os.ofMember.handler(({ context, input }) => delegateQueries(context.db).ofMember.all(input.memberId)),

  setQuota: os.setQuota.handler(({ context: { db }, input: { committeeId, quota } }) => {
    const committee = requireCommittee(db, committeeId)
    const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committeeId) }, () => {
      committeeQueries(db).update.run({ ...committee, delegateQuota: quota })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  add: os.add.handler(({ context: { db }, input: { committeeId, unitId, memberIds, electedOn } }) => {
    requireCommittee(db, committeeId)
    if (unitId !== null) requireUnit(unitsOf(db), unitId)
    const { list, insert } = delegateQueries(db)
    const standing = new Set(
      list
        .all(committeeId)
        .filter(({ endedOn }) => endedOn === null)
        .map(({ memberId }) => memberId),
    )
    const fresh = [...new Set(memberIds)].filter((memberId) => !standing.has(memberId))
    if (fresh.some((memberId) => memberQueries(db).get.get(memberId) === undefined)) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committeeId) }, () => {
      for (const memberId of fresh) {
        const id = newId(delegateIdSchema)
        insert.run({ id, committeeId, memberId, unitId, electedOn, endedOn: null, note: null })
      }
      return { count: fresh.length, result: null }
    })
    return { batchId, added: fresh.length }
  }),

  end: os.end.handler(({ context: { db }, input: { ids, endedOn, note } }) => {
    const ending = requireDelegates(db, ids)
    const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, ending[0].committeeId) }, () => {
      for (const { id } of ending) delegateQueries(db).end.run({ id, endedOn, note })
      return { count: ending.length, result: null }
    })
    return { batchId }
  }),

  remove: os.remove.handler(({ context: { db }, input: { ids } }) => {
    const removed = requireDelegates(db, ids)
    const { batchId } = db.writeBatch({ kind: 'removal', title: titleOf(db, removed[0].committeeId) }, () => {
      for (const { id } of removed) delegateQueries(db).remove.run(id)
      return { count: removed.length, result: null }
    })
    return { batchId }
  }),
})
