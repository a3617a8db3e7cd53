import { getTableColumns } from 'drizzle-orm'
import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { member } from '../../../db/schema'
import { failure } from '../../../shared/contract/errors'
import type { MemberRecord } from '../../../shared/contract/members'
import { now } from '../../../shared/model/date'
import { memberIdSchema, membershipEventIdSchema, newId, type ChangeId, type MemberId } from '../../../shared/model/id'
import { memberFieldsSchema, type Member, type MemberFields } from '../../../shared/model/member'
import type { MembershipEventInput, MembershipStatus } from '../../../shared/model/membership'
import { columnsSchema } from '../../../shared/sync/change'
import { dayOf } from '../../../shared/rules/date'
import { checkIdDocument } from '../../../shared/rules/id-document'
import { memberIssues } from '../../../shared/rules/member'
import { isEventAllowed } from '../../../shared/rules/membership'
import { masked } from './masking'

const fieldByColumn = new Map(Object.entries(getTableColumns(member)).map(([field, { name }]) => [name, field]))

/** Throws NOT_FOUND. */
export function requireMember(db: BranchDatabase, id: MemberId): Member {
  const found = memberQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

/** The record as it may leave the backend. Throws NOT_FOUND. */
export function recordOf(db: BranchDatabase, id: MemberId): MemberRecord {
  const { version, events } = memberQueries(db)
  const found = requireMember(db, id)
  const last = version.get(id)
  if (last === undefined) throw failure('NOT_FOUND')
  return { member: masked(found), version: last, events: events.all(id) }
}

/** The fields as they are kept: the ID number in its normal form. Throws MEMBER_INVALID, ID_NUMBER_TAKEN. */
function checked(db: BranchDatabase, fields: MemberFields, id: MemberId | null): MemberFields {
  const wrong = memberIssues(fields, dayOf(new Date())).filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) throw failure('MEMBER_INVALID', { fields: wrong.map(({ field }) => field) })
  const document = fields.idNumber === null ? null : checkIdDocument(fields.idType, fields.idNumber)
  if (document === null || !document.ok) return fields
  const holder = memberQueries(db).findByIdNumber.get({ idNumber: document.number, exceptId: id })
  if (holder !== undefined) throw failure('ID_NUMBER_TAKEN', { memberId: holder.id })
  return { ...fields, idNumber: document.number, idType: fields.idType ?? document.recognised }
}

/** Throws EVENT_NOT_ALLOWED. */
function writeEvent(
  db: BranchDatabase,
  memberId: MemberId,
  status: MembershipStatus | null,
  event: MembershipEventInput,
): void {
  if (!isEventAllowed(status, event.type)) {
    throw failure('EVENT_NOT_ALLOWED', { status: status ?? 'none', type: event.type })
  }
  memberQueries(db).insertEvent.run({ ...event, id: newId(membershipEventIdSchema), memberId, recordedAt: now() })
}

/** Adds a member with the event that began the membership. Throws MEMBER_INVALID, ID_NUMBER_TAKEN, EVENT_NOT_ALLOWED. */
export function addMember(db: BranchDatabase, fields: MemberFields, event: MembershipEventInput): MemberId {
  const id = newId(memberIdSchema)
  const kept = checked(db, fields, null)
  db.write(() => {
    memberQueries(db).insert.run({ ...kept, id })
    writeEvent(db, id, null, event)
  })
  return id
}

/**
 * Changes the given fields. Throws CHANGED_MEANWHILE when one of them was set after `version`, NOT_FOUND,
 * MEMBER_INVALID, ID_NUMBER_TAKEN.
 */
export function updateMember(
  db: BranchDatabase,
  id: MemberId,
  version: ChangeId,
  changes: { readonly [Field in keyof MemberFields]?: MemberFields[Field] | undefined },
): void {
  const current = requireMember(db, id)
  const { setSince, update } = memberQueries(db)
  const moved = new Set(
    setSince
      .all({ id, version })
      .flatMap((after) => Object.keys(columnsSchema.parse(JSON.parse(after))))
      .map((column) => fieldByColumn.get(column)),
  )
  if (Object.keys(changes).some((field) => moved.has(field))) throw failure('CHANGED_MEANWHILE')
  const fields = checked(db, memberFieldsSchema.parse({ ...current, ...changes }), id)
  db.write(() => update.run({ ...fields, id }))
}

/** Records what happened to a membership. Throws NOT_FOUND, EVENT_NOT_ALLOWED. */
export function addEvent(db: BranchDatabase, id: MemberId, event: MembershipEventInput): void {
  const { status } = requireMember(db, id)
  db.write(() => writeEvent(db, id, memberQueries(db).events.all(id).length === 0 ? null : status, event))
}
