import { z } from 'zod'
import {
  arrearsBandSchema,
  arrearsDecisionSchema,
  arrearsDueSchema,
  arrearsRuleInputSchema,
  arrearsRuleSchema,
  arrearsStepKindSchema,
  arrearsStepSchema,
  arrearsTermsSchema,
} from '../../model/arrears'
import { daySchema, monthSchema } from '../../model/date'
import { duesEntrySchema } from '../../model/dues'
import { sentencePartSchema } from '../../model/dues-sentence'
import { activityIdSchema, arrearsRuleIdSchema, batchIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'

/** Most slips or notices made at once. */
export const NOTICES_MAX = 300
/** Most members a step is taken with at once. */
export const STEP_MEMBERS_MAX = 20_000

/** Whether a member is to be asked for what is open. */
export const debtorStandingSchema = z.enum([
  'owes', // is to pay
  'notDue', // all that is open is of months to come
  'disputed', // all that is open by now is disputed
  'exempt', // exempt now or for all that is open: never late
  'left', // no member any more
])
export type DebtorStanding = z.infer<typeof debtorStandingSchema>

export const debtorSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  unionGroup: z.string().nullable(),
  standing: debtorStandingSchema,
  /** What the member is to pay; disputed amounts and those of exempt months are apart. */
  owed: fenSchema,
  notDue: fenSchema,
  disputed: fenSchema,
  exempt: fenSchema,
  /** Oldest and newest month owed; null where all that is open is disputed or exempt. */
  since: monthSchema.nullable(),
  until: monthSchema.nullable(),
  months: z.int().nonnegative(),
  /** Consecutive months without payment by the branch's rule. */
  row: z.int().nonnegative(),
  band: arrearsBandSchema,
  due: arrearsDueSchema.nullable(),
  /** The last step of the course that is going on. */
  last: arrearsStepSchema.pick({ kind: true, on: true }).nullable(),
})
export type Debtor = z.infer<typeof debtorSchema>

export const debtorFilterSchema = z.object({
  search: z.string().trim().max(60).default(''),
  standing: debtorStandingSchema.default('owes'),
  /** Null is everywhere; `''` stands for who has none. */
  department: z.string().max(100).nullable().default(null),
  unionGroup: z.string().max(100).nullable().default(null),
  band: arrearsBandSchema.nullable().default(null),
  /** Who owes this month. */
  month: monthSchema.nullable().default(null),
  due: arrearsDueSchema.nullable().default(null),
})
export type DebtorFilter = z.infer<typeof debtorFilterSchema>

const sumSchema = z.object({ members: z.int().nonnegative(), amount: fenSchema })

export const arrearsOverviewSchema = z.object({
  terms: arrearsTermsSchema,
  /** The charter asks for more months, or lets a payment of a part end the row. */
  isStricter: z.boolean(),
  total: sumSchema,
  bands: z.array(sumSchema.extend({ band: arrearsBandSchema })),
  /** By 分会 and 小组, in the order of their names. */
  groups: z.array(
    sumSchema.extend({
      department: z.string().nullable(),
      unionGroup: z.string().nullable(),
      bands: z.array(sumSchema.extend({ band: arrearsBandSchema })),
    }),
  ),
  /** What is owed of each month, oldest first. */
  months: z.array(sumSchema.extend({ month: monthSchema })),
  due: z.array(z.object({ due: arrearsDueSchema, members: z.int().positive() })),
  /** Open, and nothing to ask for. */
  apart: z.array(sumSchema.extend({ standing: debtorStandingSchema.exclude(['owes']) })),
  /** Deducted by the employer and not paid over yet: the members owe nothing of it. */
  held: z.object({ lists: z.int().nonnegative(), amount: fenSchema }),
})
export type ArrearsOverview = z.infer<typeof arrearsOverviewSchema>

/** What is recorded of a step. */
export const arrearsActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['reminder', 'notice', 'committeeList']) }),
  z.object({ kind: z.literal('talk'), reason: z.string().trim().max(500).nullable() }),
  z.object({
    kind: z.literal('decision'),
    decision: arrearsDecisionSchema,
    /** Minutes or document. */
    document: z.string().trim().min(1).max(200),
  }),
])
export type ArrearsAct = z.infer<typeof arrearsActSchema>

/** Why no step is taken with somebody chosen. */
export const notTakenSchema = z.enum([
  'paid', // owes nothing by now
  'notDue',
  'disputed',
  'exempt',
  'left',
  'noTalk', // the charter asks for a talk before the list
  'notListed', // nothing to decide before the list
])
export type NotTaken = z.infer<typeof notTakenSchema>

/** Papers of arrears: slips and notices for the members, the list for the committee. */
export const arrearsPaperSchema = arrearsStepKindSchema.extract(['reminder', 'notice', 'committeeList'])
export type ArrearsPaper = z.infer<typeof arrearsPaperSchema>

/** A slip or notice as it would be printed now. */
export const arrearsNoticeSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  unionGroup: z.string().nullable(),
  sentence: z.array(sentencePartSchema),
  months: z.array(z.object({ month: monthSchema, charged: fenSchema, open: fenSchema })),
  owed: fenSchema,
  row: z.int().nonnegative(),
  steps: z.array(arrearsStepSchema),
  /** How often the member took part in organisational life in the last six months. */
  activities: z.int().nonnegative(),
})
export type ArrearsNotice = z.infer<typeof arrearsNoticeSchema>

/** Arrears 欠缴: who owes, the charter's course with them, and its papers. */
export const arrears = {
  /** At once, from the balances: who has any, disputed and exempt ones among them. */
  balances: procedure.output(sumSchema),
  /** Exact, by replay of each ledger with a balance. */
  overview: procedure.output(arrearsOverviewSchema),
  /** Largest amount first; `amount` is what of the debt belongs to the standing asked for, `owed` the sum of it. */
  debtors: procedure
    .input(debtorFilterSchema.extend(pageSchema.shape))
    .output(pageOf(debtorSchema.extend({ amount: fenSchema })).extend({ owed: fenSchema })),
  /** How a member stands, with the course of their arrears. Errors: NOT_FOUND. */
  member: procedure.input(z.object({ memberId: memberIdSchema })).output(
    z.object({
      sentence: z.array(sentencePartSchema),
      /** The entries that the sentence names. */
      entries: z.array(duesEntrySchema),
      debtor: debtorSchema,
      terms: arrearsTermsSchema,
      isStricter: z.boolean(),
      /** Every step, newest first. */
      steps: z.array(arrearsStepSchema),
      /** Part in organisational life in the last six months, which the charter looks at too. */
      activities: z.array(z.object({ activityId: activityIdSchema, title: z.string(), startsOn: daySchema })),
    }),
  ),
  /**
   * Takes a step with members as one batch: their arrears are reckoned anew as it is written, and who need not be asked
   * any more is left out by name. It never touches a membership. Errors: NOT_FOUND, PAYMENTS_NOT_ENTERED, NOTHING_OWED.
   */
  take: procedure
    .input(
      z.object({
        memberIds: z.array(memberIdSchema).min(1).max(STEP_MEMBERS_MAX),
        act: arrearsActSchema,
        on: daySchema,
        by: z.string().trim().max(60).nullable(),
        /** Until which day all payments received are entered. */
        enteredUntil: daySchema,
      }),
    )
    .output(
      z.object({
        /** Null where nobody was left. */
        batchId: batchIdSchema.nullable(),
        taken: z.array(memberIdSchema),
        leftOut: z.array(z.object({ memberId: memberIdSchema, name: z.string(), why: notTakenSchema })),
      }),
    ),
  /** What would be printed now of members: who need not be asked any more is left out by name. */
  notices: procedure
    .input(z.object({ kind: arrearsPaperSchema, memberIds: z.array(memberIdSchema).min(1).max(STEP_MEMBERS_MAX) }))
    .output(
      z.object({
        unionName: z.string(),
        today: daySchema,
        /** At most `NOTICES_MAX`, those of the first who are still to be asked. */
        notices: z.array(arrearsNoticeSchema),
        total: z.int().nonnegative(),
        leftOut: z.array(z.object({ memberId: memberIdSchema, name: z.string(), why: notTakenSchema })),
      }),
    ),
  /** Saves the list as .xlsx; null when the dialog was cancelled. Errors: NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN. */
  save: procedure
    .input(debtorFilterSchema)
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
  rules: {
    /** Newest first. */
    list: procedure.output(z.array(arrearsRuleSchema)),
    add: procedure.input(arrearsRuleInputSchema).output(arrearsRuleSchema),
    /** For a rule entered by mistake. Errors: NOT_FOUND. */
    remove: procedure.input(z.object({ id: arrearsRuleIdSchema })).output(z.void()),
  },
}
