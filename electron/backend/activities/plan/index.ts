import { activityQueries } from '../../../../db/queries/activities/plan'
import { activityIdSchema, newId } from '../../../../shared/model/id'
import { withBranch } from '../../context'
import { requireActivity, summaryOf } from './activity'
import { removeActivity } from './removal'

const os = withBranch.activities.plan

/** Activities as planned. */
export const plan = os.router({
  list: os.list.handler(({ context, input }) => {
    const { list, count } = activityQueries(context.db)
    return { total: count.get(input) ?? 0, rows: list.all(input).map(summaryOf) }
  }),

  get: os.get.handler(({ context, input }) => requireActivity(context.db, input.id)),

  add: os.add.handler(({ context: { db }, input }) => {
    const id = newId(activityIdSchema)
    db.write(() => activityQueries(db).insert.run({ ...input, id }))
    return { id }
  }),

  update: os.update.handler(({ context: { db }, input }) => {
    requireActivity(db, input.id)
    db.write(() => activityQueries(db).update.run({ ...input.activity, id: input.id }))
    return requireActivity(db, input.id)
  }),

  remove: os.remove.handler(({ context, input }) =>
    removeActivity(context.db, context.host, requireActivity(context.db, input.id)),
  ),
})
