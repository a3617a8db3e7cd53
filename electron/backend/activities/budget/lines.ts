import type { BranchDatabase } from '../../../../db/branch-database'
import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import type { SettledLine } from '../../../../shared/contract/activities/settlement'
import { activityBudgetIdSchema, newId, type ActivityId } from '../../../../shared/model/id'

/** Makes the lines of an activity those given, within the write that is open; a line that stays keeps its id. */
export function replaceLines(db: BranchDatabase, activityId: ActivityId, lines: readonly SettledLine[]): void {
  const { ofActivity, insert, update, removeOne } = activityBudgetQueries(db)
  const before = ofActivity.all(activityId)
  lines.forEach((line, place) => {
    const id = before[place]?.id
    if (id === undefined) insert.run({ ...line, id: newId(activityBudgetIdSchema), activityId })
    else update.run({ ...line, id, activityId })
  })
  for (const { id } of before.slice(lines.length)) removeOne.run(id)
}
