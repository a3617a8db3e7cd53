import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { hubLinkOf } from '../hub-link'
import { answerTransfers } from './answer'
import { claimedPage, handOverMember, refuseClaim } from './claimed'
import { claimMember, claimPage, redirectClaim, withdrawClaim } from './claims'
import { setRightful } from './duplicates'
import { keepFormerField } from './former-fields'
import { adoptLateEdit, ignoreLateEdit } from './late-edits'
import { lettersOf, saveLetters } from './letters'
import { duplicatePage, incomingPage, outgoingPage, transfersOfMember } from './list'
import { redirectTransfer, requestTransfer, transferCandidates, withdrawTransfer } from './request'

const os = withBranch.federation.transfers
const today = () => dayOf(new Date())

/** Transfers 转会 of members to and from other branches, and persons whom two branches have. */
export const transfers = os.router({
  unions: os.unions.handler(async ({ context, input }) => {
    const { unions, isExact } = await hubLinkOf(context.db).ask((hub) => hub.unions(input))
    return { unions, isExact }
  }),
  candidates: os.candidates.handler(({ context, input }) => transferCandidates(context.db, input.memberIds, today())),
  request: os.request.handler(({ context, input }) => requestTransfer(context.db, input, today())),
  outgoing: os.outgoing.handler(({ context, input }) => outgoingPage(context.db, input, today())),
  withdraw: os.withdraw.handler(({ context, input }) => withdrawTransfer(context.db, input.id, today())),
  redirect: os.redirect.handler(({ context, input: { id, ...union } }) => redirectTransfer(context.db, id, union)),
  incoming: os.incoming.handler(({ context, input }) => incomingPage(context.db, input, today())),
  accept: os.accept.handler(({ context, input: { ids, by } }) =>
    answerTransfers(context.db, ids, { decision: 'accepted', reason: null, by: by === '' ? null : by }, today()),
  ),
  refuse: os.refuse.handler(({ context, input: { ids, reason, by } }) =>
    answerTransfers(context.db, ids, { decision: 'refused', reason, by: by === '' ? null : by }, today()),
  ),
  claim: os.claim.handler(({ context, input }) => claimMember(context.db, input, today())),
  claims: os.claims.handler(({ context, input }) => claimPage(context.db, input, today())),
  withdrawClaim: os.withdrawClaim.handler(({ context, input }) => withdrawClaim(context.db, input.id, today())),
  redirectClaim: os.redirectClaim.handler(({ context, input: { id, ...union } }) =>
    redirectClaim(context.db, id, union, today()),
  ),
  claimed: os.claimed.handler(({ context, input }) => claimedPage(context.db, input, today())),
  handOver: os.handOver.handler(({ context, input }) => handOverMember(context.db, input, today())),
  refuseClaim: os.refuseClaim.handler(({ context, input }) => refuseClaim(context.db, input, today())),
  duplicates: os.duplicates.handler(({ context, input }) => duplicatePage(context.db, input)),
  setRightful: os.setRightful.handler(({ context, input: { id, reason } }) => {
    setRightful(context.db, id, reason)
    return {}
  }),
  ofMember: os.ofMember.handler(({ context, input }) => transfersOfMember(context.db, input.memberId, today())),
  adopt: os.adopt.handler(({ context, input }) => adoptLateEdit(context.db, input.id)),
  ignore: os.ignore.handler(({ context, input }) => {
    ignoreLateEdit(context.db, input.id)
    return {}
  }),
  keepField: os.keepField.handler(({ context, input: { memberId, ...field } }) =>
    keepFormerField(context.db, memberId, field),
  ),
  letters: os.letters.handler(({ context, input }) => lettersOf(context.db, input.ids, today())),
  saveLetters: os.saveLetters.handler(({ context, input }) =>
    saveLetters(context.db, context.host, input.ids, today()),
  ),
})
