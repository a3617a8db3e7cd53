import exceljs from 'exceljs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'vitest'
import { openTestBranch, temporaryFolder } from '../fixtures/branch'
import { writeLargeRoster } from '../fixtures/large-roster'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient } from '../fixtures/roster-client'
import { milliseconds, report } from './measure'

const ROWS = 20_000

/** What exceljs alone needs to stream through every cell of a file. */
async function readBare(file: string): Promise<void> {
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, { worksheets: 'emit', sharedStrings: 'cache' })
  for await (const sheet of reader) for await (const row of sheet) row.eachCell(() => undefined)
}

it('imports the large roster, against the bare streaming read of the same file', async () => {
  await bundleReaderWorker()
  using place = temporaryFolder()
  using branch = openTestBranch()
  const file = path.join(place.folder, 'large.xlsx')
  await writeLargeRoster(file, ROWS)
  const { roster } = rosterClient(branch.db)

  const bare = await milliseconds(() => readBare(file))
  const start = performance.now()
  const { id } = await resultOf(roster.read({ file: new File([readFileSync(file)], 'large.xlsx') }))
  const read = performance.now() - start
  const commit = await milliseconds(() => resultOf(roster.commit({ id })))
  report(`read and preview ${ROWS} rows`, read, bare)
  report(`write ${ROWS} rows`, commit, bare)
  report(`import ${ROWS} rows, both together`, read + commit, bare)
  console.log(`memory at its peak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
})
