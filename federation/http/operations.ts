import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Hub } from '../hub'
import { readiness } from '../service/readiness'
import { isLocal } from './address'

export interface OperationsAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const json = (status: number, value: unknown): OperationsAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})

function isBearer(request: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

/**
 * Answers whoever looks after the hub: `/health`, `/ready` and `/metrics`; null for any other path.
 * @param token what `/metrics` asks for; null allows them on this machine only
 */
export async function answerOperations(
  hub: Hub,
  request: IncomingMessage,
  path: string,
  { isStopping, token }: { readonly isStopping: boolean; readonly token: string | null },
): Promise<OperationsAnswer | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  switch (path) {
    case '/health':
      return json(200, { status: 'alive' })
    case '/ready': {
      const unready = await readiness(hub.orm, isStopping)
      return unready === null ? json(200, { status: 'ready' }) : json(503, { status: unready })
    }
    case '/metrics': {
      const isAllowed = token === null ? isLocal(request) : isBearer(request, token)
      if (!isAllowed) return json(403, { status: 'FORBIDDEN' })
      const { registry } = hub.metrics
      return { status: 200, type: registry.contentType, body: await registry.metrics() }
    }
    default:
      return null
  }
}
