import { and, eq, lt, sql } from 'drizzle-orm'
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { signedText, type Sender } from '../shared/sync/signature'
import type { Hub } from './hub'
import { device, organisation, stream } from './schema'
import { whenFree } from './when-free'

/** A request as far as its signature is concerned. */
export interface SignedRequest {
  readonly sender: Sender
  readonly method: string
  readonly path: string
  /** SHA-256 of the body as sent, hex. */
  readonly bodyHash: string
  readonly signature: Buffer
}

function publicKeyOf(spki: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    // Not a key at all: no signature can be right under it.
    return null
  }
}

/** Whether the request was signed with the private half of an Ed25519 key given as SPKI in base64. */
export function isSignedBy(request: SignedRequest, spki: string): boolean {
  const key = publicKeyOf(spki)
  const text = signedText(request.sender, request.method, request.path, request.bodyHash)
  return key !== null && verify(null, Buffer.from(text), key, request.signature)
}

export type Refusal =
  | { readonly code: 'NOT_ENROLLED' | 'BAD_SIGNATURE' | 'DIVERGED' }
  | { readonly code: 'REPLAYED'; readonly counter: number }

/**
 * Checks who sends a request and that it is a new one, and durably remembers its counter; null when all is well.
 * An incarnation not seen before becomes the device's present one.
 */
export async function authenticate({ orm }: Hub, request: SignedRequest): Promise<Refusal | null> {
  const { organisation: organisationId, device: deviceId, incarnation, counter } = request.sender
  const ownDevice = and(eq(device.organisation, organisationId), eq(device.device, deviceId))
  // A report of the same device may be read from a file meanwhile.
  return whenFree(() =>
    orm.transaction(async (tx): Promise<Refusal | null> => {
      const [known] = await tx.select().from(device).where(ownDevice).for('no key update')
      if (known === undefined || known.revokedAt !== null) return { code: 'NOT_ENROLLED' }
      if (!isSignedBy(request, known.publicKey)) return { code: 'BAD_SIGNATURE' }

      const ownStream = and(eq(stream.organisation, organisationId), eq(stream.stream, incarnation))
      const [life] = await tx.select().from(stream).where(ownStream)
      if (life === undefined) {
        await tx.insert(stream).values({ organisation: organisationId, stream: incarnation, device: deviceId, counter })
        await tx.update(device).set({ incarnation }).where(ownDevice)
      } else if (life.device !== deviceId || known.incarnation !== incarnation) {
        return { code: 'DIVERGED' }
      } else {
        const counted = await tx
          .update(stream)
          .set({ counter })
          .where(and(ownStream, lt(stream.counter, counter)))
          .returning({ counter: stream.counter })
        if (counted.length === 0) return { code: 'REPLAYED', counter: life.counter }
      }
      await tx
        .update(organisation)
        .set({ lastContact: sql`now()` })
        .where(eq(organisation.organisation, organisationId))
      return null
    }),
  )
}
