import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { verifyChangeLog } from '../../db/verify-change-log'
import { randomFrom } from '../../electron/backend/sample/random'
import { insertMember, temporaryFolder } from '../fixtures/branch'
import { bundle } from '../fixtures/bundle'
import { headlessProgram } from '../fixtures/headless'

/** More than are written between two steps of an act. */
const MEMBERS = 1200
const KILLS = 9
/** The kills come at most so many milliseconds after the first act has begun: one round of acts takes about as long. */
const WITHIN = 900

let poster = ''

beforeAll(async () => {
  const { folder, remove } = await bundle('poster', { poster: 'tests/fixtures/dues-poster.ts' })
  poster = path.join(folder, 'poster.js')
  return remove
})

/**
 * Runs the program that records payments and kills it so many milliseconds after it began, or with null in the first step
 * of a long act; answers how many acts it had said were done, and whether it died within one written in steps.
 */
async function postUntilKilled(dataFolder: string, killAfter: number | null) {
  const child = spawn(process.execPath, [poster, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const ended = Promise.all([once(lines, 'close'), once(child, 'exit')])
  lines.on('line', (line) => {
    said.push(line)
    if (killAfter === null && line === 'step') child.kill('SIGKILL')
  })
  await Promise.race([once(lines, 'line'), ended])
  if (killAfter !== null) {
    await setTimeout(killAfter)
    child.kill('SIGKILL')
  }
  await ended
  return { posted: said.filter((line) => line === 'posted').length, diedInAStep: said.at(-1) === 'step' }
}

it(
  'receipts are numbered on without a gap, each with its payment, however often the program is killed while it posts',
  { timeout: 240_000 },
  async () => {
    using place = temporaryFolder()
    const dataFolder = path.join(place.folder, 'data')
    {
      using program = headlessProgram(dataFolder)
      await program.create()
      const { db } = program
      db.write(() => {
        for (let index = 0; index < MEMBERS; index++) insertMember(db, { name: '张伟' })
      })
    }
    const seed = Date.now() % 2 ** 32
    const random = randomFrom(seed)
    let acts = 0
    let inSteps = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const killAfter = kill % 3 === 2 ? null : ((kill + random.below(1000) / 1000) / KILLS) * WITHIN
      const { posted, diedInAStep } = await postUntilKilled(dataFolder, killAfter)
      if (diedInAStep) inSteps++
      const story = `seed ${seed}, kill ${kill} ${killAfter === null ? 'in a step' : `after ${killAfter.toFixed(0)} ms`}, ${posted} acts done`

      using program = headlessProgram(dataFolder)
      await program.unlock()
      const { db } = program
      const count = (sql: string) => db.sqlite.prepare<[], number>(sql).pluck().get() ?? 0
      expect(db.sqlite.pragma('integrity_check', { simple: true }), story).toBe('ok')
      expect(verifyChangeLog(db).brokenAt, story).toBeNull()
      const batches = count(`SELECT count(*) FROM batch WHERE kind IN ('payment', 'handOver')`)
      // What it had said was done is there; the act that it died in is there whole or not at all.
      expect(batches, story).toBeGreaterThanOrEqual(acts + posted)
      expect(batches, story).toBeLessThanOrEqual(acts + posted + 1)
      acts = batches
      const payments = count('SELECT count(*) FROM dues_entry')
      expect(count('SELECT sum(count) FROM batch'), story).toBe(payments)
      expect(count(`SELECT count(*) FROM hand_over`), story).toBe(
        count(`SELECT count(*) FROM batch WHERE kind = 'handOver'`),
      )
      expect(count('SELECT count(*) FROM dues_receipt'), story).toBe(payments)
      expect(count('SELECT coalesce(max(number), 0) FROM dues_receipt'), story).toBe(payments)
      expect(count('SELECT count(DISTINCT entry_id) FROM dues_receipt'), story).toBe(payments)
      expect(
        count(`SELECT count(*) FROM dues_receipt JOIN dues_entry AS entry ON entry.id = entry_id
          AND entry.kind = 'payment' AND -entry.amount = dues_receipt.amount`),
        story,
      ).toBe(payments)
      const { series } = await program.client.dues.receipts.book()
      expect(
        series.flatMap(({ missing }) => missing),
        story,
      ).toEqual([])
    }
    const story = `seed ${seed}, ${acts} acts`
    console.log({ acts, inSteps }, story)
    expect(acts, story).toBeGreaterThan(KILLS)
    expect(inSteps, story).toBeGreaterThan(0)
  },
)
