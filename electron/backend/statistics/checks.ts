import type { BranchDatabase } from '../../../db/branch-database'
import { figureQueries } from '../../../db/queries/statistics/figures'
import type { Check, CheckKey, Statistics } from '../../../shared/contract/statistics'
import type { MemberId } from '../../../shared/model/id'
import type { IndicatorKey, StatisticsPeriod } from '../../../shared/model/statistics'
import { addDays } from '../../../shared/rules/date'
import { lastDayOf } from '../../../shared/rules/statistics/periods'
import { isPresent, mayLieElsewhere, movement, standingsAt } from '../../../shared/rules/statistics/membership'
import { membershipOf } from './membership'
import type { StatisticsReader } from './reader'
import { statisticsOf } from './figures'

interface Found {
  readonly isRight: boolean
  readonly left: number
  readonly right: number
  readonly people: ReadonlySet<MemberId>
}

const nobody: ReadonlySet<MemberId> = new Set()
const equal = (left: number, right: number, people = nobody): Found => ({
  isRight: left === right,
  left,
  right,
  people,
})
const within = (left: number, right: number): Found => ({ isRight: left <= right, left, right, people: nobody })

/** Members at the end of the period against those at its start, who came and who left; kept memberships included. */
function movementOf(db: BranchDatabase, reader: StatisticsReader, period: StatisticsPeriod): Found {
  const last = lastDayOf(period, reader.today)
  if (last < period.from) return equal(0, 0)
  const { events } = membershipOf(db)
  const [before, after] = [standingsAt(events, addDays(period.from, -1)), standingsAt(events, last)]
  const moved = new Map<MemberId, number>()
  for (const { memberId, type } of reader.eventsIn(period)) {
    moved.set(memberId, (moved.get(memberId) ?? 0) + movement[type])
  }
  const present = (standings: typeof after) => [...standings.values()].filter(isPresent).length
  const differing = [...moved].filter(([id, by]) => {
    const change = Number(isPresent(after.get(id))) - Number(isPresent(before.get(id)))
    return change !== by
  })
  const movements = [...moved.values()].reduce((sum, by) => sum + by, 0)
  return {
    ...equal(present(after), present(before) + movements, new Set(differing.map(([id]) => id))),
    isRight: differing.length === 0,
  }
}

function membersWithout(reader: StatisticsReader, period: StatisticsPeriod, field: 'gender' | 'education') {
  const people = reader.peopleAt(lastDayOf(period, reader.today)).values()
  return new Set(
    [...people].filter((person) => person.status === 'active' && person[field] === null).map(({ id }) => id),
  )
}

/** What must agree in the statistics of a period; a check of figures that nobody knows is left out. */
function findings(
  db: BranchDatabase,
  reader: StatisticsReader,
  period: StatisticsPeriod,
  { figures }: Pick<Statistics, 'figures'>,
): Map<CheckKey, Found> {
  const known = new Map(figures.map((figure) => [figure.key, figure]))
  const valueOf = (key: IndicatorKey) => known.get(key)?.value ?? null
  const found = new Map<CheckKey, Found>()

  function compare(check: CheckKey, left: IndicatorKey, right: IndicatorKey) {
    const [one, other] = [valueOf(left), valueOf(right)]
    if (one !== null && other !== null) found.set(check, within(one, other))
  }

  found.set('movement', movementOf(db, reader, period))
  const members = reader.cells('members', period)
  const ofSex = (sex: '男' | '女') =>
    members.filter(({ gender }) => gender === sex).reduce((sum, { rows }) => sum + rows, 0)
  found.set('sex', equal(ofSex('男') + ofSex('女'), valueOf('members') ?? 0, membersWithout(reader, period, 'gender')))
  compare('membersWithinStaff', 'members', 'staff')
  compare('migrantsWithinStaff', 'membersMigrant', 'staffMigrant')
  compare('dispatchedWithinStaff', 'membersDispatched', 'staffDispatched')
  compare('womenWithinStaff', 'staffWomen', 'staff')
  const stated = (known.get('membersByEducation')?.parts ?? []).filter(({ part }) => part !== null)
  found.set(
    'educationSum',
    equal(
      stated.reduce((sum, { value }) => sum + value, 0),
      valueOf('members') ?? 0,
      membersWithout(reader, period, 'education'),
    ),
  )
  compare('delegatesWomen', 'congressDelegatesWomen', 'congressDelegates')
  compare('adoptedWithinMade', 'suggestionsAdopted', 'suggestions')
  const carried = figureQueries(db).carried.get({ from: period.from, until: lastDayOf(period, reader.today) }) ?? 0
  found.set('balance', equal(valueOf('balance') ?? 0, carried + (valueOf('income') ?? 0) - (valueOf('spending') ?? 0)))
  const doubtful = new Set(
    membershipOf(db)
      .events.filter((event) => mayLieElsewhere(event, period))
      .map(({ memberId }) => memberId),
  )
  found.set('datesKnown', equal(doubtful.size, 0, doubtful))
  return found
}

export function checksOf(db: BranchDatabase, reader: StatisticsReader, period: StatisticsPeriod): Check[] {
  return [...findings(db, reader, period, statisticsOf(db, reader, period))].map(([check, { people, ...found }]) => ({
    check,
    ...found,
    people: people.size,
  }))
}

/** The people who make the difference of a check. */
export function differingIn(
  db: BranchDatabase,
  reader: StatisticsReader,
  period: StatisticsPeriod,
  check: CheckKey,
): ReadonlySet<MemberId> {
  return findings(db, reader, period, statisticsOf(db, reader, period)).get(check)?.people ?? nobody
}
