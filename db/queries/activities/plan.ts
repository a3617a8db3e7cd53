import type { ActivityFilter } from '../../../shared/contract/activities/plan'
import type { Activity, Attendance } from '../../../shared/model/activity'
import type { Day } from '../../../shared/model/date'
import type { ActivityId, ProviderId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

/** An activity as its row holds it. */
export type StoredActivity = Omit<Activity, 'eligible'> & {
  /** JSON of a named filter. */
  readonly eligible: string | null
}

/** What the state of an activity follows from. */
export interface StateRow {
  readonly id: ActivityId
  readonly startsOn: Day
  readonly endsOn: Day
  readonly signUpUntil: Day | null
  readonly settledOn: Day | null
  readonly cancelledOn: Day | null
  /** JSON of the kinds and levels of its steps in their order. */
  readonly steps: string
}

/** An activity with its steps and how many take part in what way; who waits for a place is counted apart. */
export type CountedActivity = StoredActivity &
  Pick<StateRow, 'steps'> & { readonly [Count in Attendance | 'waiting']: number } & {
    readonly organiser: string | null
    readonly provider: string | null
  }

export type CalendarRow = StateRow & Pick<Activity, 'title' | 'type' | 'startsAt' | 'place'>

type ListFilter = Omit<ActivityFilter, 'state'>

const counted = (attendance: Attendance) =>
  `(SELECT count(*) FROM participation WHERE activity_id = activity.id AND attendance = '${attendance}'
    AND waiting_since IS NULL) AS "${attendance}"`

const steps = `(SELECT json_group_array(json_object('kind', kind, 'level', level)) FROM
  (SELECT kind, level FROM activity_step WHERE activity_id = activity.id ORDER BY recorded_at, id)) AS steps`

const stateColumns = `id, starts_on AS startsOn, ends_on AS endsOn, sign_up_until AS signUpUntil,
  settled_on AS settledOn, cancelled_on AS cancelledOn, ${steps}`

const columns = `${stateColumns}, title, type, starts_at AS startsAt, ends_at AS endsAt, place,
  organiser_id AS organiserId, quota, eligible, sign_up_how AS signUpHow, contact, per_head AS perHead, notice, lecturer,
  provider_id AS providerId, hours, over_limit_reason AS overLimitReason, series_id AS seriesId, cost, summary,
  cancel_reason AS cancelReason, note`

const countedColumns = `${columns}, ${counted('signedUp')}, ${counted('present')}, ${counted('absent')},
  (SELECT count(*) FROM participation WHERE activity_id = activity.id AND waiting_since IS NOT NULL) AS waiting,
  (SELECT name FROM unit WHERE id = organiser_id) AS organiser,
  (SELECT name FROM provider WHERE id = provider_id) AS provider`

const contains = (column: string) => `instr(lower(coalesce(${column}, '')), lower(@search)) > 0`

const matches = `(${contains('title')} OR ${contains('place')} OR ${contains('lecturer')})
  AND (@type IS NULL OR type = @type) AND (@organiserId IS NULL OR organiser_id = @organiserId)
  AND (@year IS NULL OR substr(starts_on, 1, 4) = @year)`

/** Prepared statements of activities. */
export const activityQueries = perDatabase(({ sqlite }) => ({
  /** The latest first. */
  states: sqlite.prepare<[ListFilter], StateRow>(
    `SELECT ${stateColumns} FROM activity WHERE ${matches} ORDER BY starts_on DESC, id DESC`,
  ),
  calendar: sqlite.prepare<[{ readonly from: Day; readonly until: Day }], CalendarRow>(
    `SELECT ${stateColumns}, title, type, starts_at AS startsAt, place FROM activity
    WHERE starts_on <= @until AND ends_on >= @from ORDER BY starts_on, starts_at, id`,
  ),
  years: sqlite
    .prepare<[], string>('SELECT DISTINCT substr(starts_on, 1, 4) AS year FROM activity ORDER BY year DESC')
    .pluck(),
  get: sqlite.prepare<[ActivityId], CountedActivity>(`SELECT ${countedColumns} FROM activity WHERE id = ?`),
  /** Those after a day in a repetition that can still be changed. */
  following: sqlite.prepare<[{ readonly seriesId: ActivityId; readonly after: Day }], CountedActivity>(
    `SELECT ${countedColumns} FROM activity WHERE series_id = @seriesId AND starts_on > @after
    AND settled_on IS NULL AND cancelled_on IS NULL ORDER BY starts_on, id`,
  ),
  providers: sqlite.prepare<[], { readonly id: ProviderId; readonly name: string }>(
    'SELECT id, name FROM provider WHERE is_retired = 0 ORDER BY name',
  ),

  insert: sqlite.prepare<[StoredActivity]>(
    `INSERT INTO activity (id, title, type, starts_on, ends_on, starts_at, ends_at, place, organiser_id, quota, eligible,
      sign_up_until, sign_up_how, contact, per_head, notice, lecturer, provider_id, hours, over_limit_reason, series_id,
      cost, summary, settled_on, cancelled_on, cancel_reason, note)
    VALUES (@id, @title, @type, @startsOn, @endsOn, @startsAt, @endsAt, @place, @organiserId, @quota, @eligible,
      @signUpUntil, @signUpHow, @contact, @perHead, @notice, @lecturer, @providerId, @hours, @overLimitReason, @seriesId,
      @cost, @summary, @settledOn, @cancelledOn, @cancelReason, @note)`,
  ),
  update: sqlite.prepare<[StoredActivity]>(
    `UPDATE activity SET title = @title, type = @type, starts_on = @startsOn, ends_on = @endsOn, starts_at = @startsAt,
      ends_at = @endsAt, place = @place, organiser_id = @organiserId, quota = @quota, eligible = @eligible,
      sign_up_until = @signUpUntil, sign_up_how = @signUpHow, contact = @contact, per_head = @perHead, notice = @notice,
      lecturer = @lecturer, provider_id = @providerId, hours = @hours, over_limit_reason = @overLimitReason,
      series_id = @seriesId, cost = @cost, summary = @summary, settled_on = @settledOn, cancelled_on = @cancelledOn,
      cancel_reason = @cancelReason, note = @note WHERE id = @id`,
  ),
  remove: sqlite.prepare<[ActivityId]>('DELETE FROM activity WHERE id = ?'),

  removeParticipations: sqlite.prepare<[ActivityId]>('DELETE FROM participation WHERE activity_id = ?'),
}))
