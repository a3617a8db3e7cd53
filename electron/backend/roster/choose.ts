import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterChoices, RowChoices } from '../../../shared/model/roster'
import { importOf, reassess, stagedRow, type Place } from './staging'

/** Keeps which columns of an import are written, and where a blank takes away. Throws NOT_FOUND. */
export async function choose(db: BranchDatabase, id: RosterImportId, choices: RosterChoices): Promise<void> {
  importOf(db, id)
  db.write(() => rosterQueries(db).setChoices.run({ id, choices: JSON.stringify(choices) }))
  await reassess(db, id)
}

/** Keeps which cells of a row are written. Throws NOT_FOUND. */
export async function chooseCells(
  db: BranchDatabase,
  id: RosterImportId,
  place: Place,
  choices: RowChoices,
): Promise<void> {
  const { position } = stagedRow(db, id, place)
  const kept = Object.keys(choices).length === 0 ? null : JSON.stringify(choices)
  db.write(() => rosterQueries(db).setRowChoices.run({ importId: id, position, choices: kept }))
  await reassess(db, id)
}
