import { describe, expect, it } from 'vitest'
import { PASSPHRASE_MIN_SCORE, passphraseScore } from '../../shared/rules/passphrase'

describe('passphrase strength', () => {
  it.each(['12345678', 'password', 'qwertyuiop', 'aaaaaaaaaaaa', '11112222'])(
    'is too low for %s',
    async (passphrase) => {
      expect(await passphraseScore(passphrase)).toBeLessThan(PASSPHRASE_MIN_SCORE)
    },
  )

  it.each(['correct horse battery staple', '春江潮水连海平海上明月', 'tKq7-vanadium-Regen'])(
    'is enough for %s',
    async (passphrase) => {
      expect(await passphraseScore(passphrase)).toBeGreaterThanOrEqual(PASSPHRASE_MIN_SCORE)
    },
  )

  it('does not count words that an attacker knows', async () => {
    const passphrase = 'yunxi-textile'
    expect(await passphraseScore(passphrase, ['yunxi-textile'])).toBeLessThan(await passphraseScore(passphrase))
  })
})
