import { randomUUID } from 'node:crypto'
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { dataApiHandler } from '../api/handler'
import { consoleHandler } from '../console'
import type { Hub } from '../hub'
import { Limits, usualLimits, type LimitSettings } from '../service/limits'
import { addressOf } from './address'
import { apiHandler, type Answered, type Report } from './api'
import { answerOperations } from './operations'

/** Where and how a hub listens. */
export interface ListenOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** PEM; without it the hub speaks plain HTTP, which is allowed on loopback only. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly adminKey: string
  readonly report: Report
  readonly limits?: LimitSettings
  /** What `/metrics` asks for; without it they are shown on this machine only. */
  readonly metricsToken?: string | null
  /** Addresses of the load balancers in front, whose word on where a request comes from is taken. */
  readonly proxies?: ReadonlySet<string>
}

export interface HubServer {
  /** `https://host:port` or, on loopback, `http://…`. */
  readonly address: string
  /** Says that it is not ready any more, so that a load balancer sends nobody; goes on answering. */
  announceStop(): void
  /** Answers what is under way and stops. */
  close(): Promise<void>
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Serves the protocol below `/v1/` and the console elsewhere. Throws when asked for plain HTTP off loopback. */
export async function listen(hub: Hub, options: ListenOptions): Promise<HubServer> {
  const { host, port, tls, adminKey, report, metricsToken: token = null, proxies = new Set() } = options
  if (tls === null && !loopback.test(host)) {
    throw new Error('Off loopback a hub needs a certificate: GONGHUI_HUB_CERT and GONGHUI_HUB_KEY')
  }
  const limits = new Limits(options.limits ?? usualLimits, hub.pool)
  const api = apiHandler(hub, limits, report)
  const dataApi = dataApiHandler(hub, limits, report)
  const console = consoleHandler(hub, adminKey, tls !== null)
  let isStopping = false

  async function route(request: IncomingMessage, response: ServerResponse, url: URL, from: string): Promise<Answered> {
    const path = url.pathname
    const operations = await answerOperations(hub, request, path, { isStopping, token })
    if (operations !== null) {
      const { status, type, body } = operations
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
      return { organisation: null, code: null }
    }
    if (path.startsWith('/api/v1/')) return dataApi(request, response, url, from)
    if (path.startsWith('/v1/')) return api(request, response, path, from)
    const isSignIn = path.startsWith('/sign-in') || path === '/key'
    const wait = request.method === 'POST' && isSignIn ? await limits.signIn(from) : null
    if (wait !== null) {
      response.writeHead(429, {
        'retry-after': String(wait),
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
      })
      response.end('尝试次数过多，请稍后再试。\n嘗試次數過多，請稍後再試。\nToo many tries. Please try again later.\n')
      return { organisation: null, code: 'TOO_MANY' }
    }
    await console(request, response, url)
    return { organisation: null, code: null }
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID()
    const from = addressOf(request, proxies)
    const start = performance.now()
    const written = request.socket.bytesWritten
    const url = new URL(request.url ?? '/', 'http://hub.invalid')
    let answered: Answered = { organisation: null, code: null }
    response.setHeader('gonghui-request', id)
    if (isStopping) response.setHeader('connection', 'close')
    try {
      answered = await route(request, response, url, from)
    } catch (error) {
      // The line broke in the middle of the request; whoever sent it sends it again.
      if (request.destroyed && !request.complete) return
      report(error)
      answered = { ...answered, code: 'INTERNAL' }
      if (!response.headersSent) response.writeHead(500)
      response.end()
    }
    const milliseconds = Math.round(performance.now() - start)
    const path = url.pathname.startsWith('/v1/') && answered.code !== 'NOT_FOUND' ? url.pathname : 'console'
    const bytesIn = Number(request.headers['content-length'] ?? 0)
    const bytesOut = request.socket.bytesWritten - written
    const { statusCode: status } = response
    hub.metrics.bytes.inc({ direction: 'out' }, Math.max(0, bytesOut))
    hub.metrics.requests.observe({ path, result: answered.code ?? String(status) }, milliseconds / 1000)
    const method = request.method ?? ''
    const { organisation, code } = answered
    hub.log.request({
      id,
      method,
      path: url.pathname,
      organisation,
      code,
      status,
      milliseconds,
      bytesIn,
      bytesOut,
      from,
    })
  }
  const handle = (request: IncomingMessage, response: ServerResponse) => void respond(request, response)
  const server: Server =
    tls === null ? createPlainServer(handle) : createTlsServer({ ...tls, minVersion: 'TLSv1.2' }, handle)
  // Slow lines take their time as long as something arrives, but nobody holds a connection for ever.
  server.requestTimeout = 15 * 60_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const bound: AddressInfo | string | null = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('A hub listens on a port')
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return {
    address: `${tls === null ? 'http' : 'https'}://${loopback.test(host) ? name : host}:${bound.port}`,
    announceStop() {
      isStopping = true
    },
    close: () =>
      new Promise((resolve) => {
        isStopping = true
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
