import { z } from 'zod'
import { memberFieldSchema } from './member'
import { noticeStandingSchema } from './member-notice'
import { membershipStatusSchema } from './membership'
import { reportingSchema } from './reporting'

const conditionField = z.object({ field: memberFieldSchema })

/** A condition on one field of the record. */
export const memberConditionSchema = z.discriminatedUnion('is', [
  conditionField.extend({ is: z.literal('oneOf'), values: z.array(z.string().max(200)).min(1).max(200) }),
  conditionField.extend({ is: z.literal('contains'), text: z.string().trim().min(1).max(60) }),
  /** Both ends included, as far as they are given; dates as precise as they are typed, money in fen. */
  conditionField.extend({ is: z.literal('between'), from: z.string().nullable(), to: z.string().nullable() }),
  conditionField.extend({ is: z.literal('empty') }),
  conditionField.extend({ is: z.literal('filled') }),
])
export type MemberCondition = z.infer<typeof memberConditionSchema>

/** Which members: every given condition must hold. */
export const memberFilterSchema = z.object({
  /**
   * A name, its pinyin in any reading or initials, a part of an ID, staff, card or phone number, a department; words
   * apart must all hold.
   */
  search: z.string().trim().max(60).default(''),
  /** An empty list means every status. */
  statuses: z.array(membershipStatusSchema).default([]),
  departments: z.array(z.string()).default([]),
  conditions: z.array(memberConditionSchema).max(20).default([]),
  /** How they stand at the union above. */
  reporting: z.array(reportingSchema).default([]),
  /** How far they were told what is kept and passed on. */
  notices: z.array(noticeStandingSchema).default([]),
})
export type MemberFilter = z.infer<typeof memberFilterSchema>
export type MemberFilterInput = z.input<typeof memberFilterSchema>
