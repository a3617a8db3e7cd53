import type { ExchangeFile } from '../../shared/contract/federation/exchange'
import type { Moment } from '../../shared/model/date'
import { perDatabase } from '../branch-database'

/** A report written here; its hash is empty until it was whole on its stick. */
export interface StoredReport {
  readonly id: string
  readonly number: number
  readonly hash: string
  readonly answeredAt: Moment | null
}

interface NewFile {
  readonly id: string
  readonly direction: 'out' | 'in'
  readonly number: number
  readonly at: Moment
  readonly hash: string
  readonly position: number | null
}

/** Prepared statements of the files by which the branch exchanges without a network. */
export const exchangeQueries = perDatabase(({ sqlite }) => ({
  nextNumber: sqlite
    .prepare<[], number>("SELECT coalesce(max(number), 0) + 1 FROM exchange_file WHERE direction = 'out'")
    .pluck(),
  insert: sqlite.prepare<[NewFile]>(
    `INSERT INTO exchange_file (id, direction, number, at, hash, position)
    VALUES (@id, @direction, @number, @at, @hash, @position)`,
  ),
  finish: sqlite.prepare<[{ readonly id: string; readonly hash: string; readonly position: number }]>(
    'UPDATE exchange_file SET hash = @hash, position = @position WHERE id = @id',
  ),
  remove: sqlite.prepare<[string]>('DELETE FROM exchange_file WHERE id = ?'),
  report: sqlite.prepare<[number], StoredReport>(
    "SELECT id, number, hash, answered_at AS answeredAt FROM exchange_file WHERE direction = 'out' AND number = ?",
  ),
  lastReport: sqlite.prepare<[], Pick<StoredReport, 'number' | 'answeredAt'> & { readonly at: Moment }>(
    `SELECT number, at, answered_at AS answeredAt FROM exchange_file WHERE direction = 'out'
    ORDER BY number DESC LIMIT 1`,
  ),
  /** The number of the latest report whose answer was read. */
  lastAnswered: sqlite
    .prepare<[], number>(
      "SELECT coalesce(max(number), 0) FROM exchange_file WHERE direction = 'out' AND answered_at IS NOT NULL",
    )
    .pluck(),
  setAnswered: sqlite.prepare<[{ readonly id: string; readonly at: Moment }]>(
    'UPDATE exchange_file SET answered_at = @at WHERE id = @id',
  ),
  list: sqlite.prepare<
    [{ readonly limit: number; readonly offset: number }],
    Omit<ExchangeFile, 'isWhole'> & { readonly isWhole: 0 | 1 }
  >(
    `SELECT id, direction, number, at, hash <> '' AS isWhole, answered_at AS answeredAt FROM exchange_file
    ORDER BY at DESC, id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM exchange_file').pluck(),
  /** Rows of which the hub refused something. */
  refusedRowIds: sqlite
    .prepare<[], string>(
      "SELECT DISTINCT row_id FROM receipt JOIN change ON change.id = change_id WHERE result = 'rejected'",
    )
    .pluck(),
}))

/** `sent` of a file that the hub does not take. */
export const FILE_REFUSED = -1

/** A file on its way to the hub, and how much of it the hub has. */
export interface OutgoingFile {
  readonly hash: string
  readonly size: number
  readonly sent: number
}

/** Prepared statements of the files that answer directives. */
export const outgoingFileQueries = perDatabase(({ sqlite }) => ({
  /** Those the hub does not have as a whole, in the order in which they came. */
  waiting: sqlite.prepare<[], OutgoingFile>(
    `SELECT hash, length(content) AS size, sent FROM outgoing_file WHERE sent BETWEEN 0 AND length(content) - 1
    ORDER BY added_at`,
  ),
  content: sqlite.prepare<[string], Buffer>('SELECT content FROM outgoing_file WHERE hash = ?').pluck(),
  piece: sqlite
    .prepare<[{ readonly hash: string; readonly from: number; readonly length: number }], Buffer>(
      'SELECT substr(content, @from + 1, @length) FROM outgoing_file WHERE hash = @hash',
    )
    .pluck(),
  insert: sqlite.prepare<[{ readonly hash: string; readonly content: Buffer; readonly addedAt: Moment }]>(
    `INSERT INTO outgoing_file (hash, content, sent, added_at) VALUES (@hash, @content, 0, @addedAt)
    ON CONFLICT (hash) DO UPDATE SET sent = max(sent, 0)`,
  ),
  setSent: sqlite.prepare<[{ readonly hash: string; readonly sent: number }]>(
    'UPDATE outgoing_file SET sent = @sent WHERE hash = @hash',
  ),
  /** Another hub has none of it, and one that was restored may have less. */
  forgetSent: sqlite.prepare<[]>('UPDATE outgoing_file SET sent = 0'),
  /** What no answer names any more. */
  removeUnused: sqlite.prepare<[]>(
    `DELETE FROM outgoing_file WHERE hash NOT IN (SELECT file_hash FROM directive_answer WHERE file_hash IS NOT NULL)`,
  ),
}))
