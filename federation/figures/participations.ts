import { and, eq, sql } from 'drizzle-orm'
import type { HubRow } from '../../shared/sync/decide'
import { isAnyOf, isAnyTextOf } from '../bulk'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { record } from '../schema'
import { count, type FigureChanges } from './figure'
import { activityMonth } from './rows'

/** The activity at which somebody was present. */
function attended(row: HubRow | null): string | null {
  if (row === null || row.deletion !== null || row.columns['attendance'] !== 'present') return null
  return String(row.columns['activity_id'])
}

async function monthsOf(tx: HubQueries, organisationId: string, activities: readonly string[]) {
  if (activities.length === 0) return []
  const found = await tx
    .select()
    .from(record)
    .where(
      and(eq(record.organisation, organisationId), eq(record.table, 'activity'), isAnyOf(record.rowId, activities)),
    )
  return found.map((row) => ({ activity: row.rowId, month: activityMonth(row) }))
}

/** How many were present at activities, as the records stand now. */
async function presentAt(tx: HubQueries, organisationId: string, activities: readonly string[]) {
  if (activities.length === 0) return new Map<string, number>()
  const activity = sql<string>`${record.columns}->>'activity_id'`
  const found = await tx
    .select({ activity, present: sql<number>`count(*)::integer` })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        sql`${record.table} = 'participation' AND NOT ${record.deleted} AND ${record.columns}->>'attendance' = 'present'`,
        isAnyTextOf(activity, activities),
      ),
    )
    .groupBy(activity)
  return new Map(found.map(({ activity, present }) => [activity, present]))
}

/** Counts who came to activities, each in the month of its activity, which may have moved. */
export async function countParticipations(
  tx: HubQueries,
  organisationId: string,
  touched: readonly TouchedRow[],
  changes: FigureChanges,
): Promise<void> {
  const came = new Map<string, number>()
  for (const { table, before, row } of touched) {
    if (table !== 'participation') continue
    const [was, is] = [attended(before), attended(row)]
    if (was !== null) came.set(was, (came.get(was) ?? 0) - 1)
    if (is !== null) came.set(is, (came.get(is) ?? 0) + 1)
  }
  const activities = touched.filter(({ table }) => table === 'activity')
  const names = new Set(activities.map(({ rowId }) => rowId))
  const others = [...came]
    .filter(([activity, more]) => more !== 0 && !names.has(activity))
    .map(([activity]) => activity)
  for (const { activity, month } of await monthsOf(tx, organisationId, others)) {
    if (month !== null) changes.add([count('participations', came.get(activity) ?? 0, month)])
  }

  const moved = activities.filter(({ before, row }) => before !== null && activityMonth(before) !== activityMonth(row))
  const present = await presentAt(
    tx,
    organisationId,
    moved.map(({ rowId }) => rowId),
  )
  for (const { rowId, before, row } of activities) {
    const more = came.get(rowId) ?? 0
    const [from, to] = [activityMonth(before), activityMonth(row)]
    const now = present.get(rowId) ?? 0
    if (from === to || before === null) {
      if (to !== null) changes.add([count('participations', more, to)])
    } else {
      if (from !== null) changes.add([count('participations', now - more, from)], -1)
      if (to !== null) changes.add([count('participations', now, to)])
    }
  }
}
