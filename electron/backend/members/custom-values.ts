import type { BranchDatabase } from '../../../db/branch-database'
import { customFieldQueries } from '../../../db/queries/custom-fields'
import { failure } from '../../../shared/contract/errors'
import {
  customFieldSchema,
  type CustomField,
  type CustomValue,
  type CustomValueInput,
} from '../../../shared/model/custom-field'
import { customValueIdSchema, newId, type MemberId } from '../../../shared/model/id'
import { offeredNames } from '../../../shared/rules/code-list'
import { codeListsOf, listOfField } from '../federation/code-lists'
import { checkCustomValue, maskCustomValue } from '../../../shared/rules/custom-value'

/** Every field in its order, as it was made here. */
export function recordedFields(db: BranchDatabase): CustomField[] {
  return customFieldQueries(db)
    .list.all()
    .map((row) => {
      const choices: unknown = JSON.parse(row.choices)
      return customFieldSchema.parse({
        ...row,
        choices,
        isMasked: row.isMasked === 1,
        isRetired: row.isRetired === 1,
        codeList: null,
      })
    })
}

/** Every field in its order; the choices of one that a code list of the union above is for are those of the list. */
export function customFieldsOf(db: BranchDatabase): CustomField[] {
  const lists = codeListsOf(db)
  return recordedFields(db).map((field) => {
    const list = field.kind === 'choice' || field.kind === 'text' ? listOfField(lists, field.name) : undefined
    return list === undefined ? field : { ...field, choices: offeredNames(list), codeList: list.name }
  })
}

/** A member's values as they may leave the backend: one for each field in use or with a value. */
export function customValuesOf(db: BranchDatabase, memberId: MemberId): CustomValue[] {
  const values = new Map(
    customFieldQueries(db)
      .values.all(memberId)
      .map((row) => [row.fieldId, row]),
  )
  return customFieldsOf(db).flatMap((field): CustomValue[] => {
    const row = values.get(field.id)
    if (row === undefined) return field.isRetired ? [] : [{ fieldId: field.id, value: null, version: null }]
    return [{ fieldId: field.id, value: maskCustomValue(field, row.value), version: row.version }]
  })
}

/**
 * Sets values of a member within the write that is going on. Throws CHANGED_MEANWHILE when one moved on since its
 * version, DETAIL_INVALID when one does not fit its field.
 */
export function setCustomValues(db: BranchDatabase, memberId: MemberId, values: readonly CustomValueInput[]): void {
  if (values.length === 0) return
  const queries = customFieldQueries(db)
  const fields = new Map(customFieldsOf(db).map((field) => [field.id, field]))
  const present = new Map(queries.values.all(memberId).map((row) => [row.fieldId, row]))
  for (const { fieldId, value, version } of values) {
    const row = present.get(fieldId)
    if ((row?.version ?? null) !== version) throw failure('CHANGED_MEANWHILE')
    const text = value === '' || value === null ? null : checkedValue(fields.get(fieldId), value)
    if (row === undefined) {
      if (text !== null) queries.insertValue.run({ id: newId(customValueIdSchema), memberId, fieldId, value: text })
    } else if (text === null) queries.removeValue.run(row.id)
    else queries.updateValue.run({ id: row.id, value: text })
  }
}

/** Throws NOT_FOUND, DETAIL_INVALID. */
function checkedValue(field: CustomField | undefined, value: string): string {
  if (field === undefined) throw failure('NOT_FOUND')
  const check = checkCustomValue(field, value)
  if (!check.ok) throw failure('DETAIL_INVALID', { fields: [field.name] })
  return check.value
}
