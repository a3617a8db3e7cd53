import { randomBytes } from 'node:crypto'
import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import { accessQueries, logAccess } from '../../../db/queries/access'
import { SENSITIVE_MINUTES, type SensitiveState, type SensitiveSubject } from '../../../shared/contract/access'
import { failure } from '../../../shared/contract/errors'
import { momentSchema } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { afterWrongAttempt, allowAttempt, attemptsLeft, noAttempts, onTheClock, waitSeconds } from './attempts'
import type { BranchKey } from './key-file'
import { keyWrapSchema, passphraseCost, unwrapKey, wrapKey } from './key-wrap'

/** What every procedure that needs the open branch is given. */
interface OpenContext {
  readonly db: BranchDatabase
}

/** Sensitive data while it is open. */
interface Opening {
  lastUsed: number
  readonly reason: string
  /** What was looked at, so that one look is logged once. */
  readonly viewed: Set<string>
}

/** One for each open database: with the branch's lock it is gone. */
const permissionOf = perDatabase((): { opening: Opening | null } => ({ opening: null }))

function openingOf(db: BranchDatabase, now = Date.now()): Opening | null {
  const permission = permissionOf(db)
  const { opening } = permission
  // A clock put back since does not keep it open.
  if (opening !== null && Math.abs(now - opening.lastUsed) >= SENSITIVE_MINUTES * 60_000) permission.opening = null
  return permission.opening
}

/** Whether sensitive data may leave the backend now; does not count as use. */
export function isSensitiveOpen({ db }: OpenContext): boolean {
  return openingOf(db) !== null
}

/** Throws SENSITIVE_CLOSED unless sensitive data is open; counts as use. */
export function requireSensitive({ db }: OpenContext): void {
  const opening = openingOf(db)
  if (opening === null) throw failure('SENSITIVE_CLOSED')
  opening.lastUsed = Date.now()
}

/**
 * Logs that sensitive data of something was looked at: once an opening, however often the window reads it anew.
 * @param id of the thing seen
 * Throws SENSITIVE_CLOSED.
 */
export function logSensitiveView(
  context: OpenContext,
  { subject, id, memberId }: { readonly subject: SensitiveSubject; readonly id: string; readonly memberId?: MemberId },
): void {
  requireSensitive(context)
  const { db } = context
  const opening = openingOf(db)
  const key = `${subject} ${id}`
  if (opening === null || opening.viewed.has(key)) return
  logAccess(db, {
    kind: 'sensitiveView',
    subject,
    count: 1,
    reason: opening.reason,
    ...(memberId === undefined ? {} : { memberId }),
  })
  opening.viewed.add(key)
}

function attemptsOf(db: BranchDatabase): BranchKey['attempts'] {
  const stored = accessQueries(db).sensitive.get()
  if (stored === undefined) return noAttempts
  const lastAt = stored.lastAt === null ? null : momentSchema.parse(stored.lastAt)
  return onTheClock({ failed: stored.failed, lastAt }, new Date())
}

function isSample(db: BranchDatabase): boolean {
  return accessQueries(db).branch.get()?.isSample === 1
}

export function sensitiveState(db: BranchDatabase): SensitiveState {
  const now = Date.now()
  const opening = openingOf(db, now)
  if (opening !== null) {
    const left = SENSITIVE_MINUTES * 60_000 - Math.abs(now - opening.lastUsed)
    return { state: 'open', seconds: Math.ceil(left / 1000) }
  }
  if (isSample(db)) return { state: 'closed', needsPassphrase: false, waitSeconds: 0 }
  if (accessQueries(db).sensitive.get() === undefined) return { state: 'notSet' }
  return { state: 'closed', needsPassphrase: true, waitSeconds: waitSeconds(attemptsOf(db), new Date()) }
}

/** Keeps what tells the passphrase right from wrong ones; whatever was open is closed. */
export async function setSensitivePassphrase(db: BranchDatabase, passphrase: string): Promise<void> {
  const wrap = JSON.stringify(await wrapKey(randomBytes(32), passphrase, passphraseCost))
  db.write(() => {
    accessQueries(db).setSensitive.run({ wrap, ...noAttempts })
    logAccess(db, { kind: 'sensitiveSet' })
  })
  closeSensitive(db)
}

/** Whether the passphrase of sensitive data was set. */
export function isSensitiveSet(db: BranchDatabase): boolean {
  return accessQueries(db).sensitive.get() !== undefined
}

/** Throws PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS, SENSITIVE_NOT_SET. */
export async function openSensitive(db: BranchDatabase, passphrase: string, reason: string): Promise<void> {
  if (!isSample(db)) await requirePassphrase(db, passphrase)
  db.write(() => {
    accessQueries(db).setSensitiveAttempts.run(noAttempts)
    logAccess(db, { kind: 'sensitiveOpen', reason })
  })
  permissionOf(db).opening = { lastUsed: Date.now(), reason, viewed: new Set() }
}

export function closeSensitive(db: BranchDatabase): void {
  permissionOf(db).opening = null
}

/** Every wrong attempt is counted, over restarts too, and logged at once. */
async function requirePassphrase(db: BranchDatabase, passphrase: string): Promise<void> {
  const { sensitive, setSensitiveAttempts } = accessQueries(db)
  const stored = sensitive.get()
  if (stored === undefined) throw failure('SENSITIVE_NOT_SET')
  allowAttempt(attemptsOf(db), new Date())
  const wrap = keyWrapSchema.parse(JSON.parse(stored.wrap))
  if ((await unwrapKey(wrap, passphrase)) !== null) return
  const attempts = afterWrongAttempt(attemptsOf(db), new Date())
  db.write(() => {
    setSensitiveAttempts.run(attempts)
    logAccess(db, { kind: 'sensitiveFailed', count: attempts.failed })
  })
  throw failure('PASSPHRASE_WRONG', { attemptsLeft: attemptsLeft(attempts) })
}
