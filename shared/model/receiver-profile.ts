import { z } from 'zod'
import { organisationSchema } from './branch'
import { momentSchema } from './date'
import { receiverProfileIdSchema } from './id'
import { memberFieldSchema } from './member'

/** Whom a receiver's sheet 报送模板 lists: the members, one a row, or the union itself. */
export const receiverProfileKindSchema = z.enum(['member', 'organisation'])
export type ReceiverProfileKind = z.infer<typeof receiverProfileKindSchema>

/** How a receiver writes dates; forms without a day take dates known to the month. */
export const dateFormSchema = z.enum([
  'yyyy/MM/dd',
  'yyyy-MM-dd',
  'yyyy.MM.dd',
  'yyyyMMdd',
  'yyyy年M月d日',
  'yyyy/MM',
  'yyyy-MM',
  'yyyy.MM',
  'yyyyMM',
])
export type DateForm = z.infer<typeof dateFormSchema>

/** What the union's own record can put into a column; `memberCount` is counted from the members. */
export const organisationValueSchema = z.enum([...organisationSchema.keyof().options, 'memberCount'])

/** Where the value of a column comes from. */
export const columnValueSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('rowNumber') }),
  z.object({ from: z.literal('member'), field: memberFieldSchema }),
  /** The last membership event 会籍变化. */
  z.object({ from: z.literal('membershipChange'), part: z.enum(['type', 'date', 'reason']) }),
  z.object({ from: z.literal('organisation'), field: organisationValueSchema }),
  z.object({ from: z.literal('constant'), text: z.string().max(200) }),
  /** A column of the receiver that this program keeps nothing for. */
  z.object({ from: z.literal('nothing') }),
])
export type ColumnValue = z.infer<typeof columnValueSchema>

export const columnCheckSchema = z.enum(['citizenId', 'mobile', 'creditCode', 'unionCreditCode'])

export const profileColumnSchema = z.object({
  /** To the letter as the receiver writes it. */
  heading: z.string().min(1).max(200),
  value: columnValueSchema,
  /** `required`: refused without; `advised`: the receiver makes something up where it is missing. */
  need: z.enum(['required', 'advised', 'optional']).default('optional'),
  /** Name of one of the profile's dictionaries. */
  dictionary: z.string().nullable().default(null),
  dateForm: dateFormSchema.nullable().default(null),
  maxLength: z.int().positive().nullable().default(null),
  check: columnCheckSchema.nullable().default(null),
  /** In characters. */
  width: z.int().min(1).max(255).default(14),
})
export type ProfileColumn = z.infer<typeof profileColumnSchema>

export const dictionarySchema = z.object({
  /** Our value, and what the receiver calls it; null where the receiver has no such value and wants it left empty. */
  entries: z.record(z.string(), z.string().nullable()),
  /** What becomes of values that are not listed: they are an error, or left empty with a warning. */
  others: z.enum(['error', 'blank']).default('error'),
  /** Name of a code list of the union above: its codes stand for values that `entries` does not name. */
  codeList: z.string().min(1).max(60).optional(),
})

/** What is filled in on the day: the name of the union, and the date. */
export const BANNER_BLANKS = { unionName: '{工会名称}', today: '{填报日期}' } as const

/** A line above the headings; `BANNER_BLANKS` in its text are filled in. Columns 0-based, inclusive. */
const bannerSchema = z.object({
  row: z.int().positive(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  text: z.string().max(500),
  style: z.enum(['title', 'line']),
})

/** A receiver's sheet as data; another province is another profile, not other code. */
export const profileDefinitionSchema = z
  .object({
    kind: receiverProfileKindSchema,
    name: z.string().trim().min(1).max(100),
    region: z.string().trim().max(60),
    version: z.string().trim().max(60),
    /** The paper or template it was taken from. */
    source: z.string().trim().max(300),
    sheetName: z
      .string()
      .min(1)
      .max(31)
      .regex(/^[^\\/?*[\]:]+$/),
    banner: z.array(bannerSchema),
    /** 1-based rows of the sheet. */
    headingRow: z.int().positive().max(100),
    startRow: z.int().positive().max(200),
    /** 填表说明 in the last row, merged over all columns; some receivers leave out the last row without looking. */
    note: z.string().max(2000).nullable(),
    columns: z.array(profileColumnSchema).min(1).max(200),
    dictionaries: z.record(z.string(), dictionarySchema),
  })
  .refine(({ headingRow, startRow }) => startRow > headingRow)
  .refine(({ columns, dictionaries }) =>
    columns.every(({ dictionary }) => dictionary === null || Object.hasOwn(dictionaries, dictionary)),
  )
export type ProfileDefinition = z.infer<typeof profileDefinitionSchema>

/** What a sheet that the union above issued has beside its definition. */
export const issuedSchema = z.object({
  version: z.int().positive(),
  issuedAt: momentSchema,
  /** Set once the union above took it back. */
  withdrawnAt: momentSchema.nullable(),
})

export const receiverProfileSchema = z.object({
  /** A UUID, or the name of one that comes with the program. */
  id: z.string().min(1).max(60),
  /** Comes with the program; it is copied to be changed. */
  builtIn: z.boolean(),
  /** The version in which the union above sent it down; null for others. It is copied to be changed. */
  issued: issuedSchema.nullable(),
  definition: profileDefinitionSchema,
})
export type ReceiverProfile = z.infer<typeof receiverProfileSchema>

/** A receiver's sheet as the union above sends it down. */
export const issuedProfileSchema = issuedSchema.extend({
  id: receiverProfileIdSchema,
  definition: profileDefinitionSchema,
})
export type IssuedProfile = z.infer<typeof issuedProfileSchema>
