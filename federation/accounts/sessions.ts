import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Hub } from '../hub'
import { account, session } from '../schema'

const IDLE_MINUTES = 30
const MAX_HOURS = 8

/** A browser that is signed in, as its owner sees it. */
export interface SessionEntry {
  readonly tokenHash: string
  readonly browser: string
  readonly createdAt: Date
  readonly lastSeen: Date
}

const isAlive = sql`${session.lastSeen} > now() - make_interval(mins => ${IDLE_MINUTES})
  AND ${session.createdAt} > now() - make_interval(hours => ${MAX_HOURS})`

const browsers = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' }
const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux']

/** A browser as its owner knows it, from what it says of itself. */
function browserName(userAgent: string): string {
  const browser = Object.entries(browsers).find(([mark]) => userAgent.includes(`${mark}/`))?.[1]
  const system = systems.find((name) => userAgent.includes(name))
  return [browser, system].filter((name) => name !== undefined).join(', ')
}

export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Begins a session of an account, or with null of whoever has the administrator's key; answers its token. */
export async function beginSession(hub: Hub, accountId: string | null, userAgent: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const ofHub = eq(session.organisation, hub.identity.id)
  await hub.orm.delete(session).where(and(ofHub, sql`NOT (${isAlive})`))
  await hub.orm.insert(session).values({
    organisation: hub.identity.id,
    tokenHash: tokenHashOf(token),
    account: accountId,
    isConfirmed: false,
    browser: browserName(userAgent),
  })
  return token
}

/** The living session of a token with its account, which is null for the administrator's key; this visit counts. */
export async function sessionOf(hub: Hub, token: string) {
  const tokenHash = tokenHashOf(token)
  const which = and(eq(session.organisation, hub.identity.id), eq(session.tokenHash, tokenHash))
  const [seen] = await hub.orm
    .update(session)
    .set({ lastSeen: sql`now()` })
    .where(and(which, isAlive))
    .returning({ accountId: session.account, isConfirmed: session.isConfirmed })
  if (seen === undefined) return null
  const { accountId, isConfirmed } = seen
  if (accountId === null) return { tokenHash, isConfirmed, account: null }
  const [found] = await hub.orm
    .select()
    .from(account)
    .where(and(eq(account.organisation, hub.identity.id), eq(account.account, accountId)))
  if (found === undefined || found.disabledAt !== null) return null
  return { tokenHash, isConfirmed, account: found }
}

/** The two-factor code was given. */
export async function confirmSession(hub: Hub, tokenHash: string): Promise<void> {
  const which = and(eq(session.organisation, hub.identity.id), eq(session.tokenHash, tokenHash))
  await hub.orm.update(session).set({ isConfirmed: true }).where(which)
}

/** Ends one session; with an account only when it is one of its own. */
export async function endSession(hub: Hub, tokenHash: string, accountId?: string): Promise<void> {
  const which = and(eq(session.organisation, hub.identity.id), eq(session.tokenHash, tokenHash))
  await hub.orm.delete(session).where(and(which, accountId === undefined ? undefined : eq(session.account, accountId)))
}

/** Ends all sessions of an account but the one that is to stay. */
export async function endSessions(hub: Hub, accountId: string, keep?: string): Promise<void> {
  const ofAccount = and(eq(session.organisation, hub.identity.id), eq(session.account, accountId))
  await hub.orm.delete(session).where(and(ofAccount, keep === undefined ? undefined : ne(session.tokenHash, keep)))
}

/** The living sessions of an account, the latest used first. */
export function sessionsOf(hub: Hub, accountId: string): Promise<SessionEntry[]> {
  return hub.orm
    .select({
      tokenHash: session.tokenHash,
      browser: session.browser,
      createdAt: session.createdAt,
      lastSeen: session.lastSeen,
    })
    .from(session)
    .where(and(eq(session.organisation, hub.identity.id), eq(session.account, accountId), isAlive))
    .orderBy(desc(session.lastSeen))
}
