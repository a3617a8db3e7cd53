import type { BranchDatabase } from '../../../../db/branch-database'
import { conflictQueries, type RowEntry, type StoredConflict } from '../../../../db/queries/conflicts'
import { syncedRows } from '../../../../db/undo/synced-rows'
import { columnsSchema, type Columns, type SyncedTable } from '../../../../shared/sync/change'
import { differingColumns } from '../../../../shared/sync/settle'
import { tableRules } from '../../../../shared/sync/tables'

/** A case with its columns read. */
export interface Case extends Omit<StoredConflict, 'fields' | 'mine' | 'theirs'> {
  /** The columns in dispute. */
  readonly fields: readonly string[]
  /** The columns that this branch wrote and the hub did not take; null for a deletion. */
  readonly mine: Columns | null
  /** What is known of the hub's row; null where it is deleted there. */
  readonly theirs: Columns | null
}

export const columnsOf = (json: string): Columns => columnsSchema.parse(JSON.parse(json))
const columnsOrNull = (json: string): Columns | null => columnsSchema.nullable().parse(JSON.parse(json))

export function caseOf({ fields, mine, theirs, ...stored }: StoredConflict): Case {
  return {
    ...stored,
    fields: columnsSchema.keyType.array().parse(JSON.parse(fields)),
    mine: columnsOrNull(mine),
    theirs: columnsOrNull(theirs),
  }
}

export function putCase(db: BranchDatabase, { fields, mine, theirs, ...stored }: Case): void {
  conflictQueries(db).put.run({
    ...stored,
    fields: JSON.stringify(fields),
    mine: JSON.stringify(mine),
    theirs: JSON.stringify(theirs),
  })
}

/** The columns that this program knows; a newer hub may name others. */
export function knownColumns(table: SyncedTable, columns: Columns): Columns {
  const { columns: rules } = tableRules[table]
  return Object.fromEntries(Object.entries(columns).filter(([name]) => name in rules))
}

/** The row of a case as it stands here; null when it is not there. */
export function rowHere(db: BranchDatabase, { table, rowId }: Pick<Case, 'table' | 'rowId'>): Columns | null {
  return syncedRows(db)[table].get.get(rowId) ?? null
}

/** Entries of a row as the rules of settling read them. */
export function readEntry({ operation, after }: RowEntry) {
  return { operation, after: columnsOf(after) }
}

/** How the two sides of a case differ as things stand; null when they do not. */
export function differenceOf(
  here: Columns | null,
  { theirs, fields }: Pick<Case, 'theirs' | 'fields'>,
): { readonly kind: 'values' | 'deletedHere' | 'deletedThere'; readonly columns: readonly string[] } | null {
  if (here === null) return theirs === null ? null : { kind: 'deletedHere', columns: fields }
  if (theirs === null) return { kind: 'deletedThere', columns: fields }
  const columns = differingColumns(here, theirs)
  return columns.length === 0 ? null : { kind: 'values', columns }
}

/** Closes the cases whose two sides say the same by now. */
export function closeAgreed(db: BranchDatabase): void {
  const { allOpen, remove, markSettled } = conflictQueries(db)
  for (const stored of allOpen.all()) {
    const found = caseOf(stored)
    if (found.batchId !== null || differenceOf(rowHere(db, found), found) !== null) continue
    remove.run(found.changeId)
    markSettled.run({ rowId: found.rowId })
  }
}
