import type { TimelineEntry, TimelineKind } from '../../shared/contract/member-timeline'
import type { MemberId } from '../../shared/model/id'
import { careKindSchema } from '../../shared/model/care-gift'
import { isSensitiveKind } from '../../shared/rules/care/sensitive-kinds'
import { perDatabase } from '../branch-database'

interface Whose {
  readonly id: MemberId
  /** Whether sensitive data may be told. */
  readonly isOpen: 0 | 1
}

interface Narrowed extends Whose {
  /** JSON TimelineKind[]; all where it is empty. */
  readonly kinds: string
  readonly limit: number
  readonly offset: number
}

/** What tells of illness is told while sensitive data is open only, as is the occasion of what tells of a death. */
const illness = "kind IN ('hospital', 'seriousIllness')"
const sensitive = `kind IN (${careKindSchema.options
  .filter(isSensitiveKind)
  .map((kind) => `'${kind}'`)
  .join(', ')})`

/** Everything of a member's life in the union as one list; the columns are those of a timeline entry. */
const life = `
SELECT id, 'membership' AS kind, coalesce(date, decided_on) AS "on", NULL AS "until", type AS what, reason AS detail,
  NULL AS amount, NULL AS charged, NULL AS refersTo
FROM membership_event WHERE member_id = @id
UNION ALL
SELECT post.id, 'post', held_from, held_to, title, unit.name, NULL, NULL, NULL
FROM post LEFT JOIN unit ON unit.id = unit_id WHERE member_id = @id
UNION ALL
SELECT delegate.id, 'delegate', coalesce(delegate.elected_on, committee.elected_on),
  coalesce(delegate.ended_on, committee.ended_on), committee.kind, CAST(committee.term AS TEXT), NULL, NULL, NULL
FROM delegate JOIN committee ON committee.id = committee_id WHERE member_id = @id
UNION ALL
SELECT id, 'team', "from", "until", kind, skill, NULL, NULL, NULL FROM team_role WHERE member_id = @id
UNION ALL
SELECT participation.id, iif(type IN ('training', 'lecture'), 'training', 'activity'), starts_on, NULL, title, attendance,
  NULL, NULL, activity_id
FROM participation JOIN activity ON activity.id = activity_id WHERE member_id = @id AND cancelled_on IS NULL
UNION ALL
SELECT 'dues ' || year, 'dues', year, NULL, NULL, NULL, sum(paid), sum(charged), NULL FROM (
  SELECT substr(month, 1, 4) AS year, 0 AS paid, amount AS charged FROM dues_entry
  WHERE member_id = @id AND month IS NOT NULL
  UNION ALL
  SELECT substr(paid_on, 1, 4), 0 - amount, 0 FROM dues_entry WHERE member_id = @id AND paid_on IS NOT NULL
) GROUP BY year
UNION ALL
SELECT id, 'gift', "on", NULL, iif(${illness} AND NOT @isOpen, NULL, kind), iif(${sensitive} AND NOT @isOpen, NULL, occasion),
  amount, NULL, NULL
FROM care_gift WHERE member_id = @id AND (kind <> 'hardship' OR @isOpen)
UNION ALL
SELECT id, 'request', received_on, NULL, title, topic, NULL, NULL, NULL
FROM request WHERE member_id = @id AND (is_confidential = 0 OR @isOpen)
UNION ALL
SELECT id, 'service', opened_on, closed_on, 'legal', kind, NULL, NULL, NULL FROM legal_case WHERE member_id = @id
UNION ALL
SELECT id, 'service', valid_from, valid_until, 'mutualAid', plan, NULL, NULL, NULL FROM mutual_aid WHERE member_id = @id
UNION ALL
SELECT id, 'service', "on", NULL, 'checkup', attendance, NULL, NULL, NULL FROM checkup WHERE member_id = @id
UNION ALL
SELECT id, 'honour', awarded_on, NULL, title, level, NULL, NULL, NULL FROM honour WHERE member_id = @id
UNION ALL
SELECT id, 'article', written_on, NULL, title, adoption, NULL, NULL, NULL FROM article WHERE member_id = @id
UNION ALL
SELECT id, 'hardship', opened_on, closed_on, kind, NULL, NULL, NULL, NULL FROM hardship_file WHERE member_id = @id AND @isOpen`

/** Prepared statements of a member's life in the union. */
export const timelineQueries = perDatabase(({ sqlite }) => ({
  /** Latest first; what is known by its year or month only after what is known better of it, what has no date last. */
  page: sqlite.prepare<[Narrowed], TimelineEntry>(
    `SELECT id, kind, "on", "until", what, detail, amount, charged, refersTo FROM (${life})
    WHERE json_array_length(@kinds) = 0 OR kind IN (SELECT value FROM json_each(@kinds))
    ORDER BY "on" IS NULL, "on" DESC, kind, id DESC LIMIT @limit OFFSET @offset`,
  ),
  counts: sqlite.prepare<[Whose], { readonly kind: TimelineKind; readonly count: number }>(
    `SELECT kind, count(*) AS count FROM (${life}) GROUP BY kind`,
  ),
}))
