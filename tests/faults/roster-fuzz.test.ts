import { on } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, it } from 'vitest'
import { isOutOfMemory, memoryFor, timeFor } from '../../electron/backend/roster/read-roster'
import { randomFrom } from '../../electron/backend/sample/random'
import { openTestBranch } from '../fixtures/branch'
import { bundle } from '../fixtures/bundle'
import { mutate } from '../fixtures/mutate-roster'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient } from '../fixtures/roster-client'
import type { FuzzAnswer } from '../fixtures/roster-fuzz-reader'
import { rosterKinds } from '../fixtures/roster-kinds'

const FILES = 2000
/** One in so many goes all the way, through the program's own thread into a branch. */
const WHOLE_WAY_EVERY = 25
const LONGEST_MS = 10_000
/** Stopped for its time or memory, which the program tells as FILE_TOO_SLOW or FILE_TOO_LARGE. */
const GIVEN_UP = 'given up'

/** Seed of all that is random here; printed, and settable to try other files or to play a run again. */
const seed = Number(process.env.ROSTER_FUZZ_SEED ?? 8)

let readerUrl: URL
beforeAll(bundleReaderWorker)
beforeAll(async () => {
  const { folder, remove } = await bundle('fuzz-reader', { 'fuzz-reader': 'tests/fixtures/roster-fuzz-reader.ts' })
  readerUrl = pathToFileURL(path.join(folder, 'fuzz-reader.js'))
  return remove
})

const kinds = Object.entries(rosterKinds())

function mutated(index: number) {
  const random = randomFrom(seed + index)
  const [kind, good] = kinds[index % kinds.length] ?? ['', Buffer.alloc(0)]
  const { how, bytes } = mutate(good, random)
  return { bytes, story: `seed ${seed}, file ${index}: ${kind}, ${how}, ${bytes.length} bytes` }
}

it(`${FILES} broken files get an answer each`, { timeout: 600_000 }, async () => {
  const answers: Record<string, number> = {}
  const wrong: string[] = []
  const slow: string[] = []
  let longest = { milliseconds: 0, story: '' }
  let worker: Worker | null = null
  for (let index = 0; index < FILES; index++) {
    if (index % WHOLE_WAY_EVERY === 0) continue
    const { bytes, story } = mutated(index)
    if (worker === null) {
      worker = new Worker(readerUrl, { resourceLimits: { maxOldGenerationSizeMb: memoryFor(bytes.length) } })
      // It may run out of memory after its answer too, when nobody waits for it; the next file is then given up.
      worker.on('error', () => undefined)
    }
    const start = performance.now()
    worker.postMessage(bytes)
    const answer = await answerOf(worker, timeFor(bytes.length))
    const milliseconds = performance.now() - start
    if (milliseconds > longest.milliseconds) longest = { milliseconds, story }
    answers[answer.isForeseen ? answer.answer : 'unforeseen'] =
      (answers[answer.isForeseen ? answer.answer : 'unforeseen'] ?? 0) + 1
    if (!answer.isForeseen || milliseconds > LONGEST_MS) wrong.push(`${story}: ${answer.answer}`)
    if (answer.isForeseen && answer.answer !== GIVEN_UP) continue
    if (answer.isForeseen) slow.push(story)
    void worker.terminate()
    worker = null
  }
  void worker?.terminate()
  console.log(`seed ${seed}`, answers, `longest ${longest.milliseconds.toFixed(0)} ms (${longest.story})`, slow)
  expect(wrong).toEqual([])
  expect(Object.keys(answers).length).toBeGreaterThan(4)
})

/** The answer of the thread; like the program, it is given up after some time. */
async function answerOf(worker: Worker, limit: number): Promise<FuzzAnswer> {
  const deadline = AbortSignal.timeout(limit)
  try {
    const answers: AsyncIterable<FuzzAnswer[]> = on(worker, 'message', { signal: deadline })
    for await (const [answer] of answers) if (answer !== undefined) return answer
    return { answer: 'nothing', isForeseen: false }
  } catch (error) {
    if (deadline.aborted) return { answer: GIVEN_UP, isForeseen: true }
    if (isOutOfMemory(error)) return { answer: GIVEN_UP, isForeseen: true }
    return { answer: error instanceof Error ? error.message : String(error), isForeseen: false }
  }
}

it('some of them read into a branch leave its record as it was', { timeout: 600_000 }, async () => {
  using branch = openTestBranch()
  const { roster } = rosterClient(branch.db)
  const count = (table: string) => branch.db.sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()
  const record = () => ['member', 'membership_event', 'batch', 'change'].map(count)
  const before = record()
  for (let index = 0; index < FILES; index += WHOLE_WAY_EVERY) {
    const { bytes, story } = mutated(index)
    const start = performance.now()
    const file = new File([new Uint8Array(bytes)], '花名册.xlsx')
    const read = await resultOf(roster.read({ file })).catch((error: unknown) => error)
    expect(performance.now() - start, story).toBeLessThan(LONGEST_MS)
    if (read instanceof Error) expect('code' in read ? read.code : read, story).toMatch(/^FILE_/)
    expect(record(), story).toEqual(before)
    for (const { id } of await roster.unfinished()) await roster.discard({ id })
  }
})
