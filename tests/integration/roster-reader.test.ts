import { utils, write, type BookType } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readRoster, type ReaderEvent } from '../../electron/backend/roster/read-roster'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { daySchema } from '../../shared/model/date'
import type { Cell, RawSheet } from '../../shared/rules/roster/cell'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { zipOf } from '../fixtures/zip'

const TODAY = daySchema.parse('2026-06-01')
const FOLDER = path.join(import.meta.dirname, '../fixtures/rosters')
const HEADER = ['姓名', '身份证号码', '入会日期']
const ROWS: readonly (readonly (string | number)[])[] = [HEADER, ['张三', '11010519491231002X', '2020-01-31']]

const cellsOf = (sheets: readonly RawSheet[]) => sheets.map(({ rows }) => rows.map(({ row, cells }) => [row, ...cells]))

describe('an .xlsx', () => {
  const workbook = (sheet: string, parts: Readonly<Record<string, string>> = {}) =>
    zipOf({
      '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
      'xl/workbook.xml': `<workbook xmlns:r="x"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(
        ['r1', 'worksheet', '/xl/worksheets/任意.xml'],
        ['r2', 'sharedStrings', 'sharedStrings.xml'],
        ['r3', 'styles', 'styles.xml'],
      ),
      'xl/worksheets/任意.xml': sheet,
      ...parts,
    })
  const relations = (...list: [id: string, type: string, target: string][]) =>
    `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const row = (...cells: string[]) => `<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`
  const firstRow = async (bytes: Buffer) => (await readWorkbook(bytes))[0]?.rows[0]?.cells

  it('gives every shape of cell', async () => {
    const strings =
      '<sst><si><t>一</t></si><si><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh><t>zhang</t></rPh></si></sst>'
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="201" formatCode="h:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="57"/></cellXfs></styleSheet>'
    const cells: [string, Cell][] = [
      ['<c r="A1" t="s"><v>0</v></c>', '一'],
      ['<c r="B1" t="s"><v>1</v></c>', '张 三'],
      ['<c r="C1" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c>', '李四'],
      ['<c r="D1" t="str"><f>A1</f><v>一_x000D_二</v></c>', '一\r二'],
      ['<c r="E1"><v>1.5</v></c>', 1.5],
      ['<c r="F1" t="b"><v>1</v></c>', true],
      ['<c r="G1" t="e"><f>X()</f><v>#N/A</v></c>', { kind: 'error', text: '#N/A' }],
      ['<c r="H1"><f>SUM(A1)</f></c>', { kind: 'uncalculated', formula: 'SUM(A1)' }],
      ['<c r="I1"><f>"0012"</f></c>', '0012'],
      ['<c r="J1" s="1"><v>43861</v></c>', { kind: 'date', day: '2020-01-31' }],
      ['<c r="K1" s="2"><v>43861.9</v></c>', { kind: 'date', day: '2020-01-31' }],
      ['<c r="L1" s="3"><v>0.5</v></c>', 0.5],
      ['<c r="M1" s="4"><f>J1</f><v>43861</v></c>', { kind: 'date', day: '2020-01-31' }],
      ['<c r="N1" t="d"><v>2020-01-31T00:00:00</v></c>', { kind: 'date', day: '2020-01-31' }],
      ['<c r="O1" s="1"/>', null],
      ['<c r="P1" t="inlineStr"><is><t>末&amp;尾</t></is></c>', '末&尾'],
    ]
    const bytes = workbook(row(...cells.map(([xml]) => xml)), {
      'xl/sharedStrings.xml': strings,
      'xl/styles.xml': styles,
    })
    expect(await firstRow(bytes)).toEqual(cells.map(([, cell]) => cell))
  })

  it('may leave out addresses, and carry namespace prefixes', async () => {
    expect(await firstRow(workbook(row('<c><v>1</v></c>', '<c/>', '<c><v>3</v></c>')))).toEqual([1, null, 3])
    const prefixed = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await firstRow(workbook(prefixed))).toEqual([7])
  })

  it('counts its days from 1904 where it says so', async () => {
    const parts = {
      'xl/workbook.xml': `<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    expect(await firstRow(workbook(row('<c><v>42399</v></c>'), parts))).toEqual([{ kind: 'date', day: '2020-01-31' }])
  })

  it('tells hidden rows, columns and sheets, and its merges', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('名册')
    sheet.addRows(ROWS.map((row) => [...row]))
    sheet.mergeCells('A2:A5')
    sheet.getRow(2).hidden = true
    sheet.getColumn(2).hidden = true
    book.addWorksheet('旧表', { state: 'veryHidden' }).addRows(ROWS.map((row) => [...row]))
    const sheets = await readWorkbook(Buffer.from(await book.xlsx.writeBuffer()))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名册', false],
      ['旧表', true],
    ])
    expect(sheets[0]).toMatchObject({ hiddenColumns: [1], merges: [{ top: 2, left: 0, bottom: 5, right: 0 }] })
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  it('gives the values that exceljs gives', async () => {
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'))) {
      const bytes = readFileSync(path.join(FOLDER, name))
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(path.join(FOLDER, name))
      for (const { name: sheetName, rows } of await readWorkbook(bytes)) {
        const sheet = book.getWorksheet(sheetName)
        for (const { row: number, cells } of rows) {
          cells.forEach((cell, column) => {
            if (cell === null) return
            const other = sheet?.getCell(number, column + 1)
            const value = other?.result ?? other?.value
            if (value instanceof Date) expect(cell).toEqual({ kind: 'date', day: value.toISOString().slice(0, 10) })
            else if (typeof value === 'string' || typeof value === 'number') expect(cell).toBe(value)
          })
        }
      }
    }
  })
})

describe('the same sheet', () => {
  const book = () => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS.map((row) => [...row])), '名册')
    return workbook
  }
  const kinds: BookType[] = ['xlsx', 'xlsb', 'xls', 'ods', 'fods', 'xlml']
  it.each(kinds)('is read from .%s', async (bookType) => {
    const written: unknown = write(book(), { type: 'buffer', bookType })
    if (!Buffer.isBuffer(written)) throw new Error('A buffer was asked for')
    expect(cellsOf(await readWorkbook(written))).toEqual([ROWS.map((row, index) => [index + 1, ...row])])
  })

  it('is read from Excel 5, whose texts are in the code page of their machine', async () => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['NAME'], ['WANG']]), 'Sheet1')
    const written: unknown = write(workbook, { type: 'buffer', bookType: 'biff5' })
    if (!Buffer.isBuffer(written)) throw new Error('A buffer was asked for')
    const codePage = written.indexOf(Buffer.from('42000200', 'hex'))
    written.writeUInt16LE(936, codePage + 4)
    iconv.encode('姓名', 'gbk').copy(written, written.indexOf('NAME'))
    iconv.encode('张三', 'gbk').copy(written, written.indexOf('WANG'))
    expect(cellsOf(await readWorkbook(written))).toEqual([
      [
        [1, '姓名'],
        [2, '张三'],
      ],
    ])
  })

  const lines = ROWS.map((row) => row.join(',')).join('\r\n')
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${lines}`)],
    ['GB18030', iconv.encode(lines, 'gb18030')],
    ['UTF-16, as Excel saves Unicode text', iconv.encode(lines.replaceAll(',', '\t'), 'utf-16le', { addBOM: true })],
    ['semicolons', Buffer.from(lines.replaceAll(',', ';'))],
    ['lines ended in the old way', Buffer.from(lines.replaceAll('\r\n', '\r'))],
    ['a stray quote', Buffer.from(`${lines}\r\n"李"四,1,2`)],
  ])('is read from text: %s', async (_, bytes) => {
    const [sheet = []] = cellsOf(await readWorkbook(bytes))
    expect(sheet.slice(0, 2)).toEqual(ROWS.map((row, index) => [index + 1, ...row]))
  })

  it('is read from an HTML table in GBK, spans and entities included', async () => {
    const html = `<html><meta charset="gb2312"><table><tr><td rowspan=2>姓名</td><td colspan=2>证&amp;件</td></tr><tr><td>号</td><td>期</td></tr><tr><td>张三</td><td>0012</td><td>&nbsp;</td></tr></table></html>`
    const [sheet] = await readWorkbook(iconv.encode(html, 'gb18030'))
    expect(sheet?.merges).toHaveLength(2)
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['姓名', '证&件'],
      [null, '号', '期'],
      ['张三', '0012'],
    ])
  })
})

describe('a file that is no roster', () => {
  beforeAll(bundleReaderWorker)

  async function read(bytes: Buffer, signal?: AbortSignal, timeLimit?: number): Promise<ReaderEvent[]> {
    const events: ReaderEvent[] = []
    for await (const event of readRoster({ bytes, readings: null, today: TODAY, remembered: [] }, signal, timeLimit))
      events.push(event)
    return events
  }
  const sheetBytes = (rows: readonly (readonly unknown[])[], bookType: BookType = 'xlsx') => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), '表')
    const written: unknown = write(workbook, { type: 'buffer', bookType })
    if (!Buffer.isBuffer(written)) throw new Error('A buffer was asked for')
    return written
  }
  const good = sheetBytes(ROWS)
  const oldXls = readFileSync(path.join(FOLDER, '03-factory.xls'))
  /** An old workbook whose main stream has another name: what Word and encrypted workbooks look like from outside. */
  const oleWith = (stream: string) => {
    const bytes = Buffer.from(oldXls)
    const entry = bytes.indexOf(Buffer.from('Workbook', 'utf16le'))
    bytes.fill(0, entry, entry + 64)
    bytes.write(stream, entry, 'utf16le')
    bytes.writeUInt16LE((stream.length + 1) * 2, entry + 64)
    return bytes
  }
  const bomb = zipOf({
    '_rels/.rels': '<Relationships/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024, ' '),
  })
  const files: [string, Buffer, string][] = [
    ['nothing at all', Buffer.alloc(0), 'FILE_EMPTY'],
    ['one byte', Buffer.from('x'), 'FILE_NOT_A_ROSTER'],
    ['blanks only', Buffer.from(' \r\n\r\n '), 'FILE_NOT_A_ROSTER'],
    ['a sentence', Buffer.from('各位会员：请于周五前将名册报送工会。'), 'FILE_NOT_A_ROSTER'],
    [
      'a letter with commas',
      Buffer.from('各位会员,你们好,\n请于周五前,\n将名册报送工会,谢谢,大家,\n再见'),
      'FILE_NOT_A_ROSTER',
    ],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'FILE_NOT_A_ROSTER',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'), 'FILE_NOT_A_ROSTER'],
    [
      'a web page without a table',
      Buffer.from('<!doctype html><html><body><p>姓名</p></body></html>'),
      'FILE_NOT_A_ROSTER',
    ],
    ['a Word document', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'FILE_NOT_A_ROSTER'],
    ['an old Word document', oleWith('WordDocument'), 'FILE_NOT_A_ROSTER'],
    [
      'a budget',
      sheetBytes([
        ['科目', '金额'],
        ['办公费', 1200],
        ['会议费', 800],
      ]),
      'FILE_NOT_A_ROSTER',
    ],
    ['a header without rows', sheetBytes([HEADER]), 'FILE_NO_ROWS'],
    ['an empty workbook', sheetBytes([]), 'FILE_NO_ROWS'],
    ['a cut-off .xlsx', good.subarray(0, good.length - 100), 'FILE_BROKEN'],
    ['a cut-off .xls', oldXls.subarray(0, 6000), 'FILE_BROKEN'],
    ['broken XML', zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet' }), 'FILE_BROKEN'],
    [
      'an entity bomb',
      zipOf({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>' }),
      'FILE_BROKEN',
    ],
    [
      '1,000 columns',
      sheetBytes([Array.from({ length: 1000 }, (_, column) => `列${column}`), ROWS[1] ?? []]),
      'FILE_TOO_MANY_COLUMNS',
    ],
    ['1,000 columns of text', Buffer.from(`姓名${',列'.repeat(999)}\n`.repeat(3)), 'FILE_TOO_MANY_COLUMNS'],
    ['a zip bomb', bomb, 'FILE_TOO_LARGE'],
    [
      'an archive that unfolds to gigabytes',
      zipOf({ 'xl/workbook.xml': '<workbook/>' }, { 'xl/workbook.xml': 4e9 }),
      'FILE_TOO_LARGE',
    ],
    [
      'a directory that lies about sizes',
      zipOf({ 'xl/workbook.xml': `<workbook>${' '.repeat(9999)}</workbook>` }, { 'xl/workbook.xml': 10 }),
      'FILE_BROKEN',
    ],
  ]
  it.each(files)('%s is refused', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, defined: true })
  })

  it('a file that takes too long is given up, and the user can give up too', async () => {
    const many = Buffer.from(`${HEADER.join(',')}\n${'张三,11010519491231002X,2020-01-31\n'.repeat(200_000)}`)
    await expect(read(many, undefined, 300)).rejects.toMatchObject({ code: 'FILE_TOO_SLOW' })
    const abort = new AbortController()
    const reading = readRoster({ bytes: many, readings: null, today: TODAY, remembered: [] }, abort.signal)
    const first = reading.next()
    abort.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('nothing stands in the way of a good one, read in its thread', async () => {
    const events = await read(good)
    expect(events.at(-1)?.kind).toBe('done')
    expect(events.flatMap((event) => (event.kind === 'rows' ? event.rows : [])).map(({ fields }) => fields)).toEqual([
      { name: '张三', idNumber: '11010519491231002X', joinDate: '2020-01-31' },
    ])
  })
})
