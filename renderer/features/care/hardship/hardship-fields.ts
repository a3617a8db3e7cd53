import {
  contractTerm,
  disability,
  education,
  employerNature,
  employerState,
  employmentStatus,
  ethnicity,
  floorArea,
  gender,
  hardshipCause,
  healthState,
  householdType,
  housingKind,
  industry,
  kinship,
  maritalStatus,
  medicalInsurance,
  modelWorkerKind,
  personStanding,
  politicalStatus,
  subsistence,
  yesNo,
} from '../../../../shared/codes'
import type { HardshipFileInput, HardshipPersonInput } from '../../../../shared/model/hardship'
import { fenSchema } from '../../../../shared/model/money'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

export interface FieldSpec<Name extends string> {
  readonly name: Name
  readonly kind: 'text' | 'note' | 'code' | 'kind' | 'intake' | 'money' | 'date' | 'number'
  readonly values?: readonly string[]
  /** Asked for by the union's form without fail. */
  readonly isMust?: true
}

export type FileField = Exclude<keyof HardshipFileInput, 'memberId'>
export type PersonField = keyof HardshipPersonInput

/** What a file holds beside the member's record, as forms, pages and papers show it. */
export const fileFields: readonly FieldSpec<FileField>[] = [
  { name: 'kind', kind: 'kind', isMust: true },
  { name: 'intake', kind: 'intake', isMust: true },
  { name: 'openedOn', kind: 'date', isMust: true },
  { name: 'mainCause', kind: 'code', values: hardshipCause.values, isMust: true },
  { name: 'otherCause', kind: 'code', values: hardshipCause.values },
  { name: 'subsistence', kind: 'code', values: subsistence.values },
  { name: 'health', kind: 'code', values: healthState.values, isMust: true },
  { name: 'disability', kind: 'code', values: disability.values },
  { name: 'medicalInsurance', kind: 'code', values: medicalInsurance.values },
  { name: 'monthlyIncome', kind: 'money', isMust: true },
  { name: 'otherIncome', kind: 'money' },
  { name: 'housing', kind: 'code', values: housingKind.values, isMust: true },
  { name: 'floorArea', kind: 'code', values: floorArea.values },
  { name: 'address', kind: 'text' },
  { name: 'postcode', kind: 'text' },
  { name: 'otherContact', kind: 'text' },
  { name: 'employerState', kind: 'code', values: employerState.values },
  { name: 'isSingleParent', kind: 'code', values: yesNo.values },
  { name: 'canSelfHelp', kind: 'code', values: yesNo.values },
  { name: 'isZeroEmployment', kind: 'code', values: yesNo.values },
  { name: 'livesInTown', kind: 'code', values: yesNo.values },
  { name: 'employedSince', kind: 'date' },
  { name: 'bank', kind: 'text' },
  { name: 'bankBranch', kind: 'text' },
  { name: 'bankAccount', kind: 'text' },
  { name: 'filedBy', kind: 'text' },
  { name: 'checkedBy', kind: 'text' },
  { name: 'enteredBy', kind: 'text' },
  { name: 'note', kind: 'note' },
]

/** What is kept of somebody of the family. */
export const personFields: readonly FieldSpec<PersonField>[] = [
  { name: 'name', kind: 'text', isMust: true },
  { name: 'relation', kind: 'code', values: kinship.values, isMust: true },
  { name: 'gender', kind: 'code', values: gender.values },
  { name: 'ethnicity', kind: 'code', values: ethnicity.values, isMust: true },
  { name: 'birthDate', kind: 'date' },
  { name: 'idNumber', kind: 'text', isMust: true },
  { name: 'monthlyIncome', kind: 'money', isMust: true },
  { name: 'standing', kind: 'code', values: personStanding.values, isMust: true },
  { name: 'place', kind: 'text' },
  { name: 'health', kind: 'code', values: healthState.values, isMust: true },
  { name: 'disability', kind: 'code', values: disability.values },
  { name: 'medicalInsurance', kind: 'code', values: medicalInsurance.values, isMust: true },
  { name: 'maritalStatus', kind: 'code', values: maritalStatus.values, isMust: true },
  { name: 'householdType', kind: 'code', values: householdType.values, isMust: true },
  { name: 'modelWorker', kind: 'code', values: modelWorkerKind.values, isMust: true },
  { name: 'politicalStatus', kind: 'code', values: politicalStatus.values },
  { name: 'phone', kind: 'text' },
  { name: 'education', kind: 'code', values: education.values },
  { name: 'enrolledIn', kind: 'text' },
  { name: 'schoolYears', kind: 'number' },
  { name: 'employerNature', kind: 'code', values: employerNature.values },
  { name: 'employerState', kind: 'code', values: employerState.values },
  { name: 'industry', kind: 'code', values: industry.values },
  { name: 'workState', kind: 'code', values: employmentStatus.values },
  { name: 'contractFrom', kind: 'date' },
  { name: 'contractTerm', kind: 'code', values: contractTerm.values },
  { name: 'note', kind: 'note' },
]

/** Fields as typed. */
export type Draft = Readonly<Record<string, string>>

/** A record as it is edited; empty texts for what is not stated. */
export function draftOf<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  record: Readonly<Partial<Record<Name, string | number | null>>>,
): Draft {
  return Object.fromEntries(
    specs.map(({ name, kind }): [string, string] => {
      const value = record[name] ?? null
      if (value === null) return [name, '']
      return [name, kind === 'money' && typeof value === 'number' ? yuanText(fenSchema.parse(value)) : String(value)]
    }),
  )
}

/** What was typed, as the shapes read it; what cannot be read is no value of any shape. */
export function valuesOf(
  specs: readonly FieldSpec<string>[],
  draft: Draft,
): Readonly<Record<string, string | number | null | undefined>> {
  return Object.fromEntries(
    specs.map(({ name, kind }): [string, string | number | null | undefined] => {
      const text = (draft[name] ?? '').trim()
      if (text === '') return [name, null]
      switch (kind) {
        case 'money':
          return [name, parseYuan(text) ?? undefined]
        case 'date':
          return [name, parsePartialDate(text) ?? undefined]
        case 'number':
          return [name, Number(text)]
        case 'text':
        case 'note':
        case 'code':
        case 'kind':
        case 'intake':
          return [name, text]
      }
    }),
  )
}
