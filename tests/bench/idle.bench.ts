import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { connectHub, type HubCall } from '../../federation/client/hub-client'
import { newDeviceKey } from '../../federation/client/device-key'
import { openPostgres } from '../../federation/database'
import { listen } from '../../federation/http/server'
import { takeIntoService } from '../../federation/hub'
import { device, organisation } from '../../federation/schema'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import { startPostgres } from '../fixtures/postgres'
import { listenAnywhere } from '../integration/federation/faulty-line'
import { bothTimes } from './measure'

const BRANCHES = 1_000
const ROUNDS = 5
const AT_ONCE = 16

/** Lets every branch speak `ROUNDS` times, so many at once. */
async function speak(calls: readonly HubCall[], say: (call: HubCall) => Promise<unknown>): Promise<void> {
  const queue = Array.from({ length: ROUNDS }, () => calls).flat()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let call = queue.pop(); call !== undefined; call = queue.pop()) await say(call)
    }),
  )
}

it(`hears ${BRANCHES} idle branches, against a server that only answers`, async () => {
  await using server = await startPostgres(['shared_buffers=512MB'])
  const database = await openPostgres(server.url, 10)
  const hub = await takeIntoService(database, { name: '云溪区总工会' })
  const service = await listen(hub, {
    host: '127.0.0.1',
    port: 0,
    tls: null,
    adminKey: 'none',
    report: (error) => expect(error).toBeUndefined(),
  })
  const answer: string[] = []
  const bare = createServer((request, response) =>
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer[0])),
  )
  const bareAddress = `http://127.0.0.1:${await listenAnywhere(bare)}`
  const branches = Array.from({ length: BRANCHES }, () => ({
    ...newDeviceKey(),
    identity: {
      organisation: newId(branchIdSchema),
      device: newId(deviceIdSchema),
      incarnation: newId(incarnationSchema),
    },
  }))
  await database.orm
    .insert(organisation)
    .values(
      branches.map(({ identity: { organisation: id } }) => ({ organisation: id, path: [id], unionName: '一分会' })),
    )
  await database.orm.insert(device).values(branches.map(({ identity, publicKey }) => ({ ...identity, publicKey })))
  const { signal } = new AbortController()
  const linesTo = (address: string) => branches.map((own) => connectHub({ address, signal, ...own }))
  const say = (call: HubCall) => call((client) => client.state({ waiting: 0, cursor: null }))

  const [first, ...others] = linesTo(service.address)
  if (first === undefined) throw new Error('There are branches')
  answer.push(JSON.stringify(await say(first)))
  const own = await bothTimes(() => speak([first, ...others], say))
  const reference = await bothTimes(() => speak(linesTo(bareAddress), say))
  const requests = BRANCHES * ROUNDS
  const cost = (own.processor - reference.processor) / requests
  console.log(
    `${requests} requests of idle branches: ${own.clock.toFixed(0)} ms against ${reference.clock.toFixed(0)} ms, ` +
      `${(own.processor / requests).toFixed(2)} ms of processor against ${(reference.processor / requests).toFixed(2)}; ` +
      `the hub's own ${cost.toFixed(2)} ms, ${(1000 / cost).toFixed(0)} a second and core besides the database`,
  )
  bare.close()
  bare.closeAllConnections()
  await service.close()
  await database.close()
})
