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

/** Long enough for a full request over a line of 64 kbit/s. */
const PATIENCE = 180_000

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
  /** Told the packed size of each request. */
  readonly onSent?: (bytes: number) => void
}

const replayedSchema = z.object({ counter: z.int().nonnegative() })

function keyOf(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
}

/** Calls a procedure of the hub. Throws what `problemOf` explains. */
export type HubCall = <Result>(act: (client: HubClient) => Promise<Result>) => Promise<Result>

/** Offers the procedures of a hub; every request is packed and signed. */
export function connectHub({ address, identity, privateKey, signal, onSent }: HubConnection): HubCall {
  const key = keyOf(privateKey)
  if (address.startsWith('https:')) trustThisPc()
  let counter = 0

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
    onSent?.(body.length)
    let response: Response
    try {
      response = await fetch(request.url, {
        method: request.method,
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      })
    } catch (error) {
      throw new HubFailure(transportProblem(error), { cause: error })
    }
    const later = askedToWait(response)
    if (later !== null) throw later
    return response
  }

  const client: HubClient = createORPCClient(
    new OpenAPILink(hubContract, { url: address, fetch: send, plugins: [new ResponseValidationPlugin(hubContract)] }),
  )
  return async (act) => {
    try {
      return await act(client)
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'REPLAYED') throw error
      // This incarnation has spoken to the hub before, in an earlier run of the program.
      counter = replayedSchema.parse(error.data).counter
      return await act(client)
    }
  }
}
