import { z } from 'zod'
import { daySchema, monthSchema } from './date'
import { duesBasisIdSchema, duesExemptionIdSchema, duesRuleIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

const positiveFen = fenSchema.refine((fen) => fen > 0)

/** Classes of members 会员类别 that rules tell apart. `kept` follows from the membership events, not from a basis. */
export const memberClassSchema = z.enum([
  'regular', // 正式（在编）
  'probation', // 试用（见习）期
  'contract', // 合同制（编外）
  'temporary', // 临时会员
  'kept', // 保留会籍
])
export type MemberClass = z.infer<typeof memberClassSchema>

/** Items of pay 工资项目 that a base can be summed of. */
export const payItemSchema = z.enum([
  'total', // 工资总额，缴费基数; without a dated basis the wage of the member's record
  'post', // 岗位工资
  'scale', // 薪级工资
  'basic', // 基本工资
  'seniority', // 工龄工资
  'performance', // 基础性绩效工资
])
export type PayItem = z.infer<typeof payItemSchema>

export const roundingModeSchema = z.enum(['halfUp', 'down', 'up'])
export type RoundingMode = z.infer<typeof roundingModeSchema>

/** How a month's dues follow from base pay or grade. */
export const duesCalculationSchema = z.discriminatedUnion('kind', [
  /** `round(rate × truncate(base, baseStep), roundingUnit, roundingMode)` */
  z.object({
    kind: z.literal('rate'),
    /** In ten-thousandths: 50 is 0.5 %. */
    rate: z.int().min(1).max(1000),
    /** Pay below a whole multiple of this is not counted; 1000 fen cuts the tail below 10 yuan, 1 counts all. */
    baseStep: positiveFen,
    roundingUnit: positiveFen,
    roundingMode: roundingModeSchema,
  }),
  z.object({ kind: z.literal('flat'), amount: positiveFen }),
  /** By base pay: the band with the largest `from` that is not above the base. */
  z.object({
    kind: z.literal('bands'),
    bands: z
      .array(z.object({ from: fenSchema, amount: fenSchema }))
      .min(1)
      .max(20),
  }),
  /** By grade 职级, as the member's basis names it. */
  z.object({
    kind: z.literal('grades'),
    grades: z
      .array(z.object({ grade: z.string().trim().min(1).max(30), amount: fenSchema }))
      .min(1)
      .max(30),
  }),
  z.object({ kind: z.literal('exempt') }),
])
export type DuesCalculation = z.infer<typeof duesCalculationSchema>

export const classRuleSchema = z.object({
  memberClass: memberClassSchema,
  /** What the base is summed of; empty where no base is needed. */
  payItems: z.array(payItemSchema).max(payItemSchema.options.length),
  calculation: duesCalculationSchema,
  /** Least and most dues of a month. */
  floor: positiveFen.nullable(),
  cap: positiveFen.nullable(),
})
export type ClassRule = z.infer<typeof classRuleSchema>

/** How often dues are collected 收缴周期; charges are always by the month. */
export const duesPeriodSchema = z.enum(['month', 'quarter', 'halfYear', 'year'])
export type DuesPeriod = z.infer<typeof duesPeriodSchema>

export const duesFormulaSchema = z.object({
  period: duesPeriodSchema,
  /** At most one for each class; a class without one follows `regular`, `kept` without one is exempt. */
  classes: z.array(classRuleSchema).min(1),
  /** The first month charged: that of joining or the one after. */
  joining: z.enum(['sameMonth', 'nextMonth']),
  /** The last month charged: that of leaving (also of retirement) or the one before. */
  leaving: z.enum(['sameMonth', 'previousMonth']),
})
export type DuesFormula = z.infer<typeof duesFormulaSchema>

export const duesRuleInputSchema = z.object({
  formula: duesFormulaSchema,
  validFrom: monthSchema,
  /** Last month it holds; null until another follows. */
  validUntil: monthSchema.nullable(),
  /** The decision that made it: which congress or committee, or the document's number. */
  decision: z.string().trim().max(200).nullable(),
  decidedOn: daySchema.nullable(),
})
export type DuesRuleInput = z.infer<typeof duesRuleInputSchema>

export const duesRuleSchema = duesRuleInputSchema.extend({ id: duesRuleIdSchema })
export type DuesRule = z.infer<typeof duesRuleSchema>

/** What a member's dues follow from 缴费基数, from a month until the next one recorded begins. */
export const duesBasisSchema = z.object({
  id: duesBasisIdSchema,
  memberId: memberIdSchema,
  validFrom: monthSchema,
  memberClass: memberClassSchema.exclude(['kept']),
  grade: z.string().trim().max(30).nullable(),
  pay: z.partialRecord(
    payItemSchema,
    fenSchema.refine((fen) => fen >= 0),
  ),
  note: z.string().trim().max(200).nullable(),
})
export type DuesBasis = z.infer<typeof duesBasisSchema>

/** Months 免缴 in which a member is not charged, by decision; both ends included. */
export const duesExemptionSchema = z.object({
  id: duesExemptionIdSchema,
  memberId: memberIdSchema,
  from: monthSchema,
  /** Null without an end yet. */
  until: monthSchema.nullable(),
  reason: z.string().trim().min(1).max(200),
  decision: z.string().trim().max(200).nullable(),
  decidedOn: daySchema.nullable(),
})
export type DuesExemption = z.infer<typeof duesExemptionSchema>
