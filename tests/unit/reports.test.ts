import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as codes from '../../shared/codes'
import { organisationSchema, type Organisation } from '../../shared/model/branch'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { memberIdSchema, membershipEventIdSchema, newId } from '../../shared/model/id'
import { memberFieldsSchema, memberFieldSchema, memberSchema, type Member } from '../../shared/model/member'
import { membershipEventSchema, membershipEventTypeSchema } from '../../shared/model/membership'
import { dateFormSchema, profileDefinitionSchema } from '../../shared/model/receiver-profile'
import { builtInProfiles } from '../../shared/receiver-profiles'
import { formatDate } from '../../shared/rules/reports/date-form'
import { reportLine } from '../../shared/rules/reports/line'
import { matchSheet } from '../../shared/rules/reports/match-sheet'
import { paperForm } from '../../shared/rules/reports/papers'
import { proposeProfiles } from '../../shared/rules/reports/propose'
import type { RawSheet } from '../../shared/rules/roster/cell'

const [memberSheet, organisationSheet] = builtInProfiles.map(({ definition }) => definition)
if (memberSheet === undefined || organisationSheet === undefined) throw new Error('The built-in profiles are missing')

const blank = Object.fromEntries(memberFieldSchema.options.map((field) => [field, null]))

function member(fields: Partial<Member>): Member {
  return memberSchema.parse({ ...blank, name: '张三', id: newId(memberIdSchema), status: 'active', ...fields })
}

function event(type: string, date: string | null = null, reason: string | null = null) {
  return membershipEventSchema.parse({
    ...Object.fromEntries(membershipEventSchema.keyof().options.map((name) => [name, null])),
    id: newId(membershipEventIdSchema),
    memberId: newId(memberIdSchema),
    type,
    date,
    reason,
    recordedAt: '2026-01-01T00:00:00.000Z',
  })
}

const sheetOf = (rows: readonly (readonly string[])[], name = '采集表'): RawSheet => ({
  name,
  hidden: false,
  rows: rows.map((cells, index) => ({ row: index + 1, hidden: false, cells: [...cells] })),
  hiddenColumns: [],
  merges: [],
  typed: true,
})

describe("a receiver's date", () => {
  it('is written in its form, and not at all where the form asks for more than is known', () => {
    const day = partialDateSchema.parse('1990-05-07')
    expect(dateFormSchema.options.map((form) => formatDate(form, day))).toEqual([
      '1990/05/07',
      '1990-05-07',
      '1990.05.07',
      '19900507',
      '1990年5月7日',
      '1990/05',
      '1990-05',
      '1990.05',
      '199005',
    ])
    expect(formatDate('yyyy/MM/dd', partialDateSchema.parse('1990-05'))).toBeNull()
    expect(formatDate('yyyy/MM', partialDateSchema.parse('1990-05'))).toBe('1990/05')
    expect(formatDate('yyyy/MM', partialDateSchema.parse('1990'))).toBeNull()
  })
})

describe('the built-in sheets', () => {
  it('have their verbatim headings and start rows', () => {
    expect(memberSheet.columns.map(({ heading }) => heading).join()).toBe(
      '序号,姓名,性别,出生日期,民族,就业状况,有效证件类别,证件号码,学历,技能等级,移动电话,户籍类型,户籍所在地,' +
        '会籍变化类型,会籍变化日期,会籍变化原因,政治面貌,工作单位,籍贯,是否农民工',
    )
    expect([memberSheet.startRow, organisationSheet.startRow]).toEqual([5, 6])
    expect(organisationSheet.columns).toHaveLength(17)
    expect(organisationSheet.columns.filter(({ value }) => value.from === 'nothing')).toEqual([])
  })

  it('know every value that a member can have', () => {
    const lists = {
      gender: codes.gender,
      ethnicity: codes.ethnicity,
      employmentStatus: codes.employmentStatus,
      idType: codes.idType,
      education: codes.education,
      skillLevel: codes.skillLevel,
      householdType: codes.householdType,
      politicalStatus: codes.politicalStatus,
      yesNo: codes.yesNo,
    }
    for (const [name, { values }] of Object.entries(lists)) {
      expect(values.filter((value) => memberSheet.dictionaries[name]?.entries[value] === undefined)).toEqual([])
    }
    const events = memberSheet.dictionaries.membershipChange?.entries ?? {}
    expect(Object.keys(events).sort()).toEqual([...membershipEventTypeSchema.options].sort())
    const national: readonly (string | null)[] = codes.membershipChangeType.values
    expect(Object.values(events).filter((value) => value !== null && !national.includes(value))).toEqual([])
  })
})

describe('a row of a report', () => {
  const heading = (name: string) => memberSheet.columns.findIndex((column) => column.heading === name)
  const lineOf = (fields: Partial<Member>, last: ReturnType<typeof event> | null = event('admission', '2020-01-01')) =>
    reportLine(memberSheet, { member: member(fields), lastEvent: last }, 1, true)
  const codesOf = (line: ReturnType<typeof lineOf>, name: string) =>
    line.issues.filter((issue) => issue.heading === name).map(({ code }) => code)

  it('maps the last event upward: what is kept, come back or dead', () => {
    const typeOf = (type: string) => lineOf({}, event(type, '2020-01-01')).cells[heading('会籍变化类型')]
    expect(membershipEventTypeSchema.options.map(typeOf)).toEqual([
      '入会',
      '转入',
      '保留',
      '转出',
      '除名',
      '退会',
      null,
      '转入',
    ])
    expect(codesOf(lineOf({}, event('death', '2020-01-01')), '会籍变化类型')).toEqual(['leftBlank'])
    const retired = lineOf({ employmentStatus: '退休' }, event('keeping', '2020-01-01', '退休'))
    expect(retired.cells[heading('会籍变化原因')]).toBeNull()
    expect(codesOf(retired, '会籍变化原因')).toEqual(['leftBlank'])
    expect(retired.cells[heading('就业状况')]).toBe('退休')
  })

  it('is checked for what its receiver refuses', () => {
    expect(codesOf(lineOf({}), '证件号码')).toEqual(['missing'])
    expect(codesOf(lineOf({ idNumber: '110105194912310012' }), '证件号码')).toEqual(['idInvalid'])
    expect(codesOf(lineOf({ idNumber: 'E12345678', idType: '护照' }), '证件号码')).toEqual(['idOtherKind'])
    expect(codesOf(lineOf({ idNumber: '810000199001010019', idType: '港澳居民居住证' }), '证件号码')).toEqual([
      'idOtherKind',
    ])
    expect(codesOf(lineOf({ idNumber: '11010519491231002X' }), '证件号码')).toEqual([])
    expect(codesOf(lineOf({ phone: '0571-88886666' }), '移动电话')).toEqual(['notMobile', 'tooLong'])
    const stricter = {
      ...memberSheet,
      dictionaries: {
        ...memberSheet.dictionaries,
        education: { entries: { 大学本科: '本科' }, others: 'error' as const },
      },
    }
    const subject = { member: member({ education: '小学' }), lastEvent: null }
    expect(reportLine(stricter, subject, 1, true).issues).toContainEqual(
      expect.objectContaining({ code: 'notInList', severity: 'error', heading: '学历', value: '小学' }),
    )
    expect(
      reportLine(stricter, { member: member({ education: '大学本科' }), lastEvent: null }, 1, true).cells,
    ).toContain('本科')
  })

  it('never shows full numbers unless it is to be in clear, in cells or in remarks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{18}$/), fc.stringMatching(/^1[3-9]\d{9}$/), (idNumber, phone) => {
        const subject = { member: member({ idNumber, phone }), lastEvent: null }
        const text = JSON.stringify(reportLine(memberSheet, subject, 1, false))
        return !text.includes(idNumber) && !text.includes(phone)
      }),
    )
  })

  it('of the union tells wrong codes from those of others', () => {
    const organisation: Organisation = organisationSchema.parse({
      ...Object.fromEntries(organisationSchema.keyof().options.map((field) => [field, null])),
      unionName: '云溪机械厂工会委员会',
      creditCode: '91330000724538949H',
      employerCreditCode: '81330000724538949J',
    })
    const line = reportLine(organisationSheet, { organisation, memberCount: 7 }, 1, false)
    expect(line.issues).toContainEqual(expect.objectContaining({ code: 'notUnionCode', severity: 'warning' }))
    expect(line.cells[14]).toBe(7)
  })
})

describe("a receiver's workbook", () => {
  it('is understood as a member sheet or as an organisation sheet by its headings', () => {
    const members = sheetOf([
      ['某省会员采集表'],
      ['序号', '*姓名', '身份证号码', '手机', '会籍变化类型', '会籍变化日期（yyyy.MM.dd）', '鞋码'],
    ])
    const union = sheetOf(
      [['单位名称', '上级工会（企业）名称', '单位类别', '社会信用代码', '建会日期', '基层工会类型']],
      '组织',
    )
    const proposed = proposeProfiles([members, union, sheetOf([['说明'], ['请按字典填写']])], '模板.xlsx')
    expect(proposed.map(({ kind, name, headingRow }) => [kind, name, headingRow])).toEqual([
      ['member', '模板 采集表', 2],
      ['organisation', '模板 组织', 1],
    ])
    expect(proposed[0]?.columns.map(({ value, need, dateForm }) => [value.from, need, dateForm])).toEqual([
      ['rowNumber', 'optional', null],
      ['member', 'required', null],
      ['member', 'required', null],
      ['member', 'required', null],
      ['membershipChange', 'optional', null],
      ['membershipChange', 'advised', 'yyyy.MM.dd'],
      ['nothing', 'optional', null],
    ])
    expect(proposed[1]?.columns.map(({ value }) => ('field' in value ? value.field : null))).toEqual([
      'employerName',
      'parentUnion',
      'employerNature',
      'creditCode',
      'foundedOn',
      'unionType',
    ])
    for (const definition of proposed) expect(profileDefinitionSchema.parse(definition)).toEqual(definition)
  })

  it('is matched by its headings in any order, and ends before its note', () => {
    const headings = memberSheet.columns.map(({ heading }) => `*${heading}（必填）`).reverse()
    const found = matchSheet(memberSheet, [
      sheetOf([['封面']], '封面'),
      sheetOf([['标题'], headings, ['', '旧'], [], ['填表说明：略']]),
    ])
    expect(found).toMatchObject({ sheet: '采集表', startRow: 3, endRow: 5, filledRows: 1, missing: [] })
    expect(found?.columns).toEqual(headings.map((_, index) => headings.length - 1 - index))
    expect(matchSheet(memberSheet, [sheetOf([['姓名', '电话']])])).toBeNull()
  })
})

describe('a paper', () => {
  const subject = {
    member: member({
      birthDate: partialDateSchema.parse('1990-05'),
      wage: memberFieldsSchema.shape.wage.parse(546050),
    }),
    events: [event('admission', '2020-03')],
    relatives: [{ relation: '配偶', name: '李四', employer: null, phone: '138****5678' }],
    others: [{ name: '荣誉', text: '先进工作者' }],
    photo: null,
    unionName: '云溪机械厂工会委员会',
    today: daySchema.parse('2026-01-01'),
  }

  it('fills every row of its grid exactly, also below cells that reach over several rows', () => {
    for (const paper of ['registration', 'dataSheet'] as const) {
      const { table } = paperForm(paper, subject)
      if (table === null) throw new Error('A table was expected')
      let reaching: number[] = []
      for (const { cells } of table.rows) {
        const above = reaching.length
        expect(cells.reduce((sum, cell) => sum + cell.columns, 0) + above).toBe(table.widths.length)
        reaching = [
          ...reaching.map((rows) => rows - 1),
          ...cells.flatMap((cell) => Array.from({ length: cell.columns }, () => cell.rows - 1)),
        ].filter((rows) => rows > 0)
      }
      expect(reaching).toEqual([])
      expect(table.widths.reduce((sum, width) => sum + width, 0)).toBe(170)
    }
  })

  it('says what is kept, with dates as exact as they are known', () => {
    const registration = JSON.stringify(paperForm('registration', subject))
    for (const text of ['1990年05', '5460.50', '李四', '配偶', '云溪机械厂工会委员会'])
      expect(registration).toContain(text)
    expect(JSON.stringify(paperForm('application', subject))).toContain('我自愿加入中国工会')
    const sheet = JSON.stringify(paperForm('dataSheet', subject))
    for (const text of ['先进工作者', '入会　2020-03', '1990-05']) expect(sheet).toContain(text)
  })

  it('of registration fits a page', () => {
    const { table } = paperForm('registration', subject)
    expect(table?.rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThan(250)
  })
})
