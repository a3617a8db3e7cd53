import type { SyncedTable } from './change'

/** What a value of a sensitive field is shown as wherever it is not asked for on purpose. */
export const SENSITIVE_MASK = '••••'

interface SensitiveFields {
  readonly fields: readonly string[]
  /** Only where the row, or the request that it belongs to, is confidential; else always. */
  readonly when?: 'confidential'
}

/**
 * Fields that hold sensitive data 敏感信息: health, disability, bank, children's data, a family's money, what check-ups
 * found, confidential requests. They leave the backend only while sensitive data is open, and never in histories, effects
 * of batches, names and logs.
 */
export const sensitiveFields: Readonly<Partial<Record<SyncedTable, SensitiveFields>>> = {
  hardship_file: {
    fields: [
      ...['mainCause', 'otherCause', 'subsistence', 'health', 'disability', 'medicalInsurance'],
      ...['monthlyIncome', 'otherIncome', 'otherContact', 'isSingleParent', 'canSelfHelp', 'isZeroEmployment'],
      ...['bank', 'bankBranch', 'bankAccount', 'closeReason', 'note'],
    ],
  },
  hardship_person: {
    fields: [
      ...['name', 'gender', 'ethnicity', 'birthDate', 'idNumber', 'politicalStatus', 'monthlyIncome', 'modelWorker'],
      ...['health', 'disability', 'medicalInsurance', 'maritalStatus', 'householdType', 'phone', 'standing'],
      ...['education', 'enrolledIn', 'schoolYears', 'place', 'employerNature', 'employerState', 'industry'],
      ...['workState', 'contractFrom', 'contractTerm', 'note'],
    ],
  },
  hardship_assessment: {
    fields: [
      ...['people', 'income', 'rigidSpending', 'accidentCost', 'isStricken', 'exclusion'],
      ...['reason', 'objections', 'partyOpinion', 'decision', 'upperOpinion', 'note'],
    ],
  },
  request: { fields: ['title', 'text'], when: 'confidential' },
  request_event: { fields: ['by', 'text'], when: 'confidential' },
  care_gift: { fields: ['occasion', 'note'] },
  legal_case: { fields: ['matter', 'outcome', 'note'] },
  mutual_aid_claim: { fields: ['kind', 'refusal', 'note'] },
  checkup: { fields: ['finding', 'followUpOn', 'note'] },
}
