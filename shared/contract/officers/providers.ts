import { z } from 'zod'
import { activitySchema } from '../../model/activity'
import { daySchema } from '../../model/date'
import {
  activityIdSchema,
  batchIdSchema,
  memberIdSchema,
  providerContractIdSchema,
  providerIdSchema,
} from '../../model/id'
import {
  providerContractInputSchema,
  providerContractSchema,
  providerInputSchema,
  providerSchema,
} from '../../model/team'
import { procedure } from '../errors'

const { title, startsOn } = activitySchema.shape
const countSchema = z.int().nonnegative()
const batchRefSchema = z.object({ batchId: batchIdSchema })
const providerRefSchema = z.object({ id: providerIdSchema })

export const contractStateSchema = z.enum(['coming', 'valid', 'ending', 'ended'])
export type ContractState = z.infer<typeof contractStateSchema>

export const contractWithStateSchema = providerContractSchema.safeExtend({ state: contractStateSchema })
export type ContractWithState = z.infer<typeof contractWithStateSchema>

export const providerSummarySchema = providerSchema.extend({
  contracts: countSchema,
  /** The end of the contract that holds longest; null without any. */
  validUntil: daySchema.nullable(),
  /** Whether a contract ends soon and none follows it. */
  isEnding: z.boolean(),
})
export type ProviderSummary = z.infer<typeof providerSummarySchema>

export const providerDetailSchema = providerSchema.extend({
  contracts: z.array(contractWithStateSchema),
  activities: z.array(z.object({ id: activityIdSchema, title, startsOn })),
  /** Check-ups by day, how many were to come. */
  checkups: z.array(z.object({ on: daySchema, members: countSchema })),
  /** Legal cases: whose and when; what they are about stays in the register of legal aid. */
  legalCases: z.array(z.object({ id: z.string(), memberId: memberIdSchema, name: z.string(), openedOn: daySchema })),
})
export type ProviderDetail = z.infer<typeof providerDetailSchema>

/** Outside services 外部服务单位 and the contracts with them. */
export const providers = {
  /** Those in use first, by name. */
  list: procedure.output(z.array(providerSummarySchema)),
  get: procedure.input(providerRefSchema).output(providerDetailSchema),
  /** Errors: NOT_FOUND, PROVIDER_NAME_TAKEN. */
  save: procedure
    .input(z.object({ id: providerIdSchema.nullable(), provider: providerInputSchema }))
    .output(batchRefSchema.extend(providerRefSchema.shape)),
  /** With its contracts, for one recorded by mistake. Error PROVIDER_IN_USE. */
  remove: procedure.input(providerRefSchema).output(batchRefSchema),
  saveContract: procedure
    .input(z.object({ id: providerContractIdSchema.nullable(), contract: providerContractInputSchema }))
    .output(batchRefSchema),
  removeContract: procedure.input(z.object({ id: providerContractIdSchema })).output(batchRefSchema),
}
