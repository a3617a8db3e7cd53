import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { member } from './members'
import { unit } from './organisation'
import { provider } from './team'

export const activity = sqliteTable(
  'activity',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    type: text('type').notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    /** `HH:MM`; null for the whole day. */
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    place: text('place'),
    /** Which 分会 or 小组 holds it; null for the branch itself. */
    organiserId: text('organiser_id').references(() => unit.id),
    /** How many may take part; who signs up beyond it waits. */
    quota: integer('quota'),
    /** JSON of the filter that tells who may come, with its name; null for everybody. */
    eligible: text('eligible'),
    signUpUntil: text('sign_up_until'),
    signUpHow: text('sign_up_how'),
    contact: text('contact'),
    /** 每人标准, fen. */
    perHead: integer('per_head'),
    /** Why its budget passes a limit. */
    overLimitReason: text('over_limit_reason'),
    /** The notice 通知 in own words; null for the one made from the plan. */
    notice: text('notice'),
    lecturer: text('lecturer'),
    providerId: text('provider_id').references(() => provider.id),
    /** 学时 of a training. */
    hours: integer('hours'),
    /** The activities of one repetition share it. */
    seriesId: text('series_id'),
    /** What it really cost, fen; with budget items, the sum of what they cost. */
    cost: integer('cost'),
    /** 小结 of what was done. */
    summary: text('summary'),
    /** 决算. */
    settledOn: text('settled_on'),
    cancelledOn: text('cancelled_on'),
    cancelReason: text('cancel_reason'),
    note: text('note'),
  },
  (table) => [
    index('activity_by_start').on(table.startsOn),
    index('activity_by_series')
      .on(table.seriesId)
      .where(sql`series_id IS NOT NULL`),
    check('activity_ends_after_start', sql`ends_on >= starts_on`),
  ],
)

export const participation = sqliteTable(
  'participation',
  {
    id: text('id').primaryKey(),
    activityId: text('activity_id')
      .notNull()
      .references(() => activity.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    attendance: text('attendance').notNull(),
    /** Since when on the waiting list 候补, the earliest first; null for who has a place. */
    waitingSince: text('waiting_since'),
    signedUpAt: text('signed_up_at'),
    /** How the attendance came to be known: by hand, scanned, from a file, afterwards. */
    attendedBy: text('attended_by'),
    attendedAt: text('attended_at'),
    /** 1 to 5. */
    satisfaction: integer('satisfaction'),
    remark: text('remark'),
  },
  (table) => [
    uniqueIndex('participation_once').on(table.activityId, table.memberId),
    // Holds the member too, so that who came to what is read from it alone.
    index('participation_by_attendance').on(table.activityId, table.attendance, table.memberId),
    index('participation_by_member').on(table.memberId),
  ],
)

/** Append-only: a step of the approval of an activity: handed in, approved, sent back. */
export const activityStep = sqliteTable(
  'activity_step',
  {
    id: text('id').primaryKey(),
    activityId: text('activity_id')
      .notNull()
      .references(() => activity.id),
    kind: text('kind').notNull(),
    /** Who decides: 经办人, 分会主席, 上级工会. */
    level: text('level').notNull(),
    on: text('on').notNull(),
    by: text('by'),
    opinion: text('opinion'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [index('activity_step_by_activity').on(table.activityId)],
)

/** What an activity is to cost, item by item and by whose money; amounts in fen. */
export const activityBudget = sqliteTable(
  'activity_budget',
  {
    id: text('id').primaryKey(),
    activityId: text('activity_id')
      .notNull()
      .references(() => activity.id),
    item: text('item').notNull(),
    source: text('source').notNull(),
    planned: integer('planned').notNull(),
    /** Null until it is settled. */
    actual: integer('actual'),
    invoice: text('invoice'),
    note: text('note'),
  },
  (table) => [index('activity_budget_by_activity').on(table.activityId)],
)
