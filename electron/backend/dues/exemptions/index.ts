import { exemptionQueries } from '../../../../db/queries/dues/exemptions'
import { currentSearchQuery } from '../../../../db/search'
import { exemptionStateSchema } from '../../../../shared/contract/dues/exemptions'
import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { addExemptions, asOf, previewExemptions, removeExemptions, setExemptionEnd } from './exemptions'

const os = withBranch.dues.exemptions

/** Months 免缴 in which members are not charged. */
export const exemptions = os.router({
  ofMember: os.ofMember.handler(({ context, input }) =>
    exemptionQueries(context.db).ofMember.all({ ...input, ...asOf(dayOf(new Date())) }),
  ),

  list: os.list.handler(({ context: { db }, input: { search, ...page } }) => {
    const query = currentSearchQuery(db, search)
    const which = { ...page, ...asOf(dayOf(new Date())), query }
    const { list, count } = exemptionQueries(db)
    return { total: count.get(which) ?? 0, rows: list.all(which) }
  }),

  counts: os.counts.handler(({ context }) => {
    const counted = new Map(
      exemptionQueries(context.db)
        .counts.all(asOf(dayOf(new Date())))
        .map(({ state, exemptions: count }) => [state, count]),
    )
    return exemptionStateSchema.options.map((state) => ({ state, exemptions: counted.get(state) ?? 0 }))
  }),

  previewAdd: os.previewAdd.handler(({ context, input }) => previewExemptions(context.db, input)),
  add: os.add.handler(({ context, input }) => addExemptions(context.db, input)),
  setEnd: os.setEnd.handler(({ context, input }) => setExemptionEnd(context.db, input.id, input.until)),
  remove: os.remove.handler(({ context, input }) => removeExemptions(context.db, input.ids)),
})
