import { z } from 'zod'
import type { Day } from '../../../shared/model/date'
import {
  memberFieldDeclarations,
  memberFieldSchema,
  memberFieldsSchema,
  type MaskedMember,
  type MemberField,
  type MemberFields,
} from '../../../shared/model/member'
import { checkIdDocument } from '../../../shared/rules/id-document'
import { normaliseIdNumber } from '../../../shared/rules/id-number'
import { memberIssues, type MemberIssue } from '../../../shared/rules/member'
import { normalisePhone } from '../../../shared/rules/phone'
import { parsePartialDate, parseValidUntil } from '../../components/partial-date'
import { parseYuan, yuanText } from '../../components/yuan'

/** A member's fields as typed, empty for nothing. */
export type MemberDraft = Readonly<Record<MemberField, string>>

/** What is wrong or doubtful in a draft, one entry a field at most; errors before warnings. */
export interface DraftProblem {
  readonly code: MemberIssue['code'] | 'dateUnreadable' | 'moneyUnreadable' | 'tooLong'
  readonly severity: MemberIssue['severity']
}

const draftSchema = z.record(memberFieldSchema, z.string())

export const emptyDraft: MemberDraft = draftSchema.parse(
  Object.fromEntries(memberFieldSchema.options.map((field) => [field, ''])),
)

/** A record as a draft; masked fields are left empty, they are typed anew or stay as they are. */
export function draftOf(member: MaskedMember): MemberDraft {
  const texts = memberFieldSchema.options.map((field) => {
    const value = member[field]
    const hidden = value === null || memberFieldDeclarations[field].masked
    return [field, hidden ? '' : typeof value === 'number' ? yuanText(value) : value]
  })
  return draftSchema.parse(Object.fromEntries(texts))
}

/** What the typed text of a field stands for; undefined when it cannot be read. */
export function valueOf(field: MemberField, typed: string): string | number | null | undefined {
  const text = typed.trim()
  if (text === '') return field === 'name' ? '' : null
  switch (memberFieldDeclarations[field].kind) {
    case 'partialDate':
      return parsePartialDate(text) ?? undefined
    case 'validUntil':
      return parseValidUntil(text) ?? undefined
    case 'money':
      return parseYuan(text) ?? undefined
    case 'phone':
      return normalisePhone(text)
    case 'idNumber':
      return normaliseIdNumber(text)
    case 'text':
    case 'code':
      return text
  }
}

const { gender, birthDate, idType, joinDate } = memberFieldsSchema.shape
/** The fields that are checked together; what cannot be read counts as not given. */
const checkedSchema = z.object({
  name: z.string(),
  gender: gender.catch(null),
  birthDate: birthDate.catch(null),
  idType: idType.catch(null),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  joinDate: joinDate.catch(null),
})

export interface ReadDraft {
  /** Null while something cannot be read or breaks a rule. */
  readonly fields: MemberFields | null
  readonly problems: ReadonlyMap<MemberField, DraftProblem>
}

/** Reads a draft and says what is wrong or doubtful. @param today the day by this PC's calendar */
export function readDraft(draft: MemberDraft, today: Day): ReadDraft {
  const values = Object.fromEntries(memberFieldSchema.options.map((field) => [field, valueOf(field, draft[field])]))
  const problems = new Map<MemberField, DraftProblem>()
  const issues = memberIssues(checkedSchema.parse(values), today)
  for (const { field, code, severity } of [...issues].sort((a, b) => rank(a) - rank(b))) {
    if (!problems.has(field)) problems.set(field, { code, severity })
  }
  const read = memberFieldsSchema.safeParse(values)
  for (const { path } of read.error?.issues ?? []) {
    const field = memberFieldSchema.parse(path[0])
    if (problems.get(field)?.severity !== 'error') problems.set(field, { code: unreadable(field), severity: 'error' })
  }
  const blocked = [...problems.values()].some(({ severity }) => severity === 'error')
  return { fields: blocked ? null : (read.data ?? null), problems }
}

function rank({ severity }: MemberIssue): number {
  return severity === 'error' ? 0 : 1
}

/** What to say of a text that is no value of its field. */
export function unreadable(field: MemberField): DraftProblem['code'] {
  switch (memberFieldDeclarations[field].kind) {
    case 'partialDate':
    case 'validUntil':
      return 'dateUnreadable'
    case 'money':
      return 'moneyUnreadable'
    case 'text':
    case 'code':
    case 'phone':
    case 'idNumber':
      return 'tooLong'
  }
}

/** What a right ID number says of its holder; null when it says nothing. */
export function holderOf(draft: MemberDraft) {
  const { data: type = null } = idType.safeParse(valueOf('idType', draft.idType))
  const document = checkIdDocument(type, normaliseIdNumber(draft.idNumber))
  return draft.idNumber.trim() !== '' && document.ok ? { number: document.number, holder: document.holder } : null
}
