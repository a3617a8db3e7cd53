import { z } from 'zod'
import { attendanceSchema } from '../../model/activity'
import { daySchema, momentSchema } from '../../model/date'
import { activityIdSchema, batchIdSchema, memberIdSchema, participationIdSchema } from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { pageOf, pageSchema } from '../../model/page'
import { participationRemarkSchema, participationSchema, satisfactionSchema } from '../../model/participation'
import { peopleColumnSchema } from '../../rules/activities/people-sheet'
import { doubtSchema } from '../../rules/dues/match-person'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

export const participantSchema = participationSchema.omit({ activityId: true }).extend({
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  memberCardNumber: z.string().nullable(),
  status: membershipStatusSchema,
  /** Where in the waiting list 候补, 1 for who is next; null for who has a place. */
  waitingPlace: z.int().positive().nullable(),
})
export type Participant = z.infer<typeof participantSchema>

export const shortMemberSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  status: membershipStatusSchema,
})
export type ShortMember = z.infer<typeof shortMemberSchema>

/** Which participants a list shows: with a place by whether they came, or those who wait. */
export const participantShowSchema = z.enum([...attendanceSchema.options, 'waiting'])
export type ParticipantShow = z.infer<typeof participantShowSchema>

const count = z.int().nonnegative()

/** How many take part in what way. */
export const peopleOverviewSchema = z.object({
  quota: z.int().positive().nullable(),
  taken: count,
  waiting: count,
  signedUp: count,
  present: count,
  absent: count,
  /** The average of the satisfaction and of how many; null where nobody said anything. */
  satisfaction: z.object({ average: z.number(), answers: count }).nullable(),
  /** Those on the waiting list for whom there is a place by now, the first one first. */
  next: z.array(z.object({ id: participationIdSchema, name: z.string() })),
  /** Those who would wait if nobody had a place beyond the quota: who signed up last. */
  beyond: z.array(z.object({ id: participationIdSchema, name: z.string() })),
})
export type PeopleOverview = z.infer<typeof peopleOverviewSchema>

/** Somebody named in a text or a sheet, and who that may be. */
export const foundRowSchema = z.object({
  /** The line of the text, or the row of the sheet; both counted from 1. */
  line: z.int().positive(),
  /** What stands there, numbers of persons masked. */
  text: z.string(),
  name: z.string().nullable(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  match: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('matched'),
      memberId: memberIdSchema,
      /** `name`: nobody else has it, and nothing speaks against it. */
      by: z.enum(['staffNumber', 'idNumber', 'department', 'phone', 'name']),
    }),
    z.object({ kind: z.literal('ambiguous'), memberIds: z.array(memberIdSchema), doubt: doubtSchema }),
    /** With those whose names are like it, the likeliest first. */
    z.object({ kind: z.literal('unknown'), memberIds: z.array(memberIdSchema) }),
  ]),
  /** Says not to come. */
  declines: z.boolean(),
  signedUpAt: momentSchema.nullable(),
  attendance: z.enum(['present', 'absent']).nullable(),
  attendedAt: momentSchema.nullable(),
  satisfaction: satisfactionSchema.nullable(),
  remark: participationRemarkSchema.nullable(),
  faults: z.array(z.object({ heading: z.string(), text: z.string() })),
})
export type FoundRow = z.infer<typeof foundRowSchema>

export const foundPeopleSchema = z.object({
  /** Of the file; null for a pasted text. */
  fileName: z.string().nullable(),
  columns: z.array(z.object({ heading: z.string(), meaning: peopleColumnSchema })),
  rows: z.array(foundRowSchema),
  /** Lines that name nobody. */
  leftOut: z.array(z.object({ line: z.int().positive(), text: z.string() })),
  /** Everybody whom a row may be about, and how they take part already. */
  members: z.array(
    shortMemberSchema.extend({
      participation: participationSchema
        .pick({ id: true, attendance: true, waitingSince: true, satisfaction: true, remark: true })
        .nullable(),
    }),
  ),
})
export type FoundPeople = z.infer<typeof foundPeopleSchema>

/** Most letters of a text that is pasted. */
export const PASTED_MAX = 200_000

const activityRefSchema = z.object({ id: activityIdSchema })
const chosenSchema = activityRefSchema.extend({ participationIds: z.array(participationIdSchema).min(1).max(100_000) })
const batchSchema = z.object({ batchId: batchIdSchema })
const saidSchema = z.object({
  memberId: memberIdSchema,
  signedUpAt: momentSchema.nullable().default(null),
  remark: participationRemarkSchema.nullable().default(null),
})

/** Who takes part in an activity 参加人员: sign-up, waiting list, attendance, satisfaction. */
export const people = {
  overview: procedure.input(activityRefSchema).output(peopleOverviewSchema),
  list: procedure
    .input(
      z.object({
        ...activityRefSchema.shape,
        show: participantShowSchema.nullable(),
        search: z.string().trim().max(60).default(''),
        ...pageSchema.shape,
      }),
    )
    .output(pageOf(participantSchema)),
  /** What a member signed up for, latest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(
    z.array(
      z.object({
        activityId: activityIdSchema,
        title: z.string(),
        startsOn: daySchema,
        ...participationSchema.pick({ attendance: true, waitingSince: true, satisfaction: true }).shape,
      }),
    ),
  ),

  /** Finds the people that a pasted text names; writes nothing. */
  findNames: procedure.input(activityRefSchema.extend({ text: z.string().max(PASTED_MAX) })).output(foundPeopleSchema),
  /** Finds the people of a sign-up sheet, an attendance sheet or a questionnaire; writes nothing. Errors FILE_…. */
  findInFile: procedure.input(activityRefSchema.extend({ file: z.file() })).output(progressOf(foundPeopleSchema)),
  /** What speaks against these members signing up now; a person decides. */
  check: procedure.input(activityRefSchema.extend({ memberIds: z.array(memberIdSchema).max(100_000) })).output(
    z.object({
      /** The last day of signing up, where it is over. */
      late: daySchema.nullable(),
      /** Whom the activity is for, and those of the members who do not belong to them. */
      eligible: z.string().nullable(),
      notEligible: z.array(shortMemberSchema),
      /** Those who left the union. */
      gone: z.array(shortMemberSchema),
      /** How many more would have a place at once; null for as many as come. */
      free: count.nullable(),
    }),
  ),
  /**
   * Signs members up as one batch, in the order in which they did; who is signed up already stays as they are. Whoever
   * comes after the last place waits, unless a person decides otherwise.
   */
  signUp: procedure
    .input(
      activityRefSchema.extend({
        memberIds: z.array(memberIdSchema).min(1).max(100_000),
        beyondQuota: z.boolean().default(false),
        /** What a list says of some of them. */
        said: z.array(saidSchema).max(100_000).default([]),
      }),
    )
    .output(batchSchema.extend({ added: count, waiting: count })),
  remove: procedure.input(chosenSchema).output(batchSchema),
  /**
   * Gives those who wait a place: null as many as there are places, the first ones first; those named by a person also
   * beyond the quota.
   */
  moveUp: procedure
    .input(activityRefSchema.extend({ participationIds: chosenSchema.shape.participationIds.nullable() }))
    .output(batchSchema.extend({ moved: count })),
  /** Puts people at the end of the waiting list; who is said to have come or not stays. */
  moveBack: procedure.input(chosenSchema).output(batchSchema.extend({ moved: count })),

  /** Null marks everybody with a place of whom nothing is said yet. One alone is no batch. */
  mark: procedure
    .input(
      activityRefSchema.extend({
        participationIds: chosenSchema.shape.participationIds.nullable(),
        attendance: attendanceSchema,
      }),
    )
    .output(z.object({ batchId: batchIdSchema.nullable(), marked: count })),
  /** 补签: enters afterwards that people came; the remark, who says so, is added to theirs. */
  makeUp: procedure
    .input(chosenSchema.extend({ remark: z.string().trim().min(1).max(100) }))
    .output(batchSchema.extend({ marked: count })),
  /** Attendance out of a sheet; who came without having signed up is added. */
  markFound: procedure
    .input(
      activityRefSchema.extend({
        people: z
          .array(
            z.object({
              memberId: memberIdSchema,
              attendance: z.enum(['present', 'absent']),
              attendedAt: momentSchema.nullable(),
            }),
          )
          .min(1)
          .max(100_000),
      }),
    )
    .output(batchSchema.extend({ marked: count, added: count })),
  /** Signs in whose code it is, or says why nobody is signed in. A name or a number typed by hand does as well. */
  scan: procedure.input(activityRefSchema.extend({ code: z.string().trim().min(1).max(100) })).output(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('present'), participant: participantSchema }),
      /** Signed in before. */
      z.object({ kind: z.literal('already'), participant: participantSchema }),
      /** Waits for a place; comes in if a person says so. */
      z.object({ kind: z.literal('waiting'), participant: participantSchema }),
      z.object({ kind: z.literal('notSignedUp'), member: shortMemberSchema }),
      z.object({ kind: z.literal('several'), members: z.array(shortMemberSchema) }),
      z.object({ kind: z.literal('unknown') }),
      /** The code of an activity, this one or another. */
      z.object({ kind: z.literal('activity'), activityId: activityIdSchema, title: z.string() }),
    ]),
  ),
  /** Signs in somebody by hand: who waits, who had not signed up, or which of several it is. */
  walkIn: procedure.input(activityRefSchema.extend({ memberId: memberIdSchema })).output(participantSchema),

  /** What people say about the activity; one alone is no batch. */
  rate: procedure
    .input(
      activityRefSchema.extend({
        answers: z
          .array(
            z.object({
              participationId: participationIdSchema,
              satisfaction: satisfactionSchema.nullable(),
              remark: participationRemarkSchema.nullable(),
            }),
          )
          .min(1)
          .max(100_000),
      }),
    )
    .output(z.object({ batchId: batchIdSchema.nullable(), rated: count })),
  satisfaction: procedure.input(activityRefSchema).output(
    z.object({
      answers: count,
      average: z.number().nullable(),
      /** How many gave 5, 4, 3, 2, 1. */
      spread: z.array(z.object({ points: satisfactionSchema, answers: count })),
      /** Averages only of departments with enough answers; the others are told together where they are enough. */
      departments: z.array(z.object({ department: z.string().nullable(), answers: count, average: z.number() })),
      /** Answers of the departments that are too small. */
      few: z.object({ departments: count, answers: count, average: z.number().nullable() }),
    }),
  ),
  remarks: procedure
    .input(z.object({ ...activityRefSchema.shape, ...pageSchema.shape }))
    .output(
      pageOf(
        participantSchema
          .pick({ id: true, memberId: true, name: true, department: true, satisfaction: true })
          .extend({ remark: z.string() }),
      ),
    ),

  /** 参加人员名单（签名） as a workbook; null when no place was chosen. */
  saveList: procedure
    .input(activityRefSchema.extend({ show: participantShowSchema.nullable(), language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: count }).nullable())),
}
