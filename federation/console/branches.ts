import { and, eq, inArray, sql } from 'drizzle-orm'
import { membershipStatusSchema, type MembershipStatus } from '../../shared/model/membership'
import type { Hub } from '../hub'
import { device, duesOfMonth, memberCount, organisation, receipt, record } from '../schema'

/** A branch as the union above sees it: counts, never persons. Amounts in fen. */
export interface BranchOverview {
  readonly id: string
  readonly unionName: string
  readonly creditCode: string | null
  readonly isSample: boolean
  readonly members: Readonly<Partial<Record<MembershipStatus, number>>>
  readonly charged: number
  readonly received: number
  /** Entries that the branch has not sent yet, as it said at its last contact. */
  readonly waiting: number
  /** Entries that the hub refused or holds. */
  readonly attention: number
  readonly lastContact: Date
  readonly isEnrolled: boolean
}

/** Every branch by name, with the dues of a month `yyyy-mm`. */
export async function branchOverviews({ orm }: Hub, month: string): Promise<BranchOverview[]> {
  const organisations = await orm
    .select({
      id: organisation.organisation,
      unionName: sql<string>`coalesce(${record.columns}->>'union_name', ${organisation.unionName})`.as('name'),
      creditCode: sql<string | null>`coalesce(${record.columns}->>'credit_code', ${organisation.creditCode})`,
      isSample: sql<boolean>`coalesce((${record.columns}->>'is_sample')::integer, 0) <> 0`,
      waiting: organisation.waiting,
      lastContact: organisation.lastContact,
    })
    .from(organisation)
    .leftJoin(
      record,
      and(
        eq(record.organisation, organisation.organisation),
        eq(record.table, 'branch'),
        eq(record.rowId, organisation.organisation),
      ),
    )
    .orderBy(sql`name`, organisation.organisation)
  const counts = await orm.select().from(memberCount)
  const dues = await orm.select().from(duesOfMonth).where(eq(duesOfMonth.month, month))
  const enrolled = await orm
    .select({ id: device.organisation })
    .from(device)
    .where(sql`${device.revokedAt} IS NULL`)
  const attention = await orm
    .select({ id: receipt.organisation, entries: sql<number>`count(*)::integer` })
    .from(receipt)
    .where(inArray(sql`${receipt.outcome}->>'result'`, ['conflict', 'held', 'rejected']))
    .groupBy(receipt.organisation)

  return organisations.map((branch) => {
    const ofMonth = dues.find((line) => line.organisation === branch.id)
    const members = counts
      .filter((line) => line.organisation === branch.id)
      .map(({ status, members }) => [membershipStatusSchema.parse(status), members] as const)
    return {
      ...branch,
      members: Object.fromEntries(members),
      charged: ofMonth?.charged ?? 0,
      received: ofMonth?.received ?? 0,
      attention: attention.find(({ id }) => id === branch.id)?.entries ?? 0,
      isEnrolled: enrolled.some(({ id }) => id === branch.id),
    }
  })
}
