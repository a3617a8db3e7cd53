import type { MemberField } from '../../../shared/model/member'

/** The fields of a member as a record page and a form group them; every field stands in one group. */
export const fieldGroups = [
  {
    name: 'person',
    fields: ['name', 'gender', 'birthDate', 'ethnicity', 'politicalStatus', 'education', 'degree', 'maritalStatus'],
  },
  { name: 'contact', fields: ['idType', 'idNumber', 'idValidUntil', 'phone', 'email'] },
  {
    name: 'union',
    fields: ['department', 'unionGroup', 'unionPosition', 'memberCardNumber', 'joinDate', 'wage'],
  },
  {
    name: 'work',
    fields: [
      'employer',
      'staffNumber',
      'position',
      'jobTitle',
      'skillLevel',
      'employmentStatus',
      'employmentForm',
      'workStartDate',
      'isMigrantWorker',
      'isNewEmployment',
      'newEmploymentType',
    ],
  },
  { name: 'household', fields: ['householdType', 'householdPlace', 'nativePlace', 'birthPlace', 'address'] },
  { name: 'other', fields: ['specialty', 'remark'] },
] as const satisfies readonly { name: string; fields: readonly MemberField[] }[]

export type FieldGroupName = (typeof fieldGroups)[number]['name']
