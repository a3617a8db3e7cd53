import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import type { Cell, RawSheet } from '../../shared/rules/roster/cell'
import { tablesOf } from '../../shared/rules/roster/tables'
import { understandWorkbook } from '../../shared/rules/roster/workbook'
import { sheetOf } from '../fixtures/roster-sheet'

const ZHANG = ['张三', '110105194912310011', '13812345670'] as const
const LI = ['李四', '11010519491231002X', '13812345671'] as const

const read = (sheet: RawSheet) => {
  const { sheets, rows } = understandWorkbook(tablesOf(sheet), null, daySchema.parse('2026-06-01'))
  return {
    sheets: sheets.map(({ name, headerRows, skippedRows }) => [name, headerRows, skippedRows.map(({ row }) => row)]),
    people: rows.map(({ sheet: name, row, fields }) => [name, row, fields.name, fields.idNumber, fields.phone]),
  }
}

describe('lists below each other', () => {
  const first: Cell[] = ['序号', '姓名', '身份证号', '手机']
  const second: Cell[] = ['姓名', '手机', '证件号码']

  it('are lists of their own where their columns stand otherwise, each with its title', () => {
    const sheet = sheetOf([['一车间名单'], first, [1, ...ZHANG], [], ['二车间名单'], second, [LI[0], LI[2], LI[1]]])
    expect(read(sheet)).toEqual({
      sheets: [
        ['名册', [2], [1]],
        ['名册:5', [6], [5]],
      ],
      people: [
        ['名册', 3, ...ZHANG],
        ['名册:5', 7, ...LI],
      ],
    })
  })

  it('are one list where the header is repeated, in two rows or in one', () => {
    const upper: Cell[] = ['姓名', '身份证号', '联系方式', null]
    const lower: Cell[] = [null, null, 'QQ', '手机']
    const merges = [2, 3].map((left) => ({ top: 1, left: left - 2, bottom: 2, right: left - 2 }))
    const rows: Cell[][] = [[ZHANG[0], ZHANG[1], '10001', ZHANG[2]]]
    const more: Cell[][] = [[LI[0], LI[1], '10002', LI[2]]]
    const twice = sheetOf([upper, lower, ...rows, upper, lower, ...more], { merges })
    const joined = sheetOf([upper, lower, ...rows, ['姓名', '身份证号', 'QQ', '手机'], ...more], { merges })
    for (const sheet of [twice, joined]) {
      expect(tablesOf(sheet)).toEqual([sheet])
      expect(read(sheet).people.map(([, , ...person]) => person)).toEqual([ZHANG, LI])
    }
  })

  it('take their merges along', () => {
    const merges = [
      { top: 3, left: 1, bottom: 4, right: 1 },
      { top: 6, left: 0, bottom: 7, right: 0 },
    ]
    const sheet = sheetOf([first, [1, ...ZHANG], second, [LI[0], LI[2], LI[1]]], { merges })
    expect(tablesOf(sheet).map((table) => table.merges)).toEqual([[], [{ top: 3, left: 1, bottom: 4, right: 1 }]])
  })
})

describe('lists side by side', () => {
  it('under the same headings are lists of their own', () => {
    const headings: Cell[] = ['姓名', '身份证号', '手机', null]
    const sheet = sheetOf([['名单'], [...headings, ...headings], [...ZHANG, null, ...LI]])
    expect(read(sheet)).toEqual({
      sheets: [
        ['名册', [2], [1]],
        ['名册:E', [2], []],
      ],
      people: [
        ['名册', 3, ...ZHANG],
        ['名册:E', 3, ...LI],
      ],
    })
  })

  it.each<[string, Cell[]]>([
    ['relatives', ['姓名', '身份证号', '手机', '关系', '姓名', '联系电话']],
    ['a heading that stands twice', ['姓名', '身份证号', '手机', '备注', '姓名', '备注']],
  ])('are not to be seen in %s', (_, headings) => {
    const sheet = sheetOf([headings, [...ZHANG, '父亲', '张大', LI[2]]])
    expect(tablesOf(sheet)).toEqual([sheet])
  })
})

it('names in two columns are joined', () => {
  const sheet = sheetOf([['名单'], ['姓', '名', '身份证号'], ['张', ' 三', ZHANG[1]], ['李四'], [null, null, LI[1]]])
  expect(read(sheet).people.map(([, , name]) => name)).toEqual(['张三', '李四', undefined])
})
