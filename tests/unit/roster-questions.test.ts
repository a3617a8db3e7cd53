import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import type { ValueAnswer } from '../../shared/model/roster'
import type { Cell } from '../../shared/rules/roster/cell'
import { checkDepartments, similarDepartments } from '../../shared/rules/roster/departments'
import { editDistance } from '../../shared/rules/roster/distance'
import { headingFingerprint, isSameSource, mappingOf } from '../../shared/rules/roster/fingerprint'
import { applyAnswers, isAnswerLasting, valueQuestions } from '../../shared/rules/roster/questions'
import { understandWorkbook } from '../../shared/rules/roster/workbook'
import { sheetOf } from '../fixtures/roster-sheet'

const TODAY = daySchema.parse('2026-06-01')
const read = (...rows: Cell[][]) => understandWorkbook([sheetOf(rows)], null, TODAY)
const codesOf = (rows: ReturnType<typeof applyAnswers>) => rows.flatMap(({ issues }) => issues.map(({ code }) => code))

describe('questions about values', () => {
  const { rows } = read(
    ['姓名', '性别', '政治面貌', '户籍类型', '学历', '是否农民工', '出生年月', '入会日期', '身份证号码'],
    ['张三', '1', '无', '居民户口', '高中/中专', '1', 1985.1, '不详', null],
    ['李四', '2', '无', '农转居', '本科', '0', '1990-05', '3/4/2010', null],
    ['王五', '1', '党员', '居民户口', '本科', '是', '1991-02-30', '2010-02-30', null],
    ['赵六', '1', '无', '非农', '#N/A', '是', null, null, '110105194912310038'],
  )
  const questions = valueQuestions(rows)

  it('ask once for each distinct value of a field, the most frequent first, and never about what was read', () => {
    expect(questions.map(({ field, raw, count }) => [field, raw, count])).toEqual([
      ['gender', '1', 2],
      ['gender', '2', 1],
      ['birthDate', '1985.1', 1],
      ['education', '高中/中专', 1],
      ['politicalStatus', '无', 3],
      ['householdType', '居民户口', 2],
      ['householdType', '农转居', 1],
      ['joinDate', '不详', 1],
      ['joinDate', '3/4/2010', 1],
      ['isMigrantWorker', '1', 1],
      ['isMigrantWorker', '0', 1],
    ])
  })

  it('suggest what is likely meant', () => {
    const suggestions = Object.fromEntries(
      questions.map(({ raw, field, suggestions: all }) => [`${field} ${raw}`, all]),
    )
    expect(suggestions).toMatchObject({
      'gender 1': ['男'],
      'politicalStatus 无': ['群众'],
      'householdType 居民户口': ['非农业家庭户口', '农业家庭户口'],
      'householdType 农转居': ['非农业家庭户口'],
      'isMigrantWorker 0': ['否'],
      'birthDate 1985.1': ['1985-10', '1985-01'],
      'joinDate 3/4/2010': ['2010-03-04', '2010-04-03'],
      'joinDate 不详': [],
    })
    expect(suggestions['education 高中/中专']?.toSorted()).toEqual(['中专', '高中'].toSorted())
  })

  it('are settled by an answer for every row, in any spelling of the value', () => {
    const answers: ValueAnswer[] = [
      { field: 'gender', raw: '1', value: '男' },
      { field: 'politicalStatus', raw: ' 无', value: '群众' },
      { field: 'education', raw: '高中/中专', value: '中等专科' },
      { field: 'birthDate', raw: '1985.1', value: '1985-10' },
      { field: 'joinDate', raw: '不详', value: null },
    ]
    const settled = applyAnswers(rows, answers)
    expect(settled.map(({ fields }) => [fields.gender, fields.politicalStatus])).toEqual([
      ['男', '群众'],
      [undefined, '群众'],
      ['男', '中共党员'],
      ['男', '群众'],
    ])
    expect(settled[0]?.fields).toMatchObject({ education: '中专', birthDate: '1985-10' })
    expect(settled[0]?.fields).not.toHaveProperty('joinDate')
    expect(valueQuestions(settled).map(({ raw }) => raw)).toEqual(['2', '居民户口', '农转居', '3/4/2010', '1', '0'])
  })

  it('leave the rows as they are without an answer, or with one that is no value of the field', () => {
    expect(applyAnswers(rows, [])).toBe(rows)
    expect(applyAnswers(rows, [{ field: 'politicalStatus', raw: '无', value: '没有' }])).toEqual(rows)
  })

  it('an answer that disagrees with the ID number says so', () => {
    const { rows: unsure } = read(['姓名', '出生年月', '身份证号码'], ['李四', 1949.1, '11010519491231002X'])
    const answered = (value: string) => applyAnswers(unsure, [{ field: 'birthDate', raw: '1949.1', value }])
    expect(codesOf(answered('1949-10'))).toContain('id_birth_mismatch')
    expect(codesOf(answered('1949-12-31'))).toEqual([])
    expect(answered('1949-12-31')[0]?.derived).not.toHaveProperty('birthDate')
  })

  it('answers to words hold for later files, those to bare digits do not', () => {
    expect(isAnswerLasting({ field: 'politicalStatus', raw: '无' })).toBe(true)
    expect(isAnswerLasting({ field: 'gender', raw: '1' })).toBe(false)
    expect(isAnswerLasting({ field: 'isMigrantWorker', raw: '０' })).toBe(false)
  })
})

describe('departments', () => {
  const known = [
    { name: '机电工程学院', aliases: ['机电学院'] },
    { name: '后勤服务中心', aliases: [] },
  ]
  const { rows } = read(
    ['姓名', '部门', '手机'],
    ['张三', '机电工程学院', '13812345670'],
    ['李四', '机电学院', '13812345671'],
    ['王五', '机电工成学院', '13812345672'],
    ['赵六', '图书馆', '13812345673'],
    ['钱七', null, '13812345674'],
  )

  it('that are recorded are written as recorded, others are asked about and never made by themselves', () => {
    const checked = checkDepartments(rows, known)
    expect(checked.map(({ fields }) => fields.department)).toEqual([
      '机电工程学院',
      '机电工程学院',
      undefined,
      undefined,
      undefined,
    ])
    expect(valueQuestions(checked, known).map(({ raw, suggestions }) => [raw, suggestions])).toEqual([
      ['机电工成学院', ['机电工程学院', '机电工成学院']],
      ['图书馆', ['图书馆']],
    ])
  })

  it('an answer makes them known', () => {
    const answers: ValueAnswer[] = [
      { field: 'department', raw: '机电工成学院', value: '机电工程学院' },
      { field: 'department', raw: '图书馆', value: '图书馆' },
    ]
    const settled = applyAnswers(checkDepartments(rows, known), answers)
    expect(settled.slice(2).map(({ fields }) => fields.department)).toEqual(['机电工程学院', '图书馆', undefined])
    expect(codesOf(settled)).toEqual([])
  })

  it('are all new to an empty record', () => {
    expect(checkDepartments(rows, [])).toBe(rows)
  })

  it('are suggested by likeness', () => {
    expect(similarDepartments('后勤中心', known)).toEqual([])
    expect(similarDepartments('后勤服务中心分会', known)).toEqual(['后勤服务中心'])
    expect(similarDepartments('机电学院', known)).toEqual(['机电工程学院'])
    expect(similarDepartments('三车间', [{ name: '一车间', aliases: [] }])).toEqual([])
  })

  it('the distance of two texts is that of a metric', () => {
    const text = fc.string({ unit: fc.constantFrom('机', '电', '𠮷', 'a'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, text, (one, other, third) => {
        const distance = editDistance(one, other)
        expect(distance).toBe(editDistance(other, one))
        expect(distance === 0).toBe(one === other)
        expect(distance).toBeLessThanOrEqual(editDistance(one, third) + editDistance(third, other))
      }),
    )
    expect(editDistance('机电工程', '机电工成')).toBe(1)
    expect(editDistance('', '机电')).toBe(2)
  })
})

describe('files of one source', () => {
  const HEADINGS = ['序号', '姓名', '证件', '电话', '所属', '类别']
  const PEOPLE: Cell[][] = [
    [1, '张三', '110105194912310011', '13812345670', '一分会', '甲'],
    [2, '李四', '11010519491231002X', '13812345671', '二分会', '乙'],
  ]
  const understand = (rows: Cell[][], remembered: Parameters<typeof understandWorkbook>[3]) =>
    understandWorkbook([sheetOf(rows)], null, TODAY, remembered).sheets[0]
  const first = understand([HEADINGS, ...PEOPLE], [])
  const confirmed = mappingOf({
    columns: (first?.columns ?? []).map((column) =>
      column.heading === '所属' ? { ...column, field: 'department' as const } : column,
    ),
  })
  const fieldOf = (sheet: typeof first, heading: string) => sheet?.columns.find((column) => column.heading === heading)

  it('have the same fingerprint in any order and dress', () => {
    const columns = (headings: string[]) => ({ columns: headings.map((heading) => ({ heading })) })
    expect(headingFingerprint(columns(['*姓名', '电 话', '备注']))).toBe(
      headingFingerprint(columns(['电话', '备注', '姓名'])),
    )
    expect(headingFingerprint(columns(['姓名', '电话']))).not.toBe(
      headingFingerprint(columns(['姓名', '电话', '电话'])),
    )
  })

  it('are known with one heading renamed, others are not', () => {
    const key = (...headings: string[]) => headings.toSorted().join('\n')
    expect(isSameSource(key('a', 'b', 'c', 'd'), key('a', 'b', 'c', 'e'))).toBe(true)
    expect(isSameSource(key('a', 'b', 'c', 'd'), key('a', 'b', 'e', 'f'))).toBe(false)
    expect(isSameSource(key('a', 'b'), key('a', 'c'))).toBe(false)
  })

  it('keep what was confirmed when columns are shuffled and one is renamed', () => {
    const order = [5, 3, 4, 1, 2, 0]
    const shuffled = (row: Cell[]) => order.map((column) => row[column] ?? null)
    const renamed = HEADINGS.map((heading) => (heading === '电话' ? '手机' : heading))
    const again = understand([shuffled(renamed), ...PEOPLE.map(shuffled)], [confirmed])
    expect(fieldOf(first, '所属')?.field).not.toBe('department')
    expect(fieldOf(again, '所属')).toMatchObject({ field: 'department', confidence: 'sure', reason: 'choice' })
    expect(fieldOf(again, '类别')).toMatchObject({ field: null, confidence: 'sure', reason: 'choice' })
    expect(fieldOf(again, '手机')).toMatchObject({ field: 'phone', reason: 'heading' })
  })

  it('a file of another source is understood afresh', () => {
    const other = understand([['所属', '姓名', '性别', '民族', '学历'], ...PEOPLE], [confirmed])
    expect(fieldOf(other, '所属')?.field).toBeNull()
  })
})
