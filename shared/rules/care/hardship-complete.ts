import type { HardshipAssessment, HardshipFileInput, HardshipPersonInput } from '../../model/hardship'
import type { MemberFields } from '../../model/member'

/** What the union's form 困难职工档案表 asks for without fail and nobody has filled in. */
export type MissingField =
  | { readonly of: 'member'; readonly field: (typeof memberMusts)[number] | 'address' }
  | { readonly of: 'file'; readonly field: (typeof fileMusts)[number] | 'figures' }
  | { readonly of: 'person'; readonly field: (typeof personMusts)[number]; readonly name: string }

export const memberMusts = [
  ...(['gender', 'birthDate', 'ethnicity', 'idNumber', 'phone', 'politicalStatus', 'householdType'] as const),
  ...(['employmentStatus', 'workStartDate', 'maritalStatus', 'employer'] as const),
] as const satisfies readonly (keyof MemberFields)[]

export const fileMusts = [
  'mainCause',
  'health',
  'housing',
  'monthlyIncome',
] as const satisfies readonly (keyof HardshipFileInput)[]

export const personMusts = [
  ...(['ethnicity', 'idNumber', 'monthlyIncome', 'modelWorker', 'health'] as const),
  ...(['medicalInsurance', 'maritalStatus', 'householdType', 'standing'] as const),
] as const satisfies readonly (keyof HardshipPersonInput)[]

/** What of the form is missing, in its order; the member's record is filled in on the member's page. */
export function missingFields(
  member: Pick<MemberFields, (typeof memberMusts)[number] | 'address'>,
  file: Pick<HardshipFileInput, (typeof fileMusts)[number] | 'address'>,
  persons: readonly Pick<HardshipPersonInput, (typeof personMusts)[number] | 'name'>[],
  hasFigures: boolean,
): MissingField[] {
  return [
    ...memberMusts.flatMap((field) => (member[field] === null ? [{ of: 'member' as const, field }] : [])),
    ...(member.address === null && file.address === null ? [{ of: 'member' as const, field: 'address' as const }] : []),
    ...fileMusts.flatMap((field) => (file[field] === null ? [{ of: 'file' as const, field }] : [])),
    ...(hasFigures ? [] : [{ of: 'file' as const, field: 'figures' as const }]),
    ...persons.flatMap((person) =>
      personMusts.flatMap((field) =>
        person[field] === null ? [{ of: 'person' as const, field, name: person.name }] : [],
      ),
    ),
  ]
}

type PaperLabel =
  '登记表' | '个人申请书' | '身份证' | '户口本' | '收入证明' | '诊断证明' | '医院单据' | '残疾证' | '公示材料'

/** The pictures and papers that a file needs, by what it says of the family. */
export function papersNeeded(
  file: Pick<HardshipFileInput, 'mainCause' | 'otherCause' | 'health' | 'disability'>,
  persons: readonly Pick<HardshipPersonInput, 'disability'>[],
  assessment: Pick<HardshipAssessment, 'accidentCost' | 'publicUntil'> | null,
): PaperLabel[] {
  const causes = [file.mainCause, file.otherCause]
  const isIll = causes.some((cause) => cause === '本人疾病' || cause === '家属疾病')
  const cost = assessment?.accidentCost ?? 0
  const isDisabled = file.disability !== null || persons.some(({ disability }) => disability !== null)
  return [
    ...(['登记表', '个人申请书', '身份证', '户口本', '收入证明'] as const),
    ...(isIll ? (['诊断证明'] as const) : []),
    ...(isIll || cost > 0 ? (['医院单据'] as const) : []),
    ...(isDisabled ? (['残疾证'] as const) : []),
    ...(assessment?.publicUntil == null ? [] : (['公示材料'] as const)),
  ]
}
