import { z } from 'zod'
import { approvalLevelSchema } from '../model/activity'
import { arrearsDueSchema } from '../model/arrears'
import { committeeKindSchema } from '../model/committee'
import { daySchema, monthSchema } from '../model/date'
import {
  activityIdSchema,
  committeeIdSchema,
  directiveIdSchema,
  handOverIdSchema,
  payrollListIdSchema,
  providerIdSchema,
  rosterImportIdSchema,
} from '../model/id'
import { membershipStatusSchema } from '../model/membership'
import { fenSchema } from '../model/money'
import { procedure } from './errors'

/** Something that needs doing today; each leads to the page where it is done. */
export const taskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addMembers') }),
  z.object({ kind: z.literal('finishImport'), importId: rosterImportIdSchema, fileName: z.string(), rows: z.int() }),
  /** Cash that a collector brought is still being entered. */
  z.object({ kind: z.literal('finishHandOver'), id: handOverIdSchema, collector: z.string(), rows: z.int() }),
  z.object({ kind: z.literal('finishPayroll'), id: payrollListIdSchema, fileName: z.string(), rows: z.int() }),
  /** Deducted long ago and not paid over by the employer. */
  z.object({
    kind: z.literal('heldPayroll'),
    id: payrollListIdSchema,
    title: z.string(),
    held: fenSchema,
    days: z.int(),
  }),
  z.object({ kind: z.literal('setDuesRule') }),
  z.object({ kind: z.literal('chargeMonth'), month: monthSchema, members: z.int() }),
  z.object({ kind: z.literal('exemptionsEnding'), exemptions: z.int() }),
  z.object({ kind: z.literal('collectDues'), members: z.int(), owed: fenSchema }),
  z.object({ kind: z.literal('arrearsStep'), step: arrearsDueSchema, members: z.int() }),
  z.object({
    kind: z.literal('upcomingActivity'),
    activityId: activityIdSchema,
    title: z.string(),
    startsOn: daySchema,
  }),
  z.object({
    kind: z.literal('approveActivity'),
    activityId: activityIdSchema,
    title: z.string(),
    level: approvalLevelSchema,
  }),
  /** Over and not settled. */
  z.object({ kind: z.literal('settleActivities'), activities: z.int() }),
  z.object({ kind: z.literal('markAttendance'), activityId: activityIdSchema, title: z.string(), signedUp: z.int() }),
  z.object({ kind: z.literal('requestsOverdue'), requests: z.int() }),
  z.object({ kind: z.literal('requestsDueSoon'), requests: z.int() }),
  z.object({ kind: z.literal('coversEnding'), covers: z.int() }),
  /** To be seen again after a check-up. */
  z.object({ kind: z.literal('followUps'), people: z.int() }),
  /** A directive of the union above that waits for an answer. */
  z.object({
    kind: z.literal('directive'),
    id: directiveIdSchema,
    title: z.string(),
    dueOn: daySchema.nullable(),
    isOverdue: z.boolean(),
  }),
  /** Members whose birthday is this month and who were given nothing for it yet. */
  z.object({ kind: z.literal('birthdays'), month: monthSchema, members: z.int() }),
  /** Gifts of the last months for which nobody signed. */
  z.object({ kind: z.literal('unsignedGifts'), gifts: z.int() }),
  z.object({ kind: z.literal('hardshipReviews'), files: z.int() }),
  /** The publicity period has ended and nobody has decided. */
  z.object({ kind: z.literal('hardshipDecisions'), files: z.int() }),
  /** An election of a committee is due, or overdue. */
  z.object({
    kind: z.literal('electionDue'),
    committeeId: committeeIdSchema,
    committee: committeeKindSchema,
    /** Of its 分会; null for the branch itself. */
    unitName: z.string().nullable(),
    dueOn: daySchema,
    isOverdue: z.boolean(),
    /** The election that is being prepared; null where none was begun. */
    electionId: committeeIdSchema.nullable(),
  }),
  z.object({
    kind: z.literal('contractEnding'),
    providerId: providerIdSchema,
    name: z.string(),
    title: z.string(),
    validUntil: daySchema,
  }),
  z.object({ kind: z.literal('completeRecords'), members: z.int() }),
  z.object({ kind: z.literal('enrol') }),
  z.object({ kind: z.literal('syncAttention'), entries: z.int() }),
  /** Records that differ from what the union above has; a person chooses. */
  z.object({ kind: z.literal('conflicts'), records: z.int() }),
  /** Other branches ask that their members be taken over. */
  z.object({ kind: z.literal('transferRequests'), members: z.int() }),
  /** Other branches ask for members of this one. */
  z.object({ kind: z.literal('transferClaims'), members: z.int() }),
  /** Persons for whom this branch asked without success. */
  z.object({ kind: z.literal('claimsWithoutSuccess'), members: z.int() }),
  /** Members whom another branch has too. */
  z.object({ kind: z.literal('foreignDuplicates'), members: z.int() }),
])
export type Task = z.infer<typeof taskSchema>

export const home = {
  summary: procedure.output(
    z.object({
      unionName: z.string(),
      today: daySchema,
      tasks: z.array(taskSchema),
      members: z.array(z.object({ status: membershipStatusSchema, count: z.int() })),
      month: z.object({ month: monthSchema, charged: fenSchema, received: fenSchema, owed: fenSchema }),
    }),
  ),
  /** What is really owed, and the tasks that follow from it: by replay of the ledgers, so that it may come later. */
  arrears: procedure.output(z.object({ owed: fenSchema, tasks: z.array(taskSchema) })),
}
