import type { Organisation } from '../../model/branch'
import { partialDateSchema } from '../../model/date'
import { memberFieldDeclarations, type Member } from '../../model/member'
import type { MembershipEvent } from '../../model/membership'
import type { ColumnValue, ProfileColumn, ProfileDefinition } from '../../model/receiver-profile'
import type { ReportIssue, ReportIssueCode } from '../../model/report'
import { isCreditCode, isUnionCreditCode } from '../credit-code'
import { checkIdDocument } from '../id-document'
import { maskField } from '../mask'
import { isMobile } from '../phone'
import { formatDate } from './date-form'

/** A member with the event that says how the membership stands. */
export interface ReportedMember {
  readonly member: Member
  readonly lastEvent: MembershipEvent | null
}

export interface ReportedOrganisation {
  readonly organisation: Organisation
  /** Active and kept members. */
  readonly memberCount: number
}

/** What a cell of the sheet holds; texts stay texts whatever they begin with. */
export type ReportCell = string | number | null

/** A row of a receiver's sheet, and what its receiver would say of it. */
export interface ReportLine {
  readonly cells: readonly ReportCell[]
  readonly issues: readonly ReportIssue[]
}

/**
 * The row of a member or of the union in a receiver's sheet. A value that the receiver does not take is reported and
 * stands in the cell as we have it.
 * @param number of the row, from 1
 * @param clear whether ID and phone numbers are written in full; checked they are in full either way
 */
export function reportLine(
  { columns, dictionaries }: ProfileDefinition,
  subject: ReportedMember | ReportedOrganisation,
  number: number,
  clear: boolean,
): ReportLine {
  const issues: ReportIssue[] = []
  const cells = columns.map((column, index): ReportCell => {
    const value = valueOf(column.value, subject, number)
    const report = (code: ReportIssueCode, severity: ReportIssue['severity']) =>
      issues.push({ code, severity, column: index, heading: column.heading, value: shown(column, value) })
    const cell = written(column, value, dictionaries, report)
    return clear || typeof cell !== 'string' ? cell : maskedCell(column, cell)
  })
  return { cells, issues }
}

function valueOf(
  value: ColumnValue,
  subject: ReportedMember | ReportedOrganisation,
  number: number,
): string | number | null {
  switch (value.from) {
    case 'rowNumber':
      return number
    case 'constant':
      return value.text
    case 'nothing':
      return null
    case 'member': {
      if (!('member' in subject)) return null
      const content = subject.member[value.field]
      return typeof content === 'number' ? content / 100 : content
    }
    case 'membershipChange':
      return 'member' in subject ? (subject.lastEvent?.[value.part] ?? null) : null
    case 'organisation':
      if (!('organisation' in subject)) return null
      return value.field === 'memberCount' ? subject.memberCount : subject.organisation[value.field]
  }
}

type Report = (code: ReportIssueCode, severity: ReportIssue['severity']) => void

function written(
  column: ProfileColumn,
  value: string | number | null,
  dictionaries: ProfileDefinition['dictionaries'],
  report: Report,
): ReportCell {
  if (value === null || value === '') {
    if (column.need === 'required') report('missing', 'error')
    if (column.need === 'advised') report('missing', 'warning')
    return null
  }
  if (typeof value === 'number') return value
  const text = translated(column, value, dictionaries, report)
  if (text === null) return null
  check(column, value, report)
  if (column.maxLength !== null && text.length > column.maxLength) report('tooLong', 'error')
  return text
}

function translated(
  { dictionary, dateForm }: ProfileColumn,
  value: string,
  dictionaries: ProfileDefinition['dictionaries'],
  report: Report,
): string | null {
  const list = dictionary === null ? undefined : dictionaries[dictionary]
  if (list !== undefined) {
    const theirs = Object.hasOwn(list.entries, value) ? list.entries[value] : undefined
    if (theirs !== undefined && theirs !== null) return theirs
    if (theirs === null || list.others === 'blank') {
      report('leftBlank', 'warning')
      return null
    }
    report('notInList', 'error')
    return value
  }
  if (dateForm === null) return value
  const date = partialDateSchema.safeParse(value)
  const formatted = date.success ? formatDate(dateForm, date.data) : null
  // An incomplete date is refused, or replaced by today's without a word.
  if (formatted === null) report('dateIncomplete', 'error')
  return formatted ?? value
}

function check({ check: rule }: ProfileColumn, value: string, report: Report): void {
  switch (rule) {
    case null:
      return
    case 'citizenId': {
      const document = checkIdDocument('居民身份证', value)
      if (document.ok && !document.remarks.includes('typeMismatch')) return
      const other = checkIdDocument(null, value)
      if (other.ok) report('idOtherKind', 'warning')
      else report('idInvalid', 'error')
      return
    }
    case 'mobile':
      if (!isMobile(value)) report('notMobile', 'warning')
      return
    case 'creditCode':
    case 'unionCreditCode':
      if (!isCreditCode(value)) report('creditCodeInvalid', 'error')
      else if (rule === 'unionCreditCode' && !isUnionCreditCode(value)) report('notUnionCode', 'warning')
  }
}

function shown({ value }: ProfileColumn, text: string | number | null): string | null {
  if (text === null) return null
  return value.from === 'member' ? maskField(value.field, String(text)) : String(text)
}

function maskedCell({ value }: ProfileColumn, cell: string): string {
  return value.from === 'member' ? maskField(value.field, cell) : cell
}

/** The columns that hold personal data which only a confirmed report shows in full. */
export function hasMaskedColumns({ columns }: ProfileDefinition): boolean {
  return columns.some(({ value }) => value.from === 'member' && memberFieldDeclarations[value.field].masked)
}
