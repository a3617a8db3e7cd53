import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { customFieldQueries } from '../../../db/queries/custom-fields'
import { failure } from '../../../shared/contract/errors'
import type { CustomField, CustomFieldInput } from '../../../shared/model/custom-field'
import { customFieldIdSchema, newId, type CustomFieldId } from '../../../shared/model/id'
import { withBranch } from '../context'
import { customFieldsOf, recordedFields } from './custom-values'
import { requireMember } from './require-member'

/** Throws NOT_FOUND. */
function requireField(db: BranchDatabase, id: CustomFieldId): CustomField {
  const field = recordedFields(db).find((candidate) => candidate.id === id)
  if (field === undefined) throw failure('NOT_FOUND')
  return field
}

/** Throws CUSTOM_FIELD_EXISTS, DETAIL_INVALID for a choice without choices. */
function checkDefinition(
  db: BranchDatabase,
  { name, kind, choices }: CustomFieldInput,
  id: CustomFieldId | null,
): void {
  if (customFieldsOf(db).some((field) => field.name === name && field.id !== id)) throw failure('CUSTOM_FIELD_EXISTS')
  if (kind === 'choice' && choices.length === 0) throw failure('DETAIL_INVALID', { fields: ['choices'] })
}

function asRow({ name, kind, choices, isMasked }: CustomFieldInput) {
  return {
    name,
    kind,
    choices: JSON.stringify(kind === 'choice' ? [...new Set(choices)] : []),
    isMasked: isMasked ? (1 as const) : (0 as const),
  }
}

const os = withBranch.members.customFields

/** The fields that this branch keeps beside those of the record. */
export const customFields = os.router({
  list: os.list.handler(({ context: { db } }) => {
    const counts = new Map(
      customFieldQueries(db)
        .valueCounts.all()
        .map(({ fieldId, count }) => [fieldId, count]),
    )
    return customFieldsOf(db).map((field) => ({ ...field, valueCount: counts.get(field.id) ?? 0 }))
  }),

  add: os.add.handler(({ context: { db }, input }) => {
    checkDefinition(db, input, null)
    const id = newId(customFieldIdSchema)
    db.write(() => customFieldQueries(db).insert.run({ ...asRow(input), id, isRetired: 0 }))
    return { id }
  }),

  update: os.update.handler(({ context: { db }, input: { id, ...input } }) => {
    const { kind, isRetired, choices } = requireField(db, id)
    // The choices of a list of the union above are not the branch's own, which stay for when the list is withdrawn.
    const isGiven = customFieldsOf(db).some((field) => field.id === id && field.codeList !== null)
    const stated = isGiven ? { ...input, kind, choices } : { ...input, kind }
    checkDefinition(db, stated, id)
    db.write(() => customFieldQueries(db).update.run({ ...asRow(stated), id, isRetired: isRetired ? 1 : 0 }))
  }),

  setRetired: os.setRetired.handler(({ context: { db }, input: { id, isRetired } }) => {
    const field = requireField(db, id)
    db.write(() => customFieldQueries(db).update.run({ ...asRow(field), id, isRetired: isRetired ? 1 : 0 }))
  }),

  arrange: os.arrange.handler(({ context: { db }, input: { ids } }) => {
    db.write(() => {
      for (const [position, id] of ids.entries()) customFieldQueries(db).setPosition.run({ id, position })
    })
  }),

  reveal: os.reveal.handler(({ context: { db }, input: { memberId, fieldId, reason } }) => {
    requireMember(db, memberId)
    const { name } = requireField(db, fieldId)
    const value = customFieldQueries(db)
      .values.all(memberId)
      .find((row) => row.fieldId === fieldId)?.value
    logAccess(db, { kind: 'reveal', memberId, subject: name, count: 1, reason })
    return { value: value ?? null }
  }),
})
