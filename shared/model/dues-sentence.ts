import { z } from 'zod'
import { daySchema, monthSchema } from './date'
import { duesEntryIdSchema } from './id'
import { fenSchema } from './money'

const entryIds = { entryIds: z.array(duesEntryIdSchema) }
const months = z.array(monthSchema)

/** A part of the sentence on a member's standing, with the entries behind it. */
export const sentencePartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('neverCharged'), ...entryIds }),
  z.object({ kind: z.literal('paidThrough'), month: monthSchema, settled: z.boolean(), ...entryIds }),
  /** Open although later months are paid. */
  z.object({ kind: z.literal('gap'), months, amount: fenSchema, ...entryIds }),
  z.object({ kind: z.literal('open'), months, amount: fenSchema, ...entryIds }),
  z.object({ kind: z.literal('partPaid'), month: monthSchema, paid: fenSchema, open: fenSchema, ...entryIds }),
  /** The last payment and the months it paid; `left` is carried. */
  z.object({ kind: z.literal('lastPayment'), on: daySchema, amount: fenSchema, months, left: fenSchema, ...entryIds }),
  z.object({ kind: z.literal('ahead'), amount: fenSchema, ...entryIds }),
  /** Given back of payments that were taken back since: the member owes it back. */
  z.object({ kind: z.literal('overRefunded'), amount: fenSchema, ...entryIds }),
  /** Deducted by the employer and not paid over yet. */
  z.object({ kind: z.literal('held'), months, amount: fenSchema, ...entryIds }),
  /** Of months to come. */
  z.object({ kind: z.literal('notDue'), months, amount: fenSchema, ...entryIds }),
  z.object({ kind: z.literal('disputed'), months, amount: fenSchema, ...entryIds }),
  /** `reason` null while membership is kept. */
  z.object({
    kind: z.literal('exempt'),
    from: monthSchema,
    until: monthSchema.nullable(),
    reason: z.string().nullable(),
    ...entryIds,
  }),
  /** Exempt months that were charged before that was known. */
  z.object({ kind: z.literal('exemptCharged'), months, amount: fenSchema, ...entryIds }),
  z.object({ kind: z.literal('waived'), months, amount: fenSchema, ...entryIds }),
])
export type SentencePart = z.infer<typeof sentencePartSchema>
