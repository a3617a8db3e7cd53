import type { RequestFigures, RequestFilter, RequestRow } from '../../../shared/contract/care/requests'
import type { Day, Month } from '../../../shared/model/date'
import type { MemberId, RequestId } from '../../../shared/model/id'
import type { Page } from '../../../shared/model/page'
import type { Request, RequestEvent } from '../../../shared/model/request'
import { leadsTo, SATISFIED } from '../../../shared/rules/care/request'
import { perDatabase } from '../../branch-database'

/** Requests as SQLite answers them, nothing left out. */
export type StoredRequest = Omit<Request, 'isConfidential'> & { readonly isConfidential: 0 | 1 }
export type StoredRow = StoredRequest & Pick<RequestRow, 'name' | 'department' | 'state' | 'closedOn'>

/** What a list holds as of a day; `query` is a full-text expression of `searchQuery`. */
export type StoredFilter = RequestFilter & {
  readonly today: Day
  readonly weekEnd: Day
  readonly query: string | null
}

interface Days {
  readonly from: Day
  readonly until: Day
}

/** Groups of fewer people are not named, so that nobody is told from them. */
export const SMALLEST_GROUP = 5

/** The last step that led somewhere says the state. */
const steering = Object.entries(leadsTo).filter(([, state]) => state !== null)
const stateOf = `coalesce((SELECT CASE event.kind ${steering.map(([kind, state]) => `WHEN '${kind}' THEN '${state}'`).join(' ')} END
  FROM request_event AS event WHERE event.request_id = request.id
    AND event.kind IN (${steering.map(([kind]) => `'${kind}'`).join(', ')}) ORDER BY event.rowid DESC LIMIT 1), 'waiting')`

const items = `WITH item AS (
  SELECT stated.*, member.name AS memberName, coalesce(member.name, unit.name) AS name,
    coalesce(parent.name, unit.name, member.department) AS department, search_id,
    CASE state WHEN 'closed' THEN (SELECT max("on") FROM request_event AS event
      WHERE event.request_id = stated.id AND event.kind = 'closed') END AS closed_on
  FROM (SELECT request.*, ${stateOf} AS state FROM request) AS stated
    LEFT JOIN member ON member.id = stated.member_id
    LEFT JOIN member_standing ON member_standing.member_id = stated.member_id
    LEFT JOIN unit ON unit.id = stated.unit_id LEFT JOIN unit AS parent ON parent.id = unit.parent_id
)`

const columns = `id, member_id AS memberId, unit_id AS unitId, kind, topic, urgency, channel, received_on AS receivedOn,
  title, text, owner, due_on AS dueOn, is_confidential AS isConfidential, satisfaction, name, department, state,
  closed_on AS closedOn`

const isDue = "(state = 'closed' OR due_on < @today)"
const isOnTime = "(state = 'closed' AND (due_on IS NULL OR closed_on <= due_on))"
const inView = `CASE @view
  WHEN 'all' THEN 1
  WHEN 'open' THEN state <> 'closed'
  WHEN 'overdue' THEN state <> 'closed' AND due_on < @today
  WHEN 'dueSoon' THEN state <> 'closed' AND due_on BETWEEN @today AND @weekEnd
  WHEN 'closed' THEN state = 'closed'
  WHEN 'due' THEN ${isDue}
  WHEN 'onTime' THEN ${isOnTime}
  WHEN 'late' THEN ${isDue} AND NOT ${isOnTime}
  WHEN 'calledBack' THEN satisfaction IS NOT NULL
  WHEN 'satisfied' THEN satisfaction >= ${SATISFIED}
  WHEN 'unsatisfied' THEN satisfaction < ${SATISFIED}
END`
const wanted = `FROM item WHERE (${inView})
  AND (@from IS NULL OR received_on >= @from) AND (@until IS NULL OR received_on <= @until)
  AND (@kind IS NULL OR kind = @kind) AND (@topic IS NULL OR topic = @topic)
  AND (@owner IS NULL OR coalesce(owner, '') = @owner)
  AND (@department IS NULL OR coalesce(department, '') = @department)
  AND (@search = '' OR (is_confidential = 0 AND (instr(lower(title), lower(@search)) > 0
    OR instr(lower(text), lower(@search)) > 0 OR (@query IS NOT NULL AND search_id IN
      (SELECT rowid FROM member_search WHERE member_search MATCH @query)))))`
/** The first due first while they are open, else the latest first. */
const inOrder = `ORDER BY CASE WHEN @view IN ('open', 'overdue', 'dueSoon') THEN coalesce(due_on, '9999') END,
  received_on DESC, id DESC`

const present = (department: string) => `(SELECT count(*) FROM member JOIN member_standing ON member_id = member.id
  WHERE member.department = ${department} AND status IN ('active', 'kept'))`

/** Prepared statements of requests 职工诉求. */
export const requestQueries = perDatabase(({ sqlite }) => {
  const counted = (key: string, having = '') =>
    sqlite.prepare<[Days], { readonly key: string; readonly count: number; readonly open: number }>(
      `${items} SELECT ${key} AS key, count(*) AS count, sum(state <> 'closed') AS open FROM item
      WHERE received_on BETWEEN @from AND @until GROUP BY ${key} ${having}`,
    )
  return {
    list: sqlite.prepare<[StoredFilter & Page], StoredRow>(
      `${items} SELECT ${columns} ${wanted} ${inOrder} LIMIT @limit OFFSET @offset`,
    ),
    count: sqlite.prepare<[StoredFilter], number>(`${items} SELECT count(*) ${wanted}`).pluck(),
    /** How many of a list are confidential. */
    confidential: sqlite
      .prepare<[StoredFilter], number>(`${items} SELECT count(*) FILTER (WHERE is_confidential) ${wanted}`)
      .pluck(),
    ids: sqlite.prepare<[StoredFilter], RequestId>(`${items} SELECT id ${wanted} ${inOrder}`).pluck(),
    get: sqlite.prepare<[RequestId], StoredRow>(`${items} SELECT ${columns} FROM item WHERE id = ?`),
    ofMember: sqlite.prepare<[MemberId], StoredRow>(
      `${items} SELECT ${columns} FROM item WHERE member_id = ? ORDER BY received_on DESC, id DESC`,
    ),
    waiting: sqlite.prepare<
      [Pick<StoredFilter, 'today' | 'weekEnd'>],
      { readonly open: number; readonly overdue: number; readonly dueSoon: number; readonly unassigned: number }
    >(
      `${items} SELECT count(*) AS open, coalesce(sum(due_on < @today), 0) AS overdue,
        coalesce(sum(due_on BETWEEN @today AND @weekEnd), 0) AS dueSoon, coalesce(sum(owner IS NULL), 0) AS unassigned
      FROM item WHERE state <> 'closed'`,
    ),
    owners: sqlite.prepare<[], { readonly owner: string; readonly open: number }>(
      `${items} SELECT owner, sum(state <> 'closed') AS open FROM item WHERE owner IS NOT NULL GROUP BY owner ORDER BY owner`,
    ),
    topics: sqlite.prepare<[], string>('SELECT DISTINCT topic FROM request ORDER BY topic').pluck(),
    figures: sqlite.prepare<[Days & { readonly today: Day }], RequestFigures>(
      `${items} SELECT count(*) AS "all", coalesce(sum(state = 'closed'), 0) AS closed,
        coalesce(sum(${isDue}), 0) AS due, coalesce(sum(${isOnTime}), 0) AS onTime, count(satisfaction) AS calledBack,
        coalesce(sum(satisfaction >= ${SATISFIED}), 0) AS satisfied
      FROM item WHERE received_on BETWEEN @from AND @until`,
    ),
    countsBy: {
      topic: counted('topic', 'ORDER BY count(*) DESC, topic'),
      /** The largest first; what concerns small departments is counted under the empty name. */
      department: counted(
        `CASE WHEN ${present('item.department')} >= ${SMALLEST_GROUP} THEN item.department ELSE '' END`,
        'ORDER BY count(*) DESC, 1',
      ),
      month: counted('substr(received_on, 1, 7)', 'ORDER BY 1'),
    },
    /**
     * For insights: how many requests of each topic were received in each month, of everybody or of a department; none of a
     * department of fewer than `SMALLEST_GROUP` present members.
     */
    topicsByMonth: sqlite.prepare<
      [{ readonly from: Month; readonly until: Month; readonly department: string | null }],
      { readonly month: Month; readonly topic: string; readonly count: number }
    >(
      `SELECT substr(received_on, 1, 7) AS month, topic, count(*) AS count FROM request
      WHERE received_on BETWEEN @from || '-01' AND @until || '-31' AND (@department IS NULL
        OR (${present('@department')} >= ${SMALLEST_GROUP} AND (member_id IN (SELECT id FROM member WHERE department = @department)
          OR unit_id IN (SELECT unit.id FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
            WHERE coalesce(parent.name, unit.name) = @department))))
      GROUP BY 1, 2 ORDER BY 1, 2`,
    ),

    /** In the order of recording. */
    events: sqlite.prepare<[RequestId], RequestEvent>(
      `SELECT id, request_id AS requestId, kind, "on", "by", text, recorded_at AS recordedAt FROM request_event
      WHERE request_id = ? ORDER BY rowid`,
    ),
    hasUnit: sqlite.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM unit WHERE id = ?)').pluck(),
    insert: sqlite.prepare<[StoredRequest]>(
      `INSERT INTO request (id, member_id, unit_id, kind, topic, urgency, channel, received_on, title, text, owner, due_on,
        is_confidential, satisfaction)
      VALUES (@id, @memberId, @unitId, @kind, @topic, @urgency, @channel, @receivedOn, @title, @text, @owner, @dueOn,
        @isConfidential, @satisfaction)`,
    ),
    update: sqlite.prepare<[Omit<StoredRequest, 'satisfaction'>]>(
      `UPDATE request SET member_id = @memberId, unit_id = @unitId, kind = @kind, topic = @topic, urgency = @urgency,
        channel = @channel, received_on = @receivedOn, title = @title, text = @text, owner = @owner, due_on = @dueOn,
        is_confidential = @isConfidential
      WHERE id = @id`,
    ),
    assign: sqlite.prepare<[{ readonly id: RequestId; readonly owner: string; readonly dueOn: Day | null }]>(
      'UPDATE request SET owner = @owner, due_on = @dueOn WHERE id = @id',
    ),
    setSatisfaction: sqlite.prepare<[{ readonly id: RequestId; readonly satisfaction: number | null }]>(
      'UPDATE request SET satisfaction = @satisfaction WHERE id = @id',
    ),
    insertEvent: sqlite.prepare<[RequestEvent]>(
      `INSERT INTO request_event (id, request_id, kind, "on", "by", text, recorded_at)
      VALUES (@id, @requestId, @kind, @on, @by, @text, @recordedAt)`,
    ),
    removeEvents: sqlite.prepare<[RequestId]>('DELETE FROM request_event WHERE request_id = ?'),
    remove: sqlite.prepare<[RequestId]>('DELETE FROM request WHERE id = ?'),
  }
})
