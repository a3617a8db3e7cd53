import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { directiveQueries } from '../../../../db/queries/directives'
import { branchOverviews } from '../../../../federation/console/branches'
import type { Columns } from '../../../../shared/sync/change'
import { syncedState } from '../../../fixtures/random-writes'
import { startHub, type TestHub } from '../hub'
import { commandsOn, noteAcknowledged, settleAll, type Model, type World } from './commands'
import { openSite, type Site } from './world'

/**
 * Random lives of branches and their hub against what must hold whatever happens. The same runs every time, unless
 * GONGHUI_FUZZ_SEED and GONGHUI_FUZZ_RUNS say otherwise; a failing run is printed with its seed and its path, which
 * GONGHUI_FUZZ_PATH plays again.
 */
const chosenRuns = {
  seed: Number(process.env['GONGHUI_FUZZ_SEED'] ?? 20_260_501),
  numRuns: Number(process.env['GONGHUI_FUZZ_RUNS'] ?? 16),
  endOnFailure: true,
  ...(process.env['GONGHUI_FUZZ_PATH'] === undefined ? {} : { path: process.env['GONGHUI_FUZZ_PATH'] }),
}
const SITES = 2

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

async function live(commands: Iterable<fc.AsyncCommand<Model, World>>, check: (site: Site) => Promise<void>) {
  const sites: Site[] = []
  const acknowledged = new Map(Array.from({ length: SITES }, (_, index) => [index, new Set<string>()]))
  const model: Model = { acknowledged, directives: new Map() }
  try {
    for (let index = 0; index < SITES; index += 1) sites.push(await openSite(hub))
    const world: World = { hub, sites, isHubUp: true }
    await fc.asyncModelRun(() => ({ model, real: world }), commands)
    if (!world.isHubUp) await hub.up()
    for (const [index, site] of sites.entries()) {
      site.daysOff = 0
      // What was late may come between the first requests.
      await site.sync([])
      await site.sync([])
      for (let round = 0; round < 5 && openCases(site) > 0; round += 1) {
        settleAll(site, [round % 2 === 0 ? 'theirs' : 'mine'])
        await site.sync([])
      }
      expect(await site.sync([])).toMatchObject({ link: 'synced', waiting: 0, problem: null })
      noteAcknowledged(model, index, site)
      await everyEntryHasItsReceipt(site, acknowledged.get(index) ?? new Set())
      theDirectivesAreHere(site, model)
      await check(site)
    }
  } finally {
    for (const site of sites) await site[Symbol.asyncDispose]()
  }
}

const openCases = ({ db }: Site) => conflictQueries(db).openCount.get() ?? 0

/** Every entry of the branch's log, and every one it was ever told to be stored, is at the hub with one receipt. */
async function everyEntryHasItsReceipt({ branchId, db }: Site, acknowledged: ReadonlySet<string>): Promise<void> {
  const logged = db.sqlite.prepare<[], string>('SELECT id FROM change ORDER BY id').pluck().all()
  const rows = await hub.rows(sql`SELECT id, (SELECT count(*) FROM receipt
    WHERE receipt.organisation = change.organisation AND change_id = id) AS receipts
    FROM change WHERE organisation = ${branchId}`)
  const receipts = new Map(rows.map(({ id, receipts }) => [String(id), receipts]))
  expect([...logged, ...acknowledged].filter((id) => receipts.get(id) !== 1)).toEqual([])
  expect(rows.filter((row) => row['receipts'] !== 1)).toEqual([])
}

function theDirectivesAreHere({ db }: Site, { directives }: Model): void {
  const here = directiveQueries(db).list.all({ limit: 1000, offset: 0 })
  expect(new Map(here.map(({ id, withdrawnAt }) => [id, withdrawnAt !== null]))).toEqual(directives)
}

const withoutNulls = (columns: Columns) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))

/** What a removal is called stays at the branch, see `withhold`; an undo bears its name. */
const sent = (columns: Columns): Columns =>
  columns['kind'] === 'removal' || columns['kind'] === 'undo' ? { ...columns, title: '' } : columns

async function recordsAtHub(branchId: string) {
  const rows = await hub.rows(sql`SELECT "table", row_id, columns FROM record
    WHERE organisation = ${branchId} AND NOT deleted`)
  return new Map(rows.map((row) => [`${String(row['table'])} ${String(row['row_id'])}`, row['columns']]))
}

/** The hub's records are the branch's, row by row, and it counts its members as the branch does. */
async function hubHasWhatTheBranchHas({ branchId, db }: Site): Promise<void> {
  const here = new Map([...syncedState(db)].map(([name, columns]) => [name, sent(withoutNulls(columns))]))
  expect(await recordsAtHub(branchId)).toEqual(here)

  const counts = db.sqlite
    .prepare<[], { status: string; members: number }>(
      'SELECT status, count(*) AS members FROM member_standing GROUP BY 1',
    )
    .all()
  const overview = (await branchOverviews(hub.seen, '2026-05')).find(({ id }) => id === branchId)
  expect(overview?.members).toEqual(Object.fromEntries(counts.map(({ status, members }) => [status, members])))
  expect(overview?.attention).toBe(0)
}

/** What the hub has and the branch has not, or otherwise, is what a person is asked about. */
async function differencesAreKnown({ branchId, db }: Site): Promise<void> {
  const asked = new Set(
    db.sqlite
      .prepare<[], string>("SELECT row_id FROM change JOIN receipt ON change_id = change.id WHERE result <> 'merged'")
      .pluck()
      .all(),
  )
  const rowsOf = (state: ReadonlyMap<string, unknown>) =>
    new Map([...state].filter(([name]) => !name.startsWith('batch ') && !asked.has(name.slice(name.indexOf(' ') + 1))))
  const here = new Map([...syncedState(db)].map(([name, columns]) => [name, withoutNulls(columns)]))
  expect(rowsOf(await recordsAtHub(branchId))).toEqual(rowsOf(here))
}

describe('whatever happened, once all is well again', () => {
  it('the hub has every entry once and the same records as each branch', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(commandsOn(SITES, { restores: false }), (commands) => live(commands, hubHasWhatTheBranchHas)),
      chosenRuns,
    )
  })

  it('branches restored from backups have back what they had sent', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(commandsOn(SITES, { restores: true }), (commands) => live(commands, differencesAreKnown)),
      chosenRuns,
    )
  })
})
