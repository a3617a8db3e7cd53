import type { BranchDatabase } from '../../../db/branch-database'
import { batchEffects, type EffectEntry } from '../../../db/queries/batch-effects'
import { batchQueries } from '../../../db/queries/batches'
import type { Batch, BatchDetail, RecordEffect } from '../../../shared/contract/batches'
import type { BatchId } from '../../../shared/model/id'
import { rosterImportIdSchema } from '../../../shared/model/id'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { shownChanges } from '../shown-changes'

/** A batch with what it did, in numbers. */
export function detailOf(db: BranchDatabase, batch: Batch): BatchDetail {
  const effects = { added: 0, changed: 0, removed: 0 }
  const { counts, origin } = batchEffects(db)
  for (const { effect, count } of counts.all({ id: batch.id })) effects[effect] = count
  const { actor = LOCAL_ACTOR, importId = null } = origin.get(batch.id) ?? {}
  return { ...batch, effects, actor, importId: importId === null ? null : rosterImportIdSchema.parse(importId) }
}

/** What a batch did, record by record in the order of the batch, as it may leave the backend. */
export function effectsOf(
  db: BranchDatabase,
  input: Parameters<ReturnType<typeof batchEffects>['page']['all']>[0],
): { total: number; rows: RecordEffect[] } {
  const { page, total } = batchEffects(db)
  const records = new Map<string, EffectEntry[]>()
  for (const entry of page.all(input)) {
    const entries = records.get(entry.recordId)
    if (entries === undefined) records.set(entry.recordId, [entry])
    else entries.push(entry)
  }
  return {
    total: total.get(input) ?? 0,
    rows: [...records.values()].flatMap((entries) => recordEffect(db, input.id, entries)),
  }
}

function recordEffect(db: BranchDatabase, batchId: BatchId, entries: readonly EffectEntry[]): RecordEffect[] {
  const [first] = entries
  if (first === undefined) return []
  const { recordId, effect } = first
  const { memberOf, places } = batchEffects(db)
  return [
    {
      recordId,
      memberId: memberOf.get(recordId) ?? null,
      name: batchQueries(db).nameOfRow.get({ id: recordId }) ?? '',
      effect,
      places: places.all(batchId, recordId),
      entries: entries.map((entry) => ({
        table: entry.table,
        operation: entry.operation,
        changes: shownChanges(db, entry),
      })),
    },
  ]
}
