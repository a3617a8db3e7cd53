import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../fixtures/branch'
import { bundle } from '../fixtures/bundle'
import { writeLargeRoster } from '../fixtures/large-roster'
import { readerWorkerEntry } from '../fixtures/reader-worker'

const ROWS = 50_000
/** What reading adds to the memory of the process. */
const MOST_MEGABYTES = 400
/** Bounds for a busy machine; the figures of an idle one are those of the benchmarks. */
const P99_WAIT_MS = 300
const LONGEST_WAIT_MS = 2000

const reportSchema = z.object({
  staged: z.int(),
  beforeMegabytes: z.number(),
  peakMegabytes: z.number(),
  waitedP99: z.number(),
  waitedLongest: z.number(),
})

it('a roster of 50,000 rows is read in bounded memory, while the process answers', { timeout: 240_000 }, async () => {
  const entries = { importer: 'tests/fixtures/roster-importer.ts', ...readerWorkerEntry }
  const { folder, remove } = await bundle('importer', entries)
  using place = temporaryFolder()
  try {
    const file = path.join(place.folder, 'large.xlsx')
    await writeLargeRoster(file, ROWS)
    const args = [path.join(folder, 'importer.js'), path.join(place.folder, 'data'), file]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const report = reportSchema.parse(JSON.parse(stdout))
    console.log(report)
    expect(report.staged).toBe(ROWS)
    expect(report.peakMegabytes - report.beforeMegabytes).toBeLessThan(MOST_MEGABYTES)
    expect(report.waitedP99).toBeLessThan(P99_WAIT_MS)
    expect(report.waitedLongest).toBeLessThan(LONGEST_WAIT_MS)
  } finally {
    remove()
  }
})
