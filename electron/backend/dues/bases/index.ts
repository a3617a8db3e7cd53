import { basisQueries } from '../../../../db/queries/dues/bases'
import { currentSearchQuery } from '../../../../db/search'
import { basisFilterSchema } from '../../../../shared/contract/dues/bases'
import { withBranch } from '../../context'
import { readPaySheetFile } from './read-pay-sheet'
import { planBases, removeBasis, setBases, titleOf } from './set-bases'

const os = withBranch.dues.bases

/** Class and pay 缴费基数 that members' dues follow from. */
export const bases = os.router({
  ofMember: os.ofMember.handler(({ context, input }) => basisQueries(context.db).ofMember(input.memberId)),

  list: os.list.handler(({ context: { db }, input: { search, ...which } }) => {
    const query = currentSearchQuery(db, search)
    const { list, count } = basisQueries(db)
    return { total: count.get({ ...which, query }) ?? 0, rows: list({ ...which, query }) }
  }),

  counts: os.counts.handler(({ context, input }) => {
    const counted = new Map(
      basisQueries(context.db)
        .counts.all(input)
        .map(({ filter, members }) => [filter, members]),
    )
    return basisFilterSchema.options.map((filter) => ({ filter, members: counted.get(filter) ?? 0 }))
  }),

  previewSet: os.previewSet.handler(({ context, input: { memberIds, validFrom, change } }) => {
    const changes = memberIds.map((memberId) => ({ memberId, change }))
    const { additions, replacements, same } = planBases(context.db, changes, validFrom, null)
    return { members: additions.length + replacements.length, replaced: replacements.length, same }
  }),

  set: os.set.handler(({ context: { db }, input: { memberIds, validFrom, change, note, replace } }) =>
    setBases(
      db,
      memberIds.map((memberId) => ({ memberId, change })),
      { validFrom, note, replace, title: titleOf(db, memberIds, validFrom) },
    ),
  ),

  remove: os.remove.handler(({ context, input }) => removeBasis(context.db, input.id)),

  read: os.read.handler(({ context, input, signal }) => readPaySheetFile(context.db, input.file, input.month, signal)),

  import: os.import.handler(({ context, input: { fileName, validFrom, rows, replace } }) =>
    setBases(context.db, rows, { validFrom, note: null, replace, title: fileName }),
  ),
})
