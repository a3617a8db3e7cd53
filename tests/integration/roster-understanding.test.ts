import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberFields } from '../../shared/model/member'
import type { RosterField, RosterImport, ValueAnswer } from '../../shared/model/roster'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

type Rows = readonly (readonly (string | null)[])[]

function setUp({ db }: TestBranch) {
  const { roster } = rosterClient(db)
  const questions = async ({ id }: RosterImport) =>
    (await roster.questions({ id })).map(({ field, raw, count, answer }) => ({ field, raw, count, answer }))
  return {
    db,
    roster,
    read: (rows: Rows) => resultOf(roster.read({ file: rosterFile(rows) })),
    questions,
    open: async (found: RosterImport) => (await questions(found)).filter(({ answer }) => answer === null),
    answer: ({ id }: RosterImport, ...answers: ValueAnswer[]) => roster.answer({ id, answers }),
    /** Confirms the columns as they are found but for some headings. */
    confirm: (found: RosterImport, changed: Readonly<Record<string, RosterField>> = {}) =>
      resultOf(
        roster.reread({
          id: found.id,
          sheets: found.sheets.map(({ name, use, headerRows, columns }) => ({
            ...{ name, use, headerRows },
            fields: Object.fromEntries(
              columns.flatMap(({ index, heading, field }) => {
                const chosen = changed[heading] ?? field
                return chosen === null ? [] : [[index, chosen]]
              }),
            ),
          })),
        }),
      ),
    toCheck: ({ sheets }: RosterImport) =>
      sheets.flatMap(({ columns }) =>
        columns.filter(({ confidence }) => confidence === 'unsure').map(({ heading }) => heading),
      ),
    commit: ({ id }: RosterImport) => resultOf(roster.commit({ id })),
    add: (fields: Partial<MemberFields> & { name: string }) => db.write(() => insertMember(db, fields)),
    members: () => db.sqlite.prepare<[], Record<string, string | null>>('SELECT * FROM member ORDER BY name').all(),
  }
}

describe('values that cannot be read for sure', () => {
  const rows: Rows = [
    ['姓名', '性别', '学历'],
    ['张三', '1', '高中/中专'],
    ['李四', '2', '高中/中专'],
    ['王五', '1', '本科'],
  ]

  it('are asked about once each, with example rows, and answered for the whole column', async () => {
    using branch = openTestBranch()
    const { read, questions, answer, commit, members, roster } = setUp(branch)
    const imported = await read(rows)
    expect(await questions(imported)).toEqual([
      { field: 'gender', raw: '1', count: 2, answer: null },
      { field: 'gender', raw: '2', count: 1, answer: null },
      { field: 'education', raw: '高中/中专', count: 2, answer: null },
    ])
    const [first] = await roster.questions({ id: imported.id })
    expect(first?.rows).toEqual([
      { sheet: '名册', row: 2, name: '张三' },
      { sheet: '名册', row: 4, name: '王五' },
    ])
    const answered = await answer(
      imported,
      { field: 'gender', raw: '1', value: '男' },
      { field: 'education', raw: '高中/中专', value: null },
    )
    expect(answered.counts).toMatchObject({ warnings: 1 })
    expect(await questions(imported)).toEqual([
      { field: 'gender', raw: '1', count: 2, answer: { value: '男', remembered: false } },
      { field: 'gender', raw: '2', count: 1, answer: null },
      { field: 'education', raw: '高中/中专', count: 2, answer: { value: null, remembered: false } },
    ])
    await commit(imported)
    expect(members()).toMatchObject([
      { name: '张三', gender: '男', education: null },
      { name: '李四', gender: null, education: null },
      { name: '王五', gender: '男', education: '大学本科' },
    ])
  })

  it('are answered anew as often as a person likes, but only with values of the field', async () => {
    using branch = openTestBranch()
    const { read, answer, questions, roster } = setUp(branch)
    const imported = await read(rows)
    const refused = answer(imported, { field: 'education', raw: '高中/中专', value: '很高' })
    await expect(refused).rejects.toMatchObject({ code: 'ANSWER_NOT_A_VALUE', data: { field: 'education' } })
    await answer(imported, { field: 'education', raw: '高中/中专', value: '高中' })
    await answer(imported, { field: 'education', raw: '高中/中专', value: '中专' })
    expect((await questions(imported)).at(-1)).toMatchObject({ answer: { value: '中专' } })
    const row = await roster.row({ id: imported.id, sheet: '名册', row: 3 })
    expect(row.changes).toContainEqual({ field: 'education', before: null, after: '中专', written: true })
  })

  it('answered once need no answer in later files, but for bare digits, which mean something else elsewhere', async () => {
    using branch = openTestBranch()
    const { read, answer, open, questions, commit, members } = setUp(branch)
    const first = await read(rows)
    await answer(
      first,
      { field: 'gender', raw: '1', value: '男' },
      { field: 'education', raw: '高中/中专', value: '中专' },
    )
    const later = await read([
      ['姓名', '性别', '学历'],
      ['赵六', '1', '高中／中专'],
    ])
    expect(await open(later)).toEqual([{ field: 'gender', raw: '1', count: 1, answer: null }])
    expect(await questions(later)).toContainEqual({
      field: 'education',
      raw: '高中／中专',
      count: 1,
      answer: { value: '中专', remembered: true },
    })
    await commit(later)
    expect(members()).toMatchObject([{ name: '赵六', education: '中专' }])
  })
})

describe('departments', () => {
  it('that are not recorded are asked about, and never made by a typing error', async () => {
    using branch = openTestBranch()
    const { add, read, answer, open, commit, members, roster } = setUp(branch)
    add({ name: '老会员', department: '机电车间' })
    const imported = await read([
      ['姓名', '部门'],
      ['张三', '机电车问'],
      ['李四', '财务部'],
      ['王五', '机电车间'],
      ['赵六', '后勤部'],
    ])
    const [slip] = await roster.questions({ id: imported.id })
    expect(slip).toMatchObject({ field: 'department', raw: '机电车问', suggestions: ['机电车间', '机电车问'] })
    await answer(
      imported,
      { field: 'department', raw: '机电车问', value: '机电车间' },
      { field: 'department', raw: '财务部', value: '财务部' },
    )
    expect(await open(imported)).toEqual([{ field: 'department', raw: '后勤部', count: 1, answer: null }])
    await commit(imported)
    expect(members().map(({ name, department }) => `${name} ${department}`)).toEqual([
      '张三 机电车间',
      '李四 财务部',
      '王五 机电车间',
      '老会员 机电车间',
      '赵六 null',
    ])
  })

  it('are all taken as they are where nothing is recorded yet', async () => {
    using branch = openTestBranch()
    const { read, open } = setUp(branch)
    expect(
      await open(
        await read([
          ['姓名', '部门'],
          ['张三', '机电车间'],
        ]),
      ),
    ).toEqual([])
  })
})

describe('the meaning of columns', () => {
  const first: Rows = [
    ['姓名', '证件号码', '所属', '内部代码', '联系方式', '学历'],
    ['张三', '110105194912310011', '一车间', 'x-1', '13812345670', '本科'],
    ['李四', '11010519491231002X', '二车间', 'x-2', '13812345671', '高中/中专'],
  ]

  it('once confirmed is known for a second file, its columns shuffled and one renamed, with one question at most', async () => {
    using branch = openTestBranch()
    const { read, confirm, answer, commit, toCheck, open } = setUp(branch)
    const imported = await confirm(await read(first), { 所属: 'department', 内部代码: 'staffNumber' })
    await answer(imported, { field: 'education', raw: '高中/中专', value: '中专' })
    await commit(imported)
    const second = await read([
      ['学历', '内部代码', '联络号', '证件号码', '姓名', '所属'],
      ['高中/中专', 'x-3', '13812345672', '110105194912310038', '王五', '一车间'],
      ['大专', 'x-4', '13812345673', '110105194912310046', '赵六', '二车间'],
    ])
    const [sheet] = second.sheets
    expect(Object.fromEntries(sheet?.columns.map(({ heading, field }) => [heading, field]) ?? [])).toEqual({
      姓名: 'name',
      证件号码: 'idNumber',
      所属: 'department',
      内部代码: 'staffNumber',
      联络号: 'phone',
      学历: 'education',
    })
    expect(toCheck(second).length + (await open(second)).length).toBeLessThanOrEqual(1)
  })

  it('is told anew for other header rows', async () => {
    using branch = openTestBranch()
    const { read, roster } = setUp(branch)
    const found = await read([['姓名', '手机'], ...first])
    const [sheet] = found.sheets
    const again = await resultOf(
      roster.reread({ id: found.id, sheets: [{ name: sheet?.name ?? '', use: true, headerRows: [2], fields: null }] }),
    )
    expect(again.sheets[0]?.columns.map(({ heading }) => heading)).toEqual(first[0])
    expect(again.counts).toMatchObject({ rows: 2 })
  })
})
