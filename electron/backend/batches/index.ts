import type { BranchDatabase } from '../../../db/branch-database'
import { batchQueries, type StoredBatch } from '../../../db/queries/batches'
import { keptOf, previewUndo, requireUndoable, undoBatch, type UndoResult } from '../../../db/undo'
import type { Batch, BatchKind } from '../../../shared/contract/batches'
import { failure } from '../../../shared/contract/errors'
import type { BatchId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { previewReversal, reverseBatch } from '../dues/reverse-batch'
import { undoMerge } from '../duplicates/merge'
import { detailOf, effectsOf } from './effects'
import { firstKept, shownKept } from './kept'

const os = withBranch.batches

const asBatch = (batch: StoredBatch): Batch => ({ ...batch, undoable: batch.undoable === 1 })

/** Throws NOT_FOUND. */
function requireBatch(db: BranchDatabase, id: BatchId): Batch {
  const batch = batchQueries(db).get.get(id)
  if (batch === undefined) throw failure('NOT_FOUND')
  return asBatch(batch)
}

/** Lines of the ledger are never deleted, but reversed. */
const isOfLedger = (kind: BatchKind) => kind === 'charge' || kind === 'payment'

function takeBack(db: BranchDatabase, id: BatchId, kind: BatchKind): Promise<UndoResult> {
  if (isOfLedger(kind)) return reverseBatch(db, id)
  return kind === 'merge' ? undoMerge(db, id) : undoBatch(db, id)
}

/** Acts that touched many records at once, and taking them back. */
export const batches = os.router({
  list: os.list.handler(({ context: { db }, input }) => {
    const { list, count } = batchQueries(db)
    return { total: count.get() ?? 0, rows: list.all(input).map(asBatch) }
  }),

  get: os.get.handler(({ context: { db }, input }) => detailOf(db, requireBatch(db, input.id))),

  effects: os.effects.handler(({ context: { db }, input }) => {
    requireBatch(db, input.id)
    return effectsOf(db, input)
  }),

  undoPreview: os.undoPreview.handler(async ({ context: { db }, input: { id } }) => {
    const { kind } = requireUndoable(db, id)
    const { kept, ...counts } = isOfLedger(kind) ? previewReversal(db, id) : await previewUndo(db, id)
    // A merge that is undone gives each record its ledger again.
    const stays = kind === 'merge' ? kept.filter(({ reason }) => reason !== 'ledger') : kept
    return { ...counts, kept: firstKept(db, stays) }
  }),

  undo: os.undo.handler(async ({ context: { db, host }, input: { id } }) => {
    const { kind, title, count } = requireUndoable(db, id)
    if (!(await host.confirm({ act: 'undoBatch', title, count }))) throw failure('NOT_CONFIRMED')
    // What was undone while the question stood open is refused there.
    const { kept, ...done } = await takeBack(db, id, kind)
    return { ...done, kept: firstKept(db, kept) }
  }),

  kept: os.kept.handler(({ context: { db }, input }) => {
    requireBatch(db, input.id)
    const { total, rows } = keptOf(db, input)
    return { total, rows: rows.map((row) => shownKept(db, row)) }
  }),
})
