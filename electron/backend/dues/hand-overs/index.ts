import { handOverQueries } from '../../../../db/queries/dues/hand-overs'
import { withBranch } from '../../context'
import { copyToDraft, draftOf, draftsOf, saveDraft } from './drafts'
import { findMembers } from './finding'
import { postedOf } from './posted'
import { checkHandOver, postHandOver } from './posting'
import { exportSlip } from './slip'

const os = withBranch.dues.handOvers

/** Hand-overs of cash 交款. */
export const handOvers = os.router({
  drafts: os.drafts.handler(({ context }) => draftsOf(context.db)),
  draft: os.draft.handler(({ context, input }) => draftOf(context.db, input.id)),
  saveDraft: os.saveDraft.handler(({ context, input }) => saveDraft(context.db, input.id, input.draft)),
  removeDraft: os.removeDraft.handler(({ context: { db }, input }) => {
    db.write(() => handOverQueries(db).removeDraft.run(input.id))
  }),
  members: os.members.handler(({ context, input }) =>
    handOverQueries(context.db).members.all(JSON.stringify(input.ids)),
  ),
  find: os.find.handler(({ context, input }) => findMembers(context.db, input.lines)),
  check: os.check.handler(({ context, input }) => checkHandOver(context.db, input)),
  post: os.post.handler(({ context, input }) => postHandOver(context.db, input.draftId, input.sheet)),
  list: os.list.handler(({ context, input }) => {
    const { count, list } = handOverQueries(context.db)
    return { total: count.get() ?? 0, rows: list(input) }
  }),
  get: os.get.handler(({ context, input }) => postedOf(context.db, input.id)),
  copy: os.copy.handler(({ context, input }) => copyToDraft(context.db, input.id)),
  exportSlip: os.exportSlip.handler(({ context, input, signal }) =>
    exportSlip(context.db, context.host, input, signal),
  ),
})
