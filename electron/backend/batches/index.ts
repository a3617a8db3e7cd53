import type { BranchDatabase } from '../../../db/branch-database'
import { batchQueries } from '../../../db/queries/batches'
import { undoBatch } from '../../../db/undo'
import type { Batch, BatchKind } from '../../../shared/contract/batches'
import { failure } from '../../../shared/contract/errors'
import type { BatchId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { reverseBatch } from '../dues/reverse-batch'

const os = withBranch.batches

type UndoableKind = Exclude<BatchKind, 'undo' | 'reversal'>

/** Throws NOT_FOUND, BATCH_NOT_UNDOABLE. */
function requireUndoable(db: BranchDatabase, id: BatchId): Batch & { kind: UndoableKind } {
  const batch = batchQueries(db).get.get(id)
  if (batch === undefined) throw failure('NOT_FOUND')
  const { kind, undoneAt } = batch
  if (kind === 'undo' || kind === 'reversal' || undoneAt !== null) throw failure('BATCH_NOT_UNDOABLE')
  return { ...batch, kind }
}

/** Acts that touched many records at once, and taking them back. */
export const batches = os.router({
  list: os.list.handler(({ context: { db }, input }) => {
    const { list, count } = batchQueries(db)
    return { total: count.get() ?? 0, rows: list.all(input) }
  }),

  undo: os.undo.handler(async ({ context: { db, host }, input: { id } }) => {
    const { kind, title, count } = requireUndoable(db, id)
    if (!(await host.confirm({ act: 'undoBatch', title, count }))) throw failure('NOT_CONFIRMED')
    // It may have been undone while the question stood open.
    requireUndoable(db, id)
    switch (kind) {
      case 'charge':
      case 'payment':
        return reverseBatch(db, id, title)
      case 'import':
      case 'removal':
      case 'edit':
      case 'participants':
        return undoBatch(db, id)
    }
  }),
})
