import { createServer, connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { randomFrom } from '../../electron/backend/sample/random'
import { federationProcesses, storedBy } from '../fixtures/federation-processes'
import { listenAnywhere } from '../integration/federation/faulty-line'

/** How long the line is bad, milliseconds. */
const BAD_TIMES = 8_000

/** Carries bytes from one end to the other, each piece late by up to `delay` milliseconds, until so many went along. */
async function carry(from: Socket, to: Socket, delay: () => number, limit: number): Promise<void> {
  let carried = 0
  for await (const piece of from) {
    if (!Buffer.isBuffer(piece)) throw new Error('A line carries bytes')
    await setTimeout(delay())
    carried += piece.length
    if (carried > limit) {
      to.write(piece.subarray(0, piece.length - (carried - limit)), () => {
        from.destroy()
        to.destroy()
      })
      return
    }
    if (!to.write(piece)) await new Promise((resolve) => to.once('drain', resolve))
  }
  to.end()
}

it(
  'a line that is late, loses connections and cuts bodies loses and doubles nothing',
  { timeout: 120_000 },
  async () => {
    const seed = Date.now() % 2 ** 32
    const random = randomFrom(seed)
    await using processes = await federationProcesses()
    const { hub, address, code } = await processes.startHub()
    const met = { refused: 0, cutUp: 0, cutDown: 0, late: 0 }
    let isBad = false
    const open = new Set<Socket>()
    const proxy = createServer((branchEnd) => {
      const fate = isBad ? random.below(4) : 4
      open.add(branchEnd)
      if (fate === 0) {
        met.refused += 1
        branchEnd.destroy()
        return
      }
      const hubEnd = connect(Number(new URL(address).port), '127.0.0.1')
      const delay = fate === 3 ? () => random.below(120) : () => 0
      if (fate === 1) met.cutUp += 1
      if (fate === 2) met.cutDown += 1
      if (fate === 3) met.late += 1
      const fails = () => {
        branchEnd.destroy()
        hubEnd.destroy()
      }
      // A connection serves many requests; a late one ends some time too.
      const most = { 1: random.below(6000), 3: random.below(60_000) }[fate] ?? Infinity
      carry(branchEnd, hubEnd, delay, most).catch(fails)
      carry(hubEnd, branchEnd, delay, fate === 2 ? random.below(3000) : Infinity).catch(fails)
      branchEnd.on('error', fails)
      hubEnd.on('error', fails)
    })
    const port = await listenAnywhere(proxy)
    const branch = processes.startBranch(`http://127.0.0.1:${port}`, code)
    await branch.saying(/^stored [1-9]/)
    isBad = true
    for (const connection of open) connection.destroy()
    await setTimeout(BAD_TIMES)
    isBad = false
    const before = storedBy(branch)
    await branch.saying(new RegExp(`^stored (?!${before}$)\\d{${String(before).length},}`))
    await branch.kill()
    const stored = storedBy(branch)
    const story = `seed ${seed}, met ${JSON.stringify(met)}, ${stored} entries stored`
    console.log(story)
    for (const times of Object.values(met)) expect(times, story).toBeGreaterThan(0)
    await processes.expectNothingLost(hub, stored, story)
    proxy.close()
  },
)
