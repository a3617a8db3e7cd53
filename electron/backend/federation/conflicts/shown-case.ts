import { z } from 'zod'
import type { BranchDatabase } from '../../../../db/branch-database'
import { batchEffects } from '../../../../db/queries/batch-effects'
import { batchQueries } from '../../../../db/queries/batches'
import { conflictQueries, type RowEntry, type StoredConflict } from '../../../../db/queries/conflicts'
import type { ConflictCase, ConflictField } from '../../../../shared/contract/federation/conflicts'
import { momentSchema } from '../../../../shared/model/date'
import { memberIdSchema, type MemberId } from '../../../../shared/model/id'
import type { Columns } from '../../../../shared/sync/change'
import { SENSITIVE_MASK } from '../../../../shared/sync/sensitive'
import { bothWayOf } from '../../../../shared/sync/settle'
import { tableRules } from '../../../../shared/sync/tables'
import { fieldOf, shownField, shownText } from '../../shown-changes'
import { caseOf, columnsOf, differenceOf, rowHere, type Case } from './case'

/** What is kept of a correction beside the record. */
const keptCorrectionSchema = z.object({
  by: z.string(),
  reason: z.string(),
  at: momentSchema,
  fields: z.array(z.string()),
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The two sides of a case as they are shown: what stands here, or stood here before it was deleted. */
export function sidesOf(db: BranchDatabase, found: Case): { readonly mine: Columns; readonly theirs: Columns } {
  const here = found.batchId === null || isOpen(db, found) ? rowHere(db, found) : found.mine
  const last = conflictQueries(db).entriesOfRow.all(found).at(-1)
  const before = last?.operation === 'delete' ? columnsOf(last.before) : {}
  return { mine: here ?? before, theirs: found.theirs ?? {} }
}

function isOpen(db: BranchDatabase, { changeId }: Case): boolean {
  return conflictQueries(db).isOpen.get(changeId) === 1
}

/** Which columns a case is about: those in dispute while they differ, else what else differs. */
function columnsOfCase(found: Case, mine: Columns, theirs: Columns): readonly string[] {
  if (found.theirs === null || found.mine === null) return found.fields
  const differing = Object.keys(theirs).filter((name) => (theirs[name] ?? null) !== (mine[name] ?? null))
  const disputed = differing.filter((name) => found.fields.includes(name))
  return disputed.length > 0 ? disputed : differing
}

function shownFieldOf(db: BranchDatabase, found: Case, column: string, mine: Columns, theirs: Columns) {
  const { table, rowId } = found
  const field = fieldOf(table, column)
  if (field === null) return []
  const name = shownField(db, { table, rowId, field })
  if (name === null) return []
  const shown = (columns: Columns) => shownText(db, { table, rowId, field, value: columns[column] })
  const isMaskedIn = (columns: Columns) => {
    const raw = columns[column]
    const text = shown(columns)
    return typeof raw === 'string' && !uuid.test(raw) && text !== raw && text !== SENSITIVE_MASK
  }
  const line: ConflictField = {
    field: name,
    key: field,
    mine: shown(mine),
    theirs: found.theirs === null ? null : shown(theirs),
    isMasked: isMaskedIn(mine) || isMaskedIn(theirs),
    bothWay: found.theirs === null ? null : bothWayOf(table, column),
  }
  return [line]
}

/** Whose record a case is about, while the member is here. */
export function memberOfCase(db: BranchDatabase, { table, rowId }: Case, sides: Columns[]): MemberId | null {
  const named = table === 'member' ? rowId : sides.map((side) => side['member_id']).find((id) => typeof id === 'string')
  const id = memberIdSchema.safeParse(named)
  return id.success ? (batchEffects(db).memberOf.get(id.data) ?? null) : null
}

const writes = (entry: RowEntry, fields: readonly string[]) =>
  entry.operation !== 'update' || fields.some((name) => name in columnsOf(entry.after))

/** A case as it may leave the backend. */
export function shownCase(db: BranchDatabase, stored: StoredConflict): ConflictCase {
  const found = caseOf(stored)
  const { mine, theirs } = sidesOf(db, found)
  const isSettled = !isOpen(db, found)
  const kind = isSettled
    ? found.theirs === null
      ? 'deletedThere'
      : found.mine === null
        ? 'deletedHere'
        : 'values'
    : (differenceOf(rowHere(db, found), found)?.kind ?? 'values')
  const about = new Set(columnsOfCase(found, mine, theirs))
  const memberId = memberOfCase(db, found, [mine, theirs])
  const { entriesOfRow, correctionsOfRow } = conflictQueries(db)
  const own = entriesOfRow.all(found).findLast((entry) => writes(entry, found.fields))
  const correction = correctionsOfRow
    .all(found.rowId)
    .map(({ body }) => keptCorrectionSchema.parse(JSON.parse(body)))
    .find(({ fields }) => fields.some((name) => found.fields.includes(name)))
  return {
    id: found.changeId,
    table: found.table,
    memberId,
    name: batchQueries(db).nameOfRow.get({ id: memberId ?? found.rowId }) ?? '',
    kind,
    fields: Object.keys(tableRules[found.table].columns)
      .filter((column) => about.has(column))
      .flatMap((column) => shownFieldOf(db, found, column, mine, theirs)),
    mineAt: own?.at ?? null,
    theirsBy: found.theirsBy,
    theirsAt: found.theirsAt,
    reason: correction?.reason ?? null,
    batchId: isSettled ? found.batchId : null,
    settledAt: isSettled && found.batchId !== null ? (batchQueries(db).get.get(found.batchId)?.at ?? null) : null,
  }
}
