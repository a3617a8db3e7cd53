import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { setPolicy } from '../../../../federation/uplink/policy'
import { settleAll } from './branch-commands'
import { openCases, parentHasNoMoreThan } from './checks'
import { everything } from './hub-commands'
import { noteAcknowledged, type Model } from './model'
import { acceptAll } from './transfer-commands'
import type { World } from './world'

/** Longest time until all is quiet, in rounds in which everybody looks what there is and does it. */
const ROUNDS = 10

/** Where everybody stands. */
async function standing({ hub, parent, sites }: World): Promise<string> {
  const queues = sql`SELECT organisation, downward, rev FROM organisation ORDER BY 1`
  const there = [await hub.at.rows(queues), await parent.at.rows(queues)]
  const here = sites.map(({ db }) => db.sqlite.prepare('SELECT max(position), cursor FROM change, enrolment').get())
  return JSON.stringify([there, here])
}

async function goRound(world: World, round: number): Promise<void> {
  for (const site of world.sites) {
    await site.sync([])
    if (openCases(site) > 0) settleAll(site, [round % 2 === 0 ? 'theirs' : 'mine'])
    await acceptAll(site)
  }
  await world.passUp([])
}

/** All lines are whole, all clocks right, everybody does what waits for them. */
export async function heal(model: Model, world: World): Promise<void> {
  const { hub, parent, sites } = world
  for (const floor of [hub, parent]) await floor.start()
  for (const site of sites) site.daysOff = 0
  let before = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    await goRound(world, round)
    const now = await standing(world)
    // What was late may come with the first round.
    if (round > 0 && now === before) break
    before = now
  }
  for (const site of sites) await parentHasNoMoreThan(world, site, model.widest)
  await setPolicy(hub.at.hub, everything, '管理员')
  for (const site of sites) {
    expect(await site.sync([])).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    noteAcknowledged(model, site)
  }
  expect(await world.passUp([])).toBeNull()
  expect(await world.passUp([])).toBeNull()
}
