import { ORPCError } from '@orpc/client'
import { randomBytes } from 'node:crypto'
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
import { waitSeconds } from './attempts'
import { databaseFile, makeBranchFolder, readBranchFolder } from './branch-folder'
import { BranchKeys, KEY_LENGTH } from './branch-keys'
import { isSensitiveSet, openSensitive, setSensitivePassphrase } from './sensitive'

type UnusableReason = Extract<AccessState, { state: 'unusable' }>['reason']

/** How an open database was opened: enough to wrap its key anew. */
interface OpenBranch {
  readonly db: BranchDatabase
  readonly key: Buffer
  readonly isSample: boolean
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

function addBranch(db: BranchDatabase, branch: BranchInput, isSample: boolean): void {
  db.write(() => {
    accessQueries(db).insertBranch.run({ ...branch, id: newId(branchIdSchema), isSample: isSample ? 1 : 0 })
    logAccess(db, { kind: 'create' })
  })
}

async function refuseWeak(passphrase: string, unionName: string): Promise<void> {
  if ((await passphraseScore(passphrase, [unionName])) < PASSPHRASE_MIN_SCORE) throw failure('PASSPHRASE_WEAK')
}

/**
 * Which branch is open on this PC, and the keys that open it. The real branch lies in `branch`, the sample in
 * `sample`, each with its database and its key file.
 */
export class BranchSession implements Session {
  readonly #branchFolder: string
  readonly #sampleFolder: string
  readonly #host: HostClient
  readonly #clock: () => Date
  readonly #keys: BranchKeys
  #open: OpenBranch | null = null
  #unusable: UnusableReason | null = null
  #lastAct: Promise<unknown> = Promise.resolve()

  constructor(dataFolder: string, host: HostClient, clock: () => Date) {
    this.#branchFolder = path.join(dataFolder, 'branch')
    this.#sampleFolder = path.join(dataFolder, 'sample')
    this.#host = host
    this.#clock = clock
    this.#keys = new BranchKeys(this.#branchFolder, host, clock)
  }

  get db(): BranchDatabase | null {
    return this.#open?.db ?? null
  }

  async state(): Promise<AccessState> {
    const systemKeyStore = await this.#host.keyStore.available()
    if (this.#unusable !== null) return { state: 'unusable', reason: this.#unusable }
    if (this.#open !== null) {
      const system = this.#open.isSample ? null : this.#keys.read()?.system
      return { state: 'open', branch: this.branch(), systemKeyStore, keyKept: typeof system === 'string' }
    }
    try {
      const found = this.#keys.read()
      if (found === null) return { state: 'none', systemKeyStore }
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
  create(branch: BranchInput, passphrase: string, keepKey: boolean): Promise<string> {
    return this.#inTurn(async () => {
      if (this.#keys.read() !== null) throw failure('BRANCH_EXISTS')
      await refuseWeak(passphrase, branch.unionName)
      const key = randomBytes(KEY_LENGTH)
      const { keyFile, recoveryCode } = await this.#keys.wrap(key, passphrase, keepKey)
      await makeBranchFolder(this.#branchFolder, keyFile, key, (db) => addBranch(db, branch, false))
      this.lock()
      this.#openBranch(key)
      return recoveryCode
    })
  }

  /** Opens the sample branch, made at the first time. */
  openSample(): Promise<void> {
    return this.#inTurn(async () => {
      this.lock()
      const folder = this.#sampleFolder
      if (readBranchFolder(folder) === null) {
        const key = randomBytes(KEY_LENGTH)
        await makeBranchFolder(folder, { kind: 'sample', key: key.toString('base64') }, key, async (db) => {
          addBranch(db, sampleBranch, true)
          await fillSampleBranch(db)
        })
      }
      const found = readBranchFolder(folder)
      if (found?.kind !== 'sample') throw failure('DATABASE_DAMAGED')
      this.#openDatabase(folder, Buffer.from(found.key, 'base64'), true)
    })
  }

  /** Throws PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS and the reasons why a database cannot be opened. */
  unlockWithPassphrase(passphrase: string, keepKey: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const key = await this.#keys.byPassphrase(passphrase)
      this.#unlock(key, 'unlock')
      if (keepKey) await this.#keys.keepInSystem(key, true)
    })
  }

  /**
   * Throws RECOVERY_CODE_MISTYPED, RECOVERY_CODE_WRONG, TOO_MANY_ATTEMPTS and the reasons why a database cannot be
   * opened.
   */
  unlockWithRecoveryCode(typed: string): Promise<void> {
    return this.#inTurn(async () => this.#unlock(await this.#keys.byRecoveryCode(typed), 'recovery'))
  }

  /** Throws SYSTEM_KEY_LOST and the reasons why a database cannot be opened. */
  unlockWithSystemKey(): Promise<void> {
    return this.#inTurn(async () => this.#unlock(await this.#keys.bySystem(), 'unlock'))
  }

  /**
   * Wraps the key anew under another passphrase and another recovery code; the old ones stop working.
   * Throws BRANCH_LOCKED, NOT_IN_SAMPLE, PASSPHRASE_WEAK.
   */
  setPassphrase(passphrase: string): Promise<string> {
    return this.#inTurn(async () => {
      const { key, db } = this.#requireRealBranch()
      await refuseWeak(passphrase, this.branch().unionName)
      const recoveryCode = await this.#keys.rewrap(key, passphrase)
      logAccess(db, { kind: 'passphraseChange' })
      return recoveryCode
    })
  }

  /**
   * Sets the passphrase of sensitive data for the first time.
   * Throws BRANCH_LOCKED, NOT_IN_SAMPLE, CHANGED_MEANWHILE, PASSPHRASE_WEAK, PASSPHRASE_SAME.
   */
  setUpSensitive(passphrase: string): Promise<void> {
    return this.#inTurn(async () => {
      if (isSensitiveSet(this.#requireRealBranch().db)) throw failure('CHANGED_MEANWHILE')
      await this.#setSensitive(passphrase)
    })
  }

  /** Sets it anew, allowed by the branch's own passphrase or recovery code; a wrong one counts as at unlocking. */
  resetSensitive(passphrase: string, by: 'passphrase' | 'recoveryCode', proof: string): Promise<void> {
    return this.#inTurn(async () => {
      const { db } = this.#requireRealBranch()
      await (by === 'passphrase' ? this.#keys.byPassphrase(proof) : this.#keys.byRecoveryCode(proof))
      this.#settleAttempts(db)
      await this.#setSensitive(passphrase)
    })
  }

  /** Throws BRANCH_LOCKED, PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS, SENSITIVE_NOT_SET. */
  openSensitive(passphrase: string, reason: string): Promise<void> {
    return this.#inTurn(() => openSensitive(this.#requireOpen().db, passphrase, reason))
  }

  /** Throws BRANCH_LOCKED, NOT_IN_SAMPLE. */
  setKeepKey(keepKey: boolean): Promise<void> {
    return this.#inTurn(() => this.#keys.keepInSystem(this.#requireRealBranch().key, keepKey))
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

  /** One act after the other: guesses made at the same time would count as one. */
  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#lastAct.then(act)
    this.#lastAct = turn.catch(() => undefined)
    return turn
  }

  #requireOpen(): OpenBranch {
    if (this.#open === null) throw failure('BRANCH_LOCKED')
    return this.#open
  }

  /** The sample branch has no passphrase and no kept key. */
  #requireRealBranch(): OpenBranch {
    const open = this.#requireOpen()
    if (open.isSample) throw failure('NOT_IN_SAMPLE')
    return open
  }

  #unlock(key: Buffer, kind: 'unlock' | 'recovery'): void {
    this.lock()
    const db = this.#openBranch(key)
    this.#settleAttempts(db)
    logAccess(db, { kind })
  }

  #settleAttempts(db: BranchDatabase): void {
    const failed = this.#keys.settleAttempts()
    if (failed > 0) logAccess(db, { kind: 'unlockFailed', count: failed })
  }

  async #setSensitive(passphrase: string): Promise<void> {
    const { db } = this.#requireRealBranch()
    await refuseWeak(passphrase, this.branch().unionName)
    // Who knows the branch's own must not see sensitive data with it.
    if (await this.#keys.isPassphrase(passphrase)) throw failure('PASSPHRASE_SAME')
    await setSensitivePassphrase(db, passphrase)
  }

  #openBranch(key: Buffer): BranchDatabase {
    try {
      return this.#openDatabase(this.#branchFolder, key, false)
    } catch (error) {
      if (error instanceof ORPCError && typeof error.code === 'string' && isUnusableReason(error.code)) {
        this.#unusable = error.code
      }
      throw error
    }
  }

  #openDatabase(folder: string, key: Buffer, isSample: boolean): BranchDatabase {
    const db = openBranchDatabase({ file: databaseFile(folder), key })
    this.#open = { db, key, isSample }
    hubLinkOf(db).start()
    return db
  }
}
