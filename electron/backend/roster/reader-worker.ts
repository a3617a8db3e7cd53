import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { mayHoldPersons, understandWorkbook, type UnderstoodWorkbook } from '../../../shared/rules/roster/workbook'
import { sheetReadingSchema } from '../../../shared/contract/roster'
import { daySchema } from '../../../shared/model/date'
import { rosterFieldSchema } from '../../../shared/model/roster'
import { readPeopleSheet } from '../../../shared/rules/activities/people-sheet'
import { readPaySheet } from '../../../shared/rules/dues/pay-sheet'
import { deductionReadings, statedTotal } from '../../../shared/rules/roster/dues-list'
import { returnedRows, textsAt, withoutKeys } from '../../../shared/rules/roster/row-keys'
import { tablesOf } from '../../../shared/rules/roster/tables'
import type { ReaderMessage, ReaderTask } from './read-roster'
import { readWorkbook } from './reader'
import { UnreadableFile } from './reader/unreadable'

// SheetJS tells its troubles there, with the texts of cells among them; no log holds personal data.
for (const method of ['log', 'warn', 'error'] as const) console[method] = () => undefined

/** Rows sent at a time, so that the receiver is never busy with one message for long. */
const ROWS_A_MESSAGE = 500
const encoder = new TextEncoder()
/** Least part of the file between two messages about progress. */
const PROGRESS_STEP = 0.02

const taskSchema: z.ZodType<ReaderTask> = z.object({
  bytes: z.instanceof(Uint8Array),
  readings: z.array(sheetReadingSchema).nullable(),
  today: daySchema,
  remembered: z.array(
    z.object({ fingerprint: z.string(), fields: z.record(z.string(), rosterFieldSchema.nullable()) }),
  ),
  places: z.array(z.object({ sheet: z.int(), row: z.int() })).optional(),
  isPaySheet: z.boolean().optional(),
  isPeopleSheet: z.boolean().optional(),
  isDeductionList: z.boolean().optional(),
})

/** Entry of the worker thread that reads a roster: a file that is too much for it ends the thread, not the backend. */
async function work(task: ReaderTask): Promise<void> {
  const { bytes, readings, today, remembered, places, isPaySheet, isPeopleSheet, isDeductionList } = task
  let told = 0
  const sheets = await readWorkbook(Buffer.from(bytes), (done, total) => {
    if (done - told < total * PROGRESS_STEP) return
    told = done
    send({ kind: 'progress', done: Math.min(done, total), total })
  })
  if (isPaySheet === true) {
    send({ kind: 'pay', sheet: readPaySheet(sheets.flatMap(tablesOf), today) })
    send({ kind: 'done', sheets: [], stated: null })
    return
  }
  if (isPeopleSheet === true) {
    send({ kind: 'people', sheet: readPeopleSheet(sheets.flatMap(tablesOf), today) })
    send({ kind: 'done', sheets: [], stated: null })
    return
  }
  if (places !== undefined) {
    send({ kind: 'texts', importId: null, rows: textsAt(sheets.flatMap(tablesOf), places) })
    send({ kind: 'done', sheets: [], stated: null })
    return
  }
  if (isDeductionList === true) {
    const tables = sheets.flatMap(tablesOf)
    const proposed = understandWorkbook(tables, readings, today, remembered)
    if (!mayHoldPersons(tables, proposed)) throw new UnreadableFile('FILE_NOT_A_ROSTER')
    const list =
      readings === null ? understandWorkbook(tables, deductionReadings(proposed.sheets), today, remembered) : proposed
    sendUnderstood(list, statedTotal(list.sheets, tables))
    return
  }
  const returned = readings === null ? returnedRows(sheets) : null
  if (returned !== null) send({ kind: 'texts', ...returned })
  const plain = (returned === null ? sheets : withoutKeys(sheets)).flatMap(tablesOf)
  const understood = understandWorkbook(plain, readings, today, remembered)
  if (readings === null && returned === null) refuse(understood, mayHoldPersons(plain, understood))
  sendUnderstood(understood, null)
}

function sendUnderstood({ sheets, rows }: UnderstoodWorkbook, stated: number | null): void {
  for (let start = 0; start < rows.length; start += ROWS_A_MESSAGE) {
    const json = encoder.encode(JSON.stringify(rows.slice(start, start + ROWS_A_MESSAGE)))
    send({ kind: 'rows', json }, [json.buffer])
  }
  send({ kind: 'done', sheets: [...sheets], stated })
}

function refuse({ sheets, rows }: ReturnType<typeof understandWorkbook>, mayHold: boolean): void {
  if (!mayHold) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  if (rows.length === 0 && sheets.some(({ use }) => use)) throw new UnreadableFile('FILE_NO_ROWS')
}

function send(message: ReaderMessage, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred)
}

work(taskSchema.parse(workerData)).catch((error: unknown) => {
  if (!(error instanceof UnreadableFile)) throw error
  send({ kind: 'fault', fault: error.fault })
})
