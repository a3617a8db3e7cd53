import type Database from 'better-sqlite3'
import type { MemberFilter, MemberSort } from '../../shared/contract/members'
import type { MemberId } from '../../shared/model/id'
import { perDatabase, type BranchDatabase } from '../branch-database'
import { searchQuery } from '../search'

/** Which members, in which order. */
export interface MemberSelection {
  readonly filter: MemberFilter
  readonly sort: MemberSort
}

interface Parameters {
  readonly match: string | null
  readonly statuses: string
  readonly departments: string
}

/** How many selections stay in memory; each is some megabytes with 100,000 members. */
const SELECTIONS_KEPT = 3

/** What the list is sorted by before the name; columns of `member` are read in its own order, not by an index of theirs. */
const sortColumns: Record<MemberSort['field'], string | null> = {
  name: null,
  department: '+member.department',
  status: 'status',
  birthDate: '+member.birth_date',
  joinDate: '+member.join_date',
  staffNumber: '+member.staff_number',
  updatedAt: 'updated_at',
}

/** Empty values come last in both directions; the member's id decides between equals, so that pages never overlap. */
function orderOf({ field, direction }: MemberSort): string {
  const column = sortColumns[field]
  const first = column === null ? [] : [`${column} IS NULL`, `${column} ${direction}`]
  return [...first, `pinyin ${direction}`, `member_id ${direction}`].join(', ')
}

/** Names only what the filter asks for, so that an index serves the rest. */
function conditions({ statuses, departments }: MemberFilter, { match }: Parameters): string {
  const wanted = [
    ...(match === null ? [] : ['search_id IN (SELECT rowid FROM member_search WHERE member_search MATCH @match)']),
    ...(statuses.length === 0 ? [] : ['status IN (SELECT value FROM json_each(@statuses))']),
    ...(departments.length === 0 ? [] : ['member.department IN (SELECT value FROM json_each(@departments))']),
  ]
  return wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`
}

/** The statement of a selection; members are joined in only where it needs one of their columns. */
function statementOf({ filter, sort }: MemberSelection, parameters: Parameters): string {
  const tail = `${conditions(filter, parameters)} ORDER BY ${orderOf(sort)}`
  const source = tail.includes('member.') ? 'member_standing JOIN member ON member.id = member_id' : 'member_standing'
  return `SELECT member_id FROM ${source} ${tail}`
}

const selector = perDatabase(({ sqlite }) => {
  const statements = new Map<string, Database.Statement<[Parameters], MemberId>>()
  const kept = new Map<string, readonly MemberId[]>()
  const totalChanges = sqlite.prepare<[], number>('SELECT total_changes()').pluck()
  let keptAt: number | undefined

  function prepared(sql: string) {
    const statement = statements.get(sql) ?? sqlite.prepare<[Parameters], MemberId>(sql).pluck()
    statements.set(sql, statement)
    return statement
  }

  return (selection: MemberSelection): readonly MemberId[] => {
    const { search, statuses, departments } = selection.filter
    const parameters = {
      match: searchQuery(search),
      statuses: JSON.stringify(statuses),
      departments: JSON.stringify(departments),
    }
    const sql = statementOf(selection, parameters)
    // What a batch is still writing may be taken back.
    if (sqlite.inTransaction) return prepared(sql).all(parameters)
    const at = totalChanges.get()
    if (at !== keptAt) kept.clear()
    keptAt = at
    const name = JSON.stringify([sql, parameters])
    const ids = kept.get(name) ?? prepared(sql).all(parameters)
    kept.delete(name)
    kept.set(name, ids)
    for (const oldest of [...kept.keys()].slice(0, -SELECTIONS_KEPT)) kept.delete(oldest)
    return ids
  }
})

/**
 * Ids of the members of a selection in its order. Kept until something is written, so that a window anywhere into a
 * long list costs no more than its first rows.
 */
export function selectMembers(db: BranchDatabase, selection: MemberSelection): readonly MemberId[] {
  return selector(db)(selection)
}
