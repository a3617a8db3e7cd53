import type { MemberCondition } from '../../../shared/contract/members'
import { memberFieldDeclarations, type FieldKind, type MemberField } from '../../../shared/model/member'
import { parsePartialDate } from '../../components/partial-date'
import { parseYuan } from '../../components/yuan'

export type ConditionKind = MemberCondition['is']

/** A condition while it is being made; texts as typed. */
export interface ConditionDraft {
  readonly field: MemberField
  readonly is: ConditionKind
  readonly values: readonly string[]
  readonly text: string
  readonly from: string
  readonly to: string
}

const KINDS: Readonly<Record<FieldKind, readonly ConditionKind[]>> = {
  text: ['contains', 'empty', 'filled'],
  code: ['oneOf', 'empty', 'filled'],
  partialDate: ['between', 'empty', 'filled'],
  validUntil: ['between', 'empty', 'filled'],
  idNumber: ['contains', 'empty', 'filled'],
  phone: ['contains', 'empty', 'filled'],
  money: ['between', 'empty', 'filled'],
}

/** What can be asked of a field. */
export function kindsOf(field: MemberField): readonly ConditionKind[] {
  return KINDS[memberFieldDeclarations[field].kind]
}

/** A fresh draft about a field. */
export function draftOf(field: MemberField): ConditionDraft {
  return { field, is: kindsOf(field)[0] ?? 'filled', values: [], text: '', from: '', to: '' }
}

/** A condition to be changed. */
export function draftFrom(condition: MemberCondition): ConditionDraft {
  const shown = (value: string | null) =>
    value === null
      ? ''
      : memberFieldDeclarations[condition.field].kind === 'money'
        ? String(Number(value) / 100)
        : value
  return {
    ...draftOf(condition.field),
    is: condition.is,
    ...(condition.is === 'oneOf' ? { values: condition.values } : {}),
    ...(condition.is === 'contains' ? { text: condition.text } : {}),
    ...(condition.is === 'between' ? { from: shown(condition.from), to: shown(condition.to) } : {}),
  }
}

/** The condition that a draft states; null while something is missing or cannot be read. */
export function conditionOf({ field, is, values, text, from, to }: ConditionDraft): MemberCondition | null {
  switch (is) {
    case 'oneOf':
      return values.length === 0 ? null : { field, is, values: [...values] }
    case 'contains':
      return text.trim() === '' ? null : { field, is, text: text.trim() }
    case 'between': {
      const [start, end] = [endOf(field, from), endOf(field, to)]
      if (start === undefined || end === undefined || (start === null && end === null)) return null
      return { field, is, from: start, to: end }
    }
    case 'empty':
    case 'filled':
      return { field, is }
  }
}

/** An end of a range; null where none is typed, undefined where it cannot be read. */
function endOf(field: MemberField, text: string): string | null | undefined {
  if (text.trim() === '') return null
  if (memberFieldDeclarations[field].kind !== 'money') return parsePartialDate(text) ?? undefined
  const fen = parseYuan(text)
  return fen === null ? undefined : String(fen)
}
