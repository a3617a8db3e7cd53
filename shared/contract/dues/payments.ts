import { z } from 'zod'
import { daySchema } from '../../model/date'
import { duesEntrySchema, paymentMethodSchema } from '../../model/dues'
import { batchIdSchema, duesEntryIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

/** Payments 缴费 and a member's ledger. */
export const payments = {
  /**
   * Records one payment a member as one batch. `amount` null pays all that the member owes and passes over who owes
   * nothing; more than is owed stays as credit. Errors: NOT_FOUND, NOTHING_OWED.
   */
  record: procedure
    .input(
      z.object({
        memberIds: z.array(memberIdSchema).min(1).max(100_000),
        amount: fenSchema.refine((fen) => fen > 0).nullable(),
        paidOn: daySchema,
        method: paymentMethodSchema,
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
  /** A member's ledger, oldest first, with the balance after each line (positive: owes). */
  ledger: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.object({ balance: fenSchema, entries: z.array(duesEntrySchema.extend({ balance: fenSchema })) })),
  /** Takes a charge or payment back by a line of the opposite amount. Errors: NOT_FOUND, ALREADY_REVERSED. */
  reverse: procedure
    .input(z.object({ entryId: duesEntryIdSchema, note: z.string().trim().min(1).max(200) }))
    .output(z.object({ batchId: batchIdSchema })),
}
