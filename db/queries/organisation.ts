import type { MemberId, PostId, UnitId } from '../../shared/model/id'
import type { MembershipStatus } from '../../shared/model/membership'
import type { Post } from '../../shared/model/post'
import type { Unit } from '../../shared/model/unit'
import { perDatabase } from '../branch-database'

/** A unit as it is stored: `aliases` is JSON. */
export type StoredUnit = Omit<Unit, 'aliases'> & { readonly aliases: string }

/** How many members have the same names and status. */
export interface PlacedCount {
  readonly department: string | null
  readonly unionGroup: string | null
  readonly status: MembershipStatus
  readonly count: number
}

export interface NamedPlace {
  readonly department: string | null
  readonly unionGroup: string | null
}

export interface PostLine extends Post {
  readonly memberName: string
}

const postColumns = `post.id, post.member_id AS memberId, unit_id AS unitId, title, engagement, term, committee_id AS committeeId, held_from AS heldFrom,
  held_to AS heldTo, document_number AS documentNumber, note`

/** 在籍 or 保留会籍. */
const isPresent = "status IN ('active', 'kept')"

/** Prepared statements of the tree of units and of the posts held in them. */
export const organisationQueries = perDatabase(({ sqlite }) => ({
  /** 分会 before the 小组, each in the order of its siblings. */
  units: sqlite.prepare<[], StoredUnit>(
    `SELECT id, parent_id AS parentId, kind, name, aliases, position, founded_on AS foundedOn, closed_on AS closedOn
    FROM unit ORDER BY parent_id IS NOT NULL, parent_id, position, id`,
  ),
  insertUnit: sqlite.prepare<[StoredUnit]>(
    `INSERT INTO unit (id, parent_id, kind, name, aliases, position, founded_on, closed_on)
    VALUES (@id, @parentId, @kind, @name, @aliases, @position, @foundedOn, @closedOn)`,
  ),
  updateUnit: sqlite.prepare<[StoredUnit]>(
    `UPDATE unit SET parent_id = @parentId, name = @name, aliases = @aliases, position = @position,
      founded_on = @foundedOn, closed_on = @closedOn WHERE id = @id`,
  ),
  removeUnit: sqlite.prepare<[UnitId]>('DELETE FROM unit WHERE id = ?'),

  /** The table is read in the order in which it lies. */
  placed: sqlite.prepare<[], PlacedCount>(
    `SELECT department, union_group AS unionGroup, status, count(*) AS count
    FROM member NOT INDEXED JOIN member_standing ON member_id = member.id
    GROUP BY department, union_group, status`,
  ),
  /** Present members of a 分会 by name, or with a group those of its 小组. */
  membersOf: sqlite
    .prepare<[NamedPlace], MemberId>(
      `SELECT id FROM member JOIN member_standing ON member_id = id
      WHERE department = @department AND (@unionGroup IS NULL OR union_group = @unionGroup) AND ${isPresent}
      ORDER BY pinyin, id`,
    )
    .pluck(),
  /** Present members whose department no 分会 has, by department and name. */
  unplacedMembers: sqlite
    .prepare<[], MemberId>(
      `SELECT id FROM member JOIN member_standing ON member_id = id
      WHERE (department IS NULL OR department NOT IN (SELECT name FROM unit WHERE parent_id IS NULL)) AND ${isPresent}
      ORDER BY department, pinyin, id`,
    )
    .pluck(),
  /** Everybody with these names, whatever their status; a null group stands for every group. */
  namedSo: sqlite.prepare<[NamedPlace], NamedPlace & { readonly id: MemberId }>(
    `SELECT id, department, union_group AS unionGroup FROM member
    WHERE department = @department AND (@unionGroup IS NULL OR union_group = @unionGroup)`,
  ),
  placeOf: sqlite.prepare<[MemberId], NamedPlace>(
    'SELECT department, union_group AS unionGroup FROM member WHERE id = ?',
  ),
  setPlace: sqlite.prepare<[NamedPlace & { readonly id: MemberId }]>(
    'UPDATE member SET department = @department, union_group = @unionGroup WHERE id = @id',
  ),

  post: sqlite.prepare<[PostId], Post>(`SELECT ${postColumns} FROM post WHERE id = ?`),
  /** Latest first. */
  postsOfMember: sqlite.prepare<[MemberId], Post>(
    `SELECT ${postColumns} FROM post WHERE member_id = ? ORDER BY held_from IS NULL, held_from DESC, id DESC`,
  ),
  posts: sqlite.prepare<[], PostLine>(
    `SELECT ${postColumns}, member.name AS memberName FROM post JOIN member ON member.id = post.member_id ORDER BY post.id`,
  ),
  insertPost: sqlite.prepare<[Post]>(
    `INSERT INTO post (id, member_id, unit_id, title, engagement, term, committee_id, held_from, held_to, document_number, note)
    VALUES (@id, @memberId, @unitId, @title, @engagement, @term, @committeeId, @heldFrom, @heldTo, @documentNumber, @note)`,
  ),
  updatePost: sqlite.prepare<[Post]>(
    `UPDATE post SET unit_id = @unitId, title = @title, engagement = @engagement, term = @term, held_from = @heldFrom,
      held_to = @heldTo, document_number = @documentNumber, note = @note WHERE id = @id`,
  ),
  removePost: sqlite.prepare<[PostId]>('DELETE FROM post WHERE id = ?'),
  hasPosts: sqlite.prepare<[UnitId], number>('SELECT EXISTS (SELECT 1 FROM post WHERE unit_id = ?)').pluck(),
}))
