import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { RosterQuestion } from '../../../shared/contract/roster'
import type { RosterImportId } from '../../../shared/model/id'
import type { ValueAnswer } from '../../../shared/model/roster'
import { checkDepartments } from '../../../shared/rules/roster/departments'
import { answerKey, valueQuestions } from '../../../shared/rules/roster/questions'
import type { ReadRow } from '../../../shared/rules/roster/row'
import { readValue } from '../../../shared/rules/roster/values'
import { answersOf, knownDepartments, readRepaired } from './entries'
import { rememberAnswer, rememberedAnswers } from './remembered'
import { importOf, reassess } from './staging'

/** Rows looked at in one go. */
const ROWS_A_STEP = 2000
/** Rows shown with a question. */
const EXAMPLES = 3

/**
 * What cannot be read for sure in an import, each distinct value once, with the answer it has by now. Throws
 * NOT_FOUND.
 */
export async function questionsOf(db: BranchDatabase, id: RosterImportId): Promise<RosterQuestion[]> {
  const stored = importOf(db, id)
  const answers = new Map(answersOf(stored).map((given) => [answerKey(given), given]))
  const remembered = rememberedAnswers(db, stored.startedAt)
  const departments = knownDepartments(db)
  const rows: ReadRow[] = []
  for (let staged = rowsFrom(db, id, -1); staged.length > 0; staged = rowsFrom(db, id, staged.at(-1)?.position ?? 0)) {
    const checked = checkDepartments(staged.map(readRepaired), departments)
    rows.push(...checked.filter(({ issues }) => issues.length > 0))
    await new Promise((resolve) => setImmediate(resolve))
  }
  const examples = examplesOf(rows)
  return valueQuestions(rows, departments).map((question): RosterQuestion => {
    const key = answerKey(question)
    const answer = answers.get(key)
    return {
      ...question,
      suggestions: [...question.suggestions],
      rows: examples.get(key) ?? [],
      answer: answer === undefined ? null : { value: answer.value, remembered: isSame(answer, remembered.get(key)) },
    }
  })
}

const isSame = (answer: ValueAnswer, remembered: ValueAnswer | undefined) => remembered?.value === answer.value

function rowsFrom(db: BranchDatabase, id: RosterImportId, position: number): StagedRow[] {
  return rosterQueries(db).rowsAfter.all(id, position, ROWS_A_STEP)
}

function examplesOf(rows: readonly ReadRow[]): ReadonlyMap<string, RosterQuestion['rows']> {
  const examples = new Map<string, RosterQuestion['rows']>()
  for (const { sheet, row, fields, issues } of rows) {
    for (const { field, raw } of issues) {
      if (field === null || raw === null) continue
      const key = answerKey({ field, raw })
      const known = examples.get(key) ?? []
      if (known.length < EXAMPLES) examples.set(key, [...known, { sheet, row, name: String(fields.name ?? '') }])
    }
  }
  return examples
}

/**
 * Takes what a person said of values, for every row of the import and for later files. Throws NOT_FOUND,
 * ANSWER_NOT_A_VALUE.
 */
export async function answer(db: BranchDatabase, id: RosterImportId, answers: readonly ValueAnswer[]): Promise<void> {
  const stored = importOf(db, id)
  for (const { field, value } of answers) {
    if (value !== null && readValue(field, value, { typed: true, trustsTenths: true }).value === null) {
      throw failure('ANSWER_NOT_A_VALUE', { field })
    }
  }
  const kept = new Map([...answersOf(stored), ...answers].map((given) => [answerKey(given), given]))
  db.write(() => {
    rosterQueries(db).setAnswers.run({ id, answers: JSON.stringify([...kept.values()]) })
    for (const given of answers) rememberAnswer(db, given)
  })
  await reassess(db, id)
}
