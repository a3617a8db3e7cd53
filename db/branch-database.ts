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

/** An open branch database 分会数据库: one encrypted file, one connection, every write through a change set. */
export interface BranchDatabase {
  readonly sqlite: Database.Database
  readonly orm: BetterSQLite3Database<typeof schema>
  /** Runs `act` as one transaction and one change set; an exception takes all of it back. */
  write<Result>(act: () => Result, author?: Author): Result
  /**
   * Like `write`, and what is written belongs to a new batch, which can be undone.
   * `act` answers how many records it touched.
   */
  writeBatch<Result>(
    batch: { readonly kind: BatchKind; readonly title: string; readonly undoesId?: BatchId },
    act: (batchId: BatchId) => { readonly count: number; readonly result: Result },
    author?: Author,
  ): { readonly batchId: BatchId; readonly result: Result }
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
