import type { MemberFilterId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

export interface StoredList {
  readonly id: MemberFilterId
  readonly name: string
  /** JSON. */
  readonly filter: string
}

/** Prepared statements of the named lists. */
export const listQueries = perDatabase(({ sqlite }) => ({
  all: sqlite.prepare<[], StoredList>('SELECT id, name, filter FROM member_filter ORDER BY position, name'),
  save: sqlite.prepare<[StoredList], StoredList>(
    `INSERT INTO member_filter (id, name, filter, position)
    VALUES (@id, @name, @filter, (SELECT coalesce(max(position), 0) + 1 FROM member_filter))
    ON CONFLICT (name) DO UPDATE SET filter = excluded.filter RETURNING id, name, filter`,
  ),
  remove: sqlite.prepare<[MemberFilterId]>('DELETE FROM member_filter WHERE id = ?'),
}))
