import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import type { Cell, RawSheet } from '../../shared/rules/roster/cell'
import { gridOf } from '../../shared/rules/roster/grid'
import { mayHoldPersons, understandWorkbook } from '../../shared/rules/roster/workbook'
import { sheetOf } from '../fixtures/roster-sheet'

const TODAY = daySchema.parse('2026-06-01')
const understand = (...sheets: RawSheet[]) => understandWorkbook(sheets, null, TODAY)

const HEADER = ['序号', '姓名', '性别', '身份证号码', '手机号码', '部门', '备注']
const PEOPLE = [
  ['张三', '男', '110105194912310011', '13812345670'],
  ['李四', '女', '11010519491231002X', '13812345671'],
  ['王小五', '男', '110105194912310038', '13812345672'],
  ['买买提·艾力', '男', '110105194912310054', '13812345673'],
]
const member = (index: number): Cell[] => [index + 1, ...(PEOPLE[index] ?? []), index < 2 ? '一车间' : '二车间', null]
const MEMBERS = PEOPLE.map((_, index) => member(index))
const NAMES = PEOPLE.map(([name]) => name)
const namesOf = (understood: ReturnType<typeof understand>) => understood.rows.map(({ fields }) => fields.name)
const skipped = (understood: ReturnType<typeof understand>) =>
  understood.sheets.flatMap(({ skippedRows }) => skippedRows.map(({ row, reason }) => `${row} ${reason}`))

describe('the header', () => {
  it.each([
    ['at once', []],
    ['below a banner', [['北江纺织有限公司工会会员花名册']]],
    [
      'below banners, a blank row and a line of labels',
      [['花名册'], [null], ['单位：北江纺织', null, null, '制表日期：2025-06-01']],
    ],
    ['far down', Array.from({ length: 15 }, (_, line) => [`第 ${line} 行说明文字，请仔细阅读`])],
  ])('is found %s', (_, above) => {
    const understood = understand(sheetOf([...above, HEADER, ...MEMBERS]))
    expect(understood.sheets[0]?.headerRows).toEqual([above.length + 1])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('of two rows is found without merges, as CSV has it', () => {
    const understood = understand(
      sheetOf(
        [
          ['序号', '基本信息', '', '', '联系方式', '部门', '备注'],
          ['', '姓名', '性别', '身份证号码', '手机', '', ''],
          ...MEMBERS,
        ],
        { typed: false },
      ),
    )
    expect(understood.sheets[0]?.headerRows).toEqual([1, 2])
    expect(understood.sheets[0]?.columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '基本信息/姓名',
      '基本信息/性别',
      '基本信息/身份证号码',
      '联系方式/手机',
      '部门',
      '备注',
    ])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('is not needed where the values leave no doubt', () => {
    const understood = understand(sheetOf(MEMBERS))
    expect(understood.sheets[0]).toMatchObject({ headerRows: [], use: true })
    expect(understood.rows.map(({ fields }) => [fields.name, fields.gender, fields.phone])).toEqual(
      PEOPLE.map(([name, gender, , phone]) => [name, gender, phone]),
    )
  })

  it('stands in any order, under any heading of the dictionary, in any dress', () => {
    const headings = [
      ['序号', 'No.', '顺序号'],
      ['姓名', '会员姓名', '*姓名', '姓 名', '教职工姓名（必填）'],
      ['性别', '性　别', '*性别'],
      ['身份证号码', '证件号', '身份证号（18位）', '公民身份号码'],
      ['手机号码', '联系电话', '移动电话\n（11位）', '联系方式'],
      ['部门', '分工会', '科室', '所在部门'],
      ['备注', '附注', '说明'],
    ]
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 })
    const choice = fc.tuple(...headings.map((variants) => fc.constantFrom(...variants)))
    const banners = fc.array(fc.constantFrom('会员花名册', '单位：北江纺织有限公司', '制表时间：2025.9'), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(order, choice, banners, (columns, chosen, above) => {
        const reorder = (cells: readonly (Cell | undefined)[]) => columns.map((column) => cells[column] ?? null)
        const understood = understand(
          sheetOf([...above.map((text) => [text]), reorder(chosen), ...MEMBERS.map(reorder)]),
        )
        expect(understood.rows.map(({ fields }) => fields)).toEqual(
          MEMBERS.map(([, name, gender, idNumber, phone, department]) => ({
            name,
            gender,
            idNumber,
            phone,
            department,
          })),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('rows that are no members', () => {
  it.each<[string, Cell[]]>([
    ['total', ['合计', 4]],
    ['total', [null, '小  计', null, null, '2人']],
    ['total', [null, '总计：4人']],
    ['total', ['一车间小计', null, 2]],
    ['total', ['总人数：4人']],
    ['note', ['填表说明：1. 本表由分会填写；2. 身份证号码为 18 位。']],
    ['note', ['注：以上会员均已缴纳会费']],
    ['note', ['制表人：张三', null, null, '审核人：李四', null, '2025年6月1日']],
    ['note', ['单位负责人签字（盖章）：']],
    ['sectionTitle', ['一、机关分会']],
    ['sectionTitle', [null, '第二车间分会']],
    ['sectionTitle', [null, '二车间（2人）']],
    ['repeatedHeader', ['序号', '姓 名', '性别', '身份证号码', '手机号码', '部门']],
    ['blank', [3]],
  ])('%s: %j', (reason, row) => {
    const understood = understand(sheetOf([HEADER, ...MEMBERS.slice(0, 2), row, ...MEMBERS.slice(2)]))
    expect(skipped(understood)).toEqual([`4 ${reason}`])
    expect(namesOf(understood)).toEqual(NAMES)
  })

  it('empty rows between members are listed, those after the last one are not', () => {
    const understood = understand(sheetOf([HEADER, member(0), [null], [''], member(1), [null], ['  ']]))
    expect(skipped(understood)).toEqual(['3 blank', '4 blank'])
  })

  it('after the last member are notes, titles or not', () => {
    const understood = understand(
      sheetOf([HEADER, ...MEMBERS, [null, null, null, null, null, '2025年6月30日'], ['第 1 页']]),
    )
    expect(skipped(understood)).toEqual(['6 note', '7 note'])
  })

  it('nobody is taken for one: odd names, hardly filled rows, the last row', () => {
    const odd = [
      [1, '何计', null, null, null, '设计科'],
      [2, '单科'],
      [3, '小计', '男', '110105194912310011'],
      [4, '注：', '女', '11010519491231002X'],
      [5, null, '男', '110105194912310038'],
      [6, '张班'],
    ]
    const understood = understand(sheetOf([HEADER, ...odd]))
    expect(understood.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7])
    expect(understood.rows.flatMap(({ row, issues }) => issues.map(({ code }) => `${row} ${code}`))).toContain(
      '6 name_missing',
    )
  })
})

describe('merged cells', () => {
  it('belong to every row of the merge, and an empty row in it stays empty', () => {
    const rows = [HEADER, member(0), member(1), [null], member(2)]
    const understood = understand(
      sheetOf(
        rows.map((row, index) => (index > 1 ? row.map((cell, column) => (column === 5 ? null : cell)) : row)),
        { merges: [{ top: 2, left: 5, bottom: 1_048_576, right: 5 }] },
      ),
    )
    expect(understood.rows.map(({ row, fields }) => [row, fields.department])).toEqual([
      [2, '一车间'],
      [3, '一车间'],
      [5, '一车间'],
    ])
    expect(skipped(understood)).toEqual(['4 blank'])
  })
})

describe('a name merged over rows', () => {
  it('is that of each of them, so that no row is lost', () => {
    const second = [null, null, null, null, '13912345670']
    const merges = [1, 3].map((column) => ({ top: 2, left: column, bottom: 3, right: column }))
    const { rows } = understand(sheetOf([HEADER, member(0), second, member(1)], { merges }))
    expect(rows.map(({ row, fields }) => [row, fields.name, fields.phone])).toEqual([
      [2, '张三', '13812345670'],
      [3, '张三', '13912345670'],
      [4, '李四', '13812345671'],
    ])
    expect(rows[1]?.issues.map(({ code }) => code)).toEqual(['id_duplicate_in_file'])
  })
})

describe('sheets', () => {
  it('are used by what they hold, and hidden ones only when asked', () => {
    const cover = sheetOf([['北江纺织有限公司工会'], ['二〇二五年六月']], { name: '封面' })
    const counts = sheetOf(
      [
        ['部门', '男', '女', '合计'],
        ['一车间', 1, 1, 2],
      ],
      { name: '统计' },
    )
    const hidden = sheetOf([HEADER, ...MEMBERS], { name: '旧表', hidden: true })
    const dues = sheetOf(
      [
        ['姓名', '工号', '缴费基数', '扣工会会费'],
        ['张三', '01', 5000, 25],
      ],
      { name: '6月' },
    )
    const members = sheetOf([HEADER, ...MEMBERS])
    const { sheets, rows } = understand(cover, members, counts, hidden, dues, sheetOf([], { name: '空' }))
    expect(sheets.map(({ use, unusedReason }) => (use ? 'used' : unusedReason))).toEqual([
      'noRoster',
      'used',
      'noRoster',
      'hidden',
      'duesList',
      'empty',
    ])
    expect(rows).toHaveLength(MEMBERS.length)
  })

  it('that explain the columns are no rosters', () => {
    const explained = sheetOf(
      [
        ['姓名', '必填', '说明'],
        ['性别', '必填', '男或女'],
        ['民族', '选填', ''],
      ],
      { name: '填表说明' },
    )
    expect(understand(explained).sheets[0]).toMatchObject({ use: false, unusedReason: 'noRoster' })
  })

  it('are read as the user says', () => {
    const sheet = sheetOf([
      ['A', 'B'],
      ['张三', '13812345670'],
      ['李四', '13812345671'],
    ])
    const readings = [
      { name: '名册', use: true, headerRows: [1], hiddenRows: true, fields: { 0: 'name', 1: 'remark' } as const },
    ]
    const { rows, sheets } = understandWorkbook([sheet], readings, TODAY)
    expect(rows.map(({ fields }) => fields)).toEqual([
      { name: '张三', remark: '13812345670' },
      { name: '李四', remark: '13812345671' },
    ])
    expect(sheets[0]).toMatchObject({ use: true, unusedReason: null, kind: 'roster' })
    const unused = understandWorkbook(
      [sheet],
      [{ use: false, name: '名册', headerRows: [], hiddenRows: true, fields: {} }],
      TODAY,
    )
    expect(unused.sheets[0]).toMatchObject({ use: false, unusedReason: 'choice' })
    expect(unused.rows).toEqual([])
  })

  it('are not held up by merges over everything, again and again', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [index === 0 ? '姓名' : `张三${index}`, '13812345670'])
    const everything = { top: 1, left: 0, bottom: 1_048_576, right: 16_383 }
    const merges = Array.from({ length: 20_000 }, () => everything)
    const start = performance.now()
    expect(gridOf(sheetOf(rows, { merges })).rows).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('are read without their hidden rows where the user says so, and tell which', () => {
    const { rows: stored, ...sheet } = sheetOf([['姓名'], ['张三'], ['李四']])
    const hiding = { ...sheet, rows: stored.map((row) => ({ ...row, hidden: row.row === 2 })) }
    const reading = { name: '名册', use: true, headerRows: [1], hiddenRows: true, fields: { 0: 'name' } as const }
    const names = (hiddenRows: boolean) => {
      const { rows, sheets } = understandWorkbook([hiding], [{ ...reading, hiddenRows }], TODAY)
      return [rows.map(({ fields }) => fields.name), sheets[0]?.hiddenRows, sheets[0]?.skippedRows]
    }
    expect(names(true)).toEqual([['张三', '李四'], true, []])
    expect(names(false)).toEqual([['李四'], false, [{ row: 2, reason: 'hidden', text: '张三' }]])
  })

  it('never show an ID number or a phone in clear in what describes them', () => {
    const understood = understand(
      sheetOf([['联系人 13812345678'], HEADER, ...MEMBERS, ['注：李四 11010519491231002X 电话 13812345671']]),
    )
    const shown = JSON.stringify(understood.sheets)
    for (const [, , idNumber = '', phone = ''] of PEOPLE) {
      expect(shown).not.toContain(idNumber)
      expect(shown).not.toContain(phone)
    }
    expect(shown).not.toContain('13812345678')
    expect(shown).toContain('110105********')
  })

  it('are worth a look by hand where they may hold persons', () => {
    const worth = (sheet: RawSheet) => mayHoldPersons([sheet], understand(sheet))
    expect(
      worth(
        sheetOf([
          ['甲', '乙'],
          ['x', 'y'],
        ]),
      ),
    ).toBe(false)
    expect(worth(sheetOf([['甲'], ['乙'], ['丙'], ['戊', '11010519491231002X']]))).toBe(true)
  })
})

describe('several rows of one file', () => {
  it('a repeated ID number marks the later row, over all sheets and for 15 digits too', () => {
    const again = [9, '张三', '男', '110105491231001', '13912345670', '三车间', null]
    const { rows } = understand(sheetOf([HEADER, ...MEMBERS]), sheetOf([HEADER, again], { name: '乙' }))
    const marked = rows.filter(({ issues }) => issues.some(({ code }) => code === 'id_duplicate_in_file'))
    expect(marked.map(({ sheet, row, fields }) => [sheet, row, fields.idNumber])).toEqual([
      ['乙', 2, '110105194912310011'],
    ])
    expect(marked[0]?.issues.at(-1)).toMatchObject({ withSheet: '名册', withRow: 2, cell: 'D2' })
  })

  it('a shared phone is told on each person, the same person twice shares nothing', () => {
    const phone = '13812345670'
    const { rows } = understand(
      sheetOf([HEADER, member(0), [2, '李四', '女', '11010519491231002X', phone], [3, '王小五', '男', null, phone]]),
    )
    expect(rows.map(({ issues }) => issues.some(({ code }) => code === 'phone_shared'))).toEqual([true, true, true])
    const same = understand(sheetOf([HEADER, [1, '张三', '男', null, phone], [2, '张三', '男', null, phone]]))
    expect(same.rows.flatMap(({ issues }) => issues)).toEqual([])
    const [first] = PEOPLE
    const copied = understand(sheetOf([HEADER, member(0), [2, first?.[0] ?? null, '男', null, first?.[3] ?? null]]))
    expect(copied.rows.flatMap(({ issues }) => issues)).toEqual([])
  })

  it('digits for the gender follow the ID numbers, and the coding of the column', () => {
    const digits = ['0', '1', '0', '0']
    const rows = PEOPLE.map(([name, , idNumber], index) => [index, name, digits[index] ?? null, idNumber])
    const { rows: read } = understand(sheetOf([HEADER, ...rows.map((row) => row.map((cell) => cell ?? null))]))
    expect(read.map(({ fields }) => fields.gender)).toEqual(PEOPLE.map(([, gender]) => gender))
    expect(read.flatMap(({ issues }) => issues)).toEqual([])
    const [first, ...others] = rows
    const contradicted = understand(
      sheetOf([HEADER, ...[first?.with(2, '1') ?? [], ...others].map((row) => row.map((cell) => cell ?? null))]),
    )
    expect(contradicted.rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['id_gender_mismatch'],
      [],
      [],
      [],
    ])
    const slip = understand(sheetOf([HEADER, ...MEMBERS.map((row, index) => (index === 0 ? row.with(2, 2) : row))]))
    expect(slip.rows.map(({ issues }) => issues.map(({ code }) => code)).flat()).toEqual(['id_gender_mismatch'])
  })
})
