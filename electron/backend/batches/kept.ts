import type { BranchDatabase } from '../../../db/branch-database'
import { batchQueries } from '../../../db/queries/batches'
import type { KeptRow } from '../../../db/undo'
import { KEPT_LISTED, type KeptItem } from '../../../shared/contract/batches'
import { fieldOf, shownField, shownText } from '../shown-changes'

/** Something that was kept as it may leave the backend. */
export function shownKept(db: BranchDatabase, { table, rowId, memberId, reason, edit, usedBy }: KeptRow): KeptItem {
  const field = edit === null ? null : fieldOf(table, edit.column)
  const value = (side: 'written' | 'current') =>
    edit === null || field === null ? null : shownText(db, { table, rowId, field, value: edit[side] })
  const { nameOfRow } = batchQueries(db)
  return {
    table,
    memberId,
    name: nameOfRow.get({ id: memberId ?? rowId }) ?? '',
    reason,
    field: field === null ? null : shownField(db, { table, rowId, field }),
    written: value('written'),
    current: value('current'),
    usedBy,
  }
}

/** The first of what was kept, and how many there are. */
export function firstKept(db: BranchDatabase, kept: readonly KeptRow[]): { total: number; rows: KeptItem[] } {
  return { total: kept.length, rows: kept.slice(0, KEPT_LISTED).map((row) => shownKept(db, row)) }
}
