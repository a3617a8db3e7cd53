import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, onError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { z } from 'zod'
import { hubApiContract } from '../../shared/contract/hub-api'
import { record } from '../accounts/audit'
import type { Hub } from '../hub'
import type { Answered, Report } from '../http/api'
import type { Limits } from '../service/limits'
import { readBody } from '../http/body'
import { csvOf } from './csv'
import { keyOf, type ApiKey } from './keys'
import { apiRouter } from './router'

const PREFIX = '/api/v1'
/** What is sent to be written, at most. */
const BODY_MAX_BYTES = 10_000_000

interface Answer {
  readonly status: number
  readonly headers?: OutgoingHttpHeaders
  readonly body: string
}

/** The OpenAPI document of the data API. */
export function describeDataApi() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(hubApiContract, {
    info: {
      title: 'Gonghui data API',
      version: '1',
      description:
        'Keys are made in the console of the hub. Lists answer `{items, next}`; `Accept: text/csv` answers CSV. ' +
        'federation/PROTOCOL.md says what everything means.',
    },
    servers: [{ url: PREFIX }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    security: [{ key: [] }],
  })
}

function refuse(code: string, status: number, data?: unknown): Answer {
  return { status, body: JSON.stringify(new ORPCError(code, { defined: true, status, data }).toJSON()) }
}

function secretOf(request: IncomingMessage): string | null {
  return /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null
}

const listSchema = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable().default(null),
})

/** Whether the answer is a list, and of how many lines; the audit tells. */
function listIn(body: string): z.infer<typeof listSchema> | null {
  const list = listSchema.safeParse(JSON.parse(body))
  return list.success ? list.data : null
}

/** Answers the requests below `/api/v1/`. */
export function dataApiHandler(hub: Hub, limits: Limits, report: Report) {
  const isOurs = (error: unknown) => !(error instanceof ORPCError) || error.status >= 500
  const handler = new OpenAPIHandler(apiRouter, {
    clientInterceptors: [onError((error) => (isOurs(error) ? report(error) : undefined))],
  })

  async function answerTo(request: IncomingMessage, url: URL, key: ApiKey | null): Promise<Answer> {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const body = isRead ? undefined : await readBody(request, BODY_MAX_BYTES)
    if (body === null) return refuse('TOO_LARGE', 413)
    const { 'content-type': type = 'application/json' } = request.headers
    const asked = new Request(new URL(`${url.pathname}${url.search}`, 'http://hub.invalid'), {
      method: request.method ?? 'GET',
      ...(body === undefined ? {} : { headers: { 'content-type': type }, body: new Uint8Array(body) }),
    })
    const { matched, response } = await handler.handle(asked, { prefix: PREFIX, context: { hub, key } })
    if (!matched) return refuse('NOT_FOUND', 404)
    return { status: response.status, body: await response.text() }
  }

  /** Every use of a key is put down: what was asked for and how many lines came, never what they held. */
  async function note(key: ApiKey, request: IncomingMessage, url: URL, status: number, lines: number): Promise<void> {
    // What a key asked for beyond what it sees is nobody's but its own.
    const named = url.searchParams.get('organisation') ?? /\/organisations\/([^/]+)\//.exec(url.pathname)?.[1]
    const about = z.uuid().safeParse(status === 404 ? null : named)
    const isWrite = request.method === 'POST'
    const particulars = url.searchParams.get('particulars') === 'true' ? ' particulars' : ''
    await record(
      hub,
      { ...key, id: null },
      {
        event: isWrite ? 'keys.wrote' : particulars === '' ? 'keys.used' : 'keys.sawParticulars',
        about: about.success ? about.data : null,
        detail: `${request.method ?? ''} ${url.pathname.slice(0, 100)}${particulars} ${status} ${lines}`,
      },
    )
  }

  async function respond(request: IncomingMessage, url: URL, address: string): Promise<Answer> {
    if (request.method === 'GET' && url.pathname === `${PREFIX}/openapi.json`) {
      return { status: 200, body: JSON.stringify(await describeDataApi()) }
    }
    const wait = (seconds: number): Answer => ({
      ...refuse('TOO_MANY', 429),
      headers: { 'retry-after': String(seconds) },
    })
    const closed = await limits.keyWait(address)
    if (closed !== null) return wait(closed)
    const secret = secretOf(request)
    const key = secret === null ? null : await keyOf(hub, secret)
    if (key === null) {
      await limits.countWrongKey(address)
      return refuse('KEY_WRONG', 401)
    }
    const busy = await limits.keyRequest(key.apiKey)
    if (busy !== null) return wait(busy)
    const answer = await answerTo(request, url, key)
    const list = answer.status === 200 ? listIn(answer.body) : null
    await note(key, request, url, answer.status, list?.items.length ?? 0)
    if (list === null || !/\btext\/csv\b/.test(request.headers.accept ?? '')) return answer
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        ...(list.next === null ? {} : { 'gonghui-next': list.next }),
      },
      body: csvOf(list.items),
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL, address: string): Promise<Answered> => {
    const { status, headers = {}, body } = await respond(request, url, address)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const isSame = status === 200 && request.headers['if-none-match'] === etag
    response.writeHead(isSame ? 304 : status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 200 ? { etag, vary: 'accept, authorization' } : {}),
      ...headers,
    })
    response.end(isSame ? undefined : body)
    return { organisation: null, code: null }
  }
}
