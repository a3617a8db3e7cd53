import { z } from 'zod'
import { daySchema, momentSchema } from './date'
import { activityBudgetIdSchema, activityIdSchema, activityStepIdSchema, providerIdSchema, unitIdSchema } from './id'
import { memberFilterSchema } from './member-filter'
import { fenSchema } from './money'

export const activityTypeSchema = z.enum([
  'sports', // 文体
  'outing', // 春秋游
  'festival', // 节日慰问
  'women', // 女职工
  'contest', // 劳动竞赛
  'training', // 教育培训
  'lecture', // 讲座
  'psychology', // 心理关爱
  'health', // 体检
  'recuperation', // 疗休养
  'library', // 职工书屋
  'law', // 普法
  'safety', // 安康杯
  'volunteering', // 志愿服务
  'welfare', // 公益
  'visit', // 座谈走访
  'cooling', // 送清凉
  'warmth', // 送温暖
  'schooling', // 金秋助学
  'other', // 其他
])
export type ActivityType = z.infer<typeof activityTypeSchema>

/** `HH:MM` by the clock of the place. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Who may come 参加对象: a filter of members under the name it had when it was chosen. */
export const eligibleSchema = z.object({ name: z.string().trim().min(1).max(40), filter: memberFilterSchema })
export type Eligible = z.infer<typeof eligibleSchema>

const text = (length: number) => z.string().trim().max(length).nullable()
const positiveFen = fenSchema.refine((fen) => fen >= 0)

export const activityInputSchema = z
  .object({
    title: z.string().trim().min(1).max(100),
    type: activityTypeSchema,
    startsOn: daySchema,
    endsOn: daySchema,
    /** Null for the whole day. */
    startsAt: clockSchema.nullable().default(null),
    endsAt: clockSchema.nullable().default(null),
    place: text(100),
    /** 主办: which 分会 or 小组; null for the branch itself. */
    organiserId: unitIdSchema.nullable().default(null),
    /** 名额; null for as many as come. */
    quota: z.int().min(1).max(100_000).nullable().default(null),
    /** Null for every present member. */
    eligible: eligibleSchema.nullable().default(null),
    signUpUntil: daySchema.nullable().default(null),
    /** How to sign up, in own words, as the notice says it. */
    signUpHow: text(200).default(null),
    /** Whom to ask, as the notice says it. */
    contact: text(100).default(null),
    /** 每人标准. */
    perHead: positiveFen.nullable().default(null),
    lecturer: text(60).default(null),
    providerId: providerIdSchema.nullable().default(null),
    /** 学时 of a training. */
    hours: z.int().min(1).max(999).nullable().default(null),
    /** What the activity really cost, once known; a settlement fills it in. */
    cost: positiveFen.nullable(),
    note: text(2000),
  })
  .refine((activity) => activity.endsOn >= activity.startsOn, { path: ['endsOn'] })
  .refine(
    ({ startsOn, endsOn, startsAt, endsAt }) =>
      startsOn !== endsOn || startsAt === null || endsAt === null || endsAt >= startsAt,
    { path: ['endsAt'] },
  )
  .refine(({ signUpUntil, endsOn }) => signUpUntil === null || signUpUntil <= endsOn, { path: ['signUpUntil'] })
export type ActivityInput = z.infer<typeof activityInputSchema>

export const activitySchema = activityInputSchema.safeExtend({
  id: activityIdSchema,
  /** The notice 通知 in own words; null for the one made from the plan. */
  notice: text(4000),
  /** Why a limit is passed; null where none is. */
  overLimitReason: text(200),
  /** The activities of one repetition share it. */
  seriesId: activityIdSchema.nullable(),
  /** 小结. */
  summary: text(2000),
  /** 决算. */
  settledOn: daySchema.nullable(),
  cancelledOn: daySchema.nullable(),
  cancelReason: text(200),
})
export type Activity = z.infer<typeof activitySchema>

/** How an activity stands, derived by `shared/rules/activities/state`. */
export const activityStateSchema = z.enum([
  'draft', // 未报批
  'submitted', // 待审批
  'sentBack', // 已退回
  'open', // 报名中
  'approved', // 已批准: what remains is the day itself
  'over', // 待决算
  'settled', // 已决算
  'cancelled', // 已取消
])
export type ActivityState = z.infer<typeof activityStateSchema>

/** Who decides on a plan 审批: the chair of the branch, the union above. */
export const approvalLevelSchema = z.enum(['chair', 'superior'])
export type ApprovalLevel = z.infer<typeof approvalLevelSchema>

export const activityStepKindSchema = z.enum([
  'submitted', // 报批; its level is the last one that has to agree
  'approved', // 同意
  'sentBack', // 退回
  'settled', // 决算; the opinion says why a limit was passed
  'reopened', // 重开决算; the opinion says why
])
export type ActivityStepKind = z.infer<typeof activityStepKindSchema>

/** A step of an activity's papers, never edited. */
export const activityStepSchema = z.object({
  id: activityStepIdSchema,
  activityId: activityIdSchema,
  kind: activityStepKindSchema,
  level: approvalLevelSchema,
  on: daySchema,
  /** Who took it, as typed. */
  by: text(60),
  opinion: text(500),
  recordedAt: momentSchema,
})
export type ActivityStep = z.infer<typeof activityStepSchema>

export const budgetItemSchema = z.enum([
  'transport', // 交通
  'tickets', // 门票
  'meals', // 餐费
  'supplies', // 用品
  'lecturer', // 讲课
  'venue', // 场租
  'prizes', // 奖品
  'lodging', // 住宿
  'insurance', // 保险
  'other', // 其他
])
export type BudgetItem = z.infer<typeof budgetItemSchema>

export const moneySourceSchema = z.enum([
  'dues', // 会费
  'funds', // 工会经费
  'administration', // 行政补助
  'own', // 自筹
])
export type MoneySource = z.infer<typeof moneySourceSchema>

/** What an activity is to cost and did cost: a line an item and source of money. */
export const activityBudgetSchema = z.object({
  id: activityBudgetIdSchema,
  activityId: activityIdSchema,
  item: budgetItemSchema,
  source: moneySourceSchema,
  planned: positiveFen,
  /** Null until it is settled. */
  actual: positiveFen.nullable(),
  invoice: text(100),
  note: text(200),
})
export type ActivityBudget = z.infer<typeof activityBudgetSchema>

/** Whether a participant came; `signedUp` until somebody says so. */
export const attendanceSchema = z.enum(['signedUp', 'present', 'absent'])
export type Attendance = z.infer<typeof attendanceSchema>
