import type { IndicatorKey, ReportDesign, ReportColumns } from '../../model/statistics'
import { indicators, isDivisible } from './indicators'

/** Columns that go together with rows of one thing each; `many` where several figures stand in the report. */
export function columnsFor({ rows, indicators: keys }: Pick<ReportDesign, 'rows' | 'indicators'>): ReportColumns[] {
  if (rows === 'indicators') return ['total', 'sex', 'months', 'quarters', 'departments']
  if (keys.length > 1) return ['indicators']
  const [only] = keys
  const hasParts = only !== undefined && indicators[only].parts !== undefined
  return ['indicators', 'sex', 'months', 'quarters', ...(hasParts ? (['parts'] as const) : [])]
}

/** What keeps a design from being shown. */
export type DesignIssue = 'indicators' | 'columns' | 'divisible'

/** The first thing wrong with a design; null where nothing is. */
export function designIssue(design: ReportDesign): DesignIssue | null {
  const { indicators: keys, rows, columns } = design
  if (keys.length === 0 || new Set(keys).size < keys.length) return 'indicators'
  if (!columnsFor(design).includes(columns)) return 'columns'
  // Rows of departments say nothing of what belongs to none.
  if (rows !== 'indicators' && !keys.every((key) => isDivisible(indicators[key]))) return 'divisible'
  return null
}

interface DefaultTemplate {
  readonly name: 'membershipByUnit' | 'yearlyMembers' | 'movementByMonth' | 'educationByUnit' | 'activitiesByUnit'
  readonly design: ReportDesign
}

function design(indicators: IndicatorKey[], others: Partial<ReportDesign>): ReportDesign {
  return {
    indicators,
    rows: 'indicators',
    columns: 'total',
    withParts: false,
    period: 'statistical',
    departments: [],
    ...others,
  }
}

/** Reports that come with the program; their names are texts of the window. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  {
    name: 'yearlyMembers',
    design: design(
      [
        'members',
        'membersMigrant',
        'membersDispatched',
        'membersNewEmployment',
        'membersOfParty',
        'membersYoung',
        'membersByEducation',
        'membersBySkill',
      ],
      { columns: 'sex', withParts: true },
    ),
  },
  {
    name: 'membershipByUnit',
    design: design(['members', 'membersMigrant', 'membersOfParty', 'membersYoung', 'membersKept'], {
      rows: 'departments',
      columns: 'indicators',
    }),
  },
  {
    name: 'movementByMonth',
    design: design(
      [
        'members',
        'admitted',
        'transferredIn',
        'restored',
        'transferredOut',
        'withdrawn',
        'expelled',
        'keptInPeriod',
        'deceased',
      ],
      { columns: 'months' },
    ),
  },
  { name: 'educationByUnit', design: design(['membersByEducation'], { rows: 'departments', columns: 'parts' }) },
  {
    name: 'activitiesByUnit',
    design: design(['attendances', 'trainees', 'contestants', 'culturalAttendances', 'giftTimes'], {
      rows: 'departments',
      columns: 'indicators',
      period: 'year',
    }),
  },
]
