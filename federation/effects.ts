import type { HubIdentity } from '../shared/contract/hub'
import type { HubQueries } from './database'
import type { TouchedRow } from './decisions'
import { keepFigures } from './figures'
import { settleConflicts } from './settled'
import { followTransfers } from './transfers/effect'
import { placeOf } from './transfers/elsewhere'

/**
 * Does everything that follows at the hub from records of an organisation that accepted entries changed, in their
 * transaction, which has locked the organisation.
 */
export async function applyEffects(
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  touched: readonly TouchedRow[],
): Promise<void> {
  if (touched.length === 0) return
  const isOwn = (await placeOf(tx, organisationId)) === 'here'
  // Figures of what comes by a hub below are that hub's own.
  if (isOwn) await keepFigures(tx, organisationId, touched)
  await followTransfers(tx, hub, { branch: organisationId, isOwn }, touched)
  await settleConflicts(tx, organisationId, touched)
}
