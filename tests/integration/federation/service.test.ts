import { sql } from 'drizzle-orm'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { federationQueries } from '../../../db/queries/federation'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { connectHub } from '../../../federation/client/hub-client'
import { HubLog } from '../../../federation/service/log'
import { usualLimits } from '../../../federation/service/limits'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { addMembers, enrol } from './branch'
import { openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'

const lineSchema = z.looseObject({ level: z.string(), event: z.string(), time: z.string() })
let written: string[] = []
const lines = () => written.map((text) => lineSchema.parse(JSON.parse(text)))

const ID_NUMBER = '110101199003077758'
const PHONE = '13812345678'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub(null, {
    log: new HubLog('info', { write: (text) => written.push(text) }),
    limits: { ...usualLimits, wrongCodes: { times: 3, seconds: 60 }, signIns: { times: 3, seconds: 60 } },
  })
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

async function get(path: string, headers: Record<string, string> = {}, of = hub) {
  const response = await fetch(of.server.address + path, { headers })
  return { status: response.status, text: await response.text() }
}

/** The value of a line of `/metrics`, by its name and labels as they are written. */
async function metric(name: string): Promise<number> {
  const { text } = await get('/metrics')
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  return line === undefined ? 0 : Number(line.slice(name.length + 1))
}

function callOf({ db, branchId }: TestBranch, of = hub) {
  const queries = federationQueries(db)
  const device = queries.device.get()
  const enrolment = queries.enrolment.get()
  if (device === undefined || enrolment === undefined) throw new Error('The branch is enrolled')
  return connectHub({
    address: of.server.address,
    identity: { organisation: branchId, device: device.id, incarnation: device.incarnation },
    privateKey: enrolment.privateKey,
    signal: new AbortController().signal,
  })
}

describe('whoever looks after the hub', () => {
  it('sees that it lives and is ready, until it is told to stop', async () => {
    await using own = await startHub()
    expect(await get('/health', {}, own)).toEqual({ status: 200, text: '{"status":"alive"}' })
    expect(await get('/ready', {}, own)).toEqual({ status: 200, text: '{"status":"ready"}' })
    await own.hub.orm.execute(sql`INSERT INTO hub_migration (name) VALUES ('9999_later')`)
    expect(await get('/ready', {}, own)).toEqual({ status: 503, text: '{"status":"SCHEMA_DIFFERS"}' })
    await own.hub.orm.execute(sql`DELETE FROM hub_migration WHERE name = '9999_later'`)
    own.server.announceStop()
    expect(await get('/ready', {}, own)).toEqual({ status: 503, text: '{"status":"STOPPING"}' })
    expect(await get('/health', {}, own)).toMatchObject({ status: 200 })
  })

  it('finds requests, entries and branches in the metrics', async () => {
    using branch = openTestBranch()
    const [pushes, applied, known] = [
      await metric('gonghui_hub_request_seconds_count{path="/v1/push",result="200"}'),
      await metric('gonghui_hub_entries_total{outcome="applied"}'),
      await metric('gonghui_hub_branches{state="known"}'),
    ]
    addMembers(branch.db, '张伟')
    const link = await enrol(branch.db, hub)
    branch.db.write(() => insertMember(branch.db, { name: '长', remark: '长'.repeat(10_001) }))
    await link.syncNow()
    await hub.hub.orm.execute(sql`UPDATE organisation SET waiting = 7, last_contact = now() - interval '8 days'
      WHERE organisation = ${branch.branchId}`)
    expect(await metric('gonghui_hub_request_seconds_count{path="/v1/push",result="200"}')).toBe(pushes + 2)
    expect(await metric('gonghui_hub_entries_total{outcome="applied"}')).toBe(applied + 3)
    expect(await metric('gonghui_hub_entries_total{outcome="rejected"}')).toBeGreaterThan(0)
    expect(await metric('gonghui_hub_branches{state="known"}')).toBe(known + 1)
    expect(await metric('gonghui_hub_branches{state="silent"}')).toBe(1)
    expect(await metric('gonghui_hub_waiting_entries')).toBe(7)
    expect(await metric('gonghui_hub_ingest_seconds_count')).toBeGreaterThan(1)
  })

  it('keeps the metrics from everybody else', async () => {
    expect(await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).toMatchObject({ status: 403 })
    await using own = await startHub(null, { metricsToken: 'a secret of this test' })
    expect(await get('/metrics', {}, own)).toMatchObject({ status: 403 })
    expect(await get('/metrics', { authorization: 'Bearer another' }, own)).toMatchObject({ status: 403 })
    expect(await get('/metrics', { authorization: 'Bearer a secret of this test' }, own)).toMatchObject({ status: 200 })
  })

  it('reads one line a request, with nothing of any person in it', async () => {
    written = []
    using branch = openTestBranch()
    branch.db.write(() => insertMember(branch.db, { name: '欧阳娜娜', phone: PHONE, idNumber: ID_NUMBER }))
    await enrol(branch.db, hub)
    // A line is written once its answer is on its way.
    const paths = () => new Set(lines().map((line) => line['path']))
    await expect.poll(paths).toEqual(new Set(['/v1/enrol', '/v1/state', '/v1/push', '/v1/pull']))
    const push = lines().find((line) => line['path'] === '/v1/push')
    expect(push).toMatchObject({
      level: 'info',
      event: 'request',
      organisation: branch.branchId,
      code: null,
      status: 200,
    })
    expect(Number(push?.['bytesIn'])).toBeGreaterThan(100)
    for (const word of ['欧阳娜娜', PHONE, ID_NUMBER, '云溪机械厂']) expect(written.join('')).not.toContain(word)
  })

  it('is told of forged, repeated and foreign requests as such', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    await enrol(branch.db, hub, line.address)
    const heard = line.requests.find(({ path }) => path === '/v1/push')
    if (heard === undefined) throw new Error('Nothing was pushed')
    written = []
    const send = (headers: Record<string, string>) =>
      fetch(`${hub.server.address}/v1/push`, { method: 'POST', headers, body: new Uint8Array(heard.body) })
    await send(heard.headers)
    await send({ ...heard.headers, 'gonghui-counter': '99' })
    await send({ ...heard.headers, 'gonghui-device': branch.branchId })
    await send({ ...heard.headers, 'content-encoding': 'gzip', 'gonghui-signature': 'no' })
    const refusals = () =>
      lines().flatMap(({ level, event, ...line }) => (event === 'refusal' ? [[level, line['code'], line['from']]] : []))
    await expect.poll(refusals).toEqual([
      ['warn', 'REPLAYED', '127.0.0.1'],
      ['warn', 'BAD_SIGNATURE', '127.0.0.1'],
      ['warn', 'NOT_ENROLLED', '127.0.0.1'],
      ['warn', 'BAD_SIGNATURE', '127.0.0.1'],
    ])
    expect(await metric('gonghui_hub_pushes_refused_total{reason="REPLAYED"}')).toBe(1)
  })
})

describe('limits', () => {
  it('of wrong codes keep an address out for a while, whatever code it comes with then', async () => {
    await using own = await startHub(null, { limits: { ...usualLimits, wrongCodes: { times: 3, seconds: 60 } } })
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(link.enrol(own.server.address, '0000-0000-0000')).rejects.toMatchObject({
        code: 'ENROLMENT_CODE_WRONG',
      })
    }
    await expect(link.enrol(own.server.address, await own.code())).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' })
  })

  it('of signing in hold for the right key too', async () => {
    const headers = { origin: hub.server.address }
    const signIn = (key: string) =>
      fetch(`${hub.server.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ key }),
      })
    for (let turn = 0; turn < 3; turn += 1) expect((await signIn('WRONG')).status).not.toBe(429)
    const refused = await signIn('TEST-ADMN-KEY0-0000-0000')
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  it('of pushes at once make a branch wait as long as the hub says, and lose nothing', async () => {
    await using own = await startHub(null, { limits: { ...usualLimits, pushesAtOnce: 1 } })
    using branch = openTestBranch()
    const link = await enrol(branch.db, own)
    // A push that is never sent to its end takes the only place.
    const place = httpRequest(`${own.server.address}/v1/push`, { method: 'POST' })
    place.on('error', () => undefined)
    await new Promise((resolve) => place.write('{', resolve))
    addMembers(branch.db, '张伟')
    for (;;) {
      const state = await link.syncNow()
      if (state.state === 'enrolled' && state.problem !== null) break
      addMembers(branch.db, '李娜')
    }
    expect(link.state()).toMatchObject({ link: 'offline', problem: 'HUB_UNREACHABLE' })
    await expect(callOf(branch, own)((client) => client.state({ waiting: 0 }))).resolves.toBeDefined()
    place.destroy()
    for (;;) {
      const state = await link.syncNow()
      if (state.state === 'enrolled' && state.link === 'synced') break
    }
  })

  it('of requests count a device by itself', async () => {
    await using own = await startHub(null, { limits: { ...usualLimits, requests: { times: 6, seconds: 60 } } })
    using branch = openTestBranch()
    using other = openTestBranch()
    const link = await enrol(branch.db, own)
    for (let turn = 0; turn < 6; turn += 1) await link.syncNow()
    expect(link.state()).toMatchObject({ problem: 'HUB_UNREACHABLE' })
    expect((await enrol(other.db, own)).state()).toMatchObject({ link: 'synced' })
  })
})

describe('a hub that stops', () => {
  it('answers what is under way first', async () => {
    await using own = await startHub()
    using branch = openTestBranch()
    const link = await enrol(branch.db, own)
    // Nothing else is under way.
    await link.pause()
    addMembers(branch.db, ...Array.from({ length: 200 }, (_, index) => `会员${index}`))
    const asked = callOf(branch, own)((client) => client.pull({ cursor: null }))
    await new Promise((resolve) => setImmediate(resolve))
    own.server.announceStop()
    expect((await asked).items).toEqual([])
    await own.down()
    expect(await link.syncNow()).toMatchObject({ problem: 'HUB_UNREACHABLE' })
    await own.up()
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
  })
})
