import { z } from 'zod'
import { organisationInputSchema, organisationSchema } from '../model/branch'
import { activitySchema } from '../model/activity'
import { momentSchema } from '../model/date'
import { activityIdSchema, memberIdSchema } from '../model/id'
import { maskedMemberSchema } from '../model/member'
import { formPaperSchema, paperFormSchema, printedPaperSchema } from '../model/paper'
import { profileDefinitionSchema, receiverProfileSchema } from '../model/receiver-profile'
import { reportCheckSchema } from '../model/report'
import { procedure } from './errors'
import { memberFilterSchema, memberSortSchema } from './members'
import { progressOf } from './progress'
import { clearSchema } from './roster'

/** Largest workbook of a receiver that is filled in, in bytes. */
export const RECEIVER_FILE_MAX_BYTES = 20 * 1024 * 1024

/** Of whom a report or a paper is made. */
export const peopleSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('filter'), filter: memberFilterSchema, sort: memberSortSchema }),
  /** In the order given. */
  z.object({ by: z.literal('ids'), ids: z.array(memberIdSchema).min(1).max(100_000) }),
  /** Who has a place in it, or who came. */
  z.object({
    by: z.literal('activity'),
    activityId: activityIdSchema,
    attendance: z.literal('present').nullable().default(null),
  }),
])
export type People = z.infer<typeof peopleSchema>
export type PeopleInput = z.input<typeof peopleSchema>

/** Where a receiver's workbook takes the rows of a profile. */
export const workbookPlaceSchema = z.object({
  sheet: z.string(),
  startRow: z.int().positive(),
  /** Headings of the profile that the sheet does not have. */
  missing: z.array(z.string()),
  /** Rows that stand there already and would be replaced. */
  replaced: z.int().nonnegative(),
})
export type WorkbookPlace = z.infer<typeof workbookPlaceSchema>

export const reportRequestSchema = z.object({
  profileId: z.string().max(60),
  /** Not looked at where the profile is of the union itself. */
  people: peopleSchema,
  /** What becomes of rows that the receiver would refuse. */
  faulty: z.enum(['leaveOut', 'write']),
  clear: clearSchema,
  /** The receiver's own workbook to be filled in; null for a new one. */
  workbook: z.file().nullable(),
})
export type ReportRequest = z.infer<typeof reportRequestSchema>

/** Most papers made at once; each is a page. */
export const PAPERS_MAX = 300
/** Most names on labels or sign-in sheets at once. */
export const NAMES_MAX = 5000

export const paperRequestSchema = z.object({ paper: formPaperSchema, people: peopleSchema, clear: clearSchema })
export type PaperRequest = z.infer<typeof paperRequestSchema>

/** What labels and sign-in sheets can show of a member; nothing that is masked. */
export const nameRowSchema = maskedMemberSchema.pick({
  id: true,
  name: true,
  gender: true,
  department: true,
  unionGroup: true,
  position: true,
  staffNumber: true,
  memberCardNumber: true,
})
export type NameRow = z.infer<typeof nameRowSchema>

const { title, startsOn, endsOn, place } = activitySchema.shape

const savedSchema = z.object({ fileName: z.string() }).nullable()

/** Reports to receivers 上报: their sheets as profiles, checked before, written anew or into their own workbook. */
export const reports = {
  /** Those that come with the program first. */
  profiles: procedure.output(z.array(receiverProfileSchema)),
  /** Adds a profile, or changes one that did not come with the program. */
  saveProfile: procedure
    .input(z.object({ id: z.string().max(60).nullable(), definition: profileDefinitionSchema }))
    .output(z.object({ id: z.string() })),
  removeProfile: procedure.input(z.object({ id: z.string().max(60) })).output(z.void()),
  /** What a receiver's empty workbook looks like as a profile, one for each sheet that has known headings. */
  proposeProfiles: procedure.input(z.object({ file: z.file() })).output(z.array(profileDefinitionSchema)),
  /** What the receiver would say, in its words. */
  check: procedure.input(reportRequestSchema.pick({ profileId: true, people: true })).output(reportCheckSchema),
  placeIn: procedure.input(z.object({ profileId: z.string().max(60), workbook: z.file() })).output(workbookPlaceSchema),
  /** Null when the dialog was cancelled. In clear only when confirmed; written to the access log. */
  write: procedure
    .input(reportRequestSchema)
    .output(
      progressOf(
        z.object({ fileName: z.string(), rows: z.int().nonnegative(), leftOut: z.int().nonnegative() }).nullable(),
      ),
    ),
  organisation: procedure.output(organisationSchema.extend({ memberCount: z.int().nonnegative() })),
  saveOrganisation: procedure.input(organisationInputSchema).output(z.void()),
  /** The papers of the people chosen, the first ones where there are more; in clear only when confirmed. */
  papers: procedure
    .input(paperRequestSchema)
    .output(z.object({ forms: z.array(paperFormSchema), total: z.int().nonnegative() })),
  /** The same as a Word file; null when the dialog was cancelled. */
  saveDocument: procedure.input(paperRequestSchema).output(savedSchema),
  /** Names for labels and sign-in sheets, the first ones where there are more. */
  names: procedure.input(z.object({ people: peopleSchema })).output(
    z.object({
      rows: z.array(nameRowSchema),
      total: z.int().nonnegative(),
      activity: z.object({ title, startsOn, endsOn, place }).nullable(),
    }),
  ),
  /** Prints the page of the window as it stands, or saves it as a PDF; null when it was called off. */
  output: procedure
    .input(
      z.object({
        to: z.enum(['printer', 'pdf']),
        paper: printedPaperSchema,
        /** How many members are on it. */
        count: z.int().nonnegative(),
        landscape: z.boolean(),
        /** Without its extension. */
        suggestedName: z.string().trim().min(1).max(100),
      }),
    )
    .output(z.object({ fileName: z.string().nullable() }).nullable()),
  /** The last reports and papers, newest first. */
  recent: procedure.output(
    z.array(
      z.object({
        id: z.string(),
        at: momentSchema,
        kind: z.enum(['report', 'paper']),
        subject: z.string().nullable(),
        count: z.int().nonnegative().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
}
