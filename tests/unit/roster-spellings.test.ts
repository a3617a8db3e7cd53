import { describe, expect, it } from 'vitest'
import { daySchema } from '../../shared/model/date'
import type { RosterField } from '../../shared/model/roster'
import type { Cell } from '../../shared/rules/roster/cell'
import { readIdNumber } from '../../shared/rules/roster/id-cell'
import { readValue } from '../../shared/rules/roster/values'
import { understandWorkbook } from '../../shared/rules/roster/workbook'
import { sheetOf } from '../fixtures/roster-sheet'

const TODAY = daySchema.parse('2026-06-01')
const said = (field: RosterField, cell: Cell, typed = true) => {
  const { value, issues } = readValue(field, cell, { typed, trustsTenths: false })
  return value ?? issues[0] ?? null
}
const readRows = (...rows: Cell[][]) => understandWorkbook([sheetOf(rows)], null, TODAY).rows

describe('dates as people and programs write them', () => {
  it.each([
    ['1990/5/12 0:00', '1990-05-12'],
    ['1990-05-12 上午 12:00:00', '1990-05-12'],
    ['1990/5/12 12:00:00 AM', '1990-05-12'],
    ['1990年5月12日 00:00', '1990-05-12'],
    ['1990-05-12T00:00:00.000Z', '1990-05-12'],
    ['Sat May 12 00:00:00 CST 1990', '1990-05-12'],
    ['12-5月 -90', '1990-05-12'],
    ['12-5月-1990', '1990-05-12'],
    ['12-May-90', '1990-05-12'],
    ['May-90', '1990-05'],
    ['90-May', '1990-05'],
    ['May 1990', '1990-05'],
    ['1990.5.1生', '1990-05-01'],
    ['1990年5月1日出生', '1990-05-01'],
    ['生于1990年5月', '1990-05'],
    ['1990.5.12.', '1990-05-12'],
    ['1990。5。1', '1990-05-01'],
    ['1990·5·1', '1990-05-01'],
    ['1990 5 12', '1990-05-12'],
    ['1990.0512', '1990-05-12'],
    ['1990-', '1990'],
    ['一九九O年五月', '1990-05'],
    ['1990年五月', '1990-05'],
    ['民國79年5月12日', '1990-05-12'],
    ['民国79年5月', '1990-05'],
  ])('%s is %s', (text, date) => {
    expect(said('joinDate', text)).toBe(date)
  })

  it.each([
    '12-May',
    'May-12',
    '1990.05.12-1992.06.01',
    '1990年代',
    '约1990年',
    '农历1990.5.1',
    '12-Foo-1990',
    '民国79年13月',
  ])('%s is no sure date', (text) => {
    expect(said('joinDate', text)).toBe('date_invalid')
  })

  it('a program may have written them as numbers into a text file', () => {
    expect(['1990.0', '19900512.0', '32874.0'].map((text) => said('joinDate', text, false))).toEqual([
      '1990',
      '1990-05-12',
      '1990-01-01',
    ])
  })
})

describe('ID numbers as people write them', () => {
  const read = (text: string) => {
    const { number, issues } = readIdNumber(text, null, true)
    return number ?? issues[0]
  }
  it.each([
    ['110105-19491231-002X', '11010519491231002X'],
    ['11010519491231002×', '11010519491231002X'],
    ['11010519491231002Х', '11010519491231002X'],
    ['11010519491231002*', '11010519491231002X'],
    ['11010519491231003*', 'id_checksum'],
    ['110105194912310020.0', 'id_lost_precision'],
    ['11010519491231002X（新）', 'id_length'],
    ['11010519491231002XX', 'id_length'],
    ['1101O519491231002X', 'id_checksum'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('values as people write them', () => {
  it.each<[RosterField, Cell, string | number]>([
    ['gender', '♂', '男'],
    ['gender', '2-女', '女'],
    ['gender', '1.男', '男'],
    ['ethnicity', '01汉族', '汉族'],
    ['ethnicity', '漢', '汉族'],
    ['ethnicity', '维', '维吾尔族'],
    ['education', '全日制本科', '大学本科'],
    ['education', '本科/学士', '大学本科'],
    ['education', '大学本科 学士', '大学本科'],
    ['education', '研究生（硕士）', '硕士研究生'],
    ['education', '碩士', '硕士研究生'],
    ['education', '大专（在职）', '大学专科'],
    ['education', '本科/硕士', 'value_unknown'],
    ['education', '高中或中专', 'value_unknown'],
    ['education', '党校研究生', 'value_unknown'],
    ['politicalStatus', '中共党员（预备）', '中共预备党员'],
    ['politicalStatus', '中國民主同盟盟員', '民盟盟员'],
    ['politicalStatus', '积极分子', 'value_unknown'],
    ['householdType', '城镇居民户口', '非农业家庭户口'],
    ['householdType', '农村户籍', '农业家庭户口'],
    ['householdType', '集体户', 'value_unknown'],
    ['maritalStatus', '離異', '离婚'],
    ['maritalStatus', '已婚已育', '已婚'],
    ['isMigrantWorker', 'v', '是'],
    ['isMigrantWorker', '□', '否'],
    ['isMigrantWorker', '非农民工', '否'],
    ['isMigrantWorker', '○', 'value_unknown'],
    ['phone', '13812345678.0', '13812345678'],
    ['phone', '13812345678/13912345678', 'phone_invalid'],
    ['wage', '3680元/月', 368000],
    ['wage', 'RMB3,680.00', 368000],
    ['wage', '3.68E+03', 368000],
    ['wage', '约3680', 'number_invalid'],
    ['name', '李四*', '李四'],
    ['name', '★李四', '李四'],
    ['name', '阿卜杜 · 热合曼', '阿卜杜·热合曼'],
    ['name', '张伟2', '张伟2'],
  ])('%s %s is %s', (field, cell, expected) => {
    expect(said(field, cell)).toBe(expected)
  })
})

describe('two things in one cell', () => {
  it('a mark that tells namesakes apart is no part of the name, and says what no other column does', () => {
    const rows = readRows(
      ['姓名', '性别', '手机'],
      ['张伟（男）', null, '13812345670'],
      ['李娜(女)', '女', '13812345671'],
      ['马明（回族）', '男', '13812345672'],
      ['王强（大）', '男', '13812345673'],
      ['12.赵六', '男', '13812345674'],
    )
    expect(rows.map(({ fields: { name, gender, ethnicity } }) => [name, gender, ethnicity])).toEqual([
      ['张伟', '男', undefined],
      ['李娜', '女', undefined],
      ['马明', '男', '回族'],
      ['王强（大）', '男', undefined],
      ['赵六', '男', undefined],
    ])
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['name_mark_removed'],
      ['name_mark_removed'],
      ['name_mark_removed'],
      [],
      ['name_mark_removed'],
    ])
  })

  it.each<[string, Cell, Record<string, string>]>([
    ['姓名（工号）', '张三（A1001）', { name: '张三', staffNumber: 'A1001' }],
    ['姓名/工号', '张三/1001', { name: '张三', staffNumber: '1001' }],
    ['姓名', '张三（1001）', { name: '张三（1001）' }],
    ['学历学位', '本科/工学学士', { education: '大学本科', degree: '工学学士' }],
    ['学历/学位', '大学本科 硕士', { education: '大学本科', degree: '硕士' }],
    ['学历及学位', '研究生（硕士）', { education: '硕士研究生', degree: '硕士' }],
    ['学历学位', '大专', { education: '大学专科' }],
    ['部门/班组', '机加车间/一班', { department: '机加车间', unionGroup: '一班' }],
    ['车间班组', '机加车间', { department: '机加车间' }],
    ['部门/班组', '机加/铸造/一班', { department: '机加/铸造/一班' }],
    ['部门', '机加/铸造', { department: '机加/铸造' }],
  ])('%s: %s', (heading, cell, fields) => {
    const isName = heading.startsWith('姓名')
    const [row] = isName
      ? readRows([heading, '手机'], [cell, '13812345670'])
      : readRows(['姓名', heading, '手机'], ['张三', cell, '13812345670'])
    expect(row?.fields).toEqual({ name: '张三', phone: '13812345670', ...fields })
  })
})

describe('yes-no columns for a value', () => {
  const rows = readRows(
    ['姓名', '手机', '更多身份/中共党员', '共青团员', '民族'],
    ['张三', '13812345670', '√', null, '汉'],
    ['李四', '13812345671', null, '是', '汉'],
    ['王五', '13812345672', '否', null, '汉'],
    ['赵六', '13812345673', '√', '√', '汉'],
    ['钱七', '13812345674', '1', null, '汉'],
  )
  it('tell the political status together', () => {
    expect(rows.map(({ fields }) => fields.politicalStatus ?? null)).toEqual(['中共党员', '共青团员', null, null, null])
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      ['value_unknown'],
      ['value_unknown'],
    ])
  })
})
