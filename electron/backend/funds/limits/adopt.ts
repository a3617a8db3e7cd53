import type { BranchDatabase } from '../../../../db/branch-database'
import { limitQueries } from '../../../../db/queries/funds/limits'
import { limitTables } from '../../../../shared/codes/limits'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import { newId, spendingLimitIdSchema, type BatchId } from '../../../../shared/model/id'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { adoptionOf } from '../../../../shared/rules/funds/limit-tables'

/** Takes over items of a table, see the contract. Throws NOT_FOUND. */
export function adoptLimits(
  db: BranchDatabase,
  { table: key, items, from }: { readonly table: string; readonly items: readonly LimitItem[]; readonly from: Day },
): { batchId: BatchId } {
  const table = limitTables.find((candidate) => candidate.key === key)
  if (table === undefined) throw failure('NOT_FOUND')
  const { list, insert, end, remove } = limitQueries(db)
  const { added, ended, removed } = adoptionOf(table, items, list.all(), from)
  if (added.length === 0) throw failure('NOT_FOUND')
  const { batchId } = db.writeBatch({ kind: 'limit', title: table.region }, () => {
    for (const { limit, validUntil } of ended) end.run({ id: limit.id, validUntil })
    for (const { id } of removed) remove.run(id)
    for (const limit of added) insert.run({ ...limit, id: newId(spendingLimitIdSchema) })
    return { count: added.length + ended.length + removed.length, result: null }
  })
  return { batchId }
}
