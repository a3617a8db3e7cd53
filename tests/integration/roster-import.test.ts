import { beforeAll, describe, expect, it } from 'vitest'
import { partialDateSchema } from '../../shared/model/date'
import { newId, rosterImportIdSchema } from '../../shared/model/id'
import type { MemberFields } from '../../shared/model/member'
import type { RosterDecision, RosterImport } from '../../shared/model/roster'
import { insertMember, insertMembershipEvent, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

const HEADER = [
  '姓名',
  '性别',
  '出生日期',
  '身份证号码',
  '手机号码',
  '工号',
  '部门',
  '入会日期',
  '会籍变化类型',
  '会籍变化日期',
  '会籍变化原因',
] as const
type Line = Partial<Record<(typeof HEADER)[number], string>>
const ZHANG: Line = { 姓名: '张三', 身份证号码: '110105194912310011', 手机号码: '13812345670', 部门: '一车间' }
const LI: Line = { 姓名: '李四', 身份证号码: '11010519491231002X', 入会日期: '2020-03' }
const WANG: Line = { 姓名: '王五', 身份证号码: '110105194912310038' }
const FIRST_ROW = 2
const day = (text: string) => partialDateSchema.parse(text)

function setUp({ db }: TestBranch) {
  const { roster, batches, host } = rosterClient(db)
  const read = (...lines: readonly Line[]) =>
    resultOf(
      roster.read({ file: rosterFile([HEADER, ...lines.map((line) => HEADER.map((key) => line[key] ?? null))]) }),
    )
  const rowsOf = async ({ id }: RosterImport) =>
    (await roster.rows({ id, offset: 0, limit: 500, outcome: null, withIssuesOnly: false })).rows
  return {
    db,
    roster,
    batches,
    host,
    read,
    rowsOf,
    commit: ({ id }: RosterImport) => resultOf(roster.commit({ id })),
    outcomes: async (imported: RosterImport) =>
      (await rowsOf(imported)).map(({ name, outcome, conflict }) => [name, outcome, conflict ?? ''].join(' ').trim()),
    decide: (imported: RosterImport, row: number, decision: RosterDecision) =>
      roster.decide({ id: imported.id, rows: [{ sheet: '名册', row }], decision }),
    add: (fields: Partial<MemberFields> & { name: string }) => db.write(() => insertMember(db, fields)),
    members: () =>
      db.sqlite.prepare<[], MemberFields & { department: string }>('SELECT * FROM member ORDER BY name').all(),
    /** Everything that an import may write. */
    record: () => [
      db.sqlite.prepare('SELECT * FROM member ORDER BY id').all(),
      db.sqlite.prepare('SELECT * FROM membership_event ORDER BY id').all(),
      db.sqlite.prepare('SELECT member_id, status FROM member_standing ORDER BY member_id').all(),
    ],
    events: () =>
      db.sqlite
        .prepare<[], string>(
          `SELECT m.name || ' ' || e.type || ' ' || coalesce(e.date, '-') || coalesce(' ' || e.reason, '')
           FROM membership_event AS e JOIN member AS m ON m.id = e.member_id ORDER BY e.rowid`,
        )
        .pluck()
        .all(),
  }
}

describe('the preview', () => {
  it('tells new, changed and same rows by the ID number, 15 digits too', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes, rowsOf } = setUp(branch)
    add({ name: '同事', department: '二车间' })
    add({ name: '张三', idNumber: '110105491231001', phone: '13812345670', department: '一车间', gender: '男' })
    add({
      name: '李四',
      idNumber: '11010519491231002X',
      idType: '居民身份证',
      gender: '女',
      birthDate: day('1949-12-31'),
      joinDate: day('2020-03-15'),
    })
    const imported = await read({ ...ZHANG, 部门: '二车间' }, LI, WANG)
    expect(await outcomes(imported)).toEqual(['张三 changed', '李四 same', '王五 new'])
    const [zhang, , wang] = await rowsOf(imported)
    expect(zhang?.changes).toMatchObject([
      { field: 'birthDate', before: null, after: '1949-12-31' },
      { field: 'idType', before: null, after: '居民身份证' },
      { field: 'idNumber', before: '110*********001', after: '110105********0011' },
      { field: 'department', before: '一车间', after: '二车间' },
    ])
    expect(wang?.changes).toContainEqual({
      field: 'idNumber',
      before: null,
      after: '110105********0038',
      written: true,
    })
    expect(imported.counts).toEqual({
      rows: 3,
      new: 1,
      changed: 1,
      same: 1,
      possibleDuplicate: 0,
      conflict: 0,
      error: 0,
      toWrite: 2,
      waiting: 0,
      leftOut: 0,
      warnings: 1,
    })
  })

  it('finds members without an ID number by staff number and name', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张三', staffNumber: 'A1' })
    add({ name: '李四', staffNumber: 'A2', idNumber: '110105194912310046' })
    add({ name: '王五', staffNumber: 'A3' })
    const imported = await read(
      { ...ZHANG, 工号: 'A1' },
      { ...LI, 工号: 'A2' },
      { 姓名: '王五五', 工号: 'A3' },
      { 姓名: '赵六', 工号: 'A4' },
    )
    expect(await outcomes(imported)).toEqual([
      '张三 changed',
      '李四 conflict otherIdNumber',
      '王五五 conflict otherName',
      '赵六 new',
    ])
  })

  it('asks about the same ID number under another name, and about namesakes that nothing tells apart', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张叁', idNumber: '110105194912310011' })
    add({ name: '李四' })
    add({ name: '王五', idNumber: '110105194912310054' })
    add({ name: '赵六', birthDate: day('1980-01') })
    const imported = await read(ZHANG, LI, WANG, { 姓名: '赵六', 出生日期: '1990-05' }, { 姓名: '李四' })
    expect(await outcomes(imported)).toEqual([
      '张三 conflict otherName',
      '李四 possibleDuplicate namesake',
      '王五 new',
      '赵六 new',
      '李四 possibleDuplicate namesake',
    ])
  })

  it('asks about two rows of one file that may be one person, or lead to one member', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张三', staffNumber: 'A1' })
    const imported = await read(
      { 姓名: '张三', 工号: 'A1', 部门: '一车间' },
      { 姓名: '张三', 工号: 'A1', 部门: '二车间' },
      { 姓名: '李四', 部门: '一车间' },
      { 姓名: '李四', 部门: '二车间' },
      { 姓名: '王五', 性别: '男' },
      { 姓名: '王五', 性别: '女' },
    )
    expect(await outcomes(imported)).toEqual([
      '张三 changed',
      '张三 possibleDuplicate namesake',
      '李四 new',
      '李四 possibleDuplicate namesake',
      '王五 new',
      '王五 new',
    ])
  })

  it('takes a namesake for the member when the row says nothing that differs', async () => {
    using branch = openTestBranch()
    const { add, read, outcomes } = setUp(branch)
    add({ name: '张三', department: '一车间', phone: '13812345670' })
    expect(await outcomes(await read({ 姓名: '张三', 部门: '一车间' }))).toEqual(['张三 same'])
    expect(await outcomes(await read({ 姓名: '张三', 部门: '二车间' }))).toEqual(['张三 possibleDuplicate namesake'])
    expect(await outcomes(await read({ 姓名: '张三' }))).toEqual(['张三 possibleDuplicate namesake'])
  })

  it('shows errors with cell and reason, everything masked', async () => {
    using branch = openTestBranch()
    const { read, rowsOf, roster } = setUp(branch)
    const imported = await read({ ...ZHANG, 身份证号码: '110105194912310012' }, WANG, { ...LI, 手机号码: '123' })
    const [bad] = await rowsOf(imported)
    expect(bad).toMatchObject({
      outcome: 'error',
      issues: [{ code: 'id_checksum', severity: 'error', cell: 'D2', raw: '110105********0012' }],
    })
    const withIssues = await roster.rows({ id: imported.id, offset: 0, limit: 10, outcome: null, withIssuesOnly: true })
    expect(withIssues.rows.map(({ name }) => name)).toEqual(['张三', '李四'])
    const errors = await roster.rows({ id: imported.id, offset: 0, limit: 1, outcome: 'error', withIssuesOnly: false })
    expect(errors).toMatchObject({ total: 1, rows: [{ row: FIRST_ROW }] })
  })
})

describe('committing', () => {
  it('writes new members with what their ID number says, and the event that made them members', async () => {
    using branch = openTestBranch()
    const { read, commit, members, events, roster } = setUp(branch)
    const result = await commit(await read(ZHANG, LI))
    expect(result).toMatchObject({ added: 2, changed: 0, same: 0, leftOut: 0 })
    expect(members()).toMatchObject([
      { name: '张三', gender: '男', birth_date: '1949-12-31', id_type: '居民身份证', phone: '13812345670' },
      { name: '李四', gender: '女', birth_date: '1949-12-31', join_date: '2020-03' },
    ])
    expect(events()).toEqual(['张三 admission -', '李四 admission 2020-03'])
    expect(await roster.unfinished()).toEqual([])
  })

  it('writes what the membership change says', async () => {
    using branch = openTestBranch()
    const { read, commit, events, db } = setUp(branch)
    await commit(
      await read(
        { 姓名: '甲一', 入会日期: '2010-01-01', 会籍变化类型: '保留', 会籍变化日期: '2024-05', 会籍变化原因: '失业' },
        { 姓名: '乙二', 会籍变化类型: '入会', 会籍变化日期: '2019-09-09' },
        { 姓名: '丙三', 会籍变化类型: '转入', 会籍变化日期: '2021' },
        { 姓名: '丁四', 入会日期: '2001', 会籍变化类型: '退会' },
      ),
    )
    expect(events()).toEqual([
      '甲一 admission 2010-01-01',
      '甲一 keeping 2024-05 失业',
      '乙二 admission 2019-09-09',
      '丙三 transferIn 2021',
      '丁四 admission 2001',
      '丁四 withdrawal -',
    ])
    const statuses = db.sqlite.prepare('SELECT status FROM member_standing ORDER BY rowid').pluck().all()
    expect(statuses).toEqual(['kept', 'active', 'active', 'withdrawn'])
  })

  it('changes only what the sheet states, and takes nothing away with empty cells', async () => {
    using branch = openTestBranch()
    const { add, read, commit, members, events } = setUp(branch)
    add({ name: '同事', department: '一车间' })
    add({ name: '张三', idNumber: '110105194912310011', department: '旧部门', address: '北江市', education: '高中' })
    expect(await commit(await read(ZHANG))).toMatchObject({ added: 0, changed: 1 })
    expect(members()).toMatchObject([
      { name: '同事' },
      { department: '一车间', address: '北江市', education: '高中', phone: '13812345670', gender: '男' },
    ])
    expect(events()).toEqual(['同事 admission -', '张三 admission -'])
  })

  it('records a membership change of a member once, and asks where it does not follow', async () => {
    using branch = openTestBranch()
    const { add, db, read, commit, outcomes, events } = setUp(branch)
    add({ name: '张三', idNumber: '110105194912310011' })
    const left = add({ name: '李四', idNumber: '11010519491231002X' })
    db.write(() => insertMembershipEvent(db, left, 'withdrawal'))
    const change = { 会籍变化类型: '保留', 会籍变化日期: '2025-01' }
    const lines = [
      { ...ZHANG, ...change },
      { ...LI, 会籍变化类型: '入会' },
    ] as const
    const first = await read(...lines)
    expect(await outcomes(first)).toEqual(['张三 changed', '李四 conflict membership'])
    await commit(first)
    expect(await outcomes(await read(...lines))).toEqual(['张三 same', '李四 conflict membership'])
    expect(events()).toEqual(['张三 admission -', '李四 admission -', '李四 withdrawal -', '张三 keeping 2025-01'])
  })

  it('leaves out errors and undecided conflicts and keeps them until they are settled', async () => {
    using branch = openTestBranch()
    const { add, read, commit, outcomes, decide, members, roster } = setUp(branch)
    add({ name: '张叁', idNumber: '110105194912310011' })
    add({ name: '李四' })
    const imported = await read(ZHANG, LI, WANG, { ...WANG, 姓名: '坏行', 身份证号码: '110105194912310012' })
    expect(await commit(imported)).toMatchObject({ added: 1, changed: 0, leftOut: 3 })
    expect(await roster.unfinished()).toMatchObject([{ id: imported.id, rows: 3, committed: true }])
    expect(await outcomes(imported)).toEqual([
      '张三 conflict otherName',
      '李四 possibleDuplicate namesake',
      '坏行 error',
    ])

    await decide(imported, FIRST_ROW, 'update')
    const decided = await decide(imported, FIRST_ROW + 1, 'addAsNew')
    expect(decided.counts).toMatchObject({ possibleDuplicate: 1, conflict: 1, toWrite: 2, waiting: 1 })
    expect(await commit(imported)).toMatchObject({ added: 1, changed: 1, leftOut: 1 })
    expect(members().map(({ name }) => name)).toEqual(['张三', '李四', '李四', '王五'])
    await expect(commit(imported)).rejects.toMatchObject({ code: 'NOTHING_TO_IMPORT' })
    await roster.discard({ id: imported.id })
    expect(await roster.unfinished()).toEqual([])
    expect(await roster.get({ id: imported.id })).toMatchObject({ counts: { rows: 0 } })
  })

  it('decides again over the members as they are now', async () => {
    using branch = openTestBranch()
    const { add, read, commit, members } = setUp(branch)
    const imported = await read(ZHANG, LI)
    add({ name: '张三', idNumber: '110105194912310011' })
    add({ name: '李四' })
    expect(await commit(imported)).toMatchObject({ added: 0, changed: 1, leftOut: 1 })
    expect(members()).toHaveLength(2)
  })

  it('leaves a row out by choice, and takes the choice back', async () => {
    using branch = openTestBranch()
    const { read, commit, decide, members } = setUp(branch)
    const imported = await read(ZHANG, LI, WANG)
    await decide(imported, FIRST_ROW, 'leaveOut')
    await decide(imported, FIRST_ROW + 1, 'leaveOut')
    await decide(imported, FIRST_ROW + 1, 'update')
    expect(await commit(imported)).toMatchObject({ added: 2, leftOut: 1 })
    expect(members().map(({ name }) => name)).toEqual(['李四', '王五'])
  })

  it('merges a repeated ID number into its first row when told to', async () => {
    using branch = openTestBranch()
    const { read, commit, decide, members } = setUp(branch)
    const again = { ...ZHANG, 手机号码: '13912345670', 工号: 'A9' }
    const imported = await read(ZHANG, again, LI)
    await decide(imported, FIRST_ROW + 1, 'update')
    expect(await commit(imported)).toMatchObject({ added: 2, changed: 1, leftOut: 0 })
    expect(members()).toMatchObject([
      { name: '张三', phone: '13912345670', staff_number: 'A9', department: '一车间' },
      { name: '李四' },
    ])
  })

  it.each<[string, (branch: TestBranch) => Promise<RosterImport>, number, RosterDecision, string]>([
    [
      'an error is updated',
      (branch) => setUp(branch).read({ ...ZHANG, 身份证号码: '1' }, LI),
      2,
      'update',
      'DECISION_NOT_POSSIBLE',
    ],
    [
      'a known ID number is added again',
      (branch) => {
        const { add, read } = setUp(branch)
        add({ name: '张叁', idNumber: '110105194912310011' })
        return read(ZHANG)
      },
      2,
      'addAsNew',
      'ID_NUMBER_TAKEN',
    ],
    [
      'one of several namesakes is updated',
      (branch) => {
        const { add, read } = setUp(branch)
        add({ name: '张三' })
        add({ name: '张三' })
        return read(ZHANG)
      },
      2,
      'update',
      'DECISION_NOT_POSSIBLE',
    ],
    ['a row that is not there', (branch) => setUp(branch).read(ZHANG), 99, 'leaveOut', 'NOT_FOUND'],
  ])('refuses a decision that %s', async (_, prepare, row, decision, code) => {
    using branch = openTestBranch()
    const imported = await prepare(branch)
    await expect(setUp(branch).decide(imported, row, decision)).rejects.toMatchObject({ code })
  })
})

describe('an import as a whole', () => {
  it('is undone to exactly what was there before', async () => {
    using branch = openTestBranch()
    const { add, read, commit, decide, record, batches } = setUp(branch)
    add({ name: '张三', idNumber: '110105194912310011', department: '旧部门' })
    add({ name: '李四' })
    add({ name: '老会员', staffNumber: 'B1' })
    const before = record()
    const imported = await read({ ...ZHANG, 会籍变化类型: '保留' }, LI, WANG, { 姓名: '坏行', 身份证号码: '1' })
    await decide(imported, FIRST_ROW + 1, 'update')
    const { batchId } = await commit(imported)
    expect(record()).not.toEqual(before)
    expect(await batches.list({ offset: 0, limit: 10 })).toMatchObject({
      rows: [{ id: batchId, kind: 'import', title: '花名册.xlsx', count: 3 }],
    })
    await batches.undo({ id: batchId })
    expect(record()).toEqual(before)
  })

  it('aborted at any step leaves nothing in the record, and can be begun again', async () => {
    using branch = openTestBranch()
    const { db, read, commit, record, roster } = setUp(branch)
    const lines = Array.from({ length: 2600 }, (_, index) => ({ 姓名: `会员${index}`, 工号: String(index) }))
    const imported = await read(...lines)
    const before = record()
    for (let steps = 1; steps <= 4; steps++) {
      const abort = new AbortController()
      let seen = 0
      await expect(
        (async () => {
          for await (const event of await roster.commit({ id: imported.id }, { signal: abort.signal })) {
            if (event.kind === 'progress' && ++seen === steps) abort.abort()
          }
        })(),
      ).rejects.toThrow()
      expect(record()).toEqual(before)
      expect(db.sqlite.inTransaction).toBe(false)
    }
    expect(await commit(imported)).toMatchObject({ added: 2600 })
  })

  it('aborted while it is read leaves no import behind', async () => {
    using branch = openTestBranch()
    const { db, roster } = setUp(branch)
    const abort = new AbortController()
    abort.abort()
    const file = rosterFile([HEADER, ['张三']])
    await expect(resultOf(roster.read({ file }, { signal: abort.signal }))).rejects.toThrow()
    expect(await roster.unfinished()).toEqual([])
    expect(db.sqlite.prepare('SELECT count(*) FROM roster_import').pluck().get()).toBe(0)
  })

  it('is read again with other columns, in its place', async () => {
    using branch = openTestBranch()
    const { read, roster, rowsOf } = setUp(branch)
    const imported = await read(ZHANG, LI)
    const [sheet] = imported.sheets
    const fields = { 0: 'name', 6: 'unionGroup' } as const
    const sheets = [{ name: sheet?.name ?? '', use: true, headerRows: sheet?.headerRows ?? [], fields }]
    const again = await resultOf(roster.reread({ id: imported.id, sheets }))
    expect(again).toMatchObject({ id: imported.id, fileName: imported.fileName, counts: { rows: 2, new: 2 } })
    expect((await rowsOf(again))[0]?.changes).toMatchObject([
      { field: 'name', before: null, after: '张三' },
      { field: 'unionGroup', before: null, after: '一车间' },
    ])
    expect(await roster.unfinished()).toHaveLength(1)
  })

  it('is not read again without a name column, or with a field twice', async () => {
    using branch = openTestBranch()
    const { read, roster } = setUp(branch)
    const { id } = await read(ZHANG)
    const reread = (fields: Record<string, 'name' | 'remark'>) =>
      resultOf(roster.reread({ id, sheets: [{ name: '名册', use: true, headerRows: [1], fields }] }))
    await expect(reread({ 1: 'remark' })).rejects.toMatchObject({ code: 'MAPPING_WITHOUT_NAME' })
    await expect(reread({ 0: 'name', 1: 'remark', 2: 'remark' })).rejects.toMatchObject({
      code: 'MAPPING_FIELD_TWICE',
      data: { field: 'remark' },
    })
  })

  it('of a file imported before says so, with how many rows are the same, until that import is undone', async () => {
    using branch = openTestBranch()
    const { roster, batches, commit } = setUp(branch)
    const file = () =>
      rosterFile([
        ['姓名', '工号'],
        ['张三', 'A1'],
        ['李四', 'A2'],
      ])
    const readIt = () => resultOf(roster.read({ file: file() }))
    const first = await readIt()
    expect((await readIt()).committedBefore).toBeNull()
    const { batchId } = await commit(first)
    const again = await readIt()
    expect(again.committedBefore).not.toBeNull()
    expect(again.counts).toMatchObject({ same: 2, toWrite: 0 })
    await batches.undo({ id: batchId })
    expect((await roster.get({ id: again.id })).committedBefore).toBeNull()
  })

  it('of an unknown id is not there', async () => {
    using branch = openTestBranch()
    const { roster } = setUp(branch)
    const id = newId(rosterImportIdSchema)
    await expect(roster.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(roster.discard({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(resultOf(roster.commit({ id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
