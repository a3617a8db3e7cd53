import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keysOf, makeKey, revokeKey } from '../../../federation/api/keys'
import { csvOf } from '../../../federation/api/csv'
import { issueDirective } from '../../../federation/directives'
import { audit } from '../../../federation/schema'
import { apiScopeSchema, type ApiScope } from '../../../shared/contract/hub-api'
import { newUuid } from '../../../shared/model/id'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { addMembers, enrol } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'

let hub: TestHub
let first: TestBranch
let second: TestBranch
beforeAll(async () => {
  hub = await startHub()
  first = openTestBranch()
  second = openTestBranch()
  for (const { db } of [first, second]) {
    const link = await enrol(db, hub)
    addMembers(db, '张伟', '李娜', '王芳')
    db.write(() =>
      insertMember(db, { name: "=cmd|'/c calc'!A1", phone: '13800138000', remark: "');DROP TABLE record;--" }),
    )
    await link.syncNow()
  }
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  first[Symbol.dispose]()
  second[Symbol.dispose]()
  await hub[Symbol.asyncDispose]()
})

const TOMORROW = new Date(Date.now() + 86_400_000)

function keyWith(scopes: readonly ApiScope[], more: { node?: string | null; expiresAt?: Date } = {}) {
  return makeKey(hub.hub, { name: '市总平台', scopes, node: null, expiresAt: TOMORROW, ...more }, '周见微')
}

const listSchema = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() })

async function ask(path: string, key: string | null, headers: Record<string, string> = {}) {
  const response = await fetch(`${hub.server.address}/api/v1${path}`, {
    headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
  })
  const text = await response.text()
  const list = () => listSchema.parse(JSON.parse(text))
  return { status: response.status, headers: response.headers, text, list }
}

const endpoints: Readonly<Record<string, ApiScope>> = {
  '/organisations': 'organisations',
  '/figures': 'figures',
  '/members': 'members',
  '/dues': 'dues',
  '/activities': 'activities',
  '/participations': 'activities',
  '/directives': 'directives',
  '/answers': 'directives',
}

describe('a key', () => {
  it('opens what its scope is for and nothing else', async () => {
    for (const scope of apiScopeSchema.exclude(['rosters']).options) {
      const key = await keyWith([scope])
      for (const [path, needed] of Object.entries(endpoints)) {
        const { status } = await ask(path, key)
        expect([scope, path, status]).toEqual([scope, path, scope === needed ? 200 : 403])
      }
    }
  })

  it('that is missing, made up, revoked or expired gets one and the same answer', async () => {
    const revoked = await keyWith(['members'])
    const made = (await keysOf(hub.seen))[0]
    expect(await revokeKey(hub.seen, made?.apiKey ?? '')).toMatchObject({ name: '市总平台' })
    const expired = await keyWith(['members'], { expiresAt: new Date(Date.now() - 1000) })
    const answers = await Promise.all([null, 'ghk_made-up', revoked, expired].map((key) => ask('/members', key)))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('is kept as a hash, and every use is put down without what it read', async () => {
    const key = await keyWith(['members', 'memberParticulars'])
    const stored = JSON.stringify(await hub.rows(sql`SELECT * FROM api_key`))
    expect(stored).not.toContain(key)
    await ask('/members?particulars=true', key)
    await ask(`/members?organisation=${first.branchId}`, key)
    const lines = await hub.hub.orm.select().from(audit)
    const ours = lines
      .filter(({ event }) => event.startsWith('keys.'))
      .map(({ event, about, detail }) => [event, about, detail])
    expect(ours).toContainEqual(['keys.sawParticulars', null, 'GET /api/v1/members particulars 200 8'])
    expect(ours).toContainEqual(['keys.used', first.branchId, 'GET /api/v1/members 200 4'])
    expect(JSON.stringify(lines)).not.toMatch(/张伟|13800138000/)
    expect((await keysOf(hub.seen)).some(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true)
  })

  it('limited to a node sees nothing beside it', async () => {
    const key = await keyWith(apiScopeSchema.options, { node: first.branchId })
    for (const path of ['/organisations', '/members', '/figures'] as const) {
      const { items } = (await ask(path, key)).list()
      expect(new Set(items.map(({ organisation }) => organisation))).toEqual(new Set([first.branchId]))
    }
    expect((await ask(`/members?organisation=${second.branchId}`, key)).status).toBe(404)
  })
})

describe('what the API tells of members', () => {
  it('names nobody without particulars, and all of it with them', async () => {
    const bare = await keyWith(['members'])
    const plain = await ask('/members', bare)
    expect(plain.list().items).toHaveLength(8)
    expect(plain.text).not.toMatch(/张伟|13800138000|DROP TABLE/)
    expect(plain.list().items[0]).toMatchObject({ status: 'active', merged: false, deleted: false, particulars: null })
    expect((await ask('/members?particulars=true', bare)).status).toBe(403)
    const full = await ask('/members?particulars=true', await keyWith(['members', 'memberParticulars']))
    expect(full.list().items.map(({ particulars }) => particulars)).toContainEqual(
      expect.objectContaining({ phone: '13800138000', remark: "');DROP TABLE record;--" }),
    )
  })

  it('comes page by page, every line once', async () => {
    const key = await keyWith(['members'])
    const ids: unknown[] = []
    let cursor: string | null = ''
    for (let pages = 0; cursor !== null && pages < 10; pages += 1) {
      const { items, next } = (await ask(`/members?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`, key)).list()
      ids.push(...items.map(({ id }) => id))
      cursor = next
    }
    expect(ids).toHaveLength(8)
    expect(new Set(ids).size).toBe(8)
    expect((await ask('/members?cursor=nonsense', key)).status).toBe(400)
    expect((await ask('/members?limit=100000', key)).status).toBe(400)
    expect((await ask("/members?organisation=x' OR 1=1", key)).status).toBe(400)
  })

  it('can be followed by what changed since, with what was deleted and who left', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const { sqlite } = branch.db
    const activity = newUuid()
    const [left] = branch.db.write(() => {
      sqlite
        .prepare(
          `INSERT INTO activity (id, title, type, starts_on, ends_on) VALUES (?, '健步走', 'sport', '2020-05-01', '2020-05-01')`,
        )
        .run(activity)
      return ['甲', '乙', '丙'].map((name) => insertMember(branch.db, { name }))
    })
    await link.syncNow()
    const key = await keyWith(['members', 'activities'])
    const of = `organisation=${branch.branchId}`
    const before = (await ask(`/members?${of}`, key)).list().items
    expect(before).toHaveLength(3)
    expect((await ask(`/activities?${of}`, key)).list().items).toMatchObject([{ id: activity, title: '健步走' }])
    const since = encodeURIComponent(new Date(Date.now() + 1).toISOString())
    branch.db.write(() => {
      sqlite.prepare('DELETE FROM activity WHERE id = ?').run(activity)
      sqlite
        .prepare(
          "INSERT INTO membership_event (id, member_id, type, recorded_at) VALUES (?, ?, 'withdrawal', '2020-05-02T00:00:00.000Z')",
        )
        .run(newUuid(), left)
    })
    await link.syncNow()
    expect((await ask(`/members?${of}&updatedSince=${since}`, key)).list().items).toMatchObject([
      { id: left, status: 'withdrawn' },
    ])
    expect((await ask(`/activities?${of}`, key)).list().items).toEqual([])
    expect((await ask(`/activities?${of}&updatedSince=${since}`, key)).list().items).toMatchObject([
      { id: activity, deleted: true, title: null },
    ])
  })

  it('is answered 304 while nothing changed', async () => {
    const key = await keyWith(['members'])
    const { headers } = await ask('/members', key)
    const etag = headers.get('etag') ?? ''
    expect(await ask('/members', key, { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' })
    expect((await ask('/members?limit=2', key, { 'if-none-match': etag })).status).toBe(200)
  })

  it('comes as CSV that no spreadsheet takes for formulas', async () => {
    const key = await keyWith(['members', 'memberParticulars'])
    const { headers, text } = await ask('/members?particulars=true&limit=5', key, { accept: 'text/csv' })
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('gonghui-next')).not.toBeNull()
    expect(text).toContain("'=cmd|'/c calc'!A1")
    expect(text).not.toMatch(/(^|,)"?[=@+]/m)
    expect(csvOf([{ a: '@SUM(1)', b: '-2.50', c: 'a,"b"\n', d: { e: '+x', f: null } }])).toBe(
      '\uFEFFa,b,c,d.e,d.f\r\n\'@SUM(1),-2.50,"a,""b""\n",\'+x,\r\n',
    )
  })
})

describe('the other lists', () => {
  it('tell organisations, figures, directives and answers', async () => {
    const key = await keyWith(apiScopeSchema.options)
    const issued = await issueDirective(
      hub.seen,
      { title: '报数', text: '', dueOn: null, asks: 'figure', unit: '人' },
      [first.branchId],
    )
    expect((await ask('/organisations', key)).list().items).toContainEqual(
      expect.objectContaining({ organisation: first.branchId, waiting: 0 }),
    )
    expect((await ask(`/figures?organisation=${first.branchId}&period=`, key)).list().items).toContainEqual({
      organisation: first.branchId,
      name: 'members.active',
      period: '',
      value: 4,
    })
    expect((await ask('/directives', key)).list().items).toMatchObject([{ id: issued.id, title: '报数' }])
    expect((await ask('/answers', key)).list()).toEqual({ items: [], next: null })
  })

  it('are described by a document of their own', async () => {
    const { status, text } = await ask('/openapi.json', null)
    expect(status).toBe(200)
    const document: unknown = JSON.parse(text)
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/) as unknown,
      paths: Object.fromEntries(Object.keys(endpoints).map((path) => [path, { get: expect.anything() as unknown }])),
    })
  })
})

describe('keys in the console', () => {
  it('are made, shown once and revoked by administrators', async () => {
    const cookie = await signIn(hub)
    const form = { name: '<script>alert(1)</script>', scope: 'figures', node: hub.hub.identity.id, until: '2099-12-31' }
    const made = await visit(hub, '/keys', { method: 'POST', cookie, form })
    const secret = /ghk_[\w-]{43}/.exec(made.text)?.[0] ?? ''
    expect((await ask('/figures', secret)).status).toBe(200)
    const page = await visit(hub, '/keys', { cookie })
    expect(page.text).not.toContain(secret)
    expect(page.text).not.toContain('<script>')
    const id = (await keysOf(hub.seen)).find(({ name }) => name === form.name)?.apiKey ?? ''
    await visit(hub, '/keys/revoke', { method: 'POST', cookie, form: { id } })
    expect((await ask('/figures', secret)).status).toBe(401)
    expect((await visit(hub, '/keys', { method: 'POST', cookie, form: { ...form, until: '2001-01-01' } })).status).toBe(
      400,
    )
    const particulars = { ...form, scope: 'memberParticulars' }
    expect((await visit(hub, '/keys', { method: 'POST', cookie, form: particulars })).status).toBe(400)
    const viewer = await signIn(hub, { roles: ['viewer'] })
    expect((await visit(hub, '/keys', { cookie: viewer })).status).toBe(403)
  })
})

describe('an address that tries keys', () => {
  it('is not heard any more for a while', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 40; index += 1) statuses.push((await ask('/members', `ghk_${index}`)).status)
    expect(statuses).toContain(429)
    const { status, headers } = await ask('/members', 'ghk_x')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
