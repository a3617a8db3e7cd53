import type { IncomingMessage } from 'node:http'

const mapped = /^::ffff:/

/** Where a request comes from: the other end of its connection, or what a proxy of ours says it is. */
export function addressOf(request: IncomingMessage, proxies: ReadonlySet<string>): string {
  const peer = (request.socket.remoteAddress ?? '').replace(mapped, '')
  if (!proxies.has(peer)) return peer
  const passed = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
  // Only what our own proxies wrote can be believed, and they write at the end.
  return passed.findLast((address) => address !== '' && !proxies.has(address)) ?? peer
}

/** Whether a request was made on this machine, and not passed on for somebody elsewhere. */
export function isLocal(request: IncomingMessage): boolean {
  const { 'x-forwarded-for': passedFor, forwarded } = request.headers
  const peer = (request.socket.remoteAddress ?? '').replace(mapped, '')
  return /^(127\.|::1$)/.test(peer) && passedFor === undefined && forwarded === undefined
}
