import { ORPCError, onError } from '@orpc/server'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { hubContract } from '../../shared/contract/hub'
import { PROTOCOL_VERSION, senderHeaders, senderSchema } from '../../shared/sync/signature'
import { REQUEST_MAX_BYTES, REQUEST_MAX_INFLATED_BYTES } from '../../shared/sync/wire'
import type { SignedRequest } from '../authenticate'
import type { Hub } from '../hub'
import { hubRouter } from '../router'
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

function refuse(code: string, status: number, data?: unknown) {
  return { status, json: JSON.stringify(new ORPCError(code, { defined: true, status, data }).toJSON()) }
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
export function apiHandler(hub: Hub, report: Report) {
  const isOurs = (error: unknown) => !(error instanceof ORPCError) || error.status >= 500
  const handler = new OpenAPIHandler(hubRouter, {
    clientInterceptors: [onError((error) => (isOurs(error) ? report(error) : undefined))],
  })

  async function respond(request: IncomingMessage, path: string) {
    if (request.method === 'GET' && path === '/v1/openapi.json') {
      return { status: 200, json: JSON.stringify(await describeApi()) }
    }
    const body = await readBody(request, REQUEST_MAX_BYTES)
    if (body === null) return refuse('TOO_LARGE', 413)
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

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const { status, json } = await respond(request, path)
    // A body that was not read to its end cannot be followed by another request.
    if (status === 413) response.setHeader('connection', 'close')
    await answer(request, response, status, json)
  }
}
