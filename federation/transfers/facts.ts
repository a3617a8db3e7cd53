import { and, eq, inArray, sql } from 'drizzle-orm'
import { statusAfter } from '../../shared/rules/membership-status'
import { membershipEventTypeSchema, type MembershipStatus } from '../../shared/model/membership'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import type { HubQueries } from '../database'
import { record, transfer } from '../schema'
import { factsFromElsewhere } from './elsewhere'

/** A member as the hub has it. */
export interface MemberAtHub {
  readonly columns: Columns
  readonly status: MembershipStatus
  /** When the present membership began, as far as it is said. */
  readonly since: string | null
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

/** The columns of a record; null where it is not there, or not any more. */
export async function recordAt(
  tx: HubQueries,
  organisationId: string,
  table: SyncedTable,
  rowId: string,
): Promise<Columns | null> {
  const [found] = await tx
    .select({ columns: record.columns })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.table, table),
        eq(record.rowId, rowId),
        eq(record.deleted, false),
      ),
    )
  return found?.columns ?? null
}

/** The answer of a branch of this hub to a transfer, as its record stands. */
async function answerRecord(tx: HubQueries, organisationId: string, transferId: string) {
  const [found] = await tx
    .select({ columns: record.columns, stamps: record.stamps })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.table, 'transfer_answer'),
        eq(record.deleted, false),
        sql`${record.columns}->>'transfer_id' = ${transferId}`,
      ),
    )
  return found
}

/** The answer of a branch to a transfer; null where it gave none, or took it back. Of another hub's branch what that hub says. */
export async function answerAt(tx: HubQueries, organisationId: string, transferId: string): Promise<Columns | null> {
  const elsewhere = await factsFromElsewhere(tx, organisationId, transferId)
  if (elsewhere !== undefined) return elsewhere?.answer ?? null
  return (await answerRecord(tx, organisationId, transferId))?.columns ?? null
}

/**
 * Whether a branch took a member over and undid that before its hub heard of either: its answer names nobody, and what it
 * names changed since it was given.
 */
export async function isTakenBack(tx: HubQueries, organisationId: string, transferId: string): Promise<boolean> {
  const elsewhere = await factsFromElsewhere(tx, organisationId, transferId)
  if (elsewhere !== undefined) return elsewhere?.isTakenBack === true
  const found = await answerRecord(tx, organisationId, transferId)
  if (found === undefined || text(found.columns['member_id']) !== null) return false
  return (found.stamps['member_id']?.rev ?? 0) > (found.stamps['decision']?.rev ?? 0)
}

/**
 * Members of a branch by id, as their last recorded event leaves them; a record merged into another is nobody. Whom the hub
 * handed over has left, whether the branch has heard of it or not.
 */
export async function membersAt(
  tx: HubQueries,
  hubId: string,
  organisationId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, MemberAtHub>> {
  if (memberIds.length === 0) return new Map()
  const ids = [...memberIds]
  const ofMembers = (table: SyncedTable) =>
    and(
      eq(record.organisation, organisationId),
      eq(record.table, table),
      eq(record.deleted, false),
      inArray(sql`${record.columns}->>'member_id'`, ids),
    )
  const members = await tx
    .select({ id: record.rowId, columns: record.columns })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.table, 'member'),
        eq(record.deleted, false),
        inArray(record.rowId, ids),
      ),
    )
  if (members.length === 0) return new Map()
  const events = await tx
    .select({ id: record.rowId, columns: record.columns })
    .from(record)
    .where(ofMembers('membership_event'))
    .orderBy(record.rev)
  const merged = await tx.select({ columns: record.columns }).from(record).where(ofMembers('member_merge'))
  const handedOver = await tx
    .select({ member: transfer.member, result: transfer.result })
    .from(transfer)
    .where(
      and(
        eq(transfer.organisation, hubId),
        eq(transfer.fromOrganisation, organisationId),
        inArray(transfer.member, ids),
        eq(transfer.state, 'accepted'),
        eq(transfer.isPast, false),
      ),
    )
  const gone = new Set(merged.map(({ columns }) => columns['member_id']))
  return new Map(
    members.flatMap(({ id, columns }): [string, MemberAtHub][] => {
      if (gone.has(id)) return []
      const own = events.filter((event) => event.columns['member_id'] === id)
      const last = own.at(-1)?.columns
      const type = membershipEventTypeSchema.safeParse(last?.['type'])
      const isUnaware = handedOver.some(
        ({ member, result }) => member === id && !own.some((event) => event.id === result?.event?.id),
      )
      const status = isUnaware ? 'transferred' : type.success ? statusAfter[type.data] : 'active'
      return [[id, { columns, status, since: text(last?.['date']) }]]
    }),
  )
}
