import { z } from 'zod'
import { CODES_MAX } from './code-list'
import { changeIdSchema, customFieldIdSchema } from './id'

export const customFieldKindSchema = z.enum(['text', 'number', 'date', 'choice', 'yesNo'])

/** A field 自定义字段 that this branch keeps beside those of the record. */
export const customFieldInputSchema = z.object({
  name: z.string().trim().min(1).max(30),
  kind: customFieldKindSchema,
  /** Empty unless the kind is a choice. */
  choices: z.array(z.string().trim().min(1).max(60)).max(50),
  /** Whether its values are masked like a phone number. */
  isMasked: z.boolean(),
})
export type CustomFieldInput = z.infer<typeof customFieldInputSchema>

export const customFieldSchema = customFieldInputSchema.extend({
  id: customFieldIdSchema,
  /** Its own, or those of the code list. */
  choices: z.array(z.string().min(1).max(60)).max(CODES_MAX),
  /** Not offered any more; what was recorded stays. */
  isRetired: z.boolean(),
  /** The code list of the union above that gives its choices, or the words offered for a text; null where none does. */
  codeList: z.string().nullable(),
})
export type CustomField = z.infer<typeof customFieldSchema>

/** What a member is to have in a field; null for nothing. `version` as in `customValueSchema`. */
export const customValueInputSchema = z.object({
  fieldId: customFieldIdSchema,
  value: z.string().trim().max(500).nullable(),
  version: changeIdSchema.nullable(),
})
export type CustomValueInput = z.infer<typeof customValueInputSchema>

/** A member's value as the window sees it, masked where its field says so; null for nothing. */
export const customValueSchema = z.object({
  fieldId: customFieldIdSchema,
  value: z.string().nullable(),
  /** The last change entry of the value; null while there was none. A change names it. */
  version: changeIdSchema.nullable(),
})
export type CustomValue = z.infer<typeof customValueSchema>
