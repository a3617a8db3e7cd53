import type { RequestEvent } from '../../shared/model/request'
import { mayStep, stateOf } from '../../shared/rules/care/request'
import { requestEventSchema } from '../../shared/model/request'
import type { Columns } from '../../shared/sync/change'
import { perDatabase, type BranchDatabase } from '../branch-database'

const log = perDatabase(({ sqlite }) => ({
  kinds: sqlite.prepare<[string], Pick<RequestEvent, 'kind'>>(
    'SELECT kind FROM request_event WHERE request_id = ? ORDER BY rowid',
  ),
  isFollowed: sqlite
    .prepare<[string, number], 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM request_event AS event WHERE request_id = ?
         AND (SELECT min(position) FROM change WHERE row_id = event.id) > ?)`,
    )
    .pluck(),
}))

/**
 * Tells which steps of requests can come back, asked about one after the other in their order: those that no later step
 * follows and that the state of the request allows.
 */
export function requestEventsToRestore(db: BranchDatabase): (event: Columns, position: number) => boolean {
  const { kinds, isFollowed } = log(db)
  const histories = new Map<string, Pick<RequestEvent, 'kind'>[]>()
  return (event, position) => {
    const requestId = String(event['request_id'])
    const kind = requestEventSchema.shape.kind.parse(event['kind'])
    const history = histories.get(requestId) ?? kinds.all(requestId)
    histories.set(requestId, history)
    if (isFollowed.get(requestId, position) === 1 || !mayStep(stateOf(history), kind)) return false
    history.push({ kind })
    return true
  }
}
