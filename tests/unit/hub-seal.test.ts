import { describe, expect, it } from 'vitest'
import { sealOf } from '../../federation/seal'

const SECRET = 'a secret of the hub that is long enough'

describe('what a hub seals under its secret', () => {
  it('comes back for the same purpose and owner only, and never twice as the same text', () => {
    const hub = sealOf(SECRET)
    const stored = hub.seal('JBSWY3DP', 'totp', 'one')
    expect(stored).not.toContain('JBSWY3DP')
    expect(hub.seal('JBSWY3DP', 'totp', 'one')).not.toBe(stored)
    expect(hub.open(stored, 'totp', 'one')).toBe('JBSWY3DP')
    expect(hub.open(stored, 'totp', 'other')).toBeNull()
    expect(hub.open(stored, 'else', 'one')).toBeNull()
    expect([hub.isDone(stored), hub.isDone('JBSWY3DP')]).toEqual([true, false])
  })

  it('stays closed under another secret, changed or cut, and what is not sealed is read as it stands', () => {
    const stored = sealOf(SECRET).seal('JBSWY3DP', 'totp', 'one')
    expect(sealOf(`${SECRET}!`).open(stored, 'totp', 'one')).toBeNull()
    expect(sealOf(null).open(stored, 'totp', 'one')).toBeNull()
    expect(sealOf(SECRET).open(stored.slice(0, 20), 'totp', 'one')).toBeNull()
    expect(sealOf(SECRET).open(`${stored.slice(0, -6)}AAAA==`, 'totp', 'one')).toBeNull()
    expect(sealOf(SECRET).open('JBSWY3DP', 'totp', 'one')).toBe('JBSWY3DP')
  })

  it('needs a secret of some length', () => {
    expect(() => sealOf('short')).toThrow('GONGHUI_HUB_SECRET')
  })
})
