import { oc, type ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import { monthSchema } from '../model/date'

/** What a person is asked about before it is done. */
export const hostConfirmationSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('removeMember'), name: z.string() }),
  z.object({ act: z.literal('removeActivity'), title: z.string() }),
  z.object({ act: z.literal('removeRequest'), title: z.string() }),
  z.object({ act: z.literal('removeAttachment'), name: z.string() }),
  z.object({ act: z.literal('exportClear'), rows: z.int() }),
  z.object({ act: z.literal('paperClear'), count: z.int() }),
  z.object({ act: z.literal('reopenMonth'), month: monthSchema }),
  z.object({ act: z.literal('undoBatch'), title: z.string(), count: z.int() }),
])
export type HostConfirmation = z.infer<typeof hostConfirmationSchema>

/** What the backend can ask of the main process: dialogs and the key store of the operating system. */
export const hostContract = {
  /** A native save dialog; null when cancelled. */
  chooseSavePath: oc.input(z.object({ suggestedName: z.string() })).output(z.string().nullable()),
  /** A native question about something dangerous, out of reach of the page; true when confirmed. */
  confirm: oc.input(hostConfirmationSchema).output(z.boolean()),
  /** Prints the page of the window by the system's own dialog; false when it was called off. */
  printPage: oc.input(z.object({ landscape: z.boolean() })).output(z.boolean()),
  /** The page of the window as it would be printed, on A4. */
  pageAsPdf: oc.input(z.object({ landscape: z.boolean() })).output(z.base64()),
  keyStore: {
    available: oc.output(z.boolean()),
    /** Encrypts bytes (base64) for this user of this PC. */
    seal: oc.input(z.object({ key: z.base64() })).output(z.base64()),
    /** Null when the store cannot open it any more. */
    open: oc.input(z.object({ sealed: z.base64() })).output(z.base64().nullable()),
  },
}
export type HostClient = ContractRouterClient<typeof hostContract>
