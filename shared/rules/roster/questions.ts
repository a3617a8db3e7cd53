import { idTypeSchema } from '../../codes'
import { partialDateSchema } from '../../model/date'
import {
  rosterFieldSchema,
  type RosterField,
  type RosterIssue,
  type RosterIssueCode,
  type ValueAnswer,
  type ValueQuestion,
} from '../../model/roster'
import { datesAgree } from '../date'
import { checkIdDocument } from '../id-document'
import { similarDepartments, type KnownDepartment } from './departments'
import { possibleDates } from './dates'
import { severityOf } from './issues'
import type { ReadRow, RowFields } from './row'
import { similarCodeValues } from './code-values'
import { squeezeText, termKey } from './text'
import { fieldKind, readValue } from './values'

/** Issues that a person can settle for every row of a column at once. */
const ASKED: ReadonlySet<RosterIssueCode> = new Set<RosterIssueCode>([
  'gender_ambiguous',
  'value_unknown',
  'date_partial',
  'date_invalid',
  'department_unknown',
])

/**
 * What cannot be read for sure, one question for each distinct value of a field, the most frequent of a field first.
 * @param departments those recorded, to suggest the ones meant
 */
export function valueQuestions(
  rows: readonly ReadRow[],
  departments: readonly KnownDepartment[] = [],
): readonly ValueQuestion[] {
  const questions = new Map<string, ValueQuestion>()
  for (const row of rows) {
    for (const issue of row.issues) {
      const { field, raw, code } = issue
      if (field === null || raw === null || !isOpen(row, issue)) continue
      const key = answerKey({ field, raw })
      const known = questions.get(key)
      if (known !== undefined) questions.set(key, { ...known, count: known.count + 1 })
      else questions.set(key, { field, raw, code, count: 1, suggestions: suggestionsFor(field, raw, departments) })
    }
  }
  const order = rosterFieldSchema.options
  return [...questions.values()].sort(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field) || other.count - one.count,
  )
}

/**
 * Reads the values that were asked about as a person said. An answer that is no value of its field leaves the
 * question open.
 */
export function applyAnswers(rows: readonly ReadRow[], answers: readonly ValueAnswer[]): readonly ReadRow[] {
  if (answers.length === 0) return rows
  const byValue = new Map(answers.map((answer) => [answerKey(answer), answer]))
  return rows.map((row) => {
    const settled = row.issues.flatMap((issue) => {
      const { field, raw } = issue
      if (field === null || raw === null || !isOpen(row, issue)) return []
      const answer = byValue.get(answerKey({ field, raw }))
      return answer === undefined ? [] : [{ issue, answer }]
    })
    return settled.reduce((read, { issue, answer }) => withAnswer(read, issue, answer), row)
  })
}

/** Whether an answer holds for files of other sources as well: bare digits mean something else in each. */
export function isAnswerLasting({ field, raw }: Pick<ValueAnswer, 'field' | 'raw'>): boolean {
  return fieldKind(field) !== 'code' || !/^\d+$/.test(squeezeText(raw))
}

/** By what an answer and its question are found: one for all spellings of a value that are compared as one. */
export function answerKey({ field, raw }: Pick<ValueAnswer, 'field' | 'raw'>): string {
  return `${field}\n${termKey(raw)}`
}

/** Whether a value is still to be decided; a month without its day is read, and an error of the spreadsheet says nothing. */
function isOpen(row: ReadRow, { field, raw, code }: RosterIssue): boolean {
  if (field === null || raw === null || !ASKED.has(code) || row.fields[field] !== undefined) return false
  if (code === 'date_invalid') return isWord(raw) || possibleDates(raw).length > 0
  return !raw.startsWith('#')
}

/** 不详, 长期: what a typing error in a date never looks like. */
const isWord = (raw: string) => !/\d/.test(raw)

function suggestionsFor(field: RosterField, raw: string, departments: readonly KnownDepartment[]): string[] {
  if (field === 'department') return [...similarDepartments(raw, departments), raw]
  switch (fieldKind(field)) {
    case 'code':
      return similarCodeValues(field, raw)
    case 'date':
    case 'validUntil':
      return possibleDates(raw)
    case 'name':
    case 'text':
    case 'phone':
    case 'money':
    case 'idNumber':
      return []
  }
}

function withAnswer(row: ReadRow, issue: RosterIssue, { field, value }: ValueAnswer): ReadRow {
  const issues = row.issues.filter((other) => other !== issue)
  if (value === null) return { ...row, issues }
  const reading = readValue(field, value, { typed: true, trustsTenths: true })
  if (reading.value === null) return row
  const fields = { ...row.fields, [field]: reading.value }
  const { [field]: follows, ...derived } = row.derived
  const codes = [...reading.issues, ...contradictions(field, fields, follows)]
  return {
    ...row,
    fields,
    derived: follows === reading.value ? derived : row.derived,
    issues: [...issues, ...codes.map((code) => ({ ...issue, code, severity: severityOf(code) }))],
  }
}

/** Where an answer disagrees with the row's ID number. */
function contradictions(
  field: RosterField,
  fields: RowFields,
  follows: string | number | undefined,
): readonly RosterIssueCode[] {
  if (field === 'idType') {
    const type = idTypeSchema.safeParse(fields.idType)
    if (!type.success || fields.idNumber === undefined) return []
    const check = checkIdDocument(type.data, String(fields.idNumber))
    return check.ok && check.remarks.length === 0 ? [] : ['id_type_mismatch']
  }
  if (follows === undefined) return []
  if (field === 'gender') return fields.gender === follows ? [] : ['id_gender_mismatch']
  const [stated, derived] = [partialDateSchema.safeParse(fields.birthDate), partialDateSchema.safeParse(follows)]
  if (field !== 'birthDate' || !stated.success || !derived.success) return []
  return datesAgree(stated.data, derived.data) ? [] : ['id_birth_mismatch']
}
