import type { Moment } from '../../shared/model/date'
import type { BatchId, RosterImportId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'
import { undoneAtOf } from './batches'

/** An import that wrote something, over all its commits. */
export interface CommittedImport {
  readonly id: RosterImportId
  readonly fileName: string
  /** When it was committed last. */
  readonly at: Moment
  readonly actor: string
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Rows that the last commit left out. */
  readonly leftOut: number
  /** Rows that still wait. */
  readonly rows: number
  /** When the last of its commits was undone; null while one stands. */
  readonly undoneAt: Moment | null
}

export interface ImportCommitLine {
  readonly batchId: BatchId
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly leftOut: number
  readonly at: Moment
  readonly undoneAt: Moment | null
}

const commits = 'FROM roster_import_commit AS done WHERE done.import_id = roster_import.id'

const committed = `SELECT id, file_name AS fileName, last.at, last.left_out AS leftOut,
    (SELECT actor FROM change WHERE row_id = last.batch_id ORDER BY position LIMIT 1) AS actor,
    (SELECT sum(added) ${commits}) AS added, (SELECT sum(changed) ${commits}) AS changed,
    (SELECT sum(same) ${commits}) AS same,
    (SELECT count(*) FROM roster_import_row WHERE import_id = roster_import.id) AS rows,
    (SELECT CASE WHEN count(*) = count(${undoneAtOf('done.batch_id')}) THEN max(${undoneAtOf('done.batch_id')}) END
     ${commits}) AS undoneAt
  FROM roster_import JOIN roster_import_commit AS last ON last.batch_id = roster_import.batch_id`

/** Imports that wrote something: what they were, long after. */
export const rosterImportQueries = perDatabase(({ sqlite }) => ({
  /** The last one first. */
  page: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], CommittedImport>(
    `${committed} ORDER BY last.at DESC, id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM roster_import WHERE batch_id IS NOT NULL').pluck(),
  get: sqlite.prepare<[RosterImportId], CommittedImport>(`${committed} WHERE id = ?`),
  /** JSON of how the file was read, and what a person said about it. */
  reading: sqlite.prepare<[RosterImportId], { sheets: string; answers: string; choices: string }>(
    'SELECT sheets, answers, choices FROM roster_import WHERE id = ?',
  ),
  /** In their order. */
  commits: sqlite.prepare<[RosterImportId], ImportCommitLine>(
    `SELECT batch_id AS batchId, added, changed, same, left_out AS leftOut, at, ${undoneAtOf('batch_id')} AS undoneAt
     FROM roster_import_commit WHERE import_id = ? ORDER BY at, batch_id`,
  ),
}))
