import { createHmac, timingSafeEqual } from 'node:crypto'

const SESSION_HOURS = 8

function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

function seal(expires: number, adminKey: string): string {
  return `${expires}.${createHmac('sha256', adminKey).update(`console ${expires}`).digest('base64url')}`
}

/** Whether what somebody typed is the administrator's key; blanks around it and dashes do not count. */
export function isAdminKey(typed: string, adminKey: string): boolean {
  const plain = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()
  return isSame(plain(typed), plain(adminKey))
}

/** A token that proves for 8 hours that its bearer knew the administrator's key; nothing is stored. */
export function newSession(adminKey: string, now = Date.now()): string {
  return seal(now + SESSION_HOURS * 3_600_000, adminKey)
}

export function isSession(token: string | undefined, adminKey: string, now = Date.now()): boolean {
  const expires = Number(token?.split('.')[0])
  return token !== undefined && Number.isSafeInteger(expires) && expires > now && isSame(token, seal(expires, adminKey))
}
