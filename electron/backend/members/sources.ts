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
  const entries = memberQueries(db)
    .sources.all({ id })
    .map((line): Entry => ({ ...line, columns: columnsSchema.parse(JSON.parse(line.after)) }))
  const columns = new Set(entries.flatMap((entry) => Object.keys(entry.columns)))
  return [...columns].flatMap((column) => {
    const field = memberFieldSchema.safeParse(fieldOf('member', column))
    if (!field.success || member[field.data] === null) return []
    const source = sourceOf(entries, column)
    return source === undefined ? [] : [asSource(db, id, field.data, source)]
  })
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
