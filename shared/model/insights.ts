import { z } from 'zod'
import { activityTypeSchema } from './activity'
import { careKindSchema } from './care-gift'
import { daySchema, monthSchema } from './date'

/** The months that figures are counted over; both ends included, at most ten years. */
export const insightPeriodSchema = z
  .object({ from: monthSchema, until: monthSchema })
  .refine(({ from, until }) => from <= until && Number(until.slice(0, 4)) - Number(from.slice(0, 4)) <= 10)
export type InsightPeriod = z.infer<typeof insightPeriodSchema>

/** Age on the last day of the months counted. */
export const ageBandSchema = z.enum(['under30', 'thirties', 'forties', 'fifties', 'over60', 'unknown'])
export type AgeBand = z.infer<typeof ageBandSchema>

export const sexSchema = z.enum(['男', '女', 'unknown'])
export type Sex = z.infer<typeof sexSchema>

/** By what members are put together. */
export const groupBySchema = z.enum(['department', 'ageBand', 'sex'])
export type GroupBy = z.infer<typeof groupBySchema>

/** Some of the members: each part that is given narrows; an empty department stands for none at all. */
export const memberGroupSchema = z.object({
  department: z.string().max(200).optional(),
  ageBand: ageBandSchema.optional(),
  sex: sexSchema.optional(),
})
export type MemberGroup = z.infer<typeof memberGroupSchema>

/**
 * What keeps a record from being counted by those above (Beijing counts qualified records only: domain report 6.3): an ID
 * number that is missing, wrong or stands twice, and the fields that the real-name sheet must have.
 */
export const qualityFaultSchema = z.enum([
  'idMissing',
  'idWrong',
  'idTwice',
  'gender',
  'birthDate',
  'ethnicity',
  'idType',
  'phone',
])
export type QualityFault = z.infer<typeof qualityFaultSchema>

/** What comes due, see the calendar of insights. */
export const dueKindSchema = z.enum([
  'activity', // 活动
  'birthday', // 生日
  'retirement', // 退休
  'election', // 换届
  'contract', // 服务合同到期
  'cover', // 互助保障到期
  'hardshipReview', // 困难档案年度复核
  'request', // 诉求到期
  'exemption', // 免缴到期
  'idDocument', // 证件到期
  'checkup', // 体检复查
  'closing', // 结账
  'charge', // 会费计费
])
export type DueKind = z.infer<typeof dueKindSchema>

/** By what the age of retirement goes: 50 for women workers, 55 for women cadres before the change of 2025. */
export const retirementGroupSchema = z.enum(['man', 'womanCadre', 'womanWorker'])
export type RetirementGroup = z.infer<typeof retirementGroupSchema>

/** Those that are of people: each month of them opens its list. */
export const duePeopleSchema = dueKindSchema.extract([
  'birthday',
  'retirement',
  'cover',
  'hardshipReview',
  'exemption',
  'idDocument',
])
export type DuePeople = z.infer<typeof duePeopleSchema>

/** Whom a figure is about. */
export const peopleFilterSchema = z.discriminatedUnion('of', [
  /** Members of the period by whether they came. */
  z.object({
    of: z.literal('participation'),
    period: insightPeriodSchema,
    group: memberGroupSchema.default({}),
    came: z.enum([
      'any',
      'came', // at least once
      'never',
      'signedUpOnly', // signed up, never came
      'neverSignedUp',
      'missed', // did not come to something they had signed up for
    ]),
    /** Only activities of the type are looked at. */
    type: activityTypeSchema.nullable().default(null),
    /** Members since then, or before; as far as it is known. */
    joinedFrom: daySchema.nullable().default(null),
    joinedBefore: daySchema.nullable().default(null),
  }),
  /** Who was given something; of every kind where it is null. */
  z.object({ of: z.literal('gifts'), period: insightPeriodSchema, kind: careKindSchema.nullable() }),
  /** Members whose birthday lay in the months and who have no birthday gift in that year. */
  z.object({ of: z.literal('withoutBirthdayGift'), period: insightPeriodSchema }),
  /** Whose record is not complete and correct; of every fault where it is null. */
  z.object({
    of: z.literal('quality'),
    fault: qualityFaultSchema.nullable(),
    department: z.string().max(200).nullable().default(null),
  }),
  z.object({ of: z.literal('due'), kind: duePeopleSchema, month: monthSchema }),
])
export type PeopleFilter = z.infer<typeof peopleFilterSchema>
export type ParticipationFilter = Extract<PeopleFilter, { of: 'participation' }>

const countSchema = z.int().nonnegative()
const suggestionOf = { key: z.string(), people: peopleFilterSchema.nullable() }

/**
 * A sentence for the secretary with the figures behind it, and the list of people where there is one. `key` names it while
 * it is put aside. Conditions: `shared/rules/insights/suggestions.ts`.
 */
export const suggestionSchema = z.discriminatedUnion('kind', [
  /** A department or an age band of which far more people came to nothing in a year than of all. */
  z.object({
    kind: z.literal('groupUnreached'),
    ...suggestionOf,
    by: groupBySchema,
    value: z.string(),
    members: countSchema,
    never: countSchema,
    allMembers: countSchema,
    allNever: countSchema,
  }),
  z.object({ kind: z.literal('newcomersUnreached'), ...suggestionOf, members: countSchema, never: countSchema }),
  z.object({ kind: z.literal('neverSignedUp'), ...suggestionOf, members: countSchema, never: countSchema }),
  /** Many come to a kind that is seldom held, few to one that is held often; averages of people a time. */
  z.object({
    kind: z.literal('typeInDemand'),
    ...suggestionOf,
    type: activityTypeSchema,
    activities: countSchema,
    average: countSchema,
    otherType: activityTypeSchema,
    otherActivities: countSchema,
    otherAverage: countSchema,
  }),
  z.object({
    kind: z.literal('staysAway'),
    ...suggestionOf,
    type: activityTypeSchema,
    signedUp: countSchema,
    missed: countSchema,
  }),
  z.object({
    kind: z.literal('sexGap'),
    ...suggestionOf,
    lower: sexSchema,
    lowerMembers: countSchema,
    lowerCame: countSchema,
    higherMembers: countSchema,
    higherCame: countSchema,
  }),
  z.object({
    kind: z.literal('topicRise'),
    ...suggestionOf,
    topic: z.string(),
    month: monthSchema,
    /** Null where it would give away a small group. */
    count: countSchema.nullable(),
    monthTotal: countSchema.nullable(),
  }),
  z.object({
    kind: z.literal('birthdaysWithoutGift'),
    ...suggestionOf,
    birthdays: countSchema,
    without: countSchema,
    until: monthSchema,
  }),
  z.object({
    kind: z.literal('records'),
    ...suggestionOf,
    members: countSchema,
    faulty: countSchema,
    mostly: qualityFaultSchema,
    mostlyCount: countSchema,
  }),
  z.object({ kind: z.literal('overdueRequests'), ...suggestionOf, requests: countSchema, oldest: daySchema }),
])
export type Suggestion = z.infer<typeof suggestionSchema>
