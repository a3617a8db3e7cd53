import ExcelJS from 'exceljs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { previewCharges } from '../../electron/backend/dues/charges/preview'
import { tasksOf } from '../../electron/backend/home/tasks'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { payrollQueries } from '../../db/queries/dues/payroll'
import { daySchema, monthSchema } from '../../shared/model/date'
import type { MemberId, PayrollListId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { allocate } from '../../shared/rules/dues/allocation'
import { insertMember, insertMembershipEvent, openTestBranch, temporaryFolder } from '../fixtures/branch'
import {
  charge,
  chargeSample,
  fenOf,
  fileOf,
  payrollClient,
  recordSample,
  sampleFile,
  sampleLines,
  sampleTotal,
} from '../fixtures/payroll'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf } from '../fixtures/roster-client'

let removeWorker: () => void
beforeAll(async () => {
  removeWorker = await bundleReaderWorker()
})
afterAll(() => removeWorker())

const may = monthSchema.parse('2025-05')
const june = monthSchema.parse('2025-06')
const july = monthSchema.parse('2025-07')
const payday = daySchema.parse('2025-06-25')
const page = { offset: 0, limit: 200 }

type Client = ReturnType<typeof payrollClient>

async function read(client: Client, file: File): Promise<PayrollListId> {
  const result = await resultOf(client.dues.payroll.read({ file, sheets: null }))
  if (result.kind !== 'read') throw new Error('The list was not read')
  return result.id
}

const persons = (
  client: Client,
  id: PayrollListId,
  show: 'matched' | 'amountChanged' | 'missing' | 'unknown' | 'left',
) => client.dues.payroll.persons({ id, show, ...page })

function openSample() {
  const branch = openTestBranch()
  const { db } = branch
  const client = payrollClient(db)
  const members = recordSample(db)
  return { db, client, members, [Symbol.dispose]: () => branch[Symbol.dispose]() }
}

function memberOf(members: ReadonlyMap<string, MemberId>, staffNumber: string): MemberId {
  const id = members.get(staffNumber)
  if (id === undefined) throw new Error('No such member')
  return id
}

/** The rows of a workbook's first sheet as texts and numbers, formulas as they are written. */
async function cellsOf(file: string): Promise<(string | number)[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const rows: (string | number)[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: (string | number)[] = []
    row.eachCell({ includeEmpty: true }, ({ value, formula }) => {
      cells.push(formula ? `=${formula}` : typeof value === 'number' || typeof value === 'string' ? value : '')
    })
    rows.push(cells)
  })
  return rows
}

const ledger = (db: BranchDatabase, id: MemberId) => duesEntryQueries(db).ledger(id)
const balance = (db: BranchDatabase, id: MemberId) => duesEntryQueries(db).balance.get(id)

describe('reading a deduction list', () => {
  it('keeps every line of the sample, its months and the total it states', async () => {
    using branch = openSample()
    const { client } = branch
    const id = await read(client, sampleFile())
    const list = await client.dues.payroll.get({ id })
    expect(list).toMatchObject({
      from: june,
      until: june,
      deductedOn: '2025-06-30',
      lines: sampleLines.length,
      isPosted: false,
      figures: { deducted: sampleTotal, booked: 0, received: 0 },
    })
    expect(list.warnings).toContainEqual({ kind: 'nothingCharged' })
    expect(list.warnings.map(({ kind }) => kind)).not.toContain('otherTotal')
    expect(list.sheets[0]?.columns).toContainEqual({ letter: 'H', heading: '扣工会会费', field: 'duesAmount' })
  })

  it('knows a file again and reads it no second time', async () => {
    using branch = openSample()
    const { client } = branch
    const id = await read(client, sampleFile())
    const again = await resultOf(client.dues.payroll.read({ file: sampleFile('副本.xlsx'), sheets: null }))
    expect(again).toEqual({ kind: 'read', id, isKnown: true })
    expect(await client.dues.payroll.lists(page)).toMatchObject({ total: 1 })
  })

  it('asks which sheets are meant where they are of different months, and reads each month once', async () => {
    using branch = openSample()
    const { client } = branch
    const rows = (title: string) => [
      [title],
      ['姓名', '部门', '扣工会会费'],
      ['郝健栋', '生产部', 27.3],
      ['何慧萍', '生产部', 40.9],
    ]
    const file = () => fileOf({ '5月': rows('2025年5月代扣'), '6月': rows('2025年6月代扣') }, '2025年代扣.xlsx')
    const asked = await resultOf(client.dues.payroll.read({ file: file(), sheets: null }))
    if (asked.kind !== 'choose') throw new Error('It should ask')
    expect(asked.reason).toBe('severalMonths')
    const chosen = (name: string) =>
      asked.sheets.map((sheet) => ({
        name: sheet.name,
        use: sheet.name === name,
        headerRows: sheet.headerRows,
        hiddenRows: true,
        fields: Object.fromEntries(
          sheet.columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field]])),
        ),
      }))
    const ofMay = await resultOf(client.dues.payroll.read({ file: file(), sheets: chosen('5月') }))
    const ofJune = await resultOf(client.dues.payroll.read({ file: file(), sheets: chosen('6月') }))
    if (ofMay.kind !== 'read' || ofJune.kind !== 'read') throw new Error('Both are read')
    expect(ofMay.id).not.toBe(ofJune.id)
    expect(await client.dues.payroll.get({ id: ofMay.id })).toMatchObject({ from: may, until: may, lines: 2 })
    expect(await client.dues.payroll.get({ id: ofJune.id })).toMatchObject({ from: june, until: june, lines: 2 })
  })

  it('asks which column holds the amounts where none says so', async () => {
    using branch = openSample()
    const { client } = branch
    const file = () =>
      fileOf(
        {
          表1: [
            ['姓名', '部门', '某某'],
            ['郝健栋', '生产部', 27.3],
            ['何慧萍', '生产部', 40.9],
          ],
        },
        '名单.xlsx',
      )
    const asked = await resultOf(client.dues.payroll.read({ file: file(), sheets: null }))
    expect(asked).toMatchObject({ kind: 'choose', reason: 'noAmounts' })
    const sheets = [
      {
        name: '表1',
        use: true,
        headerRows: [1],
        hiddenRows: true,
        fields: { 0: 'name', 1: 'department', 2: 'duesAmount' } as const,
      },
    ]
    const result = await resultOf(client.dues.payroll.read({ file: file(), sheets }))
    expect(result.kind).toBe('read')
    // The answer is remembered for later files with these headings.
    const later = fileOf(
      {
        表1: [
          ['姓名', '部门', '某某'],
          ['郝健栋', '生产部', 30],
        ],
      },
      '名单2.xlsx',
    )
    expect(await resultOf(client.dues.payroll.read({ file: later, sheets: null }))).toMatchObject({ kind: 'read' })
  })

  it('keeps a line whose amount cannot be read until somebody says it', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    const hao = memberOf(members, '000101')
    charge(db, june, [[hao, 2730]])
    const file = fileOf(
      {
        表: [
          ['人员编号', '姓名', '扣工会会费'],
          ['000101', '郝健栋', '二十七块三'],
        ],
      },
      '2025年6月.xlsx',
    )
    const id = await read(client, file)
    const { rows } = await persons(client, id, 'unknown')
    expect(rows).toMatchObject([
      { memberId: hao, doubt: 'unreadable', lines: [{ amountText: '二十七块三', amount: 0 }] },
    ])
    const lineId = rows[0]?.lines[0]?.id
    if (lineId === undefined) throw new Error('A line')
    await client.dues.payroll.setAmount({ lineId, amount: fenSchema.parse(2730) })
    expect((await persons(client, id, 'matched')).total).toBe(1)
  })
})

describe('the five baskets and four numbers', () => {
  it('sum up the sample and explain every difference', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    chargeSample(db, members, june)
    const absent = db.write(() => insertMember(db, { name: '未扣之人', staffNumber: '000999', department: '行政部' }))
    charge(db, june, [[absent, 1500]])
    db.write(() => insertMembershipEvent(db, memberOf(members, '000191'), 'transferOut'))
    const id = await read(client, sampleFile())
    const { figures, baskets, differences, toPost } = await client.dues.payroll.get({ id })
    expect(figures).toEqual({
      // The person with a correction line was charged 27.45 and stands there with nothing in the end.
      expected: sampleTotal + 2745 + 1500,
      deducted: sampleTotal,
      received: 0,
      booked: 0,
      held: 0,
    })
    expect(baskets).toEqual({
      matched: { people: 34, amount: sampleTotal - 3080 },
      amountChanged: { people: 1, amount: 0 },
      missing: { people: 1, amount: 1500 },
      unknown: { people: 0, amount: 0 },
      left: { people: 1, amount: 3080 },
    })
    const together = (parts: readonly { readonly amount: number }[]) =>
      parts.reduce((sum, { amount }) => sum + amount, 0)
    expect(together(differences.deducted)).toBe(figures.deducted - figures.expected)
    expect(together(differences.booked)).toBe(figures.booked - figures.deducted)
    expect(differences.deducted).toEqual([
      { kind: 'less', people: 1, amount: -2745 },
      { kind: 'missing', people: 1, amount: -1500 },
    ])
    expect(toPost).toEqual({ people: 34, amount: sampleTotal - 3080 })
    const changed = await persons(client, id, 'amountChanged')
    expect(changed.rows).toMatchObject([
      { name: '邱浩刚', open: 2745, deducted: 0, lines: [{ amount: 2745 }, { amount: -2745, remark: '冲回上月多扣' }] },
    ])
  })

  it('guess nobody: two of one name, or a number of somebody else, are asked about, and the answer stays', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const client = payrollClient(db)
    const [one, other, third] = db.write(() => [
      insertMember(db, { name: '罗鹏', department: '生产部' }),
      insertMember(db, { name: '罗鹏', department: '生产部' }),
      insertMember(db, { name: '郝健栋', staffNumber: '000101' }),
    ])
    const file = fileOf(
      {
        表: [
          ['人员编号', '姓名', '部门', '扣工会会费'],
          [null, '罗鹏', '生产部', 20],
          ['000101', '郝健梁', '生产部', 30],
        ],
      },
      '2025年6月.xlsx',
    )
    charge(db, june, [
      [one, 2000],
      [other, 2000],
      [third, 3000],
    ])
    const id = await read(client, file)
    const { rows } = await persons(client, id, 'unknown')
    expect(rows.map(({ doubt, memberId }) => [doubt, memberId])).toEqual([
      ['namesakes', null],
      ['otherName', null],
    ])
    await expect(client.dues.payroll.post({ id })).rejects.toMatchObject({ code: 'PAYROLL_NOT_POSTABLE' })
    const lineId = rows[0]?.lines[0]?.id
    if (lineId === undefined) throw new Error('A line')
    const candidates = await client.dues.payroll.candidates({ lineId })
    expect(new Set(candidates.map(({ memberId }) => memberId))).toEqual(new Set([one, other]))
    await client.dues.payroll.choose({ id, lineIds: [lineId], memberId: other })
    expect((await persons(client, id, 'matched')).rows).toMatchObject([{ memberId: other, matchedBy: 'chosen' }])
    await client.dues.payroll.post({ id })
    expect([balance(db, one), balance(db, other), balance(db, third)]).toEqual([2000, 0, 3000])
  })
})

describe('posting a list', () => {
  it('pays the months of the list as one batch, is undone whole and posted again', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    chargeSample(db, members, may)
    chargeSample(db, members, june)
    const id = await read(client, sampleFile())
    const posted = await client.dues.payroll.post({ id })
    const people = members.size - 1
    expect(posted).toMatchObject({ people, amount: sampleTotal })
    const hao = memberOf(members, '000101')
    const [line] = ledger(db, hao).filter(({ kind }) => kind === 'payment')
    expect(line).toMatchObject({
      amount: -2730,
      method: 'payroll',
      payrollListId: id,
      paidOn: '2025-06-30',
      chosenMonths: [{ month: june, amount: 2730 }],
    })
    // May, which is older, stays open: the list is June's.
    expect(allocate(ledger(db, hao)).since).toBe(may)
    const list = await client.dues.payroll.get({ id })
    expect(list).toMatchObject({
      isPosted: true,
      figures: { expected: sampleTotal + 2745, deducted: sampleTotal, booked: sampleTotal, held: sampleTotal },
      toPost: { people: 0 },
    })
    await expect(client.dues.payroll.post({ id })).rejects.toMatchObject({ code: 'PAYROLL_NOT_POSTABLE' })
    await expect(client.dues.payroll.discard({ id })).rejects.toMatchObject({ code: 'PAYROLL_POSTED' })
    const again = await resultOf(client.dues.payroll.read({ file: sampleFile(), sheets: null }))
    expect(again).toEqual({ kind: 'read', id, isKnown: true })

    const before = ledger(db, hao).length
    expect(await client.batches.undo({ id: posted.batchId })).toMatchObject({ undone: people, kept: { total: 0 } })
    expect(balance(db, hao)).toBe(2 * 2730)
    expect(ledger(db, hao)).toHaveLength(before + 1)
    expect(await client.dues.payroll.get({ id })).toMatchObject({ isPosted: false, figures: { booked: 0, held: 0 } })
    await client.dues.payroll.setMonths({ id, from: june, until: june, deductedOn: payday })
    expect(await client.dues.payroll.post({ id })).toMatchObject({ people, amount: sampleTotal })
    expect(balance(db, hao)).toBe(2730)
    expect(await client.dues.payroll.get({ id })).toMatchObject({ figures: { expected: sampleTotal + 2745 } })
  })

  it('enters a differing amount only where somebody said so: less leaves the rest open, more is carried', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    const [hao, he, tang] = ['000101', '000104', '000107'].map((number) => memberOf(members, number))
    if (hao === undefined || he === undefined || tang === undefined) throw new Error('Members of the sample')
    charge(db, june, [
      [hao, 3000],
      [he, 4000],
      [tang, 2500],
    ])
    const id = await read(client, sampleFile())
    await client.dues.payroll.decide({ id, basket: 'amountChanged', keys: [hao, he], decision: 'post' })
    await client.dues.payroll.decide({ id, basket: 'amountChanged', keys: [tang], decision: 'leaveOut' })
    expect(await client.dues.payroll.post({ id })).toMatchObject({ people: 2, amount: 2730 + 4090 })
    expect([balance(db, hao), balance(db, he), balance(db, tang)]).toEqual([270, -90, 2500])
    const { differences } = await client.dues.payroll.get({ id })
    expect(differences.booked).toContainEqual({ kind: 'leftOut', people: 1, amount: -2520 })
  })

  it('posts later what is decided later, each only once', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    const [hao, he] = ['000101', '000104'].map((number) => memberOf(members, number))
    if (hao === undefined || he === undefined) throw new Error('Members of the sample')
    charge(db, june, [
      [hao, 2730],
      [he, 4000],
    ])
    const id = await read(client, sampleFile())
    expect(await client.dues.payroll.post({ id })).toMatchObject({ people: 1, amount: 2730 })
    await client.dues.payroll.decide({ id, basket: 'amountChanged', keys: [he], decision: 'post' })
    expect(await client.dues.payroll.post({ id })).toMatchObject({ people: 1, amount: 4090 })
    expect([balance(db, hao), balance(db, he)]).toEqual([0, -90])
    expect(await client.dues.payroll.get({ id })).toMatchObject({ figures: { booked: 6820, held: 6820 } })
  })

  it('pays of who has left only old debts', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    const [hao, he] = ['000101', '000104'].map((number) => memberOf(members, number))
    if (hao === undefined || he === undefined) throw new Error('Members of the sample')
    charge(db, may, [[hao, 1000]])
    db.write(() => [hao, he].forEach((id) => insertMembershipEvent(db, id, 'withdrawal')))
    const id = await read(client, sampleFile())
    expect((await persons(client, id, 'left')).rows.map(({ balance: owed }) => owed)).toEqual([1000, 0])
    await client.dues.payroll.decide({ id, basket: 'left', keys: null, decision: 'post' })
    expect(await client.dues.payroll.post({ id })).toMatchObject({ people: 1, amount: 1000 })
    expect([balance(db, hao), balance(db, he)]).toEqual([0, 0])
  })

  it('is refused where the month is closed, the day is to come or the sum is below zero; nothing is written', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    chargeSample(db, members, june)
    const id = await read(client, sampleFile())
    await client.dues.payroll.setMonths({ id, from: june, until: june, deductedOn: daySchema.parse('2999-01-01') })
    await expect(client.dues.payroll.post({ id })).rejects.toMatchObject({ data: { obstacle: 'future' } })
    const file = fileOf(
      {
        表: [
          ['人员编号', '姓名', '扣工会会费'],
          ['000101', '郝健栋', 27.3],
          ['000104', '何慧萍', -99],
        ],
      },
      '2025年6月.xlsx',
    )
    const negative = await read(client, file)
    expect((await client.dues.payroll.get({ id: negative })).warnings).toContainEqual({ kind: 'negativeTotal' })
    await expect(client.dues.payroll.post({ id: negative })).rejects.toMatchObject({
      data: { obstacle: 'negativeTotal' },
    })
    expect(balance(db, memberOf(members, '000101'))).toBe(2730)
    expect(await client.dues.payroll.lists(page)).toMatchObject({ held: 0 })
  })
})

describe('before posting', () => {
  it('a list of other months, a month covered already and amounts of another month are told', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    for (const month of [may, june, july]) chargeSample(db, members, month)
    const id = await read(client, sampleFile())
    await client.dues.payroll.setMonths({ id, from: may, until: may, deductedOn: payday })
    const kinds = async (of: PayrollListId) =>
      (await client.dues.payroll.get({ id: of })).warnings.map(({ kind }) => kind)
    expect(await kinds(id)).toContain('otherMonths')
    await client.dues.payroll.setMonths({ id, from: june, until: june, deductedOn: payday })
    expect(await kinds(id)).not.toContain('otherMonths')
    await client.dues.payroll.post({ id })

    const rows = [
      ['人员编号', '姓名', '扣工会会费'],
      ...sampleLines.map((line) => [line.staffNumber, line.name, line.duesAmount]),
    ]
    const copy = await read(client, fileOf({ 表: rows }, '代扣.xlsx'))
    await client.dues.payroll.setMonths({ id: copy, from: june, until: june, deductedOn: payday })
    expect(await kinds(copy)).toContain('covered')
    await client.dues.payroll.setMonths({ id: copy, from: july, until: july, deductedOn: payday })
    expect(await kinds(copy)).toContain('sameAmounts')
    expect(await kinds(copy)).not.toContain('covered')
  })

  it('absurd amounts and a total that does not agree are told', async () => {
    using branch = openSample()
    const { client } = branch
    const file = fileOf(
      {
        表: [
          ['人员编号', '姓名', '扣工会会费'],
          ['000101', '郝健栋', 27300],
          ['000104', '何慧萍', 40.9],
          ['合计', null, 68.2],
        ],
      },
      '2025年6月.xlsx',
    )
    const { warnings } = await client.dues.payroll.get({ id: await read(client, file) })
    expect(warnings).toContainEqual({ kind: 'absurd', lines: 1 })
    expect(warnings).toContainEqual({ kind: 'otherTotal', stated: 6820, sum: 2734090 })
  })
})

describe('remittances', () => {
  it('take off what the employer holds, in parts, and are taken back by their opposite', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    chargeSample(db, members, june)
    const id = await read(client, sampleFile())
    const { batchId } = await client.dues.payroll.post({ id })
    expect(await client.dues.payroll.lists(page)).toMatchObject({ held: sampleTotal })
    const first = await client.dues.payroll.remit({ id, amount: fenOf(600), receivedOn: payday, note: '第一笔' })
    await expect(
      client.dues.payroll.remit({ id, amount: fenSchema.parse(sampleTotal), receivedOn: payday, note: null }),
    ).rejects.toMatchObject({ code: 'REMITTANCE_TOO_LARGE', data: { held: sampleTotal - 60_000 } })
    expect(await client.dues.payroll.get({ id })).toMatchObject({
      figures: { received: 60_000, held: sampleTotal - 60_000 },
      remittances: [{ amount: 60_000, isReversed: false, note: '第一笔' }],
    })
    // Nobody owes anything for what the employer still holds.
    expect(balance(db, memberOf(members, '000101'))).toBe(0)
    await expect(client.batches.undo({ id: batchId })).rejects.toMatchObject({ code: 'PAYROLL_RECEIVED' })
    expect(await client.batches.undoPreview({ id: first.batchId })).toMatchObject({ additions: 1 })
    await client.batches.undo({ id: first.batchId })
    expect(await client.dues.payroll.get({ id })).toMatchObject({
      figures: { received: 0, held: sampleTotal },
      remittances: [{ amount: 60_000, isReversed: true }, { amount: -60_000 }],
    })
    await client.batches.undo({ id: batchId })
    expect(await client.dues.payroll.lists(page)).toMatchObject({ held: 0 })
  })

  it('are asked for at home when they are long overdue, and so are lists that nobody posted', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    chargeSample(db, members, june)
    const id = await read(client, sampleFile())
    const today = daySchema.parse('2025-08-15')
    const charges = await previewCharges(db, { from: june, until: june })
    const tasks = () => tasksOf(db, today, charges, true).filter(({ kind }) => /Payroll/.test(kind))
    expect(tasks()).toEqual([{ kind: 'finishPayroll', id, fileName: '2025年6月代扣.xlsx', rows: sampleLines.length }])
    await client.dues.payroll.post({ id })
    expect(tasks()).toEqual([{ kind: 'heldPayroll', id, title: '2025年6月代扣', held: sampleTotal, days: 46 }])
    await client.dues.payroll.remit({ id, amount: fenSchema.parse(sampleTotal), receivedOn: payday, note: null })
    expect(tasks()).toEqual([])
  })
})

describe('what goes to the finance office', () => {
  it('is a deduction list with its total as a formula, and a note of what differs', async () => {
    using branch = openSample()
    using place = temporaryFolder()
    const { client, db, members } = branch
    chargeSample(db, members, june)
    client.host.savePath = path.join(place.folder, '代扣清单.xlsx')
    const span = { from: june, until: june }
    const saved = await resultOf(client.dues.payroll.saveDeductions({ ...span, language: 'zh-CN' }))
    expect(saved).toEqual({ fileName: '代扣清单.xlsx', rows: members.size })
    const list = await cellsOf(path.join(place.folder, '代扣清单.xlsx'))
    expect(list).toContainEqual(['000101', '郝健栋', '生产部', '2025-06', 27.3])
    expect(list.find(([first]) => first === '合计')?.at(-1)).toMatch(/^=SUBTOTAL/)

    const absent = db.write(() => insertMember(db, { name: '未扣之人', department: '行政部' }))
    charge(db, june, [[absent, 1500]])
    db.write(() => insertMembershipEvent(db, memberOf(members, '000101'), 'transferOut'))
    client.host.savePath = path.join(place.folder, '说明.xlsx')
    const id = await read(client, sampleFile())
    await resultOf(client.dues.payroll.saveNote({ id, language: 'zh-CN' }))
    const note = await cellsOf(path.join(place.folder, '说明.xlsx'))
    // A line of a person has a department; titles, totals and headings have none or another.
    const departments = new Set(sampleLines.map(({ department }) => department))
    const people = note.filter(([, , , department]) => departments.has(String(department)))
    expect(
      people.map(([what, , name, , open, deducted, difference]) => [what, name, open, deducted, difference]),
    ).toEqual([
      ['已不是会员', '郝健栋', 27.3, 27.3, expect.stringMatching(/^=F\d+-E\d+$/)],
      ['名单上没有', '未扣之人', 15, 0, expect.stringMatching(/^=F\d+-E\d+$/)],
      ['金额与应扣不同', '邱浩刚', 27.45, 0, expect.stringMatching(/^=F\d+-E\d+$/)],
    ])
    // Nobody asks to deduct from who has left.
    expect(await client.dues.payroll.deductions({ ...span, ...page })).toMatchObject({ total: members.size })
    await expect(
      resultOf(client.dues.payroll.saveDeductions({ from: july, until: july, language: 'en' })),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_DEDUCT' })
  })
})

describe('disputes', () => {
  it('are opened once a month, kept from the deduction list, closed with their outcome and undone', async () => {
    using branch = openSample()
    const { client, db, members } = branch
    const hao = memberOf(members, '000101')
    charge(db, may, [[hao, 2730]])
    charge(db, june, [[hao, 2730]])
    const reason = '单位说已扣，名单上没有'
    const opened = await client.dues.disputes.open({ memberIds: [hao], months: [june], payrollListId: null, reason })
    await expect(
      client.dues.disputes.open({ memberIds: [hao], months: [june], payrollListId: null, reason }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_DISPUTE' })
    expect(payrollQueries(db).openDisputes.all(hao)).toEqual([june])
    expect((await client.dues.payroll.deductions({ from: may, until: june, ...page })).rows).toMatchObject([
      { memberId: hao, months: [{ month: may, amount: 2730 }], amount: 2730 },
    ])
    const list = await client.dues.disputes.list({ isOpen: true, ...page })
    expect(list.rows).toMatchObject([{ name: '郝健栋', month: june, reason }])
    const ids = list.rows.map(({ id }) => id)
    const closed = await client.dues.disputes.close({ ids, outcome: '单位已补扣' })
    expect(payrollQueries(db).openDisputes.all(hao)).toEqual([])
    await client.batches.undo({ id: closed.batchId })
    expect(payrollQueries(db).openDisputes.all(hao)).toEqual([june])
    await client.batches.undo({ id: opened.batchId })
    expect(await client.dues.disputes.list({ isOpen: true, ...page })).toMatchObject({ total: 0 })
  })
})
