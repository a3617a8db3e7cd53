import type { ActivityStep } from '../../../shared/model/activity'
import type { ActivityId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

/** Prepared statements of the steps of activities' papers. */
export const stepQueries = perDatabase(({ sqlite }) => ({
  /** In their order. */
  ofActivity: sqlite.prepare<[ActivityId], ActivityStep>(
    `SELECT id, activity_id AS activityId, kind, level, "on", by, opinion, recorded_at AS recordedAt FROM activity_step
    WHERE activity_id = ? ORDER BY recorded_at, id`,
  ),
  insert: sqlite.prepare<[ActivityStep]>(
    `INSERT INTO activity_step (id, activity_id, kind, level, "on", by, opinion, recorded_at)
    VALUES (@id, @activityId, @kind, @level, @on, @by, @opinion, @recordedAt)`,
  ),
  remove: sqlite.prepare<[ActivityId]>('DELETE FROM activity_step WHERE activity_id = ?'),
}))
