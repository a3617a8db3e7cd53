import { beforeAll, describe, expect, it } from 'vitest'
import { partialDateSchema } from '../../shared/model/date'
import type { MemberFields } from '../../shared/model/member'
import type { RosterChoices, RosterDecision, RosterImport, RowRepairs } from '../../shared/model/roster'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

const HEADER = ['姓名', '性别', '出生日期', '身份证号码', '手机号码', '部门', '民族', '住址'] as const
type Line = Partial<Record<(typeof HEADER)[number], string>>
const ZHANG = '110105194912310011'
const LI = '11010519491231002X'

function setUp({ db }: TestBranch) {
  const { roster } = rosterClient(db)
  const read = (...lines: readonly Line[]) =>
    resultOf(
      roster.read({ file: rosterFile([HEADER, ...lines.map((line) => HEADER.map((key) => line[key] ?? null))]) }),
    )
  const place = ({ id }: RosterImport, row: number) => ({ id, sheet: '名册', row })
  return {
    db,
    roster,
    read,
    row: (found: RosterImport, row: number) => roster.row(place(found, row)),
    choose: ({ id }: RosterImport, choices: Partial<RosterChoices>) =>
      roster.choose({ id, choices: { withheld: [], clearing: [], ...choices } }),
    repair: (found: RosterImport, row: number, repairs: RowRepairs) => roster.repair({ ...place(found, row), repairs }),
    faults: (found: RosterImport, row: number) => roster.faults(place(found, row)),
    outcomes: async ({ id }: RosterImport) =>
      (await roster.rows({ id, offset: 0, limit: 500, outcome: null, withIssuesOnly: false })).rows.map(
        ({ name, outcome }) => `${name} ${outcome}`,
      ),
    commit: ({ id }: RosterImport) => resultOf(roster.commit({ id })),
    add: (fields: Partial<MemberFields> & { name: string }) => db.write(() => insertMember(db, fields)),
    members: () => db.sqlite.prepare<[], Record<string, string | null>>('SELECT * FROM member ORDER BY name').all(),
  }
}

describe('finding the member a row is about', () => {
  const day = partialDateSchema.parse('1949-12-31')

  it('takes the name with the day of birth, or with the phone, for the person', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张三', birthDate: day })
    add({ name: '李四', phone: '13812345670' })
    const imported = await read(
      { 姓名: '张三', 身份证号码: ZHANG, 住址: '北江市' },
      { 姓名: '李四', 手机号码: '13812345670', 住址: '北江市' },
    )
    expect(await outcomes(imported)).toEqual(['张三 changed', '李四 changed'])
  })

  it('remembers that somebody added as new is not the member of that name', async () => {
    using branch = openTestBranch()
    const { db, add, read, roster, outcomes, commit } = setUp(branch)
    const known = add({ name: '张三', phone: '13812345670', gender: '女' })
    const lines = [{ 姓名: '张三', 手机号码: '13812345670', 性别: '男' }]
    const imported = await read(...lines)
    expect(await outcomes(imported)).toEqual(['张三 possibleDuplicate'])
    await roster.decide({ id: imported.id, rows: [{ sheet: '名册', row: 2 }], decision: 'addAsNew' })
    await commit(imported)
    const pairs = db.sqlite.prepare<[], { member_id: string; other_id: string }>('SELECT * FROM not_same_person').all()
    expect(pairs.map(({ member_id, other_id }) => [member_id, other_id].includes(known))).toEqual([true])
    expect(await outcomes(await read(...lines))).toEqual(['张三 same'])
  })

  it('asks where the phone is the same and something else differs, or only the month of birth agrees', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张三', phone: '13812345670', gender: '女' })
    add({ name: '李四', birthDate: partialDateSchema.parse('1949-12') })
    const imported = await read(
      { 姓名: '张三', 性别: '男', 手机号码: '13812345670' },
      { 姓名: '李四', 出生日期: '1949-12', 住址: '北江市' },
    )
    expect(await outcomes(imported)).toEqual(['张三 possibleDuplicate', '李四 possibleDuplicate'])
  })
})

describe('choosing what is written', () => {
  const recorded = { name: '张三', idNumber: ZHANG, department: '一车间', address: '旧址' } as const
  const line = { 姓名: '张三', 身份证号码: ZHANG, 住址: '新址', 民族: '回族' }

  it('leaves a column out, shows it all the same, and counts at once', async () => {
    using branch = openTestBranch()
    const { add, read, choose, row, commit, members } = setUp(branch)
    add({ ...recorded, gender: '男', birthDate: partialDateSchema.parse('1949-12-31'), idType: '居民身份证' })
    const imported = await read(line)
    expect(imported.counts).toMatchObject({ changed: 1, toWrite: 1 })
    const chosen = await choose(imported, { withheld: ['address', 'ethnicity'] })
    expect(chosen.counts).toMatchObject({ changed: 0, same: 1, toWrite: 0 })
    expect((await row(imported, 2)).changes).toEqual([
      { field: 'ethnicity', before: null, after: '回族', written: false },
      { field: 'address', before: '旧址', after: '新址', written: false },
    ])
    await choose(imported, { withheld: ['address'] })
    await commit(imported)
    expect(members()).toMatchObject([{ address: '旧址', ethnicity: '回族' }])
  })

  it('writes or keeps a single cell whatever holds for its column', async () => {
    using branch = openTestBranch()
    const { add, read, choose, roster, commit, members } = setUp(branch)
    add(recorded)
    const imported = await read(line)
    await choose(imported, { withheld: ['address'] })
    const choices = { address: true, ethnicity: false }
    await roster.chooseCells({ id: imported.id, sheet: '名册', row: 2, choices })
    await commit(imported)
    expect(members()).toMatchObject([{ address: '新址', ethnicity: null }])
  })

  it('lets a blank take something away only in a column for which that was chosen', async () => {
    using branch = openTestBranch()
    const { add, read, choose, row, commit, members } = setUp(branch)
    add({ ...recorded, phone: '13812345670', education: '高中' })
    const imported = await read({ 姓名: '张三', 身份证号码: ZHANG, 手机号码: '12' })
    await choose(imported, { clearing: ['address', 'phone', 'education'] })
    expect((await row(imported, 2)).changes).toContainEqual({
      field: 'address',
      before: '旧址',
      after: null,
      written: true,
    })
    await commit(imported)
    // A phone that could not be read is no blank, and the sheet has no column for education.
    expect(members()).toMatchObject([{ address: null, department: '一车间', phone: '13812345670', education: '高中' }])
  })

  it('is kept when the file is read again', async () => {
    using branch = openTestBranch()
    const { add, read, choose, repair, roster, row } = setUp(branch)
    add(recorded)
    const imported = await read(line, { 姓名: '李四', 身份证号码: '110105194912310021' })
    await choose(imported, { withheld: ['address'] })
    await repair(imported, 3, { idNumber: LI })
    await roster.decide({ id: imported.id, rows: [{ sheet: '名册', row: 2 }], decision: 'leaveOut' })
    const sheets = imported.sheets.map(({ name, use, headerRows, columns }) => ({
      ...{ name, use, headerRows },
      fields: Object.fromEntries(columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field]]))),
    }))
    const again = await resultOf(roster.reread({ id: imported.id, sheets }))
    expect(again).toMatchObject({ choices: { withheld: ['address'] }, counts: { new: 1, leftOut: 1, error: 0 } })
    expect(await row(imported, 3)).toMatchObject({ typed: ['idNumber'], outcome: 'new' })
  })
})

describe('a decision', () => {
  const setUpDecision = async (branch: TestBranch) => {
    const all = setUp(branch)
    const first = all.add({ name: '李四' })
    const imported = await all.read({ 姓名: '李四', 住址: '北江市' }, { 姓名: '王五', 住址: '北江市' })
    const decide = (decision: RosterDecision | null) =>
      all.roster.decide({ id: imported.id, rows: [{ sheet: '名册', row: 2 }], decision })
    return { ...all, imported, first, decide }
  }

  it('can be taken back', async () => {
    using branch = openTestBranch()
    const { imported, decide } = await setUpDecision(branch)
    expect((await decide('update')).counts).toMatchObject({ toWrite: 2, waiting: 0 })
    expect((await decide('leaveOut')).counts).toMatchObject({ toWrite: 1, waiting: 0, leftOut: 1 })
    expect((await decide(null)).counts).toMatchObject(imported.counts)
  })

  it('about one member is not carried out on another one', async () => {
    using branch = openTestBranch()
    const { db, add, imported, first, decide, commit, outcomes, row } = await setUpDecision(branch)
    await decide('update')
    db.write(() => db.sqlite.prepare("UPDATE member SET name = '李改' WHERE id = ?").run(first))
    const other = add({ name: '李四' })
    expect(await commit(imported)).toMatchObject({ added: 1, changed: 0, leftOut: 1 })
    expect(await outcomes(imported)).toEqual(['李四 possibleDuplicate'])
    expect(await row(imported, 2)).toMatchObject({ memberId: other, decision: null })
  })

  it('about a row that waits can rest on members who were written just before', async () => {
    using branch = openTestBranch()
    const { read, roster, commit, row, members } = setUp(branch)
    const imported = await read({ 姓名: '李四', 住址: '一路' }, { 姓名: '李四', 住址: '二路' })
    await commit(imported)
    expect(await row(imported, 3)).toMatchObject({ outcome: 'possibleDuplicate', memberName: '李四' })
    await roster.decide({ id: imported.id, rows: [{ sheet: '名册', row: 3 }], decision: 'update' })
    expect(await commit(imported)).toMatchObject({ added: 0, changed: 1, leftOut: 0 })
    expect(members()).toMatchObject([{ name: '李四', address: '二路' }])
  })
})

describe('repairing a row in place', () => {
  it('checks what is typed by the rules of the file, and takes it in', async () => {
    using branch = openTestBranch()
    const { read, repair, row, outcomes, commit, members } = setUp(branch)
    const imported = await read(
      { 姓名: '李四', 身份证号码: '110105194912310021', 部门: '一车间' },
      { 部门: '二车间', 民族: '汉族' },
    )
    expect(imported.counts).toMatchObject({ error: 2, toWrite: 0, waiting: 2 })
    await repair(imported, 2, { idNumber: '110105194912310020' })
    expect(await row(imported, 2)).toMatchObject({
      outcome: 'error',
      issues: [{ code: 'id_checksum', cell: 'D2', raw: '110105********0020' }],
    })
    await repair(imported, 2, { idNumber: '１１０１０５１９４９１２３１００２ｘ' })
    const repaired = await repair(imported, 3, { name: '王 五' })
    expect(repaired.counts).toMatchObject({ error: 0, new: 2, toWrite: 2, waiting: 0 })
    expect(await outcomes(imported)).toEqual(['李四 new', '王五 new'])
    await commit(imported)
    expect(members()).toMatchObject([
      { name: '李四', id_number: LI, gender: '女', birth_date: '1949-12-31', department: '一车间' },
      { name: '王五', department: '二车间' },
    ])
  })

  it('compares a repaired number with the sex and the birth date of the row', async () => {
    using branch = openTestBranch()
    const { read, repair, row } = setUp(branch)
    const imported = await read({ 姓名: '李四', 性别: '男', 身份证号码: '110105194912310021' })
    await repair(imported, 2, { idNumber: LI })
    expect(await row(imported, 2)).toMatchObject({ outcome: 'new', issues: [{ code: 'id_gender_mismatch' }] })
    await repair(imported, 2, { idNumber: LI, gender: '女' })
    expect((await row(imported, 2)).issues).toEqual([])
    await repair(imported, 2, {})
    expect(await row(imported, 2)).toMatchObject({ outcome: 'error', typed: [] })
  })

  it('offers the numbers that may have been meant, and logs that they were shown', async () => {
    using branch = openTestBranch()
    const { db, read, faults } = setUp(branch)
    const imported = await read(
      { 姓名: '李四', 性别: '女', 出生日期: '1949-12-31', 身份证号码: '11010519491231020X' },
      { 姓名: '王五', 身份证号码: '1.10105E+17', 手机号码: '123' },
      { 姓名: '赵六', 民族: '不详' },
    )
    const [number] = await faults(imported, 2)
    expect(number).toMatchObject({ field: 'idNumber', text: '11010519491231020X' })
    expect(number?.suggestions).toContain(LI)
    expect(await faults(imported, 3)).toEqual([
      { field: 'idNumber', text: '1.10105E+17', suggestions: [] },
      { field: 'phone', text: '123', suggestions: [] },
    ])
    expect(await faults(imported, 4)).toEqual([{ field: 'ethnicity', text: '不详', suggestions: [] }])
    const logged = db.sqlite.prepare("SELECT subject FROM access_event WHERE kind = 'reveal' ORDER BY id").pluck().all()
    expect(logged).toEqual(['花名册.xlsx 李四', '花名册.xlsx 王五'])
  })

  it('asks when a typed number is that of another row', async () => {
    using branch = openTestBranch()
    const { read, repair, outcomes, roster, commit, members } = setUp(branch)
    const imported = await read(
      { 姓名: '张三', 身份证号码: ZHANG },
      { 姓名: '张三', 身份证号码: '110105194912310012', 部门: '一车间' },
    )
    await repair(imported, 3, { idNumber: ZHANG })
    expect(await outcomes(imported)).toEqual(['张三 new', '张三 conflict'])
    await roster.decide({ id: imported.id, rows: [{ sheet: '名册', row: 3 }], decision: 'update' })
    expect(await commit(imported)).toMatchObject({ added: 1, changed: 1, leftOut: 0 })
    expect(members()).toMatchObject([{ name: '张三', department: '一车间' }])
  })

  it('lets the row that repeated a number in once the other one is repaired', async () => {
    using branch = openTestBranch()
    const { read, repair, outcomes } = setUp(branch)
    const imported = await read({ 姓名: '李四', 身份证号码: ZHANG }, { 姓名: '张三', 身份证号码: ZHANG })
    expect(await outcomes(imported)).toEqual(['李四 new', '张三 error'])
    await repair(imported, 2, { idNumber: LI })
    expect(await outcomes(imported)).toEqual(['李四 new', '张三 new'])
    await repair(imported, 2, {})
    expect(await outcomes(imported)).toEqual(['李四 new', '张三 conflict'])
  })
})
