import ExcelJS from 'exceljs'
import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RosterImport } from '../../shared/model/roster'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

const ROWS = [
  ['云溪机械厂会员花名册', null, null, null, null],
  ['序号', '姓名', '身份证号码', '手机', '备注信息'],
  ['1', '张三', '110105194912310011', '13812345670', '骨干'],
  ['2', '李四', '110105194912310021', '13812345671', '=1+1'],
  ['3', '王五', '1.10105E+17', '13812345672', null],
  ['4', '赵六', '110105194912310046', '123', '0012'],
] as const
const LI = '11010519491231002X'
const WANG = '110105194912310038'

function setUp({ db, folder }: TestBranch) {
  const { roster, host } = rosterClient(db)
  const place = path.join(folder, '未导入.xlsx')
  host.savePath = place
  return {
    roster,
    read: (file: File) => resultOf(roster.read({ file })),
    commit: ({ id }: RosterImport) => resultOf(roster.commit({ id })),
    save: async ({ id }: RosterImport) => {
      await roster.saveErrors({ id })
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(place)
      return workbook
    },
    /** The workbook as a person hands it in again, under another name. */
    back: async (workbook: ExcelJS.Workbook) => {
      await workbook.xlsx.writeFile(place)
      return new File([new Uint8Array(await readFile(place))], '改好了.xlsx')
    },
    outcomes: async ({ id }: RosterImport) =>
      (await roster.rows({ id, offset: 0, limit: 50, outcome: null, withIssuesOnly: false })).rows.map(
        ({ name, outcome, typed }) => [name, outcome, ...typed].join(' '),
      ),
    add: (name: string) => db.write(() => insertMember(db, { name, remark: '老会员' })),
    members: () => db.sqlite.prepare<[], Record<string, string>>('SELECT * FROM member ORDER BY name').all(),
    logged: () => db.sqlite.prepare("SELECT count FROM access_event WHERE kind = 'export'").pluck().all(),
  }
}

function sheetOf(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('A sheet was written')
  return sheet
}

describe('the workbook of rows left out', () => {
  it('has the columns and texts of the file, the reasons, coloured cells with notes, and hidden keys', async () => {
    using branch = openTestBranch()
    const { read, save, commit, logged } = setUp(branch)
    const imported = await read(rosterFile(ROWS))
    await commit(imported)
    const sheet = sheetOf(await save(imported))
    expect(sheet.name).toBe('名册')
    expect(sheet.getRow(1).hidden).toBe(true)
    const values = (row: number) => [1, 2, 3, 4, 5].map((column) => sheet.getRow(row).getCell(column).text)
    expect(values(2)).toEqual(ROWS[1])
    expect(values(3)).toEqual(['2', '李四', '110105194912310021', '13812345671', '=1+1'])
    expect(values(4)).toEqual(['3', '王五', '1.10105E+17', '13812345672', ''])
    expect(sheet.rowCount).toBe(4)
    expect(sheet.getCell('F2').text).toBe('错误原因')
    expect(sheet.getCell('F3').text).toContain('C4')
    expect(sheet.getCell('C3').note).toBeTruthy()
    expect(sheet.getCell('C3').fill).toMatchObject({ pattern: 'solid' })
    expect(sheet.getCell('B3').note).toBeUndefined()
    expect(sheet.getCell('E3').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getColumn(7).hidden).toBe(true)
    expect(logged()).toEqual([2])
  })

  it('imported again repairs exactly those rows of that import, whatever its name and order', async () => {
    using branch = openTestBranch()
    const { read, save, back, commit, outcomes, members, roster } = setUp(branch)
    const imported = await read(rosterFile(ROWS))
    await commit(imported)
    const workbook = await save(imported)
    const sheet = sheetOf(workbook)
    sheet.getCell('C3').value = LI
    // A column put in, rows in another order, a row without a key.
    sheet.spliceColumns(1, 0, ['', '部门', '一车间', '二车间'])
    sheet.addRow(['', '9', '外人', '110105194912310054'])
    const result = await read(await back(workbook))
    expect(result).toMatchObject({ id: imported.id, returned: { repaired: 1, unchanged: 1, gone: 0 } })
    expect(result.counts).toMatchObject({ rows: 2, new: 1, error: 1, toWrite: 1 })
    expect(await outcomes(imported)).toEqual(['李四 new idNumber', '王五 error'])
    expect(await commit(imported)).toMatchObject({ added: 1, leftOut: 1 })
    expect(members().map(({ name, id_number }) => [name, id_number])).toEqual([
      ['张三', '110105194912310011'],
      ['李四', LI],
      ['赵六', '110105194912310046'],
    ])

    // The row written meanwhile is told as gone, the other one is repaired; then nothing is left to settle.
    const again = sheetOf(workbook)
    again.getCell('D4').value = WANG
    expect(await read(await back(workbook))).toMatchObject({ returned: { repaired: 1, unchanged: 0, gone: 1 } })
    expect(await commit(imported)).toMatchObject({ added: 1, leftOut: 0 })
    expect(await roster.unfinished()).toEqual([])
  })

  it('unchanged repairs nothing; a cell typed in here is saved as it was typed', async () => {
    using branch = openTestBranch()
    const { read, save, back, roster, outcomes } = setUp(branch)
    const imported = await read(rosterFile(ROWS))
    await roster.repair({ id: imported.id, sheet: '名册', row: 4, repairs: { idNumber: '110105194912310020' } })
    const workbook = await save(imported)
    expect(sheetOf(workbook).getCell('C3').text).toBe('110105194912310020')
    expect(await read(await back(workbook))).toMatchObject({ returned: { repaired: 0, unchanged: 2, gone: 0 } })
    expect(await outcomes(imported)).toEqual(['张三 new', '李四 error idNumber', '王五 error', '赵六 new'])
  })

  it('of an import that is gone is a file like any other', async () => {
    using branch = openTestBranch()
    const { read, save, back, roster, outcomes } = setUp(branch)
    const imported = await read(rosterFile(ROWS))
    const workbook = await save(imported)
    sheetOf(workbook).getCell('C3').value = LI
    const file = await back(workbook)
    await roster.discard({ id: imported.id })
    const found = await read(file)
    expect(found).toMatchObject({ fileName: '改好了.xlsx', returned: null })
    expect(found.sheets[0]?.columns.map(({ heading }) => heading)).toEqual([...ROWS[1], '错误原因'])
    expect(await outcomes(found)).toEqual(['李四 new', '王五 error'])
  })

  it('says why a row waits that has no fault of its own', async () => {
    using branch = openTestBranch()
    const { add, read, save } = setUp(branch)
    add('张三')
    const rows = [
      ['姓名', '备注'],
      ['张三', '新会员'],
    ]
    const workbook = await save(await read(rosterFile(rows)))
    expect(sheetOf(workbook).getCell('C3').text).toContain('同名')
  })
})
