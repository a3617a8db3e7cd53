import { z } from 'zod'
import { customValueInputSchema, customValueSchema } from '../model/custom-field'
import { momentSchema } from '../model/date'
import {
  batchIdSchema,
  changeIdSchema,
  customFieldIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  rosterImportIdSchema,
} from '../model/id'
import { maskedMemberSchema, memberFieldSchema, memberFieldsSchema } from '../model/member'
import { memberFilterSchema } from '../model/member-filter'
import { membershipEventInputSchema, membershipEventSchema, membershipStatusSchema } from '../model/membership'
import { pageOf, pageSchema } from '../model/page'
import { reportingSchema } from '../model/reporting'
import { rosterPlaceSchema } from '../model/roster'
import { syncedTableSchema } from '../sync/change'
import { batchKindSchema } from './batches'
import { procedure } from './errors'
import { customFields, details, photo } from './member-details'
import { timeline } from './member-timeline'

export {
  memberConditionSchema,
  memberFilterSchema,
  type MemberCondition,
  type MemberFilter,
  type MemberFilterInput,
} from '../model/member-filter'

export const memberSortFieldSchema = z.enum([
  'name', // by pinyin
  'department',
  'status',
  'birthDate',
  'joinDate',
  'staffNumber',
  'updatedAt',
])
export const memberSortSchema = z.object({ field: memberSortFieldSchema, direction: z.enum(['asc', 'desc']) })
export type MemberSort = z.infer<typeof memberSortSchema>

/** A member as a list shows them. */
export const listedMemberSchema = maskedMemberSchema.extend({
  /** How they stand at the union above; null while the branch is not enrolled. */
  reporting: reportingSchema.nullable(),
})
export type ListedMember = z.infer<typeof listedMemberSchema>

export const memberRecordSchema = z.object({
  member: maskedMemberSchema,
  /** The last change entry of the record; an update names it, so that nobody overwrites what they have not seen. */
  version: changeIdSchema,
  events: z.array(membershipEventSchema),
  /** One for each custom field that is in use or has a value. */
  custom: z.array(customValueSchema),
})
export type MemberRecord = z.infer<typeof memberRecordSchema>

const throughBatchSchema = z.object({ id: batchIdSchema, kind: batchKindSchema, title: z.string() }).nullable()

/** Where the value of a field comes from. */
export const fieldSourceSchema = z.object({
  /** A field of the member, or one that this branch keeps beside them. */
  field: z.union([memberFieldSchema, customFieldIdSchema]),
  at: momentSchema,
  /** `local` for the person at this PC. */
  actor: z.string(),
  /** Null for what was typed in by hand. */
  batch: throughBatchSchema,
  /** The roster import, and the rows of its file. */
  importId: rosterImportIdSchema.nullable(),
  places: z.array(rosterPlaceSchema),
})
export type FieldSource = z.infer<typeof fieldSourceSchema>

/** One change of a member's record; masked fields carry masked values. */
export const historyEntrySchema = z.object({
  id: changeIdSchema,
  at: momentSchema,
  actor: z.string(),
  table: syncedTableSchema,
  operation: z.enum(['insert', 'update', 'delete']),
  batch: throughBatchSchema,
  /** The rows of the imported file that it was written from. */
  places: z.array(rosterPlaceSchema),
  /** A value of a custom field is named by that field. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const members = {
  list: procedure
    .input(z.object({ ...pageSchema.shape, filter: memberFilterSchema, sort: memberSortSchema }))
    .output(pageOf(listedMemberSchema)),
  /** The ids of a filtered list in its order, to choose many at once. */
  ids: procedure
    .input(z.object({ filter: memberFilterSchema, sort: memberSortSchema }))
    .output(z.array(memberIdSchema)),
  /** What a filter can choose from, with how many members each choice has. */
  facets: procedure.output(
    z.object({
      statuses: z.array(z.object({ value: membershipStatusSchema, count: z.int() })),
      departments: z.array(z.object({ value: z.string(), count: z.int() })),
    }),
  ),
  get: procedure.input(z.object({ id: memberIdSchema })).output(memberRecordSchema),
  history: procedure.input(z.object({ id: memberIdSchema })).output(z.array(historyEntrySchema)),
  /** Where the value of each field that has one comes from. */
  sources: procedure.input(z.object({ id: memberIdSchema })).output(z.array(fieldSourceSchema)),
  add: procedure
    .input(
      z.object({
        fields: memberFieldsSchema,
        event: membershipEventInputSchema,
        custom: z.array(customValueInputSchema).default([]),
      }),
    )
    .output(z.object({ id: memberIdSchema })),
  /** Changes the given fields only. Error CHANGED_MEANWHILE when one of them moved on since `version`. */
  update: procedure
    .input(
      z.object({
        id: memberIdSchema,
        version: changeIdSchema,
        fields: memberFieldsSchema.partial(),
        custom: z.array(customValueInputSchema).default([]),
      }),
    )
    .output(memberRecordSchema),
  addEvent: procedure
    .input(z.object({ id: memberIdSchema, event: membershipEventInputSchema }))
    .output(memberRecordSchema),
  /** Takes back the latest event, entered by mistake; written to the access log, kept by the change log. */
  revokeEvent: procedure
    .input(
      z.object({
        id: memberIdSchema,
        eventId: membershipEventIdSchema,
        reason: z.string().trim().min(1).max(200),
      }),
    )
    .output(memberRecordSchema),
  /** The member who has this ID number already, asked while it is typed. */
  findByIdNumber: procedure
    .input(z.object({ idNumber: z.string().max(40), exceptId: memberIdSchema.nullable() }))
    .output(z.object({ id: memberIdSchema, name: z.string() }).nullable()),
  /** A masked field in clear; written to the access log with its reason. */
  reveal: procedure
    .input(z.object({ id: memberIdSchema, field: memberFieldSchema, reason: z.string().trim().max(200) }))
    .output(z.object({ value: z.string().nullable() })),
  /** For a record made by mistake; asks in a native dialog, written to the access log, undone as a batch. */
  remove: procedure
    .input(z.object({ id: memberIdSchema, reason: z.string().trim().min(1).max(200) }))
    .output(z.object({ batchId: batchIdSchema })),
  timeline,
  details,
  photo,
  customFields,
}
