import { and, eq } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { acrossMessageSchema } from '../../shared/sync/across'
import { downwardItemSchema, type WireItem } from '../../shared/sync/downward'
import { receiptSchema, type Receipt } from '../../shared/sync/receipt'
import type { HubQueries } from '../database'
import { passDown } from '../downward'
import { upperReceipt } from '../schema'
import { takeAcross } from '../transfers/take-across'

/** Keeps what the hub above did not simply accept. */
export async function keepReceipts(
  tx: HubQueries,
  organisationId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  for (const { id, outcome } of receipts) {
    const which = and(eq(upperReceipt.organisation, organisationId), eq(upperReceipt.changeId, id))
    await tx.delete(upperReceipt).where(which)
    if (outcome.result === 'conflict' || outcome.result === 'held' || outcome.result === 'rejected') {
      await tx.insert(upperReceipt).values({ organisation: organisationId, changeId: id, outcome })
    }
  }
}

/** Takes over an item of the hub above: it goes on to the organisations below that it is for; receipts stay here. */
export async function takeOver(tx: HubQueries, hub: HubIdentity, { kind, body }: WireItem): Promise<void> {
  const item = downwardItemSchema.safeParse({ kind, body })
  if (item.data?.kind !== 'relayed') return
  const { organisations, item: inner } = item.data.body
  if (inner.kind === 'across') {
    const message = acrossMessageSchema.safeParse(inner.body)
    return message.success ? takeAcross(tx, hub, message.data, true) : undefined
  }
  if (inner.kind !== 'receipt') return passDown(tx, organisations, [inner])
  const receipt = receiptSchema.safeParse(inner.body)
  if (!receipt.success) return
  for (const id of organisations) await keepReceipts(tx, id, [receipt.data])
}
