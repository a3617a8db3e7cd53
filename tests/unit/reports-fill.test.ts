import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { fillSheetXml } from '../../electron/backend/reports/fill/sheet-xml'

const HEAD = '<worksheet xmlns="http://x"><dimension ref="A1:C9"/><sheetData>'
const row = (number: number, text: string) =>
  `<row r="${number}" ht="20"><c r="A${number}" s="1"/><c r="C${number}" s="2" t="str"><v>${text}</v></c></row>`
const TAIL =
  '</sheetData><mergeCells count="1"><mergeCell ref="A9:C9"/></mergeCells>' +
  '<dataValidations count="2"><dataValidation sqref="C5:C8 E1"/><dataValidation sqref="A9"/></dataValidations></worksheet>'

/** Rows 1 and 4 above, 5 and 7 for members, 9 below. */
const sheet = HEAD + row(1, 'title') + row(4, 'head') + row(5, 'old') + row(7, 'older') + row(9, 'note') + TAIL

/** The rows of a sheet as a parser sees them: number, and text by address. */
function read(xml: string): { number: number; cells: Record<string, string> }[] {
  const rows: { number: number; cells: Record<string, string> }[] = []
  let address = ''
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push({ number: Number(attributes.r), cells: {} })
    if (name === 'c') address = attributes.r ?? ''
  })
  parser.on('text', (text) => {
    const last = rows.at(-1)
    if (last !== undefined && text !== '') last.cells[address] = text
  })
  parser.write(xml).close()
  return rows
}

const fill = (rows: readonly (readonly (string | number | null)[])[], endRow: number | null = 9) =>
  fillSheetXml(sheet, { startRow: 5, endRow, columns: [0, null, 2], rows })

describe('the XML of a filled sheet', () => {
  it('holds any text as it is, in rows that only go up, with what stands around them', () => {
    // What XML can hold and spreadsheets do not spell in another way.
    const text = fc.stringMatching(/^[a-zA-Z0-9=+\-@<>&"' 会员一]{1,20}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }), (values) => {
        const rows = read(fill(values.map(([first, third]) => [first, 'nowhere', third])))
        const numbers = rows.map(({ number }) => number)
        expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
        values.forEach(([first, third], index) => {
          const number = 5 + index
          expect(rows.find((found) => found.number === number)?.cells).toEqual({
            [`A${number}`]: first,
            [`C${number}`]: third,
          })
        })
        const note = rows.at(-1)
        expect(note).toEqual({ number: Math.max(9, 5 + values.length), cells: { [`C${note?.number ?? 0}`]: 'note' } })
      }),
    )
  })

  it('moves merges and lists with the rows below, and stretches lists that end with the members', () => {
    const xml = fill(Array.from({ length: 6 }, () => ['x', null, null]))
    expect(xml).toContain('<mergeCell ref="A11:C11"/>')
    expect(xml).toContain('sqref="C5:C10 E1"')
    expect(xml).toContain('sqref="A11"')
    expect(xml).toContain('<dimension ref="A1:C11"/>')
  })

  it('leaves everything as it is where the rows suffice, and empties those that are left over', () => {
    const xml = fill([['x', null, 7]])
    expect(xml.endsWith(row(9, 'note') + TAIL)).toBe(true)
    expect(xml.startsWith(HEAD + row(1, 'title') + row(4, 'head'))).toBe(true)
    expect(xml).toContain('<c r="C5" s="2"><v>7</v></c>')
    expect(xml).toContain('<row r="7" ht="20"><c r="A7" s="1"/><c r="C7" s="2"/></row>')
  })

  it('goes on below the last row where nothing follows, in the look of the first one', () => {
    const xml = fillSheetXml(HEAD + row(5, 'old') + TAIL, {
      startRow: 5,
      endRow: null,
      columns: [0, null, 2],
      rows: [['a'], ['b']],
    })
    expect(xml).toContain('<row r="6" ht="20"><c r="A6" s="1" t="inlineStr">')
    expect(xml).toContain('<c r="C6" s="2"/></row></sheetData>')
    expect(
      fillSheetXml(`${HEAD.replace('<sheetData>', '<sheetData/>')}</worksheet>`, {
        startRow: 5,
        endRow: null,
        columns: [0],
        rows: [['a']],
      }),
    ).toContain('<row r="5"><c r="A5" t="inlineStr">')
  })
})
