import type { BranchDatabase } from '../../../db/branch-database'
import { factQueries, type FactRow } from '../../../db/queries/statistics/facts'
import { statisticsMembershipQueries } from '../../../db/queries/statistics/membership'
import type { FigureList } from '../../../shared/contract/statistics'
import type { Day } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { IndicatorKey, StatisticsPeriod } from '../../../shared/model/statistics'
import type { Cell } from '../../../shared/rules/statistics/cells'
import {
  indicators,
  isFactSource,
  isPeopleIndicator,
  type FactSource,
  type Indicator,
} from '../../../shared/rules/statistics/indicators'
import { facets, type PeopleIndicator } from '../../../shared/rules/statistics/people'
import { lastDayOf } from '../../../shared/rules/statistics/periods'
import { membershipOf, peopleAt, type StatisticsEvent, type StatisticsPerson } from './membership'

interface Page {
  readonly offset: number
  readonly limit: number
}

interface ListPage {
  readonly total: number
  readonly rows: FactRow[]
}

/** Whom a row behind a figure is about, and when it was. */
interface Mention {
  readonly id: string
  readonly memberId: MemberId
  readonly on: string | null
  readonly part: string | null
}

/** Reads what figures are made of, each source once for all figures of an answer. */
export interface StatisticsReader {
  readonly today: Day
  /** None for figures that no rows stand behind. */
  cells(key: IndicatorKey, period: StatisticsPeriod): readonly Cell[]
  peopleAt(day: Day): ReadonlyMap<MemberId, StatisticsPerson>
  eventsIn(period: StatisticsPeriod): readonly StatisticsEvent[]
  /** A page of the rows behind a figure. */
  list(figure: FigureList, page: Page): ListPage
  /** A page of people, by name. */
  named(ids: ReadonlySet<MemberId>, day: Day, page: Page): ListPage
}

/** Adds rows up that agree in all that figures are told apart by. */
class CellSums {
  readonly #cells = new Map<string, Cell>()

  add(
    { department, unionGroup, gender }: Pick<Cell, 'department' | 'unionGroup' | 'gender'>,
    part: string | null,
  ): void {
    const key = `${department ?? ''}\n${unionGroup ?? ''}\n${gender ?? ''}\n${part ?? ''}`
    const known = this.#cells.get(key)
    const rows = (known?.rows ?? 0) + 1
    this.#cells.set(key, { department, unionGroup, gender, part, rows, amount: 0, latest: null })
  }

  get cells(): readonly Cell[] {
    return [...this.#cells.values()]
  }
}

function cached<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = read(key)
    known.set(key, value)
    return value
  }
}

export function openReader(db: BranchDatabase, today: Day): StatisticsReader {
  const people = cached((day: Day) => peopleAt(db, day))
  const periods = cached(({ from, until }: StatisticsPeriod) => readPeriod(db, { from, until }, people))

  /** Nothing is known of a time to come. */
  function known({ from, until }: StatisticsPeriod): StatisticsPeriod | null {
    const last = lastDayOf({ from, until }, today)
    return last < from ? null : { from, until: last }
  }
  const byDays = new Map<string, StatisticsPeriod>()
  /** The same object for the same days, so that what was read of them is found again. */
  function one(period: StatisticsPeriod): StatisticsPeriod {
    const name = `${period.from} ${period.until}`
    const found = byDays.get(name) ?? period
    byDays.set(name, found)
    return found
  }

  return {
    today,
    cells(key, period) {
      const days = known(period)
      return days === null ? [] : periods(one(days)).cells(key)
    },
    peopleAt: people,
    eventsIn(period) {
      const days = known(period)
      return days === null ? [] : periods(one(days)).events()
    },
    list({ key, period, part, women }, page) {
      const days = known(period)
      if (days === null) return { total: 0, rows: [] }
      const { source, only } = indicators[key]
      if (isFactSource(source)) {
        const filter = {
          ...days,
          only: only === undefined ? null : JSON.stringify(only),
          part: part === undefined ? null : JSON.stringify(part),
          gender: women ? '女' : null,
        }
        const { list, total } = factQueries(db)(source)
        return { total: total.get(filter) ?? 0, rows: list.all({ ...filter, ...page }) }
      }
      const persons = people(days.until)
      const mentions = periods(one(days))
        .mentions(key)
        .filter(
          (row) => (part === undefined || row.part === part) && (!women || persons.get(row.memberId)?.gender === '女'),
        )
      return pageOfMentions(db, mentions, persons, page)
    },
    named: (ids, day, page) =>
      pageOfMentions(
        db,
        statisticsMembershipQueries(db)
          .byName.all()
          .filter((id) => ids.has(id))
          .map((id) => ({ id, memberId: id, on: null, part: null })),
        people(day),
        page,
      ),
  }
}

function pageOfMentions(
  db: BranchDatabase,
  mentions: readonly Mention[],
  people: ReadonlyMap<MemberId, StatisticsPerson>,
  { offset, limit }: Page,
): ListPage {
  const page = mentions.slice(offset, offset + limit)
  const ids = JSON.stringify(page.map(({ memberId }) => memberId))
  const names = new Map(
    statisticsMembershipQueries(db)
      .names.all(ids)
      .map(({ id, name }) => [id, name]),
  )
  const rows = page.map(({ id, memberId, on, part }) => {
    const person = people.get(memberId)
    return {
      ...{ id, memberId, on, part, what: null, amount: null },
      name: names.get(memberId) ?? null,
      gender: person?.gender ?? null,
      department: person?.department ?? null,
    }
  })
  return { total: mentions.length, rows }
}

/** What is read of one time. */
function readPeriod(
  db: BranchDatabase,
  period: StatisticsPeriod,
  people: (day: Day) => ReadonlyMap<MemberId, StatisticsPerson>,
) {
  const counts = cached((source: FactSource): readonly Cell[] => factQueries(db)(source).counts.all(period))
  const ofPeople = cached((key: PeopleIndicator): readonly Cell[] => {
    const sums = new CellSums()
    for (const person of people(period.until).values()) {
      const part = facets[key](person, period.until)
      if (part !== undefined) sums.add(person, part)
    }
    return sums.cells
  })
  const events = cached((_: 'all'): readonly StatisticsEvent[] =>
    membershipOf(db).events.filter(({ day }) => day >= period.from && day <= period.until),
  )
  const ofEvents = cached((_: 'all'): readonly Cell[] => {
    const sums = new CellSums()
    const persons = people(period.until)
    for (const { memberId, type } of events('all')) {
      const { department = null, unionGroup = null, gender = null } = persons.get(memberId) ?? {}
      sums.add({ department, unionGroup, gender }, type)
    }
    return sums.cells
  })
  const only = ({ only: kinds }: Indicator, cells: readonly Cell[]) =>
    kinds === undefined ? cells : cells.filter(({ part }) => part !== null && kinds.includes(part))

  return {
    cells(key: IndicatorKey): readonly Cell[] {
      const indicator = indicators[key]
      const { source } = indicator
      if (isFactSource(source)) return only(indicator, counts(source))
      if (source === 'events') return only(indicator, ofEvents('all'))
      return isPeopleIndicator(key) ? ofPeople(key) : []
    },
    events: () => events('all'),
    /** Whom a figure of people or of changes of membership counts, by name or by day. */
    mentions(key: IndicatorKey): readonly Mention[] {
      const { only: kinds = [] } = indicators[key]
      if (!isPeopleIndicator(key)) {
        return events('all')
          .filter(({ type }) => kinds.includes(type))
          .map(({ id, memberId, day, type }) => ({ id, memberId, on: day, part: type }))
          .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
      }
      const persons = people(period.until)
      return statisticsMembershipQueries(db)
        .byName.all()
        .flatMap((id) => {
          const person = persons.get(id)
          const part = person === undefined ? undefined : facets[key](person, period.until)
          return part === undefined ? [] : [{ id, memberId: id, on: null, part }]
        })
    },
  }
}
