import { z } from 'zod'
import { daySchema } from '../../model/date'
import { batchIdSchema, memberIdSchema, requestIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import {
  requestEventSchema,
  requestInputSchema,
  requestKindSchema,
  requestSchema,
  requestStateSchema,
} from '../../model/request'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

/** Which requests a list holds; those of `requestFiguresSchema` among them. */
export const requestViewSchema = z.enum([
  'open', // not closed
  'overdue', // open after the due day
  'dueSoon', // open, due from today to the end of the week
  'closed',
  'all',
  'due', // closed, or to be closed by now
  'onTime', // closed by the due day
  'late', // due and not closed by the due day
  'calledBack', // asked whether satisfied
  'satisfied',
  'unsatisfied',
])
export type RequestView = z.infer<typeof requestViewSchema>

const periodSchema = z.object({ from: daySchema, until: daySchema })

export const requestFilterSchema = z.object({
  view: requestViewSchema,
  /** Received in these days. */
  from: daySchema.nullable().default(null),
  until: daySchema.nullable().default(null),
  kind: requestKindSchema.nullable().default(null),
  topic: z.string().max(30).nullable().default(null),
  /** Empty for those that nobody handles yet. */
  owner: z.string().max(60).nullable().default(null),
  /** The department of the member, or the 分会 of the group. */
  department: z.string().max(200).nullable().default(null),
  /** In title, text and the member's name; what is confidential is not found by them. */
  search: z.string().trim().max(60).default(''),
})
export type RequestFilter = z.infer<typeof requestFilterSchema>

/** A request in a list; who asked and the title are null where it is confidential. */
export const requestRowSchema = requestSchema.omit({ text: true, title: true }).extend({
  title: z.string().nullable(),
  /** The member, or the group that asked; null for somebody unnamed. */
  name: z.string().nullable(),
  department: z.string().nullable(),
  state: requestStateSchema,
  closedOn: daySchema.nullable(),
})
export type RequestRow = z.infer<typeof requestRowSchema>

/** One request with what happened to it; of a confidential one texts are null until it is revealed. */
export const requestDetailSchema = requestRowSchema.extend({
  text: z.string().nullable(),
  events: z.array(requestEventSchema),
  /** Which steps may follow. */
  steps: z.array(requestEventSchema.shape.kind),
})
export type RequestDetail = z.infer<typeof requestDetailSchema>

const refSchema = z.object({ id: requestIdSchema })
const batchSchema = z.object({ batchId: batchIdSchema })

/** A member or a group, not both. */
const writtenSchema = requestInputSchema.refine(({ memberId, unitId }) => memberId === null || unitId === null)

const dayAndPerson = { on: daySchema, by: requestEventSchema.shape.by }
const said = z.string().trim().min(1).max(4000)
const mayBeSaid = said.nullable()

/** A step of a request with what it needs. */
export const requestStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), ...dayAndPerson, text: mayBeSaid }),
  z.object({
    kind: z.literal('assigned'),
    ...dayAndPerson,
    text: mayBeSaid,
    owner: z.string().trim().min(1).max(60),
    dueOn: daySchema.nullable(),
  }),
  z.object({ kind: z.literal('progress'), ...dayAndPerson, text: said }),
  z.object({ kind: z.literal('urged'), ...dayAndPerson, text: mayBeSaid }),
  z.object({ kind: z.literal('replied'), ...dayAndPerson, text: said }),
  z.object({
    kind: z.literal('calledBack'),
    ...dayAndPerson,
    text: mayBeSaid,
    satisfaction: z.int().min(1).max(5),
  }),
  /** `text` is the reason where nobody was called back. */
  z.object({ kind: z.literal('closed'), ...dayAndPerson, text: mayBeSaid }),
  z.object({ kind: z.literal('reopened'), ...dayAndPerson, text: said }),
])
export type RequestStepInput = z.infer<typeof requestStepSchema>

/** Counts of the requests received in a period, each of which a view lists. */
export const requestFiguresSchema = z.object({
  all: z.int(),
  closed: z.int(),
  due: z.int(),
  onTime: z.int(),
  calledBack: z.int(),
  satisfied: z.int(),
})
export type RequestFigures = z.infer<typeof requestFiguresSchema>

/** Requests 职工诉求: received, classified, handed on, handled, answered, called back, closed. */
export const requests = {
  /** Open ones the first due first, others the latest first. */
  list: procedure.input(requestFilterSchema.extend(pageSchema.shape)).output(pageOf(requestRowSchema)),
  ids: procedure.input(requestFilterSchema).output(z.array(requestIdSchema)),
  /** How many are open, overdue and due this week, whoever asked. */
  waiting: procedure.output(z.object({ open: z.int(), overdue: z.int(), dueSoon: z.int(), unassigned: z.int() })),
  /** Who handles or handled requests, with how many of them are open. */
  owners: procedure.output(z.array(z.object({ owner: z.string(), open: z.int() }))),
  /** Topics typed besides those of the list. */
  topics: procedure.output(z.array(z.string())),
  figures: procedure.input(periodSchema).output(requestFiguresSchema),
  /** How many were received by topic, department or month; departments of fewer than five members are not named. */
  counts: procedure
    .input(periodSchema.extend({ by: z.enum(['topic', 'department', 'month']) }))
    .output(z.array(z.object({ key: z.string(), count: z.int(), open: z.int() }))),
  /** Those of a member, latest first, with how many more are confidential. */
  ofMember: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.object({ rows: z.array(requestRowSchema), confidential: z.int() })),
  /** Errors: NOT_FOUND. */
  get: procedure.input(refSchema).output(requestDetailSchema),
  /** With the texts of a confidential one; written to the access log. Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  reveal: procedure.input(refSchema).output(requestDetailSchema),
  /** Errors: NOT_FOUND, DAY_IN_FUTURE. */
  add: procedure.input(writtenSchema).output(batchSchema.extend(refSchema.shape)),
  /** Errors: NOT_FOUND, DAY_IN_FUTURE, SENSITIVE_CLOSED for one that is confidential. */
  update: procedure.input(refSchema.extend({ request: writtenSchema })).output(batchSchema),
  /** Asks in a native dialog. Errors: NOT_FOUND, NOT_CONFIRMED. */
  remove: procedure.input(refSchema).output(batchSchema),
  /**
   * Errors: NOT_FOUND, DAY_IN_FUTURE, REQUEST_STEP_NOT_ALLOWED, REQUEST_STEP_EARLY for a day before the last step,
   * REQUEST_NOT_CLOSABLE without a call-back and a reason.
   */
  step: procedure.input(refSchema.extend({ step: requestStepSchema })).output(batchSchema),
  /**
   * Hands requests to somebody as one batch; new ones are accepted with it, those answered or closed are passed over.
   * Errors: NOT_FOUND, NOTHING_TO_SAVE.
   */
  assign: procedure
    .input(
      z.object({
        ids: z.array(requestIdSchema).min(1).max(10_000),
        owner: z.string().trim().min(1).max(60),
        on: daySchema,
      }),
    )
    .output(batchSchema.extend({ assigned: z.int() })),
  /**
   * Writes the register to a workbook; of confidential ones neither who nor texts, which a line below says. Null when
   * that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL.
   */
  exportList: procedure
    .input(requestFilterSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
