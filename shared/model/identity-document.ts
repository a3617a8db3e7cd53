import { z } from 'zod'
import { idTypeSchema } from '../codes'
import { partialDateSchema, validUntilSchema } from './date'
import { identityDocumentIdSchema } from './id'

/** A further document of a member 证件: a passport beside the residence permit, permanent residence, an old number. */
export const identityDocumentFieldsSchema = z.object({
  type: idTypeSchema,
  /** As written on the document, upper case; checked against `type` by `shared/rules/id-document`. */
  number: z.string().trim().min(1).max(40),
  validFrom: partialDateSchema.nullable(),
  validTo: validUntilSchema.nullable(),
  note: z.string().trim().max(500).nullable(),
})

export const identityDocumentSchema = identityDocumentFieldsSchema.extend({ id: identityDocumentIdSchema })
