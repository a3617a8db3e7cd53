import { z } from 'zod'
import { genderSchema } from '../codes'
import { daySchema } from '../model/date'
import { memberIdSchema, statisticsTemplateIdSchema } from '../model/id'
import { fenSchema } from '../model/money'
import { pageOf, pageSchema } from '../model/page'
import {
  indicatorKeySchema,
  reportDesignSchema,
  reportHeadSchema,
  statisticsPeriodSchema,
  statisticsTemplateSchema,
  templateNameSchema,
  typedFigureSchema,
} from '../model/statistics'
import { procedure } from './errors'
import { progressOf } from './progress'
import { sheetLanguageSchema } from './roster'

/** Null for what nobody knows yet; money in fen. */
const valueSchema = z.number().nullable()

/** A kind that a figure is made of; null for what the record does not state. */
export const figurePartSchema = z.object({
  part: z.string().nullable(),
  value: z.number(),
  /** Null where it is not about people. */
  women: valueSchema,
  before: z.number(),
})

export const figureSchema = z.object({
  key: indicatorKeySchema,
  value: valueSchema,
  women: valueSchema,
  /** Of the period before. */
  before: valueSchema,
  /** A date: of a committee's election, of a congress. */
  day: daySchema.nullable(),
  parts: z.array(figurePartSchema),
  /** Where a typed figure comes from; null for what the record says. */
  typed: typedFigureSchema.nullable(),
})
export type Figure = z.infer<typeof figureSchema>

export const statisticsSchema = z.object({
  period: statisticsPeriodSchema,
  before: statisticsPeriodSchema,
  /** Until which day was counted: the end of the period, or today while it runs. */
  until: daySchema,
  figures: z.array(figureSchema),
})
export type Statistics = z.infer<typeof statisticsSchema>

/** Which rows behind a figure. */
export const figureListSchema = z.object({
  key: indicatorKeySchema,
  period: statisticsPeriodSchema,
  /** Of one kind only; left out for all. */
  part: z.string().nullable().optional(),
  women: z.boolean().default(false),
})
export type FigureList = z.infer<typeof figureListSchema>

/** A row behind a figure: a person, or something that happened. */
export const figureRowSchema = z.object({
  id: z.string(),
  memberId: memberIdSchema.nullable(),
  name: z.string().nullable(),
  gender: genderSchema.nullable(),
  department: z.string().nullable(),
  /** As precise as it is known. */
  on: z.string().nullable(),
  part: z.string().nullable(),
  what: z.string().nullable(),
  amount: fenSchema.nullable(),
})
export type FigureRow = z.infer<typeof figureRowSchema>

/** What must agree in the statistics 逻辑检查. */
export const checkKeySchema = z.enum([
  'movement', // members at the end = at the start + came − left
  'sex', // men + women = members
  'membersWithinStaff',
  'migrantsWithinStaff',
  'dispatchedWithinStaff',
  'womenWithinStaff',
  'educationSum', // the distribution by education = members
  'delegatesWomen',
  'adoptedWithinMade',
  'balance', // carried + income − spending = balance
  'datesKnown', // no change of membership that may as well lie in another period
])
export type CheckKey = z.infer<typeof checkKeySchema>

export const checkSchema = z.object({
  check: checkKeySchema,
  isRight: z.boolean(),
  /** What should be equal, or the left no more than the right. */
  left: z.number(),
  right: z.number(),
  /** How many people make the difference, listed by `differing`. */
  people: z.int().nonnegative(),
})
export type Check = z.infer<typeof checkSchema>

const reportInputSchema = z.object({ design: reportDesignSchema, period: statisticsPeriodSchema })
export const reportSchema = z.object({
  rows: z.array(reportHeadSchema),
  columns: z.array(reportHeadSchema),
  /** By row and column; null where a figure cannot be told so. */
  cells: z.array(z.array(valueSchema)),
  /** The one figure of a report whose rows and columns name none. */
  key: indicatorKeySchema.nullable(),
  until: daySchema,
})
export type Report = z.infer<typeof reportSchema>

const savedSchema = progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())

/** Year-end statistics 统计 of any period, and reports of own design. */
export const statistics = {
  figures: procedure.input(z.object({ period: statisticsPeriodSchema })).output(statisticsSchema),
  /** The rows behind a figure that opens a list. Error NOT_FOUND for one that does not. */
  list: procedure.input(z.object({ ...figureListSchema.shape, ...pageSchema.shape })).output(pageOf(figureRowSchema)),
  /** Writes such a list to an .xlsx file; null when the dialog was cancelled. Logged. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  exportList: procedure.input(figureListSchema.extend({ language: sheetLanguageSchema })).output(savedSchema),
  checks: procedure.input(z.object({ period: statisticsPeriodSchema })).output(z.array(checkSchema)),
  /** The people who make the difference. */
  differing: procedure
    .input(z.object({ check: checkKeySchema, period: statisticsPeriodSchema, ...pageSchema.shape }))
    .output(pageOf(figureRowSchema)),
  /** Keeps a figure that the record cannot know; without number and day it is taken away. Error NOT_FOUND for one that the record knows. */
  setFigure: procedure.input(typedFigureSchema).output(z.void()),
  /** Writes the statistics to an .xlsx file with the name of who made them. Logged. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  export: procedure
    .input(
      z.object({
        period: statisticsPeriodSchema,
        madeBy: z.string().trim().max(60),
        language: sheetLanguageSchema,
      }),
    )
    .output(savedSchema),
  /** Error DESIGN_INVALID where rows and columns do not go together. */
  report: procedure.input(reportInputSchema).output(reportSchema),
  exportReport: procedure
    .input(
      reportInputSchema.extend({
        name: z.string().trim().max(60),
        madeBy: z.string().trim().max(60),
        language: sheetLanguageSchema,
      }),
    )
    .output(savedSchema),
  templates: procedure.output(z.array(statisticsTemplateSchema)),
  /** A new one without an id. Error TEMPLATE_NAME_TAKEN. */
  saveTemplate: procedure
    .input(
      z.object({ id: statisticsTemplateIdSchema.nullable(), name: templateNameSchema, design: reportDesignSchema }),
    )
    .output(statisticsTemplateSchema),
  removeTemplate: procedure.input(z.object({ id: statisticsTemplateIdSchema })).output(z.void()),
}
