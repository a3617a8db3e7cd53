import type { AccessEvent } from '../../shared/contract/access'
import { now } from '../../shared/model/date'
import { accessEventIdSchema, newId, type MemberId } from '../../shared/model/id'
import type { Branch, BranchInput } from '../../shared/model/branch'
import { perDatabase, type BranchDatabase } from '../branch-database'

/** Something to be written to the access log 查看记录. */
export interface AccessToLog {
  readonly kind: AccessEvent['kind']
  readonly memberId?: MemberId
  readonly subject?: string
  readonly count?: number
  readonly reason?: string
}

type StoredBranch = Omit<Branch, 'isSample'> & { readonly isSample: 0 | 1 }

/** The passphrase of sensitive data as its row holds it, with the wrong attempts since the last right one. */
interface StoredSensitive {
  readonly wrap: string
  readonly failed: number
  readonly lastAt: string | null
}

/** Prepared statements of the branch's own row and of the access log. */
export const accessQueries = perDatabase(({ sqlite }) => ({
  branch: sqlite.prepare<[], StoredBranch>(
    'SELECT id, union_name AS unionName, credit_code AS creditCode, parent_union AS parentUnion, is_sample AS isSample FROM branch',
  ),
  insertBranch: sqlite.prepare<[StoredBranch]>(
    `INSERT INTO branch (id, union_name, credit_code, parent_union, is_sample)
    VALUES (@id, @unionName, @creditCode, @parentUnion, @isSample)`,
  ),
  updateBranch: sqlite.prepare<[BranchInput]>(
    'UPDATE branch SET union_name = @unionName, credit_code = @creditCode, parent_union = @parentUnion',
  ),
  insertEvent: sqlite.prepare(
    `INSERT INTO access_event (id, at, kind, member_id, subject, count, reason)
    VALUES (@id, @at, @kind, @memberId, @subject, @count, @reason)`,
  ),
  /** Newest first. */
  events: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], AccessEvent>(
    `SELECT access_event.id, at, kind, member_id AS memberId, member.name AS memberName, subject, count, reason
    FROM access_event LEFT JOIN member ON member.id = member_id ORDER BY at DESC, access_event.id DESC
    LIMIT @limit OFFSET @offset`,
  ),
  sensitive: sqlite.prepare<[], StoredSensitive>('SELECT wrap, failed, last_at AS lastAt FROM sensitive_access'),
  setSensitive: sqlite.prepare<[StoredSensitive]>(
    `INSERT INTO sensitive_access (wrap, failed, last_at) VALUES (@wrap, @failed, @lastAt)
    ON CONFLICT DO UPDATE SET wrap = excluded.wrap, failed = excluded.failed, last_at = excluded.last_at`,
  ),
  setSensitiveAttempts: sqlite.prepare<[Omit<StoredSensitive, 'wrap'>]>(
    'UPDATE sensitive_access SET failed = @failed, last_at = @lastAt',
  ),
  eventCount: sqlite.prepare<[], number>('SELECT count(*) FROM access_event').pluck(),
}))

/** Writes to the access log; inside a write it stands or falls with it. */
export function logAccess(db: BranchDatabase, { kind, memberId, subject, count, reason }: AccessToLog): void {
  accessQueries(db).insertEvent.run({
    id: newId(accessEventIdSchema),
    at: now(),
    kind,
    memberId: memberId ?? null,
    subject: subject ?? null,
    count: count ?? null,
    reason: reason ?? null,
  })
}
