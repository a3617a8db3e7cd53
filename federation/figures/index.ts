import { sql } from 'drizzle-orm'
import type { Outcome } from '../../shared/sync/receipt'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { figure } from '../schema'
import { attentionResults, count, FigureChanges, type Count } from './figure'
import { countMembers } from './members'
import { countParticipations } from './participations'
import { countsOfRow } from './rows'

async function store(tx: HubQueries, organisationId: string, changes: FigureChanges): Promise<void> {
  const counts = changes.list()
  if (counts.length === 0) return
  await tx
    .insert(figure)
    .values(counts.map((line) => ({ organisation: organisationId, ...line })))
    .onConflictDoUpdate({
      target: [figure.organisation, figure.name, figure.period],
      set: { value: sql`${figure.value} + excluded.value` },
    })
}

/** Keeps the figures of an organisation beside its changed records; it is locked by the transaction that is open. */
export async function keepFigures(
  tx: HubQueries,
  organisationId: string,
  touched: readonly TouchedRow[],
): Promise<void> {
  const changes = new FigureChanges()
  for (const { table, before, row } of touched) {
    changes.add(countsOfRow(table, before), -1)
    changes.add(countsOfRow(table, row))
  }
  await countMembers(tx, organisationId, touched, changes)
  await countParticipations(tx, organisationId, touched, changes)
  await store(tx, organisationId, changes)
}

/** What became of an entry; a conflict that was settled needs no look any more. */
type Standing = Outcome['result'] | 'settled'

function attentionOf(result: Standing): Count[] {
  return attentionResults.flatMap((name) => (name === result ? [count(`attention.${name}`, 1)] : []))
}

/**
 * Counts receipts: of new entries, with `before` null, or those that take the place of others. Whoever changes receipts
 * tells it here, in the same transaction and under the organisation's lock.
 */
export async function countReceipts(
  tx: HubQueries,
  organisationId: string,
  receipts: readonly { readonly before: Standing | null; readonly after: Standing }[],
): Promise<void> {
  const changes = new FigureChanges()
  for (const { before, after } of receipts) {
    if (before === null) changes.add([count('entries', 1)])
    else changes.add(attentionOf(before), -1)
    changes.add(attentionOf(after))
  }
  await store(tx, organisationId, changes)
}
