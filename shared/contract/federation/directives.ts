import { z } from 'zod'
import { directiveAnswerSchema, directiveSchema } from '../../model/directive'
import { directiveIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

/** A directive with what this branch answered. */
export const receivedDirectiveSchema = directiveSchema.extend({
  answer: directiveAnswerSchema.omit({ directiveId: true }).nullable(),
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
   * Answers, or answers anew; it goes up with the next exchange. Errors: NOT_FOUND, ANSWER_MISSING where the figure or
   * the text that is asked for is not there, DIRECTIVE_WITHDRAWN.
   */
  answer: procedure
    .input(z.object({ id: directiveIdSchema, answer: answerInputSchema }))
    .output(receivedDirectiveSchema),
}
