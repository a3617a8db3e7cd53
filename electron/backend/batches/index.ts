import type { BranchDatabase } from '../../../db/branch-database'
import { batchQueries, type StoredBatch } from '../../../db/queries/batches'
import { keptOf, previewUndo, requireUndoable, undoBatch, type UndoPreview, type UndoResult } from '../../../db/undo'
import { ledgerBatchKinds, type Batch, type BatchKind } from '../../../shared/contract/batches'
import { failure } from '../../../shared/contract/errors'
import type { BatchId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { previewReversal, reverseBatch } from '../dues/payments/reverse-batch'
import { previewUndoIssue, undoIssue } from '../dues/receipts/voiding'
import { undoPosting } from '../dues/payroll/post'
import { previewRemittanceUndo, undoRemittance } from '../dues/payroll/remittances'
import { previewGiftUndo, undoGifts } from '../care/gifts/undo'
import { undoMerge } from '../duplicates/merge'
import { previewFundReversal, reverseFundBatch } from '../funds/book/reverse-batch'
import { requireNotHandedOver } from '../federation/transfers/undo'
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

const ledgerKinds = new Set<BatchKind>(ledgerBatchKinds)
const isOfLedger = (kind: BatchKind) => ledgerKinds.has(kind)

/** A merge carried a ledger over, its undo carried it back. */
const carriesLedger = ({ kind, undoes }: Batch) => kind === 'merge' || undoes === 'merge'

/** What an act on gifts booked is reversed with it. */
const isOfGifts = ({ kind, undoes }: Batch) => kind === 'gift' || undoes === 'gift'

function takeBack(db: BranchDatabase, batch: Batch): Promise<UndoResult> | UndoResult {
  if (batch.kind === 'transfer') requireNotHandedOver(db, batch.id)
  if (batch.kind === 'payroll') return undoPosting(db, batch.id)
  if (batch.kind === 'remittance') return undoRemittance(db, batch.id)
  if (batch.kind === 'fund') return reverseFundBatch(db, batch.id)
  if (isOfGifts(batch)) return undoGifts(db, batch.id)
  if (isOfLedger(batch.kind)) return reverseBatch(db, batch.id)
  if (batch.kind === 'receipt') return undoIssue(db, batch.id)
  return carriesLedger(batch) ? undoMerge(db, batch.id) : undoBatch(db, batch.id)
}

async function previewOf(db: BranchDatabase, batch: Batch): Promise<UndoPreview> {
  const { id, kind } = batch
  if (kind === 'transfer') requireNotHandedOver(db, id)
  if (kind === 'remittance') return previewRemittanceUndo(db, id)
  if (kind === 'fund') return previewFundReversal(db, id)
  if (isOfGifts(batch)) return previewGiftUndo(db, id)
  if (isOfLedger(kind)) return previewReversal(db, id)
  return kind === 'receipt' ? previewUndoIssue(db, id) : previewUndo(db, id)
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
    const batch = requireUndoable(db, id)
    const { kept, ...counts } = await previewOf(db, batch)
    // The ledger goes along with what a merge or its undo did.
    const stays = carriesLedger(batch) ? kept.filter(({ reason }) => reason !== 'ledger') : kept
    return { ...counts, kept: firstKept(db, stays) }
  }),

  undo: os.undo.handler(async ({ context: { db, host }, input: { id } }) => {
    const batch = requireUndoable(db, id)
    const { title, count } = batch
    if (!(await host.confirm({ act: 'undoBatch', title, count }))) throw failure('NOT_CONFIRMED')
    // What was undone while the question stood open is refused there.
    const { kept, ...done } = await takeBack(db, batch)
    return { ...done, kept: firstKept(db, kept) }
  }),

  kept: os.kept.handler(({ context: { db }, input }) => {
    requireBatch(db, input.id)
    const { total, rows } = keptOf(db, input)
    return { total, rows: rows.map((row) => shownKept(db, row)) }
  }),
})
