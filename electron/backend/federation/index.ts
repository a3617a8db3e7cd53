import { dayOf } from '../../../shared/rules/date'
import { withBranch } from '../context'
import { offeredWords, receivedCodeLists } from './code-lists'
import { conflicts } from './conflicts'
import { answerDirective, directivePage, readAnswerFile, saveAnswerFile } from './directives'
import { attentionPage, entriesOfMember, reportingOfMembers } from './entries'
import { exchange } from './exchange'
import { hubLinkOf } from './hub-link'
import { transfers } from './transfers'
import { log } from './log'
import { passing } from './passing'
import { roll } from './roll'
import { settings } from './settings'

const os = withBranch.federation

/** Federation 联网: enrolment with the hub of the union above, and how far the record has reached it. */
export const federation = os.router({
  state: os.state.handler(({ context }) => hubLinkOf(context.db).state()),
  watch: os.watch.handler(({ context, signal }) => hubLinkOf(context.db).watch(signal)),
  enrol: os.enrol.handler(({ context, input }) => hubLinkOf(context.db).enrol(input.address, input.code)),
  syncNow: os.syncNow.handler(({ context }) => hubLinkOf(context.db).syncNow()),
  pause: os.pause.handler(({ context }) => hubLinkOf(context.db).pause()),
  leave: os.leave.handler(({ context }) => hubLinkOf(context.db).leave()),
  takeOver: os.takeOver.handler(({ context }) => hubLinkOf(context.db).takeOver()),
  entries: {
    attention: os.entries.attention.handler(({ context, input }) => attentionPage(context.db, input)),
    standing: os.entries.standing.handler(
      ({ context, input: { memberId } }) => reportingOfMembers(context.db, [memberId]).get(memberId) ?? null,
    ),
    ofMember: os.entries.ofMember.handler(({ context, input: { memberId, ...page } }) =>
      entriesOfMember(context.db, memberId, page),
    ),
  },
  codeLists: {
    list: os.codeLists.list.handler(({ context }) => receivedCodeLists(context.db)),
    offered: os.codeLists.offered.handler(({ context }) => offeredWords(context.db)),
  },
  conflicts,
  roll,
  passing,
  settings,
  log,
  directives: {
    list: os.directives.list.handler(({ context, input }) => directivePage(context.db, input)),
    answer: os.directives.answer.handler(async ({ context, input: { id, answer, file } }) => {
      const read = file === null ? null : await readAnswerFile(file)
      return answerDirective(context.db, id, answer, dayOf(new Date()), read)
    }),
    saveFile: os.directives.saveFile.handler(({ context: { db, host }, input: { id } }) =>
      saveAnswerFile(db, host, id),
    ),
  },
  transfers,
  exchange,
})
