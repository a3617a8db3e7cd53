import { and, eq, sql } from 'drizzle-orm'
import { membershipEventTypeSchema, membershipStatusSchema, type MembershipStatus } from '../../shared/model/membership'
import { statusAfter } from '../../shared/rules/membership-status'
import type { HubRow } from '../../shared/sync/decide'
import { isAnyOf, isAnyTextOf, linesOf } from '../bulk'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { memberStanding } from '../schema'
import { count, memberGaps, type Count, type FigureChanges, type MemberGap } from './figure'

interface Standing {
  readonly isHere: boolean
  readonly status: MembershipStatus
  readonly merges: number
  readonly lacks: string
}

const nobody: Standing = { isHere: false, status: 'active', merges: 0, lacks: '' }

const isLive = (row: HubRow | null): row is HubRow => row !== null && row.deletion === null

/** The standing that an event of this type leaves; what is no type of ours leaves none. */
function statusOf(type: unknown): MembershipStatus {
  const known = membershipEventTypeSchema.safeParse(type)
  return known.success ? statusAfter[known.data] : 'active'
}

function lacksOf(row: HubRow): string {
  return Object.entries(memberGaps)
    .filter(([column]) => (row.columns[column] ?? '') === '')
    .map(([, gap]) => gap)
    .join(',')
}

function isGap(text: string): text is MemberGap {
  return Object.values<string>(memberGaps).includes(text)
}

/** What a member counts for; who lives on in another record is nobody. */
function countsOf({ isHere, status, merges, lacks }: Standing): Count[] {
  if (!isHere || merges > 0) return []
  const gaps = status === 'active' || status === 'kept' ? lacks.split(',').filter(isGap) : []
  return [
    count(`members.${status}`, 1),
    ...(gaps.length === 0 ? [] : [count('incomplete', 1)]),
    ...gaps.map((gap) => count(`incomplete.${gap}`, 1)),
  ]
}

/** What changed records say of one member. */
interface News {
  record: TouchedRow | null
  merges: number
  /** The event recorded last among those that came. */
  event: HubRow | null
  /** An event that was there is not there any more. */
  hasLostEvent: boolean
}

function newsOf(touched: readonly TouchedRow[]): Map<string, News> {
  const news = new Map<string, News>()
  function of(member: unknown): News {
    const id = String(member)
    const found = news.get(id) ?? { record: null, merges: 0, event: null, hasLostEvent: false }
    news.set(id, found)
    return found
  }
  for (const change of touched) {
    const { table, rowId, before, row } = change
    if (table === 'member') {
      const isSame = isLive(before) && isLive(row) && lacksOf(before) === lacksOf(row)
      if (!isSame) of(rowId).record = change
    } else if (table === 'member_merge') {
      if (isLive(before)) of(before.columns['member_id']).merges -= 1
      if (isLive(row)) of(row.columns['member_id']).merges += 1
    } else if (table === 'membership_event') {
      if (isLive(before)) of(before.columns['member_id']).hasLostEvent = true
      if (!isLive(row)) continue
      const member = of(row.columns['member_id'])
      if (member.event === null || member.event.rev < row.rev) member.event = row
    }
  }
  return news
}

async function standingsOf(tx: HubQueries, organisationId: string, members: readonly string[]) {
  const found =
    members.length === 0
      ? []
      : await tx
          .select()
          .from(memberStanding)
          .where(and(eq(memberStanding.organisation, organisationId), isAnyOf(memberStanding.member, members)))
  return new Map<string, Standing>(
    found.map(({ member, status, isHere, merges, lacks }) => [
      member,
      { isHere, merges, lacks, status: membershipStatusSchema.parse(status) },
    ]),
  )
}

/** The events that decide now, of members who lost one. */
async function lastEventsOf(tx: HubQueries, organisationId: string, members: readonly string[]) {
  if (members.length === 0) return new Map<string, unknown>()
  const found = await tx.select({ member: sql<string>`member`, type: sql<unknown>`type` }).from(
    sql`(SELECT DISTINCT ON (columns->>'member_id') columns->>'member_id' AS member, columns->>'type' AS type
      FROM record WHERE organisation = ${organisationId} AND "table" = 'membership_event' AND NOT deleted
      AND ${isAnyTextOf(sql`columns->>'member_id'`, members)} ORDER BY columns->>'member_id', rev DESC) AS event`,
  )
  return new Map(found.map(({ member, type }) => [member, type]))
}

/** Keeps the standing of members beside changed records, and counts what that changes. */
export async function countMembers(
  tx: HubQueries,
  organisationId: string,
  touched: readonly TouchedRow[],
  changes: FigureChanges,
): Promise<void> {
  const news = newsOf(touched)
  if (news.size === 0) return
  // Nothing can have named a record before it came.
  const older = [...news].filter(([, { record }]) => record === null || record.before !== null)
  const known = await standingsOf(
    tx,
    organisationId,
    older.map(([member]) => member),
  )
  const bereft = [...news].filter(([, { event, hasLostEvent }]) => event === null && hasLostEvent)
  const lastEvents = await lastEventsOf(
    tx,
    organisationId,
    bereft.map(([member]) => member),
  )
  const changed: (Standing & { readonly member: string })[] = []
  for (const [member, { record, merges, event, hasLostEvent }] of news) {
    const before = known.get(member) ?? nobody
    const ofRecord = record === null ? {} : { isHere: isLive(record.row), lacks: lacksOf(record.row) }
    const decides = event === null ? (hasLostEvent ? lastEvents.get(member) : null) : event.columns['type']
    const status = decides === null ? before.status : statusOf(decides)
    const after: Standing = { ...before, ...ofRecord, merges: before.merges + merges, status }
    changes.add(countsOf(before), -1)
    changes.add(countsOf(after))
    changed.push({ member, ...after })
  }
  const columns = `member uuid, "isHere" boolean, status text, merges integer, lacks text`
  await tx.execute(sql`INSERT INTO member_standing (organisation, member, is_here, status, merges, lacks)
    SELECT ${organisationId}::uuid, member, "isHere", status, merges, lacks FROM ${linesOf(changed, columns)}
    ON CONFLICT (organisation, member) DO UPDATE SET is_here = excluded.is_here, status = excluded.status,
      merges = excluded.merges, lacks = excluded.lacks, updated_at = now()`)
}
