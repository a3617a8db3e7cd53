import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { limitQueries, type GivenRow } from '../../../../db/queries/funds/limits'
import { writtenTo } from '../../../../db/written'
import type { LimitTotal } from '../../../../shared/contract/funds/limits'
import type { SpendingLimit } from '../../../../shared/model/fund'
import type { MemberId } from '../../../../shared/model/id'
import type { LimitItem } from '../../../../shared/model/limit-item'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { limitStates, type LimitState } from '../../../../shared/rules/funds/limits'

/** Whether a limit is passed by more than another, or comes closer to it. */
function isTighter(one: LimitState, other: LimitState): boolean {
  if (one.over !== other.over) return one.over > other.over
  return one.allowed - one.after < other.allowed - other.after
}

type Total = Omit<LimitTotal, 'name' | 'department'>

/** What a member was given, item by item, each with the limit that comes closest to it. */
function totalsOf(memberId: MemberId, rows: readonly GivenRow[], limits: readonly SpendingLimit[]): Total[] {
  const items = new Map<LimitItem, GivenRow[]>()
  for (const row of rows) items.set(row.item, [...(items.get(row.item) ?? []), row])
  return [...items].map(([item, own]) => {
    let tightest: LimitState | undefined
    for (const row of own) {
      const others = rows.filter((other) => other !== row)
      for (const state of limitStates(limits, others, row, row.days)) {
        if (tightest === undefined || isTighter(state, tightest)) tightest = state
      }
    }
    return {
      memberId,
      item,
      given: sumOf(own),
      entries: own.reduce((sum, { entries }) => sum + entries, 0),
      limit: tightest?.limit ?? null,
      allowed: tightest?.allowed ?? null,
      left: tightest === undefined ? null : fenSchema.parse(Math.max(0, tightest.allowed - tightest.after)),
      over: tightest?.over ?? fenSchema.parse(0),
    }
  })
}

/** Those over a limit first, then by what is left; without a limit last. */
function byUrgency(one: Total, other: Total): number {
  return other.over - one.over || (one.left ?? Infinity) - (other.left ?? Infinity) || other.given - one.given
}

function named(db: BranchDatabase, total: Total): LimitTotal {
  const { name = '', department = null } = limitQueries(db).member.get(total.memberId) ?? {}
  return { ...total, name, department }
}

/** The totals of the year asked for last, the most urgent first, kept until something is written. */
const keptTotals = perDatabase((db) => {
  let last: { readonly at: number; readonly year: string; readonly totals: readonly Total[] } | null = null
  return (year: string): readonly Total[] => {
    // What a batch is still writing may be taken back.
    if (db.sqlite.inTransaction) return totalsOfYear(db, year)
    const at = writtenTo(db)
    if (last?.at !== at || last.year !== year) last = { at, year, totals: totalsOfYear(db, year) }
    return last.totals
  }
})

function totalsOfYear(db: BranchDatabase, year: string): Total[] {
  const { givenInYear, list } = limitQueries(db)
  const limits = list.all()
  const ofMembers = new Map<MemberId, GivenRow[]>()
  for (const row of givenInYear.iterate({ year })) {
    const known = ofMembers.get(row.memberId)
    if (known === undefined) ofMembers.set(row.memberId, [row])
    else known.push(row)
  }
  return [...ofMembers].flatMap(([memberId, rows]) => totalsOf(memberId, rows, limits)).sort(byUrgency)
}

/** Running totals of all members in a year, see the contract. */
export function limitTotals(
  db: BranchDatabase,
  { year, search, isOverOnly, offset, limit }: Page & { year: string; search: string; isOverOnly: boolean },
): { total: number; over: number; given: Fen; rows: LimitTotal[] } {
  const { member } = limitQueries(db)
  const totals = keptTotals(db)(year).filter(
    ({ memberId }) => search === '' || member.get(memberId)?.name.includes(search) === true,
  )
  const passed = totals.filter(({ over }) => over > 0)
  const shown = isOverOnly ? passed : totals
  return {
    total: shown.length,
    over: passed.length,
    given: fenSchema.parse(shown.reduce((sum, { given }) => sum + given, 0)),
    rows: shown.slice(offset, offset + limit).map((total) => named(db, total)),
  }
}

/** Running totals of a member in a year. */
export function limitTotalsOf(db: BranchDatabase, memberId: MemberId, year: string): LimitTotal[] {
  const { givenTo, list } = limitQueries(db)
  return totalsOf(memberId, givenTo.all({ memberId, year, except: '[]' }), list.all())
    .sort(byUrgency)
    .map((total) => named(db, total))
}
