import type { Day, PartialDate, ValidUntil } from '../model/date'
import { noExpiry } from '../codes'
import { detailDeclarations, type Detail, type DetailField, type DetailPart } from '../model/member-detail'
import { addDays, compareDates } from './date'
import { checkIdDocument, type IdType } from './id-document'
import { maskIdNumber, maskPhone } from './mask'
import { FAULT_CODES, REMARK_CODES } from './member'

export interface DetailIssue {
  readonly field: DetailField
  readonly code:
    | (typeof FAULT_CODES)[keyof typeof FAULT_CODES]
    | (typeof REMARK_CODES)[keyof typeof REMARK_CODES]
    | 'validityReversed'
    | 'inFuture'
  /** An error keeps the detail from being saved; a warning asks to look again. */
  readonly severity: 'error' | 'warning'
}

/**
 * What is wrong or doubtful in a detail, while it is typed and again before it is written. Fields that are not given are
 * not judged.
 * @param today the day by this PC's calendar
 */
export function detailIssues({ kind, fields }: DetailPart, today: Day): readonly DetailIssue[] {
  switch (kind) {
    case 'identityDocument':
      return [...numberIssues('number', fields.type ?? null, fields.number), ...validityIssues(fields)]
    case 'relative':
      return [...numberIssues('idNumber', null, fields.idNumber), ...futureIssues('birthDate', fields.birthDate, today)]
    case 'honour':
      return futureIssues('awardedOn', fields.awardedOn, today)
  }
}

/** The fields as they are kept: ID numbers in their normal form. */
export function normalisedDetail(detail: Detail): Detail {
  switch (detail.kind) {
    case 'identityDocument':
      return { ...detail, fields: { ...detail.fields, number: normalNumber(detail.fields.type, detail.fields.number) } }
    case 'relative': {
      const { idNumber } = detail.fields
      return {
        ...detail,
        fields: { ...detail.fields, idNumber: idNumber === null ? null : normalNumber(null, idNumber) },
      }
    }
    case 'honour':
      return detail
  }
}

function normalNumber(type: IdType | null, number: string): string {
  const document = checkIdDocument(type, number)
  return document.ok ? document.number : number
}

function numberIssues(field: DetailField, type: IdType | null, number: string | null | undefined): DetailIssue[] {
  if (number === null || number === undefined) return []
  const document = checkIdDocument(type, number)
  if (!document.ok) return [{ field, code: FAULT_CODES[document.fault], severity: 'error' }]
  return document.remarks.map((remark) => ({ field, code: REMARK_CODES[remark], severity: 'warning' }))
}

function validityIssues(fields: {
  readonly validFrom?: PartialDate | null | undefined
  readonly validTo?: ValidUntil | null | undefined
}): DetailIssue[] {
  const { validFrom = null, validTo = null } = fields
  if (validFrom === null || validTo === null || isEndless(validTo)) return []
  return compareDates(validTo, validFrom) === 'before'
    ? [{ field: 'validTo', code: 'validityReversed', severity: 'error' }]
    : []
}

function futureIssues(field: DetailField, date: PartialDate | null | undefined, today: Day): DetailIssue[] {
  return date !== null && date !== undefined && compareDates(date, today) === 'after'
    ? [{ field, code: 'inFuture', severity: 'warning' }]
    : []
}

/** Days before the end of a document's validity from which on it wants to be renewed. */
const RENEWAL_DAYS = 90

/** Whether a document has run out on a day or soon will; null while nothing needs to be done. */
export function validityNotice(validTo: ValidUntil | null, today: Day): 'expired' | 'expiresSoon' | null {
  if (validTo === null || isEndless(validTo)) return null
  if (compareDates(validTo, today) === 'before') return 'expired'
  return compareDates(validTo, addDays(today, RENEWAL_DAYS)) === 'after' ? null : 'expiresSoon'
}

function isEndless(validTo: ValidUntil): validTo is (typeof noExpiry.values)[number] {
  return validTo === noExpiry.values[0]
}

/** The value of a detail's field as it may leave the backend. */
export function maskDetailField(kind: Detail['kind'], field: string, value: string): string {
  const declared = Object.entries(detailDeclarations[kind]).find(([name]) => name === field)?.[1]
  if (declared?.masked !== true) return value
  return declared.kind === 'phone' ? maskPhone(value) : maskIdNumber(value)
}
