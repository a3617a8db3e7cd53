import type { BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries, type StoredPayrollLine, type StoredPayrollList } from '../../../../db/queries/dues/payroll'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import type { MemberId, PayrollLineId, PayrollListId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import type { PayrollBasket, PayrollDecision } from '../../../../shared/model/payroll'
import type { MonthSpan } from '../../../../shared/rules/dues/stated-months'
import { peopleOfBasket } from './lists'

/** A list read here of which nothing is in the ledger. Throws NOT_FOUND, PAYROLL_POSTED. */
function requireDraft(db: BranchDatabase, id: PayrollListId): StoredPayrollList {
  const list = payrollQueries(db).list.get(id)
  if (list === undefined || list.lines === null) throw failure('NOT_FOUND')
  if (list.booked !== 0) throw failure('PAYROLL_POSTED')
  return list
}

/** A line of which nothing is in the ledger. Throws NOT_FOUND, PAYROLL_POSTED. */
function requireOpenLine(db: BranchDatabase, id: PayrollLineId): StoredPayrollLine {
  const { line, booked } = payrollQueries(db)
  const found = line.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  const { memberId } = found
  if (memberId !== null && booked.all(found.importId).some((posted) => posted.memberId === memberId)) {
    throw failure('PAYROLL_POSTED')
  }
  return found
}

/** Says which months were deducted and when, see the contract. */
export function setMonths(
  db: BranchDatabase,
  { id, from, until, deductedOn }: MonthSpan & { readonly id: PayrollListId; readonly deductedOn: Day },
): void {
  requireDraft(db, id)
  const [first, last] = from <= until ? [from, until] : [until, from]
  db.write(() => payrollQueries(db).setMonths.run({ id, from: first, until: last, deductedOn }))
}

/** Throws a list away that is not posted, see the contract. */
export function discardList(db: BranchDatabase, id: PayrollListId): void {
  requireDraft(db, id)
  db.write(() => payrollQueries(db).deleteImport.run(id))
}

/** Says whose lines these are, see the contract. */
export function chooseMember(
  db: BranchDatabase,
  id: PayrollListId,
  lineIds: readonly PayrollLineId[],
  memberId: MemberId | null,
): void {
  const { members, setMember } = payrollQueries(db)
  if (memberId !== null && members.get(JSON.stringify([memberId])) === undefined) throw failure('NOT_FOUND')
  const lines = lineIds.map((lineId) => requireOpenLine(db, lineId))
  if (lines.some(({ importId }) => importId !== id)) throw failure('NOT_FOUND')
  const matchedBy = memberId === null ? null : 'chosen'
  db.write(() => lines.forEach((line) => setMember.run({ id: line.id, memberId, matchedBy })))
}

/** Types in an amount that cannot be read, see the contract. */
export function setAmount(db: BranchDatabase, lineId: PayrollLineId, amount: Fen): void {
  const line = requireOpenLine(db, lineId)
  db.write(() => payrollQueries(db).setAmount.run({ id: line.id, amount }))
}

/** Says what becomes of people's lines, see the contract. */
export async function decide(
  db: BranchDatabase,
  {
    id,
    basket,
    keys,
    decision,
  }: {
    readonly id: PayrollListId
    readonly basket: PayrollBasket
    readonly keys: readonly string[] | null
    readonly decision: PayrollDecision | null
  },
): Promise<{ people: number }> {
  const people = (await peopleOfBasket(db, id, basket, keys)).filter(
    ({ posted, lines }) => posted === 0 && lines.length > 0,
  )
  const { setDecision } = payrollQueries(db)
  db.write(() => people.forEach(({ lines }) => lines.forEach((line) => setDecision.run({ id: line.id, decision }))))
  return { people: people.length }
}
