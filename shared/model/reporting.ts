import { z } from 'zod'

/** How a member's record, with all that belongs to it, stands at the union above. */
export const reportingSchema = z.enum([
  'unsent', // 未上报: the union above does not know the member yet
  'waiting', // 等待中: changed since it was sent
  'refused', // 被退回: the union above did not take something of it
  'stored', // 已上报
])
export type Reporting = z.infer<typeof reportingSchema>

/** How one entry of the change log stands at the union above. */
export const entryStateSchema = z.enum([
  'waiting', // not sent
  'carried', // in a file on its way
  'stored',
  'withheld', // stays here
  'held', // waits at the hub for something else
  'rejected',
  'conflict',
  'corrected', // refused once, and dealt with since
])
export type EntryState = z.infer<typeof entryStateSchema>
