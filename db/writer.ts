import Database from 'better-sqlite3'
import { failure } from '../shared/contract/errors'
import { now } from '../shared/model/date'
import { batchIdSchema, newId, newUuid, type BatchId } from '../shared/model/id'
import { LOCAL_ACTOR } from '../shared/sync/change'
import type { BatchToWrite, BranchDatabase } from './branch-database'
import { asFailure, journalling } from './connection'
import type { MemberSearchIndex } from './search-index'
import { registerWriteFunctions, type WriteContext } from './write-context'

/** The ways to write a branch database; `registerWriteFunctions` gives its triggers the context of each write. */
export function writerOf(
  sqlite: Database.Database,
  searchIndex: MemberSearchIndex,
): Pick<BranchDatabase, 'write' | 'writeBatch' | 'writeBatchInSteps'> {
  let context: WriteContext | null = null
  /** Whether a batch in steps holds the transaction open. */
  let stepping = false
  registerWriteFunctions(sqlite, () => context)
  sqlite.function('write_settled', () => {
    if (stepping && context === null) throw failure('BUSY')
    return null
  })

  const begin = sqlite.prepare('BEGIN IMMEDIATE')
  const commit = sqlite.prepare('COMMIT')
  const rollback = sqlite.prepare('ROLLBACK')

  /** Where the log cannot be begun, as on a full disk, what follows goes through the journal, slower and as safe. */
  function backToLog(): void {
    try {
      journalling(sqlite, 'whole')
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
    }
  }

  function newContext(actor: string, batch: { id: BatchId; kind: WriteContext['batchKind'] } | null): WriteContext {
    return { changeSet: newUuid(), actor, at: now(), batchId: batch?.id ?? null, batchKind: batch?.kind ?? null }
  }

  function within<Result>(own: WriteContext, act: () => Result): Result {
    if (context !== null) throw new Error('A write cannot begin inside another write')
    context = own
    try {
      return act()
    } catch (error) {
      throw asFailure(error)
    } finally {
      context = null
    }
  }

  function transaction<Result>(own: WriteContext, act: () => Result): Result {
    if (stepping) throw failure('BUSY')
    const result = within(own, () =>
      sqlite
        .transaction(() => {
          const done = act()
          searchIndex.completeFew()
          return done
        })
        .immediate(),
    )
    searchIndex.fill()
    return result
  }

  function addBatch(id: BatchId, batch: BatchToWrite, at: string): void {
    sqlite
      .prepare('INSERT INTO batch (id, kind, title, count, at, undoes_id) VALUES (?, ?, ?, 0, ?, ?)')
      .run(id, batch.kind, batch.title, at, batch.undoesId ?? null)
  }

  function closeBatch(id: BatchId, count: number): void {
    sqlite.prepare('UPDATE batch SET count = ? WHERE id = ?').run(count, id)
  }

  return {
    write(act, author) {
      return transaction(newContext(author?.actor ?? LOCAL_ACTOR, null), act)
    },

    writeBatch(batch, act, author) {
      const id = newId(batchIdSchema)
      const own = newContext(author?.actor ?? LOCAL_ACTOR, { id, kind: batch.kind })
      return transaction(own, () => {
        addBatch(id, batch, own.at)
        const { count, result } = act(id)
        closeBatch(id, count)
        return { batchId: id, result }
      })
    },

    async *writeBatchInSteps(batch, act, author) {
      if (stepping) throw failure('BUSY')
      const id = newId(batchIdSchema)
      const own = newContext(author?.actor ?? LOCAL_ACTOR, { id, kind: batch.kind })
      stepping = true
      try {
        journalling(sqlite, 'steps')
        begin.run()
        within(own, () => addBatch(id, batch, own.at))
        const steps = act(id)
        const next = () => steps.next()
        let step = within(own, next)
        while (!step.done) {
          yield step.value
          // Lets other work of the process, a cancellation among it, come between.
          await new Promise((resolve) => setImmediate(resolve))
          step = within(own, next)
        }
        const { count, result } = step.value
        within(own, () => {
          closeBatch(id, count)
          searchIndex.completeFew()
          commit.run()
        })
        return { batchId: id, result }
      } catch (error) {
        throw asFailure(error)
      } finally {
        if (sqlite.inTransaction) rollback.run()
        stepping = false
        backToLog()
        searchIndex.fill()
      }
    },
  }
}
