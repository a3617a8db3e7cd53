import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import {
  activity,
  duesDispute,
  duesExemption,
  handOverDraft,
  membershipEvent,
  participation,
  payrollImport,
  payrollList,
} from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { dues } from '../../electron/backend/dues'
import { newEntry } from '../../electron/backend/dues/payments/entry'
import { members } from '../../electron/backend/members'
import type { ArrearsAct } from '../../shared/contract/dues/arrears'
import { daySchema, monthSchema, now } from '../../shared/model/date'
import {
  activityIdSchema,
  duesDisputeIdSchema,
  duesExemptionIdSchema,
  handOverIdSchema,
  membershipEventIdSchema,
  newId,
  participationIdSchema,
  payrollListIdSchema,
  type MemberId,
} from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { addMonths } from '../../shared/rules/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { chargeMonth } from '../fixtures/charges'
import { flat, simpleRule } from '../fixtures/dues-rule'
import { testHost } from '../fixtures/host'

const january = monthSchema.parse('2026-01')
const day = (text: string) => daySchema.parse(text)
const page = { offset: 0, limit: 100 }

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 5, 10, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())
const moveTo = (text: string) => vi.setSystemTime(new Date(`${text}T08:00:00`))

function openArrears() {
  const branch = openTestBranch()
  const { db, folder } = branch
  const host = testHost()
  const client = createRouterClient({ dues, members, batches }, { context: { session: { db }, host: host.client } })
  return {
    db,
    folder,
    host,
    client,
    addMember: (name: string, fields: { department?: string; unionGroup?: string } = {}) =>
      db.write(() => insertMember(db, { name, ...fields })),
    async chargeMonths(count: number) {
      await client.dues.rules.add(simpleRule(flat(1200), '2020-01'))
      for (let place = 0; place < count; place++) await chargeMonth(db, addMonths(january, place))
    },
    pay: (memberId: MemberId, amount: number, on = '2026-06-05') =>
      client.dues.payments.record({
        memberIds: [memberId],
        amount: fenSchema.parse(amount),
        paidOn: day(on),
        method: 'cash',
        note: null,
      }),
    take: (memberIds: MemberId[], act: ArrearsAct, on: string, by: string | null = null) =>
      client.dues.arrears.take({ memberIds, act, on: day(on), by, enteredUntil: day(on) }),
    of: (memberId: MemberId) => client.dues.arrears.member({ memberId }),
    list: (filter: Parameters<typeof client.dues.arrears.debtors>[0] = page) =>
      client.dues.arrears.debtors({ ...page, ...filter }),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const reminder: ArrearsAct = { kind: 'reminder' }

function exempt(db: BranchDatabase, memberId: MemberId, from: string, until: string | null) {
  db.write(() =>
    db.orm
      .insert(duesExemption)
      .values({ id: newId(duesExemptionIdSchema), memberId, from, until, reason: '病假' })
      .run(),
  )
}

describe('the list of arrears', () => {
  it('shows who owes, since when and how long in a row, by group, length and month', async () => {
    using branch = openArrears()
    const first = branch.addMember('钱一', { department: '一分会', unionGroup: '一组' })
    branch.addMember('孙二', { department: '二分会' })
    await branch.chargeMonths(5)
    await branch.pay(first, 3600, '2026-03-05')
    expect((await branch.list()).rows).toMatchObject([
      {
        name: '孙二',
        owed: 6000,
        since: '2026-01',
        until: '2026-05',
        months: 5,
        row: 5,
        band: 'notice',
        due: 'notice',
      },
      { name: '钱一', owed: 2400, since: '2026-04', months: 2, row: 2, band: 'short', due: null },
    ])
    const overview = await branch.client.dues.arrears.overview()
    expect(overview).toMatchObject({
      total: { members: 2, amount: 8400 },
      groups: [
        { department: '二分会', unionGroup: null, members: 1, amount: 6000 },
        { department: '一分会', unionGroup: '一组', members: 1, amount: 2400 },
      ],
      due: [{ due: 'notice', members: 1 }],
      apart: [],
    })
    expect(overview.months.at(-1)).toEqual({ month: '2026-05', members: 2, amount: 2400 })
    expect(overview.bands.filter(({ members: count }) => count > 0).map(({ band }) => band)).toEqual([
      'short',
      'notice',
    ])
    expect((await branch.list({ ...page, department: '二分会' })).rows.map(({ name }) => name)).toEqual(['孙二'])
    expect(await branch.list({ ...page, month: january })).toMatchObject({ total: 1, owed: 6000 })
    expect(await branch.list({ ...page, unionGroup: '', search: '孙' })).toMatchObject({ total: 1 })
    expect(await branch.client.dues.arrears.balances()).toEqual({ members: 2, amount: 8400 })
  })

  it('never lists as late who is exempt, disputed months, months to come and who left', async () => {
    using branch = openArrears()
    const { db } = branch
    const [sick, kept, disputing, gone] = ['病一', '留二', '争三', '走四'].map((name) => branch.addMember(name))
    if (sick === undefined || kept === undefined || disputing === undefined || gone === undefined) throw new Error()
    await branch.chargeMonths(4)
    exempt(db, sick, '2026-01', null)
    db.write(() => {
      for (const [memberId, type, date] of [
        [kept, 'keeping', '2026-01-15'],
        [gone, 'transferOut', '2026-05-01'],
      ] as const) {
        db.orm
          .insert(membershipEvent)
          .values({ id: newId(membershipEventIdSchema), memberId, type, date, recordedAt: now() })
          .run()
      }
      for (let place = 0; place < 4; place++) {
        db.orm
          .insert(duesDispute)
          .values({
            id: newId(duesDisputeIdSchema),
            memberId: disputing,
            month: addMonths(january, place),
            reason: '工资条上已扣',
            openedOn: '2026-05-02',
          })
          .run()
      }
    })
    expect(await branch.list()).toMatchObject({ total: 0, owed: 0 })
    expect((await branch.client.dues.arrears.overview()).apart).toEqual([
      { standing: 'disputed', members: 1, amount: 4800 },
      { standing: 'exempt', members: 2, amount: 9600 },
      { standing: 'left', members: 1, amount: 4800 },
    ])
    expect((await branch.list({ ...page, standing: 'exempt' })).rows.map(({ name }) => name).sort()).toEqual(
      ['病一', '留二'].sort(),
    )
    const all = [sick, kept, disputing, gone]
    expect(await branch.take(all, reminder, '2026-06-10')).toMatchObject({
      batchId: null,
      taken: [],
      leftOut: [
        { name: '病一', why: 'exempt' },
        { name: '留二', why: 'exempt' },
        { name: '争三', why: 'disputed' },
        { name: '走四', why: 'left' },
      ],
    })
    expect((await branch.client.batches.list(page)).rows.map(({ kind }) => kind)).not.toContain('arrears')
  })

  it('shows apart what the employer holds, of which the members owe nothing', async () => {
    using branch = openArrears()
    const { db } = branch
    const memberId = branch.addMember('钱一')
    await branch.chargeMonths(1)
    const payrollListId = newId(payrollListIdSchema)
    db.writeBatch({ kind: 'payroll', title: '代扣' }, (batchId) => {
      db.orm
        .insert(payrollList)
        .values({
          id: payrollListId,
          title: '代扣',
          from: '2026-01',
          until: '2026-01',
          deductedOn: '2026-01-15',
          expected: 1200,
          // A line of somebody whom nobody knows is not entered, and so not asked for.
          deducted: 1500,
        })
        .run()
      const amount = fenSchema.parse(-1200)
      const paid = { method: 'payroll', paidOn: day('2026-01-15'), payrollListId } as const
      duesEntryQueries(db).insertEntry(newEntry({ memberId, kind: 'payment', amount, batchId, ...paid }))
      return { count: 1, result: null }
    })
    expect((await branch.client.dues.arrears.overview()).held).toEqual({ lists: 1, amount: 1200 })
    expect(await branch.list()).toMatchObject({ total: 0 })
  })

  it('follows every payment, exemption and reversal at once', async () => {
    using branch = openArrears()
    const first = branch.addMember('钱一')
    await branch.chargeMonths(3)
    const owed = async () => (await branch.list()).owed
    expect(await owed()).toBe(3600)
    const { batchId } = await branch.pay(first, 1200)
    expect(await owed()).toBe(2400)
    await branch.client.batches.undo({ id: batchId })
    expect(await owed()).toBe(3600)
    exempt(branch.db, first, '2026-02', '2026-02')
    expect(await owed()).toBe(2400)
  })
})

describe('a reminder', () => {
  it('is refused while a hand-over or a deduction list of that time is not entered', async () => {
    using branch = openArrears()
    const { db } = branch
    const first = branch.addMember('钱一')
    await branch.chargeMonths(4)
    const id = newId(handOverIdSchema)
    db.orm.insert(handOverDraft).values({ id, content: '{}', updatedAt: now() }).run()
    db.orm
      .insert(payrollImport)
      .values({
        id: newId(payrollListIdSchema),
        fileName: '代扣.xlsx',
        fileHash: '0',
        from: '2026-05',
        until: '2026-05',
        deductedOn: '2026-06-08',
        createdAt: now(),
      })
      .run()
    await expect(branch.take([first], reminder, '2026-06-10')).rejects.toMatchObject({
      code: 'PAYMENTS_NOT_ENTERED',
      data: { handOvers: 1, lists: 1 },
    })
    db.orm.delete(handOverDraft).run()
    await expect(branch.take([first], reminder, '2026-06-10')).rejects.toMatchObject({
      data: { handOvers: 0, lists: 1 },
    })
    expect((await branch.of(first)).steps).toEqual([])
    expect((await branch.take([first], reminder, '2026-06-07')).taken).toEqual([first])
  })

  it('is for what is really open, and leaves out by name who paid meanwhile', async () => {
    using branch = openArrears()
    const [first, second] = [branch.addMember('钱一'), branch.addMember('孙二')]
    await branch.chargeMonths(4)
    await branch.pay(first, 1800)
    await branch.pay(second, 4800)
    const { taken, leftOut } = await branch.take([first, second], reminder, '2026-06-10')
    expect(taken).toEqual([first])
    expect(leftOut).toEqual([{ memberId: second, name: '孙二', why: 'paid' }])
    expect((await branch.of(first)).steps).toMatchObject([
      { kind: 'reminder', since: '2026-02', months: 3, owed: 3000, enteredUntil: '2026-06-10' },
    ])
    const papers = await branch.client.dues.arrears.notices({ kind: 'reminder', memberIds: [first, second] })
    expect(papers).toMatchObject({
      unionName: '云溪机械厂工会委员会',
      total: 1,
      notices: [{ name: '钱一', owed: 3000, months: [{ month: '2026-02', charged: 1200, open: 600 }, {}, {}] }],
      leftOut: [{ name: '孙二', why: 'paid' }],
    })
  })

  it('is taken back with its batch', async () => {
    using branch = openArrears()
    const first = branch.addMember('钱一')
    await branch.chargeMonths(4)
    expect((await branch.of(first)).debtor.due).toBe('reminder')
    const { batchId } = await branch.take([first], reminder, '2026-06-10')
    expect((await branch.of(first)).debtor).toMatchObject({ due: null, last: { kind: 'reminder', on: '2026-06-10' } })
    if (batchId === null) throw new Error('No batch')
    await branch.client.batches.undo({ id: batchId })
    expect((await branch.of(first)).debtor).toMatchObject({ due: 'reminder', last: null })
  })
})

describe('the course of the charter', () => {
  it('goes from the reminder to the decision and never touches the membership', async () => {
    using branch = openArrears()
    const { client, db } = branch
    const first = branch.addMember('钱一')
    await branch.chargeMonths(6)
    const activityId = newId(activityIdSchema)
    db.write(() => {
      db.orm
        .insert(activity)
        .values({ id: activityId, title: '春游', type: 'outing', startsOn: '2026-04-10', endsOn: '2026-04-10' })
        .run()
      db.orm
        .insert(participation)
        .values({ id: newId(participationIdSchema), activityId, memberId: first, attendance: 'present' })
        .run()
    })
    const due = async () => (await branch.of(first)).debtor.due
    moveTo('2026-04-02')
    expect(await due()).toBe('reminder')
    await branch.take([first], reminder, '2026-04-02', '组长')
    expect(await due()).toBeNull()
    moveTo('2026-06-02')
    expect(await due()).toBe('notice')
    expect((await branch.take([first], { kind: 'committeeList' }, '2026-06-02')).leftOut).toMatchObject([
      { why: 'noTalk' },
    ])
    await branch.take([first], { kind: 'notice' }, '2026-06-02')
    expect(await due()).toBe('talk')
    await branch.take([first], { kind: 'talk', reason: '长期出差' }, '2026-06-08', '主席')
    expect(await due()).toBeNull()
    moveTo('2026-07-02')
    expect(await due()).toBe('committeeList')
    const decision: ArrearsAct = { kind: 'decision', decision: 'leave', document: '委员会 2026 年第 3 次会议纪要' }
    expect((await branch.take([first], decision, '2026-07-02')).leftOut).toMatchObject([{ why: 'notListed' }])
    await branch.take([first], { kind: 'committeeList' }, '2026-07-02')
    expect(await due()).toBe('decision')
    await branch.take([first], decision, '2026-07-10')
    const { steps, debtor, activities, isStricter } = await branch.of(first)
    expect(debtor).toMatchObject({ due: 'withdrawal', standing: 'owes', row: 6 })
    expect(steps.map(({ kind }) => kind)).toEqual(['decision', 'committeeList', 'talk', 'notice', 'reminder'])
    expect(steps[0]).toMatchObject({
      decision: 'leave',
      document: '委员会 2026 年第 3 次会议纪要',
      owed: 7200,
      months: 6,
    })
    expect(steps[2]).toMatchObject({ by: '主席', reason: '长期出差' })
    expect(activities).toMatchObject([{ title: '春游' }])
    expect(isStricter).toBe(false)
    const { member, events } = await client.members.get({ id: first })
    expect(member.status).toBe('active')
    expect(events.map(({ type }) => type)).toEqual(['admission'])
  })

  it('follows a rule of the branch from its month on, beside which the charter stands', async () => {
    using branch = openArrears()
    const first = branch.addMember('钱一')
    await branch.chargeMonths(2)
    expect((await branch.of(first)).debtor.due).toBeNull()
    const rule = await branch.client.dues.arrears.rules.add({
      validFrom: monthSchema.parse('2026-06'),
      reminderMonths: 2,
      noticeMonths: 3,
      listMonths: 4,
      partialPayment: 'continues',
      decision: '第三次会员大会',
    })
    expect(await branch.of(first)).toMatchObject({ debtor: { due: 'reminder', band: 'reminder' }, isStricter: true })
    expect(await branch.client.dues.arrears.rules.list()).toEqual([rule])
    await branch.client.dues.arrears.rules.remove({ id: rule.id })
    expect((await branch.of(first)).debtor.due).toBeNull()
    await expect(branch.client.dues.arrears.rules.remove({ id: rule.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the sheet of arrears', () => {
  it('holds the members by group with sums that recompute', async () => {
    using branch = openArrears()
    branch.addMember('钱一', { department: '一分会' })
    branch.addMember('孙二', { department: '二分会' })
    await expect(collect(branch)).rejects.toMatchObject({ code: 'NOTHING_TO_REPORT' })
    await branch.chargeMonths(4)
    branch.host.savePath = path.join(branch.folder, '欠缴.xlsx')
    expect(await collect(branch)).toContainEqual({ kind: 'result', result: { fileName: '欠缴.xlsx', rows: 2 } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(branch.host.savePath)
    const rows = workbook.worksheets[0]?.getSheetValues() ?? []
    const text = JSON.stringify(rows)
    expect(text).toContain('钱一')
    expect(text).toContain('SUBTOTAL')
    expect(text).toContain('"result":96')
  })

  async function collect({ client }: ReturnType<typeof openArrears>) {
    const events = []
    for await (const event of await client.dues.arrears.save({})) events.push(event)
    return events
  }
})
