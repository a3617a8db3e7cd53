import { z } from 'zod'
import { membershipStatusSchema } from '../../model/membership'
import { procedure } from '../errors'
import { officerSchema } from '../organisation'

/** Posts 职务 held over time. */
export const posts = {
  /** Every post that was ever held, with its holder, the latest first. */
  list: procedure.output(
    z.array(
      officerSchema.safeExtend({
        unitName: z.string().nullable(),
        status: membershipStatusSchema,
        isHeld: z.boolean(),
      }),
    ),
  ),
}
