import { describe, expect, it } from 'vitest'
import { duesEntry } from '../../db/schema'
import { yearOfDues } from '../../electron/backend/dues/pictures/year'
import { now } from '../../shared/model/date'
import { duesEntryIdSchema, newId, type DuesEntryId } from '../../shared/model/id'
import { insertMember, openTestBranch } from '../fixtures/branch'

type Line = Partial<typeof duesEntry.$inferInsert> & { readonly kind: string; readonly amount: number }

function openLedger() {
  const branch = openTestBranch()
  const { db } = branch
  const memberId = db.write(() => insertMember(db, { name: '张三' }))
  function enter(line: Line): DuesEntryId {
    const id = newId(duesEntryIdSchema)
    db.writeBatch({ kind: 'charge', title: '' }, (batchId) => {
      db.orm
        .insert(duesEntry)
        .values({ ...line, id, memberId, batchId, recordedAt: now() })
        .run()
      return { count: 1, result: null }
    })
    return id
  }
  return { db, enter, [Symbol.dispose]: () => branch[Symbol.dispose]() }
}

describe('the year of dues', () => {
  it('counts charges by the month they are for, and money by the day it counts in the books', () => {
    using ledger = openLedger()
    const { db, enter } = ledger
    enter({ kind: 'charge', amount: 2000, month: '2026-01' })
    enter({ kind: 'charge', amount: 2000, month: '2025-12', bookedOn: '2026-02-10' })
    enter({ kind: 'waiver', amount: -500, month: '2026-01' })
    const paymentId = enter({ kind: 'payment', amount: -3000, method: 'cash', paidOn: '2026-02-28' })
    enter({ kind: 'refund', amount: 1000, method: 'cash', paidOn: '2026-03-01' })
    // February was closed by then.
    const reversed = { kind: 'reversal', amount: 3000, method: 'cash', paidOn: '2026-02-28', reversesId: paymentId }
    enter({ ...reversed, bookedOn: '2026-04-02' })
    const months = yearOfDues(db, '2026')
    expect(months.map(({ month }) => month.slice(5))).toEqual(
      Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')),
    )
    expect(months.map(({ charged }) => charged)).toEqual([1500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(months.map(({ collected }) => collected)).toEqual([0, 3000, -1000, -3000, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(yearOfDues(db, '2025').map(({ charged }) => charged)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2000])
  })
})
