import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import { changedBasis, isSameBasis } from '../../shared/rules/dues/basis'
import { payHeading, readClass, readPaySheet } from '../../shared/rules/dues/pay-sheet'
import { fenSchema } from '../../shared/model/money'
import { sheetOf } from '../fixtures/roster-sheet'

const today = daySchema.parse('2026-05-20')
const fen = (amount: number) => fenSchema.parse(amount)

describe('headings of a pay sheet', () => {
  it.each([
    ['岗位工资', 'post'],
    ['薪级工资（元）', 'scale'],
    ['工资构成/薪级工资', 'scale'],
    ['基本工资(元/月)', 'basic'],
    ['工龄津贴', 'seniority'],
    ['绩效工资（基础部分）', 'performance'],
    ['基础性绩效工资', 'performance'],
    ['缴费基数', 'total'],
    ['应发合计', 'total'],
    ['职级', 'grade'],
    ['人员类别', 'memberClass'],
    ['奖励性绩效', null],
    ['实发工资', null],
  ])('%s is %s', (heading, meaning) => {
    expect(payHeading(heading)?.meaning ?? null).toBe(meaning)
  })

  it.each([
    ['在编', 'regular'],
    ['非在编人员', 'contract'],
    ['编外聘用', 'contract'],
    ['试用期（在编）', 'probation'],
    ['见习期', 'probation'],
    ['劳务派遣', 'contract'],
    ['临时工', 'temporary'],
    ['其他', null],
  ])('%s is the class %s', (text, memberClass) => {
    expect(readClass(text)).toBe(memberClass)
  })
})

describe('a pay sheet', () => {
  it('gives the items of pay of each person, and leaves totals out', () => {
    const sheet = readPaySheet(
      [
        sheetOf(
          [
            ['机电学院 2026 年 5 月工资表'],
            [
              '序号',
              '工号',
              '姓名',
              '部门',
              '类别',
              '职级',
              '岗位工资',
              '薪级工资',
              '工龄工资',
              '应发合计',
              '实发工资',
            ],
            [1, '001', '张　伟', '机电学院', '在编', '七级', 2180, '1,505.5', 0, 9000, 8000],
            [2, '002', '李娜', '机电学院', '试用期', null, 1900, '见附件', null, 7000, 6000],
            [null, null, '合计', null, null, null, 4080, 1505.5, 0, 16000, 14000],
          ],
          { name: '5月' },
        ),
      ],
      today,
    )
    expect(sheet.columns.map(({ letter, meaning }) => [letter, meaning])).toEqual([
      ['E', 'memberClass'],
      ['F', 'grade'],
      ['G', 'post'],
      ['H', 'scale'],
      ['I', 'seniority'],
      ['J', 'total'],
    ])
    expect(sheet.rows).toMatchObject([
      {
        row: 3,
        name: '张伟',
        staffNumber: '001',
        department: '机电学院',
        memberClass: 'regular',
        grade: '七级',
        pay: { post: 218_000, scale: 150_550, seniority: 0, total: 900_000 },
        faults: [],
      },
      {
        row: 4,
        name: '李娜',
        memberClass: 'probation',
        grade: null,
        pay: { post: 190_000, total: 700_000 },
        faults: [{ cell: 'H4', meaning: 'scale', text: '见附件' }],
      },
    ])
  })

  it('reads a deduction list too, and nothing of sheets without items of pay or that are hidden', () => {
    const list = [
      ['姓名', '缴费基数', '应缴会费'],
      ['张伟', 3680, 18.4],
    ]
    const read = readPaySheet(
      [
        sheetOf(list, { name: '会费' }),
        sheetOf(
          [
            ['姓名', '性别'],
            ['李娜', '女'],
          ],
          { name: '名册' },
        ),
        sheetOf(list, { name: '旧', hidden: true }),
      ],
      today,
    )
    expect(read.rows.map(({ sheet, name, pay }) => [sheet, name, pay])).toEqual([['会费', '张伟', { total: 368_000 }]])
  })

  it('reads the surest of two columns with one meaning', () => {
    const { columns, rows } = readPaySheet(
      [
        sheetOf([
          ['姓名', '应发合计', '缴费基数'],
          ['张伟', 9000, 3680],
        ]),
      ],
      today,
    )
    expect(columns.map(({ letter }) => letter)).toEqual(['C'])
    expect(rows[0]?.pay).toEqual({ total: 368_000 })
  })
})

describe('changing a basis', () => {
  const before = { memberClass: 'regular' as const, grade: '七级', pay: { post: fen(218_000), seniority: fen(0) } }

  it('keeps what is not named, takes away what is null', () => {
    expect(changedBasis(before, { pay: { post: fen(220_000), scale: fen(1) } })).toEqual({
      ...before,
      pay: { post: 220_000, scale: 1, seniority: 0 },
    })
    expect(changedBasis(before, { memberClass: 'probation', grade: null, pay: { post: null } })).toEqual({
      memberClass: 'probation',
      grade: null,
      pay: { seniority: 0 },
    })
    expect(changedBasis(null, { pay: {} })).toEqual({ memberClass: 'regular', grade: null, pay: {} })
  })

  it('is one only where dues follow from something else', () => {
    expect(isSameBasis(before, changedBasis(before, { pay: { seniority: fen(0) } }))).toBe(true)
    expect(isSameBasis(before, changedBasis(before, { pay: { seniority: null } }))).toBe(false)
    expect(isSameBasis(null, changedBasis(null, { pay: {} }))).toBe(false)
  })
})
