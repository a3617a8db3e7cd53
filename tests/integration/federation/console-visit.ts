import { expect } from 'vitest'
import { ADMIN_KEY, type TestHub } from './hub'

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

/** Signs in to a hub's console with every right; answers the cookie to visit with. */
export async function signIn(hub: TestHub): Promise<string> {
  const { status, cookies } = await visit(hub, '/sign-in', { method: 'POST', form: { key: ADMIN_KEY } })
  expect(status).toBe(303)
  return cookies.join('; ')
}
