import { z } from 'zod'
import { answerFileSchema, directiveAnswerSchema, directiveSchema } from '../../model/directive'
import { directiveIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

/** The file of an answer, and how far it has come. */
export const sentFileSchema = answerFileSchema.omit({ hash: true }).extend({
  state: z.enum([
    'waiting', // not at the hub as a whole
    'stored',
    'refused', // the hub does not take it
    'elsewhere', // another PC of the branch chose it, and sends it
  ]),
  /** Bytes that the hub has. */
  sent: z.int().nonnegative(),
})
export type SentFile = z.infer<typeof sentFileSchema>

/** A directive with what this branch answered. */
export const receivedDirectiveSchema = directiveSchema.extend({
  answer: directiveAnswerSchema.omit({ directiveId: true }).extend({ file: sentFileSchema.nullable() }).nullable(),
})
export type ReceivedDirective = z.infer<typeof receivedDirectiveSchema>

/** What is answered; the figure or the text where the directive asks for it. */
export const answerInputSchema = directiveAnswerSchema.pick({ figure: true, text: true, by: true })
export type AnswerInput = z.infer<typeof answerInputSchema>

/** Directives 上级通知: notices of the union above with a deadline and an asked-for answer. */
export const directives = {
  /** Those that wait for an answer first, the most urgent at the top; then the latest. */
  list: procedure.input(pageSchema).output(pageOf(receivedDirectiveSchema)),
  /**
   * Answers, or answers anew; it goes up with the next exchange. Where a file is asked for, null keeps the one answered
   * before. Errors: NOT_FOUND, ANSWER_MISSING where what is asked for is not there, DIRECTIVE_WITHDRAWN,
   * ANSWER_FILE_INVALID, ATTACHMENT_TOO_LARGE.
   */
  answer: procedure
    .input(z.object({ id: directiveIdSchema, answer: answerInputSchema, file: z.file().nullable().default(null) }))
    .output(receivedDirectiveSchema),
  /** Saves the file of the answer where a person says; logged. Errors: NOT_FOUND, also where another PC has it. */
  saveFile: procedure.input(z.object({ id: directiveIdSchema })).output(z.object({ isWritten: z.boolean() })),
}
