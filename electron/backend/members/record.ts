import { getTableColumns } from 'drizzle-orm'
import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { member } from '../../../db/schema'
import { failure } from '../../../shared/contract/errors'
import type { MemberRecord } from '../../../shared/contract/members'
import type { CustomValueInput } from '../../../shared/model/custom-field'
import { memberIdSchema, newId, type ChangeId, type MemberId } from '../../../shared/model/id'
import { memberFieldsSchema, type MemberFields } from '../../../shared/model/member'
import type { MembershipEventInput } from '../../../shared/model/membership'
import { columnsSchema } from '../../../shared/sync/change'
import { dayOf } from '../../../shared/rules/date'
import { checkIdDocument } from '../../../shared/rules/id-document'
import { memberIssues } from '../../../shared/rules/member'
import { customValuesOf, setCustomValues } from './custom-values'
import { writeEvent } from './events'
import { masked } from './masking'
import { requireMember } from './require-member'

const fieldByColumn = new Map(Object.entries(getTableColumns(member)).map(([field, { name }]) => [name, field]))

/** The record as it may leave the backend. Throws NOT_FOUND. */
export function recordOf(db: BranchDatabase, id: MemberId): MemberRecord {
  const { version, events } = memberQueries(db)
  const found = requireMember(db, id)
  const last = version.get(id)
  if (last === undefined) throw failure('NOT_FOUND')
  return { member: masked(found), version: last, events: events.all(id), custom: customValuesOf(db, id) }
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

/**
 * Adds a member with the event that began the membership. Throws MEMBER_INVALID, ID_NUMBER_TAKEN, EVENT_NOT_ALLOWED,
 * DETAIL_INVALID.
 */
export function addMember(
  db: BranchDatabase,
  fields: MemberFields,
  event: MembershipEventInput,
  custom: readonly CustomValueInput[],
): MemberId {
  const id = newId(memberIdSchema)
  const kept = checked(db, fields, null)
  db.write(() => {
    memberQueries(db).insert.run({ ...kept, id })
    writeEvent(db, id, null, event)
    setCustomValues(db, id, custom)
  })
  return id
}

/**
 * Changes the given fields and values of custom fields. Throws CHANGED_MEANWHILE when one of them was set after its
 * version, NOT_FOUND, MEMBER_INVALID, ID_NUMBER_TAKEN, DETAIL_INVALID.
 */
export function updateMember(
  db: BranchDatabase,
  id: MemberId,
  version: ChangeId,
  changes: { readonly [Field in keyof MemberFields]?: MemberFields[Field] | undefined },
  custom: readonly CustomValueInput[],
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
  db.write(() => {
    update.run({ ...fields, id })
    setCustomValues(db, id, custom)
  })
}
