import { createServer, request as httpRequest, type ServerResponse } from 'node:http'
import type { Server } from 'node:net'

/**
 * What happens to one request on its way: it or its answer is lost, or cut in the middle of the body; it arrives twice;
 * or it arrives after the next one, when nobody waits for its answer any more.
 */
export type Fault = 'dropRequest' | 'dropReply' | 'cutRequest' | 'cutReply' | 'duplicate' | 'late' | null

export interface FaultyLine extends AsyncDisposable {
  /** Where a branch reaches the hub over this line. */
  readonly address: string
  /** The requests that came along. */
  readonly requests: { readonly path: string; readonly headers: Record<string, string>; readonly body: Buffer }[]
  /** Decides the fate of the next request. */
  fault: (path: string) => Fault
}

/** Listens on any free port of loopback and answers which. */
export async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A server listens on a port')
  return address.port
}

/** Sends a request of which only half of the body arrives. */
async function sendHalf(url: string, headers: Record<string, string>, body: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    const half = httpRequest(url, { method: 'POST', headers: { ...headers, 'content-length': body.length } })
    half.on('error', () => resolve())
    half.write(body.subarray(0, body.length / 2), () => {
      half.destroy()
      resolve()
    })
  })
}

const headersOf = (answer: Response) => ({ 'content-type': answer.headers.get('content-type') ?? '' })

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  const content = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, headersOf(answer))
  response.end(content)
}

async function passHalf(answer: Response, response: ServerResponse): Promise<void> {
  const content = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, { ...headersOf(answer), 'content-length': content.length })
  response.write(content.subarray(0, content.length / 2), () => response.socket?.destroy())
}

/** A line to a hub on which messages can be lost or doubled. */
export async function openLine(hubAddress: string): Promise<FaultyLine> {
  const requests: FaultyLine['requests'] = []
  const late: (() => Promise<void>)[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void (async () => {
        const path = request.url ?? '/'
        const headers = Object.fromEntries(
          Object.entries(request.headers).flatMap(([name, value]) =>
            /^(gonghui-|content-(type|encoding)$)/.test(name) && typeof value === 'string' ? [[name, value]] : [],
          ),
        )
        const body = Buffer.concat(parts)
        requests.push({ path, headers, body })
        const send = () => fetch(hubAddress + path, { method: 'POST', headers, body })
        switch (line.fault(path)) {
          case 'dropRequest':
            return request.socket.destroy()
          case 'cutRequest':
            await sendHalf(hubAddress + path, headers, body)
            return request.socket.destroy()
          case 'late':
            late.push(async () => {
              await (await send()).arrayBuffer()
            })
            return request.socket.destroy()
          case 'dropReply':
            await (await send()).arrayBuffer()
            return request.socket.destroy()
          case 'duplicate':
            await (await send()).arrayBuffer()
            return pass(await send(), response)
          case 'cutReply':
            await passHalf(await send(), response)
            return
          case null:
            await pass(await send(), response)
            for (const arrive of late.splice(0)) await arrive()
        }
      })().catch(() => request.socket.destroy())
    })
  })
  const port = await listenAnywhere(server)
  const line: FaultyLine = {
    address: `http://127.0.0.1:${port}`,
    requests,
    fault: () => null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return line
}
