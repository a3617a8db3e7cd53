import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { failure } from '../../../shared/contract/errors'
import type { SheetReading } from '../../../shared/contract/roster'
import type { Day } from '../../../shared/model/date'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterSheet } from '../../../shared/model/roster'
import type { PeopleSheet } from '../../../shared/rules/activities/people-sheet'
import type { PaySheet } from '../../../shared/rules/dues/pay-sheet'
import type { RememberedMapping } from '../../../shared/rules/roster/fingerprint'
import type { ReturnedRow, RowPlace } from '../../../shared/rules/roster/row-keys'
import type { ReadRow } from '../../../shared/rules/roster/row'
import { fileFailure, type FileFault } from './reader/unreadable'

export interface ReaderTask {
  readonly bytes: Uint8Array
  readonly readings: readonly SheetReading[] | null
  readonly today: Day
  /** What headings of earlier files were confirmed to mean. */
  readonly remembered: readonly RememberedMapping[]
  /** Rows whose texts are wanted, and nothing else. */
  readonly places?: readonly RowPlace[] | undefined
  /** The file is a pay sheet: read are its persons and their items of pay, and nothing else. */
  readonly isPaySheet?: boolean | undefined
  /** The file is about the people of an activity: read are they and what is said of them, and nothing else. */
  readonly isPeopleSheet?: boolean | undefined
  /** The file is a deduction list: read are the sheets with amounts of dues, whatever else they look like. */
  readonly isDeductionList?: boolean | undefined
}

export type ReaderEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'pay'; readonly sheet: PaySheet }
  | { readonly kind: 'people'; readonly sheet: PeopleSheet }
  /** The rows of the workbook, or the ones wanted, as they stand there. */
  | { readonly kind: 'texts'; readonly importId: RosterImportId | null; readonly rows: readonly ReturnedRow[] }
  /** `stated` is the total that a deduction list states, in fen; null for other files. */
  | { readonly kind: 'done'; readonly sheets: readonly RosterSheet[]; readonly stated: number | null }
/**
 * Rows cross as JSON, which takes half the time that copying them takes, in bytes that change hands: a text would be
 * copied on arrival, as many as wait in one go.
 */
export type ReaderMessage =
  | Exclude<ReaderEvent, { readonly kind: 'rows' }>
  | { readonly kind: 'rows'; readonly json: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly fault: FileFault }

/** What the program's own thread says needs no further check. */
const rowsSchema = z.custom<readonly ReadRow[]>(Array.isArray)
const decoder = new TextDecoder()
const rowsOf = (json: Uint8Array) => rowsSchema.parse(JSON.parse(decoder.decode(json)))

/** The worker's bundle lies beside the backend's; tests say where they built it. */
export const readerWorker = { url: new URL('./reader-worker.js', import.meta.url) }

/** The less memory a thread may have, the earlier it clears up: what a file needs grows with its size. */
const LEAST_MEMORY_MB = 320
const MEMORY_A_MEGABYTE_MB = 48
const MOST_MEMORY_MB = 1536
/** A small file that takes longer than this is made to take long. */
const LEAST_TIME_MS = 6000
const TIME_A_MEGABYTE_MS = 20_000
const MOST_TIME_MS = 180_000

/** The most memory, in MB, that the thread of a file of so many bytes may take. */
export function memoryFor(bytes: number): number {
  return Math.min(LEAST_MEMORY_MB + Math.ceil((bytes / 2 ** 20) * MEMORY_A_MEGABYTE_MB), MOST_MEMORY_MB)
}

/** How long a file of so many bytes may take. */
export function timeFor(bytes: number): number {
  return Math.min(LEAST_TIME_MS + Math.ceil((bytes / 2 ** 20) * TIME_A_MEGABYTE_MS), MOST_TIME_MS)
}

/**
 * Reads a roster in a thread of its own, with a limit of memory and of time; ends it when `signal` is aborted or the
 * iteration is left. Throws the FILE_… failures.
 */
export async function* readRoster(
  task: ReaderTask,
  signal: AbortSignal | undefined,
  timeLimit = timeFor(task.bytes.length),
): AsyncGenerator<ReaderEvent, void, void> {
  const deadline = AbortSignal.timeout(timeLimit)
  const worker = new Worker(readerWorker.url, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryFor(task.bytes.length) },
  })
  const messages: AsyncIterable<ReaderMessage[]> = on(worker, 'message', {
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    close: ['exit'],
  })
  try {
    for await (const [message] of messages) {
      if (message === undefined) continue
      if (message.kind === 'fault') throw fileFailure(message.fault)
      yield message.kind === 'rows' ? { kind: 'rows', rows: rowsOf(message.json) } : message
      if (message.kind === 'done') return
    }
    throw failure('INTERNAL')
  } catch (error) {
    if (deadline.aborted && signal?.aborted !== true) throw fileFailure('FILE_TOO_SLOW')
    throw isOutOfMemory(error) ? fileFailure('FILE_TOO_LARGE') : error
  } finally {
    // Not waited for: a thread within one long step of the engine ends only after it.
    void worker.terminate()
  }
}

export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
