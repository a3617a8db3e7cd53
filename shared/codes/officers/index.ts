import { z } from 'zod'
import { codeList } from '../code-list'
import delegates from './delegates.json'
import rules from './rules.json'

const datedSchema = z.object({
  source: z.string(),
  /** Taken from what is generally known, not checked against the text of the rule yet. */
  isBackground: z.boolean(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
})

/** A number that a rule of the unions names: `number` members, staff, women or years, or the share `number / of`. */
const officerRuleSchema = datedSchema.extend({
  key: z.enum(['committeeMembers', 'fullTimeChair', 'congress', 'usualTerm', 'womensCommittee', 'quorum', 'majority']),
  number: z.int().positive(),
  of: z.int().positive(),
})
export type OfficerRule = z.infer<typeof officerRuleSchema>

/** Rules of committees and their elections, each with the days between which it holds. */
export const officerRules: readonly OfficerRule[] = z.array(officerRuleSchema).parse(rules)

const delegateRuleSchema = datedSchema.extend({
  /** From how many members on how many delegates are usual; the fewest members first. */
  bands: z.array(z.object({ members: z.int(), least: z.int(), most: z.int() })),
})

/** How many delegates 会员代表 a congress has. */
export const delegateRule = delegateRuleSchema.parse(delegates)

/** 外部服务单位: the kinds offered; others may be typed. */
export const providerKind = codeList('outside services that unions ask', [
  ['培训', null],
  ['法律', null],
  ['体检', null],
  ['心理', null],
  ['旅行', null],
  ['餐饮', null],
  ['保险', null],
  ['文体', null],
  ['采购', null],
])

/** 载体: where articles usually appear; others may be typed. */
export const articleChannel = codeList('where unions print what their members write', [
  ['本会简报', null],
  ['本会公众号', null],
  ['单位网站', null],
  ['上级工会网站', null],
  ['上级工会公众号', null],
  ['工人日报', null],
  ['中工网', null],
])
