import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectHub, type Patience } from '../../../federation/client/hub-client'
import { newDeviceKey } from '../../../federation/client/device-key'
import type { SendProgress } from '../../../shared/contract/federation'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId } from '../../../shared/model/id'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, enrol, membersAtHub, receiptsAtHub } from './branch'
import { listenAnywhere, openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'
import { openSlowLine } from './slow-line'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const names = (count: number) => Array.from({ length: count }, (_, index) => `会员${index}`)

/** Somebody whom no hub knows. */
function stranger(address: string, patience: Patience) {
  const identity = {
    organisation: newId(branchIdSchema),
    device: newId(deviceIdSchema),
    incarnation: newId(incarnationSchema),
  }
  const { privateKey } = newDeviceKey()
  return connectHub({ address, identity, privateKey, signal: new AbortController().signal, patience })
}

describe('a line of 64 kbit/s with a latency of a quarter of a second', () => {
  it('brings up everything, at the rate of the line', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, ...names(100))
    await using line = await openSlowLine(hub.server.address, 64_000, 250)
    const begun = performance.now()
    const link = await enrol(branch.db, hub, line.address)
    const seconds = (performance.now() - begun) / 1000
    expect(link.state()).toMatchObject({ link: 'synced', waiting: 0, progress: null })
    expect(await membersAtHub(hub, branch.branchId)).toHaveLength(100)
    expect(line.sent).toBeLessThan(20_000)
    expect(seconds).toBeGreaterThan(line.sent / 8_000)
  })
})

describe('the patience with a line', () => {
  it('follows what moves: what takes longer than a silence is waited for, both ways', async () => {
    await using line = await openSlowLine(hub.server.address, 32_000, 20)
    const call = stranger(line.address, { silence: 400, slowest: 1024 })
    // About four kilobytes that cannot be packed: a second on this line.
    const piece = { hash: 'a'.repeat(64), size: 3_000, offset: 0, content: randomBytes(3_000).toString('base64') }
    const begun = performance.now()
    await expect(call((client) => client.file(piece))).rejects.toMatchObject({ code: 'NOT_ENROLLED' })
    expect(performance.now() - begun).toBeGreaterThan(600)
  })

  it.each([
    ['never begins', null],
    ['stops in the middle', '{"hub":'],
  ])('ends with an answer that %s', async (_, beginning) => {
    const server = createServer((request, response) => {
      request.resume()
      if (beginning === null) return
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
      response.write(beginning)
    })
    const address = `http://127.0.0.1:${await listenAnywhere(server)}`
    const call = stranger(address, { silence: 200, slowest: 1024 * 1024 })
    await expect(call((client) => client.leave({}))).rejects.toMatchObject({ problem: 'HUB_UNREACHABLE' })
    server.closeAllConnections()
    server.close()
  })

  it('does not end with an answer that comes bit by bit', async () => {
    const answer = JSON.stringify({ defined: true, code: 'NOT_ENROLLED', status: 401, message: 'no', data: {} })
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(401, { 'content-type': 'application/json', 'content-length': answer.length })
      let told = 0
      const timer = setInterval(() => {
        response.write(answer.slice(told, told + 8))
        told += 8
        if (told >= answer.length) clearInterval(timer)
      }, 60)
    })
    const address = `http://127.0.0.1:${await listenAnywhere(server)}`
    const call = stranger(address, { silence: 400, slowest: 1024 * 1024 })
    await expect(call((client) => client.leave({}))).rejects.toMatchObject({ code: 'NOT_ENROLLED' })
    server.close()
  })
})

describe('a long push', () => {
  it('tells how far it is, can be paused, and goes on from there', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const link = await enrol(branch.db, hub, line.address)
    for (const part of [0, 1, 2, 3, 4]) addMembers(branch.db, ...names(120).map((name) => `${name}-${part}`))
    expect(link.state()).toMatchObject({ link: 'waiting', progress: { sent: 0, total: 1_200, isAgain: false } })

    let pushes = 0
    line.fault = (path) => {
      if (path === '/v1/push') pushes += 1
      if (pushes === 2) void link.pause()
      return null
    }
    const paused = await link.syncNow()
    expect(paused).toMatchObject({ link: 'paused', problem: null, progress: { total: 1_200, secondsLeft: null } })
    const kept = paused.state === 'enrolled' ? (paused.progress?.sent ?? 0) : 0
    expect(kept).toBe(480)

    // Nothing goes by itself while it is paused, though there is more.
    addMembers(branch.db, '张伟')
    const watching = link.watch()
    for await (const state of watching) if (state.state === 'enrolled' && state.waiting === 1_202 - kept) break
    expect(link.state()).toMatchObject({ link: 'paused', progress: { sent: kept, total: 1_202 } })

    line.fault = () => null
    const seen: SendProgress[] = []
    const following = (async () => {
      for await (const state of link.watch()) {
        if (state.state !== 'enrolled') continue
        if (state.progress !== null) seen.push(state.progress)
        if (state.link === 'synced') return
      }
    })()
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, progress: null })
    await following
    link.stop()
    expect(seen.map(({ sent }) => sent)).toEqual(seen.map(({ sent }) => sent).toSorted((a, b) => a - b))
    expect(seen.some(({ sent, total }) => sent > kept && total === 1_202)).toBe(true)
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 1_203 })
  })
})
