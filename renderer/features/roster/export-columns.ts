import type { RosterExport } from '../../../shared/contract/roster'
import { memberFieldDeclarations, memberFieldSchema } from '../../../shared/model/member'

export type ExportColumn = RosterExport['columns'][number]

const declared = Object.keys(memberFieldDeclarations).map((field) => memberFieldSchema.parse(field))

/** Every column a roster can have, in the order of the screen. */
export const allColumns: readonly ExportColumn[] = [...declared, 'status']

const ofTheSheet: ReadonlySet<ExportColumn> = new Set<ExportColumn>([
  'name',
  'gender',
  'birthDate',
  'ethnicity',
  'employmentStatus',
  'idType',
  'idNumber',
  'education',
  'skillLevel',
  'phone',
  'householdType',
  'householdPlace',
  'politicalStatus',
  'employer',
  'nativePlace',
  'isMigrantWorker',
])

/** The columns of the real-name member sheet 会员实名制采集表 that are fields of the member. */
export const sheetColumns: readonly ExportColumn[] = allColumns.filter((column) => ofTheSheet.has(column))
