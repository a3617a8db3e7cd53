import type { BranchDatabase } from '../../../../db/branch-database'
import { arrearsQueries } from '../../../../db/queries/dues/arrears'
import { debtorStandingSchema, type ArrearsOverview } from '../../../../shared/contract/dues/arrears'
import {
  arrearsBandSchema,
  arrearsDueSchema,
  type ArrearsBand,
  type ArrearsDue,
} from '../../../../shared/model/arrears'
import type { Day, Month } from '../../../../shared/model/date'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { monthOf } from '../../../../shared/rules/date'
import { arrearsTermsOf, isStricterThanCharter } from '../../../../shared/rules/dues/arrears-course'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { shareOf } from './conditions'
import { allReckoned } from './debtors'

/** Members and what they owe, counted up. */
class Sums<Key> {
  readonly #sums = new Map<Key, { members: number; amount: number }>()

  add(key: Key, amount: Fen): void {
    const known = this.#sums.get(key)
    if (known === undefined) this.#sums.set(key, { members: 1, amount })
    else {
      known.members++
      known.amount += amount
    }
  }

  get(key: Key): { members: number; amount: Fen } {
    const { members, amount } = this.#sums.get(key) ?? { members: 0, amount: 0 }
    return { members, amount: fenSchema.parse(amount) }
  }

  keys(): Key[] {
    return [...this.#sums.keys()]
  }
}

const ALL = 'all'

/** Arrears by length, group and month, and the steps due, see the contract. */
export async function arrearsOverview(db: BranchDatabase, today: Day): Promise<ArrearsOverview> {
  const { rules, heldLists } = arrearsQueries(db)
  const terms = arrearsTermsOf(rules.all(), monthOf(today))
  const bands = new Sums<ArrearsBand>()
  const months = new Sums<Month>()
  const due = new Sums<ArrearsDue>()
  const total = new Sums<typeof ALL>()
  const apart = new Sums<string>()
  const groups = new Map<
    string,
    { department: string | null; unionGroup: string | null; bands: Sums<ArrearsBand>; total: Sums<typeof ALL> }
  >()
  for (const { debtor, standing } of await allReckoned(db, today)) {
    for (const name of debtorStandingSchema.options) {
      const share = shareOf(debtor, name)
      if (share > 0) apart.add(name, share)
    }
    const { department, unionGroup, band, owed } = debtor
    if (debtor.standing !== 'owes') continue
    total.add(ALL, owed)
    bands.add(band, owed)
    for (const { month, state, open } of standing.months) if (state === 'owed') months.add(month, open)
    if (debtor.due !== null) due.add(debtor.due, owed)
    const key = JSON.stringify([department, unionGroup])
    const group = groups.get(key) ?? {
      department,
      unionGroup,
      bands: new Sums<ArrearsBand>(),
      total: new Sums<typeof ALL>(),
    }
    groups.set(key, group)
    group.bands.add(band, owed)
    group.total.add(ALL, owed)
  }
  const bandsOf = (sums: Sums<ArrearsBand>) => arrearsBandSchema.options.map((band) => ({ band, ...sums.get(band) }))
  const held = heldLists.all()
  return {
    terms,
    isStricter: isStricterThanCharter(terms),
    total: total.get(ALL),
    bands: bandsOf(bands),
    groups: [...groups.values()]
      .map(({ department, unionGroup, ...sums }) => ({
        department,
        unionGroup,
        ...sums.total.get(ALL),
        bands: bandsOf(sums.bands),
      }))
      .sort((left, right) => byName(left.department, right.department) || byName(left.unionGroup, right.unionGroup)),
    months: months
      .keys()
      .sort()
      .map((month) => ({ month, ...months.get(month) })),
    due: arrearsDueSchema.options.flatMap((step) => {
      const { members } = due.get(step)
      return members === 0 ? [] : [{ due: step, members }]
    }),
    apart: debtorStandingSchema.exclude(['owes']).options.flatMap((standing) => {
      const sum = apart.get(standing)
      return sum.members === 0 ? [] : [{ standing, ...sum }]
    }),
    held: { lists: held.length, amount: sumOf(held) },
  }
}

const names = new Intl.Collator('zh-CN', { numeric: true })

/** Who has none comes last. */
function byName(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return names.compare(left, right)
}
