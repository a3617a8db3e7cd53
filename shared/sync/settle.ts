import type { Change, Columns, SyncedTable } from './change'
import { tableRules } from './tables'

/*
 * Settling what branch and hub say differently, see `federation/PROTOCOL.md` under Settling conflicts. Pure: columns of a
 * row as the change log names them, null for a row that is not there.
 */

/** One write of a row; the hub accepts them in their order. */
export type RowStep =
  | { readonly kind: 'insert'; readonly row: Columns }
  | { readonly kind: 'update'; readonly columns: Columns }
  | { readonly kind: 'delete' }

const isSame = (a: Columns[string] | undefined, b: Columns[string] | undefined) => (a ?? null) === (b ?? null)

/** The columns of `to` that say something else than `from`. */
function news(from: Columns, to: Columns): Columns {
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => !isSame(from[name], value)))
}

function update(from: Columns, to: Columns): RowStep[] {
  const columns = news(from, to)
  return Object.keys(columns).length === 0 ? [] : [{ kind: 'update', columns }]
}

/** Which of the columns that are known of the hub's row differ from the branch's. */
export function differingColumns(mine: Columns, theirs: Columns): string[] {
  return Object.keys(news(mine, theirs))
}

/**
 * How a row comes to be as it was chosen: first what the hub has, so that it merges, then the choice, whose author has
 * seen the hub's then.
 * @param mine the row here
 * @param theirs what is known of the hub's row; all of it where the row is not here
 * @param wanted the columns that were chosen; null where the row is to be gone
 */
export function settlingSteps(mine: Columns | null, theirs: Columns | null, wanted: Columns | null): RowStep[] {
  if (theirs === null) {
    if (mine === null) return []
    return [{ kind: 'delete' }, ...(wanted === null ? [] : [{ kind: 'insert' as const, row: { ...mine, ...wanted } }])]
  }
  if (mine === null) {
    const then: RowStep[] = wanted === null ? [{ kind: 'delete' }] : update(theirs, wanted)
    return [{ kind: 'insert', row: theirs }, ...then]
  }
  const merged = { ...mine, ...theirs }
  return [...update(mine, theirs), ...(wanted === null ? [{ kind: 'delete' as const }] : update(merged, wanted))]
}

type Entry = Pick<Change, 'operation' | 'after'>

/** What a conflict receipt says of a row. */
export interface Dispute {
  readonly fields: readonly string[]
  readonly theirs: Columns | null
}

/**
 * Whether the branch has written what the hub has since the entry in conflict, so that nothing is open any more.
 * @param later the row's entries after it
 */
export function isAnswered({ fields, theirs }: Dispute, later: readonly Entry[]): boolean {
  if (theirs === null) return later.some(({ operation }) => operation === 'delete')
  return fields.every((name) =>
    later.some(({ operation, after }) => {
      const isNamed = operation === 'insert' || name in after
      return operation !== 'delete' && isNamed && isSame(after[name], theirs[name])
    }),
  )
}

/**
 * Whether the branch has written a corrected value since it last had the one that was corrected.
 * @param log the row's entries, oldest first
 */
export function wroteSince(log: readonly Entry[], name: string, before: Columns[string], after: Columns[string]) {
  const wrote = (value: Columns[string]) => (entry: Entry) =>
    entry.operation !== 'delete' &&
    (entry.operation === 'insert' || name in entry.after) &&
    isSame(entry.after[name], value)
  return log.slice(log.findLastIndex(wrote(before)) + 1).some(wrote(after))
}

/** How both values of a column can stay: one text after the other, or the hub's in the row's remark. */
export type BothWay = 'joined' | 'remarked'

const textsThatJoin = new Set(['remark', 'note', 'specialty'])
const remarkedOfMember = new Set(['phone', 'email', 'address'])

/** How both values of a column can stay; null when one of them has to go. */
export function bothWayOf(table: SyncedTable, column: string): BothWay | null {
  if (table === 'member' && remarkedOfMember.has(column)) return 'remarked'
  return textsThatJoin.has(column) && tableRules[table].columns[column]?.kind === 'text' ? 'joined' : null
}

/** Two texts in one; a text that holds the other already is enough. */
export function joinedTexts(mine: string | null, theirs: string | null): string | null {
  if (mine === null || theirs === null) return mine ?? theirs
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}；${mine}`
}

export type SettlingChoice = 'mine' | 'theirs' | 'both'

/**
 * The columns of a row that is on both sides, as they were chosen.
 * @param choiceOf of a column that differs
 * @param says the remark that keeps the hub's value of a column beside the branch's
 */
export function wantedColumns(
  table: SyncedTable,
  mine: Columns,
  theirs: Columns,
  choiceOf: (column: string) => SettlingChoice,
  says: (column: string, value: string) => string,
): Columns {
  const wanted: Record<string, Columns[string]> = { ...theirs }
  const remarks: string[] = []
  const textOf = (value: Columns[string] | undefined) => (value === null || value === undefined ? null : String(value))
  for (const name of differingColumns(mine, theirs)) {
    const choice = choiceOf(name)
    const way = choice === 'both' ? bothWayOf(table, name) : null
    if (choice === 'theirs') continue
    wanted[name] = mine[name] ?? null
    const [own, other] = [textOf(mine[name]), textOf(theirs[name])]
    if (way === 'joined') wanted[name] = joinedTexts(own, other)
    if (way !== 'remarked' || other === null) continue
    if (own === null) wanted[name] = other
    else remarks.push(says(name, other))
  }
  if (remarks.length > 0) {
    const remark = textOf('remark' in wanted ? wanted['remark'] : mine['remark'])
    wanted['remark'] = remarks.reduce((text: string | null, line) => joinedTexts(line, text), remark)
  }
  return wanted
}
