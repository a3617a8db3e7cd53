import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { Report } from '../../../shared/contract/statistics'
import type { IndicatorKey, ReportDesign, ReportHead, StatisticsPeriod } from '../../../shared/model/statistics'
import { kindsOf, measured, type Cell } from '../../../shared/rules/statistics/cells'
import { designIssue } from '../../../shared/rules/statistics/design'
import { hasWomen, indicators, isDivisible, isTyped } from '../../../shared/rules/statistics/indicators'
import { lastDayOf, partsOf } from '../../../shared/rules/statistics/periods'
import { statisticsOf } from './figures'
import type { StatisticsReader } from './reader'

/** What a row or a column narrows a figure to. */
interface Axis {
  readonly head: ReportHead
  readonly key?: IndicatorKey
  readonly period?: StatisticsPeriod
  /** Left out for the whole figure. */
  readonly only?: (cell: Cell) => boolean
}

/** Reckons a report of own design. Throws DESIGN_INVALID. */
export function reportOf(
  db: BranchDatabase,
  reader: StatisticsReader,
  design: ReportDesign,
  period: StatisticsPeriod,
): Report {
  if (designIssue(design) !== null) throw failure('DESIGN_INVALID')
  const { indicators: keys, departments } = design
  const isOfDepartments = departments.length > 0
  const wanted = new Set<string | null>(departments)
  const [first] = keys

  function cellsOf(key: IndicatorKey, of: StatisticsPeriod): readonly Cell[] {
    const cells = reader.cells(key, of)
    return isOfDepartments ? cells.filter(({ department }) => wanted.has(department)) : cells
  }
  const divisible = keys.filter((key) => isDivisible(indicators[key]))
  const all = divisible.flatMap((key) => cellsOf(key, period))

  const ofDepartments = (): Axis[] =>
    inOrder(all.map(({ department }) => department)).map((department) => ({
      head: { of: 'department', department },
      only: (cell) => cell.department === department,
    }))
  const ofGroups = (): Axis[] =>
    ofDepartments().flatMap(({ only = () => true }) => {
      const cells = all.filter(only)
      const department = cells[0]?.department ?? null
      return inOrder(cells.map(({ unionGroup }) => unionGroup)).map((group): Axis => ({
        head: { of: 'group', department, group },
        only: (cell) => cell.department === department && cell.unionGroup === group,
      }))
    })
  const ofParts = (key: IndicatorKey): Axis[] =>
    kindsOf(indicators[key], cellsOf(key, period)).map((part) => ({
      head: { of: 'part', key, part },
      key,
      only: (cell) => cell.part === part,
    }))
  const ofIndicators = (withParts: boolean): Axis[] =>
    keys.flatMap((key) => [{ head: { of: 'indicator', key }, key }, ...(withParts ? ofParts(key) : [])])
  const ofTimes = (length: 1 | 3): Axis[] =>
    partsOf(period, length).map(({ month, period: part }) => ({
      head: length === 1 ? { of: 'month', month } : { of: 'quarter', from: month },
      period: part,
    }))
  const total: Axis = { head: { of: 'total' } }
  const ofSexes: Axis[] = ([null, '男', '女'] as const).map((sex) => ({
    head: { of: 'sex', sex: sex ?? 'unknown' },
    only: (cell) => cell.gender === sex,
  }))

  function rows(): Axis[] {
    switch (design.rows) {
      case 'indicators':
        return ofIndicators(design.withParts)
      case 'departments':
        return ofDepartments()
      case 'groups':
        return ofGroups()
    }
  }
  function columns(): Axis[] {
    switch (design.columns) {
      case 'total':
        return [total]
      case 'sex':
        return [total, ...ofSexes.slice(1), ...ofSexes.slice(0, 1)]
      case 'months':
        return ofTimes(1)
      case 'quarters':
        return ofTimes(3)
      case 'departments':
        return [total, ...ofDepartments()]
      case 'indicators':
        return ofIndicators(false)
      case 'parts':
        return [total, ...(first === undefined ? [] : ofParts(first))]
    }
  }

  const typed = new Map(
    keys.some((key) => isTyped(indicators[key]))
      ? statisticsOf(db, reader, period).figures.map(({ key, value }) => [key, value])
      : [],
  )

  function valueAt(row: Axis, column: Axis): number | null {
    const key = column.key ?? row.key ?? first
    if (key === undefined) return null
    const indicator = indicators[key]
    if (isTyped(indicator)) return column.head.of === 'total' && !isOfDepartments ? (typed.get(key) ?? null) : null
    const filters = [row.only, column.only].flatMap((only) => only ?? [])
    const isDivided = isOfDepartments || filters.length > (row.head.of === 'part' || column.head.of === 'part' ? 1 : 0)
    if (isDivided && !isDivisible(indicator)) return null
    if (column.head.of === 'sex' && !hasWomen(indicator)) return null
    const cells = cellsOf(key, column.period ?? period)
    return measured(
      indicator,
      cells.filter((cell) => filters.every((only) => only(cell))),
    )
  }

  const [down, across] = [rows(), columns()]
  return {
    rows: down.map(({ head }) => head),
    columns: across.map(({ head }) => head),
    cells: down.map((row) => across.map((column) => valueAt(row, column))),
    key: first ?? null,
    until: lastDayOf(period, reader.today),
  }
}

/** Each name once, in the order of the Chinese alphabet; those of none last. */
function inOrder(names: readonly (string | null)[]): (string | null)[] {
  return [...new Set(names)].sort((one, other) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return one.localeCompare(other, 'zh-CN', { numeric: true })
  })
}
