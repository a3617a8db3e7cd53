import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'

/** Whom an invitation comes from, to be compared by telephone before it is taken. */
export const invitingHubSchema = z.object({
  hubName: z.string(),
  /** 16 digits of the hub's key in groups of four. */
  checkNumber: z.string(),
})
export type InvitingHub = z.infer<typeof invitingHubSchema>

/** How the exchange by file stands. */
export const exchangeStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notEnrolled') }),
  /** Enrolled on line with a hub that has not told its keys yet. */
  z.object({ state: z.literal('noKeys') }),
  invitingHubSchema.extend({
    state: z.literal('ready'),
    /** Whether the hub has taken the branch in: false from an invitation until the first answer. */
    isConfirmed: z.boolean(),
    /** Whether there is a line to the hub as well. */
    isOnLine: z.boolean(),
    /** Entries that the hub is not known to have. */
    waiting: z.int().nonnegative(),
    /** Files that answer directives and are not at the hub as a whole. */
    waitingFiles: z.int().nonnegative(),
    /** The latest report, unless its answer was read. */
    open: z.object({ number: z.int().positive(), at: momentSchema }).nullable(),
  }),
])
export type ExchangeState = z.infer<typeof exchangeStateSchema>

/** A file that was written or read here. */
export const exchangeFileSchema = z.object({
  id: z.uuidv7(),
  /** Out: a report. In: the answer to the report of that number. */
  direction: z.enum(['out', 'in']),
  number: z.int().positive(),
  at: momentSchema,
  /** False for a report that was called off or cut before it was whole. */
  isWhole: z.boolean(),
  /** When the answer to a report was read. */
  answeredAt: momentSchema.nullable(),
})
export type ExchangeFile = z.infer<typeof exchangeFileSchema>

export const writtenReportSchema = z.object({
  fileName: z.string(),
  number: z.int().positive(),
  entries: z.int().nonnegative(),
  /** Files that answer directives and are in it, and those that found no room: a later report goes on with them. */
  files: z.int().nonnegative(),
  filesLeft: z.int().nonnegative(),
})
export type WrittenReport = z.infer<typeof writtenReportSchema>

/** What came of reading an answer; only `read` changed anything. */
export const readAnswerSchema = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('read'),
    number: z.int().positive(),
    /** Whether the hub took the branch in by it. */
    isEnrolled: z.boolean(),
    /** Entries that the hub is now known to have and was not before. */
    stored: z.int().nonnegative(),
    /** How much came down from the union above. */
    items: z.int().nonnegative(),
    /** The hub was restored and lacks earlier entries: the next report holds them. */
    isGap: z.boolean(),
  }),
  /** Read before. */
  z.object({ result: z.literal('again'), number: z.int().positive() }),
  /** An answer to a later report was read, which held all of it. */
  z.object({ result: z.literal('old'), number: z.int().positive() }),
  /** To a report written before this record was restored or taken over. */
  z.object({ result: z.literal('otherLife'), number: z.int().positive() }),
])
export type ReadAnswer = z.infer<typeof readAnswerSchema>

const fileInput = z.object({ file: z.file() })

/** Exchange by file 文件交换 (U 盘): the same as over the line, for a branch without a network. */
export const exchange = {
  state: procedure.output(exchangeStateSchema),
  /** Whom an invitation comes from. Errors: INVITATION_INVALID, EXCHANGE_NEWER. */
  invitation: procedure.input(fileInput).output(invitingHubSchema),
  /** Enrols by an invitation; the first report carries it. Errors: ALREADY_ENROLLED, BUSY and those of `invitation`. */
  accept: procedure.input(fileInput).output(exchangeStateSchema),
  /**
   * Writes a report with everything the hub is not known to have; null when the dialog was cancelled. Logged. Errors:
   * NOT_ENROLLED, EXCHANGE_NO_KEYS, EXCHANGE_TOO_LARGE, EXPORT_NOT_WRITTEN, DISK_FULL.
   */
  write: procedure.output(progressOf(writtenReportSchema.nullable())),
  /**
   * Reads an answer. Errors: NOT_ENROLLED, EXCHANGE_NO_KEYS, BUSY, HUB_REFUSES_COPY, HUB_INCOMPATIBLE, and EXCHANGE_NOT_OURS,
   * _OTHER_KIND, _NEWER, _FOREIGN, _DAMAGED, _TOO_LARGE, _FORGED; none of them changes anything.
   */
  read: procedure.input(fileInput).output(readAnswerSchema),
  /** Latest first. */
  files: procedure.input(pageSchema).output(pageOf(exchangeFileSchema)),
  /** Goes on line with the hub's address; the same enrolment. Errors: NOT_ENROLLED, the problems of a hub, those of `enrol`. */
  goOnLine: procedure.input(z.object({ address: z.url({ protocol: /^https?$/ }) })).output(exchangeStateSchema),
}
