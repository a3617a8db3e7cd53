import ExcelJS from 'exceljs'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sumOfRow, writeLedger, type LedgerSheet } from '../../electron/backend/ledger-sheet'
import { fenSchema } from '../../shared/model/money'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gonghui-ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function row(name: string, january: number, february: number) {
  return [name, january, february, sumOfRow(1, 2, fenSchema.parse(january + february))]
}

const register: LedgerSheet = {
  name: '登记表',
  title: '会费收缴登记表',
  lines: ['云溪机械厂工会　2026 年'],
  columns: [
    { heading: '姓名', width: 10, kind: 'text' },
    { heading: '1 月', width: 10, kind: 'money', isSummed: true },
    { heading: '2 月', width: 10, kind: 'money', isSummed: true },
    { heading: '合计', width: 12, kind: 'money', isSummed: true },
  ],
  groups: [
    { title: '一车间小计', rows: [row('张三', 1840, 1840), row('=1+1', 905, 0)] },
    { title: '空车间小计', rows: [] },
    { title: '二车间小计', rows: [row('李四', 1000, 2000)] },
  ],
  rowCount: 3,
  total: '合计',
  notes: ['制表：　　　　审核：'],
}

async function write(sheets: readonly LedgerSheet[], signal?: AbortSignal): Promise<ExcelJS.Workbook> {
  const file = path.join(folder, 'out.xlsx')
  for await (const event of writeLedger(file, sheets, signal)) expect(event.kind).toBe('progress')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook
}

describe('a sheet of a ledger', () => {
  it('sums up by formulas that pass over subtotals, with their results in yuan', async () => {
    const sheet = (await write([register])).getWorksheet('登记表')
    expect(sheet?.getCell('D4').value).toEqual({ formula: 'SUM(B4:C4)', result: 36.8 })
    expect(sheet?.getCell('A6').value).toBe('一车间小计')
    expect(sheet?.getCell('B6').value).toEqual({ formula: 'SUBTOTAL(9,B4:B5)', result: 27.45 })
    expect(sheet?.getCell('A8').value).toBe('二车间小计')
    expect(sheet?.getCell('D9').value).toEqual({ formula: 'SUBTOTAL(9,D4:D8)', result: 75.85 })
    expect(sheet?.getCell('A10').value).toBe('制表：　　　　审核：')
  })

  it('leaves texts texts, and reckons nothing that somebody typed', async () => {
    const cell = (await write([register])).getWorksheet('登记表')?.getCell('A5')
    expect(cell?.value).toBe('=1+1')
    expect(cell?.numFmt).toBe('@')
  })

  it('prints all of it and nothing else, with its headings on every page', async () => {
    const sheet = (await write([register])).getWorksheet('登记表')
    expect(sheet?.pageSetup).toMatchObject({
      printArea: 'A1:D10',
      printTitlesRow: '3:3',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(sheet?.getCell('A1').isMerged).toBe(true)
  })

  it('keeps several sheets apart, one without rows among them', async () => {
    const empty: LedgerSheet = { ...register, name: '空', groups: [], rowCount: 0 }
    const workbook = await write([register, empty])
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['登记表', '空'])
    expect(workbook.getWorksheet('空')?.getCell('B4').value).toBe(0)
    expect(workbook.getWorksheet('空')?.pageSetup.printArea).toBe('A1:D5')
  })

  it('is called off half-way without a trace', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row(`会员${index}`, 100, 200))
    const abort = new AbortController()
    await expect(
      (async () => {
        const sheets = [{ ...register, groups: [{ title: null, rows }], rowCount: rows.length }]
        for await (const event of writeLedger(path.join(folder, 'out.xlsx'), sheets, abort.signal)) {
          if (event.kind === 'progress') abort.abort()
        }
      })(),
    ).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})
