import { bookQueries } from '../../../../db/queries/funds/book'
import { dayOf } from '../../../../shared/rules/date'
import { statementWords } from '../../../../shared/rules/funds/statement-words'
import { withBranch } from '../../context'
import { saveLedgers } from '../../dues/save-ledger'
import { lineOf } from '../book'
import { auditOf } from './audit'
import { auditSheets } from './audit-sheets'
import { daysOfPeriod, statementOf } from './statement'
import { statementSheets } from './statement-sheet'

const os = withBranch.funds.statements

/** Statements 收支情况表 and what the audit committee looks at. */
export const statements = os.router({
  get: os.get.handler(({ context, input }) => statementOf(context.db, input)),

  entries: os.entries.handler(({ context: { db }, input: { from, until, offset, limit, ...narrowed } }) => {
    const { list, totals } = bookQueries(db)
    const filter = {
      ...narrowed,
      ...daysOfPeriod({ from, until }),
      activityId: null,
      least: null,
      most: null,
      isWithoutAttachment: 0 as const,
      search: '',
    }
    return { total: totals.get(filter)?.total ?? 0, rows: list.all({ ...filter, offset, limit }).map(lineOf) }
  }),

  audit: os.audit.handler(({ context, input }) => auditOf(context.db, input.year, dayOf(new Date()))),

  export: os.export.handler(({ context: { db, host }, input, signal }) => {
    const words = statementWords[input.language]
    if (input.of === 'audit') {
      const sheets = auditSheets(auditOf(db, input.year, dayOf(new Date())), input.language)
      return saveLedgers(db, host, `${words.audit}-${input.year}`, sheets, signal)
    }
    const { from, until, language } = input
    const name = `${words.statement}-${from === until ? from : `${from}-${until}`}`
    return saveLedgers(db, host, name, statementSheets(statementOf(db, { from, until }), language), signal)
  }),
})
