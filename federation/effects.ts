import { eq } from 'drizzle-orm'
import type { HubIdentity } from '../shared/contract/hub'
import type { HubQueries } from './database'
import type { TouchedRow } from './decisions'
import { keepFigures } from './figures'
import { settleConflicts } from './settled'
import { followTransfers } from './transfers/effect'
import { organisation } from './schema'

/** What follows at the hub from records of an organisation that accepted entries changed, in their transaction. */
type Effect = (
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  touched: readonly TouchedRow[],
) => Promise<void>

/** Figures of what comes by a hub below are that hub's own. */
const keepOwnFigures: Effect = async (tx, _, organisationId, touched) => {
  const [found] = await tx
    .select({ via: organisation.via })
    .from(organisation)
    .where(eq(organisation.organisation, organisationId))
  if (found?.via === null) await keepFigures(tx, organisationId, touched)
}

const effects: readonly Effect[] = [
  keepOwnFigures,
  followTransfers,
  (tx, _, organisationId, touched) => settleConflicts(tx, organisationId, touched),
]

/** Does everything that follows from changed records; the organisation is locked by the transaction that is open. */
export async function applyEffects(...[tx, hub, organisationId, touched]: Parameters<Effect>): Promise<void> {
  if (touched.length === 0) return
  for (const effect of effects) await effect(tx, hub, organisationId, touched)
}
