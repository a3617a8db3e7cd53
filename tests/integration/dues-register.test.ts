import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { dues } from '../../electron/backend/dues'
import { newEntry } from '../../electron/backend/dues/payments/entry'
import { daySchema, monthSchema } from '../../shared/model/date'
import type { MemberId } from '../../shared/model/id'
import type { MemberFields } from '../../shared/model/member'
import { fenSchema } from '../../shared/model/money'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const fen = (amount: number) => fenSchema.parse(amount)
const monthAt = (month: number) => monthSchema.parse(`2026-${String(month).padStart(2, '0')}`)
const cash = { paidOn: daySchema.parse('2026-05-20'), method: 'cash' as const, note: null }
const page = { offset: 0, limit: 100 }

function openDues() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  return {
    db,
    host,
    folder: branch.folder,
    client: createRouterClient(dues, { context: { session: { db }, host: host.client } }),
    addMember: (fields: Partial<MemberFields> & Pick<MemberFields, 'name'>) => db.write(() => insertMember(db, fields)),
    /** Charges a member for months of 2026, as one batch. */
    charge: (memberId: MemberId, months: readonly number[], amount: number) =>
      db.writeBatch({ kind: 'charge', title: '' }, (batchId) => {
        for (const month of months) {
          const line = newEntry({ memberId, kind: 'charge', amount: fen(amount), month: monthAt(month), batchId })
          duesEntryQueries(db).insertEntry(line)
        }
        return { count: months.length, result: null }
      }),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('the register of a year', () => {
  it('holds everybody charged in it by group, month by month, with what was paid, waived and is open', async () => {
    using branch = openDues()
    const { client } = branch
    const second = branch.addMember({ name: '孙二', department: '二车间' })
    const first = branch.addMember({ name: '钱一', department: '一车间', unionGroup: '甲组' })
    branch.addMember({ name: '李三', department: '一车间' })
    branch.charge(first, [1, 2, 3], 1000)
    branch.charge(second, [2], 500)
    await client.payments.record({ ...cash, memberIds: [first], amount: fen(1400) })
    await client.payments.waive({ memberId: first, months: [{ month: monthAt(3), amount: fen(1000) }], note: '困难' })
    const { total, rows } = await client.register.list({ year: '2026', ...page })
    expect(total).toBe(2)
    expect(rows.map(({ name }) => name)).toEqual(['钱一', '孙二'])
    expect(rows[0]?.months.slice(0, 4).map(({ sums }) => sums)).toEqual([
      { charged: 1000, waived: 0, paid: 1000, open: 0 },
      { charged: 1000, waived: 0, paid: 400, open: 600 },
      { charged: 1000, waived: 1000, paid: 0, open: 0 },
      null,
    ])
    expect(rows[0]?.year).toEqual({ charged: 3000, waived: 1000, paid: 1400, open: 600 })
    const sums = await client.register.sums({ year: '2026' })
    expect(sums.year).toEqual({ charged: 3500, waived: 1000, paid: 1400, open: 1100 })
    expect(sums.months[1]).toEqual({ charged: 1500, waived: 0, paid: 400, open: 1100 })
    await client.payments.record({ ...cash, memberIds: [second], amount: null })
    expect((await client.register.sums({ year: '2026' })).year.open).toBe(600)
    expect((await client.register.list({ year: '2025', ...page })).total).toBe(0)
  })

  it('leaves out who was charged and had it all taken back', async () => {
    using branch = openDues()
    const id = branch.addMember({ name: '钱一' })
    branch.charge(id, [1], 1000)
    const [charge] = (await branch.client.payments.ledger({ memberId: id })).entries
    if (charge === undefined) throw new Error('no charge')
    await branch.client.payments.reverse({ entryId: charge.id, note: '错' })
    expect(await branch.client.register.list({ year: '2026', ...page })).toEqual({ total: 0, rows: [] })
  })

  it('is saved as a sheet that sums up rows and columns itself, printed by its area, and that is logged', async () => {
    using branch = openDues()
    const first = branch.addMember({ name: '钱一', department: '一车间' })
    const second = branch.addMember({ name: '孙二', department: '二车间' })
    branch.charge(first, [1, 2], 1000)
    branch.charge(second, [2], 500)
    await branch.client.payments.record({ ...cash, memberIds: [first], amount: fen(1400) })
    branch.host.savePath = path.join(branch.folder, '登记表.xlsx')
    const events = []
    for await (const event of await branch.client.register.save({ year: '2026', language: 'zh-CN' })) events.push(event)
    expect(events.at(-1)).toEqual({ kind: 'result', result: { fileName: '登记表.xlsx', rows: 2 } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path.join(branch.folder, '登记表.xlsx'))
    const sheet = workbook.worksheets[0]
    if (sheet === undefined) throw new Error('no sheet')
    // Title, union, meaning, headings; then a group each with its subtotal, the total and the signatures.
    const cell = (row: number, column: number) => sheet.getRow(row).getCell(column)
    expect(cell(1, 1).value).toBe('2026 年工会会员会费收缴登记表')
    expect([cell(5, 2).value, cell(7, 2).value]).toEqual(['钱一', '孙二'])
    expect([cell(5, 4).value, cell(5, 5).value, cell(5, 6).value]).toEqual([10, 4, null])
    expect(cell(5, 18).value).toEqual({ formula: 'SUM(D5:O5)', result: 14 })
    expect(cell(5, 19).value).toEqual({ formula: 'P5-Q5-R5', result: 6 })
    expect(cell(6, 1).value).toBe('一车间 小计')
    expect(cell(9, 5).value).toEqual({ formula: 'SUBTOTAL(9,E5:E8)', result: 4 })
    expect(cell(9, 19).value).toEqual({ formula: 'SUBTOTAL(9,S5:S8)', result: 11 })
    expect(sheet.pageSetup.printArea).toBe('A1:S10')
    expect(accessQueries(branch.db).events.all(page)).toMatchObject([
      { kind: 'export', subject: '登记表.xlsx', count: 2 },
    ])
  })
})
