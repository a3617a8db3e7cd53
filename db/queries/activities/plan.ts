import type { Activity, Attendance } from '../../../shared/model/activity'
import type { ActivityId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

interface Window {
  readonly limit: number
  readonly offset: number
}

/** An activity with how many take part in what way. */
export type CountedActivity = Activity & { readonly [Count in Attendance]: number }

const counted = (attendance: Attendance) =>
  `(SELECT count(*) FROM participation WHERE activity_id = activity.id AND attendance = '${attendance}'
    AND waiting_since IS NULL)
    AS "${attendance}"`

const countedColumns = `id, title, type, starts_on AS startsOn, ends_on AS endsOn, place, cost, note,
  ${counted('signedUp')}, ${counted('present')}, ${counted('absent')}`

const matches = `(instr(lower(title), lower(@search)) > 0 OR instr(lower(coalesce(place, '')), lower(@search)) > 0)`

/** Prepared statements of activities. */
export const activityQueries = perDatabase(({ sqlite }) => ({
  /** Latest first; title or place contain the text. */
  list: sqlite.prepare<[Window & { readonly search: string }], CountedActivity>(
    `SELECT ${countedColumns} FROM activity WHERE ${matches} ORDER BY starts_on DESC, id DESC
    LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite
    .prepare<[{ readonly search: string }], number>(`SELECT count(*) FROM activity WHERE ${matches}`)
    .pluck(),
  get: sqlite.prepare<[ActivityId], CountedActivity>(`SELECT ${countedColumns} FROM activity WHERE id = ?`),

  insert: sqlite.prepare<[Activity]>(
    `INSERT INTO activity (id, title, type, starts_on, ends_on, place, cost, note)
    VALUES (@id, @title, @type, @startsOn, @endsOn, @place, @cost, @note)`,
  ),
  update: sqlite.prepare<[Activity]>(
    `UPDATE activity SET title = @title, type = @type, starts_on = @startsOn, ends_on = @endsOn, place = @place,
      cost = @cost, note = @note WHERE id = @id`,
  ),
  remove: sqlite.prepare<[ActivityId]>('DELETE FROM activity WHERE id = ?'),

  removeParticipations: sqlite.prepare<[ActivityId]>('DELETE FROM participation WHERE activity_id = ?'),
}))
