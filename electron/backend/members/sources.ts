import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries, type SourceLine } from '../../../db/queries/members'
import { batchEffects } from '../../../db/queries/batch-effects'
import { fieldSourceSchema, type FieldSource } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldSchema } from '../../../shared/model/member'
import { columnsSchema, type Columns } from '../../../shared/sync/change'
import { fieldOf } from '../shown-changes'
import { requireMember } from './require-member'

type Entry = SourceLine & { readonly columns: Columns }

/**
 * Where each value of a member comes from: the entry that set it last, and for a value that an undo gave back, the one
 * that had set it before. Throws NOT_FOUND.
 */
export function sourcesOf(db: BranchDatabase, id: MemberId): FieldSource[] {
  const member = requireMember(db, id)
  const { customValues } = memberQueries(db)
  const entries = entriesOf(db, id)
  const columns = new Set(entries.flatMap((entry) => Object.keys(entry.columns)))
  const wanted = [...columns].flatMap((column) => {
    const field = memberFieldSchema.safeParse(fieldOf('member', column))
    return field.success && member[field.data] !== null ? [{ field: field.data, entries, column }] : []
  })
  const own = customValues
    .all(id)
    .map(({ id: rowId, fieldId }) => ({ field: fieldId, entries: entriesOf(db, rowId), column: 'value' }))
  return [...wanted, ...own].flatMap(({ field, entries: lines, column }) => {
    const source = sourceOf(lines, column)
    return source === undefined ? [] : [asSource(db, id, field, source)]
  })
}

/** What was written into a row, oldest first. */
function entriesOf(db: BranchDatabase, rowId: string): readonly Entry[] {
  return memberQueries(db)
    .sources.all({ id: rowId })
    .map((line) => ({ ...line, columns: columnsSchema.parse(JSON.parse(line.after)) }))
}

/** @param entries oldest first */
function sourceOf(entries: readonly Entry[], column: string): Entry | undefined {
  const last = entries.findLast(({ columns }) => column in columns)
  if (last?.batchKind !== 'undo') return last
  const value = last.columns[column]
  const earlier = entries.slice(0, entries.indexOf(last))
  return earlier.findLast(({ batchKind, columns }) => batchKind !== 'undo' && columns[column] === value) ?? last
}

function asSource(
  db: BranchDatabase,
  id: MemberId,
  field: FieldSource['field'],
  { at, actor, batchId, batchKind, batchTitle, importId }: Entry,
): FieldSource {
  return fieldSourceSchema.parse({
    field,
    at,
    actor,
    batch: batchId === null ? null : { id: batchId, kind: batchKind, title: batchTitle },
    importId,
    places: batchId === null ? [] : batchEffects(db).places.all(batchId, id),
  })
}
