import { eq, sql } from 'drizzle-orm'
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groups } from '../../../federation/console/groups'
import { roleNames, roles, type Right, type Role } from '../../../federation/accounts/rights'
import { account, audit, session } from '../../../federation/schema'
import { madeAccount, signIn, visit } from './console-visit'
import { ADMIN_KEY, startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub(null, { secret: 'a secret of the hub that is long enough' })
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const post = (path: string, form: Record<string, string>, cookie = '') =>
  visit(hub, path, { method: 'POST', form, cookie })
const codeIn = (text: string) => /class="code"[^>]*>([0-9A-Z]{4}-[0-9A-Z-]+)</.exec(text)?.[1] ?? ''
const sessionOf = (cookies: readonly string[]) => cookies.find((text) => text.startsWith('session=')) ?? ''
const secretIn = (text: string) => /name="secret" value="([A-Z2-7]+)"/.exec(text)?.[1] ?? ''
const recoveryIn = (text: string) => [...text.matchAll(/<li>([0-9A-Z-]{14})<\/li>/g)].map(([, code]) => code ?? '')

/** What a phone shows; `later` steps of 30 seconds on. */
function phoneCode(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
}

/** Signs in with a code set up before, by the password alone: the code is still to come. */
async function withCode() {
  const made = await madeAccount(hub, { needsCode: true })
  const first = sessionOf((await post('/sign-in', made)).cookies)
  const secret = secretIn((await visit(hub, '/', { cookie: first })).text)
  const done = await post('/sign-in/two-factor', { secret, code: phoneCode(secret, -1) }, first)
  const [stored] = await hub.rows(sql`SELECT totp_secret FROM account WHERE account = ${made.id}`)
  expect(stored?.['totp_secret']).toMatch(/^sealed1:/)
  return { made, secret, recovery: recoveryIn(done.text), cookie: first }
}

const eventsOf = async (id: string) =>
  (await hub.hub.orm.select().from(audit).where(eq(audit.account, id)).orderBy(audit.at)).map(({ event }) => event)

describe('the right to a page', () => {
  const pages = groups.flatMap(({ routes }) =>
    routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` })),
  )
  const mayBe: Readonly<Record<Right, readonly Role[]>> = {
    figures: ['administrator', 'officer', 'viewer'],
    work: ['officer'],
    manage: ['administrator'],
    accounts: ['administrator'],
    audit: ['auditor'],
  }

  it.each(roleNames)('is refused to %s where the role does not include it, on every page', async (role) => {
    const cookie = await signIn(hub, { roles: [role] })
    const refused: string[] = []
    for (const { method, path, name } of pages) {
      // A form that names nothing changes nothing, whoever sends it.
      const { status } = await visit(hub, path, { method, cookie, ...(method === 'POST' ? { form: { id: 'x' } } : {}) })
      if (status === 403) refused.push(name)
      if (path === '/me/sessions/end-all') break
    }
    const expected = pages.filter(
      ({ needs, showsMembers = false, path }) =>
        path !== '/' && (showsMembers || (needs !== null && !mayBe[needs].includes(role))),
    )
    expect(refused).toEqual(expected.map(({ name }) => name))
    expect(Object.keys(roles)).toEqual(roleNames)
  })

  it('leads whoever has no use of the first page to one that is theirs', async () => {
    const cookie = await signIn(hub, { roles: ['auditor'] })
    const { status, headers } = await visit(hub, '/', { cookie })
    expect([status, headers.get('location')]).toEqual([303, '/audit'])
  })

  it('shows in the navigation only what may be visited', async () => {
    const { text } = await visit(hub, '/', { cookie: await signIn(hub, { roles: ['viewer'] }) })
    expect(text).toContain('href="/directives"')
    expect(text).not.toContain('href="/accounts"')
    expect(text).not.toContain('action="/code"')
  })
})

describe("the administrator's key", () => {
  it('makes an account and does nothing else', async () => {
    expect((await post('/key', { key: 'AAAA-AAAA' })).status).toBe(403)
    const cookie = sessionOf((await post('/key', { key: ADMIN_KEY.toLowerCase() })).cookies)
    for (const path of ['/directives', '/audit', '/revoke']) {
      expect((await visit(hub, path, { cookie })).status).toBe(403)
    }
    expect(codeIn((await post('/code', {}, cookie)).text)).toBe('')
    const form = { name: '吴清', login: 'WuQing', node: hub.hub.identity.id, roles: 'administrator', needsCode: 'on' }
    expect((await post('/accounts', { ...form, roles: '' }, cookie)).status).toBe(400)
    const made = await post('/accounts', form, cookie)
    expect(made.status).toBe(200)
    expect((await post('/accounts', form, cookie)).text).toContain('somebody has this login already')
    const password = codeIn(made.text)
    const own = sessionOf((await post('/sign-in', { login: 'wuqing', password })).cookies)

    // Nothing is open before the password is the person's own and the two-factor code is set up.
    expect((await visit(hub, '/directives', { cookie: own })).status).toBe(403)
    const weak = { password: '1234567890', again: '1234567890' }
    expect((await post('/sign-in/password', weak, own)).text).toContain('too easy to guess')
    const other = { password: '云溪-春耕-0417-灯', again: '云溪-春耕-0417-火' }
    expect((await post('/sign-in/password', other, own)).text).toContain('not the same')
    expect((await post('/sign-in/password', { ...other, again: other.password }, own)).status).toBe(303)
    const setUp = await visit(hub, '/directives', { cookie: own })
    expect(setUp.status).toBe(403)
    expect(setUp.text).toContain('<svg')
    const secret = secretIn(setUp.text)
    expect((await post('/sign-in/two-factor', { secret, code: '000000' }, own)).status).toBe(400)
    const done = await post('/sign-in/two-factor', { secret, code: phoneCode(secret) }, own)
    expect(recoveryIn(done.text)).toHaveLength(10)
    expect((await visit(hub, '/accounts', { cookie: own })).status).toBe(200)
    expect((await post('/sign-in', { login: 'wuqing', password })).status).toBe(403)
  })
})

describe('signing in', () => {
  it('locks after five wrong passwords, also against the right one, and tells nobody which it was', async () => {
    const { login, password, id } = await madeAccount(hub)
    const answers = new Set<string>()
    for (let tries = 0; tries < 5; tries++) answers.add((await post('/sign-in', { login, password: 'wrong' })).text)
    answers.add((await post('/sign-in', { login, password })).text)
    answers.add((await post('/sign-in', { login: 'nobody', password })).text)
    expect(answers.size).toBe(1)
    expect(await eventsOf(id)).toEqual([...Array<string>(5).fill('own.signInFailed'), 'own.locked'])

    await hub.hub.orm
      .update(account)
      .set({ lockedUntil: sql`now() - interval '1 second'` })
      .where(eq(account.account, id))
    expect((await post('/sign-in', { login, password })).status).toBe(303)
  })

  it('gives no more than five tries to many at once', async () => {
    const { login, password, id } = await madeAccount(hub)
    await Promise.all(Array.from({ length: 12 }, () => post('/sign-in', { login, password: 'wrong' })))
    expect((await eventsOf(id)).filter((event) => event === 'own.signInFailed')).toHaveLength(5)
    expect((await post('/sign-in', { login, password })).status).toBe(403)
  })

  it('is unlocked by an administrator', async () => {
    const { login, password, id } = await madeAccount(hub)
    for (let tries = 0; tries < 5; tries++) await post('/sign-in', { login, password: 'wrong' })
    const cookie = await signIn(hub, { roles: ['administrator'] })
    expect((await visit(hub, `/account?id=${id}`, { cookie })).text).toContain('Unlock')
    expect((await post('/account/unlock', { id }, cookie)).status).toBe(303)
    expect((await post('/sign-in', { login, password })).status).toBe(303)
  })

  it('takes a two-factor code once, and locks after wrong ones', async () => {
    const { made, secret } = await withCode()
    const cookie = sessionOf((await post('/sign-in', made)).cookies)
    expect((await visit(hub, '/', { cookie })).text).not.toContain('href="/me"')
    const code = phoneCode(secret)
    expect((await post('/sign-in/code', { code }, cookie)).status).toBe(303)
    expect((await visit(hub, '/', { cookie })).text).toContain('href="/me"')
    const again = sessionOf((await post('/sign-in', made)).cookies)
    expect((await post('/sign-in/code', { code }, again)).status).toBe(403)
    for (let tries = 0; tries < 4; tries++) await post('/sign-in/code', { code: '000000' }, again)
    expect((await post('/sign-in/code', { code: phoneCode(secret, 1) }, again)).status).toBe(403)
    expect(await eventsOf(made.id)).toContain('own.locked')
  })

  it('takes each recovery code once', async () => {
    const { made, recovery } = await withCode()
    const [code = ''] = recovery
    const cookie = sessionOf((await post('/sign-in', made)).cookies)
    expect((await post('/sign-in/code', { code: code.toLowerCase() }, cookie)).status).toBe(303)
    const again = sessionOf((await post('/sign-in', made)).cookies)
    expect((await post('/sign-in/code', { code }, again)).status).toBe(403)
    expect((await visit(hub, '/me', { cookie })).text).toContain('9 recovery codes')
  })

  it('begins anew with a new initial password and without codes after an administrator reset them', async () => {
    const { made, cookie } = await withCode()
    const admin = await signIn(hub, { roles: ['administrator'] })
    const password = codeIn((await post('/account/password', { id: made.id }, admin)).text)
    await post('/account/two-factor', { id: made.id }, admin)
    expect((await visit(hub, '/me', { cookie })).status).toBe(403)
    expect((await post('/sign-in', made)).status).toBe(403)
    const own = sessionOf((await post('/sign-in', { login: made.login, password })).cookies)
    expect((await visit(hub, '/', { cookie: own })).text).toContain('Choose your own password')
  })
})

describe('a session', () => {
  it('is over after 30 minutes without a visit, and after 8 hours', async () => {
    for (const change of [
      { lastSeen: sql`now() - interval '31 minutes'` },
      { createdAt: sql`now() - interval '481 minutes'` },
    ]) {
      const { id, login, password } = await madeAccount(hub)
      const cookie = sessionOf((await post('/sign-in', { login, password })).cookies)
      expect((await visit(hub, '/me', { cookie })).status).toBe(200)
      await hub.hub.orm.update(session).set(change).where(eq(session.account, id))
      expect((await visit(hub, '/me', { cookie })).status).toBe(403)
    }
  })

  it('is ended by its owner, one or all, by signing out, and with the account', async () => {
    const { id, login, password } = await madeAccount(hub)
    const begin = async () => sessionOf((await post('/sign-in', { login, password })).cookies)
    const isIn = async (cookie: string) => (await visit(hub, '/me', { cookie })).status === 200
    const [one, two, three] = [await begin(), await begin(), await begin()]
    const { text } = await visit(hub, '/me', { cookie: two })
    const shown = [...text.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(([, hash]) => hash ?? '')
    expect(shown).toHaveLength(3)
    const stranger = await signIn(hub)
    for (const hash of shown) await post('/me/sessions/end', { session: hash }, stranger)
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, true, true])
    await post('/sign-out', {}, one)
    expect([await isIn(one), await isIn(two)]).toEqual([false, true])
    await post('/me/sessions/end-all', {}, two)
    expect([await isIn(two), await isIn(three)]).toEqual([false, false])
    const four = await begin()
    await post('/account/disable', { id }, await signIn(hub, { roles: ['administrator'] }))
    expect(await isIn(four)).toBe(false)
    expect((await post('/sign-in', { login, password })).status).toBe(403)
  })

  it('of other browsers is over when the password is changed', async () => {
    const { login, password: old } = await madeAccount(hub)
    const begin = async () => sessionOf((await post('/sign-in', { login, password: old })).cookies)
    const [here, there] = [await begin(), await begin()]
    const password = '白鹭-立夏-0506-桥'
    const form = { old: 'not it', password, again: password }
    expect((await post('/me/password', form, here)).text).toContain('present password is wrong')
    expect((await post('/me/password', { ...form, old }, here)).status).toBe(200)
    expect((await visit(hub, '/me', { cookie: here })).status).toBe(200)
    expect((await visit(hub, '/me', { cookie: there })).status).toBe(403)
  })

  it('loses a right at once that its account loses, but nobody takes their own away', async () => {
    const { id, login, password } = await madeAccount(hub, { roles: ['officer'] })
    const cookie = sessionOf((await post('/sign-in', { login, password })).cookies)
    expect((await post('/directives', { title: '' }, cookie)).status).toBe(400)
    const admin = await madeAccount(hub, { roles: ['administrator'] })
    const own = sessionOf((await post('/sign-in', admin)).cookies)
    const form = { name: '吴清', node: hub.hub.identity.id, roles: 'viewer' }
    expect((await post('/account', { ...form, id }, own)).status).toBe(303)
    expect((await post('/directives', { title: '' }, cookie)).status).toBe(403)
    expect((await post('/account', { ...form, id: admin.id }, own)).status).toBe(400)
    expect((await post('/account/disable', { id: admin.id }, own)).status).toBe(400)
  })
})

describe('the audit', () => {
  it('keeps who did what, shows it to auditors, and is only ever added to', async () => {
    const officer = await madeAccount(hub, { roles: ['officer'] })
    const cookie = sessionOf((await post('/sign-in', officer)).cookies)
    const form = { title: '安全生产月', text: '', dueOn: '', asks: 'acknowledgement', unit: '' }
    expect((await post('/directives', form, cookie)).status).toBe(303)
    expect((await visit(hub, '/directives?export=directives', { cookie })).status).toBe(200)
    expect(await eventsOf(officer.id)).toEqual(['own.signedIn', 'directives.issued', 'common.exported'])
    const { text } = await visit(hub, '/audit', { cookie: await signIn(hub, { roles: ['auditor'] }) })
    for (const words of ['Issued a directive', '安全生产月', 'Exported a list', '周见微']) expect(text).toContain(words)
    for (const statement of [sql`UPDATE audit SET by = 'nobody'`, sql`DELETE FROM audit`]) {
      await expect(hub.hub.orm.execute(statement)).rejects.toThrow()
    }
  })
})
