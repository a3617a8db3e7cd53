import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { ResponseValidationPlugin } from '@orpc/contract/plugins'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { hubContract } from '../../shared/contract/hub'
import { PROTOCOL_VERSION, senderHeaders, signedText, type Sender } from '../../shared/sync/signature'
import { askedToWait, HubFailure } from './hub-failure'
import { transportProblem, trustThisPc } from './transport'

/** How long a line is waited for. What was handed to the system cannot be watched on its way, an answer can. */
export interface Patience {
  /** A request of which nothing moves for so long has failed, milliseconds. */
  readonly silence: number
  /** Bytes a second of the slowest line that is waited for. */
  readonly slowest: number
}

const usualPatience: Patience = { silence: 60_000, slowest: 1024 }

export type HubClient = JsonifiedClient<ContractRouterClient<typeof hubContract>>

/** Whose requests these are. */
export type Identity = Omit<Sender, 'counter'>

export interface HubConnection {
  readonly address: string
  readonly identity: Identity
  /** Ed25519, PKCS #8 in base64. */
  readonly privateKey: string
  /** Ends whatever is under way. */
  readonly signal: AbortSignal
  /** Told what each request moved: its packed size, that of the answer, and how long it took. */
  readonly onAnswered?: (sent: number, received: number, ms: number) => void
  /** Told the packed size of each request that got no answer. */
  readonly onCut?: (sent: number) => void
  readonly patience?: Patience
}

interface Answer {
  readonly response: Response
  /** Bytes on the line. */
  readonly received: number
}

/** So often a request is made before its counter is given up as never above the hub's. */
const CATCH_UP_TRIES = 4

const replayedSchema = z.object({ counter: z.int().nonnegative() })

function keyOf(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
}

/** Calls a procedure of the hub. Throws what `problemOf` explains. */
export type HubCall = <Result>(act: (client: HubClient) => Promise<Result>) => Promise<Result>

/** Offers the procedures of a hub; every request is packed and signed. */
export function connectHub(connection: HubConnection): HubCall {
  const { address, identity, privateKey, signal, onAnswered, onCut, patience = usualPatience } = connection
  const key = keyOf(privateKey)
  if (address.startsWith('https:')) trustThisPc()
  let counter = 0

  /** Sends a request and takes its whole answer, as long as something moves. */
  async function exchange(url: string, init: RequestInit & { readonly body: Buffer }): Promise<Answer> {
    const silence = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const wait = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), ms)
    }
    wait(patience.silence + (init.body.length / patience.slowest) * 1000)
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, silence.signal]) })
      const parts: Uint8Array[] = []
      const reader = response.body?.getReader()
      for (;;) {
        wait(patience.silence)
        const part = await reader?.read()
        if (part?.value === undefined) break
        parts.push(part.value)
      }
      const content = Buffer.concat(parts)
      const packed = Number(response.headers.get('content-length') ?? content.length)
      const answerHeaders = new Headers(response.headers)
      for (const name of ['content-encoding', 'content-length']) answerHeaders.delete(name)
      const whole = new Response(content.length === 0 ? null : content, {
        status: response.status,
        headers: answerHeaders,
      })
      return { response: whole, received: packed }
    } finally {
      clearTimeout(timer)
    }
  }

  async function send(request: Request): Promise<Response> {
    const body = gzipSync(await request.arrayBuffer())
    const { pathname } = new URL(request.url)
    counter += 1
    const sender = { ...identity, counter }
    const bodyHash = createHash('sha256').update(body).digest('hex')
    const signature = sign(null, Buffer.from(signedText(sender, request.method, pathname, bodyHash)), key)
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      [senderHeaders.protocol]: String(PROTOCOL_VERSION),
      [senderHeaders.organisation]: identity.organisation,
      [senderHeaders.device]: identity.device,
      [senderHeaders.incarnation]: identity.incarnation,
      [senderHeaders.counter]: String(counter),
      [senderHeaders.signature]: signature.toString('base64'),
    }
    const begun = performance.now()
    let answer: Answer
    try {
      answer = await exchange(request.url, { method: request.method, headers, body, redirect: 'manual' })
    } catch (error) {
      if (!signal.aborted) onCut?.(body.length)
      throw new HubFailure(transportProblem(error), { cause: error })
    }
    const { response, received } = answer
    onAnswered?.(body.length, received, performance.now() - begun)
    const later = askedToWait(response)
    if (later !== null) throw later
    return response
  }

  const client: HubClient = createORPCClient(
    new OpenAPILink(hubContract, { url: address, fetch: send, plugins: [new ResponseValidationPlugin(hubContract)] }),
  )
  return async (act) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await act(client)
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'REPLAYED' || tries === CATCH_UP_TRIES) throw error
        // This incarnation has spoken to the hub before, and what was broken off then may still arrive meanwhile.
        counter = replayedSchema.parse(error.data).counter
      }
    }
  }
}
