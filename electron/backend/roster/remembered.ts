import { z } from 'zod'
import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { now, type Moment } from '../../../shared/model/date'
import { rosterFieldSchema, type RosterSheet, type ValueAnswer } from '../../../shared/model/roster'
import { checkDepartments, type KnownDepartment } from '../../../shared/rules/roster/departments'
import { mappingOf, type RememberedMapping } from '../../../shared/rules/roster/fingerprint'
import { answerKey, isAnswerLasting, valueQuestions } from '../../../shared/rules/roster/questions'
import type { ReadRow } from '../../../shared/rules/roster/row'
import { termKey } from '../../../shared/rules/roster/text'

const valueSchema = z.string().nullable()
const fieldsSchema = z.record(z.string(), rosterFieldSchema.nullable())

/** What was said of values before a moment, by `answerKey`. */
export function rememberedAnswers(db: BranchDatabase, before: Moment): ReadonlyMap<string, ValueAnswer> {
  const answers = rosterQueries(db)
    .rememberedAnswers.all(before)
    .map(({ field, raw, value }): ValueAnswer => ({ field, raw, value: valueSchema.parse(JSON.parse(value)) }))
  return new Map(answers.map((answer) => [answerKey(answer), answer]))
}

/** The answers of earlier files to what these rows ask. */
export function answersTo(
  db: BranchDatabase,
  rows: readonly ReadRow[],
  departments: readonly KnownDepartment[],
): ValueAnswer[] {
  const remembered = rememberedAnswers(db, now())
  if (remembered.size === 0) return []
  return valueQuestions(checkDepartments(rows, departments)).flatMap((question) => {
    const answer = remembered.get(answerKey(question))
    return answer === undefined ? [] : [{ field: question.field, raw: question.raw, value: answer.value }]
  })
}

/** Keeps an answer for later files; a new department is known by its members, and bare digits mean something else elsewhere. */
export function rememberAnswer(db: BranchDatabase, { field, raw, value }: ValueAnswer): void {
  if (!isAnswerLasting({ field, raw }) || (field === 'department' && value === raw)) return
  const kept = { field, raw: termKey(raw), value: JSON.stringify(value), answeredAt: now() }
  rosterQueries(db).rememberAnswer.run(kept)
}

/** What headings of earlier files were confirmed to mean, the last confirmed first. */
export function rememberedMappings(db: BranchDatabase): RememberedMapping[] {
  return rosterQueries(db)
    .rememberedMappings.all()
    .map(({ fingerprint, fields }) => ({ fingerprint, fields: fieldsSchema.parse(JSON.parse(fields)) }))
}

/** Keeps what a person confirmed the columns of the sheets in use to mean, within a write. */
export function rememberMappings(db: BranchDatabase, sheets: readonly RosterSheet[]): void {
  for (const sheet of sheets) {
    const { fingerprint, fields } = mappingOf(sheet)
    if (!sheet.use || fingerprint === '') continue
    rosterQueries(db).rememberMapping.run({ fingerprint, fields: JSON.stringify(fields), usedAt: now() })
  }
}
