import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries, type Enrolment } from '../../../../db/queries/federation'
import { failure } from '../../../../shared/contract/errors'

/** An enrolment by which files can be exchanged. */
export type FileEnrolment = Enrolment & Record<'hubRecipient' | 'hubKey' | 'fileIdentity', string>

/** Throws NOT_ENROLLED, EXCHANGE_NO_KEYS. */
export function requireFileEnrolment(db: BranchDatabase): FileEnrolment {
  const enrolment = federationQueries(db).enrolment.get()
  if (enrolment === undefined) throw failure('NOT_ENROLLED')
  const { hubRecipient, hubKey, fileIdentity } = enrolment
  if (hubRecipient === null || hubKey === null || fileIdentity === null) throw failure('EXCHANGE_NO_KEYS')
  return { ...enrolment, hubRecipient, hubKey, fileIdentity }
}
