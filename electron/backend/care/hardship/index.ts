import { hardshipQueries } from '../../../../db/queries/care/hardship'
import { dayOf } from '../../../../shared/rules/date'
import { logSensitiveView, requireSensitive } from '../../access/sensitive'
import { withBranch } from '../../context'
import {
  closeFile,
  detailOf,
  openFile,
  removeAssessment,
  removePerson,
  reopenFile,
  saveAssessment,
  savePerson,
  updateFile,
} from './files'
import { hardshipCounts, headOf, linesOf, linesOfMember } from './lines'
import { exportList, paperOf } from './papers'

const os = withBranch.care.hardship

/** Files of families in hardship 困难职工档案. */
export const hardship = os.router({
  list: os.list.handler(({ context, input }) => linesOf(context.db, input)),
  counts: os.counts.handler(({ context }) => hardshipCounts(context.db, dayOf(new Date()))),
  ofMember: os.ofMember.handler(({ context, input }) => linesOfMember(context.db, input.memberId)),
  head: os.head.handler(({ context, input }) => headOf(context.db, input.id)),

  get: os.get.handler(({ context, input: { id } }) => {
    requireSensitive(context)
    const detail = detailOf(context.db, id)
    logSensitiveView(context, { subject: 'hardshipFile', id, memberId: detail.file.memberId })
    return detail
  }),

  open: os.open.handler(({ context, input }) => {
    requireSensitive(context)
    return openFile(context.db, input)
  }),

  update: os.update.handler(({ context, input: { id, file } }) => {
    requireSensitive(context)
    return updateFile(context.db, id, file)
  }),

  savePerson: os.savePerson.handler(({ context, input: { fileId, id, person } }) => {
    requireSensitive(context)
    return savePerson(context.db, fileId, id, person)
  }),

  removePerson: os.removePerson.handler(({ context, input: { id } }) => {
    requireSensitive(context)
    return removePerson(context.db, id)
  }),

  saveAssessment: os.saveAssessment.handler(({ context, input: { fileId, id, assessment } }) => {
    requireSensitive(context)
    return saveAssessment(context.db, fileId, id, assessment)
  }),

  removeAssessment: os.removeAssessment.handler(({ context, input: { id } }) => {
    requireSensitive(context)
    return removeAssessment(context.db, id)
  }),

  close: os.close.handler(({ context, input: { id, on, reason } }) => {
    requireSensitive(context)
    return closeFile(context.db, id, on, reason)
  }),

  reopen: os.reopen.handler(({ context, input: { id } }) => {
    requireSensitive(context)
    return reopenFile(context.db, id)
  }),

  paper: os.paper.handler(({ context, input: { id, clear } }) => {
    requireSensitive(context)
    return paperOf(context.db, context.host, id, clear)
  }),

  export: os.export.handler(({ context, input, signal }) => {
    requireSensitive(context)
    return exportList(context.db, context.host, input, signal)
  }),

  figures: os.figures.handler(({ context, input }) => {
    const { openByClass, changes, aidByKind } = hardshipQueries(context.db)
    const { opened, closed } = changes.get(input) ?? { opened: 0, closed: 0 }
    return { open: openByClass.all(input), opened, closed, aid: aidByKind.all(input) }
  }),
})
