import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import { afterWrongAttempt, allowAttempt, attemptsLeft, noAttempts, onTheClock } from './attempts'
import { readBranchFolder } from './branch-folder'
import { writeKeyFile, type BranchKey } from './key-file'
import { codeCost, passphraseCost, unwrapKey, wrapKey } from './key-wrap'
import { newRecoveryCode, normalizeRecoveryCode } from './recovery-code'

/** Bytes of a database's key. */
export const KEY_LENGTH = 32

/** The key file of this PC's branch, and the three ways to its key: passphrase, recovery code, system. */
export class BranchKeys {
  readonly #folder: string
  readonly #host: HostClient
  readonly #clock: () => Date

  constructor(folder: string, host: HostClient, clock: () => Date) {
    this.#folder = folder
    this.#host = host
    this.#clock = clock
  }

  /** Null when there is no branch. Throws DATABASE_DAMAGED. */
  read(): BranchKey | null {
    const found = readBranchFolder(this.#folder)
    if (found === null) return null
    if (found.kind !== 'branch') throw failure('DATABASE_DAMAGED')
    const attempts = onTheClock(found.attempts, this.#clock())
    if (attempts === found.attempts) return found
    writeKeyFile(this.#folder, { ...found, attempts })
    return { ...found, attempts }
  }

  /** A key file for a key, and the recovery code that opens it; older passphrases and codes open it no more. */
  async wrap(key: Buffer, passphrase: string, keepKey: boolean): Promise<{ keyFile: BranchKey; recoveryCode: string }> {
    const recoveryCode = newRecoveryCode()
    const keyFile: BranchKey = {
      kind: 'branch',
      passphrase: await wrapKey(key, passphrase, passphraseCost),
      recoveryCode: await wrapKey(key, recoveryCode, codeCost),
      system: keepKey ? await this.#sealed(key) : null,
      attempts: noAttempts,
    }
    return { keyFile, recoveryCode }
  }

  /** Like `wrap`, and puts the key file in the place of the present one; the system goes on keeping what it kept. */
  async rewrap(key: Buffer, passphrase: string): Promise<string> {
    const { keyFile, recoveryCode } = await this.wrap(key, passphrase, this.#require().system !== null)
    writeKeyFile(this.#folder, keyFile)
    return recoveryCode
  }

  /** Throws PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS. */
  byPassphrase(passphrase: string): Promise<Buffer> {
    return this.#try('PASSPHRASE_WRONG', (keyFile) => unwrapKey(keyFile.passphrase, passphrase))
  }

  /** Whether the branch opens with it; no attempt to open it, so that it is not counted as one. */
  async isPassphrase(passphrase: string): Promise<boolean> {
    return (await unwrapKey(this.#require().passphrase, passphrase)) !== null
  }

  /** Throws RECOVERY_CODE_MISTYPED, RECOVERY_CODE_WRONG, TOO_MANY_ATTEMPTS. */
  async byRecoveryCode(typed: string): Promise<Buffer> {
    const code = normalizeRecoveryCode(typed)
    // What cannot be anybody's code tells a guesser nothing and is not held against the person.
    if (code === null) throw failure('RECOVERY_CODE_MISTYPED')
    return this.#try('RECOVERY_CODE_WRONG', (keyFile) => unwrapKey(keyFile.recoveryCode, code))
  }

  /** Throws SYSTEM_KEY_LOST when the operating system cannot give the key back. */
  async bySystem(): Promise<Buffer> {
    const { system } = this.#require()
    const opened = system === null ? null : await this.#host.keyStore.open({ sealed: system })
    const key = Buffer.from(opened ?? '', 'base64')
    if (key.length === KEY_LENGTH) return key
    this.#change({ system: null })
    throw failure('SYSTEM_KEY_LOST')
  }

  async keepInSystem(key: Buffer, keep: boolean): Promise<void> {
    this.#change({ system: keep ? await this.#sealed(key) : null })
  }

  /** Forgets the wrong attempts and answers how many there were. */
  settleAttempts(): number {
    const { failed } = this.#require().attempts
    if (failed > 0) this.#change({ attempts: noAttempts })
    return failed
  }

  #require(): BranchKey {
    const found = this.read()
    if (found === null) throw failure('NOT_FOUND')
    return found
  }

  #change(part: Partial<BranchKey>): void {
    writeKeyFile(this.#folder, { ...this.#require(), ...part })
  }

  /** The key, if the secret that `unwrap` tries is the right one; else the attempt is counted, over restarts too. */
  async #try(
    wrong: 'PASSPHRASE_WRONG' | 'RECOVERY_CODE_WRONG',
    unwrap: (keyFile: BranchKey) => Promise<Buffer | null>,
  ): Promise<Buffer> {
    const keyFile = this.#require()
    allowAttempt(keyFile.attempts, this.#clock())
    const key = await unwrap(keyFile)
    if (key !== null) return key
    const attempts = afterWrongAttempt(keyFile.attempts, this.#clock())
    this.#change({ attempts })
    throw failure(wrong, { attemptsLeft: attemptsLeft(attempts) })
  }

  async #sealed(key: Buffer): Promise<string | null> {
    if (!(await this.#host.keyStore.available())) return null
    return this.#host.keyStore.seal({ key: key.toString('base64') })
  }
}
