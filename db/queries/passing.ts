import type { Moment } from '../../shared/model/date'
import { memberIdSchema, type MemberId } from '../../shared/model/id'
import type { PassingKind, PassingLevel } from '../../shared/sync/passing'
import { perDatabase } from '../branch-database'

export interface StoredChoice {
  readonly kind: PassingKind
  readonly choice: PassingLevel
  readonly changedAt: Moment
}

interface FirstOf {
  readonly memberId: string | null
  readonly parentId: string | null
}

/** Prepared statements of what leaves this branch. */
export const passingQueries = perDatabase(({ sqlite }) => {
  const first = sqlite.prepare<[string], FirstOf>(
    `SELECT "after" ->> 'member_id' AS memberId,
      coalesce("after" ->> 'file_id', "after" ->> 'request_id', "after" ->> 'mutual_aid_id') AS parentId
    FROM change WHERE row_id = ? ORDER BY position LIMIT 1`,
  )
  return {
    choices: sqlite.prepare<[], StoredChoice>('SELECT kind, choice, changed_at AS changedAt FROM passing_choice'),
    choose: sqlite.prepare<[StoredChoice]>(
      `INSERT INTO passing_choice (kind, choice, changed_at) VALUES (@kind, @choice, @changedAt)
      ON CONFLICT (kind) DO UPDATE SET choice = excluded.choice, changed_at = excluded.changed_at`,
    ),
    /** Whether the latest notice of a member bears their separate consent. */
    consents: sqlite
      .prepare<[MemberId], 0 | 1>(
        `SELECT coalesce((SELECT basis = 'separateConsent' AND withdrawn_on IS NULL FROM member_notice
          WHERE member_id = ? ORDER BY rowid DESC LIMIT 1), 0)`,
      )
      .pluck(),
    /** Whose care a row is of, also one that is gone. */
    memberOf(rowId: string): MemberId | null {
      const found = first.get(rowId)
      if (found === undefined) return null
      if (found.memberId !== null) return memberIdSchema.parse(found.memberId)
      return found.parentId === null ? null : this.memberOf(found.parentId)
    },
  }
})
