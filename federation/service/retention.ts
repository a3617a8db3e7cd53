import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { HubQueries } from '../database'
import type { Hub } from '../hub'
import { downward, enrolmentCode, session } from '../schema'

/** Rows that one step removes at most, so that nobody waits for it. */
const STEP = 500

/** Any number that no other lock of the hub has. */
const RETENTION_LOCK = 7421_2026

/** How long something is kept, since when this rule holds, and why. */
interface Rule {
  readonly what: string
  /** Null for ever. */
  readonly days: number | null
  readonly since: string
  readonly reason: string
}

/** Removes some of what is older than a moment; answers how many rows went. */
type Step = (tx: HubQueries, before: Date) => Promise<number>

interface Removal extends Rule {
  readonly days: number
  readonly remove: Step
}

/** What stays as it is. */
export const keptForEver: readonly Rule[] = [
  {
    what: 'change, receipt, record',
    days: null,
    since: '2026-11-24',
    reason: 'what members and dues were is proven by the entries; a branch that lost its file is filled up from them',
  },
  {
    what: 'audit',
    days: null,
    since: '2026-11-24',
    reason: 'three years at least (等保 2.0 asks for six months); the database lets nobody remove a line',
  },
]

async function removeCodes(tx: HubQueries, before: Date): Promise<number> {
  const old = tx
    .select({ hash: enrolmentCode.codeHash })
    .from(enrolmentCode)
    .where(lt(enrolmentCode.expiresAt, before))
    .limit(STEP)
  const gone = await tx
    .delete(enrolmentCode)
    .where(and(lt(enrolmentCode.expiresAt, before), inArray(enrolmentCode.codeHash, old)))
    .returning({ hash: enrolmentCode.codeHash })
  return gone.length
}

async function removeSessions(tx: HubQueries, before: Date): Promise<number> {
  const old = tx.select({ hash: session.tokenHash }).from(session).where(lt(session.createdAt, before)).limit(STEP)
  const gone = await tx
    .delete(session)
    .where(and(lt(session.createdAt, before), inArray(session.tokenHash, old)))
    .returning({ hash: session.tokenHash })
  return gone.length
}

/**
 * Of what went down, only what a later item of the same organisation says anew: a branch that begins anew, or comes back
 * from an old backup, is told as much as before, in fewer items.
 */
async function removeSuperseded(tx: HubQueries, before: Date): Promise<number> {
  const isSuperseded = sql`kind IN ('receipt', 'directive') AND EXISTS (SELECT FROM downward AS later
    WHERE later.organisation = downward.organisation AND later.kind = downward.kind
      AND later.seq > downward.seq AND later.body->>'id' = downward.body->>'id')`
  const [first] = await tx
    .select({ organisation: downward.organisation })
    .from(downward)
    .where(and(lt(downward.at, before), isSuperseded))
    .limit(1)
  if (first === undefined) return 0
  const ofIt = and(eq(downward.organisation, first.organisation), lt(downward.at, before), isSuperseded)
  const old = tx.select({ seq: downward.seq }).from(downward).where(ofIt).orderBy(asc(downward.seq)).limit(STEP)
  const gone = await tx
    .delete(downward)
    .where(and(eq(downward.organisation, first.organisation), inArray(downward.seq, old)))
    .returning({ seq: downward.seq })
  return gone.length
}

async function removeCounts(tx: HubQueries, before: Date): Promise<number> {
  await tx.execute(sql`DELETE FROM rate_limit WHERE expire < ${before.getTime()}`)
  return 0
}

/** What goes, and when. */
export const removals: readonly Removal[] = [
  {
    what: 'enrolment_code',
    days: 30,
    since: '2026-11-24',
    reason: 'a code is good for a day; for a month it can be seen that one was made and used',
    remove: removeCodes,
  },
  {
    what: 'session',
    days: 7,
    since: '2026-11-24',
    reason: 'a session ends after 8 hours; a week shows a person where they were signed in',
    remove: removeSessions,
  },
  {
    what: 'downward',
    days: 90,
    since: '2026-11-24',
    reason: 'longer than any backup of a branch is likely to be old; only what a later item says anew',
    remove: removeSuperseded,
  },
  {
    what: 'rate_limit',
    days: 1,
    since: '2026-11-24',
    reason: 'addresses are personal data and of no use once the count is over',
    remove: removeCounts,
  },
]

/**
 * Removes what has been kept long enough, in small transactions. Whichever process of a hub comes first does it; the
 * others find nothing, or leave it to the one that is at it.
 */
export async function removeWhatIsOver({ orm, log }: Hub, now = new Date()): Promise<void> {
  for (const { what, days, remove } of removals) {
    const before = new Date(now.getTime() - days * 86_400_000)
    let rows = 0
    for (;;) {
      const step = await orm.transaction(async (tx) => {
        const [lock] = await tx
          .select({ isMine: sql<boolean>`pg_try_advisory_xact_lock(${RETENTION_LOCK})` })
          .from(sql`(SELECT 1) AS one`)
        return lock?.isMine === true ? remove(tx, before) : 0
      })
      rows += step
      if (step === 0) break
    }
    if (rows > 0) log.event('retention', { what, rows })
  }
}

const DAY = 86_400_000

/** Does so every day as long as the process lives; the first time within an hour. Answers what ends it. */
export function keepRetention(hub: Hub): () => void {
  let timer: NodeJS.Timeout
  async function turn(): Promise<void> {
    try {
      await removeWhatIsOver(hub)
    } catch (error) {
      hub.log.error(error)
    }
    plan(DAY)
  }
  function plan(milliseconds: number): void {
    timer = setTimeout(() => void turn(), milliseconds)
    timer.unref()
  }
  plan((Math.random() * DAY) / 24)
  return () => clearTimeout(timer)
}
