import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { heldReasonSchema, rejectionCodeSchema } from '../../shared/sync/receipt'
import type { AttentionResult, FigureName } from '../figures/figure'
import type { Seen } from '../accounts/seen'
import { isCalled } from '../transfers/unions'
import { isSeenCode } from '../enrolment'
import { device, enrolmentCode, figure, personMember, receipt } from '../schema'

/** One organisation, or with null all that are seen. */
export type Whose = string | null

function within(column: PgColumn, seen: Seen, whose: Whose): SQL | undefined {
  return and(seen.covers(column), whose === null ? undefined : eq(column, whose))
}

/** Figures of organisations together, by name and month. */
export async function sumsByMonth(
  seen: Seen,
  whose: Whose,
  names: readonly FigureName[],
  months: readonly string[],
): Promise<(name: FigureName, month: string) => number> {
  const found = await seen.hub.orm
    .select({ name: figure.name, period: figure.period, value: sql<number>`sum(${figure.value})::float8` })
    .from(figure)
    .where(
      and(
        within(figure.organisation, seen, whose),
        inArray(figure.name, [...names]),
        inArray(figure.period, [...months]),
      ),
    )
    .groupBy(figure.name, figure.period)
  return (name, month) => found.find((line) => line.name === name && line.period === month)?.value ?? 0
}

type Reason = z.infer<typeof heldReasonSchema> | z.infer<typeof rejectionCodeSchema> | null

/** Entries of organisations that the hub did not simply accept, by what became of them and why. */
export interface AttentionReason {
  readonly result: AttentionResult
  /** Null for a conflict. */
  readonly reason: Reason
  readonly entries: number
  readonly organisations: number
}

export async function attentionReasons(seen: Seen, whose: Whose): Promise<AttentionReason[]> {
  const result = sql<AttentionResult>`${receipt.outcome}->>'result'`
  const reason = sql<Reason>`${receipt.outcome}->>'reason'`
  return (
    seen.hub.orm
      .select({
        result,
        reason,
        entries: sql<number>`count(*)::integer`,
        organisations: sql<number>`count(DISTINCT ${receipt.organisation})::integer`,
      })
      .from(receipt)
      // Written as the partial index `receipt_attention` has it.
      .where(
        and(
          within(receipt.organisation, seen, whose),
          sql`${receipt.outcome}->>'result' IN ('conflict', 'held', 'rejected') AND NOT ${receipt.settled}`,
        ),
      )
      .groupBy(result, reason)
      .orderBy(result, reason)
  )
}

/** How many members of a branch have the ID number of another member of it, by branch. */
export async function duplicatesWithin(seen: Seen): Promise<ReadonlyMap<string, number>> {
  const { orm, identity } = seen.hub
  const found = await orm
    .select({
      branch: personMember.branch,
      members: sql<number>`(count(*) - count(DISTINCT ${personMember.hash}))::integer`,
    })
    .from(personMember)
    .where(and(eq(personMember.organisation, identity.id), seen.covers(personMember.branch)))
    .groupBy(personMember.branch)
  return new Map(found.map(({ branch, members }) => [branch, members]))
}

/** A device of a branch; its key is never shown. */
export interface DeviceEntry {
  readonly organisation: string
  readonly device: string
  readonly enrolledAt: Date
  readonly revokedAt: Date | null
}

interface DevicePage {
  /** In the name of their branch. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

export function countDevices(seen: Seen, words: string): Promise<number> {
  return seen.hub.orm.$count(device, and(within(device.organisation, seen, null), isOfCalled(words)))
}

const isOfCalled = (words: string) => (words === '' ? undefined : isCalled(device.organisation, words))

/** The devices of one branch or of all, or a page of them. */
export function devicesOf(
  seen: Seen,
  whose: Whose,
  { words, offset, limit }: DevicePage = { words: '', offset: 0, limit: Number.MAX_SAFE_INTEGER },
): Promise<DeviceEntry[]> {
  return seen.hub.orm
    .select({
      organisation: device.organisation,
      device: device.device,
      enrolledAt: device.enrolledAt,
      revokedAt: device.revokedAt,
    })
    .from(device)
    .where(and(within(device.organisation, seen, whose), isOfCalled(words)))
    .orderBy(desc(device.enrolledAt), device.device)
    .offset(offset)
    .limit(limit)
}

/** A one-time code as long as it is kept; the code itself is not. */
export interface CodeEntry {
  readonly codeHash: string
  readonly madeFor: string | null
  readonly expiresAt: Date
  readonly isUsed: boolean
}

export function codeEntries(seen: Seen): Promise<CodeEntry[]> {
  return seen.hub.orm
    .select({
      codeHash: enrolmentCode.codeHash,
      madeFor: enrolmentCode.madeFor,
      expiresAt: enrolmentCode.expiresAt,
      isUsed: sql<boolean>`${enrolmentCode.usedByKey} IS NOT NULL`,
    })
    .from(enrolmentCode)
    .where(isSeenCode(seen))
    .orderBy(desc(enrolmentCode.expiresAt))
}

/** A code that nobody has used is good no more; answers whether there was one. */
export async function withdrawCode(seen: Seen, codeHash: string): Promise<boolean> {
  const withdrawn = await seen.hub.orm
    .delete(enrolmentCode)
    .where(and(isSeenCode(seen), eq(enrolmentCode.codeHash, codeHash), isNull(enrolmentCode.usedByKey)))
    .returning({ code: enrolmentCode.codeHash })
  return withdrawn.length > 0
}
