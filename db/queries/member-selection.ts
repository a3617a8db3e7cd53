import { getTableColumns } from 'drizzle-orm'
import type Database from 'better-sqlite3'
import type { MemberCondition, MemberFilter, MemberSort } from '../../shared/contract/members'
import type { MemberId } from '../../shared/model/id'
import { perDatabase, type BranchDatabase } from '../branch-database'
import { member } from '../schema'
import { isPartOf, searchQuery, searchWords, wordQuery } from '../search'
import { writtenTo } from '../written'
import { noticeStandingOf } from './notices'
import { reportingOf } from './reporting'

/** Which members, in which order. */
export interface MemberSelection {
  readonly filter: MemberFilter
  readonly sort: MemberSort
}

type Parameters = Readonly<Record<string, string | number | null>>

/** A part of a WHERE clause with what it compares to. */
interface Condition {
  readonly sql: string
  readonly parameters: Parameters
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

const found = (parameter: string) =>
  `search_id IN (SELECT rowid FROM member_search WHERE member_search MATCH @${parameter})`
const inList = (column: string, parameter: string) => `${column} IN (SELECT value FROM json_each(@${parameter}))`

/** Each word is looked for in the index, and where it is a part of a department's name in those departments. */
function searchConditions(search: string, departments: readonly string[]): Condition[] {
  const match = searchQuery(search)
  if (match === null) return []
  const words = searchWords(search).map((word) => ({ word, in: departments.filter((name) => isPartOf(word, name)) }))
  if (words.every((word) => word.in.length === 0)) return [{ sql: found('match'), parameters: { match } }]
  return words.map(({ word, in: named }, index) => {
    const [text, list] = [`word${index}`, `named${index}`]
    return {
      sql: `(${found(text)} OR ${inList('member.department', list)})`,
      parameters: { [text]: wordQuery(word), [list]: JSON.stringify(named) },
    }
  })
}

const columns = getTableColumns(member)

function fieldCondition(condition: MemberCondition, index: number): Condition {
  const column = `member.${columns[condition.field].name}`
  const [one, two] = [`one${index}`, `two${index}`]
  switch (condition.is) {
    case 'empty':
      return { sql: `${column} IS NULL`, parameters: {} }
    case 'filled':
      return { sql: `${column} IS NOT NULL`, parameters: {} }
    case 'oneOf':
      return { sql: inList(column, one), parameters: { [one]: JSON.stringify(condition.values) } }
    case 'contains':
      return { sql: `instr(lower(${column}), lower(@${one})) > 0`, parameters: { [one]: condition.text } }
    case 'between': {
      const { from, to } = condition
      if (condition.field === 'wage') {
        const sql = `${column} BETWEEN coalesce(@${one}, ${column}) AND coalesce(@${two}, ${column})`
        return {
          sql,
          parameters: { [one]: from === null ? null : Number(from), [two]: to === null ? null : Number(to) },
        }
      }
      // As many characters as the end has: all of May 1990 lies up to 1990-05.
      const start = `(@${one} IS NULL OR substr(${column}, 1, length(@${one})) >= @${one})`
      const end = `(@${two} IS NULL OR substr(${column}, 1, length(@${two})) <= @${two})`
      return { sql: `${column} IS NOT NULL AND ${start} AND ${end}`, parameters: { [one]: from, [two]: to } }
    }
  }
}

/** Names only what the filter asks for, so that an index serves the rest. */
function conditionsOf(filter: MemberFilter, known: readonly string[]): readonly Condition[] {
  const { search, statuses, departments, conditions, reporting, notices } = filter
  const list = (column: string, parameter: string, values: readonly string[]): Condition[] =>
    values.length === 0 ? [] : [{ sql: inList(column, parameter), parameters: { [parameter]: JSON.stringify(values) } }]
  return [
    ...searchConditions(search, known),
    ...list('status', 'statuses', statuses),
    ...list('member.department', 'departments', departments),
    ...conditions.map(fieldCondition),
    ...list(reportingOf('member_standing.member_id'), 'reporting', reporting),
    ...list(noticeStandingOf('member_standing.member_id'), 'notices', notices),
  ]
}

/** The statement of a selection; members are joined in only where it needs one of their columns. */
function statementOf(conditions: readonly Condition[], sort: MemberSort): string {
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
  const tail = `${where} ORDER BY ${orderOf(sort)}`
  const source = tail.includes('member.') ? 'member_standing JOIN member ON member.id = member_id' : 'member_standing'
  return `SELECT member_id FROM ${source} ${tail}`
}

const selector = perDatabase((db) => {
  const { sqlite, searchIndex } = db
  const statements = new Map<string, Database.Statement<[Parameters], MemberId>>()
  const kept = new Map<string, readonly MemberId[]>()
  /** Jumps from one department to the next in their index. */
  const departments = sqlite
    .prepare<[], string>(
      `WITH RECURSIVE known (unit) AS (
        SELECT min(department) FROM member
        UNION ALL SELECT (SELECT min(department) FROM member WHERE department > unit) FROM known WHERE unit IS NOT NULL
      ) SELECT unit FROM known WHERE unit IS NOT NULL`,
    )
    .pluck()
  let known: readonly string[] = []
  let keptAt: number | undefined

  function prepared(sql: string) {
    const statement = statements.get(sql) ?? sqlite.prepare<[Parameters], MemberId>(sql).pluck()
    statements.set(sql, statement)
    return statement
  }

  return ({ filter, sort }: MemberSelection): readonly MemberId[] => {
    if (searchWords(filter.search).length > 0) searchIndex.complete()
    const at = writtenTo(db)
    if (at !== keptAt) {
      kept.clear()
      known = departments.all()
    }
    // What a batch is still writing may be taken back.
    keptAt = sqlite.inTransaction ? undefined : at
    const conditions = conditionsOf(filter, known)
    const sql = statementOf(conditions, sort)
    const parameters = conditions.reduce<Parameters>((all, condition) => ({ ...all, ...condition.parameters }), {})
    if (sqlite.inTransaction) return prepared(sql).all(parameters)
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
