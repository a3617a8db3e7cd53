import { z } from 'zod'
import { pageOf, pageSchema } from '../../model/page'
import { syncEventSchema } from '../../model/sync-event'
import { procedure } from '../errors'

/** What the link to the union above did 传送记录, for who helps from afar. */
export const log = {
  /** Newest first. */
  list: procedure.input(pageSchema).output(pageOf(syncEventSchema)),
  /** All that helps a technician, as text: versions, state, the last events; nothing personal. */
  text: procedure.output(z.string()),
  /** Writes that text to a file; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  save: procedure.output(z.object({ fileName: z.string() }).nullable()),
}
