import type { Day } from '../model/date'
import type { MemberField, MemberFields } from '../model/member'
import { ageOn, compareDates, datesAgree } from './date'
import { checkIdDocument, type IdDocumentCheck } from './id-document'
import { isMobileOrLandline } from './phone'

/** Youngest age at which a person may work: Labour Law of the PRC art. 15. */
const WORKING_AGE = 16

export const memberIssueCodes = [
  'nameMissing',
  'idLength',
  'idCharacters',
  'idChecksum',
  'idDate',
  'idConverted',
  'idProvinceUnknown',
  'idTypeMismatch',
  'idUnusualShape',
  'idBirthMismatch',
  'idGenderMismatch',
  'birthInFuture',
  'birthTooYoung',
  'joinedInFuture',
  'joinedBeforeBirth',
  'phoneInvalid',
] as const
export type MemberIssueCode = (typeof memberIssueCodes)[number]

export interface MemberIssue {
  readonly field: MemberField
  readonly code: MemberIssueCode
  /** An error keeps the record from being saved; a warning asks to look again. */
  readonly severity: 'error' | 'warning'
}

type Checked = Pick<MemberFields, 'name' | 'gender' | 'birthDate' | 'idType' | 'idNumber' | 'phone' | 'joinDate'>

/**
 * What is wrong or doubtful in a member's fields taken together, while they are typed and again before they are
 * written. What the ID number says is a second opinion: where it disagrees both are shown, nothing is replaced.
 * @param today the day by this PC's calendar
 */
export function memberIssues(fields: Checked, today: Day): readonly MemberIssue[] {
  const document = fields.idNumber === null ? null : checkIdDocument(fields.idType, fields.idNumber)
  return [
    ...(fields.name.trim() === '' ? [issue('name', 'nameMissing', 'error')] : []),
    ...(document === null ? [] : documentIssues(document, fields)),
    ...birthIssues(fields, today),
    ...joinIssues(fields, today),
    ...(fields.phone !== null && !isMobileOrLandline(fields.phone) ? [issue('phone', 'phoneInvalid', 'error')] : []),
  ]
}

/** Codes of what `checkIdDocument` refuses and remarks. */
export const FAULT_CODES = {
  length: 'idLength',
  characters: 'idCharacters',
  checksum: 'idChecksum',
  date: 'idDate',
} as const
export const REMARK_CODES = {
  converted: 'idConverted',
  provinceUnknown: 'idProvinceUnknown',
  typeMismatch: 'idTypeMismatch',
  unusualShape: 'idUnusualShape',
} as const

function documentIssues(document: IdDocumentCheck, { gender, birthDate }: Checked): MemberIssue[] {
  if (!document.ok) return [issue('idNumber', FAULT_CODES[document.fault], 'error')]
  const { holder, remarks } = document
  return [
    ...remarks.map((remark) => issue(remark === 'typeMismatch' ? 'idType' : 'idNumber', REMARK_CODES[remark])),
    ...(holder !== null && birthDate !== null && !datesAgree(birthDate, holder.birthDate)
      ? [issue('birthDate', 'idBirthMismatch')]
      : []),
    ...(holder !== null && gender !== null && gender !== holder.gender ? [issue('gender', 'idGenderMismatch')] : []),
  ]
}

function birthIssues({ birthDate }: Checked, today: Day): MemberIssue[] {
  if (birthDate === null) return []
  if (compareDates(birthDate, today) === 'after') return [issue('birthDate', 'birthInFuture', 'error')]
  const age = ageOn(birthDate, today)
  return age !== null && age < WORKING_AGE ? [issue('birthDate', 'birthTooYoung')] : []
}

function joinIssues({ birthDate, joinDate }: Checked, today: Day): MemberIssue[] {
  if (joinDate === null) return []
  if (compareDates(joinDate, today) === 'after') return [issue('joinDate', 'joinedInFuture')]
  return birthDate !== null && compareDates(joinDate, birthDate) === 'before'
    ? [issue('joinDate', 'joinedBeforeBirth')]
    : []
}

function issue(field: MemberField, code: MemberIssueCode, severity: MemberIssue['severity'] = 'warning'): MemberIssue {
  return { field, code, severity }
}
