import { bigint, pgView, text, uuid } from 'drizzle-orm/pg-core'
import { statusAfter } from '../../shared/rules/membership-status'

const cases = Object.entries(statusAfter).map(([type, status]) => `WHEN '${type}' THEN '${status}'`)

/** Views of the hub, made anew at every start because they follow from the program's rules. */
export const viewStatements: readonly string[] = [
  'DROP VIEW IF EXISTS member_count, dues_of_month',
  // The event recorded last decides, as at the branch; revisions rise in the order of recording.
  `CREATE VIEW member_count AS
SELECT organisation, status, count(*) AS members FROM (
  SELECT member.organisation, coalesce((
    SELECT CASE event.columns->>'type' ${cases.join(' ')} END FROM record AS event
    WHERE event.organisation = member.organisation AND event."table" = 'membership_event' AND NOT event.deleted
      AND event.columns->>'member_id' = member.row_id::text
    ORDER BY event.rev DESC LIMIT 1
  ), 'active') AS status
  FROM record AS member WHERE member."table" = 'member' AND NOT member.deleted
    -- A record that lives on in another one is nobody by itself.
    AND (member.organisation, member.row_id::text) NOT IN (
      SELECT organisation, columns->>'member_id' FROM record WHERE "table" = 'member_merge' AND NOT deleted
    )
) AS standing GROUP BY organisation, status`,
  `CREATE VIEW dues_of_month AS
SELECT organisation, month, sum(charged)::bigint AS charged, sum(received)::bigint AS received FROM (
  SELECT organisation, columns->>'month' AS month, (columns->>'amount')::bigint AS charged, 0 AS received
  FROM record WHERE "table" = 'dues_entry' AND NOT deleted AND columns->>'month' IS NOT NULL
  UNION ALL
  SELECT organisation, substr(columns->>'paid_on', 1, 7), 0, -(columns->>'amount')::bigint
  FROM record WHERE "table" = 'dues_entry' AND NOT deleted AND columns->>'paid_on' IS NOT NULL
) AS line GROUP BY organisation, month`,
]

/** Members of a branch by standing. */
export const memberCount = pgView('member_count', {
  organisation: uuid('organisation').notNull(),
  status: text('status').notNull(),
  members: bigint('members', { mode: 'number' }).notNull(),
}).existing()

/** Dues of a branch in a month, fen: what was charged for it, and what came in during it. */
export const duesOfMonth = pgView('dues_of_month', {
  organisation: uuid('organisation').notNull(),
  month: text('month').notNull(),
  charged: bigint('charged', { mode: 'number' }).notNull(),
  received: bigint('received', { mode: 'number' }).notNull(),
}).existing()
