import { z } from 'zod'
import { hashSchema, OUTGOING_MAX_BYTES } from '../sync/outgoing-file'
import { daySchema, momentSchema } from './date'
import { directiveAnswerIdSchema, directiveIdSchema } from './id'

/** What the union above wants to hear back. */
export const directiveAskSchema = z.enum([
  'acknowledgement', // 知悉
  'figure', // 填报一个数
  'text', // 书面答复
  'file', // 报送一个文件
])
export type DirectiveAsk = z.infer<typeof directiveAskSchema>

/** The file of an answer: SHA-256 in hex, the name it had, and bytes. */
export const answerFileSchema = z.object({
  hash: hashSchema,
  name: z.string().min(1).max(200),
  size: z.int().positive().max(OUTGOING_MAX_BYTES),
})
export type AnswerFile = z.infer<typeof answerFileSchema>

/** A notice 通知 of the union above with a deadline and an asked-for answer. */
export const directiveSchema = z.object({
  id: directiveIdSchema,
  title: z.string().trim().min(1).max(100),
  text: z.string().trim().max(5000),
  dueOn: daySchema.nullable(),
  /** What kind of answer; of a file the text says what it is to be. */
  asks: directiveAskSchema,
  /** What a figure counts, e.g. 人, 元; null where none is asked for. */
  unit: z.string().trim().min(1).max(20).nullable(),
  issuedAt: momentSchema,
  /** Set once the union above took it back. */
  withdrawnAt: momentSchema.nullable(),
})
export type Directive = z.infer<typeof directiveSchema>

/** What the branch answers; a later answer of the same directive takes the place of the earlier one. */
export const directiveAnswerSchema = z.object({
  id: directiveAnswerIdSchema,
  directiveId: directiveIdSchema,
  /** Of a figure in hundredths of its unit, so that 12.5 is 1250. */
  figure: z.int().min(-1_000_000_000_000).max(1_000_000_000_000).nullable(),
  text: z.string().trim().max(5000).nullable(),
  file: answerFileSchema.nullable(),
  answeredOn: daySchema,
  /** Who answers for the branch. */
  by: z.string().trim().min(1).max(60).nullable(),
})
export type DirectiveAnswer = z.infer<typeof directiveAnswerSchema>
