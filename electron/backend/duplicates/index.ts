import { duplicateQueries } from '../../../db/queries/duplicates'
import { memberQueries } from '../../../db/queries/members'
import { memberFieldSchema } from '../../../shared/model/member'
import { withBranch } from '../context'
import { masked } from '../members/masking'
import { requireMember } from '../members/require-member'
import { foundDuplicates } from './found'
import { distinguishMembers, mergeMembers } from './merge'

const os = withBranch.duplicates

/** Records that may be of one person 重复会员. */
export const duplicates = os.router({
  list: os.list.handler(async ({ context: { db }, input: { offset, limit } }) => {
    const pairs = await foundDuplicates(db)
    const { get } = memberQueries(db)
    const rows = pairs.slice(offset, offset + limit).flatMap(({ one: oneId, other: otherId, reasons }) => {
      // A record may have gone while the pairs were looked for.
      const [one, other] = [get.get(oneId), get.get(otherId)]
      return one === undefined || other === undefined
        ? []
        : [{ one: masked(one), other: masked(other), reasons: [...reasons] }]
    })
    return { total: pairs.length, rows }
  }),

  compare: os.compare.handler(({ context: { db }, input }) => {
    const [one, other] = [requireMember(db, input.one), requireMember(db, input.other)]
    const none = { events: 0, duesEntries: 0, participations: 0, documents: 0, relatives: 0, honours: 0, posts: 0 }
    const { attached } = duplicateQueries(db)
    return {
      one: masked(one),
      other: masked(other),
      differing: memberFieldSchema.options.filter((field) => one[field] !== other[field]),
      attached: {
        one: attached.get({ id: one.id }) ?? none,
        other: attached.get({ id: other.id }) ?? none,
      },
    }
  }),

  merge: os.merge.handler(({ context, input }) => ({ batchId: mergeMembers(context.db, input) })),

  distinguish: os.distinguish.handler(({ context, input: { one, other } }) => ({
    batchId: distinguishMembers(context.db, one, other),
  })),
})
