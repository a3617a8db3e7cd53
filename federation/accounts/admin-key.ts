import { createHmac, timingSafeEqual } from 'node:crypto'

function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

/** Whether what somebody typed is the administrator's key; blanks around it and dashes do not count. */
export function isAdminKey(typed: string, adminKey: string): boolean {
  const plain = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()
  return isSame(plain(typed), plain(adminKey))
}
