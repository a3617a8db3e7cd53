import { z } from 'zod'
import { daySchema, monthSchema } from './date'
import { statisticsTemplateIdSchema } from './id'

/** The groups ①-⑪ of the yearly form 工会统计年报, in its order. */
export const indicatorGroupSchema = z.enum([
  'organisation', // 组织建设
  'officers', // 干部协管和教育培训
  'welfare', // 保障
  'contracts', // 劳动合同和民主管理
  'safety', // 劳动保护
  'law', // 法律
  'production', // 经济技术
  'finance', // 财务经审
  'culture', // 宣教文体
  'exchange', // 对外交流
  'harmony', // 和谐企业
])
export type IndicatorGroup = z.infer<typeof indicatorGroupSchema>

/** Every figure of the statistics; `shared/rules/statistics/indicators` says what each counts. */
export const indicatorKeySchema = z.enum([
  'staff',
  'staffWomen',
  'staffMigrant',
  'staffDispatched',
  'members',
  'membersKept',
  'membersMigrant',
  'membersDispatched',
  'membersNewEmployment',
  'membersOfParty',
  'membersYoung',
  'membersByEducation',
  'membersBySkill',
  'admitted',
  'transferredIn',
  'restored',
  'transferredOut',
  'withdrawn',
  'expelled',
  'keptInPeriod',
  'deceased',
  'branches',
  'groups',
  'committee',
  'womenCommittee',
  'delegates',
  'officers',
  'officersFullTime',
  'officersPartTime',
  'trainings',
  'trainees',
  'giftTimes',
  'giftAmount',
  'sicknessVisits',
  'sicknessAmount',
  'hardshipFiles',
  'hardshipTimes',
  'hardshipAmount',
  'mutualAid',
  'checkedUp',
  'collectiveContract',
  'collectiveContractStaff',
  'wageAgreement',
  'womenAgreement',
  'congressHeldOn',
  'congressDelegates',
  'congressDelegatesWomen',
  'requestsReceived',
  'requestsClosed',
  'safetyCommittee',
  'safetyInspectors',
  'mediationCommittee',
  'mediators',
  'legalCases',
  'contests',
  'contestants',
  'suggestions',
  'suggestionsAdopted',
  'auditCommittee',
  'duesIncome',
  'retainedIncome',
  'subsidyIncome',
  'income',
  'spending',
  'balance',
  'culturalActivities',
  'culturalAttendances',
  'activitiesHeld',
  'attendances',
  'volunteers',
  'articles',
  'libraries',
  'libraryBooks',
  'exchangeVisits',
  'harmoniousEnterprise',
])
export type IndicatorKey = z.infer<typeof indicatorKeySchema>

/** Of which time statistics are: the year of the union statistics 工统年度 runs from 1 October to 30 September. */
export const periodKindSchema = z.enum(['statistical', 'year', 'quarter', 'month', 'own'])
export type PeriodKind = z.infer<typeof periodKindSchema>

const daysShape = { from: daySchema, until: daySchema }
/** First and last day, both included. */
export const statisticsPeriodSchema = z
  .object(daysShape)
  .refine(({ from, until }) => until >= from, { path: ['until'] })
export type StatisticsPeriod = z.infer<typeof statisticsPeriodSchema>

/** A figure that the record cannot know, typed in for a period; one of number and day is set. */
export const typedFigureSchema = z
  .object({
    key: indicatorKeySchema,
    ...daysShape,
    /** People, things, or 1 and 0 for yes and no. */
    number: z.int().min(0).max(1_000_000_000).nullable(),
    day: daySchema.nullable(),
    /** Where it comes from: 人力资源部, 集体合同文本. */
    source: z.string().trim().max(100).nullable(),
    statedOn: daySchema.nullable(),
  })
  .refine(({ from, until }) => until >= from, { path: ['until'] })
export type TypedFigure = z.infer<typeof typedFigureSchema>

/** How a report is laid out 报表样式. */
export const reportRowsSchema = z.enum(['indicators', 'departments', 'groups'])
export const reportColumnsSchema = z.enum(['total', 'sex', 'months', 'quarters', 'departments', 'indicators', 'parts'])
export type ReportColumns = z.infer<typeof reportColumnsSchema>

/** A report as it was designed; `shared/rules/statistics/design` says which go together. */
export const reportDesignSchema = z.object({
  indicators: z.array(indicatorKeySchema).max(indicatorKeySchema.options.length),
  rows: reportRowsSchema,
  columns: reportColumnsSchema,
  /** Whether the kinds that a figure is made of stand below it; where rows are indicators. */
  withParts: z.boolean(),
  /** Which period is offered first. */
  period: periodKindSchema,
  /** Of these departments 分会 only; of all where empty. */
  departments: z.array(z.string().max(200)).max(1000),
})
export type ReportDesign = z.infer<typeof reportDesignSchema>

export const templateNameSchema = z.string().trim().min(1).max(40)

/** A designed report kept under a name 报表模板. */
export const statisticsTemplateSchema = z.object({
  id: statisticsTemplateIdSchema,
  name: templateNameSchema,
  design: reportDesignSchema,
})
export type StatisticsTemplate = z.infer<typeof statisticsTemplateSchema>

const departmentName = z.string().nullable()
/** What a row or a column of a report is of. */
export const reportHeadSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('indicator'), key: indicatorKeySchema }),
  /** Null for what is not stated. */
  z.object({ of: z.literal('part'), key: indicatorKeySchema, part: z.string().nullable() }),
  /** Null for those of none. */
  z.object({ of: z.literal('department'), department: departmentName }),
  z.object({ of: z.literal('group'), department: departmentName, group: z.string().nullable() }),
  z.object({ of: z.literal('sex'), sex: z.enum(['男', '女', 'unknown']) }),
  z.object({ of: z.literal('month'), month: monthSchema }),
  z.object({ of: z.literal('quarter'), from: monthSchema }),
  z.object({ of: z.literal('total') }),
])
export type ReportHead = z.infer<typeof reportHeadSchema>
