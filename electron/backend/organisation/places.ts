import { completed, type BatchToWrite, type BranchDatabase } from '../../../db/branch-database'
import { organisationQueries, type NamedPlace } from '../../../db/queries/organisation'
import type { BatchId, MemberId } from '../../../shared/model/id'

/** A member and the names that their record shall have. */
export type Placement = NamedPlace & { readonly id: MemberId }

/** Rows written between two chances for other work of the process; so many are written at once. */
const ROWS_A_STEP = 1000

/** Everybody with these names whose record `to` would change, with what it would say; a null group is every group. */
export function placementsOf(
  db: BranchDatabase,
  named: NamedPlace,
  to: (place: NamedPlace) => NamedPlace,
): readonly Placement[] {
  return organisationQueries(db)
    .namedSo.all(named)
    .flatMap(({ id, ...place }) => {
      const wanted = to(place)
      return wanted.department === place.department && wanted.unionGroup === place.unionGroup ? [] : [{ id, ...wanted }]
    })
}

/**
 * Writes units and the members that belong to them as one batch.
 * @param writeUnits answers how many units it wrote
 */
export async function writePlaces(
  db: BranchDatabase,
  batch: BatchToWrite,
  placements: readonly Placement[],
  writeUnits: () => number,
): Promise<{ batchId: BatchId; members: number }> {
  const { setPlace } = organisationQueries(db)
  const count = (units: number) => ({ count: units + placements.length, result: placements.length })
  if (placements.length <= ROWS_A_STEP) {
    const { batchId, result } = db.writeBatch(batch, () => {
      const units = writeUnits()
      for (const placement of placements) setPlace.run(placement)
      return count(units)
    })
    return { batchId, members: result }
  }
  const steps = db.writeBatchInSteps(batch, function* () {
    const units = writeUnits()
    for (const [index, placement] of placements.entries()) {
      setPlace.run(placement)
      if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield
    }
    return count(units)
  })
  const { batchId, result } = await completed(steps)
  return { batchId, members: result }
}
