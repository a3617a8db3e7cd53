import type { Day } from '../../../../shared/model/date'
import {
  detailPartSchema,
  fieldsOfDetail,
  type DetailFieldDeclaration,
  type DetailKind,
  type DetailPart,
} from '../../../../shared/model/member-detail'
import { normaliseIdNumber } from '../../../../shared/rules/id-number'
import { detailIssues, type DetailIssue } from '../../../../shared/rules/member-detail'
import { isMobileOrLandline, normalisePhone } from '../../../../shared/rules/phone'
import { parsePartialDate, parseValidUntil } from '../../../components/partial-date'

/** The fields of a detail as the window has them. */
export type DetailValues = Readonly<Record<string, string | boolean | null>>

/** The fields of a detail as typed, empty for nothing; a yes-no field is `yes` or empty. */
export type DetailDraft = Readonly<Record<string, string>>

export interface DetailProblem {
  readonly code: DetailIssue['code'] | 'required' | 'dateUnreadable' | 'phoneInvalid' | 'tooLong'
  readonly severity: 'error' | 'warning'
}

/** A detail as a draft; masked fields are left empty, they are typed anew or stay as they are. */
export function draftOfDetail(kind: DetailKind, values: DetailValues | null): DetailDraft {
  return Object.fromEntries(
    fieldsOfDetail(kind).map(([field, { masked }]) => {
      const value = values?.[field] ?? null
      if (typeof value === 'boolean') return [field, value ? 'yes' : '']
      return [field, value === null || masked === true ? '' : value]
    }),
  )
}

/** What the typed text of a field stands for; undefined when it cannot be read. */
function valueOf({ kind }: DetailFieldDeclaration, typed: string): string | boolean | null | undefined {
  if (kind === 'yesNo') return typed === 'yes'
  const text = typed.trim()
  if (text === '') return null
  switch (kind) {
    case 'partialDate':
      return parsePartialDate(text) ?? undefined
    case 'validUntil':
      return parseValidUntil(text) ?? undefined
    case 'phone':
      return normalisePhone(text)
    case 'idNumber':
      return normaliseIdNumber(text)
    case 'text':
    case 'note':
    case 'code':
      return text
  }
}

function ownProblem(
  declared: DetailFieldDeclaration,
  value: string | boolean | null | undefined,
): DetailProblem['code'] | null {
  if (value === undefined) return 'dateUnreadable'
  if (value === null) return declared.required === true ? 'required' : null
  return declared.kind === 'phone' && !isMobileOrLandline(String(value)) ? 'phoneInvalid' : null
}

/**
 * Reads a draft and says what is wrong or doubtful; `part` is null while something is wrong.
 * @param kept masked fields that stay as they are
 * @param today the day by this PC's calendar
 */
export function readDetailDraft(kind: DetailKind, draft: DetailDraft, kept: ReadonlySet<string>, today: Day) {
  const problems = new Map<string, DetailProblem>()
  const readable: Record<string, string | boolean | null> = {}
  for (const [field, declared] of fieldsOfDetail(kind)) {
    if (kept.has(field)) continue
    const value = valueOf(declared, draft[field] ?? '')
    const code = ownProblem(declared, value)
    if (code === null) readable[field] = value ?? null
    else problems.set(field, { code, severity: 'error' })
  }
  const read = detailPartSchema.safeParse({ kind, fields: readable })
  for (const { path } of read.error?.issues ?? []) problems.set(String(path[1]), { code: 'tooLong', severity: 'error' })
  for (const { field, code, severity } of read.success ? detailIssues(read.data, today) : []) {
    if (problems.get(field)?.severity !== 'error') problems.set(field, { code, severity })
  }
  const isWrong = [...problems.values()].some(({ severity }) => severity === 'error')
  const part: DetailPart | null = isWrong ? null : (read.data ?? null)
  return { part, problems }
}
