import type { Day } from '../../../shared/model/date'
import type { MemberId, TeamRoleId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import type { TeamRole, TeamRoleKind } from '../../../shared/model/team'
import { perDatabase } from '../../branch-database'

interface TeamFilter {
  readonly kind: TeamRoleKind | null
  readonly isHeldOnly: number
  readonly isLeftOnly: number
  readonly search: string
  readonly today: Day
}

/** A role with who has it. */
export type TeamRoleRow = TeamRole & {
  readonly name: string
  readonly department: string | null
  readonly status: MembershipStatus
  readonly unitName: string | null
}

const isHeld = `"from" <= @today AND ("until" IS NULL OR "until" >= @today)`
const hasLeft = "status NOT IN ('active', 'kept')"

const rows = `SELECT team_role.id, team_role.member_id AS memberId, team_role.kind, team_role.unit_id AS unitId, "from",
    "until", skill, team_role.note, member.name AS name, department, status, unit.name AS unitName
  FROM team_role JOIN member ON member.id = team_role.member_id
  JOIN member_standing ON member_standing.member_id = team_role.member_id
  LEFT JOIN unit ON unit.id = team_role.unit_id`

const wanted = `(@kind IS NULL OR team_role.kind = @kind) AND (@isHeldOnly = 0 OR (${isHeld}))
  AND (@isLeftOnly = 0 OR (${hasLeft} AND ${isHeld}))
  AND (@search = '' OR instr(lower(member.name), lower(@search)) > 0 OR instr(lower(coalesce(skill, '')), lower(@search)) > 0)`

/** Prepared statements of the team 工作队伍. */
export const teamQueries = perDatabase(({ sqlite }) => ({
  /** By kind and name. */
  list: sqlite.prepare<[TeamFilter & { readonly limit: number; readonly offset: number }], TeamRoleRow>(
    `${rows} WHERE ${wanted} ORDER BY team_role.kind, pinyin, "from", team_role.id LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite
    .prepare<[TeamFilter], number>(
      `SELECT count(*) FROM team_role JOIN member ON member.id = team_role.member_id
      JOIN member_standing ON member_standing.member_id = team_role.member_id WHERE ${wanted}`,
    )
    .pluck(),
  counts: sqlite.prepare<
    [{ readonly today: Day }],
    { readonly kind: TeamRoleKind; readonly count: number; readonly left: number }
  >(
    `SELECT kind, count(*) AS count, sum(${hasLeft}) AS "left" FROM team_role
    JOIN member_standing ON member_standing.member_id = team_role.member_id WHERE ${isHeld} GROUP BY kind`,
  ),
  /** Latest first. */
  ofMember: sqlite.prepare<[MemberId], TeamRoleRow>(
    `${rows} WHERE team_role.member_id = ? ORDER BY "from" DESC, team_role.id DESC`,
  ),
  get: sqlite.prepare<[TeamRoleId], TeamRole>(
    `SELECT id, member_id AS memberId, kind, unit_id AS unitId, "from", "until", skill, note FROM team_role WHERE id = ?`,
  ),
  /** Whether a member has a role of the kind on a day. */
  has: sqlite
    .prepare<[{ readonly memberId: MemberId; readonly kind: TeamRoleKind; readonly today: Day }], number>(
      `SELECT EXISTS (SELECT 1 FROM team_role WHERE member_id = @memberId AND kind = @kind AND ${isHeld})`,
    )
    .pluck(),
  insert: sqlite.prepare<[TeamRole]>(
    `INSERT INTO team_role (id, member_id, kind, unit_id, "from", "until", skill, note)
    VALUES (@id, @memberId, @kind, @unitId, @from, @until, @skill, @note)`,
  ),
  update: sqlite.prepare<[TeamRole]>(
    `UPDATE team_role SET member_id = @memberId, kind = @kind, unit_id = @unitId, "from" = @from, "until" = @until,
      skill = @skill, note = @note WHERE id = @id`,
  ),
  end: sqlite.prepare<[{ readonly id: TeamRoleId; readonly until: Day }]>(
    'UPDATE team_role SET "until" = max("from", @until) WHERE id = @id',
  ),
  remove: sqlite.prepare<[TeamRoleId]>('DELETE FROM team_role WHERE id = ?'),
  /** Volunteers of today by name, with the volunteering that they attended between two days. */
  service: sqlite.prepare<
    [{ readonly today: Day; readonly from: Day; readonly until: Day }],
    {
      readonly memberId: MemberId
      readonly name: string
      readonly department: string | null
      readonly activities: number
      readonly hours: number
    }
  >(
    `SELECT member.id AS memberId, name, department, count(activity.id) AS activities,
      coalesce(sum(activity.hours), 0) AS hours
    FROM (SELECT DISTINCT member_id FROM team_role WHERE kind = 'volunteer' AND ${isHeld}) AS volunteer
    JOIN member ON member.id = volunteer.member_id
    JOIN member_standing ON member_standing.member_id = member.id
    LEFT JOIN participation ON participation.member_id = member.id AND attendance = 'present'
    LEFT JOIN activity ON activity.id = activity_id AND type = 'volunteering' AND cancelled_on IS NULL
      AND starts_on BETWEEN @from AND @until
    GROUP BY member.id ORDER BY pinyin, member.id`,
  ),
}))
