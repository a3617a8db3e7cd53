import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { failure } from '../../../../shared/contract/errors'
import { RECEIVER_FILE_MAX_BYTES, type WorkbookPlace } from '../../../../shared/contract/reports'
import type { ProfileDefinition } from '../../../../shared/model/receiver-profile'
import type { RawSheet } from '../../../../shared/rules/roster/cell'
import type { ReportCell } from '../../../../shared/rules/reports/line'
import { matchSheet, type SheetMatch } from '../../../../shared/rules/reports/match-sheet'
import { readWorkbook } from '../../roster/reader'
import { fileFailure, UnreadableFile } from '../../roster/reader/unreadable'
import { findWorkbook, readWorkbookParts } from '../../roster/reader/xlsx-parts'
import { openZip } from '../../roster/reader/zip'
import { fillSheetXml, NoRoom } from './sheet-xml'

/** The sheets of a receiver's workbook. Throws the FILE_… failures. */
export async function readReceiverWorkbook(file: File): Promise<readonly RawSheet[]> {
  return readWorkbook(await bytesOf(file)).catch(asFailure)
}

/** Where a receiver's workbook takes the rows. Throws WORKBOOK_WITHOUT_HEADINGS and the FILE_… failures. */
export async function placeIn(file: File, definition: ProfileDefinition): Promise<WorkbookPlace> {
  const { sheet, startRow, missing, filledRows } = await matchIn(file, definition)
  return { sheet, startRow, missing: [...missing], replaced: filledRows }
}

/**
 * A receiver's workbook with these rows in it: one sheet differs, every other part is kept to the byte. Throws
 * WORKBOOK_NOT_XLSX, WORKBOOK_WITHOUT_HEADINGS, WORKBOOK_TOO_SHORT and the FILE_… failures.
 */
export async function fillWorkbook(
  file: File,
  definition: ProfileDefinition,
  rows: readonly (readonly ReportCell[])[],
): Promise<Uint8Array> {
  const bytes = await bytesOf(file)
  const match = await matchIn(file, definition)
  const path = await sheetPath(bytes, match.sheet)
  const parts = unzipSync(bytes)
  const sheet = parts[path]
  if (sheet === undefined) throw fileFailure('FILE_BROKEN')
  try {
    parts[path] = strToU8(fillSheetXml(strFromU8(sheet), { ...match, rows: withNote(definition, match, rows) }))
  } catch (error) {
    if (error instanceof NoRoom) throw failure('WORKBOOK_TOO_SHORT', { rows: rows.length, room: error.room })
    throw error
  }
  return zipSync(parts, { level: 6 })
}

/** Some receivers leave out the last row without looking; where theirs has no note any more, it is put back there. */
function withNote(
  { note }: ProfileDefinition,
  { endRow }: SheetMatch,
  rows: readonly (readonly ReportCell[])[],
): readonly (readonly ReportCell[])[] {
  return note === null || endRow !== null ? rows : [...rows, [note]]
}

async function bytesOf(file: File): Promise<Buffer> {
  if (file.size > RECEIVER_FILE_MAX_BYTES) throw failure('FILE_TOO_LARGE', { limit: '20 MB' })
  return Buffer.from(await file.arrayBuffer())
}

async function matchIn(file: File, definition: ProfileDefinition): Promise<SheetMatch> {
  const match = matchSheet(definition, await readReceiverWorkbook(file))
  if (match === null) throw failure('WORKBOOK_WITHOUT_HEADINGS', { name: definition.name })
  return match
}

/** Path of a sheet's part inside the archive. */
async function sheetPath(bytes: Buffer, name: string): Promise<string> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw failure('WORKBOOK_NOT_XLSX')
  try {
    const zip = await openZip(bytes)
    const workbook = await findWorkbook(zip)
    if (workbook === null) throw failure('WORKBOOK_NOT_XLSX')
    const { sheets } = await readWorkbookParts(zip, workbook)
    const found = sheets.find((sheet) => sheet.name === name)
    if (found === undefined) throw failure('WORKBOOK_NOT_XLSX')
    return found.path
  } catch (error) {
    return asFailure(error)
  }
}

function asFailure(error: unknown): never {
  throw error instanceof UnreadableFile ? fileFailure(error.fault) : error
}
