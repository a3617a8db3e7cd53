import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { randomLetters } from '../enrolment'
import type { Hub } from '../hub'
import { account } from '../schema'
import { hashPassword } from './password'
import { roleNames } from './rights'
import { endSessions } from './sessions'
import type { Seen } from './seen'
import { storedTotpSecret } from './totp-secret'
import { newRecoveryCodes, recoveryHash } from './two-factor'

const INITIAL_LENGTH = 16

export const roleSchema = z.enum(roleNames)

/** What an administrator states of an account. */
export const accountDraftSchema = z.object({
  name: z.string().trim().min(1).max(60),
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}._@-]{2,60}$/u),
  node: z.uuid(),
  roles: roleSchema.array().min(1),
  seesMembers: z.boolean(),
  needsCode: z.boolean(),
})
export type AccountDraft = z.infer<typeof accountDraftSchema>

/** An account as an administrator sees it. */
export interface AccountEntry extends AccountDraft {
  readonly id: string
  readonly hasCode: boolean
  readonly isLocked: boolean
  readonly isDisabled: boolean
  readonly mustChangePassword: boolean
  readonly lastSignIn: Date | null
}

const own = ({ identity }: Hub, id: string) => and(eq(account.organisation, identity.id), eq(account.account, id))

const entryColumns = {
  id: account.account,
  name: account.name,
  login: account.login,
  node: account.node,
  roles: account.roles,
  seesMembers: account.seesMembers,
  needsCode: account.needsCode,
  hasCode: sql<boolean>`${account.totpSecret} IS NOT NULL`,
  isLocked: sql<boolean>`coalesce(${account.lockedUntil} > now(), false)`,
  isDisabled: sql<boolean>`${account.disabledAt} IS NOT NULL`,
  mustChangePassword: account.mustChangePassword,
  lastSignIn: account.lastSignIn,
}

/** The accounts whose node is seen, by name. */
export async function accountEntries(seen: Seen): Promise<AccountEntry[]> {
  const { orm, identity } = seen.hub
  const found = await orm
    .select(entryColumns)
    .from(account)
    .where(and(eq(account.organisation, identity.id), seen.covers(account.node)))
    .orderBy(asc(account.name))
  return found.map((entry) => ({ ...entry, roles: roleSchema.array().parse(entry.roles) }))
}

/** An initial password is read out or copied from paper: letters that are not mistaken. */
function initialPassword(): string {
  return randomLetters(INITIAL_LENGTH).replaceAll(/(.{4})(?!$)/g, '$1-')
}

/** Makes an account; answers its initial password, or null when somebody has that login already. */
export async function makeAccount(hub: Hub, draft: AccountDraft): Promise<{ id: string; password: string } | null> {
  const id = v7()
  const password = initialPassword()
  const made = await hub.orm
    .insert(account)
    .values({
      ...draft,
      organisation: hub.identity.id,
      account: id,
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
    })
    .onConflictDoNothing()
    .returning({ id: account.account })
  return made.length === 0 ? null : { id, password }
}

/** Changes what an administrator states of an account; its login stays. */
export async function changeAccount(
  hub: Hub,
  id: string,
  { name, node, roles, seesMembers, needsCode }: Omit<AccountDraft, 'login'>,
): Promise<void> {
  await hub.orm.update(account).set({ name, node, roles, seesMembers, needsCode }).where(own(hub, id))
}

export async function setDisabled(hub: Hub, id: string, isDisabled: boolean): Promise<void> {
  await hub.orm
    .update(account)
    .set({ disabledAt: isDisabled ? sql`now()` : null })
    .where(own(hub, id))
  if (isDisabled) await endSessions(hub, id)
}

/** Gives an account a new initial password, takes a lock off and ends its sessions. */
export async function resetPassword(hub: Hub, id: string): Promise<string> {
  const password = initialPassword()
  await hub.orm
    .update(account)
    .set({ passwordHash: await hashPassword(password), mustChangePassword: true, failures: 0, lockedUntil: null })
    .where(own(hub, id))
  await endSessions(hub, id)
  return password
}

/** The next sign-in sets up the two-factor code anew, e.g. because the phone was lost. */
export async function resetTwoFactor(hub: Hub, id: string): Promise<void> {
  await hub.orm.update(account).set({ totpSecret: null, totpStep: 0, recoveryHashes: [] }).where(own(hub, id))
  await endSessions(hub, id)
}

export async function unlock(hub: Hub, id: string): Promise<void> {
  await hub.orm.update(account).set({ failures: 0, lockedUntil: null }).where(own(hub, id))
}

/** A person's own new password; other browsers are signed out. */
export async function changePassword(hub: Hub, id: string, password: string, keep: string): Promise<void> {
  await hub.orm
    .update(account)
    .set({ passwordHash: await hashPassword(password), mustChangePassword: false })
    .where(own(hub, id))
  await endSessions(hub, id, keep)
}

/** Takes a secret into use whose code was shown to be right in `step`; answers the recovery codes. */
export async function setTwoFactor(hub: Hub, id: string, secret: string, step: number): Promise<string[]> {
  const codes = newRecoveryCodes()
  await hub.orm
    .update(account)
    .set({ totpSecret: storedTotpSecret(hub, id, secret), totpStep: step, recoveryHashes: codes.map(recoveryHash) })
    .where(own(hub, id))
  return codes
}

/** New recovery codes in place of the old ones. */
export async function renewRecoveryCodes(hub: Hub, id: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await hub.orm
    .update(account)
    .set({ recoveryHashes: codes.map(recoveryHash) })
    .where(own(hub, id))
  return codes
}

/** What somebody sees of their own account. */
export async function twoFactorState(hub: Hub, id: string) {
  const [found] = await hub.orm
    .select({
      login: account.login,
      hasCode: entryColumns.hasCode,
      recoveryCodes: sql<number>`jsonb_array_length(${account.recoveryHashes})`,
    })
    .from(account)
    .where(own(hub, id))
  if (found === undefined) throw new Error('Whoever is signed in has an account')
  return found
}
