import { v7 } from 'uuid'
import { z } from 'zod'

/** Row keys are UUIDv7, made on this machine, so that two offline branches never collide. */
const uuid = z.uuidv7()

export const branchIdSchema = uuid.brand<'BranchId'>()
export type BranchId = z.infer<typeof branchIdSchema>

export const memberIdSchema = uuid.brand<'MemberId'>()
export type MemberId = z.infer<typeof memberIdSchema>

export const membershipEventIdSchema = uuid.brand<'MembershipEventId'>()
export type MembershipEventId = z.infer<typeof membershipEventIdSchema>

export const duesRuleIdSchema = uuid.brand<'DuesRuleId'>()
export type DuesRuleId = z.infer<typeof duesRuleIdSchema>

export const duesEntryIdSchema = uuid.brand<'DuesEntryId'>()
export type DuesEntryId = z.infer<typeof duesEntryIdSchema>

export const activityIdSchema = uuid.brand<'ActivityId'>()
export type ActivityId = z.infer<typeof activityIdSchema>

export const participationIdSchema = uuid.brand<'ParticipationId'>()
export type ParticipationId = z.infer<typeof participationIdSchema>

/** A batch is a stored act that owns what it did: an import, a charge run, a payment batch, an export, an undo. */
export const batchIdSchema = uuid.brand<'BatchId'>()
export type BatchId = z.infer<typeof batchIdSchema>

export const accessEventIdSchema = uuid.brand<'AccessEventId'>()
export type AccessEventId = z.infer<typeof accessEventIdSchema>

/** A change entry of the change log; also the version of a record that other entries are based on. */
export const changeIdSchema = uuid.brand<'ChangeId'>()
export type ChangeId = z.infer<typeof changeIdSchema>

export const deviceIdSchema = uuid.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof deviceIdSchema>

/** New on install and on every restore, so that sequence numbers of two lives of a database never mix. */
export const incarnationSchema = uuid.brand<'Incarnation'>()
export type Incarnation = z.infer<typeof incarnationSchema>

export const rosterImportIdSchema = uuid.brand<'RosterImportId'>()
export type RosterImportId = z.infer<typeof rosterImportIdSchema>

export const unitIdSchema = uuid.brand<'UnitId'>()
export type UnitId = z.infer<typeof unitIdSchema>

export const postIdSchema = uuid.brand<'PostId'>()
export type PostId = z.infer<typeof postIdSchema>

export const identityDocumentIdSchema = uuid.brand<'IdentityDocumentId'>()
export type IdentityDocumentId = z.infer<typeof identityDocumentIdSchema>

export const relativeIdSchema = uuid.brand<'RelativeId'>()
export type RelativeId = z.infer<typeof relativeIdSchema>

export const honourIdSchema = uuid.brand<'HonourId'>()
export type HonourId = z.infer<typeof honourIdSchema>

export const customFieldIdSchema = uuid.brand<'CustomFieldId'>()
export type CustomFieldId = z.infer<typeof customFieldIdSchema>

export const customValueIdSchema = uuid.brand<'CustomValueId'>()
export type CustomValueId = z.infer<typeof customValueIdSchema>

export const memberMergeIdSchema = uuid.brand<'MemberMergeId'>()
export type MemberMergeId = z.infer<typeof memberMergeIdSchema>

export const notSamePersonIdSchema = uuid.brand<'NotSamePersonId'>()
export type NotSamePersonId = z.infer<typeof notSamePersonIdSchema>

export const memberFilterIdSchema = uuid.brand<'MemberFilterId'>()
export type MemberFilterId = z.infer<typeof memberFilterIdSchema>

export const receiverProfileIdSchema = uuid.brand<'ReceiverProfileId'>()
export type ReceiverProfileId = z.infer<typeof receiverProfileIdSchema>

const BYTES_A_UUID = 16
/** Random bytes drawn ahead: asking the system for those of a single id takes longer than all the rest of it. */
const drawn = new Uint8Array(256 * BYTES_A_UUID)
let used = drawn.length
/** Time and number of the last UUID; those of one millisecond are numbered on. */
let msecs = 0
let seq = 0

/** A fresh UUIDv7; later ones sort after earlier ones. */
export function newUuid(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  const random = drawn.subarray(used, (used += BYTES_A_UUID))
  const time = Date.now()
  if (time > msecs) {
    msecs = time
    // The upper half is kept free to be numbered on into.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1
  } else {
    seq = (seq + 1) >>> 0
    if (seq === 0) msecs += 1
  }
  return v7({ random, msecs, seq })
}

/** A fresh UUIDv7 as an id of the given kind, e.g. `newId(memberIdSchema)`. */
export function newId<Id extends z.ZodType<string>>(schema: Id): z.output<Id> {
  return schema.parse(newUuid())
}

export const duesBasisIdSchema = uuid.brand<'DuesBasisId'>()
export type DuesBasisId = z.infer<typeof duesBasisIdSchema>

export const duesExemptionIdSchema = uuid.brand<'DuesExemptionId'>()
export type DuesExemptionId = z.infer<typeof duesExemptionIdSchema>

export const duesReceiptIdSchema = uuid.brand<'DuesReceiptId'>()
export type DuesReceiptId = z.infer<typeof duesReceiptIdSchema>

export const handOverIdSchema = uuid.brand<'HandOverId'>()
export type HandOverId = z.infer<typeof handOverIdSchema>

export const payrollListIdSchema = uuid.brand<'PayrollListId'>()
export type PayrollListId = z.infer<typeof payrollListIdSchema>

export const payrollLineIdSchema = uuid.brand<'PayrollLineId'>()
export type PayrollLineId = z.infer<typeof payrollLineIdSchema>

export const remittanceIdSchema = uuid.brand<'RemittanceId'>()
export type RemittanceId = z.infer<typeof remittanceIdSchema>

export const duesDisputeIdSchema = uuid.brand<'DuesDisputeId'>()
export type DuesDisputeId = z.infer<typeof duesDisputeIdSchema>

export const arrearsRuleIdSchema = uuid.brand<'ArrearsRuleId'>()
export type ArrearsRuleId = z.infer<typeof arrearsRuleIdSchema>

export const arrearsStepIdSchema = uuid.brand<'ArrearsStepId'>()
export type ArrearsStepId = z.infer<typeof arrearsStepIdSchema>

export const fundEntryIdSchema = uuid.brand<'FundEntryId'>()
export type FundEntryId = z.infer<typeof fundEntryIdSchema>

export const fundShareIdSchema = uuid.brand<'FundShareId'>()
export type FundShareId = z.infer<typeof fundShareIdSchema>

export const fundBudgetIdSchema = uuid.brand<'FundBudgetId'>()
export type FundBudgetId = z.infer<typeof fundBudgetIdSchema>

export const fundSplitRuleIdSchema = uuid.brand<'FundSplitRuleId'>()
export type FundSplitRuleId = z.infer<typeof fundSplitRuleIdSchema>

export const spendingLimitIdSchema = uuid.brand<'SpendingLimitId'>()
export type SpendingLimitId = z.infer<typeof spendingLimitIdSchema>

export const monthClosingIdSchema = uuid.brand<'MonthClosingId'>()
export type MonthClosingId = z.infer<typeof monthClosingIdSchema>

export const activityStepIdSchema = uuid.brand<'ActivityStepId'>()
export type ActivityStepId = z.infer<typeof activityStepIdSchema>

export const activityBudgetIdSchema = uuid.brand<'ActivityBudgetId'>()
export type ActivityBudgetId = z.infer<typeof activityBudgetIdSchema>

export const attachmentIdSchema = uuid.brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof attachmentIdSchema>

export const careGiftIdSchema = uuid.brand<'CareGiftId'>()
export type CareGiftId = z.infer<typeof careGiftIdSchema>

export const hardshipFileIdSchema = uuid.brand<'HardshipFileId'>()
export type HardshipFileId = z.infer<typeof hardshipFileIdSchema>

export const hardshipPersonIdSchema = uuid.brand<'HardshipPersonId'>()
export type HardshipPersonId = z.infer<typeof hardshipPersonIdSchema>

export const hardshipAssessmentIdSchema = uuid.brand<'HardshipAssessmentId'>()
export type HardshipAssessmentId = z.infer<typeof hardshipAssessmentIdSchema>

export const requestIdSchema = uuid.brand<'RequestId'>()
export type RequestId = z.infer<typeof requestIdSchema>

export const requestEventIdSchema = uuid.brand<'RequestEventId'>()
export type RequestEventId = z.infer<typeof requestEventIdSchema>

export const legalCaseIdSchema = uuid.brand<'LegalCaseId'>()
export type LegalCaseId = z.infer<typeof legalCaseIdSchema>

export const mutualAidIdSchema = uuid.brand<'MutualAidId'>()
export type MutualAidId = z.infer<typeof mutualAidIdSchema>

export const mutualAidClaimIdSchema = uuid.brand<'MutualAidClaimId'>()
export type MutualAidClaimId = z.infer<typeof mutualAidClaimIdSchema>

export const checkupIdSchema = uuid.brand<'CheckupId'>()
export type CheckupId = z.infer<typeof checkupIdSchema>

export const committeeIdSchema = uuid.brand<'CommitteeId'>()
export type CommitteeId = z.infer<typeof committeeIdSchema>

export const electionStepIdSchema = uuid.brand<'ElectionStepId'>()
export type ElectionStepId = z.infer<typeof electionStepIdSchema>

export const candidateIdSchema = uuid.brand<'CandidateId'>()
export type CandidateId = z.infer<typeof candidateIdSchema>

export const delegateIdSchema = uuid.brand<'DelegateId'>()
export type DelegateId = z.infer<typeof delegateIdSchema>

export const teamRoleIdSchema = uuid.brand<'TeamRoleId'>()
export type TeamRoleId = z.infer<typeof teamRoleIdSchema>

export const providerIdSchema = uuid.brand<'ProviderId'>()
export type ProviderId = z.infer<typeof providerIdSchema>

export const providerContractIdSchema = uuid.brand<'ProviderContractId'>()
export type ProviderContractId = z.infer<typeof providerContractIdSchema>

export const articleIdSchema = uuid.brand<'ArticleId'>()
export type ArticleId = z.infer<typeof articleIdSchema>

export const statisticsTemplateIdSchema = uuid.brand<'StatisticsTemplateId'>()
export type StatisticsTemplateId = z.infer<typeof statisticsTemplateIdSchema>

export const directiveIdSchema = uuid.brand<'DirectiveId'>()
export type DirectiveId = z.infer<typeof directiveIdSchema>

export const directiveAnswerIdSchema = uuid.brand<'DirectiveAnswerId'>()
export type DirectiveAnswerId = z.infer<typeof directiveAnswerIdSchema>

export const transferIdSchema = uuid.brand<'TransferId'>()
export type TransferId = z.infer<typeof transferIdSchema>

export const transferAnswerIdSchema = uuid.brand<'TransferAnswerId'>()
export type TransferAnswerId = z.infer<typeof transferAnswerIdSchema>

export const memberNoticeIdSchema = uuid.brand<'MemberNoticeId'>()
export type MemberNoticeId = z.infer<typeof memberNoticeIdSchema>

export const codeListIdSchema = uuid.brand<'CodeListId'>()
export type CodeListId = z.infer<typeof codeListIdSchema>
export const lateEditIdSchema = uuid.brand<'LateEditId'>()
export type LateEditId = z.infer<typeof lateEditIdSchema>

export const foreignDuplicateIdSchema = uuid.brand<'ForeignDuplicateId'>()
export type ForeignDuplicateId = z.infer<typeof foreignDuplicateIdSchema>
