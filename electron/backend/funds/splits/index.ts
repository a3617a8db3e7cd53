import { splitQueries } from '../../../../db/queries/funds/splits'
import { failure } from '../../../../shared/contract/errors'
import { fenSchema } from '../../../../shared/model/money'
import { RETAINED_SHARE } from '../../../../shared/rules/funds/chart'
import { withBranch } from '../../context'
import { addSplit } from './add-split'

const os = withBranch.funds.splits

/** Who gets how much of the 2 % of wages 经费分成. */
export const splits = os.router({
  list: os.list.handler(({ context }) => splitQueries(context.db).list()),

  add: os.add.handler(({ context, input }) => addSplit(context.db, input)),

  received: os.received.handler(({ context, input }) => ({
    amount: splitQueries(context.db).received.get({ ...input, category: RETAINED_SHARE }) ?? fenSchema.parse(0),
  })),

  remove: os.remove.handler(({ context: { db }, input: { id } }) => {
    const rule = splitQueries(db)
      .list()
      .find((one) => one.id === id)
    if (rule === undefined) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'removal', title: rule.validFrom }, () => {
      splitQueries(db).remove.run(id)
      return { count: 1, result: null }
    })
    return { batchId }
  }),
})
