import { z } from 'zod'
import { honourLevelSchema } from '../codes'
import { partialDateSchema } from './date'
import { honourIdSchema } from './id'

/** An honour 荣誉, a model worker's title among them. */
export const honourFieldsSchema = z.object({
  /** Of the code list, or in own words. */
  title: z.string().trim().min(1).max(100),
  level: honourLevelSchema,
  awardedOn: partialDateSchema.nullable(),
  awardedBy: z.string().trim().max(100).nullable(),
  documentNumber: z.string().trim().max(60).nullable(),
  note: z.string().trim().max(500).nullable(),
})

export const honourSchema = honourFieldsSchema.extend({ id: honourIdSchema })
