import type { BranchDatabase } from '../../../db/branch-database'
import { insightCareQueries } from '../../../db/queries/insights/care'
import type { TopicOverview } from '../../../shared/contract/insights/topics'
import { failure } from '../../../shared/contract/errors'
import type { Day, Month } from '../../../shared/model/date'
import type { Page } from '../../../shared/model/page'
import { addMonths, monthOf, monthsBetween } from '../../../shared/rules/date'
import { monthsOfYear } from '../../../shared/rules/dues/register'
import { daysOfMonth } from '../../../shared/rules/funds/year'
import { withoutSmallGroups, type PublicTable } from '../../../shared/rules/insights/suppression'
import { LEAST_PEOPLE, topicSignals } from '../../../shared/rules/insights/topic-signal'

/** What members asked about in a year, and what rose; see the contract. */
export function topicOverview(db: BranchDatabase, year: string, today: Day): TopicOverview {
  const years = insightCareQueries(db).requestYears.all()
  const months = monthsOfYear(year).filter((month) => month <= monthOf(today))
  const earlier = monthsOfYear(String(Number(year) - 1))
  const counts = countsOf(db, earlier[0] ?? monthOf(today), months.at(-1) ?? monthOf(today))
  const thisYear = publicYear(counts, months)
  const lastYear = publicYear(counts, earlier)
  return {
    years: [...new Set([year, ...years])].sort().reverse(),
    months,
    topics: thisYear.topics.map((topic, row) => ({
      topic,
      counts: [...(thisYear.table.cells[row] ?? [])],
      sum: thisYear.table.rowSums[row] ?? null,
    })),
    sums: [...thisYear.table.columnSums],
    signals: months.flatMap((month) => signalsOf(counts, month, [lastYear, thisYear])),
  }
}

/** The requests behind a number that is shown. Throws NOT_FOUND. */
export function topicRequests(
  db: BranchDatabase,
  { topic, month, ...page }: { readonly topic: string; readonly month: Month } & Page,
  today: Day,
) {
  const { topics, months } = topicOverview(db, month.slice(0, 4), today)
  const shown = topics.find((found) => found.topic === topic)?.counts[months.indexOf(month)] ?? null
  if (shown === null) throw failure('NOT_FOUND')
  const { requests, requestCount } = insightCareQueries(db)
  return {
    total: requestCount.get({ topic, month }) ?? 0,
    rows: requests.all({ topic, month, ...page }).map((line) => ({ ...line, isClosed: line.isClosed === 1 })),
  }
}

/** People by topic and month. */
type Counts = ReadonlyMap<string, ReadonlyMap<Month, number>>

interface PublicYear {
  readonly months: readonly Month[]
  readonly topics: readonly string[]
  readonly table: PublicTable
}

function countsOf(db: BranchDatabase, from: Month, until: Month): Counts {
  const counts = new Map<string, Map<Month, number>>()
  const days = { from: daysOfMonth(from).from, until: daysOfMonth(until).until }
  for (const { topic, month, people } of insightCareQueries(db).topicMonths.all(days)) {
    const of = counts.get(topic) ?? new Map<Month, number>()
    counts.set(topic, of.set(month, people))
  }
  return counts
}

/** What of a year may be shown, the topics brought up most first. */
function publicYear(counts: Counts, months: readonly Month[]): PublicYear {
  const rows = [...counts]
    .map(([topic, of]) => ({ topic, row: months.map((month) => of.get(month) ?? 0) }))
    .map((line) => ({ ...line, sum: line.row.reduce((sum, count) => sum + count, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((left, right) => right.sum - left.sum || left.topic.localeCompare(right.topic, 'zh-CN'))
  return {
    months,
    topics: rows.map(({ topic }) => topic),
    table: withoutSmallGroups(rows.map(({ row }) => row)),
  }
}

function signalsOf(counts: Counts, month: Month, years: readonly PublicYear[]): TopicOverview['signals'] {
  const before = monthsBetween(addMonths(month, -12), addMonths(month, -1))
  const topics = [...counts].map(([topic, of]) => ({
    topic,
    month: of.get(month) ?? 0,
    before: before.reduce((sum, earlier) => sum + (of.get(earlier) ?? 0), 0),
  }))
  const isHidden = (topic: string | null, at: Month) => shownCount(years, topic, at) === null
  const sumOf = (at: Month) =>
    topics.length === 0 ? 0 : [...counts.values()].reduce((sum, of) => sum + (of.get(at) ?? 0), 0)
  return topicSignals(topics).map((signal) => ({
    topic: signal.topic,
    month,
    count: isHidden(signal.topic, month) ? null : signal.month,
    monthTotal: isHidden(null, month) ? null : signal.monthTotal,
    before: sumIfSafe(
      signal.before,
      before.filter((at) => isHidden(signal.topic, at)).map((at) => counts.get(signal.topic)?.get(at) ?? 0),
    ),
    beforeTotal: sumIfSafe(signal.beforeTotal, before.filter((at) => isHidden(null, at)).map(sumOf)),
    chance: signal.chance,
  }))
}

/** A sum over months some of which are kept back: shown where these are several and a group large enough together. */
function sumIfSafe(sum: number, hidden: readonly number[]): number | null {
  const people = hidden.reduce((all, count) => all + count, 0)
  return hidden.length === 0 || (hidden.length > 1 && people >= LEAST_PEOPLE) ? sum : null
}

/** What the tables show for a topic, or with null for all, in a month. */
function shownCount(years: readonly PublicYear[], topic: string | null, month: Month): number | null {
  const year = years.find(({ months }) => months.includes(month))
  if (year === undefined) return null
  const column = year.months.indexOf(month)
  if (topic === null) return year.table.columnSums[column] ?? null
  const row = year.topics.indexOf(topic)
  return row === -1 ? 0 : (year.table.cells[row]?.[column] ?? null)
}
