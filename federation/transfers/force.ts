import { and, eq } from 'drizzle-orm'
import type { Hub } from '../hub'
import { transfer, type Forced } from '../schema'
import { whenFree } from '../when-free'
import { evaluateTransfers } from './evaluate'

/**
 * Hands a member over because nobody answers; answers whether there was such a request that waits. A refusal is an answer.
 */
export async function forceTransfer({ orm, identity }: Hub, id: string, forced: Forced): Promise<boolean> {
  return whenFree(() =>
    orm.transaction(async (tx) => {
      const marked = await tx
        .update(transfer)
        .set({ forced })
        .where(and(eq(transfer.organisation, identity.id), eq(transfer.transfer, id), eq(transfer.state, 'asked')))
        .returning({ id: transfer.transfer })
      await evaluateTransfers(
        tx,
        identity,
        marked.map((one) => one.id),
      )
      return marked.length > 0
    }),
  )
}
