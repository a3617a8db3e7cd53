import { readFileSync } from 'node:fs'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeMembers } from '../../../electron/backend/duplicates/merge'
import { previewCharges } from '../../../electron/backend/dues/charges/preview'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { fillSampleBranch } from '../../../electron/backend/sample/fill-sample-branch'
import { branchOverviews } from '../../../federation/console/branches'
import { device, organisation } from '../../../federation/schema'
import { monthSchema } from '../../../shared/model/date'
import { newUuid } from '../../../shared/model/id'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { addMembers, enrol, receiptsAtHub } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const codeIn = (text: string) => /class="code"[^>]*>([0-9A-Z-]+)</.exec(text)?.[1] ?? ''

describe('the console', () => {
  it('counts members by status and the dues of every month as the branch does', async () => {
    using branch = openTestBranch()
    await fillSampleBranch(branch.db)
    const link = await enrol(branch.db, hub)
    expect(link.state()).toMatchObject({ link: 'synced', waiting: 0, attention: 0 })
    expect(Object.keys(await receiptsAtHub(hub, branch.branchId)).sort()).toEqual(['applied', 'withheld'])

    const { sqlite } = branch.db
    const statuses = sqlite
      .prepare<[], { status: string; members: number }>(
        'SELECT status, count(*) AS members FROM member_standing GROUP BY 1',
      )
      .all()
    const months = sqlite
      .prepare<[], string>(
        'SELECT month FROM dues_entry WHERE month IS NOT NULL UNION SELECT substr(paid_on, 1, 7) FROM dues_entry WHERE paid_on IS NOT NULL',
      )
      .pluck()
      .all()
    expect(months.length).toBeGreaterThan(1)
    for (const month of months) {
      const overviews = await branchOverviews(hub.seen, month)
      const period = { from: monthSchema.parse(month), until: monthSchema.parse(month) }
      const { charged, received } = await previewCharges(branch.db, period)
      expect(overviews.find(({ id }) => id === branch.branchId)).toMatchObject({
        members: Object.fromEntries(statuses.map(({ status, members }) => [status, members])),
        charged: charged.amount,
        received: received.amount,
        waiting: 0,
        attention: 0,
        isEnrolled: true,
      })
    }
  })

  it('shows branches, never persons', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '欧阳不见', '司徒不见')
    await enrol(branch.db, hub)
    const { status, text } = await visit(hub, '/branches', { cookie: await signIn(hub) })
    expect(status).toBe(200)
    expect(text).toContain('云溪机械厂工会委员会')
    expect(text).toMatch(/data-status="active">active 2</)
    expect(text).not.toContain('不见')
  })

  it('counts a person once whose two records were merged', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const [into, from] = db.write(() => ['张伟', '章炜'].map((name) => insertMember(db, { name })))
    if (into === undefined || from === undefined) throw new Error('Two members are needed')
    mergeMembers(db, { into, from, take: [] })
    await enrol(db, hub)
    const overviews = await branchOverviews(hub.seen, '2026-01')
    expect(overviews.find(({ id }) => id === branch.branchId)?.members).toEqual({ active: 1 })
  })

  it.each([
    ['zh-CN,zh;q=0.9', '联网服务器'],
    ['zh-HK', '連線伺服器'],
    ['en-GB,en;q=0.5', 'Gonghui federation hub'],
    ['fr', '联网服务器'],
  ])('speaks to a browser that asks for %s in its language', async (language, title) => {
    expect((await visit(hub, '/', { language })).text).toContain(title)
    expect((await visit(hub, '/?language=en', { language })).text).toContain('Gonghui federation hub')
  })

  it('shows nothing and does nothing for whoever is not signed in', async () => {
    using branch = openTestBranch()
    await enrol(branch.db, hub)
    for (const cookie of ['', 'session=99999999999999.abc', 'session=', 'session=x']) {
      expect((await visit(hub, '/', { cookie })).text).not.toContain('云溪机械厂')
      const form = { organisation: branch.branchId }
      expect(await visit(hub, '/revoke', { method: 'POST', cookie, form })).toMatchObject({ status: 403 })
      expect(codeIn((await visit(hub, '/code', { method: 'POST', cookie })).text)).toBe('')
    }
    expect(await hubLinkOf(branch.db).syncNow()).toMatchObject({ link: 'synced' })
  })

  it('takes no form from another site', async () => {
    const cookie = await signIn(hub)
    const there = { method: 'POST', cookie, origin: 'https://elsewhere.example' } as const
    expect(await visit(hub, '/code', there)).toMatchObject({ status: 403 })
    expect(await visit(hub, '/code', { ...there, origin: 'null' })).toMatchObject({ status: 403 })
  })

  it('forbids scripts, frames and foreign content on every page', async () => {
    const { headers } = await visit(hub, '/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  it('makes codes for new branches and for one it knows, and revokes an enrolment', async () => {
    const cookie = await signIn(hub)
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    const made = codeIn((await visit(hub, '/code', { method: 'POST', cookie, form: {} })).text)
    await link.enrol(hub.server.address, made)
    const form = { organisation: branch.branchId }
    expect((await visit(hub, `/revoke?organisation=${branch.branchId}`, { cookie })).text).toContain(
      'Revoke this enrolment?',
    )
    expect(await visit(hub, '/revoke', { method: 'POST', cookie, form })).toMatchObject({ status: 303 })
    expect(await link.syncNow()).toMatchObject({ problem: 'NOT_ENROLLED' })
    await link.leave()
    const again = codeIn((await visit(hub, '/code', { method: 'POST', cookie, form })).text)
    await link.enrol(hub.server.address, again)
    expect(await link.syncNow()).toMatchObject({ link: 'synced', problem: null })
  })

  it('shows what a branch calls itself as text', async () => {
    using branch = openTestBranch()
    const name = '<script>alert("工会")</script>&'
    branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run(name))
    await enrol(branch.db, hub)
    const { text } = await visit(hub, '/branches', { cookie: await signIn(hub) })
    expect(text).not.toContain('<script')
    expect(text).toContain('&lt;script&gt;alert(&quot;工会&quot;)&lt;/script&gt;&amp;')
  })
})

describe('the OpenAPI document', () => {
  it('lists what the protocol page lists', async () => {
    const response = await fetch(`${hub.server.address}/v1/openapi.json`)
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(await response.json())
    const page = readFileSync(path.resolve('federation/PROTOCOL.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `(\/v1\/[a-z-]+)`/gm)].map(([, request]) => request)
    expect(Object.keys(paths).sort()).toEqual(listed.sort())
  })
})

describe('the directives of the console', () => {
  it('go out by its form, show who has answered, and are taken back', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const cookie = await signIn(hub)
    const form = {
      title: '<b>安全</b>生产月',
      text: '请于月底前填报参加人数。',
      dueOn: '2026-06-30',
      asks: 'figure',
      unit: '人',
      to: branch.branchId,
    }
    expect((await visit(hub, '/directives', { method: 'POST', form: { ...form, unit: '' }, cookie })).status).toBe(400)
    expect(
      (await visit(hub, '/directives', { method: 'POST', form, cookie, origin: 'http://evil.example' })).status,
    ).toBe(403)
    expect((await visit(hub, '/directives', { method: 'POST', form })).status).toBe(403)
    expect((await visit(hub, '/directives', { method: 'POST', form, cookie })).status).toBe(303)
    await link.syncNow()
    const [received] = branch.db.sqlite.prepare<[], { id: string; title: string }>('SELECT * FROM directive').all()
    expect(received).toMatchObject({ title: form.title })
    const id = received?.id ?? ''
    const before = await visit(hub, '/directives', { cookie })
    expect(before.text).toContain('&lt;b&gt;安全&lt;/b&gt;生产月')
    expect(before.text).toContain('0/1')
    branch.db.write(() =>
      branch.db.sqlite
        .prepare(
          "INSERT INTO directive_answer (id, directive_id, figure, text, answered_on, by) VALUES (?, ?, 3250, '含<i>分会</i>', '2026-06-20', '李静')",
        )
        .run(newUuid(), id),
    )
    await link.syncNow()
    const { text } = await visit(hub, `/directive?id=${id}`, { cookie })
    expect(text).toContain('32.5')
    expect(text).toContain('含&lt;i&gt;分会&lt;/i&gt;')
    expect((await visit(hub, '/directive/withdraw', { method: 'POST', form: { id }, cookie })).status).toBe(303)
    expect((await visit(hub, `/directive?id=${id}`, { cookie })).text).toContain('Taken back')
    expect((await visit(hub, '/directive?id=nothing', { cookie })).status).toBe(404)
  })
})

describe('the lists of the console', () => {
  it('go out as workbooks in which text stays text, whatever it begins with', async () => {
    using branch = openTestBranch()
    const name = '=HYPERLINK("http://evil.example")'
    branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run(name))
    addMembers(branch.db, '欧阳不见')
    await enrol(branch.db, hub)
    const cookie = await signIn(hub, { roles: ['viewer'] })
    const query = `/branches?q=${encodeURIComponent('hyperlink')}`
    const page = await visit(hub, query, { cookie })
    expect(page.text).toContain(`href="${query}&amp;export=branches"`)
    const { headers, bytes } = await visit(hub, `${query}&export=branches`, { cookie })
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''Branches%20\d{4}-\d\d-\d\d\.xlsx$/,
    )
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const row = workbook.worksheets[0]?.getRow(2)
    expect(row?.getCell(1)).toMatchObject({ type: ExcelJS.ValueType.String, value: name, numFmt: '@' })
    expect(row?.getCell(3).value).toBe(1)
  })

  it('name the branches that fell silent, and for how many days', async () => {
    using branch = openTestBranch()
    await enrol(branch.db, hub)
    const cookie = await signIn(hub, { roles: ['viewer'] })
    const id = branch.branchId
    expect((await visit(hub, '/silent', { cookie })).text).not.toContain(`data-row="${id}"`)
    await hub.hub.orm
      .update(organisation)
      .set({ lastContact: sql`now() - interval '20 days'` })
      .where(eq(organisation.organisation, id))
    expect((await visit(hub, '/silent', { cookie })).text).toContain(`data-row="${id}"`)
    expect((await visit(hub, '/silent?days=30', { cookie })).text).not.toContain(`data-row="${id}"`)
  })

  it('say of the data what members lack and why entries were not accepted', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '欧阳不见', '司徒不见')
    branch.db.write(() => insertMember(branch.db, { name: '上官不见', remark: '长'.repeat(10_001) }))
    await enrol(branch.db, hub)
    const cookie = await signIn(hub, { roles: ['viewer'] })
    const { text } = await visit(hub, '/quality', { cookie })
    expect(text).toContain('The text is too long')
    expect(text).not.toContain('不见')
    const own = await visit(hub, `/branch?organisation=${branch.branchId}`, { cookie })
    expect(own.text).toContain('2 (100.0%)')
  })

  it('revoke one device of a branch, and withdraw a code that nobody has used', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const cookie = await signIn(hub, { roles: ['administrator'] })
    const [found] = await hub.hub.orm.select().from(device).where(eq(device.organisation, branch.branchId))
    const form = { organisation: branch.branchId, device: found?.device ?? '' }
    const asked = await visit(hub, `/revoke?${new URLSearchParams(form).toString()}`, { cookie })
    expect(asked.text).toContain(form.device.slice(-8))
    const other = { ...form, device: newUuid() }
    await visit(hub, '/revoke', { method: 'POST', form: other, cookie })
    expect(await link.syncNow()).toMatchObject({ problem: null })
    await visit(hub, '/revoke', { method: 'POST', form, cookie })
    expect(await link.syncNow()).toMatchObject({ problem: 'NOT_ENROLLED' })

    await link.leave()
    const made = codeIn((await visit(hub, '/code', { method: 'POST', cookie, form })).text)
    const codes = await visit(hub, '/enrolment-codes', { cookie })
    const [, code = ''] = /name="code" value="([0-9a-f]{64})"/.exec(codes.text) ?? []
    await visit(hub, '/enrolment-codes/withdraw', { method: 'POST', form: { code }, cookie })
    await expect(link.enrol(hub.server.address, made)).rejects.toThrow()
  })
})
