import type { BranchDatabase } from '../../../db/branch-database'
import { figureQueries } from '../../../db/queries/statistics/figures'
import type { Figure, Statistics } from '../../../shared/contract/statistics'
import { daySchema } from '../../../shared/model/date'
import type { IndicatorKey, StatisticsPeriod, TypedFigure } from '../../../shared/model/statistics'
import { kindsOf, measured, type Cell } from '../../../shared/rules/statistics/cells'
import { hasWomen, indicatorKeys, indicators, isTyped } from '../../../shared/rules/statistics/indicators'
import { lastDayOf, periodBefore } from '../../../shared/rules/statistics/periods'
import type { StatisticsReader } from './reader'

type Typed = ReadonlyMap<IndicatorKey, TypedFigure>

function typedOf(db: BranchDatabase, { from, until }: StatisticsPeriod): Typed {
  return new Map(
    figureQueries(db)
      .typed.all({ from, until })
      .map((figure) => [figure.key, figure]),
  )
}

/** What was typed in; of the staff also what the branch's own record says, which knows of now only. */
function statedValue(
  db: BranchDatabase,
  key: IndicatorKey,
  typed: TypedFigure | undefined,
  isNow: boolean,
): number | null {
  if (typed !== undefined) return typed.number
  return key === 'staff' && isNow ? (figureQueries(db).staff.get() ?? null) : null
}

const women = (cells: readonly Cell[]) => cells.filter(({ gender }) => gender === '女')

function dayOfCells(cells: readonly Cell[]): Figure['day'] {
  const latest = cells.reduce<string | null>(
    (day, cell) => ((cell.latest ?? '') > (day ?? '') ? cell.latest : day),
    null,
  )
  return daySchema.nullable().catch(null).parse(latest)
}

/** Every figure of a period beside the period before. */
export function statisticsOf(db: BranchDatabase, reader: StatisticsReader, period: StatisticsPeriod): Statistics {
  const before = periodBefore(period)
  const [typed, typedBefore] = [typedOf(db, period), typedOf(db, before)]
  const isNow = reader.today >= period.from && reader.today <= period.until

  function figureOf(key: IndicatorKey): Figure {
    const indicator = indicators[key]
    if (isTyped(indicator)) {
      const stated = typed.get(key)
      const value = statedValue(db, key, stated, isNow)
      const valueBefore = statedValue(db, key, typedBefore.get(key), false)
      const day = stated?.day ?? null
      return { key, value, women: null, before: valueBefore, day, parts: [], typed: stated ?? null }
    }
    const [cells, cellsBefore] = [reader.cells(key, period), reader.cells(key, before)]
    const isOfPeople = hasWomen(indicator)
    const parts = kindsOf(indicator, [...cells, ...cellsBefore]).map((part) => {
      const own = cells.filter((cell) => cell.part === part)
      return {
        part,
        value: measured(indicator, own),
        women: isOfPeople ? measured(indicator, women(own)) : null,
        before: measured(
          indicator,
          cellsBefore.filter((cell) => cell.part === part),
        ),
      }
    })
    return {
      key,
      value: measured(indicator, cells),
      women: isOfPeople ? measured(indicator, women(cells)) : null,
      before: measured(indicator, cellsBefore),
      day: indicator.unit === 'yesNo' ? dayOfCells(cells) : null,
      parts,
      typed: null,
    }
  }

  return { period, before, until: lastDayOf(period, reader.today), figures: indicatorKeys.map(figureOf) }
}
