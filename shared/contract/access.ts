import { z } from 'zod'
import { accessEventIdSchema, memberIdSchema } from '../model/id'
import { branchInputSchema, branchSchema } from '../model/branch'
import { momentSchema } from '../model/date'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

/** Shortest passphrase accepted, in characters; strength is judged by `shared/rules/passphrase`. */
export const PASSPHRASE_MIN_LENGTH = 8

const passphraseSchema = z.string().min(PASSPHRASE_MIN_LENGTH).max(200)

export const accessStateSchema = z.discriminatedUnion('state', [
  /** No branch on this PC yet. */
  z.object({ state: z.literal('none'), systemKeyStore: z.boolean() }),
  z.object({
    state: z.literal('locked'),
    /** Whether this PC can keep the key in the store of its operating system. */
    systemKeyStore: z.boolean(),
    /** Whether the operating system keeps the key already, so that no passphrase is needed. */
    keyKept: z.boolean(),
    /** Seconds until the next attempt is allowed. */
    waitSeconds: z.int().nonnegative(),
  }),
  z.object({ state: z.literal('open'), branch: branchSchema, systemKeyStore: z.boolean(), keyKept: z.boolean() }),
  /** The file is there and is left untouched. */
  z.object({ state: z.literal('unusable'), reason: z.enum(['DATABASE_NEWER', 'DATABASE_DAMAGED', 'DATABASE_IN_USE']) }),
])
export type AccessState = z.infer<typeof accessStateSchema>

/** Minutes without use after which sensitive data closes by itself. */
export const SENSITIVE_MINUTES = 10

/**
 * Whether sensitive data 敏感信息 (health, disability, bank, children, what check-ups found, confidential requests) may
 * be seen now. It has a passphrase of its own; in the sample branch, whose people are fictional, a reason is enough.
 */
export const sensitiveStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notSet') }),
  z.object({
    state: z.literal('closed'),
    needsPassphrase: z.boolean(),
    /** Seconds until the next attempt is allowed. */
    waitSeconds: z.int().nonnegative(),
  }),
  /** Closes after so many seconds without use. */
  z.object({ state: z.literal('open'), seconds: z.int().positive() }),
])
export type SensitiveState = z.infer<typeof sensitiveStateSchema>

/** What of a person or thing was seen of sensitive data. */
export const sensitiveSubjectSchema = z.enum([
  'hardshipFile',
  'request',
  'checkup',
  'mutualAidClaim',
  'legalCase',
  'careGift',
  'attachments',
])
export type SensitiveSubject = z.infer<typeof sensitiveSubjectSchema>

/** The recovery code 恢复码: eight groups of four characters, shown once, to be printed. */
const recoveryCodeSchema = z.object({ recoveryCode: z.string() })

export const accessEventSchema = z.object({
  id: accessEventIdSchema,
  at: momentSchema,
  kind: z.enum([
    'create',
    'unlock',
    'unlockFailed',
    'recovery',
    'passphraseChange',
    'sensitiveSet', // the passphrase of sensitive data set or set anew
    'sensitiveOpen',
    'sensitiveFailed',
    'sensitiveView',
    'reveal',
    'export',
    'report',
    'paper',
    'deletion',
    'reopening', // 反结账
  ]),
  memberId: memberIdSchema.nullable(),
  memberName: z.string().nullable(),
  /** What it was about: the field revealed, the name of the exported file. */
  subject: z.string().nullable(),
  /** How many records were touched. */
  count: z.int().nonnegative().nullable(),
  reason: z.string().nullable(),
})
export type AccessEvent = z.infer<typeof accessEventSchema>

/** Opening and closing the branch's record, and the log of who looked at what. */
export const access = {
  state: procedure.output(accessStateSchema),
  create: procedure
    .input(branchInputSchema.extend({ passphrase: passphraseSchema, keepKey: z.boolean() }))
    .output(recoveryCodeSchema),
  /** Opens a branch of fictional people, kept apart from a real one; needs no passphrase. */
  openSample: procedure.output(z.void()),
  unlock: procedure
    .input(
      z.discriminatedUnion('with', [
        z.object({ with: z.literal('passphrase'), passphrase: z.string().max(200), keepKey: z.boolean() }),
        z.object({ with: z.literal('recoveryCode'), recoveryCode: z.string().max(80) }),
        z.object({ with: z.literal('systemKey') }),
      ]),
    )
    .output(z.void()),
  /** Needs an open branch; the old recovery code stops working. */
  setPassphrase: procedure.input(z.object({ passphrase: passphraseSchema })).output(recoveryCodeSchema),
  setKeepKey: procedure.input(z.object({ keepKey: z.boolean() })).output(z.void()),
  lock: procedure.output(z.void()),
  updateBranch: procedure.input(branchInputSchema).output(branchSchema),
  sensitive: {
    state: procedure.output(sensitiveStateSchema),
    /** The first time. Errors: PASSPHRASE_WEAK, PASSPHRASE_SAME, CHANGED_MEANWHILE, NOT_IN_SAMPLE. */
    setUp: procedure.input(z.object({ passphrase: passphraseSchema })).output(z.void()),
    /** A forgotten or another one; the branch's own passphrase or recovery code allows it. Errors as in `unlock`, `setUp`. */
    reset: procedure
      .input(
        z.object({
          passphrase: passphraseSchema,
          by: z.enum(['passphrase', 'recoveryCode']),
          proof: z.string().max(200),
        }),
      )
      .output(z.void()),
    /** Errors: PASSPHRASE_WRONG, TOO_MANY_ATTEMPTS, SENSITIVE_NOT_SET. */
    open: procedure
      .input(z.object({ passphrase: z.string().max(200), reason: z.string().trim().min(1).max(200) }))
      .output(z.void()),
    /** The person is still at work with it. */
    keepOpen: procedure.output(z.void()),
    close: procedure.output(z.void()),
  },
  events: procedure.input(pageSchema).output(pageOf(accessEventSchema)),
}
