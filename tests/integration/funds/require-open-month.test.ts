import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { monthClosing } from '../../../db/schema'
import { dues } from '../../../electron/backend/dues'
import { bookDayOf, isMonthClosed, requireOpenMonth } from '../../../electron/backend/funds/closing/require-open-month'
import { daySchema, monthSchema, now } from '../../../shared/model/date'
import type { MonthClosing } from '../../../shared/model/fund'
import { monthClosingIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { dayOf } from '../../../shared/rules/date'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'

const march = monthSchema.parse('2026-03')
const april = monthSchema.parse('2026-04')
const inMarch = daySchema.parse('2026-03-31')
const inApril = daySchema.parse('2026-04-01')

function act(db: BranchDatabase, month: string, kind: MonthClosing['act']) {
  db.write(() =>
    db.orm
      .insert(monthClosing)
      .values({
        id: newId(monthClosingIdSchema),
        month,
        act: kind,
        duesBalance: 0,
        fundsBalance: 0,
        reason: kind === 'reopen' ? '漏记一笔' : null,
        recordedAt: now(),
      })
      .run(),
  )
}

describe('a closed month', () => {
  it('is one whose latest act is its closing', () => {
    using branch = openTestBranch()
    const { db } = branch
    expect(isMonthClosed(db, march)).toBe(false)
    act(db, march, 'close')
    expect(isMonthClosed(db, march)).toBe(true)
    expect(isMonthClosed(db, april)).toBe(false)
    act(db, march, 'reopen')
    expect(isMonthClosed(db, march)).toBe(false)
    act(db, march, 'close')
    expect(isMonthClosed(db, march)).toBe(true)
  })

  it('refuses money of its days and of itself, and lets others pass', () => {
    using branch = openTestBranch()
    const { db } = branch
    act(db, march, 'close')
    for (const when of [march, inMarch]) {
      expect(() => requireOpenMonth(db, when)).toThrow(
        expect.objectContaining({ code: 'MONTH_CLOSED', data: { month: '2026-03' } }),
      )
    }
    for (const when of [april, inApril]) expect(() => requireOpenMonth(db, when)).not.toThrow()
  })

  it('has what comes late booked today, unless that month is closed too', () => {
    using branch = openTestBranch()
    const { db } = branch
    expect(bookDayOf(db, inMarch, inApril)).toBeNull()
    act(db, march, 'close')
    expect(bookDayOf(db, inMarch, inApril)).toBe(inApril)
    expect(bookDayOf(db, inApril, inApril)).toBeNull()
    act(db, april, 'close')
    expect(() => bookDayOf(db, inMarch, inApril)).toThrow(expect.objectContaining({ code: 'MONTH_CLOSED' }))
  })

  it('takes no payment of dues, and a reversal of one of its lines counts today', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const client = createRouterClient(dues, { context: { session: { db }, host: testHost().client } })
    const memberId = db.write(() => insertMember(db, { name: '钱一' }))
    const payment = {
      memberIds: [memberId],
      amount: fenSchema.parse(1000),
      method: 'cash' as const,
      paidOn: inMarch,
      note: null,
    }
    await client.payments.record(payment)
    act(db, march, 'close')
    await expect(client.payments.record(payment)).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    const [paid] = (await client.payments.ledger({ memberId })).entries
    await client.payments.reverse({ entryId: paid?.id ?? expect.fail('no payment'), note: '登记错误' })
    const { entries } = await client.payments.ledger({ memberId })
    expect(entries).toMatchObject([
      { kind: 'payment', bookedOn: null },
      { kind: 'reversal', bookedOn: dayOf(new Date()) },
    ])
  })
})
