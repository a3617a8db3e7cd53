import ExcelJS from 'exceljs'
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { memberFilterSchema } from '../../shared/contract/members'
import type { ReportRequest } from '../../shared/contract/reports'
import { partialDateSchema } from '../../shared/model/date'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { receiverWorkbook } from '../fixtures/receiver-workbook'
import { reportsClient } from '../fixtures/reports-client'
import { resultOf } from '../fixtures/roster-client'

const SHEET = 'xl/worksheets/sheet1.xml'
const FORMULA = '=1+1 <&"'

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

/** A branch with so many members, and the receiver's own template as a profile of it. */
async function setUp(branch: TestBranch, members: number, workbook: File) {
  const { db, folder } = branch
  const { reports, host } = reportsClient(db)
  const file = path.join(folder, 'filled.xlsx')
  host.savePath = file
  db.write(() => {
    for (let index = 0; index < members; index++) {
      insertMember(db, {
        name: index === 0 ? FORMULA : `会员${index}_x0041_`,
        gender: '女',
        idNumber: index === 0 ? '11010519491231002X' : null,
        phone: '13812345678',
        birthDate: partialDateSchema.parse('1949-12-31'),
        staffNumber: String(index),
      })
    }
  })
  const [definition] = await reports.proposeProfiles({ file: workbook })
  if (definition === undefined) throw new Error('The workbook was not recognised')
  const { id: profileId } = await reports.saveProfile({ id: null, definition })
  const request: ReportRequest = {
    profileId,
    people: {
      by: 'filter',
      filter: memberFilterSchema.parse({}),
      sort: { field: 'staffNumber', direction: 'asc' },
    },
    faulty: 'write',
    clear: { clear: true, reason: '报送' },
    workbook,
  }
  const write = () => resultOf(reports.write(request))
  const sheet = async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    const [first] = book.worksheets
    if (first === undefined) throw new Error('No sheet was written')
    return first
  }
  return { reports, definition, profileId, write, sheet, file }
}

describe("a receiver's own workbook", () => {
  it('is understood as a profile by its headings', async () => {
    using branch = openTestBranch()
    const { definition } = await setUp(branch, 0, await receiverWorkbook())
    expect(definition).toMatchObject({
      kind: 'member',
      name: '云溪市模板',
      sheetName: '会员采集',
      headingRow: 4,
      startRow: 5,
    })
    expect(
      definition.columns.map(({ heading, need, value, dateForm, check }) => [heading, need, value, dateForm, check]),
    ).toEqual([
      ['序号', 'optional', { from: 'rowNumber' }, null, null],
      ['*姓名', 'required', { from: 'member', field: 'name' }, null, null],
      ['*证件号码（18位）', 'required', { from: 'member', field: 'idNumber' }, null, 'citizenId'],
      ['移动电话', 'required', { from: 'member', field: 'phone' }, null, 'mobile'],
      ['性别', 'advised', { from: 'member', field: 'gender' }, null, null],
      ['出生日期（yyyy-MM-dd）', 'optional', { from: 'member', field: 'birthDate' }, 'yyyy-MM-dd', null],
      ['年龄', 'optional', { from: 'nothing' }, null, null],
      ['审核', 'optional', { from: 'nothing' }, null, null],
    ])
  })

  it('is filled in place: every other part to the byte, in the sheet nothing but the rows', async () => {
    using branch = openTestBranch()
    const workbook = await receiverWorkbook()
    const { write, file, sheet, reports, profileId } = await setUp(branch, 2, workbook)
    expect(await reports.placeIn({ profileId, workbook })).toEqual({
      sheet: '会员采集',
      startRow: 5,
      missing: [],
      replaced: 1,
    })
    expect(await write()).toEqual({ fileName: 'filled.xlsx', rows: 2, leftOut: 0 })
    const before = unzipSync(await bytesOf(workbook))
    const after = unzipSync(new Uint8Array(readFileSync(file)))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(Object.keys(before).length).toBeGreaterThan(12)
    for (const [part, content] of Object.entries(before)) {
      if (part !== SHEET) expect(Buffer.from(after[part] ?? []).equals(Buffer.from(content)), part).toBe(true)
    }
    const rows = /<row r="5"[\s\S]*<\/row>(?=<row r="8")/
    const [was, is] = [before, after].map((parts) => strFromU8(parts[SHEET] ?? new Uint8Array()))
    expect(is?.replace(rows, '')).toBe(was?.replace(rows, ''))

    const written = await sheet()
    expect(written.getRow(5).values).toEqual([
      undefined,
      1,
      FORMULA,
      '11010519491231002X',
      '13812345678',
      '女',
      '1949-12-31',
      { formula: '2026-LEFT(F5,4)' },
    ])
    expect(written.getCell('B5').type).toBe(ExcelJS.ValueType.String)
    expect((await readWorkbook(readFileSync(file)))[0]?.rows.find(({ row }) => row === 6)?.cells[1]).toBe(
      '会员1_x0041_',
    )
    expect(written.getCell('H6').value).toBe('已审')
    // The third row is not needed: its content is gone, its ruling stays.
    expect(written.getRow(7).values).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      { formula: '2026-LEFT(F7,4)' },
    ])
    expect(written.getCell('C7').border.bottom).toEqual({ style: 'dotted' })
    expect(written.getCell('C5')).toMatchObject({ numFmt: '@', type: ExcelJS.ValueType.String })
    expect(written.getCell('E5').dataValidation).toMatchObject({ formulae: ['字典!$A$1:$A$2'] })
    expect(written.getCell('B4').note).toBeDefined()
  })

  it('makes room where there are more members than rows, and moves what stands below', async () => {
    using branch = openTestBranch()
    const { write, sheet } = await setUp(branch, 10, await receiverWorkbook())
    await write()
    const written = await sheet()
    expect(written.getCell('B14').text).toContain('会员9')
    expect(written.getRow(14).height).toBe(24)
    expect(written.getCell('C14')).toMatchObject({ numFmt: '@', border: { bottom: { style: 'dotted' } } })
    expect(written.getCell('A15').value).toBe('填表说明：一人一行。')
    expect(written.getCell('A16').value).toBe('审核人：')
    expect(written.model.merges).toEqual(['A1:H1', 'A15:H15'])
    expect(written.getCell('E14').dataValidation).toMatchObject({ formulae: ['字典!$A$1:$A$2'] })
  })

  it('gets back the note that its profile ends with, so that no member is the last row', async () => {
    using branch = openTestBranch()
    const workbook = await receiverWorkbook({ withNote: false })
    const { write, sheet, reports, profileId, definition } = await setUp(branch, 2, workbook)
    await reports.saveProfile({ id: profileId, definition: { ...definition, note: '填表说明：略' } })
    await write()
    expect((await sheet()).getCell('A7').value).toBe('填表说明：略')
    expect((await sheet()).getCell('B7').value).toBeNull()
  })

  it('is refused where formulas would have to move, where it is old, and where the headings are others', async () => {
    using branch = openTestBranch()
    const workbook = await receiverWorkbook({ formulaBelow: true })
    const { write, reports, profileId } = await setUp(branch, 4, workbook)
    await expect(write()).rejects.toMatchObject({ code: 'WORKBOOK_TOO_SHORT', data: { rows: 4, room: 3 } })
    await expect(reports.placeIn({ profileId: 'organisation-sheet', workbook })).rejects.toMatchObject({
      code: 'WORKBOOK_WITHOUT_HEADINGS',
    })
    const old = new File(['姓名,证件号码,移动电话,性别,出生日期\n'], 'old.xls')
    await expect(reports.placeIn({ profileId, workbook: new File(['x'], 'x.xlsx') })).rejects.toMatchObject({
      code: 'FILE_NOT_A_ROSTER',
    })
    await expect(
      resultOf(
        reports.write({
          profileId,
          people: {
            by: 'filter',
            filter: memberFilterSchema.parse({}),
            sort: { field: 'name', direction: 'asc' },
          },
          faulty: 'write',
          clear: { clear: false },
          workbook: old,
        }),
      ),
    ).rejects.toMatchObject({ code: 'WORKBOOK_NOT_XLSX' })
  })

  it('is filled in where its XML has prefixes and rows without numbers', async () => {
    using branch = openTestBranch()
    const workbook = await receiverWorkbook()
    const parts = unzipSync(await bytesOf(workbook))
    const xml = strFromU8(parts[SHEET] ?? new Uint8Array())
      .replace('xmlns="http', 'xmlns:x="http')
      .replace(/<(\/?)([a-zA-Z]+)(?=[\s>/])/g, '<$1x:$2')
    parts[SHEET] = strToU8(xml)
    const prefixed = new File([new Uint8Array(zipSync(parts))], 'prefixed.xlsx')
    const { write, file } = await setUp(branch, 2, prefixed)
    await write()
    const after = strFromU8(unzipSync(new Uint8Array(readFileSync(file)))[SHEET] ?? new Uint8Array())
    expect(after).toContain('<x:c r="B6" s=')
    expect(after).toContain('会员1_x005F_x0041_</x:t></x:is></x:c>')
    expect(after.replace(/<x:row r="5"[\s\S]*<\/x:row>(?=<x:row r="8")/, '')).toBe(
      xml.replace(/<x:row r="5"[\s\S]*<\/x:row>(?=<x:row r="8")/, ''),
    )
  })
})
