import type { Delegate } from '../../../shared/model/committee'
import type { Day } from '../../../shared/model/date'
import type { CommitteeId, DelegateId, MemberId, UnitId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import { perDatabase } from '../../branch-database'

const columns = `delegate.id, committee_id AS committeeId, delegate.member_id AS memberId, delegate.unit_id AS unitId,
  delegate.elected_on AS electedOn, delegate.ended_on AS endedOn, delegate.note`

/** Prepared statements of the delegates 会员代表 of congresses. */
export const delegateQueries = perDatabase(({ sqlite }) => ({
  /** Standing ones first, by unit and name. */
  list: sqlite.prepare<
    [CommitteeId],
    Delegate & {
      readonly name: string
      readonly gender: string | null
      readonly department: string | null
      readonly status: MembershipStatus
    }
  >(
    `SELECT ${columns}, member.name AS name, gender, department, status FROM delegate
    JOIN member ON member.id = delegate.member_id
    JOIN member_standing ON member_standing.member_id = delegate.member_id
    LEFT JOIN unit ON unit.id = delegate.unit_id
    WHERE committee_id = ? ORDER BY ended_on IS NOT NULL, unit.position IS NULL, unit.position, pinyin, delegate.id`,
  ),
  /** The latest first. */
  ofMember: sqlite.prepare<[MemberId], Delegate & { readonly term: number }>(
    `SELECT ${columns}, term FROM delegate JOIN committee ON committee.id = committee_id
    WHERE delegate.member_id = ? ORDER BY delegate.elected_on DESC, delegate.id DESC`,
  ),
  get: sqlite.prepare<[DelegateId], Delegate>(`SELECT ${columns} FROM delegate WHERE id = ?`),
  insert: sqlite.prepare<[Delegate]>(
    `INSERT INTO delegate (id, committee_id, member_id, unit_id, elected_on, ended_on, note)
    VALUES (@id, @committeeId, @memberId, @unitId, @electedOn, @endedOn, @note)`,
  ),
  end: sqlite.prepare<[{ readonly id: DelegateId; readonly endedOn: Day; readonly note: string | null }]>(
    'UPDATE delegate SET ended_on = @endedOn, note = coalesce(@note, note) WHERE id = @id',
  ),
  remove: sqlite.prepare<[DelegateId]>('DELETE FROM delegate WHERE id = ?'),
  /** 在籍 members by the 分会 that has their department; null for those who belong to none. */
  membersByUnit: sqlite.prepare<[], { readonly unitId: UnitId | null; readonly members: number }>(
    `SELECT unit.id AS unitId, count(*) AS members FROM member JOIN member_standing ON member_id = member.id
    LEFT JOIN unit ON unit.name = department AND unit.parent_id IS NULL
    WHERE status = 'active' GROUP BY unit.id`,
  ),
}))
