import type { BranchDatabase } from '../../../../db/branch-database'
import { requestQueries, type StoredRow } from '../../../../db/queries/care/requests'
import type { RequestStepInput } from '../../../../shared/contract/care/requests'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day } from '../../../../shared/model/date'
import { newId, requestEventIdSchema, type BatchId, type RequestId } from '../../../../shared/model/id'
import type { RequestEvent } from '../../../../shared/model/request'
import { closingObstacle, mayStep } from '../../../../shared/rules/care/request'
import { writeRows } from '../../write-rows'
import { publicTitle, requireRequest } from './shown-request'

/** See the contract. Throws NOT_FOUND, DAY_IN_FUTURE, REQUEST_STEP_NOT_ALLOWED, REQUEST_STEP_EARLY, REQUEST_NOT_CLOSABLE. */
export function takeStep(db: BranchDatabase, id: RequestId, step: RequestStepInput, today: Day): { batchId: BatchId } {
  const request = requireRequest(db, id)
  requirePossible(db, request, step, today)
  const { batchId } = db.writeBatch({ kind: 'request', title: publicTitle(request) }, () => {
    writeStep(db, id, step)
    return { count: 1, result: null }
  })
  return { batchId }
}

function requirePossible(db: BranchDatabase, request: StoredRow, step: RequestStepInput, today: Day): void {
  const { id, state, receivedOn } = request
  if (step.on > today) throw failure('DAY_IN_FUTURE')
  if (!mayStep(state, step.kind)) throw failure('REQUEST_STEP_NOT_ALLOWED', { state, step: step.kind })
  const events = requestQueries(db).events.all(id)
  const earliest = events.at(-1)?.on ?? receivedOn
  if (step.on < earliest) throw failure('REQUEST_STEP_EARLY', { day: earliest })
  if (step.kind === 'closed' && closingObstacle(events, step.text) !== null) throw failure('REQUEST_NOT_CLOSABLE')
}

/** Writes a step, and what it changes of the request. */
function writeStep(db: BranchDatabase, id: RequestId, step: RequestStepInput): void {
  const { assign, setSatisfaction } = requestQueries(db)
  // To whom it was handed stays to be seen when somebody else has it.
  addEvent(db, id, step.kind === 'assigned' ? { ...step, text: handedTo(step) } : step)
  switch (step.kind) {
    case 'assigned':
      assign.run({ id, owner: step.owner, dueOn: step.dueOn })
      return
    case 'calledBack':
      setSatisfaction.run({ id, satisfaction: step.satisfaction })
      return
    case 'reopened':
      // It is asked anew when it has been handled anew.
      setSatisfaction.run({ id, satisfaction: null })
      return
    case 'accepted':
    case 'progress':
    case 'urged':
    case 'replied':
    case 'closed':
      return
  }
}

function handedTo({ owner, text }: { readonly owner: string; readonly text: string | null }): string {
  return text === null ? owner : `${owner}：${text}`
}

function addEvent(
  db: BranchDatabase,
  requestId: RequestId,
  { kind, on, by, text }: Omit<RequestEvent, 'id' | 'requestId' | 'recordedAt'>,
): void {
  requestQueries(db).insertEvent.run({
    id: newId(requestEventIdSchema),
    requestId,
    kind,
    on,
    by,
    text,
    recordedAt: now(),
  })
}

/** See the contract. Throws NOT_FOUND, DAY_IN_FUTURE, NOTHING_TO_SAVE. */
export async function assignRequests(
  db: BranchDatabase,
  { ids, owner, on }: { readonly ids: readonly RequestId[]; readonly owner: string; readonly on: Day },
  today: Day,
): Promise<{ batchId: BatchId; assigned: number }> {
  if (on > today) throw failure('DAY_IN_FUTURE')
  const { events } = requestQueries(db)
  const assignable = [...new Set(ids)]
    .map((id) => requireRequest(db, id))
    .filter(({ state }) => state === 'waiting' || mayStep(state, 'assigned'))
  const [first] = assignable
  if (first === undefined) throw failure('NOTHING_TO_SAVE')
  const title = assignable.length === 1 ? publicTitle(first) : owner
  const batchId = await writeRows(db, { kind: 'request', title }, assignable, ({ id, state, receivedOn, dueOn }) => {
    // Nothing happens to a request before what happened to it last.
    const last = events.all(id).at(-1)?.on ?? receivedOn
    const day = on < last ? last : on
    if (state === 'waiting') addEvent(db, id, { kind: 'accepted', on: day, by: null, text: null })
    writeStep(db, id, { kind: 'assigned', on: day, by: null, text: null, owner, dueOn })
  })
  return { batchId, assigned: assignable.length }
}
