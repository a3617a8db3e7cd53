import type { ActivityBudget } from '../../../shared/model/activity'
import type { ActivityBudgetId, ActivityId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

/** Prepared statements of what activities are to cost and did cost. */
export const activityBudgetQueries = perDatabase(({ sqlite }) => ({
  /** In the order in which they were written. */
  ofActivity: sqlite.prepare<[ActivityId], ActivityBudget>(
    `SELECT id, activity_id AS activityId, item, source, planned, actual, invoice, note FROM activity_budget
    WHERE activity_id = ? ORDER BY id`,
  ),
  insert: sqlite.prepare<[ActivityBudget]>(
    `INSERT INTO activity_budget (id, activity_id, item, source, planned, actual, invoice, note)
    VALUES (@id, @activityId, @item, @source, @planned, @actual, @invoice, @note)`,
  ),
  update: sqlite.prepare<[ActivityBudget]>(
    `UPDATE activity_budget SET item = @item, source = @source, planned = @planned, actual = @actual,
      invoice = @invoice, note = @note WHERE id = @id`,
  ),
  removeOne: sqlite.prepare<[ActivityBudgetId]>('DELETE FROM activity_budget WHERE id = ?'),
  remove: sqlite.prepare<[ActivityId]>('DELETE FROM activity_budget WHERE activity_id = ?'),
}))
