import type { HubIdentity } from '../shared/contract/hub'
import type { HubQueries } from './database'
import type { TouchedRow } from './decisions'
import { keepFigures } from './figures'
import { followTransfers } from './transfers/effect'

/** What follows at the hub from records of an organisation that accepted entries changed, in their transaction. */
type Effect = (
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  touched: readonly TouchedRow[],
) => Promise<void>

const effects: readonly Effect[] = [
  (tx, _, organisationId, touched) => keepFigures(tx, organisationId, touched),
  followTransfers,
]

/** Does everything that follows from changed records; the organisation is locked by the transaction that is open. */
export async function applyEffects(...[tx, hub, organisationId, touched]: Parameters<Effect>): Promise<void> {
  if (touched.length === 0) return
  for (const effect of effects) await effect(tx, hub, organisationId, touched)
}
