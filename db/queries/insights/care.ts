import type { CareKind } from '../../../shared/model/care-gift'
import type { Day, Month } from '../../../shared/model/date'
import type { RequestId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import type { Request } from '../../../shared/model/request'
import { perDatabase } from '../../branch-database'

interface Days {
  readonly from: Day
  readonly until: Day
}

export interface RequestLine extends Pick<Request, 'receivedOn' | 'kind'> {
  readonly id: RequestId
  readonly title: string | null
  readonly isClosed: 0 | 1
}

/** Whether the last event of a request closed it. */
export const isClosed = `coalesce((SELECT request_event.kind = 'closed' FROM request_event
  WHERE request_id = request.id ORDER BY rowid DESC LIMIT 1), 0)`

const ofTopic = "topic = @topic AND received_on BETWEEN @month || '-01' AND @month || '-31'"

/** Prepared statements that count gifts and requests. */
export const insightCareQueries = perDatabase(({ sqlite }) => ({
  giftKinds: sqlite.prepare<
    [Days],
    { readonly kind: CareKind; readonly gifts: number; readonly people: number; readonly amount: Fen }
  >(
    `SELECT kind, count(*) AS gifts, count(DISTINCT member_id) AS people, sum(amount) AS amount FROM care_gift
    WHERE "on" BETWEEN @from AND @until GROUP BY kind ORDER BY amount DESC`,
  ),
  giftPeople: sqlite
    .prepare<[Days], number>('SELECT count(DISTINCT member_id) FROM care_gift WHERE "on" BETWEEN @from AND @until')
    .pluck(),

  requestYears: sqlite
    .prepare<[], string>('SELECT DISTINCT substr(received_on, 1, 4) AS year FROM request ORDER BY year DESC')
    .pluck(),
  /** People by topic and month, each once; who gave no name counts as one each time. */
  topicMonths: sqlite.prepare<[Days], { readonly topic: string; readonly month: Month; readonly people: number }>(
    `SELECT topic, substr(received_on, 1, 7) AS month, count(DISTINCT member_id) + sum(member_id IS NULL) AS people
    FROM request WHERE received_on BETWEEN @from AND @until GROUP BY topic, month`,
  ),
  requests: sqlite.prepare<
    [{ readonly topic: string; readonly month: Month; readonly limit: number; readonly offset: number }],
    RequestLine
  >(
    `SELECT id, received_on AS receivedOn, kind, CASE is_confidential WHEN 0 THEN title END AS title,
      ${isClosed} AS isClosed FROM request WHERE ${ofTopic} ORDER BY received_on, id LIMIT @limit OFFSET @offset`,
  ),
  requestCount: sqlite
    .prepare<[{ readonly topic: string; readonly month: Month }], number>(
      `SELECT count(*) FROM request WHERE ${ofTopic}`,
    )
    .pluck(),
  overdue: sqlite.prepare<[{ readonly today: Day }], { readonly requests: number; readonly oldest: Day | null }>(
    `SELECT count(*) AS requests, min(due_on) AS oldest FROM request WHERE due_on < @today
    AND NOT coalesce((SELECT request_event.kind IN ('replied', 'calledBack', 'closed') FROM request_event
      WHERE request_id = request.id ORDER BY rowid DESC LIMIT 1), 0)`,
  ),
}))
