import { and, eq } from 'drizzle-orm'
import { now } from '../../shared/model/date'
import { lateEditIdSchema, memberIdSchema, newId } from '../../shared/model/id'
import { lateEditTableSchema, type LateEdit } from '../../shared/model/transfer'
import type { HubRow } from '../../shared/sync/decide'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { transfer } from '../schema'
import { sendToBranch } from './elsewhere'
import { recordAt } from './facts'
import { namedField } from './packet'
import { unionNames } from './unions'

type Transfer = typeof transfer.$inferSelect

const isThere = (row: HubRow | null): row is HubRow => row !== null && row.deletion === null

/** A branch that has a member, or is to have, and the member's record there. */
interface Holder {
  readonly branch: string | null
  readonly member: string
}

const holderAfter = ({ toOrganisation, toMember, member }: Transfer): Holder => ({
  branch: toOrganisation,
  member: toMember ?? member,
})

/** Whom the member is with now: the union that took the member over, or one further on. */
export async function presentHolder(tx: HubQueries, hubId: string, first: Holder): Promise<Holder> {
  let holder = first
  const seen = new Set<string>()
  while (holder.branch !== null && !seen.has(holder.branch)) {
    seen.add(holder.branch)
    const [onward] = await tx
      .select()
      .from(transfer)
      .where(
        and(
          eq(transfer.organisation, hubId),
          eq(transfer.fromOrganisation, holder.branch),
          eq(transfer.member, holder.member),
          eq(transfer.state, 'accepted'),
          eq(transfer.isPast, false),
        ),
      )
    if (onward === undefined) return holder
    holder = holderAfter(onward)
  }
  return holder
}

/** What changed between two states of a row; null where nothing did. */
function editOf({ before, row }: TouchedRow): Pick<LateEdit, 'before' | 'after'> | null {
  const [was, is] = [isThere(before) ? before.columns : null, isThere(row) ? row.columns : null]
  if (was === null || is === null) return was === is ? null : { before: was, after: is }
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (column) => (was[column] ?? null) !== (is[column] ?? null),
  )
  if (changed.length === 0) return null
  const pick = (columns: HubRow['columns']) => Object.fromEntries(changed.map((name) => [name, columns[name] ?? null]))
  return { before: pick(was), after: pick(is) }
}

/** What the field of a value of an own field is called; null for anything else. */
async function fieldOf(tx: HubQueries, branch: string, { table, row, before }: TouchedRow) {
  const id = row.columns['field_id'] ?? before?.columns['field_id']
  if (table !== 'custom_value' || typeof id !== 'string') return null
  const field = await recordAt(tx, branch, 'custom_field', id)
  return field === null ? null : namedField(field)
}

/**
 * Tells the present branch of a member who was handed over what the former one still changed; `handedOver` is the transfer
 * by member. The events of the transfer itself are none of it.
 */
export async function tellLateEdits(
  tx: HubQueries,
  hubId: string,
  handedOver: ReadonlyMap<string, Transfer>,
  touched: readonly (TouchedRow & { readonly member: string })[],
): Promise<void> {
  for (const edit of touched) {
    const from = handedOver.get(edit.member)
    const table = lateEditTableSchema.safeParse(edit.table)
    const changed = editOf(edit)
    if (from === undefined || !table.success || changed === null || edit.rowId === from.result?.event?.id) continue
    const holder = await presentHolder(tx, hubId, holderAfter(from))
    if (holder.branch === null || holder.branch === from.fromOrganisation) continue
    const names = await unionNames(tx, [from.fromOrganisation])
    await sendToBranch(tx, hubId, from.fromOrganisation, holder.branch, {
      kind: 'lateEdit',
      body: {
        id: newId(lateEditIdSchema),
        memberId: memberIdSchema.parse(holder.member),
        fromUnion: names.get(from.fromOrganisation) ?? '',
        table: table.data,
        rowId: edit.rowId,
        field: await fieldOf(tx, from.fromOrganisation, edit),
        ...changed,
        at: now(),
      },
    })
  }
}
