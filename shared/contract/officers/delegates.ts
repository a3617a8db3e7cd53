import { z } from 'zod'
import { delegateSchema } from '../../model/committee'
import { daySchema } from '../../model/date'
import { batchIdSchema, committeeIdSchema, delegateIdSchema, memberIdSchema, unitIdSchema } from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const batchRefSchema = z.object({ batchId: batchIdSchema })
const committeeRefSchema = z.object({ committeeId: committeeIdSchema })

export const namedDelegateSchema = delegateSchema.extend({
  name: z.string(),
  gender: z.string().nullable(),
  department: z.string().nullable(),
  status: membershipStatusSchema,
  /** Elected after the others, in place of one who ended 补选. */
  isByElection: z.boolean(),
})
export type NamedDelegate = z.infer<typeof namedDelegateSchema>

/** A unit that elects delegates; null for members who belong to none, or delegates of the branch as a whole. */
export const electingUnitSchema = z.object({
  unitId: unitIdSchema.nullable(),
  name: z.string().nullable(),
  members: countSchema,
  /** Its share of the number of delegates by its members; null where that number is not settled. */
  quota: countSchema.nullable(),
  delegates: countSchema,
})
export type ElectingUnit = z.infer<typeof electingUnitSchema>

export const congressSchema = z.object({
  quota: countSchema.nullable(),
  /** How many the rule names for so many members; null where all of them meet. */
  band: z.object({ least: countSchema, most: countSchema }).nullable(),
  source: z.string(),
  members: countSchema,
  women: countSchema,
  /** Delegates who stand today, and the women among them. */
  delegates: countSchema,
  womenDelegates: countSchema,
  units: z.array(electingUnitSchema),
  /** Standing ones first, by unit and name. */
  rows: z.array(namedDelegateSchema),
})
export type Congress = z.infer<typeof congressSchema>

/** Delegates 会员代表 of the congress of a committee's term. */
export const delegates = {
  list: procedure.input(committeeRefSchema).output(congressSchema),
  /** The latest first. */
  ofMember: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.array(delegateSchema.extend({ term: countSchema }))),
  setQuota: procedure
    .input(committeeRefSchema.extend({ quota: z.int().min(1).max(999).nullable() }))
    .output(batchRefSchema),
  /** As one batch; who is a delegate already is left out. */
  add: procedure
    .input(
      committeeRefSchema.extend({
        unitId: unitIdSchema.nullable(),
        memberIds: z.array(memberIdSchema).min(1).max(999),
        electedOn: daySchema,
      }),
    )
    .output(batchRefSchema.extend({ added: countSchema })),
  end: procedure
    .input(
      z.object({
        ids: z.array(delegateIdSchema).min(1).max(999),
        endedOn: daySchema,
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(batchRefSchema),
  /** For delegates recorded by mistake. */
  remove: procedure.input(z.object({ ids: z.array(delegateIdSchema).min(1).max(999) })).output(batchRefSchema),
}
