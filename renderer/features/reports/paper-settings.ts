import { z } from 'zod'

const millimetres = z.number().min(0).max(100)

export const labelNumberSchema = z.enum(['staffNumber', 'memberCardNumber', 'none'])

/** How labels lie on a page of A4; sheets of 3 by 8 are the usual ones. */
export const labelSettingsSchema = z.object({
  columns: z.int().min(1).max(6).default(3),
  rows: z.int().min(1).max(20).default(8),
  top: millimetres.default(12),
  left: millimetres.default(6),
  gap: millimetres.max(20).default(2),
  /** Of the name, in points. */
  size: z.number().min(8).max(40).default(16),
  border: z.boolean().default(true),
  number: labelNumberSchema.default('staffNumber'),
})
export type LabelSettings = z.infer<typeof labelSettingsSchema>

export const signInColumns = [
  'gender',
  'department',
  'unionGroup',
  'position',
  'staffNumber',
  'memberCardNumber',
] as const

export const signInSettingsSchema = z.object({
  columns: z.array(z.enum(signInColumns)).default(['department']),
  rows: z.int().min(5).max(60).default(25),
  /** A code beside each name, to be scanned at the door. */
  codes: z.boolean().default(false),
})
export type SignInSettings = z.infer<typeof signInSettingsSchema>

/** What was set last on this PC; the usual where nothing was, or what is there makes no sense any more. */
export function storedSettings<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(name) ?? '{}'))
  } catch {
    return schema.parse({})
  }
}

export function storeSettings(name: string, settings: LabelSettings | SignInSettings): void {
  localStorage.setItem(name, JSON.stringify(settings))
}
