import { logAccess } from '../../../db/queries/access'
import { selectMembers } from '../../../db/queries/member-selection'
import { memberQueries } from '../../../db/queries/members'
import { checkIdDocument } from '../../../shared/rules/id-document'
import { normaliseIdNumber } from '../../../shared/rules/id-number'
import { withBranch } from '../context'
import { reportingOfMembers } from '../federation/entries'
import { customFields } from './custom-fields'
import { details } from './details'
import { addEvent, revokeEvent } from './events'
import { historyOf } from './history'
import { isMasked, masked } from './masking'
import { photo } from './photo'
import { addMember, recordOf, updateMember } from './record'
import { removeMember } from './removal'
import { requireMember } from './require-member'
import { sourcesOf } from './sources'
import { timelineOf } from './timeline'

const os = withBranch.members

/** Members 会员. */
export const members = os.router({
  list: os.list.handler(({ context: { db }, input: { filter, sort, offset, limit } }) => {
    const ids = selectMembers(db, { filter, sort })
    const page = ids.slice(offset, offset + limit)
    const reporting = reportingOfMembers(db, page)
    const rows = memberQueries(db)
      .byIds.all(JSON.stringify(page))
      .map((member) => ({ ...masked(member), reporting: reporting.get(member.id) ?? null }))
    return { total: ids.length, rows }
  }),

  ids: os.ids.handler(({ context, input }) => [...selectMembers(context.db, input)]),

  facets: os.facets.handler(({ context }) => {
    const { statuses, departments } = memberQueries(context.db)
    return { statuses: statuses.all(), departments: departments.all() }
  }),

  get: os.get.handler(({ context, input }) => recordOf(context.db, input.id)),

  history: os.history.handler(({ context, input }) => historyOf(context.db, input.id)),

  sources: os.sources.handler(({ context, input }) => sourcesOf(context.db, input.id)),

  add: os.add.handler(({ context, input: { fields, event, custom } }) => ({
    id: addMember(context.db, fields, event, custom),
  })),

  update: os.update.handler(({ context: { db }, input }) => {
    updateMember(db, input.id, input.version, input.fields, input.custom)
    return recordOf(db, input.id)
  }),

  addEvent: os.addEvent.handler(({ context: { db }, input }) => {
    addEvent(db, input.id, input.event)
    return recordOf(db, input.id)
  }),

  revokeEvent: os.revokeEvent.handler(({ context: { db }, input: { id, eventId, reason } }) => {
    revokeEvent(db, id, eventId, reason)
    return recordOf(db, id)
  }),

  findByIdNumber: os.findByIdNumber.handler(({ context, input: { idNumber, exceptId } }) => {
    const document = checkIdDocument(null, idNumber)
    const number = document.ok ? document.number : normaliseIdNumber(idNumber)
    const found = memberQueries(context.db).findByIdNumber.get({ idNumber: number, exceptId })
    return found ?? null
  }),

  reveal: os.reveal.handler(({ context: { db }, input: { id, field, reason } }) => {
    const value = requireMember(db, id)[field]
    if (isMasked(field)) logAccess(db, { kind: 'reveal', memberId: id, subject: field, count: 1, reason })
    return { value: value === null ? null : String(value) }
  }),

  remove: os.remove.handler(({ context, input }) => removeMember(context.db, context.host, input.id, input.reason)),

  timeline: os.timeline.handler(({ context, input }) => timelineOf(context, input)),

  details,
  photo,
  customFields,
})
