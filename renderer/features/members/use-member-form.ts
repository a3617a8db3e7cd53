import { useState } from 'react'
import type { MemberRecord } from '../../../shared/contract/members'
import type { CustomValueInput } from '../../../shared/model/custom-field'
import type { CustomFieldId } from '../../../shared/model/id'
import {
  memberFieldDeclarations,
  memberFieldSchema,
  type MemberField,
  type MemberFields,
} from '../../../shared/model/member'
import { dayOf } from '../../../shared/rules/date'
import { readCustomDraft, type CustomDraft } from './custom-fields/custom-draft'
import { shownCustomFields, useCustomFields } from './custom-fields/use-custom-fields'
import { draftOf, emptyDraft, readDraft, type MemberDraft } from './member-draft'
import { useIdHolder } from './use-id-holder'

export type MemberFormState = ReturnType<typeof useMemberForm>

/** Length at which a number is judged at once. */
const COMPLETE_LENGTHS: Partial<Record<MemberField, number>> = { idNumber: 18, phone: 11 }

/** The fields of a member being filled in: what was typed, what is wrong with it and what differs from the record. */
export function useMemberForm(record: MemberRecord | null) {
  const member = record?.member ?? null
  const [original] = useState(() => (member === null ? emptyDraft : draftOf(member)))
  const [draft, setDraft] = useState<MemberDraft>(original)
  /** Masked fields that are typed anew. */
  const [replaced, setReplaced] = useState<ReadonlySet<MemberField>>(new Set())
  const [left, setLeft] = useState<ReadonlySet<MemberField>>(new Set())
  const [tried, setTried] = useState(false)
  const [customDraft, setCustomDraft] = useState<CustomDraft>(new Map())

  const { fields, problems } = readDraft(draft, dayOf(new Date()))
  const holder = useIdHolder(draft, member?.id ?? null)
  const recorded = record?.custom ?? []
  const customFields = shownCustomFields(useCustomFields(), recorded)
  const custom = readCustomDraft(customFields, recorded, customDraft)

  /** What a masked field of the record shows; null for fields in clear or empty. */
  const maskedText = (field: MemberField) =>
    member !== null && memberFieldDeclarations[field].masked && member[field] !== null ? String(member[field]) : null

  const changed = memberFieldSchema.options.filter((field) =>
    maskedText(field) === null ? draft[field] !== original[field] : replaced.has(field),
  )
  const wrong = [...problems].flatMap(([field, { severity }]) => (severity === 'error' ? [field] : []))

  function typeCustom(id: CustomFieldId, text: string | null) {
    const next = new Map(customDraft)
    if (text === null) next.delete(id)
    else next.set(id, text)
    setCustomDraft(next)
  }

  return {
    draft,
    setDraft,
    holder,
    changed,
    dirty: changed.length > 0 || customDraft.size > 0,
    maskedText: (field: MemberField) => (replaced.has(field) ? null : maskedText(field)),
    isReplaceable: (field: MemberField) => maskedText(field) !== null,
    replace(field: MemberField, isReplaced: boolean) {
      setReplaced((before) => new Set(isReplaced ? [...before, field] : [...before].filter((other) => other !== field)))
      setDraft({ ...draft, [field]: '' })
    },
    leave: (field: MemberField) => setLeft((before) => new Set([...before, field])),
    /** What is still being typed is not called wrong before it could be right. */
    problemOf(field: MemberField) {
      const complete = draft[field].trim().length >= (COMPLETE_LENGTHS[field] ?? Infinity)
      return tried || left.has(field) || complete ? problems.get(field) : undefined
    },
    /** How many entries keep the form from being saved, once that was tried. */
    problemCount: tried ? wrong.length + custom.faults.size : 0,
    custom: {
      fields: customFields,
      recorded,
      draft: customDraft,
      faults: custom.faults,
      type: (id: CustomFieldId, text: string) => typeCustom(id, text),
      forget: (id: CustomFieldId) => typeCustom(id, null),
    },
    /** Hands over what is to be saved, or shows what is wrong. */
    submit(onSave: (fields: MemberFields, custom: CustomValueInput[]) => void) {
      setTried(true)
      if (fields !== null && holder === null && custom.values !== null) {
        onSave(fields, custom.values)
        return
      }
      const [firstCustom] = custom.faults.keys()
      const inCustom = wrong.length === 0 && holder === null && firstCustom !== undefined
      document.getElementById(inCustom ? `custom-${firstCustom}` : fieldId(wrong[0] ?? 'idNumber'))?.focus()
    },
  }
}

export function fieldId(field: MemberField): string {
  return `member-${field}`
}
