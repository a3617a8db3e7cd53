import type { BranchDatabase } from '../../../db/branch-database'
import { directiveQueries, type DirectiveRow } from '../../../db/queries/directives'
import type { AnswerInput, ReceivedDirective } from '../../../shared/contract/federation/directives'
import { failure } from '../../../shared/contract/errors'
import type { Day } from '../../../shared/model/date'
import { directiveAnswerIdSchema, newId, type DirectiveId } from '../../../shared/model/id'

/** A page of the directives, see the contract. */
export function directivePage(db: BranchDatabase, page: { readonly limit: number; readonly offset: number }) {
  const { list, count } = directiveQueries(db)
  return { total: count.get() ?? 0, rows: list.all(page).map(receivedOf) }
}

/** Answers a directive, see the contract. */
export function answerDirective(
  db: BranchDatabase,
  id: DirectiveId,
  { figure, text, by }: AnswerInput,
  today: Day,
): ReceivedDirective {
  const found = requireDirective(db, id)
  if (found.withdrawnAt !== null) throw failure('DIRECTIVE_WITHDRAWN')
  const isMissing =
    (found.asks === 'figure' && figure === null) || (found.asks === 'text' && (text === null || text === ''))
  if (isMissing) throw failure('ANSWER_MISSING')
  const { insertAnswer, updateAnswer } = directiveQueries(db)
  const stated = { directiveId: id, figure: found.asks === 'figure' ? figure : null, text, answeredOn: today, by }
  db.write(() =>
    found.answerId === null
      ? insertAnswer.run({ ...stated, id: newId(directiveAnswerIdSchema) })
      : updateAnswer.run({ ...stated, id: found.answerId }),
  )
  return receivedOf(requireDirective(db, id))
}

function requireDirective(db: BranchDatabase, id: DirectiveId): DirectiveRow {
  const found = directiveQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

function receivedOf({ answerId, figure, answerText, answeredOn, by, ...directive }: DirectiveRow): ReceivedDirective {
  const isAnswered = answerId !== null && answeredOn !== null
  return { ...directive, answer: isAnswered ? { id: answerId, figure, text: answerText, answeredOn, by } : null }
}
