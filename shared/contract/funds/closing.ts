import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { fundAccountSchema, monthClosingSchema } from '../../model/fund'
import { batchIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

/** What is looked at before a month is closed. */
export const closingCheckSchema = z.enum([
  'order', // the month before is closed, or this is the first one
  'over', // the month has ended
  'handOverDrafts', // 未入账的交款
  'payrollImports', // 未入账的代扣名单
  'undatedDrafts', // hand-overs being entered whose day is not known
  'charged', // members of the month whom nobody has charged
  'receipts', // 收据断号
  'attachments', // spending without picture or paper
  'remittances', // deducted from wages in the month and not paid over yet
  'handOvers', // hand-overs whose payments are not what was declared
  'balances', // an account below nothing
])
export type ClosingCheck = z.infer<typeof closingCheckSchema>

const foundSchema = z.object({
  check: closingCheckSchema,
  /** `blocking` would make the books wrong; a `warning` leaves it to the person. */
  state: z.enum(['fine', 'warning', 'blocking']),
  /** How many drafts, members, numbers. */
  count: z.int().nonnegative(),
  /** How much money it is about, where that says something. */
  amount: fenSchema.nullable(),
})
export type ClosingFound = z.infer<typeof foundSchema>

export const closingAccountSchema = z.object({
  account: fundAccountSchema,
  /** Balance at the beginning of the month. */
  carried: fenSchema,
  opening: fenSchema,
  income: fenSchema,
  spending: fenSchema,
  balance: fenSchema,
})
export type ClosingAccount = z.infer<typeof closingAccountSchema>

export const closingMonthSchema = z.object({
  month: monthSchema,
  isClosed: z.boolean(),
  /** Balances at its end, as the books have them now. */
  duesBalance: fenSchema,
  fundsBalance: fenSchema,
  /** Its latest closing, also one that was reopened since; null where it was never closed. */
  closing: monthClosingSchema.nullable(),
})
export type ClosingMonth = z.infer<typeof closingMonthSchema>

/** The closing of months 结账: one after the other, reopened from the last one on. */
export const closing = {
  /** From the first month that has lines to the present one, the latest first. */
  months: procedure.output(
    z.object({
      months: z.array(closingMonthSchema),
      /** The month to be closed next; null where there is nothing to close. */
      next: monthSchema.nullable(),
      /** The month that can be reopened; null where none is closed. */
      latestClosed: monthSchema.nullable(),
    }),
  ),
  /** What closing a month would lay down, and what stands against it. */
  preview: procedure.input(z.object({ month: monthSchema })).output(
    z.object({
      month: monthSchema,
      accounts: z.array(closingAccountSchema),
      checks: z.array(foundSchema),
      isClosable: z.boolean(),
    }),
  ),
  /**
   * Closes a month with the balances that a person has seen: nothing is dated in it from then on.
   * Errors: CLOSING_BLOCKED, CHANGED_MEANWHILE, BUSY.
   */
  close: procedure
    .input(monthClosingSchema.pick({ month: true, duesBalance: true, fundsBalance: true }))
    .output(z.object({ batchId: batchIdSchema })),
  /** After a question in a native dialog; logged. Errors: REOPEN_NOT_LATEST, NOT_CONFIRMED, BUSY. */
  reopen: procedure
    .input(z.object({ month: monthSchema, reason: z.string().trim().min(1).max(200) }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Every closing and reopening, the latest first. */
  acts: procedure.output(z.array(monthClosingSchema)),
}
