export { accessEvent, sensitiveAccess } from './access-event'
export { activity, activityBudget, activityStep, participation } from './activities'
export { attachment } from './attachments'
export {
  careGift,
  checkup,
  hardshipAssessment,
  hardshipFile,
  hardshipPerson,
  legalCase,
  mutualAid,
  mutualAidClaim,
  request,
  requestEvent,
} from './care'
export { candidate, committee, delegate, electionStep } from './committees'
export { batch } from './batches'
export { branch } from './branch'
export { change } from './change'
export { arrearsRule, arrearsStep } from './arrears'
export { duesBasis, duesEntry, duesExemption, duesRule, duesStanding } from './dues'
export { fundBudget, fundEntry, fundShare, fundSplitRule, monthClosing, spendingLimit } from './funds'
export { duesDispute, payrollImport, payrollLine, payrollList, remittance } from './payroll'
export { handOver, handOverDraft } from './hand-overs'
export { duesReceipt } from './receipts'
export { directive, directiveAnswer } from './directives'
export { memberMerge, notSamePerson } from './duplicates'
export { customField, customValue, honour, identityDocument, memberPhoto, relative } from './member-details'
export { codeList } from './code-lists'
export { conflict, correction } from './conflicts'
export { memberNotice } from './member-notices'
export { memberFilter } from './member-filter'
export { member, memberStanding, membershipEvent } from './members'
export { unit } from './organisation'
export { post } from './posts'
export { receiverProfile } from './receiver-profile'
export {
  rosterAnswer,
  rosterImport,
  rosterImportCommit,
  rosterImportFile,
  rosterImportRow,
  rosterMapping,
  rosterSource,
} from './roster-import'
export { statisticsFigure, statisticsTemplate } from './statistics'
export {
  device,
  enrolment,
  exchangeFile,
  outgoingFile,
  passingChoice,
  receipt,
  recalledStream,
  syncEvent,
  syncSetting,
  syncStream,
} from './sync'
export { article, provider, providerContract, teamRole } from './team'
export { undoKept } from './undo-kept'
export {
  claimResult,
  foreignDuplicate,
  incomingClaim,
  incomingTransfer,
  lateEdit,
  transfer,
  transferAnswer,
  transferClaim,
  transferResult,
} from './transfers'
