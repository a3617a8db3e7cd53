import ExcelJS from 'exceljs'
import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { accessQueries } from '../../db/queries/access'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { dayOf } from '../../shared/rules/date'
import type { MemberId } from '../../shared/model/id'
import { insertMember } from '../fixtures/branch'
import { fen, monthAt, openDues, payday, type DuesBranch } from '../fixtures/dues-client'

const year = dayOf(new Date()).slice(0, 4)
const page = { offset: 0, limit: 100 }
const cash = { paidOn: payday, method: 'cash' as const, note: null }
const book = { series: year, state: 'all' as const, search: '', ...page }
const signed = { receipts: { issuer: '王芳' } }

async function pay(branch: DuesBranch, memberIds: readonly MemberId[], amount: number, receipts = true) {
  const request = { ...cash, memberIds: [...memberIds], amount: fen(amount) }
  return branch.dues.payments.record(receipts ? { ...request, ...signed } : request)
}

function paymentsOf({ db }: DuesBranch, memberId: MemberId) {
  return duesEntryQueries(db)
    .ledger(memberId)
    .filter(({ kind }) => kind === 'payment')
    .map(({ id }) => id)
}

/** What must hold at every moment: numbers from 1 on without a gap, each of a payment, one valid a payment that stands. */
function expectSound(db: BranchDatabase) {
  const numbers = db.sqlite
    .prepare<[], { series: string; number: number }>('SELECT series, number FROM dues_receipt ORDER BY series, number')
    .all()
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1))
  expect(
    db.sqlite
      .prepare(
        `SELECT number FROM dues_receipt JOIN dues_entry ON dues_entry.id = entry_id WHERE kind <> 'payment'
        OR -dues_entry.amount <> dues_receipt.amount OR dues_entry.member_id <> dues_receipt.member_id
        OR (voided_on IS NULL AND EXISTS (SELECT 1 FROM dues_entry AS r WHERE r.reverses_id = dues_entry.id))`,
      )
      .all(),
  ).toEqual([])
  expect(
    db.sqlite
      .prepare('SELECT entry_id FROM dues_receipt WHERE voided_on IS NULL GROUP BY entry_id HAVING count(*) > 1')
      .all(),
  ).toEqual([])
}

describe('a receipt', () => {
  it('is issued with its payment and says which months that paid', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    branch.charge(one, [1200, 1200, 1200])
    const { batchId } = await pay(branch, [one], 3000)
    const { rows, total, amount } = await branch.dues.receipts.list(book)
    expect({ total, amount }).toEqual({ total: 1, amount: 3000 })
    expect(rows).toMatchObject([
      {
        series: year,
        number: 1,
        payer: '钱一',
        amount: 3000,
        method: 'cash',
        paidOn: payday,
        months: [
          { month: monthAt(0), amount: 1200 },
          { month: monthAt(1), amount: 1200 },
          { month: monthAt(2), amount: 600 },
        ],
        issuer: '王芳',
        voidedOn: null,
      },
    ])
    expect(await branch.dues.receipts.ofBatch({ batchId })).toEqual(rows.map(({ id }) => id))
    expect((await branch.dues.receipts.book()).issuer).toBe('王芳')
    expect(await branch.dues.receipts.papers({ ids: rows.map(({ id }) => id) })).toMatchObject({
      unionName: '云溪机械厂工会委员会',
      receipts: rows,
    })
  })

  it('stays as it was given out when later lines change what the payment paid, and when the name changes', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    await pay(branch, [one], 1200)
    branch.charge(one, [1200])
    branch.db.write(() => branch.db.sqlite.prepare(`UPDATE member SET name = '钱二' WHERE id = ?`).run(one))
    expect((await branch.dues.receipts.list(book)).rows).toMatchObject([{ payer: '钱一', months: [] }])
  })

  it('is issued later for payments without one, deductions from pay only when asked for', async () => {
    using branch = openDues()
    const [one, two] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '孙二', department: '一车间' })]
    await pay(branch, [one, two], 1200, false)
    await branch.dues.payments.record({ ...cash, method: 'payroll', memberIds: [one], amount: fen(500) })
    const wanted = { year: '2026', withPayroll: false, search: '', ...page }
    const { rows, total, amount } = await branch.dues.receipts.unreceipted(wanted)
    expect({ total, amount }).toEqual({ total: 2, amount: 2400 })
    expect((await branch.dues.receipts.unreceipted({ ...wanted, withPayroll: true })).total).toBe(3)
    expect((await branch.dues.receipts.unreceipted({ ...wanted, search: '孙' })).rows).toMatchObject([
      { name: '孙二', department: '一车间', amount: 1200, wasVoided: false },
    ])
    const entryIds = rows.map(({ entryId }) => entryId)
    const issued = await branch.dues.receipts.issue({ entryIds, issuer: null })
    expect(issued).toMatchObject({ from: `${year}-000001`, until: `${year}-000002`, amount: 2400 })
    expect((await branch.dues.receipts.unreceipted(wanted)).total).toBe(0)
    await expect(branch.dues.receipts.issue({ entryIds, issuer: null })).rejects.toMatchObject({
      code: 'NO_RECEIPT_POSSIBLE',
    })
    expectSound(branch.db)
  })

  it('is voided with a reason, once; its number stays used and another is issued for the payment', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    await pay(branch, [one], 1200)
    const [receipt] = (await branch.dues.receipts.list(book)).rows
    const id = receipt?.id ?? expect.fail('No receipt')
    await branch.dues.receipts.void({ id, reason: '姓名写错' })
    await expect(branch.dues.receipts.void({ id, reason: '再来' })).rejects.toMatchObject({ code: 'RECEIPT_VOIDED' })
    const { rows: left } = await branch.dues.receipts.unreceipted({
      ...{ year: '2026', withPayroll: false, search: '' },
      ...page,
    })
    expect(left).toMatchObject([{ memberId: one, wasVoided: true }])
    await branch.dues.receipts.issue({ entryIds: left.map(({ entryId }) => entryId), issuer: '李静' })
    expect((await branch.dues.receipts.list(book)).rows).toMatchObject([
      { number: 2, voidedOn: null },
      { number: 1, voidedOn: dayOf(new Date()), voidReason: '姓名写错' },
    ])
    expect((await branch.dues.receipts.list({ ...book, state: 'voided' })).rows).toMatchObject([{ number: 1 }])
    expect(await branch.dues.receipts.list({ ...book, state: 'valid' })).toMatchObject({ total: 1, amount: 1200 })
    expect((await branch.dues.receipts.book()).series).toEqual([
      { series: year, last: 2, voided: 1, amount: 1200, missing: [] },
    ])
  })

  it('is voided together with its payment, whether that is reversed alone or with its batch', async () => {
    using branch = openDues()
    const [one, two] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '孙二' })]
    const { batchId } = await pay(branch, [one, two], 1200)
    for (const entryId of paymentsOf(branch, one)) await branch.dues.payments.reverse({ entryId, note: '金额错误' })
    expect((await branch.dues.receipts.ofMember({ memberId: one })).map(({ voidReason }) => voidReason)).toEqual([
      '金额错误',
    ])
    await branch.batches.undo({ id: batchId })
    expect(await branch.dues.receipts.ofMember({ memberId: two })).toMatchObject([
      { voidedOn: dayOf(new Date()), voidReason: null },
    ])
    expectSound(branch.db)
  })

  it('is voided when the act that issued it is undone, and that undo cannot be taken back', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    await pay(branch, [one], 1200, false)
    const { batchId } = await branch.dues.receipts.issue({ entryIds: paymentsOf(branch, one), issuer: null })
    expect(await branch.batches.undoPreview({ id: batchId })).toMatchObject({ additions: 1, kept: { total: 0 } })
    const { batchId: undoId, undone } = await branch.batches.undo({ id: batchId })
    expect(undone).toBe(1)
    expect(await branch.dues.receipts.list(book)).toMatchObject({ total: 1, amount: 0 })
    expect((await branch.batches.get({ id: undoId })).undoable).toBe(false)
  })

  it('goes along with its payment when two records of one person are merged and taken apart again', async () => {
    using branch = openDues()
    const [one, two] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '钱一' })]
    await pay(branch, [two], 1200)
    const { batchId } = await branch.duplicates.merge({ into: one, from: two, take: [] })
    const [carried] = await branch.dues.receipts.ofMember({ memberId: one })
    expect(carried).toMatchObject({ number: 1, voidedOn: null, entryId: paymentsOf(branch, one).at(-1) })
    expectSound(branch.db)
    const { batchId: undoId } = await branch.batches.undo({ id: batchId })
    expect(await branch.dues.receipts.ofMember({ memberId: two })).toMatchObject([{ number: 1, voidedOn: null }])
    expectSound(branch.db)
    await branch.batches.undo({ id: undoId })
    expect(await branch.dues.receipts.ofMember({ memberId: one })).toMatchObject([{ number: 1, voidedOn: null }])
    expectSound(branch.db)
  })

  it('is found by number and name', async () => {
    using branch = openDues()
    const members = ['钱一', '孙二', '李静'].map((name) => branch.addMember({ name }))
    await pay(branch, members, 1200)
    const search = async (text: string) =>
      (await branch.dues.receipts.list({ ...book, search: text })).rows.map(({ payer }) => payer)
    expect(await search('2')).toEqual(['孙二'])
    expect(await search(`${year}-000003`)).toEqual(['李静'])
    expect(await search('静')).toEqual(['李静'])
    expect(await search('赵')).toEqual([])
  })

  it('is kept by the database as it was given out, whatever writes it', async () => {
    using branch = openDues()
    const { db } = branch
    const one = branch.addMember({ name: '钱一' })
    await pay(branch, [one], 1200)
    await pay(branch, [one], 1200, false)
    const run = (sql: string) => () => db.write(() => db.sqlite.exec(sql))
    const copy = (columns: Readonly<Record<string, string>>) => {
      const names = [
        'id',
        'series',
        'number',
        'entry_id',
        'member_id',
        'payer',
        'amount',
        'method',
        'paid_on',
        'months',
      ]
      const all = [...names, 'issued_on']
      return `INSERT INTO dues_receipt (${all.join()}) SELECT ${all.map((name) => columns[name] ?? name).join()}
        FROM dues_receipt WHERE number = 1`
    }
    const [, free = ''] = paymentsOf(branch, one)
    const next = { id: `'x'`, number: '2', entry_id: `'${free}'` }
    expect(run('DELETE FROM dues_receipt')).toThrow('never deleted')
    expect(run(`UPDATE dues_receipt SET amount = 1`)).toThrow('kept as it was given out')
    expect(run(`UPDATE dues_receipt SET number = 2`)).toThrow('kept as it was given out')
    expect(run(`UPDATE dues_receipt SET entry_id = '${free}'`)).toThrow('kept as it was given out')
    expect(run(copy({ ...next, number: '3' }))).toThrow('without a gap')
    expect(run(copy({ ...next, amount: '1' }))).toThrow('of a payment and its amount')
    expect(run(copy({ ...next, entry_id: 'entry_id' }))).toThrow('there for this payment')
    expect(run(copy(next))).not.toThrow()
    expect(run(`UPDATE dues_receipt SET voided_on = '2026-06-01' WHERE number = 1`)).not.toThrow()
    expect(run(`UPDATE dues_receipt SET voided_on = NULL WHERE number = 1`)).toThrow('kept as it was given out')
    expect(run(`UPDATE dues_receipt SET void_reason = 'x' WHERE number = 1`)).toThrow('kept as it was given out')
  })
})

describe('the receipt book', () => {
  it('is saved as a sheet whose sum leaves out what is void, and the export is logged', async () => {
    using branch = openDues()
    const members = ['钱一', '孙二', '李静'].map((name) => branch.addMember({ name }))
    await pay(branch, members, 1250)
    const [latest] = (await branch.dues.receipts.list(book)).rows
    await branch.dues.receipts.void({ id: latest?.id ?? expect.fail('No receipt'), reason: '写错' })
    branch.host.savePath = path.join(branch.folder, '收据簿')
    for await (const event of await branch.dues.receipts.exportBook({ series: year, language: 'zh-CN' })) {
      if (event.kind === 'result') expect(event.result).toEqual({ fileName: '收据簿.xlsx', rows: 3 })
    }
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path.join(branch.folder, '收据簿.xlsx'))
    const sheet = workbook.worksheets[0] ?? expect.fail('No sheet')
    expect(sheet.getCell('A1').value).toBe(`会费收据簿（${year} 年）`)
    expect(sheet.getCell('A3').value).toBe('第 1 至 3 号，共 3 张，其中作废 1 张')
    expect(['A5', 'C5', 'F5'].map((cell) => sheet.getCell(cell).value)).toEqual([`${year}-000001`, '钱一', 12.5])
    expect(sheet.getCell('G5').value).toEqual({ formula: 'IF(H5="",F5,0)', result: 12.5 })
    expect(sheet.getCell('G7').value).toMatchObject({ formula: 'IF(H7="",F7,0)' })
    expect(sheet.getCell('I7').value).toBe('写错')
    expect(sheet.getCell('G8').value).toEqual({ formula: 'SUBTOTAL(9,G5:G7)', result: 25 })
    expect(sheet.pageSetup.printArea).toBe('A1:J10')
    expect(accessQueries(branch.db).events.all({ limit: 1, offset: 0 })).toMatchObject([
      { kind: 'export', subject: '收据簿.xlsx', count: 3 },
    ])
  })
})

describe('the numbers of receipts', () => {
  it('have no gap when posts come in between others that are written in steps, and some fail', async () => {
    using branch = openDues()
    const { db } = branch
    const everyone = db.write(() => Array.from({ length: 1500 }, () => insertMember(db, { name: '张伟' })))
    let refused = 0
    /** Posts again whenever another post is being written, as a person would. */
    const post = async (paid: readonly MemberId[], amount: number): Promise<void> => {
      for (;;) {
        try {
          await pay(branch, paid, amount)
          return
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'BUSY')) throw error
          refused++
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
    }
    // A post that fails half-way takes its numbers back: the last of its payments has a receipt already.
    await pay(branch, everyone, 100, false)
    const entryIds = everyone.flatMap((memberId) => paymentsOf(branch, memberId))
    await branch.dues.receipts.issue({ entryIds: entryIds.slice(-1), issuer: null })
    const failing = branch.dues.receipts.issue({ entryIds, issuer: null })
    await expect(failing).rejects.toMatchObject({ code: 'NO_RECEIPT_POSSIBLE' })
    expectSound(db)
    await Promise.all([
      post(everyone, 200),
      post(everyone.slice(0, 1100), 300),
      expect(branch.dues.receipts.issue({ entryIds, issuer: null })).rejects.toThrow(),
      post(everyone.slice(0, 3), 400),
      post(everyone.slice(5, 6), 500),
    ])
    expect(refused).toBeGreaterThan(3)
    expectSound(db)
    const { total } = await branch.dues.receipts.list(book)
    expect(total).toBe(1 + 1500 + 1100 + 3 + 1)
  })

  it(
    'have no gap after any acts in any order, and one receipt at most is valid of a payment',
    { timeout: 180_000 },
    async () => {
      const act = fc.oneof(
        fc.record({ act: fc.constant('pay' as const), who: fc.nat(2), amount: fc.integer({ min: 1, max: 5000 }) }),
        fc.record({
          act: fc.constant('payWithout' as const),
          who: fc.nat(2),
          amount: fc.integer({ min: 1, max: 5000 }),
        }),
        fc.record({
          act: fc.constantFrom('issueAll' as const, 'void' as const, 'reverse' as const),
          which: fc.nat(20),
        }),
        fc.record({ act: fc.constant('undo' as const), which: fc.nat(20) }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
          using branch = openDues()
          const members = ['钱一', '孙二', '李静'].map((name) => branch.addMember({ name }))
          for (const memberId of members) branch.charge(memberId, [1200, 1200])
          const pick = <Thing>(things: readonly Thing[], which: number) =>
            things.length === 0 ? undefined : things[which % things.length]
          for (const one of acts) {
            switch (one.act) {
              case 'pay':
              case 'payWithout':
                await pay(branch, members.slice(one.who), one.amount, one.act === 'pay')
                break
              case 'issueAll': {
                const wanted = { year: '2026', withPayroll: true, search: '', ...page }
                const { rows } = await branch.dues.receipts.unreceipted(wanted)
                const entryIds = rows.map(({ entryId }) => entryId)
                if (entryIds.length > 0) await branch.dues.receipts.issue({ entryIds, issuer: null })
                break
              }
              case 'void': {
                const { rows } = await branch.dues.receipts.list({ ...book, state: 'valid' })
                const receipt = pick(rows, one.which)
                if (receipt !== undefined) await branch.dues.receipts.void({ id: receipt.id, reason: '写错' })
                break
              }
              case 'reverse': {
                const { isReversed } = duesEntryQueries(branch.db)
                const open = members
                  .flatMap((memberId) => paymentsOf(branch, memberId))
                  .filter((id) => isReversed.get(id) === 0)
                const entryId = pick(open, one.which)
                if (entryId !== undefined) await branch.dues.payments.reverse({ entryId, note: '错' })
                break
              }
              case 'undo': {
                const { rows } = await branch.batches.list(page)
                const batch = pick(
                  rows.filter(({ kind, undoable }) => undoable && (kind === 'payment' || kind === 'receipt')),
                  one.which,
                )
                if (batch !== undefined) await branch.batches.undo({ id: batch.id })
                break
              }
            }
            expectSound(branch.db)
          }
        }),
        { numRuns: 15 },
      )
    },
  )
})
