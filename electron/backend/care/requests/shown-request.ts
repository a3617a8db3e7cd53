import type { BranchDatabase } from '../../../../db/branch-database'
import { requestQueries, type StoredRow } from '../../../../db/queries/care/requests'
import type { RequestDetail, RequestRow } from '../../../../shared/contract/care/requests'
import { failure } from '../../../../shared/contract/errors'
import type { RequestId } from '../../../../shared/model/id'
import { stepsIn } from '../../../../shared/rules/care/request'

/** Throws NOT_FOUND. */
export function requireRequest(db: BranchDatabase, id: RequestId): StoredRow {
  const request = requestQueries(db).get.get(id)
  if (request === undefined) throw failure('NOT_FOUND')
  return request
}

/** A request as a list may show it: of a confidential one neither who asked nor what. */
export function shownRow({ text: _text, isConfidential, ...row }: StoredRow): RequestRow {
  return isConfidential === 1
    ? { ...row, isConfidential: true, memberId: null, unitId: null, name: null, department: null, title: null }
    : { ...row, isConfidential: false }
}

/** One request as the window may show it; a confidential one whole only where it was asked for on purpose. */
export function shownDetail(db: BranchDatabase, id: RequestId, isRevealed: boolean): RequestDetail {
  const request = requireRequest(db, id)
  const events = requestQueries(db).events.all(id)
  const steps = [...stepsIn(request.state)]
  const { text, isConfidential, ...row } = request
  if (isConfidential === 0 || isRevealed) {
    return { ...row, text, isConfidential: isConfidential === 1, events, steps }
  }
  return {
    ...shownRow(request),
    text: null,
    events: events.map((event) => ({ ...event, by: null, text: null })),
    steps,
  }
}

/** What a request is called where everybody sees it. */
export function publicTitle({ isConfidential, title, topic }: Pick<StoredRow, 'isConfidential' | 'title' | 'topic'>) {
  return isConfidential === 1 ? topic : title
}
