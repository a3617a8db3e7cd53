import { z } from 'zod'
import { daySchema, monthSchema } from '../../model/date'
import { fundFormSchema } from '../../model/fund'
import { limitItemSchema } from '../../model/limit-item'
import festivals from './festivals.json'
import giftForms from './gift-forms.json'
import ages from './retirement-ages.json'

const formRuleSchema = z.object({
  validFrom: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  source: z.string(),
  forms: z.record(limitItemSchema, z.array(fundFormSchema)),
})
/** In what form each item may be given, between two days. */
export type FormRule = z.infer<typeof formRuleSchema>

/** Oldest first. */
export const formRules: readonly FormRule[] = z.array(formRuleSchema).parse(giftForms)

/** Festivals of the state 法定节日 on which unions give their members something. */
export const festivalSchema = z.enum([
  'newYear', // 元旦
  'springFestival', // 春节
  'qingming', // 清明节
  'labourDay', // 劳动节
  'dragonBoat', // 端午节
  'midAutumn', // 中秋节
  'nationalDay', // 国庆节
])
export type Festival = z.infer<typeof festivalSchema>

const monthDaySchema = z.string().regex(/^\d{2}-\d{2}$/)

/** `fixed` on the same day of every year, `moving` by year. */
export const festivalTable = z
  .object({
    source: z.string(),
    fixed: z.record(festivalSchema.extract(['newYear', 'labourDay', 'nationalDay']), monthDaySchema),
    moving: z.record(
      z.string(),
      z.record(festivalSchema.extract(['springFestival', 'qingming', 'dragonBoat', 'midAutumn']), monthDaySchema),
    ),
  })
  .parse(festivals)

/** Whose age of retirement differs. */
export const retirementGroupSchema = z.enum([
  'man', // 男职工
  'womanCadre', // 女干部（管理、技术岗位）
  'womanWorker', // 女工人（生产、辅助岗位）
])
export type RetirementGroup = z.infer<typeof retirementGroupSchema>

const retirementRuleSchema = z.object({
  /** For those who would reach the age of old in this month or later. */
  validFrom: monthSchema.nullable(),
  source: z.string(),
  groups: z.record(
    retirementGroupSchema,
    z.object({
      /** The age of old, in months. */
      months: z.int(),
      /** From this month on the age rises by a month every so many months. */
      from: monthSchema.nullable(),
      every: z.int().positive().nullable(),
      most: z.int(),
    }),
  ),
})
export type RetirementRule = z.infer<typeof retirementRuleSchema>

/** Statutory ages of retirement 法定退休年龄, oldest first. */
export const retirementRules: readonly RetirementRule[] = z.array(retirementRuleSchema).parse(ages)
