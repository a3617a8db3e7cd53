import { education, newEmploymentType, postEngagement, skillLevel } from '../../codes'
import { fundCategory } from '../../codes/funds'
import { activityTypeSchema } from '../../model/activity'
import { careKindSchema } from '../../model/care-gift'
import { hardshipClassSchema } from '../../model/hardship'
import type { MembershipEventType } from '../../model/membership'
import { requestKindSchema } from '../../model/request'
import { legalCaseInputSchema } from '../../model/service-register'
import { indicatorKeySchema, type IndicatorGroup, type IndicatorKey } from '../../model/statistics'
import { adoptionLevelSchema } from '../../model/team'
import type { PeopleIndicator } from './people'

/** Rows of the record that figures are made of; `db/queries/statistics/facts` reads each. */
const factSources = [
  'units',
  'committees',
  'delegates',
  'officers',
  'roles',
  'activities',
  'attendances',
  'gifts',
  'hardshipFiles',
  'mutualAid',
  'checkups',
  'requests',
  'closedRequests',
  'legalCases',
  'articles',
  'income',
  'spending',
  'balance',
] as const
export type FactSource = (typeof factSources)[number]

/** Where a figure comes from. */
export type IndicatorSource = FactSource | 'people' | 'events' | 'staff' | 'typed'

export interface Indicator {
  readonly group: IndicatorGroup
  readonly unit: 'people' | 'times' | 'count' | 'money' | 'yesNo' | 'day'
  readonly source: IndicatorSource
  /** Kinds of the source's rows that count; all where not given. */
  readonly only?: readonly string[]
  /** The kinds whose figures stand below it, in their order; others follow. */
  readonly parts?: readonly string[]
  /** Whom it is about may be told as a number only, never by name nor by department: health and hardship of families. */
  readonly isSensitive?: true
}

/** What each figure of the yearly form counts (工会统计年报, `domain.md` 6.2), in the order of its groups. */
export const indicators: Readonly<Record<IndicatorKey, Indicator>> = {
  staff: { group: 'organisation', unit: 'people', source: 'staff' },
  staffWomen: { group: 'organisation', unit: 'people', source: 'typed' },
  staffMigrant: { group: 'organisation', unit: 'people', source: 'typed' },
  staffDispatched: { group: 'organisation', unit: 'people', source: 'typed' },
  members: { group: 'organisation', unit: 'people', source: 'people' },
  membersKept: { group: 'organisation', unit: 'people', source: 'people' },
  membersMigrant: { group: 'organisation', unit: 'people', source: 'people' },
  membersDispatched: { group: 'organisation', unit: 'people', source: 'people' },
  membersNewEmployment: {
    group: 'organisation',
    unit: 'people',
    source: 'people',
    parts: newEmploymentType.values,
  },
  membersOfParty: { group: 'organisation', unit: 'people', source: 'people' },
  membersYoung: { group: 'organisation', unit: 'people', source: 'people' },
  membersByEducation: { group: 'organisation', unit: 'people', source: 'people', parts: education.values },
  membersBySkill: { group: 'organisation', unit: 'people', source: 'people', parts: skillLevel.values },
  admitted: event('admission'),
  transferredIn: event('transferIn'),
  restored: event('restoration'),
  transferredOut: event('transferOut'),
  withdrawn: event('withdrawal'),
  expelled: event('expulsion'),
  keptInPeriod: event('keeping'),
  deceased: event('death'),
  branches: { group: 'organisation', unit: 'count', source: 'units', only: ['branch'] },
  groups: { group: 'organisation', unit: 'count', source: 'units', only: ['group'] },
  committee: { group: 'organisation', unit: 'yesNo', source: 'committees', only: ['committee'] },
  womenCommittee: { group: 'organisation', unit: 'yesNo', source: 'committees', only: ['women'] },
  delegates: { group: 'organisation', unit: 'people', source: 'delegates' },

  officers: { group: 'officers', unit: 'people', source: 'officers', parts: postEngagement.values },
  officersFullTime: { group: 'officers', unit: 'people', source: 'officers', only: ['专职'] },
  officersPartTime: { group: 'officers', unit: 'people', source: 'officers', only: ['兼职'] },
  trainings: { group: 'officers', unit: 'count', source: 'activities', only: ['training', 'lecture'] },
  trainees: { group: 'officers', unit: 'times', source: 'attendances', only: ['training', 'lecture'] },

  giftTimes: gift('times'),
  giftAmount: gift('money'),
  sicknessVisits: { ...gift('times', ['hospital', 'seriousIllness']), isSensitive: true },
  sicknessAmount: { ...gift('money', ['hospital', 'seriousIllness']), isSensitive: true },
  hardshipFiles: {
    group: 'welfare',
    unit: 'count',
    source: 'hardshipFiles',
    parts: hardshipClassSchema.options,
    isSensitive: true,
  },
  hardshipTimes: { ...gift('times', ['hardship']), isSensitive: true },
  hardshipAmount: { ...gift('money', ['hardship']), isSensitive: true },
  mutualAid: { group: 'welfare', unit: 'people', source: 'mutualAid' },
  checkedUp: { group: 'welfare', unit: 'people', source: 'checkups' },

  collectiveContract: { group: 'contracts', unit: 'yesNo', source: 'typed' },
  collectiveContractStaff: { group: 'contracts', unit: 'people', source: 'typed' },
  wageAgreement: { group: 'contracts', unit: 'yesNo', source: 'typed' },
  womenAgreement: { group: 'contracts', unit: 'yesNo', source: 'typed' },
  congressHeldOn: { group: 'contracts', unit: 'day', source: 'typed' },
  congressDelegates: { group: 'contracts', unit: 'people', source: 'typed' },
  congressDelegatesWomen: { group: 'contracts', unit: 'people', source: 'typed' },
  requestsReceived: { group: 'contracts', unit: 'count', source: 'requests', parts: requestKindSchema.options },
  requestsClosed: { group: 'contracts', unit: 'count', source: 'closedRequests', parts: requestKindSchema.options },

  safetyCommittee: { group: 'safety', unit: 'yesNo', source: 'typed' },
  safetyInspectors: { group: 'safety', unit: 'people', source: 'roles', only: ['safety'] },

  mediationCommittee: { group: 'law', unit: 'yesNo', source: 'typed' },
  mediators: { group: 'law', unit: 'people', source: 'roles', only: ['mediator'] },
  legalCases: {
    group: 'law',
    unit: 'count',
    source: 'legalCases',
    parts: legalCaseInputSchema.shape.kind.options,
  },

  contests: { group: 'production', unit: 'count', source: 'activities', only: ['contest'] },
  contestants: { group: 'production', unit: 'times', source: 'attendances', only: ['contest'] },
  suggestions: { group: 'production', unit: 'count', source: 'typed' },
  suggestionsAdopted: { group: 'production', unit: 'count', source: 'typed' },

  auditCommittee: { group: 'finance', unit: 'yesNo', source: 'committees', only: ['audit'] },
  duesIncome: { group: 'finance', unit: 'money', source: 'income', only: ['会费收入'] },
  retainedIncome: { group: 'finance', unit: 'money', source: 'income', only: ['拨缴经费收入'] },
  subsidyIncome: {
    group: 'finance',
    unit: 'money',
    source: 'income',
    only: ['上级补助收入', '政府补助收入', '行政补助收入'],
    parts: ['上级补助收入', '政府补助收入', '行政补助收入'],
  },
  income: { group: 'finance', unit: 'money', source: 'income', parts: fundCategory.values },
  spending: { group: 'finance', unit: 'money', source: 'spending', parts: fundCategory.values },
  balance: { group: 'finance', unit: 'money', source: 'balance' },

  culturalActivities: {
    group: 'culture',
    unit: 'count',
    source: 'activities',
    only: ['sports', 'outing', 'festival', 'women'],
  },
  culturalAttendances: {
    group: 'culture',
    unit: 'times',
    source: 'attendances',
    only: ['sports', 'outing', 'festival', 'women'],
  },
  activitiesHeld: { group: 'culture', unit: 'count', source: 'activities', parts: activityTypeSchema.options },
  attendances: { group: 'culture', unit: 'times', source: 'attendances', parts: activityTypeSchema.options },
  volunteers: { group: 'culture', unit: 'people', source: 'roles', only: ['volunteer'] },
  articles: { group: 'culture', unit: 'count', source: 'articles', parts: adoptionLevelSchema.options },
  libraries: { group: 'culture', unit: 'count', source: 'typed' },
  libraryBooks: { group: 'culture', unit: 'count', source: 'typed' },

  exchangeVisits: { group: 'exchange', unit: 'times', source: 'typed' },
  harmoniousEnterprise: { group: 'harmony', unit: 'yesNo', source: 'typed' },
}

function event(type: MembershipEventType): Indicator {
  return { group: 'organisation', unit: 'times', source: 'events', only: [type] }
}

/** Gifts 慰问 of some kinds; those at a sickbed and for families in hardship are told apart. */
function gift(unit: 'times' | 'money', only?: readonly string[]): Indicator {
  const ordinary = careKindSchema.options.filter((kind) => !['hospital', 'seriousIllness', 'hardship'].includes(kind))
  return {
    group: 'welfare',
    unit,
    source: 'gifts',
    only: only ?? ordinary,
    ...(only === undefined ? { parts: ordinary } : {}),
  }
}

export function isFactSource(source: IndicatorSource): source is FactSource {
  return factSources.some((known) => known === source)
}

/** Sources whose rows belong to nobody's department. */
const undivided: readonly IndicatorSource[] = ['staff', 'typed', 'income', 'spending', 'balance']

/** Whether a figure can be told by department, sex or group of people. */
export function isDivisible({ source, isSensitive }: Indicator): boolean {
  return isSensitive !== true && !undivided.includes(source)
}

/** Whether the figure opens a list of what it counts. */
export function hasList({ source, isSensitive }: Indicator): boolean {
  return isSensitive !== true && source !== 'typed' && source !== 'staff'
}

/** Whether a person may type the figure in: the record cannot know it, or not of a time that is past. */
export function isTyped({ source }: Indicator): boolean {
  return source === 'typed' || source === 'staff'
}

/** Indicators about people, whose women are counted beside them. */
export function hasWomen(indicator: Indicator): boolean {
  return (indicator.unit === 'people' || indicator.unit === 'times') && isDivisible(indicator)
}

export const indicatorKeys = indicatorKeySchema.options

export function isPeopleIndicator(key: IndicatorKey): key is PeopleIndicator {
  return indicators[key].source === 'people'
}
