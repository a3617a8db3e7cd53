import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { consoleHandler } from '../console'
import type { Hub } from '../hub'
import { apiHandler, type Report } from './api'

/** Where and how a hub listens. */
export interface ListenOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** PEM; without it the hub speaks plain HTTP, which is allowed on loopback only. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly adminKey: string
  readonly report: Report
}

export interface HubServer {
  /** `https://host:port` or, on loopback, `http://…`. */
  readonly address: string
  /** Answers what is under way and stops. */
  close(): Promise<void>
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Serves the protocol below `/v1/` and the console elsewhere. Throws when asked for plain HTTP off loopback. */
export async function listen(hub: Hub, { host, port, tls, adminKey, report }: ListenOptions): Promise<HubServer> {
  if (tls === null && !loopback.test(host)) {
    throw new Error('Off loopback a hub needs a certificate: GONGHUI_HUB_CERT and GONGHUI_HUB_KEY')
  }
  const api = apiHandler(hub, report)
  const console = consoleHandler(hub, adminKey, tls !== null)

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://hub.invalid')
      await (url.pathname.startsWith('/v1/') ? api(request, response, url.pathname) : console(request, response, url))
    } catch (error) {
      // The line broke in the middle of the request; whoever sent it sends it again.
      if (request.destroyed && !request.complete) return
      report(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    }
  }
  const handle = (request: IncomingMessage, response: ServerResponse) => void respond(request, response)
  const server: Server =
    tls === null ? createPlainServer(handle) : createTlsServer({ ...tls, minVersion: 'TLSv1.2' }, handle)
  // Slow lines take their time, but nobody holds a connection for ever.
  server.requestTimeout = 180_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const bound: AddressInfo | string | null = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('A hub listens on a port')
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return {
    address: `${tls === null ? 'http' : 'https'}://${loopback.test(host) ? name : host}:${bound.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
