import exceljs from 'exceljs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'vitest'
import type { RosterImportId } from '../../shared/model/id'
import { openTestBranch, temporaryFolder } from '../fixtures/branch'
import { writeLargeRoster } from '../fixtures/large-roster'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient } from '../fixtures/roster-client'
import { bothTimes, report } from './measure'
import { reportWaits, waitsDuring } from './ping'

/** What exceljs alone needs to stream through every cell of a file. */
async function readBare(file: string): Promise<void> {
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, { worksheets: 'emit', sharedStrings: 'cache' })
  for await (const sheet of reader) for await (const row of sheet) row.eachCell(() => undefined)
}

it.each([20_000, 100_000])(
  'imports a roster of %i rows, against the bare streaming read of the same file',
  async (rows) => {
    await bundleReaderWorker()
    using place = temporaryFolder()
    using branch = openTestBranch()
    const file = path.join(place.folder, 'large.xlsx')
    await writeLargeRoster(file, rows)
    const { roster } = rosterClient(branch.db)

    const bare = await bothTimes(() => readBare(file))
    let read = bare
    let commit = bare
    const waits = await waitsDuring(async () => {
      let id: RosterImportId | undefined
      read = await bothTimes(async () => {
        const staged = await resultOf(roster.read({ file: new File([readFileSync(file)], 'large.xlsx') }))
        id = staged.id
      })
      commit = await bothTimes(async () => id !== undefined && resultOf(roster.commit({ id })))
    })
    for (const by of ['clock', 'processor'] as const) {
      report(`${by}: read and preview ${rows} rows`, read[by], bare[by])
      report(`${by}: write ${rows} rows`, commit[by], bare[by])
      report(`${by}: import ${rows} rows, both together`, read[by] + commit[by], bare[by])
    }
    reportWaits(`pings meanwhile`, waits)
    console.log(`memory at its peak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  },
)
