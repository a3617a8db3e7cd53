export { accessEvent } from './access-event'
export { activity, participation } from './activities'
export { batch } from './batches'
export { branch } from './branch'
export { change } from './change'
export { arrearsRule, arrearsStep } from './arrears'
export { duesBasis, duesEntry, duesExemption, duesRule, duesStanding } from './dues'
export { fundAttachment, fundBudget, fundEntry, fundShare, fundSplitRule, monthClosing, spendingLimit } from './funds'
export { duesDispute, payrollImport, payrollLine, payrollList, remittance } from './payroll'
export { handOver, handOverDraft } from './hand-overs'
export { duesReceipt } from './receipts'
export { memberMerge, notSamePerson } from './duplicates'
export { customField, customValue, honour, identityDocument, memberPhoto, relative } from './member-details'
export { memberFilter } from './member-filter'
export { member, memberStanding, membershipEvent } from './members'
export { post, unit } from './organisation'
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
export { device, enrolment, receipt, syncStream } from './sync'
export { undoKept } from './undo-kept'
