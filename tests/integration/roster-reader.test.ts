import { utils, write, type BookType } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readRoster, type ReaderEvent } from '../../electron/backend/roster/read-roster'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { daySchema } from '../../shared/model/date'
import { isEmptyCell, type Cell, type RawSheet } from '../../shared/rules/roster/cell'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { bookBytes, mhtmlOf } from '../fixtures/roster-kinds'
import { zipOf } from '../fixtures/zip'

const TODAY = daySchema.parse('2026-06-01')
const FOLDER = path.join(import.meta.dirname, '../fixtures/rosters')
const HEADER = ['姓名', '身份证号码', '入会日期']
const ROWS: readonly (readonly (string | number)[])[] = [HEADER, ['张三', '11010519491231002X', '2020-01-31']]

const cellsOf = (sheets: readonly RawSheet[]) => sheets.map(({ rows }) => rows.map(({ row, cells }) => [row, ...cells]))

describe('an .xlsx', () => {
  const workbook = (sheet: string, parts: Readonly<Record<string, string | Buffer>> = {}) =>
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

  it.each<[string, string, readonly Cell[]]>([
    ['single quotes and attributes in any order', `<c t='str' s='0' r='B1'><v>甲</v></c>`, [null, '甲']],
    ['a > within quotes', '<c x="a>b" t="str"><v>甲</v></c>', ['甲']],
    ['CDATA and comments', '<c t="str"><!-- <c> --><v><![CDATA[<甲&>]]>乙</v></c>', ['<甲&>乙']],
    ['entities', '<c t="str"><v>&lt;&#24352;&#x4E09;&quot;&apos;&amp;amp;</v></c>', [`<张三"'&amp;`]],
    ['blanks kept', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', [' 甲 ']],
    ['phonetic guides', '<c t="inlineStr"><is><t>山</t><rPh sb="0" eb="1"><t>shan</t></rPh></is></c>', ['山']],
    ['line ends of Windows', '<c t="str"><v>甲\r\n乙</v></c>', ['甲\n乙']],
    ['an index that leads nowhere', '<c t="s"><v>7</v></c><c><v>1</v></c>', [null, 1]],
    [
      'numbers in all forms',
      '<c><v>1.5E3</v></c><c><v>-0.25</v></c><c><v>110105194912310020</v></c>',
      [1500, -0.25, 110105194912310020],
    ],
    ['a shared formula', '<c r="A1"><f t="shared" si="0"/><v>3</v></c><c r="B1" s="0"></c>', [3]],
  ])('may hold %s', async (_, xml, cells) => {
    expect(await firstRow(workbook(row(xml)))).toEqual(cells)
  })

  it.each(['utf-16le', 'utf-16be'])('may be in %s', async (encoding) => {
    const sheet = iconv.encode(row('<c t="str"><v>甲</v></c>'), encoding, { addBOM: true })
    expect(await firstRow(workbook('', { 'xl/worksheets/任意.xml': sheet }))).toEqual(['甲'])
  })

  it.each([
    '<c><v>1</v></d>',
    '<c><v>&unknown;</v></c>',
    '<c r="1"><v>1</v></c>',
    '<c><v>1</v>',
    '<c',
    '<c><v a="></c>',
  ])('is broken where it has %s', async (xml) => {
    await expect(readWorkbook(workbook(row(xml)))).rejects.toMatchObject({ fault: 'FILE_BROKEN' })
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

describe('a workbook of random cells', () => {
  const text = fc.string({
    unit: fc.constantFrom('张', '𠮷', 'A', '0', '&', '<', '>', '"', "'", ' ', '\n', ']]>', '_x', '&amp;'),
  })
  const cell = fc.oneof(
    text,
    fc.integer(),
    fc.integer().map((number) => number / 64 + 0),
    fc.boolean(),
    fc.constant(null),
  )
  const cells = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  /** Empty rows and cells at the end left out, as the reader leaves them out. */
  const shown = (rows: readonly (readonly Cell[])[]) =>
    rows.flatMap((row, index) => {
      const kept = row.slice(0, row.findLastIndex((value) => !isEmptyCell(value)) + 1)
      return kept.length === 0 ? [] : [[index + 1, ...kept.map((value) => (isEmptyCell(value) ? null : value))]]
    })

  it('is read as exceljs wrote it', async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        fc.pre(shown(rows).length > 0)
        const workbook = new ExcelJS.Workbook()
        workbook.addWorksheet('表').addRows(rows)
        expect(cellsOf(await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer())))).toEqual([shown(rows)])
      }),
      { numRuns: 60 },
    )
  })

  it.each<BookType>(['xlsx', 'xlsb', 'xls'])('is read as SheetJS wrote it to .%s', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        fc.pre(shown(rows).length > 0)
        const workbook = utils.book_new()
        utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '表')
        expect(cellsOf(await readWorkbook(bookBytes(workbook, bookType)))).toEqual([shown(rows)])
      }),
      { numRuns: 40 },
    )
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
    ['UTF-16 without a byte order mark', iconv.encode(lines, 'utf-16le')],
    ['UTF-16 without one, with 一 in it', iconv.encode(`${lines}\r\n李一,一,一`, 'utf-16be')],
    ['GB18030 with one', iconv.encode(`\ufeff"姓名"${lines.slice(2)}`, 'gb18030')],
    ['quotes after blanks', Buffer.from(`"${lines.replace(/,/g, '" , "').replace('\r\n', '"\r\n"')}"`)],
    ['texts forced upon Excel', Buffer.from(`="${lines.replace(/,/g, '",="').replace('\r\n', '"\r\n="')}"`)],
    ['quotes around every cell, and tabs', Buffer.from(`"${lines.replace(/,/g, '"\t"').replace('\r\n', '"\r\n"')}"`)],
    ['UTF-16 with its bytes swapped', iconv.encode(lines, 'utf-16be', { addBOM: true })],
    [
      'UTF-8 with a damaged byte',
      Buffer.concat([Buffer.from(`${lines}\r\n李四，在岗，第一车间工会小组\r\n`.repeat(9)), Buffer.from([0xe5])]),
    ],
    ['bars', Buffer.from(lines.replaceAll(',', '|'))],
    ['full-width commas', Buffer.from(lines.replaceAll(',', '，'))],
    ['enumeration commas', iconv.encode(lines.replaceAll(',', '、'), 'gbk')],
    ['carets', Buffer.from(lines.replaceAll(',', '^'))],
    ['tildes', Buffer.from(lines.replaceAll(',', '~'))],
    ['several blanks', Buffer.from(lines.replaceAll(',', '   '))],
    ['full-width blanks', Buffer.from(lines.replaceAll(',', '\u3000'))],
    ['a first line that names the separator', Buffer.from(`sep=;\r\n${lines.replaceAll(',', ';')}`)],
    ['a quote that is never closed', Buffer.from(`${lines}\r\n"李四,1,2\r\n"王五","3",4`)],
    ['a stray quote', Buffer.from(`${lines}\r\n"李"四,1,2`)],
  ])('is read from text: %s', async (_, bytes) => {
    const [sheet = []] = cellsOf(await readWorkbook(bytes))
    expect(sheet.slice(0, 2)).toEqual(ROWS.map((row, index) => [index + 1, ...row]))
  })

  it('keeps what stands in quotes together, and breaks no row by a quote that stands alone', async () => {
    const text = '姓名,备注,部门\r\n"张""三","一,二\r\n三",甲\r\n"李"四,6" 管,乙\r\n"王五,1,丙\r\n"赵六","",丁\r\n'
    const [sheet] = cellsOf(await readWorkbook(Buffer.from(text)))
    expect(sheet?.slice(1)).toEqual([
      [2, '张"三', '一,二\r\n三', '甲'],
      [3, '"李"四', '6" 管', '乙'],
      [4, '"王五', '1', '丙'],
      [5, '赵六', '', '丁'],
    ])
  })

  it('is read from records that stand in one column, as Excel opens a file whose separator it does not know', async () => {
    const column = (rows: readonly string[]) => {
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [row])))
      return bookBytes(book, 'xlsx')
    }
    const [sheet] = cellsOf(
      await readWorkbook(column(['名单', ...ROWS.map((row) => row.join('、')), '李四、"一、二"、无'])),
    )
    expect(sheet).toEqual([[1, '名单'], ...ROWS.map((row, index) => [index + 2, ...row]), [4, '李四', '一、二', '无']])
    const letter = ['请核对姓名、性别、身份证号。', '姓名', '如有变动，请注明时间、原因、经办人、电话。', '谢谢']
    expect(cellsOf(await readWorkbook(column(letter)))).toEqual([letter.map((line, index) => [index + 1, line])])
  })

  const traditional = '姓名,性別,身分證號碼,入會日期,部門\r\n陳美玲,女,A123456789,2019-05-01,資訊處\r\n'
  const simplified = '姓名,性别,身份证号码,入会日期,部门\r\n陈美玲,女,11010519491231002X,2019-05-01,信息处\r\n'
  it.each([
    ['Big5', traditional, 'big5'],
    ['GBK though its characters are traditional', traditional, 'gbk'],
    ['GBK', simplified, 'gbk'],
    ['GB18030 of two lines', '姓名,性别\r\n张三,男', 'gb18030'],
    ['Big5 of two lines', '姓名,性別\r\n張三,男', 'big5'],
  ])('tells %s from its characters', async (_, text, encoding) => {
    const expected = text
      .trim()
      .split('\r\n')
      .map((line, index) => [index + 1, ...line.split(',')])
    expect(cellsOf(await readWorkbook(iconv.encode(text, encoding)))).toEqual([expected])
  })

  it.each<[string, string, readonly (readonly Cell[])[]]>([
    ['rows that it hides', '<table><tr><th>姓名<tr style="display: none"><td>张三</table>', [['姓名'], ['张三']]],
    [
      'exact numbers beside those shown',
      '<table><tr><td x:num="13812345678">1.38E+10</td><td x:num="43861">2020-1-31</td><td x:num>7</td></table>',
      [[13812345678, '2020-1-31', '7']],
    ],
    [
      'line breaks and entities',
      '<table><tr><td>甲<br>乙&nbsp;&middot;&#20019;<td>&lt;b&gt;',
      [['甲\n乙\u00a0·丳', '<b>']],
    ],
    [
      'scripts and comments',
      '<script>"<table>"</script><!-- <table> --><table><tr><td>甲<style>td{}</style></table>',
      [['甲']],
    ],
    ['sloppy tags', "<TABLE border=1><TR><TD width=3 title='a>b'>甲<TD>乙</TR></TABLE", [['甲', '乙']]],
  ])('is read from a page with %s', async (_, html, rows) => {
    const [sheet] = await readWorkbook(Buffer.from(`<html>${html}</html>`))
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual(rows)
  })

  it('is read from several tables, one within another, and one whose header is a table of its own', async () => {
    const header = '<table><tr><th>姓名<th>性别<th>部门</table>'
    const body = '<table><tr><td>张三<td>男<td>甲<tr style="mso-hide:all"><td>李四<td>女<td>乙</table>'
    const sheets = await readWorkbook(
      Buffer.from(`<table><tr><td>菜单</td><td>${header}${body}</td></tr></table><table><tr><td>页脚`),
    )
    expect(sheets.map(({ name, rows }) => [name, ...rows.map(({ cells, hidden }) => [hidden, ...cells])])).toEqual([
      ['#1', [false, '菜单']],
      ['#2', [false, '姓名', '性别', '部门'], [false, '张三', '男', '甲'], [true, '李四', '女', '乙']],
      ['#3', [false, '页脚']],
    ])
  })

  it('is read from a page saved in a single file', async () => {
    const html = iconv.encode('<html><table><tr><td>姓名</td></tr><tr><td>张三</td></tr></table>', 'gbk')
    expect(cellsOf(await readWorkbook(mhtmlOf(html)))).toEqual([
      [
        [1, '姓名'],
        [2, '张三'],
      ],
    ])
  })

  it('is read from an OpenDocument sheet with what it hides, repeats and leaves out', async () => {
    const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="名册"><table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>张<text:s text:c="2"/>三</text:p><text:p>乙　丙</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2020-01-31T08:00:00"><text:p>20年1月</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=NA()" office:value-type="string"><text:p>#N/A</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="旧表" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>`
    const day = { kind: 'date', day: '2020-01-31' }
    expect(await readWorkbook(zipOf({ mimetype: 'x', 'content.xml': content }))).toEqual([
      {
        ...{ name: '名册', hidden: false, typed: true, hiddenColumns: [1] },
        merges: [{ top: 3, left: 0, bottom: 3, right: 1 }],
        rows: [
          {
            row: 3,
            hidden: true,
            cells: ['张  三\n乙　丙', null, day, day, 1.5, true, { kind: 'error', text: '#N/A' }],
          },
        ],
      },
      { name: '旧表', hidden: true, typed: true, hiddenColumns: [], merges: [], rows: [] },
    ])
  })

  it('is read from XML Spreadsheet 2003 with what it hides, merges and leaves out', async () => {
    const xml = `<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<ss:Worksheet ss:Name="名册"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/><Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">张三</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell><ss:Data ss:Type="String"><B>李</B><Font>四</Font></ss:Data></Cell><Cell ss:Index="5"><Data ss:Type="DateTime">2020-01-31T00:00:00.000</Data></Cell><Cell ss:Formula="=NA()"><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="Number">1.5</Data></Cell></Row></Table></ss:Worksheet>
<Worksheet ss:Name="旧表"><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
    expect(await readWorkbook(iconv.encode(xml, 'gbk'))).toMatchObject([
      {
        ...{ name: '名册', hidden: false, hiddenColumns: [1, 2] },
        merges: [{ top: 3, left: 0, bottom: 4, right: 1 }],
        rows: [
          {
            row: 3,
            hidden: true,
            cells: ['张三', null, '李四', null, { kind: 'date', day: '2020-01-31' }, { kind: 'error' }, 1.5],
          },
        ],
      },
      { name: '旧表', hidden: true, rows: [] },
    ])
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
    [
      'an encrypted OpenDocument sheet',
      zipOf({ 'content.xml': 'x', 'META-INF/manifest.xml': '<m:encryption-data/>' }),
      'FILE_ENCRYPTED',
    ],
    ['a locked workbook', oleWith('EncryptedPackage'), 'FILE_ENCRYPTED'],
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
