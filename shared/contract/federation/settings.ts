import { z } from 'zod'
import { syncSettingSchema } from '../../model/sync-setting'
import { procedure } from '../errors'

/** When the branch exchanges with the union above, and how carefully it uses its line. */
export const settings = {
  get: procedure.output(
    syncSettingSchema.extend({
      /** About how many bytes the next exchange sends. */
      bytesWaiting: z.int().nonnegative(),
    }),
  ),
  save: procedure.input(syncSettingSchema).output(z.void()),
}
