import { sql } from 'drizzle-orm'
import { statusAfter } from '../../shared/rules/membership-status'
import type { HubQueries } from '../database'
import { memberGaps } from './figure'

const statuses = Object.entries(statusAfter).map(([type, status]) => sql.raw(`WHEN '${type}' THEN '${status}'`))
const gaps = Object.entries(memberGaps).map(([column, gap]) =>
  sql.raw(`CASE WHEN coalesce(member.columns->>'${column}', '') = '' THEN '${gap}' END`),
)
const month = (column: string) => sql.raw(`substring(columns->>'${column}' FROM '^\\d{4}-(?:0[1-9]|1[0-2])(?=-|$)')`)
const uuid = sql.raw(`'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`)

/** Counts an organisation anew from its records and receipts; it is locked by the transaction that is open. */
export async function rebuildFigures(tx: HubQueries, organisationId: string): Promise<void> {
  const live = (table: string) =>
    sql`FROM record WHERE organisation = ${organisationId} AND "table" = ${table} AND NOT deleted`
  await tx.execute(sql`DELETE FROM member_standing WHERE organisation = ${organisationId}`)
  await tx.execute(sql`INSERT INTO member_standing (organisation, member, is_here, status, merges, lacks)
    SELECT member.organisation, member.row_id, NOT member.deleted, coalesce(event.status, 'active'),
      coalesce(merge.merges, 0), concat_ws(',', ${sql.join(gaps, sql.raw(', '))})
    FROM record AS member
    LEFT JOIN (
      SELECT DISTINCT ON (columns->>'member_id') columns->>'member_id' AS member,
        CASE columns->>'type' ${sql.join(statuses, sql.raw(' '))} END AS status
      ${live('membership_event')} ORDER BY columns->>'member_id', rev DESC
    ) AS event ON event.member = member.row_id::text
    LEFT JOIN (
      SELECT columns->>'member_id' AS member, count(*)::integer AS merges ${live('member_merge')} GROUP BY 1
    ) AS merge ON merge.member = member.row_id::text
    WHERE member.organisation = ${organisationId} AND member."table" = 'member'`)
  await tx.execute(sql`DELETE FROM figure WHERE organisation = ${organisationId}`)
  const counted = sql`FROM member_standing WHERE organisation = ${organisationId} AND is_here AND merges = 0`
  const incomplete = sql`${counted} AND status IN ('active', 'kept') AND lacks <> ''`
  await tx.execute(sql`INSERT INTO figure (organisation, name, period, value)
    SELECT ${organisationId}::uuid, name, period, value FROM (
      SELECT 'entries' AS name, '' AS period, count(*)::numeric AS value
      FROM change WHERE organisation = ${organisationId}
      UNION ALL SELECT 'attention.' || (outcome->>'result'), '', count(*) FROM receipt
      WHERE organisation = ${organisationId} AND outcome->>'result' IN ('conflict', 'held', 'rejected') AND NOT settled
      GROUP BY 1
      UNION ALL SELECT 'members.' || status, '', count(*) ${counted} GROUP BY 1
      UNION ALL SELECT 'incomplete', '', count(*) ${incomplete}
      UNION ALL SELECT 'incomplete.' || gap, '', count(*) FROM (
        SELECT unnest(string_to_array(lacks, ',')) AS gap ${incomplete}) AS lacking GROUP BY 1
      UNION ALL SELECT 'duesCharged', ${month('month')}, sum((columns->>'amount')::numeric)
      ${live('dues_entry')} GROUP BY 2
      UNION ALL SELECT 'duesReceived', ${month('paid_on')}, -sum((columns->>'amount')::numeric)
      ${live('dues_entry')} GROUP BY 2
      UNION ALL SELECT 'activities', ${month('starts_on')}, count(*)
      ${live('activity')} AND columns->>'cancelled_on' IS NULL GROUP BY 2
      UNION ALL SELECT 'participations', activity.month, count(*)
      FROM (SELECT columns->>'activity_id' AS activity ${live('participation')}
        AND columns->>'attendance' = 'present') AS present
      JOIN (SELECT row_id::text AS id, ${month('starts_on')} AS month ${live('activity')}
        AND columns->>'cancelled_on' IS NULL) AS activity ON activity.id = present.activity GROUP BY 2
      UNION ALL SELECT 'directiveAnswers', columns->>'directive_id', count(*)
      ${live('directive_answer')} AND columns->>'directive_id' ~ ${uuid} GROUP BY 2
      UNION ALL SELECT 'directiveFigures', columns->>'directive_id', sum((columns->>'figure')::numeric)
      ${live('directive_answer')} AND columns->>'directive_id' ~ ${uuid} GROUP BY 2
    ) AS scan WHERE period IS NOT NULL AND value <> 0`)
}

/** Counts organisations that an earlier program stored before figures were kept; once, before the hub serves. */
export async function rebuildMissingFigures(orm: HubQueries): Promise<void> {
  const missing = await orm.select({ id: sql<string>`organisation` }).from(
    sql`(SELECT organisation FROM organisation WHERE
        EXISTS (SELECT FROM change WHERE change.organisation = organisation.organisation) AND NOT EXISTS (
        SELECT FROM figure WHERE figure.organisation = organisation.organisation AND name = 'entries')) AS uncounted`,
  )
  for (const { id } of missing) {
    await orm.transaction(async (tx) => {
      await tx.execute(sql`SELECT FROM organisation WHERE organisation = ${id} FOR UPDATE`)
      await rebuildFigures(tx, id)
    })
  }
}
