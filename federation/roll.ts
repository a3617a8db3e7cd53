import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { ROLL_MAX_MEMBERS, type RollMember } from '../shared/contract/hub'
import { membershipStatusSchema } from '../shared/model/membership'
import type { Hub } from './hub'
import { memberStanding, record } from './schema'

/** The members of an organisation after one of them, by id; whoever lives on in another record is nobody. */
export async function rollPage({ orm }: Hub, organisationId: string, after: string | null) {
  const found = await orm
    .select({
      id: record.rowId,
      rev: record.rev,
      columns: record.columns,
      status: sql<string>`coalesce(${memberStanding.status}, 'active')`,
    })
    .from(record)
    .leftJoin(
      memberStanding,
      and(eq(memberStanding.organisation, record.organisation), eq(memberStanding.member, record.rowId)),
    )
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.table, 'member'),
        eq(record.deleted, false),
        after === null ? undefined : gt(record.rowId, after),
        sql`coalesce(${memberStanding.merges}, 0) = 0`,
      ),
    )
    .orderBy(asc(record.rowId))
    .limit(ROLL_MAX_MEMBERS + 1)
  const members = found
    .slice(0, ROLL_MAX_MEMBERS)
    .map(({ status, ...member }): RollMember => ({ ...member, status: membershipStatusSchema.parse(status) }))
  return { members, hasMore: found.length > members.length }
}

/** All that the hub has of members of an organisation, in the order in which it came. */
export async function rollRecords({ orm }: Hub, organisationId: string, members: readonly string[]) {
  const ids = [...members]
  return orm
    .select({ table: record.table, columns: record.columns })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.deleted, false),
        or(
          and(eq(record.table, 'member'), inArray(record.rowId, ids)),
          inArray(sql`${record.columns}->>'member_id'`, ids),
        ),
      ),
    )
    .orderBy(asc(record.rev))
}
