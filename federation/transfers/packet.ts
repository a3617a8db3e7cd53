import { and, eq, sql } from 'drizzle-orm'
import { daySchema, monthSchema, now, type Day } from '../../shared/model/date'
import {
  duesExemptionIdSchema,
  membershipEventIdSchema,
  newId,
  transferAnswerIdSchema,
  transferIdSchema,
} from '../../shared/model/id'
import {
  transferPacketSchema,
  type FormerField,
  type FormerUnion,
  type TransferPacket,
} from '../../shared/model/transfer'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import { placeColumns } from '../../shared/rules/transfers/carried'
import type { HubQueries } from '../database'
import { record, transfer, transferAcross, type Forced } from '../schema'
import { answerAt, recordAt } from './facts'

type Transfer = typeof transfer.$inferSelect

interface StoredRow {
  readonly table: string
  readonly columns: Columns
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)
const yearOf = (value: unknown) => text(value)?.slice(0, 4) ?? ''

/** Everything at the hub that names a member, in the order in which it came. */
async function rowsOf(tx: HubQueries, organisationId: string, memberId: string): Promise<readonly StoredRow[]> {
  return tx
    .select({ table: record.table, columns: record.columns })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.deleted, false),
        sql`${record.columns}->>'member_id' = ${memberId}`,
      ),
    )
    .orderBy(record.rev)
}

/** Sums by year, the earliest first; what has no year is left out. */
function byYear(lines: readonly { readonly year: string; readonly amount: number }[]) {
  const sums = new Map<string, number>()
  for (const { year, amount } of lines) if (year !== '') sums.set(year, (sums.get(year) ?? 0) + amount)
  return [...sums].toSorted(([one], [other]) => one.localeCompare(other))
}

async function activitiesByYear(tx: HubQueries, organisationId: string, rows: readonly StoredRow[]) {
  const years: { year: string; amount: number }[] = []
  for (const { table, columns } of rows) {
    const activityId = text(columns['activity_id'])
    if (table !== 'participation' || columns['attendance'] !== 'present' || activityId === null) continue
    const activity = await recordAt(tx, organisationId, 'activity', activityId)
    years.push({ year: yearOf(activity?.['starts_on']), amount: 1 })
  }
  return byYear(years)
}

/** What happened to the member in the union that is left, for the next one to read. */
async function formerUnion(
  tx: HubQueries,
  { fromOrganisation }: Transfer,
  union: string,
  rows: readonly StoredRow[],
  member: Columns,
  duesUntil: FormerUnion['duesUntil'],
  until: Day,
): Promise<Omit<FormerUnion, 'custom'>> {
  const of = (table: SyncedTable) => rows.filter((row) => row.table === table).map(({ columns }) => columns)
  const paid = of('dues_entry').map((line) => ({ year: yearOf(line['paid_on']), amount: -Number(line['amount'] ?? 0) }))
  const activities = await activitiesByYear(tx, fromOrganisation, rows)
  return {
    union,
    events: of('membership_event').map((event) => ({
      type: String(event['type']),
      date: text(event['date']),
      reason: text(event['reason']),
    })),
    posts: of('post').map((post) => ({
      title: String(post['title']),
      heldFrom: text(post['held_from']),
      heldTo: text(post['held_to']),
    })),
    activities: activities.map(([year, count]) => ({ year, count })),
    dues: byYear(paid).map(([year, sum]) => ({ year, paid: sum })),
    place: Object.fromEntries(
      placeColumns.flatMap((column) => (typeof member[column] === 'string' ? [[column, member[column]]] : [])),
    ),
    duesUntil,
    until,
  }
}

/** What the union that is left had been told by those before it. */
async function earlierHistory(tx: HubQueries, { organisation: hubId, fromOrganisation, member }: Transfer) {
  const [found] = await tx
    .select({ packet: transfer.packet })
    .from(transfer)
    .where(
      and(
        eq(transfer.organisation, hubId),
        eq(transfer.toOrganisation, fromOrganisation),
        eq(transfer.toMember, member),
        eq(transfer.state, 'accepted'),
      ),
    )
    .orderBy(sql`${transfer.changedAt} DESC`)
    .limit(1)
  if (found !== undefined) return found.packet?.history ?? []
  const [guest] = await tx
    .select({ packet: transferAcross.packet })
    .from(transferAcross)
    .where(
      and(
        eq(transferAcross.organisation, hubId),
        eq(transferAcross.toOrganisation, fromOrganisation),
        eq(transferAcross.toMember, member),
      ),
    )
    .orderBy(sql`${transferAcross.transfer} DESC`)
    .limit(1)
  return guest?.packet?.history ?? []
}

/** What an own field is called, so that another union understands its values. */
export function namedField(field: Columns): Omit<FormerField, 'value'> {
  return { name: String(field['name']), kind: String(field['kind']), isMasked: field['is_masked'] === 1 }
}

/** The record of a member who is handed over, see Transfers in `federation/PROTOCOL.md`. */
export async function packetOf(
  tx: HubQueries,
  handedOver: Transfer & { readonly toOrganisation: string },
  request: Columns,
  fromUnion: string,
  handedOverOn: Day,
  forced: Forced | null,
): Promise<TransferPacket> {
  const { fromOrganisation, toOrganisation, member: memberId } = handedOver
  const member = (await recordAt(tx, fromOrganisation, 'member', memberId)) ?? {}
  const rows = await rowsOf(tx, fromOrganisation, memberId)
  const of = (table: SyncedTable) => rows.filter((row) => row.table === table).map(({ columns }) => columns)
  const duesUntil = monthSchema.nullable().catch(null).parse(text(request['dues_until']))
  const custom: TransferPacket['custom'] = []
  for (const value of of('custom_value')) {
    const field = await recordAt(tx, fromOrganisation, 'custom_field', String(value['field_id']))
    if (field !== null) custom.push({ id: String(value['id']), ...namedField(field), value: String(value['value']) })
  }
  const answer = await answerAt(tx, toOrganisation, handedOver.transfer)
  return transferPacketSchema.parse({
    id: transferIdSchema.parse(handedOver.transfer),
    fromUnion,
    handedOverOn,
    duesUntil,
    reason: text(request['reason']),
    member: { ...member, id: memberId },
    documents: of('identity_document'),
    relatives: of('relative'),
    honours: of('honour'),
    custom,
    history: [
      ...(await earlierHistory(tx, handedOver)),
      {
        ...(await formerUnion(tx, handedOver, fromUnion, rows, member, duesUntil, handedOverOn)),
        custom: custom.map(({ id: _, ...field }) => field),
      },
    ],
    event: { id: newId(membershipEventIdSchema), recordedAt: now() },
    exemptionId: newId(duesExemptionIdSchema),
    answer: {
      id: answer === null ? newId(transferAnswerIdSchema) : String(answer['id']),
      decision: 'accepted',
      reason: forced?.reason ?? text(answer?.['reason']),
      decidedOn: forced === null ? (daySchema.safeParse(answer?.['decided_on']).data ?? handedOverOn) : handedOverOn,
      by: forced?.by ?? text(answer?.['by']),
    },
  })
}
