import { and, asc, eq } from 'drizzle-orm'
import { ACROSS_MAX_MESSAGES } from '../../shared/sync/across'
import type { HubQueries } from '../database'
import type { Hub } from '../hub'
import { acrossMessage, transfer } from '../schema'
import { evaluateTransfers } from '../transfers/evaluate'
import type { Line } from './line'

/** Passes on what branches of this hub say to those of others, in its order. */
export async function relayAcross({ hub: { orm, identity }, call, choices, mayGoOn }: Line): Promise<void> {
  if (choices.transfers === 'nothing') return
  const unsent = and(eq(acrossMessage.organisation, identity.id), eq(acrossMessage.isSent, false))
  for (;;) {
    const due = await orm
      .select()
      .from(acrossMessage)
      .where(unsent)
      .orderBy(asc(acrossMessage.seq))
      .limit(ACROSS_MAX_MESSAGES)
    if (due.length === 0 || !(await mayGoOn())) return
    await call((parent) => parent.relayAcross({ messages: due.map(({ message }) => message) }))
    for (const { seq } of due) {
      // What took its place meanwhile has another number and goes the next time.
      await orm
        .update(acrossMessage)
        .set({ isSent: true })
        .where(and(eq(acrossMessage.organisation, identity.id), eq(acrossMessage.seq, seq)))
    }
  }
}

/** Everything said is said again, and what no hub was asked for yet is asked. */
export async function sayAgain(tx: HubQueries, { identity }: Hub): Promise<void> {
  await tx.update(acrossMessage).set({ isSent: false }).where(eq(acrossMessage.organisation, identity.id))
  const unknown = await tx
    .select({ id: transfer.transfer })
    .from(transfer)
    .where(and(eq(transfer.organisation, identity.id), eq(transfer.state, 'unknownUnion')))
  await evaluateTransfers(
    tx,
    identity,
    unknown.map(({ id }) => id),
  )
}
