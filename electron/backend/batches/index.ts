import { batchQueries } from '../../../db/queries/batches'
import { undoBatch } from '../../../db/undo'
import { failure } from '../../../shared/contract/errors'
import { withBranch } from '../context'
import { reverseBatch } from '../dues/reverse-batch'

const os = withBranch.batches

/** Acts that touched many records at once, and taking them back. */
export const batches = os.router({
  list: os.list.handler(({ context: { db }, input }) => {
    const { list, count } = batchQueries(db)
    return { total: count.get() ?? 0, rows: list.all(input) }
  }),

  undo: os.undo.handler(async ({ context: { db, host }, input: { id } }) => {
    const batch = batchQueries(db).get.get(id)
    if (batch === undefined) throw failure('NOT_FOUND')
    const { kind, title, count } = batch
    if (kind === 'undo' || kind === 'reversal' || batch.undoneAt !== null) throw failure('BATCH_NOT_UNDOABLE')
    if (!(await host.confirm({ act: 'undoBatch', title, count }))) throw failure('NOT_CONFIRMED')
    switch (kind) {
      case 'charge':
      case 'payment':
        return reverseBatch(db, id, title)
      case 'import':
      case 'removal':
      case 'participants':
        return undoBatch(db, id)
    }
  }),
})
