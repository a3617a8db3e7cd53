import type { BranchDatabase } from '../../../db/branch-database'
import type { HostClient } from '../../../shared/contract/host'
import type { Figure, FigureList, Report, Statistics } from '../../../shared/contract/statistics'
import { indicatorGroupSchema, type ReportHead, type StatisticsPeriod } from '../../../shared/model/statistics'
import type { SheetLanguage } from '../../../shared/rules/roster/sheet-words'
import { indicators, type Indicator } from '../../../shared/rules/statistics/indicators'
import { headText, partText, statisticsWords, type StatisticsWords } from '../../../shared/rules/statistics/words'
import { saveLedger } from '../dues/save-ledger'
import type { LedgerColumn, LedgerFormula, LedgerSheet, LedgerValue } from '../ledger-sheet'
import type { StatisticsReader } from './reader'

type Cell = LedgerValue | LedgerFormula
type Cells = readonly Cell[]

interface SheetWords {
  readonly madeBy: string
  readonly language: SheetLanguage
}

/** A figure as a sheet holds it: money in yuan, yes and no in words. */
function sheetValue(words: StatisticsWords, { unit }: Indicator, value: number | null): LedgerValue {
  if (value === null) return null
  if (unit === 'yesNo') return value === 1 ? words.yes : words.no
  return unit === 'money' ? value / 100 : value
}

/** The rows of a figure: its own, and one for each kind it is made of, which it adds up. */
function rowsOf(words: StatisticsWords, figure: Figure): Cells[] {
  const indicator = indicators[figure.key]
  const show = (value: number | null) => sheetValue(words, indicator, value)
  const isNumber = indicator.unit !== 'yesNo' && indicator.unit !== 'day'
  const sum = (column: number, value: number | null): Cell => {
    const result = show(value)
    if (figure.parts.length === 0 || typeof result !== 'number') return result
    return { formula: (cell) => `SUM(${cell(column, -1)}:${cell(column, -figure.parts.length)})`, result }
  }
  const change = (value: number | null, before: number | null): Cell => {
    const [now, then] = [show(value), show(before)]
    if (!isNumber || typeof now !== 'number' || typeof then !== 'number') return null
    return { formula: (cell) => `${cell(2)}-${cell(4)}`, result: now - then }
  }
  const { typed } = figure
  const remark = [
    ...(typed === null ? [] : [words.typed(typed.source ?? '', typed.statedOn ?? '')]),
    ...(figure.day === null || indicator.unit === 'day' ? [] : [figure.day]),
  ].join(' ')
  return [
    [
      words.indicators[figure.key],
      words.units[indicator.unit],
      indicator.unit === 'day' ? figure.day : sum(2, figure.value),
      sum(3, figure.women),
      sum(4, figure.before),
      change(figure.value, figure.before),
      remark === '' ? null : remark,
    ],
    ...figure.parts.map(({ part, value, women, before }): Cells => {
      const name = `　　${partText(words, figure.key, part)}`
      return [name, words.units[indicator.unit], show(value), show(women), show(before), change(value, before), null]
    }),
  ]
}

/** Writes the statistics of a period in the order of their groups. Throws EXPORT_NOT_WRITTEN, DISK_FULL. */
export function exportStatistics(
  db: BranchDatabase,
  host: HostClient,
  { period, until, figures }: Statistics,
  { madeBy, language }: SheetWords,
  signal: AbortSignal | undefined,
) {
  const words = statisticsWords[language]
  const rows = indicatorGroupSchema.options.flatMap((group): Cells[] => [
    [words.groups[group], null, null, null, null, null, null],
    ...figures.filter(({ key }) => indicators[key].group === group).flatMap((figure) => rowsOf(words, figure)),
  ])
  const [figure, unit, value, women, before, change, remark] = words.headings
  const number = (heading: string): LedgerColumn => ({ heading, width: 14, kind: 'figure' })
  const sheet: LedgerSheet = {
    name: words.title,
    title: words.title,
    lines: [words.period(period.from, period.until), words.until(until), words.madeBy(madeBy)],
    columns: [
      { heading: figure, width: 32, kind: 'text' },
      { heading: unit, width: 8, kind: 'text' },
      ...[value, women, before, change].map(number),
      { heading: remark, width: 26, kind: 'text' },
    ],
    groups: [{ title: null, rows }],
    rowCount: rows.length,
    total: null,
    notes: [words.notes, words.signatures],
  }
  return saveLedger(db, host, `${words.title}-${period.from}-${period.until}`, sheet, signal)
}

/** Writes a report of own design. Throws EXPORT_NOT_WRITTEN, DISK_FULL. */
export function exportReport(
  db: BranchDatabase,
  host: HostClient,
  report: Report,
  period: StatisticsPeriod,
  { name, madeBy, language }: SheetWords & { readonly name: string },
  signal: AbortSignal | undefined,
) {
  const words = statisticsWords[language]
  const [firstRow] = report.rows
  const keyOf = (row: ReportHead, column: ReportHead) => ('key' in column ? column.key : 'key' in row ? row.key : null)
  const indicatorAt = (row: ReportHead, column: ReportHead): Indicator | null => {
    const key = keyOf(row, column) ?? report.key
    return key === null ? null : indicators[key]
  }
  const title = name === '' ? words.title : name
  const isOfUnits = firstRow?.of === 'department' || firstRow?.of === 'group'
  const rows = report.rows.map((row, down): Cells => [
    headText(words, row),
    ...report.columns.map((column, across): Cell => {
      const value = report.cells[down]?.[across] ?? null
      const indicator = indicatorAt(row, column)
      return indicator === null ? value : sheetValue(words, indicator, value)
    }),
  ])
  const sheet: LedgerSheet = {
    name: words.title,
    title,
    lines: [words.period(period.from, period.until), words.until(report.until), words.madeBy(madeBy), words.inYuan],
    columns: [
      { heading: isOfUnits ? words.department : words.item, width: 30, kind: 'text' },
      ...report.columns.map((column): LedgerColumn => {
        const unit = firstRow === undefined ? null : (indicatorAt(firstRow, column)?.unit ?? null)
        return {
          heading: headText(words, column),
          width: 13,
          kind: 'figure',
          isSummed: isOfUnits && unit !== 'yesNo' && unit !== 'day',
        }
      }),
    ],
    groups: [{ title: null, rows }],
    rowCount: rows.length,
    total: isOfUnits ? words.total : null,
    notes: [words.signatures],
  }
  return saveLedger(db, host, `${title}-${period.from}-${period.until}`, sheet, signal)
}

const ROWS_A_READ = 500

/** Writes the rows behind a figure. Throws EXPORT_NOT_WRITTEN, DISK_FULL. */
export function exportList(
  db: BranchDatabase,
  host: HostClient,
  reader: StatisticsReader,
  figure: FigureList,
  language: SheetLanguage,
  signal: AbortSignal | undefined,
) {
  const words = statisticsWords[language]
  const { key, period, part, women } = figure
  const { total } = reader.list(figure, { offset: 0, limit: 1 })
  function* rows(): Generator<Cells> {
    for (let offset = 0; offset < total; offset += ROWS_A_READ) {
      for (const [index, row] of reader.list(figure, { offset, limit: ROWS_A_READ }).rows.entries()) {
        const kind = indicators[key].parts === undefined ? null : partText(words, key, row.part)
        yield [offset + index + 1, row.name, row.gender, row.department, row.on, kind, row.what, row.amount]
      }
    }
  }
  const [number, name, sex, department, day, kind, what, amount] = words.listHeadings
  const text = (heading: string, width: number): LedgerColumn => ({ heading, width, kind: 'text' })
  const title = [
    words.indicators[key],
    ...(part === undefined ? [] : [partText(words, key, part)]),
    ...(women ? [words.women] : []),
  ].join('－')
  const sheet: LedgerSheet = {
    name: words.title,
    title,
    lines: [words.period(period.from, period.until)],
    columns: [
      { heading: number, width: 8, kind: 'count' },
      text(name, 12),
      text(sex, 6),
      text(department, 18),
      text(day, 12),
      text(kind, 18),
      text(what, 34),
      { heading: amount, width: 14, kind: 'money', isSummed: true },
    ],
    groups: [{ title: null, rows: rows() }],
    rowCount: total,
    total: indicators[key].unit === 'money' ? words.total : null,
    notes: [],
  }
  return saveLedger(db, host, `${title}-${period.from}-${period.until}`, sheet, signal)
}
