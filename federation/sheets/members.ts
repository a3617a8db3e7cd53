import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { memberIdSchema } from '../../shared/model/id'
import { memberFieldSchema, memberFieldsSchema, memberSchema, type Member } from '../../shared/model/member'
import { membershipEventSchema, membershipStatusSchema, type MembershipEvent } from '../../shared/model/membership'
import type { Columns } from '../../shared/sync/change'
import type { Hub } from '../hub'
import { memberStanding, record } from '../schema'

export const columnOf = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The fields of a member's record; what this program does not understand is left out. */
function fieldsIn(columns: Columns): Record<string, unknown> {
  return Object.fromEntries(
    memberFieldSchema.options.map((field) => {
      const value = memberFieldsSchema.shape[field].safeParse(columns[columnOf(field)] ?? null)
      return [field, value.success ? value.data : null]
    }),
  )
}

/** The members of a branch of exactly this name. */
export function membersNamed(hub: Hub, organisationId: string, name: string): Promise<Member[]> {
  return membersOf(hub, organisationId, sql`${record.columns}->>'name' = ${name}`)
}

/** One member, and the version of the record. */
export async function memberAt(hub: Hub, organisationId: string, id: string) {
  const [member] = await membersOf(hub, organisationId, eq(record.rowId, id))
  const [found] = await hub.orm
    .select({ rev: record.rev })
    .from(record)
    .where(and(eq(record.organisation, organisationId), eq(record.table, 'member'), eq(record.rowId, id)))
  return member === undefined || found === undefined ? null : { member, rev: found.rev }
}

/**
 * The members of a branch as the hub has them, in the order in which they were recorded; merged records are not there.
 * @param which those of them that are asked for; all unless told
 */
export async function membersOf({ orm }: Hub, organisationId: string, which?: SQL): Promise<Member[]> {
  const found = await orm
    .select({ id: record.rowId, columns: record.columns, status: memberStanding.status, merges: memberStanding.merges })
    .from(record)
    .leftJoin(
      memberStanding,
      and(eq(memberStanding.organisation, record.organisation), eq(memberStanding.member, record.rowId)),
    )
    .where(and(eq(record.organisation, organisationId), eq(record.table, 'member'), eq(record.deleted, false), which))
    .orderBy(asc(record.rowId))
  return found.flatMap(({ id, columns, status, merges }) => {
    const standing = membershipStatusSchema.safeParse(status)
    const member = memberSchema.safeParse({
      ...fieldsIn(columns),
      id: memberIdSchema.parse(id),
      status: standing.success ? standing.data : 'active',
    })
    return member.success && (merges ?? 0) === 0 ? [member.data] : []
  })
}

/** The event recorded last of each member of a branch. */
export async function lastEventsOf(
  { orm }: Hub,
  organisationId: string,
): Promise<ReadonlyMap<string, MembershipEvent>> {
  const found = await orm
    .select({ columns: record.columns })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        inArray(record.table, ['membership_event']),
        eq(record.deleted, false),
      ),
    )
    .orderBy(asc(record.rev))
  const events = found.flatMap(({ columns }) => {
    const named = Object.keys(membershipEventSchema.shape).map((field) => [field, columns[columnOf(field)] ?? null])
    const event = membershipEventSchema.safeParse(Object.fromEntries(named))
    return event.success ? [event.data] : []
  })
  return new Map(events.map((event) => [event.memberId, event]))
}
