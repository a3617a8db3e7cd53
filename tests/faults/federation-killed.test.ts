import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { randomFrom } from '../../electron/backend/sample/random'
import { federationProcesses, storedBy } from '../fixtures/federation-processes'

/** How often the branch or the hub is killed; GONGHUI_KILLS asks for more. */
const KILLS = Number(process.env['GONGHUI_KILLS'] ?? 16)
/** Longest time between two kills, milliseconds. */
const SPREAD = 900

it(
  `branch and hub killed at ${KILLS} random moments lose nothing that was acknowledged`,
  { timeout: 60_000 + KILLS * 15_000 },
  async () => {
    const seed = Date.now() % 2 ** 32
    const random = randomFrom(seed)
    await using processes = await federationProcesses()
    let { hub, address, code } = await processes.startHub()
    let branch = processes.startBranch(address, code)
    await branch.saying(/^stored [1-9]/)
    let stored = 0
    const killed = { hub: 0, branch: 0 }
    for (let kill = 0; kill < KILLS; kill += 1) {
      await setTimeout(random.below(SPREAD))
      if (random.below(2) === 0) {
        killed.hub += 1
        await hub.kill()
        ;({ hub, address, code } = await processes.startHub())
      } else {
        killed.branch += 1
        await branch.kill()
        stored = Math.max(stored, storedBy(branch))
        branch = processes.startBranch(address, '')
        await branch.saying(/^ready$/)
      }
    }
    await branch.saying(/^stored [1-9]/)
    await branch.kill()
    stored = Math.max(stored, storedBy(branch))

    const story = `seed ${seed}, killed ${JSON.stringify(killed)}, ${stored} entries stored`
    console.log(story)
    expect(stored, story).toBeGreaterThan(0)
    await processes.expectNothingLost(hub, stored, story)
  },
)
