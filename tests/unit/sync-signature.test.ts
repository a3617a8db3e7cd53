import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSignedBy } from '../../federation/authenticate'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import { senderSchema, signedText } from '../../shared/sync/signature'

const sender = senderSchema.parse({
  organisation: newId(branchIdSchema),
  device: newId(deviceIdSchema),
  incarnation: newId(incarnationSchema),
  counter: 7,
})
const bodyHash = createHash('sha256').update('{}').digest('hex')
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const request = {
  sender,
  method: 'POST',
  path: '/v1/push',
  bodyHash,
  signature: sign(null, Buffer.from(signedText(sender, 'POST', '/v1/push', bodyHash)), privateKey),
}

describe('the signature of a request', () => {
  it('covers the text that the protocol page shows', () => {
    const { organisation, device, incarnation } = sender
    expect(signedText(sender, 'POST', '/v1/push', bodyHash)).toBe(
      `gonghui-federation 1\nPOST\n/v1/push\n${organisation}\n${device}\n${incarnation}\n7\n${bodyHash}`,
    )
  })

  it('is right under its own key only', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    expect(isSignedBy(request, spki)).toBe(true)
    expect(isSignedBy(request, other)).toBe(false)
    expect(isSignedBy(request, rsa.export({ format: 'der', type: 'spki' }).toString('base64'))).toBe(false)
    expect(isSignedBy(request, 'bm8ga2V5')).toBe(false)
  })

  it.each([
    ['method', { method: 'GET' }],
    ['path', { path: '/v1/leave' }],
    ['body', { bodyHash: createHash('sha256').update('{ }').digest('hex') }],
    ['branch', { sender: { ...sender, organisation: newId(branchIdSchema) } }],
    ['device', { sender: { ...sender, device: newId(deviceIdSchema) } }],
    ['incarnation', { sender: { ...sender, incarnation: newId(incarnationSchema) } }],
    ['counter', { sender: { ...sender, counter: 8 } }],
  ])('is wrong for another %s', (_, other) => {
    expect(isSignedBy({ ...request, ...other }, spki)).toBe(false)
  })

  it('is wrong when any byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (index, difference) => {
        const signature = Buffer.from(request.signature)
        signature[index] = (signature[index] ?? 0) ^ difference
        expect(isSignedBy({ ...request, signature }, spki)).toBe(false)
      }),
    )
  })
})
