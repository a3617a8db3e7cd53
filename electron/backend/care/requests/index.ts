import { requestQueries } from '../../../../db/queries/care/requests'
import { requestTopic } from '../../../../shared/codes/care/topics'
import { dayOf } from '../../../../shared/rules/date'
import { weekEnd } from '../../../../shared/rules/care/request-deadline'
import { logSensitiveView, requireSensitive } from '../../access/sensitive'
import { withBranch } from '../../context'
import { exportRequests } from './export'
import { storedFilter } from './filter'
import { requireRequest, shownDetail, shownRow } from './shown-request'
import { assignRequests, takeStep } from './steps'
import { addRequest, removeRequest, updateRequest } from './write'

const os = withBranch.care.requests
const today = () => dayOf(new Date())

/** Requests 职工诉求. */
export const requests = os.router({
  list: os.list.handler(({ context: { db }, input: { offset, limit, ...input } }) => {
    const filter = storedFilter(db, input)
    const { list, count } = requestQueries(db)
    return { total: count.get(filter) ?? 0, rows: list.all({ ...filter, offset, limit }).map(shownRow) }
  }),

  ids: os.ids.handler(({ context: { db }, input }) => requestQueries(db).ids.all(storedFilter(db, input))),

  waiting: os.waiting.handler(({ context: { db } }) => {
    const day = today()
    return (
      requestQueries(db).waiting.get({ today: day, weekEnd: weekEnd(day) }) ?? {
        ...{ open: 0, overdue: 0, dueSoon: 0, unassigned: 0 },
      }
    )
  }),

  owners: os.owners.handler(({ context: { db } }) => requestQueries(db).owners.all()),

  topics: os.topics.handler(({ context: { db } }) => {
    const listed = new Set<string>(requestTopic.values)
    return requestQueries(db)
      .topics.all()
      .filter((topic) => !listed.has(topic))
  }),

  figures: os.figures.handler(
    ({ context: { db }, input }) =>
      requestQueries(db).figures.get({ ...input, today: today() }) ?? {
        ...{ all: 0, closed: 0, due: 0, onTime: 0, calledBack: 0, satisfied: 0 },
      },
  ),

  counts: os.counts.handler(({ context: { db }, input: { by, ...days } }) => requestQueries(db).countsBy[by].all(days)),

  ofMember: os.ofMember.handler(({ context: { db }, input }) => {
    const all = requestQueries(db).ofMember.all(input.memberId)
    const open = all.filter(({ isConfidential }) => isConfidential === 0)
    return { rows: open.map(shownRow), confidential: all.length - open.length }
  }),

  get: os.get.handler(({ context: { db }, input }) => shownDetail(db, input.id, false)),

  reveal: os.reveal.handler(({ context, input: { id } }) => {
    const { db } = context
    const { memberId, isConfidential } = requireRequest(db, id)
    if (isConfidential === 1) {
      db.write(() => logSensitiveView(context, { subject: 'request', id, ...(memberId !== null && { memberId }) }))
    }
    return shownDetail(db, id, true)
  }),

  add: os.add.handler(({ context: { db }, input }) => addRequest(db, input, today())),

  update: os.update.handler(({ context, input: { id, request } }) => {
    const { db } = context
    if (requireRequest(db, id).isConfidential === 1) requireSensitive(context)
    return updateRequest(db, id, request, today())
  }),

  remove: os.remove.handler(({ context: { db, host }, input }) => removeRequest(db, host, input.id)),
  step: os.step.handler(({ context: { db }, input }) => takeStep(db, input.id, input.step, today())),
  assign: os.assign.handler(({ context: { db }, input }) => assignRequests(db, input, today())),

  exportList: os.exportList.handler(({ context: { db, host }, input, signal }) =>
    exportRequests(db, host, input, signal),
  ),
})
