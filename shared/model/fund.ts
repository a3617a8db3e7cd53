import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from './date'
import {
  activityIdSchema,
  batchIdSchema,
  fundBudgetIdSchema,
  fundEntryIdSchema,
  fundShareIdSchema,
  fundSplitRuleIdSchema,
  memberIdSchema,
  monthClosingIdSchema,
  spendingLimitIdSchema,
} from './id'
import { limitItemSchema } from './limit-item'
import { fenSchema } from './money'

const positiveFen = fenSchema.refine((fen) => fen > 0)

/** Dues money 会费 is accounted apart from fund money 经费. */
export const fundAccountSchema = z.enum(['dues', 'funds'])
export type FundAccount = z.infer<typeof fundAccountSchema>

export const fundDirectionSchema = z.enum([
  'opening', // 期初结余
  'income', // 收入
  'spending', // 支出
])
export type FundDirection = z.infer<typeof fundDirectionSchema>

/** What a member was given 发放形式; nothing else is asked where nobody in particular receives it. */
export const fundFormSchema = z.enum([
  'cash', // 现金
  'transfer', // 转账
  'goods', // 实物
  'voucher', // 提货券（指定商户）
  'cakeVoucher', // 蛋糕券
  'shoppingCard', // 购物卡: never allowed, recorded with a reason where it happened
])
export type FundForm = z.infer<typeof fundFormSchema>

/** A line of the book of income and spending 收支账, never edited or deleted; a reversal carries the opposite amount. */
export const fundEntrySchema = z.object({
  id: fundEntryIdSchema,
  account: fundAccountSchema,
  direction: fundDirectionSchema,
  /** The day it counts in the books. */
  on: daySchema,
  amount: fenSchema,
  /** Version of the chart of accounts and the category's key in it; null for an opening balance. */
  chart: z.string().nullable(),
  category: z.string().nullable(),
  subcategory: z.string().trim().max(60).nullable(),
  /** 凭证号: gapless within the account and year of `on`. */
  voucherNumber: z.int().positive(),
  summary: z.string().trim().min(1).max(200),
  /** Who paid or was paid. */
  counterpart: z.string().trim().max(100).nullable(),
  activityId: activityIdSchema.nullable(),
  form: fundFormSchema.nullable(),
  /** Decision document, invoice or receipt, signed list. */
  decision: z.string().trim().max(200).nullable(),
  invoice: z.string().trim().max(100).nullable(),
  signOff: z.string().trim().max(200).nullable(),
  /** Why a limit was passed; null where none was. */
  overLimitReason: z.string().trim().max(200).nullable(),
  reversesId: fundEntryIdSchema.nullable(),
  batchId: batchIdSchema,
  note: z.string().trim().max(500).nullable(),
  recordedAt: momentSchema,
})
export type FundEntry = z.infer<typeof fundEntrySchema>

/** What one member received of a spending; the running totals of limits are summed from these. */
export const fundShareSchema = z.object({
  id: fundShareIdSchema,
  fundEntryId: fundEntryIdSchema,
  memberId: memberIdSchema,
  /** Null where no limit is meant. */
  item: limitItemSchema.nullable(),
  amount: fenSchema,
})
export type FundShare = z.infer<typeof fundShareSchema>

export const fundBudgetSchema = z.object({
  id: fundBudgetIdSchema,
  year: z.string().regex(/^\d{4}$/),
  account: fundAccountSchema,
  direction: fundDirectionSchema.exclude(['opening']),
  chart: z.string(),
  category: z.string(),
  /** The item within the category; null for the whole of it. */
  subcategory: z.string().trim().max(60).nullable(),
  amount: positiveFen,
  note: z.string().trim().max(200).nullable(),
})
export type FundBudget = z.infer<typeof fundBudgetSchema>

/** Who gets how much of the 2 % of wages, in ten-thousandths of the sum paid in; together 10,000. */
export const fundSplitRuleInputSchema = z.object({
  region: z.string().trim().max(60).nullable(),
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  shares: z
    .array(z.object({ level: z.string().trim().min(1).max(30), share: z.int().min(0).max(10_000) }))
    .min(1)
    .max(15),
  /** The level among `shares` that is this branch. */
  ownLevel: z.string(),
  source: z.string().trim().max(200).nullable(),
})
export type FundSplitRuleInput = z.infer<typeof fundSplitRuleInputSchema>
export const fundSplitRuleSchema = fundSplitRuleInputSchema.extend({ id: fundSplitRuleIdSchema })
export type FundSplitRule = z.infer<typeof fundSplitRuleSchema>

/** A limit 标准 of spending on one member. */
export const spendingLimitInputSchema = z.object({
  region: z.string().trim().min(1).max(60),
  item: limitItemSchema,
  amount: positiveFen,
  per: z.enum(['year', 'occasion', 'day']),
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  source: z.string().trim().max(200).nullable(),
  note: z.string().trim().max(200).nullable(),
})
export type SpendingLimitInput = z.infer<typeof spendingLimitInputSchema>
export const spendingLimitSchema = spendingLimitInputSchema.extend({ id: spendingLimitIdSchema })
export type SpendingLimit = z.infer<typeof spendingLimitSchema>

/** The closing 结账 of a month or its reopening; the latest act of a month decides. */
export const monthClosingSchema = z.object({
  id: monthClosingIdSchema,
  month: monthSchema,
  act: z.enum(['close', 'reopen']),
  /** Balances of both accounts at the end of the month. */
  duesBalance: fenSchema,
  fundsBalance: fenSchema,
  /** Required to reopen. */
  reason: z.string().trim().max(200).nullable(),
  recordedAt: momentSchema,
})
export type MonthClosing = z.infer<typeof monthClosingSchema>
