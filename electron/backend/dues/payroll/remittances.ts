import type { BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries } from '../../../../db/queries/dues/payroll'
import { requireUndoable, type UndoPreview, type UndoResult } from '../../../../db/undo'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import { newId, remittanceIdSchema, type BatchId, type PayrollListId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { opposite } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { requireMoneyDay } from '../payments/entry'
import { titleOfList } from './lists'

/** Records money that the employer paid over, see the contract. */
export function remit(
  db: BranchDatabase,
  {
    id,
    amount,
    receivedOn,
    note,
  }: { readonly id: PayrollListId; readonly amount: Fen; readonly receivedOn: Day; readonly note: string | null },
): { batchId: BatchId } {
  const { list: get, insertRemittance } = payrollQueries(db)
  const list = get.get(id)
  if (list === undefined || list.booked === 0) throw failure('NOT_FOUND')
  requireMoneyDay(db, receivedOn, dayOf(new Date()))
  const held = list.booked - list.received
  if (amount > held) throw failure('REMITTANCE_TOO_LARGE', { held })
  const { batchId } = db.writeBatch({ kind: 'remittance', title: titleOfList(list) }, () => {
    const remittance = { id: newId(remittanceIdSchema), payrollListId: id, amount, receivedOn, reversesId: null, note }
    insertRemittance.run(remittance)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** What `undoRemittance` would do. */
export function previewRemittanceUndo(db: BranchDatabase, batchId: BatchId): UndoPreview {
  const open = payrollQueries(db).remittancesOfBatch.all(batchId)
  return { additions: open.length, changes: 0, removals: 0, kept: [] }
}

/** Takes received money back by its opposite, in today's books where its own month is closed. Throws MONTH_CLOSED. */
export function undoRemittance(db: BranchDatabase, batchId: BatchId): UndoResult {
  const { title } = requireUndoable(db, batchId)
  const { remittancesOfBatch, insertRemittance } = payrollQueries(db)
  const open = remittancesOfBatch.all(batchId)
  const today = dayOf(new Date())
  const undo = db.writeBatch({ kind: 'undo', title, undoesId: batchId }, () => {
    for (const remittance of open) {
      insertRemittance.run({
        ...remittance,
        id: newId(remittanceIdSchema),
        amount: opposite(remittance.amount),
        receivedOn: bookDayOf(db, remittance.receivedOn, today) ?? remittance.receivedOn,
        reversesId: remittance.id,
      })
    }
    return { count: open.length, result: null }
  })
  return { batchId: undo.batchId, undone: open.length, kept: [] }
}
