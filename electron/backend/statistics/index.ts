import { figureQueries } from '../../../db/queries/statistics/figures'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { FigureRow } from '../../../shared/contract/statistics'
import type { FactRow } from '../../../db/queries/statistics/facts'
import { fenSchema } from '../../../shared/model/money'
import { dayOf } from '../../../shared/rules/date'
import { hasList, indicators, isTyped } from '../../../shared/rules/statistics/indicators'
import { lastDayOf } from '../../../shared/rules/statistics/periods'
import { withBranch } from '../context'
import { checksOf, differingIn } from './checks'
import { exportList, exportReport, exportStatistics } from './export'
import { statisticsOf } from './figures'
import { openReader } from './reader'
import { reportOf } from './report'
import { saveTemplate, templatesOf } from './templates'

const os = withBranch.statistics
const readerOf = (db: BranchDatabase) => openReader(db, dayOf(new Date()))

function shown({ amount, ...row }: FactRow): FigureRow {
  return { ...row, amount: amount === null ? null : fenSchema.parse(amount) }
}

/** Year-end statistics 统计 and reports of own design. */
export const statistics = os.router({
  figures: os.figures.handler(({ context: { db }, input }) => statisticsOf(db, readerOf(db), input.period)),

  list: os.list.handler(({ context: { db }, input: { offset, limit, ...figure } }) => {
    if (!hasList(indicators[figure.key])) throw failure('NOT_FOUND')
    const { total, rows } = readerOf(db).list(figure, { offset, limit })
    return { total, rows: rows.map(shown) }
  }),
  exportList: os.exportList.handler(({ context: { db, host }, input: { language, ...figure }, signal }) => {
    if (!hasList(indicators[figure.key])) throw failure('NOT_FOUND')
    return exportList(db, host, readerOf(db), figure, language, signal)
  }),

  checks: os.checks.handler(({ context: { db }, input }) => checksOf(db, readerOf(db), input.period)),
  differing: os.differing.handler(({ context: { db }, input: { check, period, ...page } }) => {
    const reader = readerOf(db)
    const ids = differingIn(db, reader, period, check)
    const { total, rows } = reader.named(ids, lastDayOf(period, reader.today), page)
    return { total, rows: rows.map(shown) }
  }),

  setFigure: os.setFigure.handler(({ context: { db }, input: figure }) => {
    if (!isTyped(indicators[figure.key])) throw failure('NOT_FOUND')
    const { setTyped, removeTyped } = figureQueries(db)
    const { key, from, until } = figure
    db.write(() => {
      if (figure.number === null && figure.day === null) removeTyped.run({ key, from, until })
      else setTyped.run(figure)
    })
  }),

  export: os.export.handler(({ context: { db, host }, input: { period, ...words }, signal }) =>
    exportStatistics(db, host, statisticsOf(db, readerOf(db), period), words, signal),
  ),

  report: os.report.handler(({ context: { db }, input: { design, period } }) =>
    reportOf(db, readerOf(db), design, period),
  ),
  exportReport: os.exportReport.handler(({ context: { db, host }, input: { design, period, ...words }, signal }) =>
    exportReport(db, host, reportOf(db, readerOf(db), design, period), period, words, signal),
  ),

  templates: os.templates.handler(({ context }) => templatesOf(context.db)),
  saveTemplate: os.saveTemplate.handler(({ context, input }) => saveTemplate(context.db, input)),
  removeTemplate: os.removeTemplate.handler(({ context: { db }, input }) => {
    db.write(() => figureQueries(db).removeTemplate.run(input.id))
  }),
})
