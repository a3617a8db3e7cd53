import { z } from 'zod'
import { branchIdSchema, deviceIdSchema, incarnationSchema } from '../model/id'

/** Version of `federation/PROTOCOL.md` spoken by this program. */
export const PROTOCOL_VERSION = 1

/** Who sends a request; `counter` rises with every request of an incarnation. */
export const senderSchema = z.object({
  organisation: branchIdSchema,
  device: deviceIdSchema,
  incarnation: incarnationSchema,
  counter: z.coerce.number().int().positive(),
})
export type Sender = z.infer<typeof senderSchema>

/** The headers that carry a sender and the signature. */
export const senderHeaders = {
  protocol: 'gonghui-protocol',
  organisation: 'gonghui-organisation',
  device: 'gonghui-device',
  incarnation: 'gonghui-incarnation',
  counter: 'gonghui-counter',
  signature: 'gonghui-signature',
} as const

/** The text that a request's signature covers; `bodyHash` is the SHA-256 of the body as sent, in hex. */
export function signedText(sender: Sender, method: string, path: string, bodyHash: string): string {
  const { organisation, device, incarnation, counter } = sender
  const lines = [`gonghui-federation ${PROTOCOL_VERSION}`, method, path, organisation, device, incarnation]
  return [...lines, counter, bodyHash].join('\n')
}
