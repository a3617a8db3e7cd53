import { sql } from 'drizzle-orm'
import { generateKeyPairSync } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectHub, type HubClient, type Identity } from '../../../federation/client/hub-client'
import { federationQueries } from '../../../db/queries/federation'
import { revoke } from '../../../federation/enrolment'
import type { BranchDatabase } from '../../../db/branch-database'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, enrol, membersAtHub } from './branch'
import { openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const code = (text: string): unknown => expect.objectContaining({ code: text })

/** Everything a branch has at the hub, to see that nothing changed. */
async function everythingOf(branchId: string) {
  const tables = ['device', 'change', 'receipt', 'record'] as const
  return Promise.all(
    tables.map((table) =>
      hub.rows(sql`SELECT * FROM ${sql.raw(table)} WHERE organisation = ${branchId} ORDER BY 1, 2, 3`),
    ),
  )
}

/** Speaks to the hub as a branch, or pretending to be somebody else in a part of it. */
function speakAs(db: BranchDatabase, pretended: Partial<Identity> & { readonly privateKey?: string } = {}) {
  const queries = federationQueries(db)
  const device = queries.device.get()
  const enrolment = queries.enrolment.get()
  const branch = queries.branch.get()
  if (device === undefined || enrolment === undefined || branch === undefined) throw new Error('Not enrolled')
  const { privateKey = enrolment.privateKey, ...others } = pretended
  const identity = { organisation: branch.id, device: device.id, incarnation: device.incarnation, ...others }
  return connectHub({ address: hub.server.address, identity, privateKey, signal: new AbortController().signal })
}

function strangerKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

function post(path: string, headers: Record<string, string>, body: Buffer): Promise<{ status: number; json: unknown }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(hub.server.address + path, { method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, json: JSON.parse(Buffer.concat(parts).toString()) }),
      )
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

describe('the hub refuses, and nothing changes,', () => {
  it('a request signed with another key', async () => {
    using branch = openTestBranch()
    await enrol(branch.db, hub)
    const before = await everythingOf(branch.branchId)
    const call = speakAs(branch.db, { privateKey: strangerKey() })
    await expect(call((client) => client.state({ waiting: 0 }))).rejects.toEqual(code('BAD_SIGNATURE'))
    await expect(call((client) => client.leave({}))).rejects.toEqual(code('BAD_SIGNATURE'))
    expect(await everythingOf(branch.branchId)).toEqual(before)
  })

  it('a request heard on the line and sent again, or with another body', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    addMembers(branch.db, '张伟')
    await enrol(branch.db, hub, line.address)
    const before = await everythingOf(branch.branchId)
    const heard = line.requests.find(({ path }) => path === '/v1/push')
    if (heard === undefined) throw new Error('Nothing was pushed')
    expect(await post(heard.path, heard.headers, heard.body)).toMatchObject({ status: 409, json: { code: 'REPLAYED' } })
    const counter = { ...heard.headers, 'gonghui-counter': '99' }
    expect(await post(heard.path, counter, heard.body)).toMatchObject({ status: 401, json: { code: 'BAD_SIGNATURE' } })
    const body = gzipSync('{"waiting":0}')
    expect(await post(heard.path, heard.headers, body)).toMatchObject({ status: 401, json: { code: 'BAD_SIGNATURE' } })
    expect(await post('/v1/leave', heard.headers, heard.body)).toMatchObject({ json: { code: 'BAD_SIGNATURE' } })
    expect(await everythingOf(branch.branchId)).toEqual(before)
  })

  it('a device that was revoked, until it enrols anew', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    await revoke(hub.hub, branch.branchId)
    addMembers(branch.db, '张伟')
    expect(await link.syncNow()).toMatchObject({ link: 'offline', problem: 'NOT_ENROLLED', waiting: 2 })
    await link.leave()
    await link.enrol(hub.server.address, await hub.code(branch.branchId))
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
  })

  it('the enrolment of a revoked device sent again', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    await enrol(branch.db, hub, line.address)
    await revoke(hub.hub, branch.branchId)
    const [heard] = line.requests
    if (heard === undefined) throw new Error('Nothing was sent')
    expect(await post(heard.path, heard.headers, heard.body)).toMatchObject({
      status: 403,
      json: { code: 'CODE_WRONG' },
    })
  })

  it('a branch that speaks in the name of another', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    await enrol(branch.db, hub)
    await enrol(other.db, hub)
    const before = await everythingOf(other.branchId)
    const organisation = other.branchId
    const device = federationQueries(other.db).device.get()?.id
    if (device === undefined) throw new Error('A branch has a device')
    const leave = (client: HubClient) => client.leave({})
    await expect(speakAs(branch.db, { organisation })(leave)).rejects.toEqual(code('NOT_ENROLLED'))
    await expect(speakAs(branch.db, { device })(leave)).rejects.toEqual(code('NOT_ENROLLED'))
    await expect(speakAs(branch.db, { organisation, device })(leave)).rejects.toEqual(code('BAD_SIGNATURE'))
    expect(await everythingOf(other.branchId)).toEqual(before)
  })

  it.each([
    ['no headers at all', {}, Buffer.from('{}'), 426, 'INCOMPATIBLE'],
    ['a newer protocol', { 'gonghui-protocol': '2' }, Buffer.from('{}'), 426, 'INCOMPATIBLE'],
    ['no signature', { 'gonghui-protocol': '1' }, Buffer.from('{"waiting":0}'), 401, 'BAD_SIGNATURE'],
    ['what is no JSON', { 'gonghui-protocol': '1' }, Buffer.from('{"waiting"'), 400, 'BAD_REQUEST'],
    ['a broken packing', { 'gonghui-protocol': '1', 'content-encoding': 'gzip' }, Buffer.from('no'), 400, 'MALFORMED'],
    ['more than 1 MB', { 'gonghui-protocol': '1' }, Buffer.alloc(1_048_577), 413, 'TOO_LARGE'],
    [
      'a little that unpacks to more than 16 MB',
      { 'gonghui-protocol': '1', 'content-encoding': 'gzip' },
      gzipSync(Buffer.alloc(17 * 1_048_576)),
      413,
      'TOO_LARGE',
    ],
  ])('%s', async (_, headers, body, status, errorCode) => {
    const answer = await post('/v1/state', { 'content-type': 'application/json', ...headers }, body)
    expect(answer).toMatchObject({ status, json: { code: errorCode } })
  })

  it('names that look like SQL or script, as anything but names', async () => {
    using branch = openTestBranch()
    const name = `Robert'); DROP TABLE record; --<script>alert(1)</script>`
    addMembers(branch.db, name)
    await enrol(branch.db, hub)
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name, phone: null }])
  })
})
