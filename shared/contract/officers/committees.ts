import { z } from 'zod'
import { postEngagementSchema } from '../../codes'
import { candidateSchema, committeeInputSchema, committeeSchema, electionStepSchema } from '../../model/committee'
import { daySchema } from '../../model/date'
import {
  batchIdSchema,
  candidateIdSchema,
  committeeIdSchema,
  electionStepIdSchema,
  memberIdSchema,
  postIdSchema,
} from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { paperSheetSchema } from '../../model/paper'
import { countProblems } from '../../rules/officers/votes'
import { procedure } from '../errors'
import { officerSchema } from '../organisation'

const countSchema = z.int().nonnegative()
const committeeRefSchema = z.object({ id: committeeIdSchema })
const batchRefSchema = z.object({ batchId: batchIdSchema })
const titleSchema = z.string().trim().min(1).max(60)

export const committeeStateSchema = z.enum(['preparing', 'standing', 'due6', 'due3', 'overdue', 'ended'])

/** A committee with how it stands today. */
export const committeeSummarySchema = committeeSchema.extend({
  /** Of its 分会; null for the branch itself. */
  unitName: z.string().nullable(),
  /** The last day of its term; null until it is elected. */
  endsOn: daySchema.nullable(),
  /** By when the next election is due: `endsOn`, or until when it was put off. */
  dueOn: daySchema.nullable(),
  state: committeeStateSchema,
  /** Seats held today, or at its end. */
  seats: countSchema,
  /** The election in preparation that will replace it. */
  successorId: committeeIdSchema.nullable(),
})
export type CommitteeSummary = z.infer<typeof committeeSummarySchema>

/** Who stands, with what tells people of the same name apart. */
export const namedCandidateSchema = candidateSchema.extend({
  name: z.string(),
  gender: z.string().nullable(),
  department: z.string().nullable(),
})
export type NamedCandidate = z.infer<typeof namedCandidateSchema>

export const committeeDetailSchema = committeeSummarySchema.extend({
  /** Whom it replaced or will replace. */
  predecessorId: committeeIdSchema.nullable(),
  /** Posts that name it, the standing ones first. */
  posts: z.array(officerSchema.safeExtend({ status: membershipStatusSchema, isHeld: z.boolean() })),
  steps: z.array(electionStepSchema),
  candidates: z.array(namedCandidateSchema),
})
export type CommitteeDetail = z.infer<typeof committeeDetailSchema>

/** A step as a person enters it; counts that contradict each other are refused. */
export const electionStepInputSchema = electionStepSchema
  .omit({ id: true, committeeId: true })
  .refine((step) => countProblems(step).length === 0)
export type ElectionStepInput = z.infer<typeof electionStepInputSchema>

export const structureHintSchema = z.object({
  key: z.enum(['committeeMembers', 'congress', 'delegates', 'womensCommittee', 'fullTimeChair']),
  counted: countSchema.nullable(),
  threshold: countSchema,
  isReached: z.boolean(),
  band: z.object({ least: countSchema, most: countSchema }).nullable(),
  source: z.string(),
  isBackground: z.boolean(),
})

/** Papers 公文 of an election. */
export const electionLetterSchema = z.enum(['request', 'result'])
export type ElectionLetter = z.infer<typeof electionLetterSchema>
const letterRequestSchema = committeeRefSchema.extend({ letter: electionLetterSchema })

/** Committees 委员会, 经费审查委员会, 女职工委员会: their terms 届, seats and elections 换届. */
export const committees = {
  /** In preparation and standing ones first, then the ended ones, the latest term first. */
  list: procedure.output(z.array(committeeSummarySchema)),
  get: procedure.input(committeeRefSchema).output(committeeDetailSchema),
  /**
   * Adds a committee that was elected, or with no day of election an election in preparation. Error COMMITTEE_STANDING
   * where another one of the kind and unit stands or is prepared already.
   */
  add: procedure.input(committeeInputSchema).output(committeeRefSchema.extend(batchRefSchema.shape)),
  /** Errors: NOT_FOUND, COMMITTEE_STANDING. */
  update: procedure.input(committeeRefSchema.extend({ committee: committeeInputSchema })).output(batchRefSchema),
  /** With its steps, candidates and delegates; its posts stay, but name no committee any more. */
  remove: procedure.input(committeeRefSchema).output(batchRefSchema),
  /** Gives members seats from a day on, as one batch. */
  seat: procedure
    .input(
      committeeRefSchema.extend({
        memberIds: z.array(memberIdSchema).min(1).max(200),
        title: titleSchema,
        engagement: postEngagementSchema.nullable(),
        heldFrom: daySchema,
      }),
    )
    .output(batchRefSchema),
  /** Posts held today at the same place that name no committee. */
  freePosts: procedure.input(committeeRefSchema).output(z.array(officerSchema)),
  /** Makes posts seats of the committee, as one batch. */
  adopt: procedure
    .input(committeeRefSchema.extend({ postIds: z.array(postIdSchema).min(1).max(200) }))
    .output(batchRefSchema),
  /** What the charter and its rules say of a branch of these numbers. */
  hints: procedure.output(z.array(structureHintSchema)),

  /** Records a step of an election, or changes it: each step is there once. */
  saveStep: procedure.input(committeeRefSchema.extend({ step: electionStepInputSchema })).output(batchRefSchema),
  removeStep: procedure.input(z.object({ id: electionStepIdSchema })).output(batchRefSchema),
  /** Who stands for a title already is left out. */
  addCandidates: procedure
    .input(committeeRefSchema.extend({ memberIds: z.array(memberIdSchema).min(1).max(200), title: titleSchema }))
    .output(batchRefSchema),
  removeCandidate: procedure.input(z.object({ id: candidateIdSchema })).output(batchRefSchema),
  /** Votes of the candidates named and who is elected, as one batch. Error VOTES_TOO_MANY. */
  saveVotes: procedure
    .input(
      committeeRefSchema.extend({
        votes: z
          .array(candidateSchema.pick({ id: true, votes: true, isElected: true }))
          .min(1)
          .max(200),
      }),
    )
    .output(batchRefSchema),
  /**
   * Ends an election as one batch: the old committee with its seats and delegates ends, whoever was elected gets a
   * seat. Errors: NOT_FOUND, NOBODY_ELECTED, ELECTION_TOO_EARLY.
   */
  finish: procedure
    .input(
      committeeRefSchema.extend({
        electedOn: daySchema,
        approvedOn: daySchema.nullable(),
        approvalDocument: z.string().trim().min(1).max(100).nullable(),
      }),
    )
    .output(batchRefSchema),

  /** A paper to the union above, as it will be printed. */
  letter: procedure.input(letterRequestSchema).output(paperSheetSchema),
  /** The same as a Word file; null when the dialog was cancelled. */
  saveLetter: procedure.input(letterRequestSchema).output(z.object({ fileName: z.string() }).nullable()),
}
