import { oc } from '@orpc/contract'
import { z } from 'zod'
import { directiveAskSchema } from '../model/directive'
import { momentSchema } from '../model/date'
import { membershipStatusSchema } from '../model/membership'
import { memberFieldsSchema } from '../model/member'
import { rosterConflictSchema, rosterFieldSchema, rosterIssueSchema, rosterOutcomeSchema } from '../model/roster'

/** What a key of the hub's data API may be used for. */
export const apiScopeSchema = z.enum([
  'organisations',
  'figures',
  'members', // without names and numbers
  'memberParticulars', // all that the record holds
  'dues',
  'activities',
  'directives',
  'rosters', // entering rosters for branches
])
export type ApiScope = z.infer<typeof apiScopeSchema>

const PAGE_MAX = 1000

const moment = momentSchema
/** What a record of another program holds of another kind than it should is passed over. */
const text = z.string().nullable().catch(null)
const number = z.number().nullable().catch(null)

/** What every list is asked with. */
const pageQuery = z.object({
  /** `next` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(200),
  /** One organisation only. */
  organisation: z.uuid().optional(),
})
const changesQuery = pageQuery.extend({
  /** Only what changed at the hub since then, deleted lines included. */
  updatedSince: momentSchema.optional(),
})

function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** Cursor of the next page; null after the last. */
    next: z.string().nullable(),
  })
}

/** What a line of the records has beside its own fields; those of a deleted line are null. */
const line = { organisation: z.string(), id: z.string(), deleted: z.boolean(), updatedAt: moment }

export const apiOrganisationSchema = z.object({
  organisation: z.string(),
  unionName: z.string(),
  creditCode: text,
  parentUnion: text,
  enrolledAt: moment,
  lastContact: moment,
  /** Entries that the branch has not sent yet, as it said at its last contact. */
  waiting: z.int(),
})

export const apiFigureSchema = z.object({
  organisation: z.string(),
  /** E.g. `members.active`, `duesReceived`; money in fen. */
  name: z.string(),
  /** The month, the directive, or empty for what stands now. */
  period: z.string(),
  value: z.number(),
})

/** What a member's line says to who may not see particulars: nothing that names a person. */
export const apiMemberSchema = z.object({
  ...line,
  /** Null for a deleted line. */
  status: membershipStatusSchema.nullable(),
  /** Whether the record lives on in another one, which counts for both. */
  merged: z.boolean(),
  gender: text,
  birthYear: text,
  education: text,
  employmentStatus: text,
  employmentForm: text,
  skillLevel: text,
  isMigrantWorker: text,
  isNewEmployment: text,
  newEmploymentType: text,
  joinDate: text,
  /** All fields of the record; null without `particulars=true`. */
  particulars: z.partialRecord(memberFieldsSchema.keyof(), z.union([z.string(), z.number()])).nullable(),
})

export const apiDuesSchema = z.object({
  ...line,
  memberId: text,
  kind: text,
  /** Fen; charges above nought, payments below. */
  amount: number,
  month: text,
  method: text,
  paidOn: text,
  bookedOn: text,
  reversesId: text,
  recordedAt: text,
})

export const apiActivitySchema = z.object({
  ...line,
  title: text,
  type: text,
  startsOn: text,
  endsOn: text,
  place: text,
  quota: number,
  cost: number,
  settledOn: text,
  cancelledOn: text,
})

export const apiParticipationSchema = z.object({
  ...line,
  activityId: text,
  memberId: text,
  attendance: text,
  waitingSince: text,
  attendedAt: text,
  satisfaction: number,
})

export const apiDirectiveSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  dueOn: text,
  asks: directiveAskSchema,
  unit: text,
  issuedAt: moment,
  withdrawnAt: moment.nullable(),
})

export const apiAnswerSchema = z.object({
  ...line,
  directiveId: text,
  /** In hundredths of the directive's unit. */
  figure: number,
  text,
  answeredOn: text,
})

/** A correction takes 5,000 rows, and a new person is two. */
export const ROSTER_MAX_ROWS = 2500

export const rosterImportSchema = z
  .object({
    organisation: z.uuid(),
    /** Why, as the branch reads it. */
    reason: z.string().trim().min(1).max(200),
    /** Persons by field, each said as a cell of a sheet would; money in yuan. */
    rows: z
      .array(z.partialRecord(rosterFieldSchema, z.union([z.string().max(10_000), z.number()])))
      .min(1)
      .max(ROSTER_MAX_ROWS)
      .optional(),
    /** A sheet in their place, sent as `multipart/form-data`: all that a branch reads. */
    file: z.file().optional(),
    /** Only says what entering them would do. */
    preview: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(false),
    /** An id of the sender's own: the same again is answered by what came of the first, and changes nothing. */
    request: z.uuid().optional(),
  })
  .refine(({ rows, file }) => (rows === undefined) !== (file === undefined), 'Either rows or a file')
export type RosterImport = z.output<typeof rosterImportSchema>

/** What becomes of a row; nothing of what it says. */
export const apiRosterRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  /** `new` and `changed` are entered, or would be; what is in doubt or wrong is left out. */
  outcome: rosterOutcomeSchema,
  conflict: rosterConflictSchema.nullable(),
  issues: z.array(rosterIssueSchema.pick({ field: true, code: true, severity: true })),
})
export type ApiRosterRow = z.infer<typeof apiRosterRowSchema>

const keyed = oc.errors({
  /** Unknown, revoked or expired. */
  KEY_WRONG: { status: 401 },
  SCOPE_MISSING: { status: 403, data: z.object({ scope: apiScopeSchema }) },
  /** The key does not see such an organisation. */
  NOT_FOUND: { status: 404 },
  CURSOR_WRONG: { status: 400 },
})

const get = (path: `/${string}`, summary: string) => keyed.route({ method: 'GET', path, summary })

/** The data API of the hub; `federation/PROTOCOL.md` says what it means. */
export const hubApiContract = {
  organisations: get('/organisations', 'Organisations that the key sees')
    .input(pageQuery)
    .output(listOf(apiOrganisationSchema)),
  figures: get('/figures', 'Figures kept by the hub, by organisation')
    .input(pageQuery.extend({ period: z.string().max(40).optional() }))
    .output(listOf(apiFigureSchema)),
  members: get('/members', 'Members, without particulars or with them')
    .input(changesQuery.extend({ particulars: z.enum(['true', 'false']).default('false') }))
    .output(listOf(apiMemberSchema)),
  dues: get('/dues', 'Entries of the dues ledger').input(changesQuery).output(listOf(apiDuesSchema)),
  activities: get('/activities', 'Activities').input(changesQuery).output(listOf(apiActivitySchema)),
  participations: get('/participations', 'Who takes part in activities')
    .input(changesQuery)
    .output(listOf(apiParticipationSchema)),
  directives: get('/directives', 'Directives issued by the hub')
    .input(pageQuery.pick({ cursor: true, limit: true }))
    .output(listOf(apiDirectiveSchema)),
  importRoster: keyed
    .errors({
      /** `reason` is what was wrong with the file. */
      FILE_UNREADABLE: { status: 422, data: z.object({ reason: z.string() }) },
      TOO_MANY_ROWS: { status: 422, data: z.object({ most: z.int() }) },
      /** The record has moved on meanwhile, or cannot hold a value; nothing was entered. */
      REFUSED: { status: 409, data: z.object({ reason: z.string(), field: z.string().nullable() }) },
    })
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/roster',
      summary: 'Enter a roster for a branch: all rows that are in order as one correction, which goes down to it',
    })
    .input(rosterImportSchema)
    .output(
      z.object({
        /** Every row, also those left out. */
        items: z.array(apiRosterRowSchema),
        /** Null where nothing was entered. */
        correction: z.string().nullable(),
        entries: z.int(),
      }),
    ),
  answers: get('/answers', 'Answers to directives').input(changesQuery).output(listOf(apiAnswerSchema)),
}

export type ChangesQuery = z.output<typeof changesQuery>
export type PageQuery = z.output<typeof pageQuery>
