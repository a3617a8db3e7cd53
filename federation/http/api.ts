import { ORPCError, onError } from '@orpc/server'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import { hubContract } from '../../shared/contract/hub'
import { PROTOCOL_VERSION, senderHeaders, senderSchema } from '../../shared/sync/signature'
import { REQUEST_MAX_BYTES, REQUEST_MAX_INFLATED_BYTES } from '../../shared/sync/wire'
import type { SignedRequest } from '../authenticate'
import type { Hub } from '../hub'
import { hubRouter } from '../router'
import type { Limits } from '../service/limits'
import { readBody, unpack } from './body'

const pack = promisify(gzip)

/** Says what went wrong inside the hub; never what a request held. */
export type Report = (error: unknown) => void

function signedRequestOf(request: IncomingMessage, path: string, body: Buffer): SignedRequest | null {
  const header = (name: keyof typeof senderHeaders) => request.headers[senderHeaders[name]]
  const sender = senderSchema.safeParse({
    organisation: header('organisation'),
    device: header('device'),
    incarnation: header('incarnation'),
    counter: header('counter'),
  })
  const signature = header('signature')
  if (!sender.success || typeof signature !== 'string') return null
  return {
    sender: sender.data,
    method: request.method ?? '',
    path,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    signature: Buffer.from(signature, 'base64'),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, status: number, json: string) {
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && json.length > 1000
  const body = packed ? await pack(json) : Buffer.from(json)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(body)
}

interface ApiAnswer {
  readonly status: number
  readonly json: string
  /** Seconds after which the sender may come again. */
  readonly retryAfter?: number
}

function refuse(code: string, status: number, data?: unknown): ApiAnswer {
  return { status, json: JSON.stringify(new ORPCError(code, { defined: true, status, data }).toJSON()) }
}

/** Some of those who come at a bad moment come later than others, so that they do not meet again. */
function busy(): ApiAnswer {
  return { ...refuse('BUSY', 503), retryAfter: 2 + Math.floor(Math.random() * 10) }
}

const refusalSchema = z.object({ code: z.string() })

/** What came of a request, for the log. */
export interface Answered {
  readonly organisation: string | null
  readonly code: string | null
}

/** The OpenAPI document of the protocol. */
export function describeApi() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(hubContract, {
    info: {
      title: 'Gonghui federation hub',
      version: String(PROTOCOL_VERSION),
      description: 'Requests are signed; federation/PROTOCOL.md says how and what they mean.',
    },
    components: {
      securitySchemes: Object.fromEntries(
        Object.values(senderHeaders).map((name) => [name, { type: 'apiKey', in: 'header', name }]),
      ),
    },
    security: [Object.fromEntries(Object.values(senderHeaders).map((name) => [name, []]))],
  })
}

/** Answers the requests below `/v1/`. */
export function apiHandler(hub: Hub, limits: Limits, report: Report) {
  const isOurs = (error: unknown) => !(error instanceof ORPCError) || error.status >= 500
  const handler = new OpenAPIHandler(hubRouter, {
    clientInterceptors: [onError((error) => (isOurs(error) ? report(error) : undefined))],
  })

  /** Who a request says it comes from. */
  function claimOf({ headers }: IncomingMessage) {
    const claim = senderSchema.pick({ organisation: true, device: true }).safeParse({
      organisation: headers[senderHeaders.organisation],
      device: headers[senderHeaders.device],
    })
    return claim.data ?? null
  }

  async function limited(request: IncomingMessage, path: string, from: string): Promise<ApiAnswer | null> {
    const claim = claimOf(request)
    const wait =
      (await limits.request(from, claim?.organisation ?? '', claim?.device ?? '')) ??
      (path === '/v1/enrol' ? await limits.codeWait(from) : null)
    return wait === null ? null : { ...refuse('TOO_MANY', 429), retryAfter: wait }
  }

  async function respond(request: IncomingMessage, path: string): Promise<ApiAnswer> {
    if (request.method === 'GET' && path === '/v1/openapi.json') {
      return { status: 200, json: JSON.stringify(await describeApi()) }
    }
    const body = await readBody(request, REQUEST_MAX_BYTES)
    if (body === null) return refuse('TOO_LARGE', 413)
    hub.metrics.bytes.inc({ direction: 'in' }, body.length)
    if (request.headers[senderHeaders.protocol] !== String(PROTOCOL_VERSION)) {
      return refuse('INCOMPATIBLE', 426, { protocol: PROTOCOL_VERSION })
    }
    const unpacked = await unpack(request, body, REQUEST_MAX_INFLATED_BYTES)
    if (unpacked === 'TOO_LARGE') return refuse(unpacked, 413)
    if (unpacked === 'MALFORMED') return refuse(unpacked, 400)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const { matched, response } = await handler.handle(
      new Request(new URL(path, 'http://hub.invalid'), {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        body: hasBody ? new Uint8Array(unpacked) : null,
      }),
      { context: { hub, request: signedRequestOf(request, path, body) } },
    )
    return matched ? { status: response.status, json: await response.text() } : refuse('NOT_FOUND', 404)
  }

  async function respondWithin(request: IncomingMessage, path: string, from: string): Promise<ApiAnswer> {
    const refusal = await limited(request, path, from)
    if (refusal !== null) return refusal
    if (path !== '/v1/push') return respond(request, path)
    if (!limits.enterPush()) return busy()
    try {
      return await respond(request, path)
    } finally {
      limits.leavePush()
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, path: string, from: string): Promise<Answered> => {
    const { status, json, retryAfter } = await respondWithin(request, path, from)
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
    // A body that was not read to its end cannot be followed by another request.
    if (!request.complete) response.setHeader('connection', 'close')
    await answer(request, response, status, json)
    const refusal = status < 400 ? null : refusalSchema.safeParse(JSON.parse(json)).data
    const code = refusal === null ? null : (refusal?.code ?? 'UNKNOWN')
    if (path === '/v1/enrol' && code === 'CODE_WRONG') await limits.countWrongCode(from)
    if (path === '/v1/push' && code !== null) hub.metrics.refusedPushes.inc({ reason: code })
    return { organisation: claimOf(request)?.organisation ?? null, code }
  }
}
