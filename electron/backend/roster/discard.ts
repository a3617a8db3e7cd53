import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { now } from '../../../shared/model/date'
import type { RosterImportId } from '../../../shared/model/id'
import { importOf } from './staging'

/** Gives up the rows that wait; an import that wrote some stays as a record of what it did. Throws NOT_FOUND. */
export function discard(db: BranchDatabase, id: RosterImportId): void {
  const { batchId } = importOf(db, id)
  const { deleteFile, deleteImport, deleteRows, finish } = rosterQueries(db)
  db.write(() => {
    if (batchId === null) {
      deleteImport.run(id)
      return
    }
    deleteRows.run(id)
    finish.run({ id, at: now() })
    deleteFile.run(id)
  })
}
