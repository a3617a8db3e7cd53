import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'

/** An Ed25519 key pair, PKCS #8 and SPKI in base64. */
export interface DeviceKey {
  readonly privateKey: string
  readonly publicKey: string
}

/** A fresh key with which a device signs what it sends to one hub. */
export function newDeviceKey(): DeviceKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  })
  return { privateKey: privateKey.toString('base64'), publicKey: publicKey.toString('base64') }
}

/** The public half of a private key, SPKI in base64. */
export function publicKeyOf(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
}
