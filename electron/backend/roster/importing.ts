import { createHash } from 'node:crypto'
import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import { ROSTER_FILE_MAX_BYTES, type ReadImport, type SheetReading } from '../../../shared/contract/roster'
import { dayOf } from '../../../shared/rules/date'
import type { BatchId, RosterImportId } from '../../../shared/model/id'
import type { RosterSheet } from '../../../shared/model/roster'
import type { ReturnedRows } from '../../../shared/rules/roster/row-keys'
import type { ReadRow } from '../../../shared/rules/roster/row'
import { commitImport, type CommitResult } from './commit'
import { readRoster } from './read-roster'
import { progress, READING_PART, type Progress } from './progress'
import { rememberedMappings, rememberMappings } from './remembered'
import { takeReturned } from './returned'
import { importOf, reassess, stage, type FileToStage } from './staging'
import { Turn } from '../turn'
import { viewImport } from './view'

/**
 * Reads a file into the staging place; a workbook of rows that an import left out repairs those rows instead. An abort
 * leaves nothing behind. Throws the FILE_… failures.
 */
export async function* readFile(
  db: BranchDatabase,
  file: File,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ReadImport>, void, void> {
  if (file.size > ROSTER_FILE_MAX_BYTES) throw failure('FILE_TOO_LARGE', { limit: '100 MB' })
  const content = Buffer.from(await file.arrayBuffer())
  const contentHash = createHash('sha256').update(content).digest('hex')
  yield* readAndStage(db, content, null, { fileName: file.name, content, contentHash }, signal)
}

/**
 * Reads a staged file again, as the user says. Throws NOT_FOUND, MAPPING_WITHOUT_NAME, MAPPING_FIELD_TWICE; an abort
 * leaves the import as it was.
 */
export async function* readAgain(
  db: BranchDatabase,
  id: RosterImportId,
  sheets: readonly SheetReading[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ReadImport>, void, void> {
  importOf(db, id)
  for (const { use, fields } of sheets) {
    if (fields === null) continue
    const chosen = Object.values(fields)
    if (use && !chosen.includes('name')) throw failure('MAPPING_WITHOUT_NAME')
    const twice = chosen.find((field, index) => chosen.indexOf(field) !== index)
    if (twice !== undefined) throw failure('MAPPING_FIELD_TWICE', { field: twice })
  }
  const stored = rosterQueries(db).content.get(id)
  if (stored === undefined) throw failure('NOT_FOUND')
  yield* readAndStage(db, stored.content, sheets, id, signal)
}

async function* readAndStage(
  db: BranchDatabase,
  bytes: Buffer,
  readings: readonly SheetReading[] | null,
  target: FileToStage | RosterImportId,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ReadImport>, void, void> {
  const rows: ReadRow[] = []
  let sheets: readonly RosterSheet[] = []
  let returned: ReturnedRows | null = null
  const task = { bytes, readings, today: dayOf(new Date()), remembered: rememberedMappings(db) }
  const turn = new Turn()
  for await (const event of readRoster(task, signal)) {
    // Many wait at the end, and come one right after the other.
    await turn.pass()
    if (event.kind === 'rows') rows.push(...event.rows)
    else if (event.kind === 'done') sheets = event.sheets
    else if (event.kind === 'texts') returned = event.importId === null ? null : { ...event, importId: event.importId }
    else if (event.kind === 'progress') yield progress(0, event.done / event.total)
  }
  if (returned !== null && rosterQueries(db).importById.get(returned.importId) !== undefined) {
    const counts = await takeReturned(db, returned, signal)
    return yield { kind: 'result', result: { ...viewImport(db, returned.importId), returned: counts } }
  }
  if (returned !== null && rows.length === 0) throw failure('FILE_NO_ROWS')
  const id = yield* stage(db, rows, sheets, target, (staged) => progress(READING_PART, staged / rows.length), signal)
  if (id === target) {
    const confirmed = sheets.filter(({ name }) => readings?.find((reading) => reading.name === name)?.fields)
    db.write(() => rememberMappings(db, confirmed))
    await reassess(db, id)
  }
  yield { kind: 'result', result: { ...viewImport(db, id), returned: null } }
}

/** Commits an import. An abort between two steps takes everything back. Throws NOT_FOUND, NOTHING_TO_IMPORT, BUSY. */
export async function* commit(
  db: BranchDatabase,
  id: RosterImportId,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<CommitResult & { readonly batchId: BatchId }>, void, void> {
  const { batchId, result } = yield* commitImport(db, id, signal)
  // Rows that wait may be about members who were written just now.
  if (result.leftOut > 0) await reassess(db, id)
  yield { kind: 'result', result: { batchId, ...result } }
}
