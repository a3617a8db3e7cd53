import { ORPCError } from '@orpc/client'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { openBranchDatabase } from '../../../db/open'
import { accessQueries, logAccess } from '../../../db/queries/access'
import { failure } from '../../../shared/contract/errors'
import type { AccessState } from '../../../shared/contract/access'
import type { HostClient } from '../../../shared/contract/host'
import type { Branch, BranchInput } from '../../../shared/model/branch'
import { branchIdSchema, newId } from '../../../shared/model/id'
import { PASSPHRASE_MIN_SCORE, passphraseScore } from '../../../shared/rules/passphrase'
import type { Session } from '../context'
import { hubLinkOf } from '../federation/hub-link'
import { fillSampleBranch } from '../sample/fill-sample-branch'
import { afterWrongAttempt, allowAttempt, attemptsLeft, noAttempts, waitSeconds } from './attempts'
import { readKeyFile, writeKeyFile, type BranchKey } from './key-file'
import { unwrapKey, wrapKey } from './key-wrap'
import { newRecoveryCode, normalizeRecoveryCode } from './recovery-code'

type UnusableReason = Extract<AccessState, { state: 'unusable' }>['reason']

/** How an open database was opened: enough to wrap its key anew. */
interface OpenBranch {
  readonly db: BranchDatabase
  readonly key: Buffer
  readonly folder: string
}

/** The name of the sample branch; its people are fictional. */
const sampleBranch: BranchInput = {
  unionName: '示例工会（虚构）',
  creditCode: null,
  parentUnion: '示例市总工会（虚构）',
}

function isUnusableReason(code: string): code is UnusableReason {
  return code === 'DATABASE_NEWER' || code === 'DATABASE_DAMAGED' || code === 'DATABASE_IN_USE'
}

/**
 * Which branch is open on this PC, and the keys that open it. The real branch lies in `branch`, the sample in
 * `sample`, each with its database and its key file.
 */
export class BranchSession implements Session {
  readonly #dataFolder: string
  readonly #host: HostClient
  readonly #clock: () => Date
  #open: OpenBranch | null = null
  #unusable: UnusableReason | null = null

  constructor(dataFolder: string, host: HostClient, clock: () => Date) {
    this.#dataFolder = dataFolder
    this.#host = host
    this.#clock = clock
  }

  get db(): BranchDatabase | null {
    return this.#open?.db ?? null
  }

  async state(): Promise<AccessState> {
    if (this.#unusable !== null) return { state: 'unusable', reason: this.#unusable }
    const systemKeyStore = await this.#host.keyStore.available()
    if (this.#open !== null) {
      const found = readKeyFile(this.#open.folder)
      const keyKept = found?.kind === 'branch' && found.system !== null
      return { state: 'open', branch: this.branch(), systemKeyStore, keyKept }
    }
    try {
      const found = readKeyFile(this.#branchFolder)
      if (found?.kind !== 'branch') return { state: 'none', systemKeyStore }
      return {
        state: 'locked',
        systemKeyStore,
        keyKept: found.system !== null,
        waitSeconds: waitSeconds(found.attempts, this.#clock()),
      }
    } catch {
      return { state: 'unusable', reason: 'DATABASE_DAMAGED' }
    }
  }

  /** Makes the branch of this PC and answers its recovery code. Throws BRANCH_EXISTS, PASSPHRASE_WEAK. */
  async create(branch: BranchInput, passphrase: string, keepKey: boolean): Promise<string> {
    const folder = this.#branchFolder
    if (readKeyFile(folder) !== null || existsSync(path.join(folder, 'branch.db'))) throw failure('BRANCH_EXISTS')
    await this.#refuseWeak(passphrase, branch.unionName)
    const key = randomBytes(32)
    const recoveryCode = newRecoveryCode()
    const keyFile = await this.#wrapped(key, passphrase, recoveryCode, keepKey)
    this.lock()
    // The key file is there before the database: a database without one could never be opened.
    writeKeyFile(folder, keyFile)
    this.#openDatabase(folder, key)
    this.#addBranch(branch, false)
    return recoveryCode
  }

  async openSample(): Promise<void> {
    this.lock()
    const folder = path.join(this.#dataFolder, 'sample')
    const found = readKeyFile(folder)
    const key = found?.kind === 'sample' ? Buffer.from(found.key, 'base64') : randomBytes(32)
    if (found === null) writeKeyFile(folder, { kind: 'sample', key: key.toString('base64') })
    const db = this.#openDatabase(folder, key)
    if (accessQueries(db).branch.get() !== undefined) return
    this.#addBranch(sampleBranch, true)
    await fillSampleBranch(db)
  }

  /** Throws PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS and the reasons why a database cannot be opened. */
  async unlockWithPassphrase(passphrase: string, keepKey: boolean): Promise<void> {
    const { keyFile, key } = await this.#try('passphrase', (file) => unwrapKey(file.passphrase, passphrase))
    const system = keepKey ? await this.#sealed(key) : keyFile.system
    writeKeyFile(this.#branchFolder, { ...keyFile, attempts: noAttempts, system })
    this.#unlocked(key, 'unlock', keyFile.attempts.failed)
  }

  /** Throws RECOVERY_CODE_WRONG, TOO_MANY_ATTEMPTS and the reasons why a database cannot be opened. */
  async unlockWithRecoveryCode(typed: string): Promise<void> {
    const { keyFile, key } = await this.#try('recoveryCode', (file) => {
      const code = normalizeRecoveryCode(typed)
      return code === null ? Promise.resolve(null) : unwrapKey(file.recoveryCode, code)
    })
    writeKeyFile(this.#branchFolder, { ...keyFile, attempts: noAttempts })
    this.#unlocked(key, 'recovery', keyFile.attempts.failed)
  }

  /** Throws SYSTEM_KEY_LOST when the operating system cannot give the key back. */
  async unlockWithSystemKey(): Promise<void> {
    const keyFile = this.#requireKeyFile()
    const opened = keyFile.system === null ? null : await this.#host.keyStore.open({ sealed: keyFile.system })
    if (opened === null) {
      writeKeyFile(this.#branchFolder, { ...keyFile, system: null })
      throw failure('SYSTEM_KEY_LOST')
    }
    this.#unlocked(Buffer.from(opened, 'base64'), 'unlock', 0)
  }

  /** Wraps the key anew under another passphrase and another recovery code; the old ones stop working. */
  async setPassphrase(passphrase: string): Promise<string> {
    const { folder, key, db } = this.#requireOpen()
    await this.#refuseWeak(passphrase, this.branch().unionName)
    const recoveryCode = newRecoveryCode()
    const keepKey = this.#requireKeyFile().system !== null
    writeKeyFile(folder, await this.#wrapped(key, passphrase, recoveryCode, keepKey))
    logAccess(db, { kind: 'passphraseChange' })
    return recoveryCode
  }

  async setKeepKey(keepKey: boolean): Promise<void> {
    const { folder, key } = this.#requireOpen()
    writeKeyFile(folder, { ...this.#requireKeyFile(), system: keepKey ? await this.#sealed(key) : null })
  }

  branch(): Branch {
    const found = accessQueries(this.#requireOpen().db).branch.get()
    if (found === undefined) throw failure('DATABASE_DAMAGED')
    return { ...found, isSample: found.isSample === 1 }
  }

  lock(): void {
    if (this.#open !== null) {
      hubLinkOf(this.#open.db).stop()
      this.#open.db.close()
    }
    this.#open = null
    this.#unusable = null
  }

  get #branchFolder(): string {
    return path.join(this.#dataFolder, 'branch')
  }

  #requireOpen(): OpenBranch {
    if (this.#open === null) throw failure('BRANCH_LOCKED')
    return this.#open
  }

  #requireKeyFile(): BranchKey {
    const found = readKeyFile(this.#branchFolder)
    if (found?.kind !== 'branch') throw failure('NOT_FOUND')
    return found
  }

  async #try(
    secret: 'passphrase' | 'recoveryCode',
    unwrap: (keyFile: BranchKey) => Promise<Buffer | null>,
  ): Promise<{ keyFile: BranchKey; key: Buffer }> {
    const keyFile = this.#requireKeyFile()
    allowAttempt(keyFile.attempts, this.#clock())
    const key = await unwrap(keyFile)
    if (key !== null) return { keyFile, key }
    const attempts = afterWrongAttempt(keyFile.attempts, this.#clock())
    writeKeyFile(this.#branchFolder, { ...keyFile, attempts })
    const left = { attemptsLeft: attemptsLeft(attempts) }
    throw secret === 'passphrase' ? failure('PASSPHRASE_WRONG', left) : failure('RECOVERY_CODE_WRONG', left)
  }

  #unlocked(key: Buffer, kind: 'unlock' | 'recovery', failedBefore: number): void {
    this.lock()
    const db = this.#openDatabase(this.#branchFolder, key)
    if (failedBefore > 0) logAccess(db, { kind: 'unlockFailed', count: failedBefore })
    logAccess(db, { kind })
  }

  #openDatabase(folder: string, key: Buffer): BranchDatabase {
    try {
      const db = openBranchDatabase({ file: path.join(folder, 'branch.db'), key })
      this.#open = { db, key, folder }
      hubLinkOf(db).start()
      return db
    } catch (error) {
      if (error instanceof ORPCError && isUnusableReason(error.code)) this.#unusable = error.code
      throw error
    }
  }

  #addBranch(branch: BranchInput, isSample: boolean): void {
    const { db } = this.#requireOpen()
    db.write(() => {
      accessQueries(db).insertBranch.run({ ...branch, id: newId(branchIdSchema), isSample: isSample ? 1 : 0 })
      logAccess(db, { kind: 'create' })
    })
  }

  async #refuseWeak(passphrase: string, unionName: string): Promise<void> {
    if ((await passphraseScore(passphrase, [unionName])) < PASSPHRASE_MIN_SCORE) throw failure('PASSPHRASE_WEAK')
  }

  async #sealed(key: Buffer): Promise<string | null> {
    if (!(await this.#host.keyStore.available())) return null
    return this.#host.keyStore.seal({ key: key.toString('base64') })
  }

  async #wrapped(key: Buffer, passphrase: string, recoveryCode: string, keepKey: boolean): Promise<BranchKey> {
    return {
      kind: 'branch',
      passphrase: await wrapKey(key, passphrase),
      recoveryCode: await wrapKey(key, recoveryCode),
      system: keepKey ? await this.#sealed(key) : null,
      attempts: noAttempts,
    }
  }
}
