import { zipSync } from 'fflate'
import { isEmptyCell, type RawSheet } from '../../../../shared/rules/roster/cell'
import { readHtmlTables } from './html'
import { readOds } from './ods'
import { readSpreadsheetXml } from './spreadsheet-xml'
import { isText, readDelimited, withRecordsParted } from './text-file'
import { MAX_MERGES, UnreadableFile } from './unreadable'
import { readXlsx, type ReadProgress } from './xlsx'
import { findWorkbook } from './xlsx-parts'
import { openZip, type Zip } from './zip'

/**
 * Reads a spreadsheet file of any kind rosters come in: .xlsx, .xls, .xlsb, .ods, XML Spreadsheet 2003, an HTML table
 * with the extension .xls, delimited text in UTF-8, UTF-16, GB18030 or Big5. What it is is told by its bytes, never by its name.
 * @throws UnreadableFile
 */
export async function readWorkbook(bytes: Buffer, progress: ReadProgress = () => undefined): Promise<RawSheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY')
  const sheets = await readByKind(bytes, progress)
  if (sheets.every(({ rows }) => rows.every(({ cells }) => cells.every(isEmptyCell)))) {
    throw new UnreadableFile('FILE_NO_ROWS')
  }
  return sheets.map((sheet) => withRecordsParted({ ...sheet, merges: sheet.merges.slice(0, MAX_MERGES) }))
}

async function readByKind(bytes: Buffer, progress: ReadProgress): Promise<RawSheet[]> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readZipped(bytes, progress)
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return readLegacyWorkbook(bytes)
  return readText(bytes)
}

async function readZipped(bytes: Buffer, progress: ReadProgress): Promise<RawSheet[]> {
  const zip = await openZip(bytes)
  const workbook = await findWorkbook(zip)
  if (workbook !== null) return readXlsx(zip, workbook, progress)
  const sheets = zip.paths.has('content.xml')
    ? await readOdsArchive(zip)
    : zip.paths.has('xl/workbook.bin')
      ? await readLegacyWorkbook(await unfolded(zip))
      : []
  if (sheets.length > 0) return sheets
  throw new UnreadableFile('FILE_NOT_A_ROSTER')
}

async function readOdsArchive(zip: Zip): Promise<RawSheet[]> {
  const manifest = 'META-INF/manifest.xml'
  if (zip.paths.has(manifest) && (await zip.read(manifest)).includes('encryption-data')) {
    throw new UnreadableFile('FILE_ENCRYPTED')
  }
  return readOds(await zip.read('content.xml'))
}

/** The parts of an .xlsb as an archive that holds them as they are: SheetJS knows no limits when it unpacks. */
async function unfolded(zip: Zip): Promise<Buffer> {
  const parts: Record<string, Uint8Array> = {}
  for (const path of zip.paths) if (/\.(?:bin|rels|xml)$/.test(path)) parts[path] = await zip.read(path)
  return Buffer.from(zipSync(parts, { level: 0 }))
}

async function readText(bytes: Buffer): Promise<RawSheet[]> {
  // BIFF2 to BIFF5 begin with their own record where there is no OLE container around them.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) return readLegacyWorkbook(bytes)
  const [{ decodeText }, { pagesOfMhtml }] = await Promise.all([import('./encoding'), import('./mhtml')])
  const pages = pagesOfMhtml(bytes)
  if (pages !== null) return readHtmlTables(pages)
  const text = decodeText(bytes)
  if (!isText(text) || /^(?:%PDF|\{\\rtf)/.test(text)) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  const start = text.slice(0, 4000).trimStart()
  if (/<Workbook\b|urn:schemas-microsoft-com:office:spreadsheet/.test(start) && start.startsWith('<?xml')) {
    return readSpreadsheetXml(Buffer.from(text))
  }
  if (/^<\?xml\b[^]*<office:document\b/.test(start)) return readOds(Buffer.from(text))
  if (!start.startsWith('<')) return readDelimited(text)
  const sheets = readHtmlTables([text])
  if (sheets.length === 0) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  return sheets
}

/** SheetJS with its code pages takes longer to load than most files to read, so it is loaded for those that need it. */
async function readLegacyWorkbook(bytes: Buffer): Promise<RawSheet[]> {
  const sheetjs = await import('./sheetjs')
  return sheetjs.readLegacyWorkbook(bytes)
}
