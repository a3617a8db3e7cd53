import { z } from 'zod'
import { genderSchema } from '../codes'
import { daySchema, partialDateSchema } from '../model/date'
import { batchIdSchema, memberIdSchema, postIdSchema, unitIdSchema } from '../model/id'
import { maskedMemberSchema } from '../model/member'
import { membershipStatusSchema } from '../model/membership'
import { pageOf, pageSchema } from '../model/page'
import { postInputSchema, postSchema } from '../model/post'
import { unitInputSchema, unitNameSchema, unitSchema } from '../model/unit'
import { procedure } from './errors'
import { progressOf } from './progress'
import { rosterExportSchema } from './roster'

const countSchema = z.int().nonnegative()

/** A post with the name of who holds it. */
export const officerSchema = postSchema.safeExtend({ memberName: z.string() })
export type Officer = z.infer<typeof officerSchema>

/** Present members: 在籍 and 保留会籍. */
const presentSchema = z.object({ active: countSchema, kept: countSchema })

/** A unit with what it holds now; the counts of a 分会 include its 小组. */
export const unitNodeSchema = unitSchema.extend({ ...presentSchema.shape, officers: z.array(officerSchema) })
export type UnitNode = z.infer<typeof unitNodeSchema>

export const unitTreeSchema = z.object({
  /** Each 分会 is followed by its 小组. */
  units: z.array(unitNodeSchema),
  /** The branch as a whole, with the posts held in no unit. */
  branch: presentSchema.extend({ officers: z.array(officerSchema) }),
  /** Present members whose department no unit has. */
  unplaced: presentSchema,
})
export type UnitTree = z.infer<typeof unitTreeSchema>

const unitRefSchema = z.object({ id: unitIdSchema })
const postRefSchema = z.object({ id: postIdSchema })

/** Members of a unit, or with null those who belong to none. */
const placeSchema = z.object({ unitId: unitIdSchema.nullable() })

/** What a batch wrote: how many members it touched. */
const writtenSchema = z.object({ batchId: batchIdSchema, members: countSchema })

const spellingSchema = z.object({ text: z.string(), count: countSchema })

const proposedGroupSchema = z.object({ name: z.string(), spellings: z.array(spellingSchema) })

/** Departments in use that say the same name, which no unit has. */
export const proposedUnitSchema = z.object({
  /** The unit that has it already, where only the groups are new. */
  existing: unitIdSchema.nullable(),
  name: z.string(),
  /** Most used first. */
  spellings: z.array(spellingSchema),
  groups: z.array(proposedGroupSchema),
  /** Units there are and names proposed that may be meant, the likeliest first. */
  similar: z.array(z.string()),
})
export type ProposedUnit = z.infer<typeof proposedUnitSchema>

/** A 分会 to be made, or to be joined where there is one of that name: whoever has one of the spellings gets its name. */
export const unitToEstablishSchema = z.object({
  name: unitNameSchema,
  spellings: z.array(z.string()),
  groups: z.array(z.object({ name: unitNameSchema, spellings: z.array(z.string()) })),
})
export type UnitToEstablish = z.infer<typeof unitToEstablishSchema>

/** A member as of a past day. */
export const pastMemberSchema = z.object({
  /** The fields as recorded at the end of that day. */
  member: maskedMemberSchema.omit({ status: true }),
  /** Every standing the dates allow; null for not yet a member. */
  standings: z.array(membershipStatusSchema.nullable()).min(1),
  /** Titles of the posts held on that day, doubtful ones included. */
  posts: z.array(z.string()),
  /** The day the record began, where that is later: the fields are those recorded first. */
  recordedOn: daySchema.nullable(),
})
export type PastMember = z.infer<typeof pastMemberSchema>

/** Heads of a day; whoever may not have been a member is in `unsure` alone. */
export const headsSchema = z.object({
  active: countSchema,
  kept: countSchema,
  /** A member for sure, by dates that do not tell whether 在籍 or 保留会籍. */
  activeOrKept: countSchema,
  /** The same heads by sex. */
  bySex: z.array(z.object({ gender: genderSchema.nullable(), count: countSchema })),
  unsure: countSchema,
})
export type Heads = z.infer<typeof headsSchema>

export const headcountSchema = z.object({
  total: headsSchema,
  /** By the department as recorded at the end of that day. */
  departments: z.array(headsSchema.extend({ department: z.string().nullable() })),
  /** Heads whose record began after that day. */
  recordedLater: countSchema,
})
export type Headcount = z.infer<typeof headcountSchema>

const onDaySchema = z.object({ day: daySchema })

export const pastRosterExportSchema = rosterExportSchema.pick({ columns: true, clear: true, language: true }).extend({
  day: daySchema,
})
export type PastRosterExport = z.infer<typeof pastRosterExportSchema>

/** The branch's tree 分会/小组, moves of members between units, posts 工会职务, and all of it as of a past day. */
export const organisation = {
  tree: procedure.output(unitTreeSchema),
  /** Error UNIT_NAME_TAKEN. Members who have one of its names already belong to it from then on. */
  add: procedure.input(unitInputSchema).output(writtenSchema.extend({ id: unitIdSchema })),
  /** How many members `update` would write. */
  affected: procedure.input(unitRefSchema.extend({ unit: unitInputSchema })).output(z.object({ members: countSchema })),
  /** Renames or moves a unit and writes the fields of its members, as one batch. Error UNIT_NAME_TAKEN. */
  update: procedure.input(unitRefSchema.extend({ unit: unitInputSchema })).output(writtenSchema),
  /** The siblings in their new order. */
  reorder: procedure
    .input(z.object({ parentId: unitIdSchema.nullable(), ids: z.array(unitIdSchema).min(1) }))
    .output(z.void()),
  /** Closes it with its groups and ends the posts held there. Error UNIT_HAS_MEMBERS. */
  close: procedure
    .input(unitRefSchema.extend({ closedOn: partialDateSchema }))
    .output(z.object({ batchId: batchIdSchema })),
  reopen: procedure.input(unitRefSchema).output(z.void()),
  /** For a unit made by mistake. Error UNIT_IN_USE. */
  remove: procedure.input(unitRefSchema).output(z.object({ batchId: batchIdSchema })),

  members: procedure.input(placeSchema.extend(pageSchema.shape)).output(pageOf(maskedMemberSchema)),
  memberIds: procedure.input(placeSchema).output(z.array(memberIdSchema)),
  /** Units that the departments in use would make. */
  proposal: procedure.output(z.array(proposedUnitSchema)),
  /** Makes or joins units and writes the fields of their members, as one batch. Error UNIT_NAME_TAKEN. */
  establish: procedure
    .input(z.object({ units: z.array(unitToEstablishSchema).min(1) }))
    .output(writtenSchema.extend({ units: countSchema })),

  /** What `move` would do. */
  previewMove: procedure
    .input(z.object({ unitId: unitIdSchema, memberIds: z.array(memberIdSchema).min(1).max(100_000) }))
    .output(z.object({ moving: countSchema, alreadyThere: countSchema, losingGroup: countSchema })),
  /** Moves members to a unit as one batch; no change of membership. Errors UNIT_CLOSED, NOBODY_TO_MOVE. */
  move: procedure
    .input(z.object({ unitId: unitIdSchema, memberIds: z.array(memberIdSchema).min(1).max(100_000) }))
    .output(writtenSchema),

  /** Latest first. */
  postsOfMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(postSchema)),
  addPost: procedure.input(z.object({ memberId: memberIdSchema, post: postInputSchema })).output(postRefSchema),
  updatePost: procedure.input(postRefSchema.extend({ post: postInputSchema })).output(z.void()),
  /** For a post recorded by mistake. */
  removePost: procedure.input(postRefSchema).output(z.object({ batchId: batchIdSchema })),
  /** Whoever held a post on a day; `sure` is false where the dates are too coarse to tell. */
  officersOn: procedure.input(onDaySchema).output(z.array(officerSchema.safeExtend({ sure: z.boolean() }))),

  /** Present members of a day by name, those who may have been included; or only the doubtful ones. */
  rosterOn: procedure
    .input(onDaySchema.extend({ ...pageSchema.shape, unsureOnly: z.boolean() }))
    .output(pageOf(pastMemberSchema)),
  headcountOn: procedure.input(onDaySchema).output(headcountSchema),
  /** Writes the roster of a day to a workbook; null when the dialog was cancelled. */
  exportOn: procedure
    .input(pastRosterExportSchema)
    .output(progressOf(z.object({ fileName: z.string(), rows: countSchema }).nullable())),
}
