import type { BranchDatabase } from '../../../db/branch-database'
import { batchEffects } from '../../../db/queries/batch-effects'
import { memberQueries } from '../../../db/queries/members'
import { historyEntrySchema, type HistoryEntry } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { shownChanges } from '../shown-changes'

/** Everything that happened to a member's record, newest first, as it may leave the backend. */
export function historyOf(db: BranchDatabase, id: MemberId): HistoryEntry[] {
  const { places } = batchEffects(db)
  return memberQueries(db)
    .history.all({ id })
    .map((line) =>
      historyEntrySchema.parse({
        id: line.id,
        at: line.at,
        actor: line.actor,
        table: line.table,
        operation: line.operation,
        batch: line.batchId === null ? null : { id: line.batchId, kind: line.batchKind, title: line.batchTitle },
        places: line.batchId === null ? [] : places.all(line.batchId, id),
        changes: shownChanges(db, line),
      }),
    )
}
