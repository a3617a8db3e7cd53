import { createServer, type Server } from 'node:http'

/** What happens to one request on its way: the request is lost, its answer is lost, or it arrives twice. */
export type Fault = 'dropRequest' | 'dropReply' | 'duplicate' | null

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

/** A line to a hub on which messages can be lost or doubled. */
export async function openLine(hubAddress: string): Promise<FaultyLine> {
  const requests: FaultyLine['requests'] = []
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
        const fault = line.fault(path)
        if (fault === 'dropRequest') return request.socket.destroy()
        const send = () => fetch(hubAddress + path, { method: 'POST', headers, body })
        if (fault === 'duplicate') await (await send()).arrayBuffer()
        const answer = await send()
        const content = Buffer.from(await answer.arrayBuffer())
        if (fault === 'dropReply') return request.socket.destroy()
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
        response.end(content)
      })()
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
