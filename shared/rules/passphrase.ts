/** Lowest strength accepted for a passphrase. */
export const PASSPHRASE_MIN_SCORE = 2

/** Strength from 0 (guessed at once) to 4 (very hard to guess). */
export type PassphraseScore = 0 | 1 | 2 | 3 | 4

let estimator: Promise<(passphrase: string, known: readonly string[]) => PassphraseScore> | undefined

/**
 * How hard a passphrase is to guess, by zxcvbn over the most used passwords and keyboard patterns.
 * The word lists (half a megabyte) are loaded with the first call.
 * @param known words an attacker would try first, such as the union's name
 */
export async function passphraseScore(passphrase: string, known: readonly string[] = []): Promise<PassphraseScore> {
  estimator ??= loadEstimator()
  const estimate = await estimator
  return estimate(passphrase, known)
}

async function loadEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (passphrase: string, known: readonly string[]) => zxcvbn.check(passphrase, [...known]).score
}
