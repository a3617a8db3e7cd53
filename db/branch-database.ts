import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { BatchKind } from '../shared/contract/batches'
import type { BatchId } from '../shared/model/id'
import type * as schema from './schema'

/** Who writes, for the change log. */
export interface Author {
  /** `local` for the person at this PC, or the hub's id for what came down from it. */
  readonly actor: string
}

/** A batch about to be written. */
export interface BatchToWrite {
  readonly kind: BatchKind
  readonly title: string
  readonly undoesId?: BatchId
}

/** What the act of a batch answers: how many records it touched, and what its caller wants to know. */
export interface BatchOutcome<Result> {
  readonly count: number
  readonly result: Result
}

/** What finds members by parts of their names and numbers. */
export interface SearchIndex {
  /** Brings in at once whoever was written and is not in it yet; whoever searches calls it first. */
  complete(): void
  /** How much of `total_changes()` was done to the index and to nothing else. */
  readonly changes: number
}

/**
 * An open branch database 分会数据库: one encrypted file, one connection, every write of a synced table through a change
 * set. The tables that stay on this PC (`roster_import`, `access_event`, `enrolment`, `receipt`) need none.
 */
export interface BranchDatabase {
  readonly sqlite: Database.Database
  readonly orm: BetterSQLite3Database<typeof schema>
  readonly searchIndex: SearchIndex
  /**
   * Runs `act` as one transaction and one change set; an exception takes all of it back. Writes do not nest.
   * Throws BUSY while a batch in steps is being written, DISK_FULL.
   */
  write<Result>(act: () => Result, author?: Author): Result
  /** Like `write`, and what is written belongs to a new batch, which can be undone. */
  writeBatch<Result>(
    batch: BatchToWrite,
    act: (batchId: BatchId) => BatchOutcome<Result>,
    author?: Author,
  ): { readonly batchId: BatchId; readonly result: Result }
  /**
   * Like `writeBatch` for long acts, still one transaction: between two steps other work of the process goes on, and
   * leaving the iteration early takes everything back. Meanwhile other writes are refused as BUSY and readers see
   * what is not committed yet: whoever sends the change log elsewhere asks `sqlite.inTransaction` first.
   */
  writeBatchInSteps<Step, Result>(
    batch: BatchToWrite,
    act: (batchId: BatchId) => Generator<Step, BatchOutcome<Result>, void>,
    author?: Author,
  ): AsyncGenerator<Step, { readonly batchId: BatchId; readonly result: Result }, void>
  close(): void
}

/** Builds something once for each open database: its prepared statements. */
export function perDatabase<Built>(build: (db: BranchDatabase) => Built): (db: BranchDatabase) => Built {
  const built = new WeakMap<BranchDatabase, Built>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const fresh = build(db)
    built.set(db, fresh)
    return fresh
  }
}

/** The result of a batch in steps whose progress nobody follows. */
export async function completed<Result>(steps: AsyncGenerator<unknown, Result, void>): Promise<Result> {
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return step.value
}
