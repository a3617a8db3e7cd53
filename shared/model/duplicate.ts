import { z } from 'zod'

/** Why two records may be of one person. */
export const duplicateReasonSchema = z.enum([
  'idNumber', // the same document number, also 15 digits against 18
  'idNumberTypo', // one character differs, or two are exchanged, and the names sound alike
  'nameAndStaffNumber',
  'nameAndPhone',
  'nameAndBirth',
  'soundAndPhone', // names that sound alike: 张伟, 章炜
  'soundAndBirth',
])
export type DuplicateReason = z.infer<typeof duplicateReasonSchema>
