import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { makeAccount } from '../../../federation/accounts/accounts'
import { roleNames, type Role } from '../../../federation/accounts/rights'
import { account } from '../../../federation/schema'
import { newUuid } from '../../../shared/model/id'
import type { TestHub } from './hub'

interface Visit {
  readonly method?: 'GET' | 'POST'
  readonly form?: Record<string, string> | FormData
  readonly cookie?: string
  readonly origin?: string
  readonly language?: string
}

/** Visits a page of a hub's console as a browser does. */
export async function visit(
  { server: { address } }: TestHub,
  path: string,
  { method = 'GET', form, cookie = '', origin, language = 'en' }: Visit = {},
) {
  const response = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers: { 'accept-language': language, cookie, ...(method === 'POST' ? { origin: origin ?? address } : {}) },
    body: form === undefined || form instanceof FormData ? (form ?? null) : new URLSearchParams(form),
  })
  const cookies = response.headers.getSetCookie().map((text) => text.split(';')[0] ?? '')
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, cookies, bytes, text: new TextDecoder().decode(bytes) }
}

interface Held {
  readonly roles?: readonly Role[]
  readonly seesMembers?: boolean
  readonly node?: string
  readonly needsCode?: boolean
}

/** Makes an account at a hub, with every role unless told, whose password is its own already. */
export async function madeAccount({ hub }: TestHub, { roles = roleNames, ...held }: Held = {}) {
  const login = newUuid()
  const made = await makeAccount(hub, {
    name: '周见微',
    login,
    node: hub.identity.id,
    roles: [...roles],
    seesMembers: false,
    needsCode: false,
    ...held,
  })
  if (made === null) throw new Error('A login that nobody has')
  await hub.orm.update(account).set({ mustChangePassword: false }).where(eq(account.account, made.id))
  return { ...made, login }
}

/** Signs in to a hub's console as somebody with these roles, or all; answers the cookie to visit with. */
export async function signIn(hub: TestHub, held: Held = {}): Promise<string> {
  const form = await madeAccount(hub, held)
  const { status, cookies } = await visit(hub, '/sign-in', { method: 'POST', form })
  expect(status).toBe(303)
  return cookies.join('; ')
}
