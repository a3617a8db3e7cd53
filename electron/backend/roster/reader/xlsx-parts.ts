import { posix } from 'node:path'
import { parseXml } from './xml'
import type { Zip } from './zip'

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[]
  readonly date1904: boolean
  readonly sharedStrings: readonly string[]
  /** By style number of a cell: whether it shows its number as a date. */
  readonly dateStyles: readonly boolean[]
}

/** Reads what the sheets of an .xlsx refer to: their list, the shared texts, which styles are dates. */
export async function readWorkbookParts(zip: Zip, workbookPath: string): Promise<WorkbookParts> {
  const relations = await readRelations(zip, workbookPath)
  const sheets: { readonly name: string; readonly hidden: boolean; readonly path: string }[] = []
  let date1904 = false
  await parseXml(zip.text(workbookPath), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))
      const target = relations.find(({ id }) => id === relation?.[1])
      if (target?.type !== 'worksheet' || !zip.paths.has(target.path)) return
      sheets.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        path: target.path,
      })
    },
  })
  const partOf = (type: string) =>
    relations.find((relation) => relation.type === type && zip.paths.has(relation.path))?.path
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheets,
    date1904,
    sharedStrings: strings === undefined ? [] : await readSharedStrings(zip.text(strings)),
    dateStyles: styles === undefined ? [] : await readDateStyles(zip.text(styles)),
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
  await parseXml(zip.text(path), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return
      const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: absolute })
    },
  })
  return relations
}

/** The path of the workbook inside the archive; null where it is no .xlsx. */
export async function findWorkbook(zip: Zip): Promise<string | null> {
  const relations = await readRelations(zip, '')
  const path = relations.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  return /workbook[^/]*\.xml$/.test(path) && zip.paths.has(path) ? path : null
}

async function readSharedStrings(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const strings: string[] = []
  const text = new TextCollector()
  await parseXml(pieces, {
    open(name) {
      if (name === 'si') text.start()
      text.open(name)
    },
    close(name) {
      text.close(name)
      if (name === 'si') strings.push(text.end())
    },
    text: (piece) => text.add(piece),
  })
  return strings
}

/** Collects the runs of a rich text; the phonetic guides of East Asian texts (rPh) are not part of it. */
export class TextCollector {
  #text = ''
  #inText = false
  #inPhonetic = false

  start(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true
    if (name === 't') this.#inText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false
    if (name === 't') this.#inText = false
  }

  add(piece: string): void {
    if (this.#inText && !this.#inPhonetic) this.#text += piece
  }

  end(): string {
    return decodeEscapes(this.#text)
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** Built-in formats that show a day, those of Chinese Excel included (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

async function readDateStyles(pieces: AsyncIterable<string>): Promise<readonly boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCellFormats = false
  await parseXml(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attributes.numFmtId ?? 0)
      const format = formats.get(id)
      styles.push(format === undefined ? BUILT_IN_DATES.has(id) : isDateFormat(format))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}

/** Whether a number format shows a day: it has years or days, or months without a time beside them. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (/general/i.test(bare)) return false
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs0#?]/i.test(bare))
}
