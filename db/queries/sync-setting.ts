import type { Moment } from '../../shared/model/date'
import { syncSettingSchema, usualSyncSetting, type SyncSetting } from '../../shared/model/sync-setting'
import { perDatabase, type BranchDatabase } from '../branch-database'

const queries = perDatabase(({ sqlite }) => ({
  get: sqlite.prepare<[], string>('SELECT body FROM sync_setting').pluck(),
  remove: sqlite.prepare<[]>('DELETE FROM sync_setting'),
  insert: sqlite.prepare<[string, Moment]>('INSERT INTO sync_setting (body, changed_at) VALUES (?, ?)'),
  /** About how long the entries are that the hub does not have. */
  waitingLength: sqlite
    .prepare<[], number>(
      `SELECT coalesce(sum(length("before") + length("after") + 250), 0) FROM change
      WHERE position > coalesce((SELECT acknowledged_position FROM enrolment), 0)`,
    )
    .pluck(),
}))

/** When this branch exchanges, as its secretary chose. */
export function syncSetting(db: BranchDatabase): SyncSetting {
  const body = queries(db).get.get()
  const stored: unknown = body === undefined ? {} : JSON.parse(body)
  return syncSettingSchema.parse({ ...usualSyncSetting, ...(typeof stored === 'object' ? stored : {}) })
}

export function saveSyncSetting(db: BranchDatabase, setting: SyncSetting, at: Moment): void {
  queries(db).remove.run()
  queries(db).insert.run(JSON.stringify(setting), at)
}

/** Entries pack to about a quarter of their length. */
export function bytesWaiting(db: BranchDatabase): number {
  return Math.round((queries(db).waitingLength.get() ?? 0) / 4)
}
