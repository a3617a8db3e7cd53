import { federationQueries } from '../../../db/queries/federation'
import { dayOf } from '../../../shared/rules/date'
import { withBranch } from '../context'
import { answerDirective, directivePage } from './directives'
import { hubLinkOf } from './hub-link'

const os = withBranch.federation

/** Federation 联网: enrolment with the hub of the union above, and how far the record has reached it. */
export const federation = os.router({
  state: os.state.handler(({ context }) => hubLinkOf(context.db).state()),
  watch: os.watch.handler(({ context, signal }) => hubLinkOf(context.db).watch(signal)),
  enrol: os.enrol.handler(({ context, input }) => hubLinkOf(context.db).enrol(input.address, input.code)),
  syncNow: os.syncNow.handler(({ context }) => hubLinkOf(context.db).syncNow()),
  leave: os.leave.handler(({ context }) => hubLinkOf(context.db).leave()),
  takeOver: os.takeOver.handler(({ context }) => hubLinkOf(context.db).takeOver()),
  attention: os.attention.handler(({ context, input: { limit, offset } }) => {
    const queries = federationQueries(context.db)
    return { rows: queries.attention.all({ limit, offset }), total: queries.attentionCount.get() ?? 0 }
  }),
  directives: {
    list: os.directives.list.handler(({ context, input }) => directivePage(context.db, input)),
    answer: os.directives.answer.handler(({ context, input: { id, answer } }) =>
      answerDirective(context.db, id, answer, dayOf(new Date())),
    ),
  },
})
