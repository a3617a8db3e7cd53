import { completed, type BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { payrollQueries } from '../../../../db/queries/dues/payroll'
import type { UndoResult } from '../../../../db/undo'
import { payrollObstacles, type PayrollPerson } from '../../../../shared/contract/dues/payroll'
import { failure } from '../../../../shared/contract/errors'
import { now } from '../../../../shared/model/date'
import type { BatchId, PayrollListId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { amountToPost, monthsPaid } from '../../../../shared/rules/dues/payroll'
import { requireOpenMonth } from '../../funds/closing/require-open-month'
import { newEntry } from '../payments/entry'
import { reverseBatch } from '../payments/reverse-batch'
import { titleOfList, warningsOf } from './lists'
import { holds, sumOfPerson, viewList, type ListView } from './view'

/** Payments written between two chances for other work of the process. */
const PAYMENTS_A_STEP = 500

interface PaymentToPost {
  readonly person: PayrollPerson
  readonly amount: Fen
}

/** Enters the deductions of a list as one batch, see the contract. */
export async function postList(
  db: BranchDatabase,
  id: PayrollListId,
): Promise<{ batchId: BatchId; people: number; amount: Fen }> {
  const view = await viewAtRest(db, id)
  const payments = view.people.flatMap((person): PaymentToPost[] => {
    const amount = amountToPost(sumOfPerson(person))
    return amount > 0 && person.memberId !== null ? [{ person, amount }] : []
  })
  requireOpenMonth(db, view.list.deductedOn)
  if (payments.length === 0) throw failure('PAYROLL_NOT_POSTABLE', { obstacle: 'nothingToPost' })
  const obstacle = warningsOf(db, view, payments.length).find(({ kind }) => payrollObstacles.includes(kind))
  if (obstacle !== undefined) throw failure('PAYROLL_NOT_POSTABLE', { obstacle: obstacle.kind })
  const title = titleOfList(view.list)
  const steps = db.writeBatchInSteps({ kind: 'payroll', title }, function* (batchId) {
    storeList(db, view, title)
    for (const [index, payment] of payments.entries()) {
      writePayment(db, view, payment, batchId)
      if (index % PAYMENTS_A_STEP === PAYMENTS_A_STEP - 1) yield
    }
    return { count: payments.length, result: null }
  })
  const { batchId } = await completed(steps)
  return { batchId, people: payments.length, amount: sumOf(payments) }
}

/** A view that still holds: nothing was written while it was made. */
async function viewAtRest(db: BranchDatabase, id: PayrollListId): Promise<ListView> {
  for (;;) {
    const view = await viewList(db, id)
    if (holds(db, view)) return view
  }
}

function storeList(db: BranchDatabase, { list, people }: ListView, title: string): void {
  const { storeList: store, setPostedAt } = payrollQueries(db)
  const { id, from, until, deductedOn, deducted, stated } = list
  const expected = sumOf(people.map(({ open }) => ({ amount: open })))
  store.run({ id, title, from, until, deductedOn, expected, deducted, stated })
  setPostedAt.run({ id, postedAt: now() })
}

function writePayment(
  db: BranchDatabase,
  { list }: ListView,
  { person, amount }: PaymentToPost,
  batchId: BatchId,
): void {
  const { memberId, matchedBy, months, lines } = person
  if (memberId === null) return
  const { setMember } = payrollQueries(db)
  const by = matchedBy === 'posted' ? null : matchedBy
  for (const line of lines) setMember.run({ id: line.id, memberId, matchedBy: by })
  const chosen = monthsPaid(months, amount)
  duesEntryQueries(db).insertEntry(
    newEntry({
      memberId,
      kind: 'payment',
      amount: opposite(amount),
      method: 'payroll',
      paidOn: list.deductedOn,
      chosenMonths: chosen.length === 0 ? null : chosen,
      payrollListId: list.id,
      batchId,
    }),
  )
}

/**
 * Takes a posting back, so that the list can be posted again. Throws PAYROLL_RECEIVED where the employer paid over more than
 * would stay entered; see `reverseBatch`.
 */
export async function undoPosting(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const list = payrollQueries(db).postedBy.get({ batchId })
  if (list !== undefined && list.received > list.stays) throw failure('PAYROLL_RECEIVED')
  return reverseBatch(db, batchId)
}
