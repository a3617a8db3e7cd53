import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Hub } from '../hub'
import { account } from '../schema'
import { record } from './audit'
import { isPassword } from './password'
import { totpSecretOf } from './totp-secret'
import { recoveryHash, stepOfCode } from './two-factor'

const TRIES = 5
const LOCK_MINUTES = 15

export type AccountRow = typeof account.$inferSelect

const own = ({ identity }: Hub, id: string) => and(eq(account.organisation, identity.id), eq(account.account, id))

/**
 * Counts a try of an account before it is looked at, so that many at once do not get more than five; the fifth locks.
 * Null while the account is locked.
 */
async function countTry(hub: Hub, id: string): Promise<AccountRow | null> {
  const isOver = sql`${account.failures} + 1 >= ${TRIES}`
  const [row] = await hub.orm
    .update(account)
    .set({
      failures: sql`CASE WHEN ${isOver} THEN 0 ELSE ${account.failures} + 1 END`,
      lockedUntil: sql`CASE WHEN ${isOver} THEN now() + make_interval(mins => ${LOCK_MINUTES}) ELSE NULL END`,
    })
    .where(and(own(hub, id), or(isNull(account.lockedUntil), lt(account.lockedUntil, sql`now()`))))
    .returning()
  return row ?? null
}

async function forgetTries(hub: Hub, id: string): Promise<void> {
  await hub.orm.update(account).set({ failures: 0, lockedUntil: null }).where(own(hub, id))
}

/** A right password is no failure, and forgives none of those of the code that still has to follow. */
async function takeBackTry(hub: Hub, { account: id, failures, lockedUntil }: AccountRow): Promise<void> {
  const before = lockedUntil === null ? failures - 1 : TRIES - 1
  await hub.orm.update(account).set({ failures: before, lockedUntil: null }).where(own(hub, id))
}

async function putDownFailure(hub: Hub, { account: id, name, node, lockedUntil }: AccountRow): Promise<void> {
  await record(hub, { id, name, node }, { event: 'own.signInFailed' })
  if (lockedUntil !== null) await record(hub, { id, name, node }, { event: 'own.locked' })
}

/** The account of a login and password; null whatever was wrong. */
export async function accountOf(hub: Hub, login: string, password: string): Promise<AccountRow | null> {
  const [found] = await hub.orm
    .select()
    .from(account)
    .where(and(eq(account.organisation, hub.identity.id), eq(account.login, login.trim().toLowerCase())))
  const tried = found === undefined || found.disabledAt !== null ? null : await countTry(hub, found.account)
  const isRight = await isPassword(password, tried?.passwordHash ?? null)
  if (tried === null) return null
  if (!isRight) {
    await putDownFailure(hub, tried)
    return null
  }
  if (tried.totpSecret === null) await forgetTries(hub, tried.account)
  else await takeBackTry(hub, tried)
  await hub.orm
    .update(account)
    .set({ lastSignIn: sql`now()` })
    .where(own(hub, tried.account))
  return tried
}

/** Whether the password is that of somebody who is signed in; wrong ones count. */
export async function isOwnPassword(hub: Hub, id: string, password: string): Promise<boolean> {
  const tried = await countTry(hub, id)
  const isRight = await isPassword(password, tried?.passwordHash ?? null)
  if (tried !== null && !isRight) await putDownFailure(hub, tried)
  if (isRight) await forgetTries(hub, id)
  return isRight
}

/** Whether a two-factor code of an account, or one of its recovery codes, is right; it is used up then. */
export async function useCode(hub: Hub, id: string, typed: string): Promise<boolean> {
  const tried = await countTry(hub, id)
  if (tried === null || tried.totpSecret === null) return false
  const secret = totpSecretOf(hub, id, tried.totpSecret)
  const step = secret === null ? null : stepOfCode(secret, typed, tried.totpStep)
  const hash = recoveryHash(typed)
  const isUnused =
    step !== null ? lt(account.totpStep, step) : sql`${account.recoveryHashes} @> to_jsonb(${hash}::text)`
  const used = await hub.orm
    .update(account)
    .set(step !== null ? { totpStep: step } : { recoveryHashes: sql`${account.recoveryHashes} - ${hash}::text` })
    .where(and(own(hub, id), isUnused))
    .returning({ id: account.account })
  if (used.length === 0) {
    await putDownFailure(hub, tried)
    return false
  }
  await forgetTries(hub, id)
  if (step === null) await record(hub, { ...tried, id }, { event: 'own.recoveryUsed' })
  return true
}
