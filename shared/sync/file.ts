import { z } from 'zod'
import { fileKeysSchema, hubIdentitySchema, pushInputSchema } from '../contract/hub'
import { branchInputSchema } from '../model/branch'
import { momentSchema } from '../model/date'
import { branchIdSchema, deviceIdSchema, incarnationSchema } from '../model/id'
import { cursorSchema, PULL_MAX_ITEMS, wireItemSchema } from './downward'
import { hashSchema, pieceSchema } from './outgoing-file'
import {
  headSchema,
  REQUEST_MAX_BYTES,
  REQUEST_MAX_ENTRIES,
  REQUEST_MAX_INFLATED_BYTES,
  wireChangeSchema,
} from './wire'

/** Version of the format of files, see `federation/PROTOCOL.md` under By file. */
export const FILE_FORMAT = 1
export const FILE_EXTENSION = 'gonghui'
/** Limits in bytes: of a file, and of one of its parts. */
export const FILE_MAX_BYTES = 256 * 1024 * 1024
export const PART_MAX_BYTES = REQUEST_MAX_BYTES
export const PART_MAX_INFLATED_BYTES = REQUEST_MAX_INFLATED_BYTES

/** What a file says before it is decrypted. */
export const fileKindSchema = z.enum([
  'report', // 上报文件: from a branch to the hub
  'answer', // 答复文件: from the hub to a branch
])
export type FileKind = z.infer<typeof fileKindSchema>

/** Numbered from 1 within an incarnation. */
const reportNumberSchema = z.int().positive()

/** The first part of a report. */
export const reportHeaderSchema = z.object({
  /** The hub that it is for. */
  hub: hubIdentitySchema.shape.id,
  organisation: branchIdSchema,
  device: deviceIdSchema,
  incarnation: incarnationSchema,
  /** Earlier incarnations of the record, oldest first, and up to which number it holds their streams. */
  earlier: z.array(z.object({ stream: incarnationSchema, until: z.int().nonnegative() })).max(10_000),
  number: reportNumberSchema,
  /** Up to where what came down was taken over; null for nothing yet. */
  cursor: cursorSchema.nullable(),
  /** The age recipient to which the answer is encrypted. */
  recipient: fileKeysSchema.shape.recipient,
  /** With what the device enrols; null once an answer confirmed it. */
  enrolment: z
    .object({
      code: z.string().min(1).max(40),
      branch: branchInputSchema,
      publicKey: fileKeysSchema.shape.key,
    })
    .nullable(),
  /** For display. */
  at: momentSchema,
})
export type ReportHeader = z.infer<typeof reportHeaderSchema>

/** The other parts of a report: what `/v1/push` and `/v1/file` would say. */
export const reportPartSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('push'), push: pushInputSchema }),
  z.object({ part: z.literal('file'), file: pieceSchema }),
])
export type ReportPart = z.infer<typeof reportPartSchema>

/** The first part of an answer. */
export const answerHeaderSchema = z.object({
  hub: hubIdentitySchema,
  organisation: branchIdSchema,
  device: deviceIdSchema,
  incarnation: incarnationSchema,
  /** The report that it answers, and the SHA-256 of that file. */
  number: reportNumberSchema,
  hash: hashSchema,
  /** `gap`: the hub lacks what came before the report, because it was restored; the next one begins at its heads. */
  result: z.enum(['stored', 'gap']),
  heads: z.array(headSchema),
  at: momentSchema,
})
export type AnswerHeader = z.infer<typeof answerHeaderSchema>

/** The other parts of an answer. */
export const answerPartSchema = z.discriminatedUnion('part', [
  /** What came down after the cursor `since`, up to `cursor`. */
  z.object({
    part: z.literal('items'),
    since: cursorSchema.nullable(),
    cursor: cursorSchema,
    items: z.array(wireItemSchema).max(PULL_MAX_ITEMS),
  }),
  /** What another copy of this record sent, as `/v1/recall` says it. */
  z.object({
    part: z.literal('recall'),
    stream: incarnationSchema,
    after: z.int().nonnegative(),
    until: z.int().nonnegative(),
    entries: z.array(wireChangeSchema).max(REQUEST_MAX_ENTRIES),
  }),
  /** How much of a file the hub has. */
  z.object({ part: z.literal('file'), hash: hashSchema, has: z.int().nonnegative() }),
])
export type AnswerPart = z.infer<typeof answerPartSchema>

/** What an invitation 邀请文件 says; its signature by the hub's key shows that nothing of it is damaged. */
export const invitationSchema = z.object({
  format: z.int().positive(),
  kind: z.literal('invitation'),
  hub: hubIdentitySchema,
  keys: fileKeysSchema,
  code: z.string().min(1).max(40),
})
export type Invitation = z.infer<typeof invitationSchema>
export const signedInvitationSchema = invitationSchema.extend({ signature: z.base64().max(200) })

/** The text that the signature of an invitation covers. */
export function invitationText({ format, kind, hub, keys, code }: Invitation): string {
  return [`gonghui-file ${format}`, kind, hub.id, hub.incarnation, hub.name, keys.recipient, keys.key, code].join('\n')
}

/** The text that the signature of a file covers; `digest` in hex. */
export function fileText(kind: FileKind, digest: string): string {
  return [`gonghui-file ${FILE_FORMAT}`, kind, digest].join('\n')
}
