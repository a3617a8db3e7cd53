import ExcelJS from 'exceljs'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RosterExport } from '../../shared/contract/roster'
import { partialDateSchema } from '../../shared/model/date'
import { memberFieldSchema } from '../../shared/model/member'
import { fenSchema } from '../../shared/model/money'
import { insertMember, insertMembershipEvent, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient } from '../fixtures/roster-client'

const FORMULA = '=HYPERLINK("http://x","y")'
const REQUEST: RosterExport = {
  filter: { search: '', statuses: [], departments: [], conditions: [], reporting: [], notices: [] },
  sort: { field: 'name', direction: 'asc' },
  columns: ['name', 'idNumber', 'phone', 'birthDate', 'joinDate', 'wage', 'staffNumber', 'remark', 'status'],
  group: null,
  clear: { clear: false },
  language: 'zh-CN',
}
const CLEAR: RosterExport = { ...REQUEST, clear: { clear: true, reason: '报送上级工会' } }

function setUp(branch: TestBranch, fileName = 'out.xlsx') {
  const { db, folder } = branch
  const { roster, host } = rosterClient(db)
  const file = path.join(folder, fileName)
  host.savePath = file
  db.write(() => {
    insertMember(db, {
      name: '张三',
      gender: '女',
      idType: '居民身份证',
      idNumber: '11010519491231002X',
      phone: '13812345678',
      birthDate: partialDateSchema.parse('1949-12-31'),
      joinDate: partialDateSchema.parse('2020-03'),
      wage: fenSchema.parse(546050),
      staffNumber: '0012',
      remark: FORMULA,
    })
    const kept = insertMember(db, { name: '李四', department: '二车间' })
    insertMembershipEvent(db, kept, 'keeping')
  })
  const write = (request: RosterExport) => resultOf(roster.export(request))
  const accessLog = () => db.sqlite.prepare('SELECT kind, subject, count, reason FROM access_event').all()
  const sheet = async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    const [first] = book.worksheets
    if (first === undefined) throw new Error('No sheet was written')
    return first
  }
  return { db, roster, host, folder, file, write, accessLog, sheet }
}

describe('an exported roster', () => {
  it('is masked, and the export is logged', async () => {
    using branch = openTestBranch()
    const { write, sheet, accessLog, host } = setUp(branch)
    expect(await write(REQUEST)).toEqual({ fileName: 'out.xlsx', rows: 2 })
    const written = await sheet()
    expect(written.name).toBe('会员花名册')
    expect(written.getRow(1).values).toEqual([
      undefined,
      '姓名',
      '证件号码',
      '移动电话',
      '出生日期',
      '入会日期',
      '缴费基数',
      '工号',
      '备注',
      '会籍状态',
    ])
    expect(written.getRow(3).values).toEqual([
      undefined,
      '张三',
      '110105********002X',
      '138****5678',
      new Date('1949-12-31T00:00:00Z'),
      '2020-03',
      5460.5,
      '0012',
      FORMULA,
      '在籍',
    ])
    expect(written.getCell('I2').value).toBe('保留')
    expect(host.asked).toEqual([])
    expect(accessLog()).toEqual([{ kind: 'export', subject: REQUEST.columns.join(','), count: 2, reason: null }])
  })

  it('is in clear only when a native dialog confirms it, with its reason in the log', async () => {
    using branch = openTestBranch()
    const { write, sheet, accessLog, host, file } = setUp(branch)
    host.confirms = false
    await expect(write(CLEAR)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    expect(existsSync(file)).toBe(false)
    expect(accessLog()).toEqual([])
    host.confirms = true
    await write(CLEAR)
    expect((await sheet()).getCell('B3').value).toBe('11010519491231002X')
    expect(host.asked).toEqual(['exportClear', 'exportClear'])
    expect(accessLog()).toMatchObject([{ kind: 'export', count: 2, reason: '报送上级工会' }])
  })

  it('opens with a frozen header, filters, widths and texts that stay texts', async () => {
    using branch = openTestBranch()
    const { write, sheet } = setUp(branch)
    await write(CLEAR)
    const written = await sheet()
    expect(written.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(written.autoFilter).toBe('A1:I3')
    expect(written.columns.map(({ width }) => width)).toEqual([12, 22, 14, 12, 12, 12, 12, 30, 10])
    expect(written.getCell('A1').font).toMatchObject({ bold: true })
    expect(written.getCell('B3')).toMatchObject({ numFmt: '@', type: ExcelJS.ValueType.String })
    expect(written.getCell('H3')).toMatchObject({ value: FORMULA, type: ExcelJS.ValueType.String })
    expect(written.getCell('D3').numFmt).toBe('yyyy-mm-dd')
    expect(written.getCell('F3').numFmt).toBe('#,##0.00')
  })

  it('holds the members of the filter in the order of the sort, under headings of the language', async () => {
    using branch = openTestBranch()
    const { write, sheet } = setUp(branch)
    const request = { ...REQUEST, columns: ['status', 'name'] as const, language: 'en' as const }
    await write({ ...request, columns: [...request.columns], sort: { field: 'name', direction: 'desc' } })
    expect((await sheet()).getSheetValues().slice(1)).toEqual([
      [undefined, 'Membership status', 'Name'],
      [undefined, 'Active', '张三'],
      [undefined, 'Kept', '李四'],
    ])
    await write({ ...request, columns: [...request.columns], filter: { ...REQUEST.filter, statuses: ['kept'] } })
    expect((await sheet()).rowCount).toBe(2)
  })

  it('is not written when the dialog is cancelled, and gets its extension when it is missing', async () => {
    using branch = openTestBranch()
    const { write, host, folder, accessLog } = setUp(branch, '名册')
    expect(await write(REQUEST)).toEqual({ fileName: '名册.xlsx', rows: 2 })
    host.savePath = null
    expect(await write(REQUEST)).toBeNull()
    expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toEqual(['名册.xlsx'])
    expect(accessLog()).toHaveLength(1)
  })

  it('aborted or not writable leaves what was there before', async () => {
    using branch = openTestBranch()
    const { db, roster, host, write, file, folder } = setUp(branch)
    db.write(() => {
      for (let index = 0; index < 1200; index++) insertMember(db, { name: `会员${index}` })
    })
    writeFileSync(file, 'before')
    const abort = new AbortController()
    await expect(
      (async () => {
        for await (const event of await roster.export(REQUEST, { signal: abort.signal })) {
          if (event.kind === 'progress') abort.abort()
        }
      })(),
    ).rejects.toThrow()
    expect(readFileSync(file, 'utf8')).toBe('before')
    mkdirSync(path.join(folder, 'folder.xlsx'))
    host.savePath = path.join(folder, 'folder.xlsx')
    await expect(write(REQUEST)).rejects.toMatchObject({ code: 'EXPORT_NOT_WRITTEN' })
    host.savePath = path.join(folder, 'missing', 'out.xlsx')
    await expect(write(REQUEST)).rejects.toMatchObject({ code: 'EXPORT_NOT_WRITTEN' })
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('read back in clear changes nothing', async () => {
    await bundleReaderWorker()
    using branch = openTestBranch()
    const { write, roster, file } = setUp(branch)
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      await write({ ...CLEAR, columns: [...memberFieldSchema.options, 'status'], language })
      const read = await resultOf(roster.read({ file: new File([new Uint8Array(readFileSync(file))], 'again.xlsx') }))
      expect(read.counts).toMatchObject({ rows: 2, new: 0, changed: 0, same: 2, conflict: 0, error: 0 })
    }
  })
})

describe('a roster in groups', () => {
  beforeAll(bundleReaderWorker)

  it('has a row with name and size above each group, those in none last, and reads back unchanged', async () => {
    using branch = openTestBranch()
    const { db, write, sheet, roster, file } = setUp(branch)
    db.write(() => {
      insertMember(db, { name: '王五', department: '二车间', unionGroup: '甲班', staffNumber: '0021' })
      insertMember(db, { name: '赵六', department: '质检', staffNumber: '0022' })
    })
    const columns: RosterExport['columns'] = ['name', 'department', 'unionGroup', 'idNumber', 'staffNumber']
    await write({ ...CLEAR, columns, group: 'department' })
    const written = await sheet()
    expect(written.getColumn(1).values.slice(2)).toEqual([
      '二车间（2 人）',
      '李四',
      '王五',
      '质检（1 人）',
      '赵六',
      '未分组（1 人）',
      '张三',
    ])
    expect(written.model.merges).toEqual(['A2:E2', 'A5:E5', 'A7:E7'])
    expect(written.autoFilter).toBeUndefined()
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      for (const group of ['department', 'unionGroup'] as const) {
        await write({ ...CLEAR, columns: [...memberFieldSchema.options, 'status'], group, language })
        const read = await resultOf(roster.read({ file: new File([new Uint8Array(readFileSync(file))], 'again.xlsx') }))
        expect(read.counts).toMatchObject({ rows: 4, new: 0, changed: 0, same: 4, conflict: 0, error: 0 })
      }
    }
  })
})
