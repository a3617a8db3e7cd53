import type { CustomField, CustomValue, CustomValueInput } from '../../../../shared/model/custom-field'
import type { CustomFieldId } from '../../../../shared/model/id'
import { checkCustomValue, type CustomValueCheck } from '../../../../shared/rules/custom-value'
import { parsePartialDate } from '../../../components/partial-date'

/** What was typed into custom fields, by field; fields that were not touched are not in it. */
export type CustomDraft = ReadonlyMap<CustomFieldId, string>

export type CustomFault = Extract<CustomValueCheck, { ok: false }>['fault']

export interface ReadCustomDraft {
  /** What differs from the record; null while something does not fit its field. */
  readonly values: CustomValueInput[] | null
  readonly faults: ReadonlyMap<CustomFieldId, CustomFault>
}

/** The values typed that are not those of the record, checked by the kind of their fields. */
export function readCustomDraft(
  fields: readonly CustomField[],
  recorded: readonly CustomValue[],
  draft: CustomDraft,
): ReadCustomDraft {
  const values: CustomValueInput[] = []
  const faults = new Map<CustomFieldId, CustomFault>()
  for (const field of fields) {
    const typed = draft.get(field.id)
    if (typed === undefined) continue
    const before = recorded.find(({ fieldId }) => fieldId === field.id)
    const version = before?.version ?? null
    const text = field.kind === 'date' ? (parsePartialDate(typed) ?? typed.trim()) : typed.trim()
    const check = text === '' ? null : checkCustomValue(field, text)
    if (check?.ok === false) faults.set(field.id, check.fault)
    else if (field.isMasked || (check?.value ?? null) !== (before?.value ?? null)) {
      values.push({ fieldId: field.id, value: check?.value ?? null, version })
    }
  }
  return { values: faults.size > 0 ? null : values, faults }
}
