import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries } from '../../../../db/queries/care/gifts'
import type { CareFigure } from '../../../../shared/contract/care/gifts'
import type { CareKind } from '../../../../shared/model/care-gift'
import type { Day } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { monthOf, monthsBetween } from '../../../../shared/rules/date'

/** What gifts reached and cost between two days, both included, by kind; see the contract. */
export function careFigures(db: BranchDatabase, from: Day, until: Day): CareFigure[] {
  const { sumsByKind, activeMembers, birthdaysByMonth } = giftQueries(db)
  const months = new Set(monthsBetween(monthOf(from), monthOf(until)).map((month) => month.slice(5)))

  function entitledTo(kind: CareKind): number | null {
    if (kind === 'springFestival' || kind === 'otherFestival') return activeMembers.get() ?? 0
    if (kind !== 'birthday') return null
    return birthdaysByMonth
      .all()
      .filter(({ month }) => months.has(month))
      .reduce((sum, { members }) => sum + members, 0)
  }

  return sumsByKind.all({ from, until }).map(({ people, ...sums }) => ({
    ...sums,
    people,
    perHead: fenSchema.parse(Math.round(sums.amount / people)),
    entitled: entitledTo(sums.kind),
  }))
}
