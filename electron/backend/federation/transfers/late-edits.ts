import type { BranchDatabase } from '../../../../db/branch-database'
import { customFieldQueries } from '../../../../db/queries/custom-fields'
import { memberQueries } from '../../../../db/queries/members'
import { readLateEdit, transferQueries } from '../../../../db/queries/transfers'
import { columnNames } from '../../../../db/triggers/change-log'
import { syncedRows } from '../../../../db/undo/synced-rows'
import type { ShownLateEdit } from '../../../../shared/contract/federation/transfers'
import { failure } from '../../../../shared/contract/errors'
import { now } from '../../../../shared/model/date'
import { customValueIdSchema, type BatchId, type LateEditId, type MemberId } from '../../../../shared/model/id'
import { membershipEventInputSchema } from '../../../../shared/model/membership'
import type { LateEdit } from '../../../../shared/model/transfer'
import { checkCustomValue } from '../../../../shared/rules/custom-value'
import { isEventAllowed } from '../../../../shared/rules/membership'
import type { Columns } from '../../../../shared/sync/change'
import { writeEvent } from '../../members/events'
import { requireMember } from '../../members/require-member'
import { fieldOf, shownField, shownText } from '../../shown-changes'
import { fieldHere, shownValue } from './former-fields'

/** Keeps what the former branch of a member still changed, once. */
export function keepLateEdit(db: BranchDatabase, edit: LateEdit): void {
  const { id, memberId } = edit
  transferQueries(db).putLateEdit.run({ id, memberId, body: JSON.stringify(edit), at: now() })
}

/** Late edits of a member that nobody has seen to, masked as fields are. */
export function lateEditsOf(db: BranchDatabase, memberId: MemberId): ShownLateEdit[] {
  return transferQueries(db)
    .lateEditsOf.all(memberId)
    .map((body) => shown(db, readLateEdit(body)))
}

function shown(db: BranchDatabase, edit: LateEdit): ShownLateEdit {
  const { id, fromUnion, table, rowId, before, after, at } = edit
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const changes = columns.flatMap((column) => {
    const field = fieldOf(table, column)
    if (field === null) return []
    const text = (values: Columns | null) =>
      edit.field === null
        ? shownText(db, { table, rowId, field, value: values?.[column] })
        : shownValue(edit.field, values?.[column])
    const change = {
      field: edit.field?.name ?? shownField(db, { table, rowId, field }) ?? field,
      before: text(before),
      after: text(after),
    }
    return change.before === change.after && change.before === null ? [] : [change]
  })
  const operation = before === null ? 'insert' : after === null ? 'delete' : 'update'
  return { id, fromUnion, table, operation, changes, at }
}

function requireLateEdit(db: BranchDatabase, id: LateEditId): LateEdit {
  const body = transferQueries(db).lateEdit.get(id)
  if (body === undefined) throw failure('NOT_FOUND')
  return readLateEdit(body)
}

/** Somebody has seen it and leaves the record as it is. Throws NOT_FOUND. */
export function ignoreLateEdit(db: BranchDatabase, id: LateEditId): void {
  requireLateEdit(db, id)
  transferQueries(db).settleLateEdit.run({ id, at: now(), batchId: null })
}

/** Does the change here as an ordinary edit, a batch that can be undone, and then the late edit is open again. Throws NOT_FOUND, ID_NUMBER_TAKEN, LATE_EDIT_NOT_POSSIBLE. */
export function adoptLateEdit(db: BranchDatabase, id: LateEditId): { batchId: BatchId } {
  const edit = requireLateEdit(db, id)
  const { name } = requireMember(db, edit.memberId)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${edit.fromUnion} → ${name}` }, (batchId) => {
    if (!write(db, edit)) throw failure('LATE_EDIT_NOT_POSSIBLE')
    transferQueries(db).settleLateEdit.run({ id, at: now(), batchId })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Whether the change could be done. Throws ID_NUMBER_TAKEN. */
function write(db: BranchDatabase, edit: LateEdit): boolean {
  const { memberId, table, rowId, before, after } = edit
  const names = new Set(columnNames(table))
  const values = Object.fromEntries(
    Object.entries(after ?? {}).filter(([name]) => names.has(name) && name !== 'id' && name !== 'member_id'),
  )
  if (table === 'membership_event') return before === null && writeLateEvent(db, memberId, values)
  const rows = syncedRows(db)[table]
  if (table === 'member') {
    if (before === null || after === null) return false
    requireFreeNumber(db, memberId, values['id_number'])
    return Object.keys(values).length > 0 && rows.set(memberId, values)
  }
  if (after === null) return rows.get.get(rowId) !== undefined && rows.remove(rowId).changes === 1
  if (before !== null) return rows.get.get(rowId) !== undefined && rows.set(rowId, values)
  if (table === 'custom_value') return writeCustomValue(db, edit, values['value'])
  return rows.insert({ ...values, id: rowId, member_id: memberId })
}

/** Own fields of the other branch are not those of this one: only one of the same name and kind takes the value. */
function writeCustomValue(db: BranchDatabase, { memberId, rowId, field }: LateEdit, value: unknown): boolean {
  const here = field === null ? undefined : fieldHere(db, field)
  const check = here === undefined || typeof value !== 'string' ? null : checkCustomValue(here, value)
  if (here === undefined || check === null || !check.ok) return false
  const { values, insertValue, updateValue } = customFieldQueries(db)
  const present = values.all(memberId).find(({ fieldId }) => fieldId === here.id)
  if (present === undefined) {
    insertValue.run({ id: customValueIdSchema.parse(rowId), memberId, fieldId: here.id, value: check.value })
  } else updateValue.run({ id: present.id, value: check.value })
  return true
}

function requireFreeNumber(db: BranchDatabase, memberId: MemberId, idNumber: Columns[string] | undefined): void {
  if (typeof idNumber !== 'string') return
  const holder = memberQueries(db).findByIdNumber.get({ idNumber, exceptId: memberId })
  if (holder !== undefined) throw failure('ID_NUMBER_TAKEN', { memberId: holder.id })
}

/** What happened to the membership before the former branch heard of the hand-over, such as a death. */
function writeLateEvent(db: BranchDatabase, memberId: MemberId, values: Columns): boolean {
  const { status } = requireMember(db, memberId)
  const event = membershipEventInputSchema.safeParse({
    type: values['type'],
    date: values['date'] ?? null,
    decidedOn: values['decided_on'] ?? null,
    reason: values['reason'] ?? null,
    documentNumber: values['document_number'] ?? null,
    otherUnion: values['other_union'] ?? null,
  })
  if (!event.success || !isEventAllowed(status, event.data.type)) return false
  writeEvent(db, memberId, status, event.data)
  return true
}
