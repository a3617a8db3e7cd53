import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, openAsBlob, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { verifyChangeLog } from '../../db/verify-change-log'
import { randomFrom } from '../../electron/backend/sample/random'
import { temporaryFolder } from '../fixtures/branch'
import { bundle } from '../fixtures/bundle'
import { headlessProgram } from '../fixtures/headless'
import { writeLargeRoster } from '../fixtures/large-roster'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf } from '../fixtures/roster-client'

const ROWS = 3000
const KILLS = 20
/** The kills are spread a little beyond the time that a commit takes. */
const SPREAD = 1.05

let committer = ''

beforeAll(bundleReaderWorker)
beforeAll(async () => {
  const { folder, remove } = await bundle('committer', { committer: 'tests/fixtures/roster-committer.ts' })
  committer = path.join(folder, 'committer.js')
  return remove
})

/**
 * Runs the program that commits the staged roster, and kills it so many milliseconds after it began to commit, unless
 * null; answers what it said, and how long it took from beginning to commit until it ended.
 */
async function commitStaged(dataFolder: string, killAfter: number | null) {
  const child = spawn(process.execPath, [committer, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const ended = Promise.all([once(lines, 'close'), once(child, 'exit')])
  let committedAt = 0
  lines.on('line', (line) => {
    said.push(line)
    if (line === 'committed') committedAt = performance.now()
  })
  await Promise.race([once(lines, 'line'), ended])
  const begun = performance.now()
  if (killAfter !== null) {
    await setTimeout(killAfter)
    child.kill('SIGKILL')
  }
  await ended
  return { said, milliseconds: committedAt - begun }
}

/** What is in the record after a restart of the program, once it was found sound. */
async function recordOf(dataFolder: string, story: string) {
  using program = headlessProgram(dataFolder)
  await program.unlock()
  const { db } = program
  const count = (sql: string) => db.sqlite.prepare<[], number>(sql).pluck().get() ?? 0
  expect(db.sqlite.pragma('integrity_check', { simple: true }), story).toBe('ok')
  expect(verifyChangeLog(db).brokenAt, story).toBeNull()
  // Whoever searches first after a commit, or its sudden end, finds everyone.
  db.searchIndex.complete()
  return {
    members: count('SELECT count(*) FROM member'),
    withStatus: count('SELECT count(*) FROM member_standing'),
    searched: count('SELECT count(*) FROM member_search'),
    admitted: count('SELECT count(DISTINCT member_id) FROM membership_event'),
    batches: db.sqlite.prepare('SELECT kind, count FROM batch').all(),
    isLogged: count('SELECT count(*) FROM change WHERE batch_id IS NOT NULL') !== 0,
    staged: (await program.client.roster.unfinished()).map(({ rows, committed }) => ({ rows, committed })),
  }
}

it(
  'an import whose program is killed while it commits is there whole or not at all, and can be done again',
  { timeout: 240_000 },
  async () => {
    using place = temporaryFolder()
    const file = path.join(place.folder, '花名册.xlsx')
    const asStaged = path.join(place.folder, 'staged')
    const dataFolder = path.join(place.folder, 'data')
    const startAnew = () => {
      rmSync(dataFolder, { recursive: true, force: true })
      cpSync(asStaged, dataFolder, { recursive: true })
    }

    await writeLargeRoster(file, ROWS)
    let good = 0
    {
      using program = headlessProgram(asStaged)
      await program.create()
      const { roster } = program.client
      const read = await resultOf(roster.read({ file: new File([await openAsBlob(file)], path.basename(file)) }))
      good = read.counts.new
    }
    const nothing = {
      ...{ members: 0, withStatus: 0, searched: 0, admitted: 0, batches: [], isLogged: false },
      staged: [{ rows: ROWS, committed: false }],
    }
    const whole = {
      ...{ members: good, withStatus: good, searched: good, admitted: good },
      ...{ batches: [{ kind: 'import', count: good }], isLogged: true },
      staged: [{ rows: ROWS - good, committed: true }],
    }
    expect(good).toBeGreaterThan(ROWS * 0.9)
    expect(good).toBeLessThan(ROWS)

    startAnew()
    expect(await recordOf(dataFolder, 'staged')).toEqual(nothing)
    const { milliseconds } = await commitStaged(dataFolder, null)
    expect(await recordOf(dataFolder, 'not killed')).toEqual(whole)

    startAnew()
    const seed = Date.now() % 2 ** 32
    const random = randomFrom(seed)
    const killed = { whileCommitting: 0, betweenSteps: 0 }
    for (let kill = 0; kill < KILLS; kill++) {
      const part = (kill + random.below(1000) / 1000) / KILLS
      const killAfter = part * SPREAD * milliseconds
      const { said } = await commitStaged(dataFolder, killAfter)
      const story = `seed ${seed}, kill ${kill} after ${killAfter.toFixed(0)} ms of ${milliseconds.toFixed(0)}`
      const confirmed = said.includes('committed')
      if (!confirmed) killed.whileCommitting++
      if (!confirmed && said.includes('step')) killed.betweenSteps++

      const record = await recordOf(dataFolder, story)
      expect(record, story).toEqual(confirmed || record.members > 0 ? whole : nothing)
      if (record.members > 0) startAnew()
    }
    const story = `seed ${seed}, commit of ${milliseconds.toFixed(0)} ms`
    console.log(killed, story)
    expect(killed.whileCommitting, story).toBeGreaterThanOrEqual(KILLS / 4)
    expect(killed.betweenSteps, story).toBeGreaterThan(0)

    await commitStaged(dataFolder, null)
    expect(await recordOf(dataFolder, 'done again')).toEqual(whole)
  },
)
