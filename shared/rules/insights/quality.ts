import type { PartialDate } from '../../model/date'
import type { QualityFault } from '../../model/insights'
import { checkIdDocument, type IdType } from '../id-document'

/** What of a record those above count it by. */
export interface CountedRecord {
  readonly gender: string | null
  readonly birthDate: PartialDate | null
  readonly ethnicity: string | null
  readonly idType: IdType | null
  readonly idNumber: string | null
  readonly phone: string | null
}

/**
 * What keeps a record from being counted as complete and correct: an ID number that is missing, wrong or of somebody else too,
 * or a field missing that the real-name sheet must have. Source: Beijing counts qualified records only (domain report 6.3);
 * the fields are those that the sheet of 总工办发〔2017〕14号 requires or advises. Birth date and sex follow from a
 * right citizen ID.
 * @param isTwice whether another member has the same ID number
 */
export function qualityFaults(record: CountedRecord, isTwice: boolean): QualityFault[] {
  const faults: QualityFault[] = []
  const checked = record.idNumber === null ? null : checkIdDocument(record.idType, record.idNumber)
  if (checked === null) faults.push('idMissing')
  else if (!checked.ok || checked.remarks.includes('typeMismatch')) faults.push('idWrong')
  if (isTwice) faults.push('idTwice')
  const holder = checked?.ok === true ? checked.holder : null
  if (record.gender === null && holder === null) faults.push('gender')
  if (record.birthDate === null && holder === null) faults.push('birthDate')
  if (record.ethnicity === null) faults.push('ethnicity')
  if (record.idType === null) faults.push('idType')
  if (record.phone === null) faults.push('phone')
  return faults
}
