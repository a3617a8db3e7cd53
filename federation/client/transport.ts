import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { failure } from '../../shared/contract/errors'
import type { HubProblem } from '../../shared/contract/federation'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The address of a hub in its plain form, without a path. Throws HUB_NOT_TRUSTED for plain HTTP off loopback,
 * HUB_NOT_A_HUB for what is no web address.
 */
export function hubAddress(text: string): string {
  if (!URL.canParse(text)) throw failure('HUB_NOT_A_HUB')
  const { protocol, hostname, origin } = new URL(text)
  if (protocol === 'https:') return origin
  if (protocol !== 'http:') throw failure('HUB_NOT_A_HUB')
  if (!loopback.test(hostname)) throw failure('HUB_NOT_TRUSTED')
  return origin
}

/**
 * Trusts the authorities that this PC trusts beside those that came with the program: a hub inside a private net has its
 * certificate from an authority of its own, which its administrators install on the PCs.
 */
export function trustThisPc(): void {
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])])
}

/** What OpenSSL says of a certificate that it does not trust, and Node of one made for another name. */
const distrust =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|ALTNAME|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH/

/** Why a request got no answer at all. */
export function transportProblem(error: unknown): HubProblem {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return distrust.test(code) ? 'HUB_NOT_TRUSTED' : 'HUB_UNREACHABLE'
}
