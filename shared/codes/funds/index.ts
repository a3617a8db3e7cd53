import { z } from 'zod'
import { fundSplitRuleInputSchema } from '../../model/fund'
import { codeList } from '../code-list'
import chart2022 from './chart-2022.json'
import chartUntil2021 from './chart-until-2021.json'
import splits from './splits.json'

/** 收支科目: every category of every chart of accounts; a category keeps its term from one chart to the next. */
export const fundCategory = codeList('工会会计制度', [
  ['会费收入', null],
  ['拨缴经费收入', null],
  ['上级补助收入', null],
  ['政府补助收入', null],
  ['行政补助收入', null],
  ['事业收入', null],
  ['附属单位上缴收入', null],
  ['投资收益', null],
  ['其他收入', null],
  ['职工活动支出', null],
  ['职工活动组织支出', null],
  ['职工服务支出', null],
  ['维权支出', null],
  ['业务支出', null],
  ['行政支出', null],
  ['资本性支出', null],
  ['补助下级支出', null],
  ['对附属单位的支出', null],
  ['事业支出', null],
  ['其他支出', null],
])

/** 明细项目 offered within the categories; others may be typed. */
export const fundItem = codeList('local rule texts and account codes of union finance systems', [
  ['回拨补助', null],
  ['专项补助', null],
  ['超收补助', null],
  ['职工教育', null],
  ['文体活动', null],
  ['宣传活动', null],
  ['疗休养', null],
  ['会员活动', null],
  ['培训费', null],
  ['会议费', null],
])

const chartAccountSchema = z.object({
  code: z.string(),
  term: fundCategory.schema,
  items: z.array(fundItem.schema).default([]),
  /** Used by unions above the basic level only, thus not offered. */
  isAboveBasic: z.boolean().default(false),
})
export type ChartAccount = z.infer<typeof chartAccountSchema>

const chartSchema = z.object({
  version: z.string(),
  title: z.string(),
  source: z.string(),
  /** Taken from what is generally known, not checked against the text of the rule yet. */
  isBackground: z.boolean(),
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  income: z.array(chartAccountSchema),
  spending: z.array(chartAccountSchema),
})
/** A chart of accounts 科目表 with the days between which it holds. */
export type Chart = z.infer<typeof chartSchema>

/** Oldest first, without gaps. */
export const charts: readonly Chart[] = [chartUntil2021, chart2022].map((chart) => chartSchema.parse(chart))

const splitPresetSchema = fundSplitRuleInputSchema
  .pick({ shares: true, ownLevel: true, source: true })
  .extend({ key: z.enum(['sixtyForty', 'floor', 'systemEnterprise']) })

/** Usual shares of the 2 % of wages, to start a rule from. */
export const splitPresets = z.array(splitPresetSchema).parse(splits)
