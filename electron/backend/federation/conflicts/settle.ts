import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import { batchQueries } from '../../../../db/queries/batches'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { syncedRows } from '../../../../db/undo/synced-rows'
import type { CaseChoice } from '../../../../shared/contract/federation/conflicts'
import { failure } from '../../../../shared/contract/errors'
import { memberIdSchema, type BatchId } from '../../../../shared/model/id'
import { memberFieldSchema } from '../../../../shared/model/member'
import { sheetWords } from '../../../../shared/rules/roster/sheet-words'
import type { Columns, SyncedTable } from '../../../../shared/sync/change'
import { settlingSteps, wantedColumns, type RowStep, type SettlingChoice } from '../../../../shared/sync/settle'
import { invalidColumn } from '../../../../shared/sync/valid-columns'
import { fieldOf } from '../../shown-changes'
import { isConstraint } from '../is-constraint'
import { caseOf, columnsOf, differenceOf, putCase, rowHere, type Case } from './case'
import { deletedPartsOf, partsHere, type PartRow } from './parts'

/** What is written of a case: the row step by step, and the rows that come back or go with it. */
interface Settlement {
  readonly steps: readonly RowStep[]
  readonly partsBack: readonly PartRow[]
  readonly partsGone: readonly PartRow[]
}

/** What the remark says of a value of the union above that stays beside the branch's own. */
function besides(by: string | null, table: SyncedTable, column: string, value: string): string {
  const field = memberFieldSchema.safeParse(fieldOf(table, column))
  const name = field.success ? sheetWords['zh-CN'].headings[field.data] : column
  return `另有${name}：${value}${by === null ? '' : `（${by}）`}`
}

/** The row as it was before it was deleted here, with what the hub has of it; empty texts there stand for what was not sent. */
function wholeRow(before: Columns, theirs: Columns): Columns {
  const known = Object.entries(theirs).filter(([name, value]) => value !== '' || !(name in before))
  return { ...before, ...Object.fromEntries(known) }
}

function settlementOf(db: BranchDatabase, found: Case, choiceOf: (column: string) => SettlingChoice): Settlement {
  const { table, rowId, theirs, theirsBy } = found
  const here = rowHere(db, found)
  const difference = differenceOf(here, found)
  const nothing = { steps: [], partsBack: [], partsGone: [] }
  if (difference === null) return nothing
  // A row is there or not: one choice for all of it.
  const takesTheirs = choiceOf(found.fields[0] ?? 'id') === 'theirs'
  if (difference.kind === 'deletedThere') {
    if (here === null) return nothing
    const parts = partsHere(db, table, rowId)
    const steps = settlingSteps(here, null, takesTheirs ? null : here)
    return { steps, partsGone: parts, partsBack: takesTheirs ? [] : parts }
  }
  if (difference.kind === 'deletedHere') {
    const deletion = conflictQueries(db).entriesOfRow.all({ table, rowId }).at(-1)
    const before = deletion?.operation === 'delete' ? columnsOf(deletion.before) : {}
    const row = wholeRow({ id: rowId, ...before }, theirs ?? {})
    const partsBack = takesTheirs && deletion !== undefined ? deletedPartsOf(db, table, rowId, deletion) : []
    return { steps: settlingSteps(null, row, takesTheirs ? row : null), partsBack, partsGone: [] }
  }
  if (here === null || theirs === null) return nothing
  // What only the branch had changed in a refused entry is not in dispute.
  const undisputed = new Set(difference.columns.filter((column) => !found.fields.includes(column)))
  const isDisputed = difference.columns.length > undisputed.size
  const wanted = wantedColumns(
    table,
    here,
    theirs,
    (column) => (isDisputed && undisputed.has(column) ? 'mine' : choiceOf(column)),
    (column, value) => besides(theirsBy, table, column, value),
  )
  return { ...nothing, steps: settlingSteps(here, theirs, wanted) }
}

function done(db: BranchDatabase, table: SyncedTable, rowId: string, step: RowStep): boolean {
  const row = syncedRows(db)[table]
  switch (step.kind) {
    case 'insert':
      return row.insert(step.row)
    case 'update':
      return row.set(rowId, step.columns)
    case 'delete':
      return row.remove(rowId).changes === 1
  }
}

function write(db: BranchDatabase, { table, rowId }: Case, { steps, partsBack, partsGone }: Settlement): void {
  const rows = syncedRows(db)
  const last = steps.at(-1)
  const isDeleted = last?.kind === 'delete'
  if (!isDeleted && last !== undefined) {
    const end = last.kind === 'insert' ? last.row : last.columns
    if (invalidColumn(table, end) !== null) throw failure('CONFLICT_VALUE_INVALID')
  }
  for (const part of partsGone.toReversed()) rows[part.table].remove(part.rowId)
  for (const step of steps) if (!done(db, table, rowId, step)) throw failure('CONFLICT_BLOCKED')
  for (const part of partsBack) {
    if (!rows[part.table].insert(part.row)) throw failure('CONFLICT_BLOCKED')
  }
  const isUsed =
    isDeleted && rows[table].referrers.some(({ table: by, ids }) => by !== 'member_photo' && ids.get(rowId))
  if (isUsed) throw failure('CONFLICT_BLOCKED')
}

/**
 * Settles cases as they were chosen in one batch, written so that the hub accepts it. Throws NOT_FOUND for one that is not
 * open any more, CONFLICT_BLOCKED and CONFLICT_VALUE_INVALID, which leave all of them open.
 */
export function settleCases(db: BranchDatabase, choices: readonly CaseChoice[]): { batchId: BatchId; settled: number } {
  const queries = conflictQueries(db)
  const cases = choices.map((choice) => {
    const stored = queries.isOpen.get(choice.id) === 1 ? queries.get.get(choice.id) : undefined
    if (stored === undefined) throw failure('NOT_FOUND')
    return { found: caseOf(stored), choice }
  })
  const [first] = cases
  const name = first === undefined ? undefined : batchQueries(db).nameOfRow.get({ id: first.found.rowId })
  const title = cases.length === 1 && name !== undefined ? name : `${cases.length} 条`
  try {
    const { batchId } = db.writeBatch({ kind: 'settling', title }, (id) => {
      // A row that goes and comes back in one act is not missed by those that belong to it.
      db.sqlite.pragma('defer_foreign_keys = ON')
      for (const { found, choice } of cases) {
        const choiceOf = (column: string) => choice.fields[fieldOf(found.table, column) ?? column] ?? choice.choice
        const here = rowHere(db, found)
        const settlement = settlementOf(db, found, choiceOf)
        write(db, found, settlement)
        const memberId = memberIdSchema.safeParse(found.rowId)
        if (settlement.steps.at(-1)?.kind === 'delete' && found.table === 'member' && memberId.success) {
          const subject = batchQueries(db).nameOfRow.get({ id: found.rowId }) ?? ''
          logAccess(db, { kind: 'deletion', memberId: memberId.data, subject, count: 1 })
        }
        const names = Object.keys(found.theirs ?? found.mine ?? {})
        const mine = here === null ? null : Object.fromEntries(names.map((column) => [column, here[column] ?? null]))
        putCase(db, { ...found, mine, batchId: id })
        queries.markSettled.run({ rowId: found.rowId })
      }
      return { count: cases.length, result: null }
    })
    return { batchId, settled: cases.length }
  } catch (error) {
    if (isConstraint(error)) throw failure('CONFLICT_BLOCKED')
    throw error
  }
}
