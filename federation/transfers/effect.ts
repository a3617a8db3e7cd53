import { and, eq, inArray, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { transferIdSchema } from '../../shared/model/id'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { transfer } from '../schema'
import { evaluateClaims, keepClaims } from './claims'
import { evaluateTransfers } from './evaluate'
import { followGuests } from './guests'
import { tellLateEdits } from './late-edits'
import { keepPersons } from './persons'

/** Tables that say who somebody is and whether they are a member. */
const standingTables: ReadonlySet<string> = new Set(['member', 'membership_event', 'member_merge'])

/** Tables of which rows belong to a member's record as it travels. */
const recordTables: ReadonlySet<string> = new Set([
  ...['member', 'membership_event', 'member_merge', 'identity_document', 'relative', 'honour', 'custom_value'],
])

/** The member whose record a row is part of, also of one that is gone. */
function memberOf({ table, rowId, before, row }: TouchedRow): string | null {
  if (table === 'member') return rowId
  const member = row.columns['member_id'] ?? before?.columns['member_id']
  return typeof member === 'string' ? member : null
}

/** Keeps requests that arrived, and of which member they are until it is handed over; one under the id of another branch's is none. */
async function keepRequests(tx: HubQueries, hub: HubIdentity, branch: string, touched: readonly TouchedRow[]) {
  const fresh = touched.flatMap(({ rowId, row }) => {
    const member = row.columns['member_id']
    const isRequest = row.deletion === null && transferIdSchema.safeParse(rowId).success && typeof member === 'string'
    return isRequest ? [{ rowId, member }] : []
  })
  if (fresh.length === 0) return
  await tx
    .insert(transfer)
    .values(
      fresh.map(({ rowId, member }) => ({
        organisation: hub.id,
        transfer: rowId,
        fromOrganisation: branch,
        member,
        state: 'unknownUnion' as const,
      })),
    )
    .onConflictDoUpdate({
      target: [transfer.organisation, transfer.transfer],
      set: { member: sql`excluded.member` },
      setWhere: sql`${transfer.fromOrganisation} = ${branch} AND ${transfer.state} NOT IN ('accepted', 'returned')`,
    })
}

/** What follows for transfers and for persons in two branches from records of a branch that accepted entries changed. */
export async function followTransfers(
  tx: HubQueries,
  hub: HubIdentity,
  { branch, isOwn }: { readonly branch: string; readonly isOwn: boolean },
  touched: readonly TouchedRow[],
): Promise<void> {
  const changed = touched.filter(({ table }) => standingTables.has(table))
  const standing = [...new Set(changed.flatMap((row) => memberOf(row) ?? []))]
  // The hub that the branch is enrolled with decides its transfers; who is in two branches of two hubs is seen here only.
  if (!isOwn) return keepPersons(tx, hub, branch, standing)
  const requests = touched.filter(({ table }) => table === 'transfer')
  await keepRequests(tx, hub, branch, requests)
  const claims = touched.filter(({ table }) => table === 'transfer_claim')
  await keepClaims(tx, hub, branch, claims)
  const claimed = claims.map(({ rowId }) => rowId)
  await evaluateClaims(tx, hub, claimed)

  const edits = touched.flatMap((row) => {
    const member = recordTables.has(row.table) ? memberOf(row) : null
    return member === null ? [] : [{ ...row, member }]
  })
  const members = [...new Set(edits.map(({ member }) => member))]
  const leaving =
    members.length === 0
      ? []
      : await tx
          .select()
          .from(transfer)
          .where(
            and(
              eq(transfer.organisation, hub.id),
              eq(transfer.fromOrganisation, branch),
              inArray(transfer.member, members),
            ),
          )
  const coming =
    standing.length === 0
      ? []
      : await tx
          .select({ id: transfer.transfer })
          .from(transfer)
          .where(
            and(
              eq(transfer.organisation, hub.id),
              eq(transfer.toOrganisation, branch),
              inArray(transfer.toMember, standing),
            ),
          )
  const answered = touched.flatMap(({ table, row, before }) => {
    const id = table === 'transfer_answer' ? (row.columns['transfer_id'] ?? before?.columns['transfer_id']) : null
    return typeof id === 'string' && transferIdSchema.safeParse(id).success ? [id] : []
  })
  // The one that holds now comes last and stands.
  const handedOver = leaving
    .filter(({ state }) => state === 'accepted')
    .toSorted((one, other) => Number(other.isPast) - Number(one.isPast))
  await tellLateEdits(tx, hub.id, new Map(handedOver.map((one) => [one.member, one])), edits)
  await keepPersons(tx, hub, branch, standing)
  await followGuests(tx, hub, branch, answered, standing)
  const ids = [
    ...new Set([
      ...requests.map(({ rowId }) => rowId),
      ...claimed,
      ...answered,
      ...leaving.filter(({ state }) => state !== 'accepted').map((one) => one.transfer),
      ...coming.map(({ id }) => id),
    ]),
  ]
  await evaluateTransfers(tx, hub, ids)
  await evaluateClaims(tx, hub, ids)
}
