import { sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, enrol, membersAtHub } from './branch'
import { listenAnywhere, openLine } from './faulty-line'
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
const address = () => hub.server.address

describe('enrolling', () => {
  it('takes the code however it is typed', async () => {
    using branch = openTestBranch()
    const typed = (await hub.code()).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await hubLinkOf(branch.db).enrol(address(), typed)).toMatchObject({ state: 'enrolled', problem: null })
  })

  it('refuses a wrong code', async () => {
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    await expect(link.enrol(address(), 'AAAA-BBBB-CCCC')).rejects.toEqual(code('ENROLMENT_CODE_WRONG'))
    expect(link.state()).toEqual({ state: 'notEnrolled' })
  })

  it('refuses a code that another branch has used', async () => {
    using first = openTestBranch()
    using second = openTestBranch()
    const once = await hub.code()
    await hubLinkOf(first.db).enrol(address(), once)
    await expect(hubLinkOf(second.db).enrol(address(), once)).rejects.toEqual(code('ENROLMENT_CODE_WRONG'))
  })

  it('refuses an expired code', async () => {
    using branch = openTestBranch()
    const old = await hub.code()
    await hub.hub.orm.execute(sql`UPDATE enrolment_code SET expires_at = now() WHERE used_by_key IS NULL`)
    await expect(hubLinkOf(branch.db).enrol(address(), old)).rejects.toEqual(code('ENROLMENT_CODE_WRONG'))
  })

  it('keeps the hash of a code only', async () => {
    const once = await hub.code()
    const rows = await hub.rows(sql`SELECT * FROM enrolment_code`)
    expect(JSON.stringify(rows)).not.toContain(once)
    expect(JSON.stringify(rows)).not.toContain(once.replaceAll('-', ''))
  })

  it('happens once until the branch leaves', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    await expect(link.enrol(address(), await hub.code())).rejects.toEqual(code('ALREADY_ENROLLED'))
  })

  it('lets a branch that the hub knows in again only by a code made for it', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    addMembers(branch.db, '张伟')
    const link = await enrol(branch.db, hub)
    expect(await link.leave()).toEqual({ state: 'notEnrolled' })
    await expect(link.enrol(address(), await hub.code())).rejects.toEqual(code('ENROLMENT_CODE_FOR_OTHER'))
    const own = await hub.code(branch.branchId)
    await expect(hubLinkOf(other.db).enrol(address(), own)).rejects.toEqual(code('ENROLMENT_CODE_FOR_OTHER'))
    addMembers(branch.db, '李娜')
    await link.enrol(address(), own)
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toHaveLength(2)
  })

  it('succeeds at the second try with the same code when the first answer was lost', async () => {
    using branch = openTestBranch()
    await using line = await openLine(address())
    const link = hubLinkOf(branch.db)
    const once = await hub.code()
    line.fault = () => 'dropReply'
    await expect(link.enrol(line.address, once)).rejects.toEqual(code('HUB_UNREACHABLE'))
    line.fault = () => null
    await link.enrol(line.address, once)
    expect(await link.syncNow()).toMatchObject({ link: 'synced' })
  })
})

describe('an address', () => {
  it('of nobody is not reached', async () => {
    using branch = openTestBranch()
    const enrolling = hubLinkOf(branch.db).enrol('http://127.0.0.1:9', 'AAAA-BBBB-CCCC')
    await expect(enrolling).rejects.toEqual(code('HUB_UNREACHABLE'))
  })

  it('without HTTPS off loopback is not tried', async () => {
    using branch = openTestBranch()
    const enrolling = hubLinkOf(branch.db).enrol('http://192.0.2.1', 'AAAA-BBBB-CCCC')
    await expect(enrolling).rejects.toEqual(code('HUB_NOT_TRUSTED'))
  })

  it.each([
    ['another page', 200, 'text/html', '<h1>Hello</h1>'],
    ['another service', 200, 'application/json', '{"hello":1}'],
    ['a page that is not there', 404, 'text/html', 'Not found'],
    ['a page that lies elsewhere', 302, 'text/html', ''],
  ])('of %s is no hub', async (_, status, type, body) => {
    using branch = openTestBranch()
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': type, location: '/elsewhere' }).end(body)
    })
    const at = `http://127.0.0.1:${await listenAnywhere(server)}`
    await expect(hubLinkOf(branch.db).enrol(at, 'AAAA-BBBB-CCCC')).rejects.toEqual(code('HUB_NOT_A_HUB'))
    server.closeAllConnections()
    server.close()
  })

  it('with a certificate that this PC does not trust is told, and reached once it is trusted', async () => {
    const file = (name: string) => readFileSync(path.join(import.meta.dirname, '../../fixtures/tls', name), 'utf8')
    await using secure = await startHub({ cert: file('cert.pem'), key: file('key.pem') })
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    const once = await secure.code()
    expect(secure.server.address).toMatch(/^https:/)
    await expect(link.enrol(secure.server.address, once)).rejects.toEqual(code('HUB_NOT_TRUSTED'))
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, file('cert.pem')])
    try {
      await link.enrol(secure.server.address, once)
      expect(await link.syncNow()).toMatchObject({ link: 'synced', problem: null })
    } finally {
      setDefaultCACertificates(before)
    }
  })
})
