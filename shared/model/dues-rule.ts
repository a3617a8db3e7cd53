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
  /** One for `regular`, at most one for each other class: without one it follows `regular`, `kept` is exempt. */
  classes: z
    .array(classRuleSchema)
    .refine((classes) => classes.some(({ memberClass }) => memberClass === 'regular'))
    .refine((classes) => new Set(classes.map(({ memberClass }) => memberClass)).size === classes.length),
  /** The first month charged: that of joining or the one after. */
  joining: z.enum(['sameMonth', 'nextMonth']),
  /** The last month charged: that of leaving (also of retirement) or the one before. */
  leaving: z.enum(['sameMonth', 'previousMonth']),
})
export type DuesFormula = z.infer<typeof duesFormulaSchema>

export const duesRuleSchema = z.object({
  id: duesRuleIdSchema,
  formula: duesFormulaSchema,
  validFrom: monthSchema,
  /** Last month it holds; null until another follows. Before `validFrom` for a rule that was replaced altogether. */
  validUntil: monthSchema.nullable(),
  /** The decision that made it: which congress or committee, or the document's number. */
  decision: z.string().trim().max(200).nullable(),
  decidedOn: daySchema.nullable(),
})
export type DuesRule = z.infer<typeof duesRuleSchema>

export const duesRuleInputSchema = duesRuleSchema
  .omit({ id: true })
  .refine(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil)
export type DuesRuleInput = z.infer<typeof duesRuleInputSchema>

/** How a month's amount came about, before the floor and the cap. */
export const duesDerivationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rate'),
    /** In ten-thousandths. */
    rate: z.int(),
    base: fenSchema,
    /** The part of the base that counts: a whole multiple of the rule's step. */
    counted: fenSchema,
    /** `rate × counted` in ten-thousandths of a fen, before rounding. */
    exact: z.int(),
  }),
  z.object({ kind: z.literal('flat') }),
  z.object({ kind: z.literal('bands'), base: fenSchema, from: fenSchema }),
  z.object({ kind: z.literal('grades'), grade: z.string() }),
])
export type DuesDerivation = z.infer<typeof duesDerivationSchema>

/** Why a month has no dues. */
export const noDuesReasonSchema = z.enum([
  'kept', // 保留会籍期间免缴, where the rule says nothing else
  'exemptClass', // 免缴 of the class by the rule
  'noPay', // an item of pay that the rule counts is not recorded
  'noGrade', // no grade recorded, or one that the rule does not name
  'nothing', // the amount comes to nothing
])

/** A month's dues by a rule, with what is needed to say how they came about. */
export const duesResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('due'),
    amount: fenSchema,
    /** The class whose part of the rule was followed. */
    memberClass: memberClassSchema,
    by: duesDerivationSchema,
    limitedBy: z.enum(['floor', 'cap']).nullable(),
  }),
  z.object({
    kind: z.literal('none'),
    why: noDuesReasonSchema,
    /** The items of pay that are not recorded, for `noPay`. */
    missing: z.array(payItemSchema),
  }),
])
export type DuesResult = z.infer<typeof duesResultSchema>

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
