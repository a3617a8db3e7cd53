import type Database from 'better-sqlite3'
import { hash } from 'node:crypto'
import type { BatchKind } from '../shared/contract/batches'
import type { Moment } from '../shared/model/date'
import { changeIdSchema, newId, type BatchId, type ChangeId, type Incarnation } from '../shared/model/id'
import type { Change, SyncedTable } from '../shared/sync/change'
import { changeContent } from '../shared/sync/change-content'

/** What the triggers know of the write that is going on. */
export interface WriteContext {
  readonly changeSet: string
  readonly actor: string
  readonly at: Moment
  readonly batchId: BatchId | null
  readonly batchKind: BatchKind | null
}

/** SHA-256 in hex over the previous entry's hash and an entry's content (`shared/sync/change-content`). */
export function changeHash(previous: string, content: string): string {
  return hash('sha256', previous + content, 'hex')
}

/**
 * Registers the functions that the triggers call. A connection without them cannot write a synced table at all, and
 * this one only while `current` answers a context.
 */
export function registerWriteFunctions(sqlite: Database.Database, current: () => WriteContext | null): void {
  function context(): WriteContext {
    const found = current()
    if (found === null) throw new Error('Records are written through BranchDatabase.write only')
    return found
  }
  sqlite.function('write_change_set', () => context().changeSet)
  sqlite.function('write_actor', () => context().actor)
  sqlite.function('write_at', () => context().at)
  sqlite.function('write_batch', () => context().batchId)
  sqlite.function('write_batch_kind', () => context().batchKind)
  sqlite.function('change_id', () => newId(changeIdSchema))
  sqlite.function(
    'change_hash',
    (
      previous: string,
      id: ChangeId,
      incarnation: Incarnation,
      seq: number,
      table: SyncedTable,
      rowId: string,
      operation: Change['operation'],
      before: string,
      after: string,
      base: ChangeId | null,
    ) => {
      const { changeSet, actor, at, batchId } = context()
      const entry = {
        id,
        incarnation,
        seq,
        changeSet,
        table,
        rowId,
        operation,
        before,
        after,
        base,
        actor,
        at,
        batchId,
      }
      return changeHash(previous, changeContent(entry))
    },
  )
}
