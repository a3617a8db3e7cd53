import type { Moment } from '../../shared/model/date'
import type { SyncEventKind } from '../../shared/model/sync-event'
import { perDatabase } from '../branch-database'

/** An event as SQLite holds it; `detail` is JSON. */
export interface StoredSyncEvent {
  readonly id: number
  readonly at: Moment
  readonly kind: SyncEventKind
  readonly detail: string
}

/** Prepared statements of the log of the link to the hub. */
export const syncEventQueries = perDatabase(({ sqlite }) => ({
  insert: sqlite.prepare<[Omit<StoredSyncEvent, 'id'>]>(
    'INSERT INTO sync_event (at, kind, detail) VALUES (@at, @kind, @detail)',
  ),
  last: sqlite.prepare<[], StoredSyncEvent>('SELECT id, at, kind, detail FROM sync_event ORDER BY id DESC LIMIT 1'),
  replace: sqlite.prepare<[StoredSyncEvent]>(
    'UPDATE sync_event SET at = @at, kind = @kind, detail = @detail WHERE id = @id',
  ),
  /** To what a kind of data was set since a moment. */
  passing: sqlite
    .prepare<[{ readonly kind: string; readonly since: Moment }], string>(
      `SELECT detail ->> 'level' FROM sync_event
      WHERE kind = 'passing' AND at >= @since AND detail ->> 'kind' = @kind`,
    )
    .pluck(),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM sync_event').pluck(),
  page: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], StoredSyncEvent>(
    'SELECT id, at, kind, detail FROM sync_event ORDER BY id DESC LIMIT @limit OFFSET @offset',
  ),
  /** Those beyond the most that are kept, unless they are younger than a moment. */
  prune: sqlite.prepare<[{ readonly before: Moment; readonly kept: number }]>(
    `DELETE FROM sync_event WHERE at < @before
      AND id <= (SELECT max(id) FROM sync_event) - @kept`,
  ),
}))
