import { posix } from 'node:path'
import { dateCells, type DateCellOf } from './cells'
import { startsWith, withoutEntities, XmlScanner } from './xml'
import type { Zip } from './zip'

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[]
  readonly dateCell: DateCellOf
  readonly sharedStrings: readonly string[]
  /** By style number of a cell: whether it shows its number as a date. */
  readonly dateStyles: readonly boolean[]
}

/** Reads what the sheets of an .xlsx refer to: their list, the shared texts, which styles are dates. */
export async function readWorkbookParts(zip: Zip, workbookPath: string): Promise<WorkbookParts> {
  const relations = await readRelations(zip, workbookPath)
  const sheets: { readonly name: string; readonly hidden: boolean; readonly path: string }[] = []
  let date1904 = false
  const xml = new XmlScanner(await zip.read(workbookPath))
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'workbookPr') date1904 = isTrue(xml.attribute('date1904'))
    if (xml.name !== 'sheet') continue
    const id = xml.attribute('id')
    const target = relations.find((relation) => relation.id === id)
    if (target?.type !== 'worksheet' || !zip.paths.has(target.path)) continue
    const state = xml.attribute('state') ?? 'visible'
    sheets.push({ name: xml.attribute('name') ?? '', hidden: state !== 'visible', path: target.path })
  }
  const partOf = (type: string) =>
    relations.find((relation) => relation.type === type && zip.paths.has(relation.path))?.path
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheets,
    dateCell: dateCells(date1904),
    sharedStrings: strings === undefined ? [] : readSharedStrings(await zip.read(strings)),
    dateStyles: styles === undefined ? [] : readDateStyles(await zip.read(styles)),
  }
}

interface Relation {
  readonly id: string
  /** Last part of the relation's type, e.g. `worksheet`. */
  readonly type: string
  readonly path: string
}

async function readRelations(zip: Zip, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part)
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  if (!zip.paths.has(path)) return relations
  const xml = new XmlScanner(await zip.read(path))
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token !== 'open' || xml.name !== 'Relationship') continue
    const target = xml.attribute('Target') ?? ''
    const type = xml.attribute('Type') ?? ''
    const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    relations.push({ id: xml.attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), path: absolute })
  }
  return relations
}

/** The path of the workbook inside the archive; null where it is no .xlsx. */
export async function findWorkbook(zip: Zip): Promise<string | null> {
  const relations = await readRelations(zip, '')
  const path = relations.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  return /workbook[^/]*\.xml$/.test(path) && zip.paths.has(path) ? path : null
}

function readSharedStrings(bytes: Buffer): readonly string[] {
  const strings: string[] = []
  const xml = new XmlScanner(bytes)
  const readPlain = (content: Buffer, at: number) => {
    if (!startsWith(content, at, PLAIN_TEXT_START)) return -1
    const start = at + PLAIN_TEXT_START.length
    const end = content.indexOf(LESS_THAN, start)
    if (!startsWith(content, end, PLAIN_TEXT_END)) return -1
    strings.push(decodeEscapes(withoutEntities(content.toString('utf8', start, end))))
    return end + PLAIN_TEXT_END.length
  }
  for (;;) {
    if (xml.take(readPlain)) continue
    const token = xml.next()
    if (token === 'end') return strings
    if (token === 'open' && xml.name === 'si') strings.push(readRichText(xml))
  }
}

/** The form that nearly all shared texts have. */
const PLAIN_TEXT_START = Buffer.from('<si><t>')
const PLAIN_TEXT_END = Buffer.from('</t></si>')
const LESS_THAN = 0x3c

/** The text of an element with runs; the phonetic guides of East Asian texts (rPh) are not part of it. */
export function readRichText(xml: XmlScanner): string {
  const { depth } = xml
  let text = ''
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 't') text += xml.content()
    else if (xml.name === 'rPh') xml.skip()
  }
  return decodeEscapes(text)
}

/** Excel writes characters that XML cannot hold as `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** Built-in formats that show a day, those of Chinese Excel included (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

function readDateStyles(bytes: Buffer): readonly boolean[] {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCellFormats = false
  const xml = new XmlScanner(bytes)
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (xml.name === 'cellXfs' && token !== 'text') inCellFormats = token === 'open'
    if (token !== 'open') continue
    const id = Number(xml.attribute('numFmtId') ?? 0)
    if (xml.name === 'numFmt') formats.set(id, xml.attribute('formatCode') ?? '')
    if (xml.name !== 'xf' || !inCellFormats) continue
    const format = formats.get(id)
    styles.push(format === undefined ? BUILT_IN_DATES.has(id) : isDateFormat(format))
  }
  return styles
}

/** Whether a number format shows a day: it has years or days, or months without a time beside them. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (/general/i.test(bare)) return false
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs0#?]/i.test(bare))
}

export const isTrue = (attribute: string | undefined) => attribute === '1' || attribute === 'true'
