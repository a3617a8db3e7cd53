import type { BranchDatabase } from '../../../../db/branch-database'
import { syncEventQueries } from '../../../../db/queries/sync-events'
import { momentSchema, now } from '../../../../shared/model/date'
import {
  SYNC_EVENT_KEPT_DAYS,
  SYNC_EVENTS_MAX,
  syncEventDetailSchema,
  type SyncEventDetail,
  type SyncEventKind,
} from '../../../../shared/model/sync-event'

const DAY = 24 * 60 * 60 * 1000

/** Writes down what the link to the hub did. */
export function recordSync(db: BranchDatabase, kind: SyncEventKind, detail: SyncEventDetail): void {
  const { insert, prune } = syncEventQueries(db)
  insert.run({ at: now(), kind, detail: JSON.stringify(syncEventDetailSchema.parse(detail)) })
  const before = momentSchema.parse(new Date(Date.now() - SYNC_EVENT_KEPT_DAYS * DAY).toISOString())
  prune.run({ before, kept: SYNC_EVENTS_MAX })
}

/** Writes down how a pass went: idle ones in a row are one line that counts them, and so are tries that failed alike. */
export function recordPass(db: BranchDatabase, detail: SyncEventDetail): void {
  const { last, replace } = syncEventQueries(db)
  const before = last.get()
  const known = before?.kind === 'pass' ? syncEventDetailSchema.parse(JSON.parse(before.detail)) : null
  const isAlike =
    known !== null && known['entries'] === 0 && detail['entries'] === 0 && known['problem'] === detail['problem']
  if (before === undefined || known === null || !isAlike) {
    recordSync(db, 'pass', detail)
    return
  }
  const sum = (name: 'bytes' | 'ms') => Number(known[name] ?? 0) + Number(detail[name] ?? 0)
  const merged = { ...detail, bytes: sum('bytes'), ms: sum('ms'), times: Number(known['times'] ?? 1) + 1 }
  // One line a day, so that none grows over the log's whole time.
  if (before.at.slice(0, 10) !== now().slice(0, 10)) recordSync(db, 'pass', detail)
  else replace.run({ ...before, at: now(), detail: JSON.stringify(merged) })
}
