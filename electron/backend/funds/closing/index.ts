import { closingQueries } from '../../../../db/queries/funds/closing'
import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { closeMonth, closingMonths, previewClosing, reopenMonth } from './close'

const os = withBranch.funds.closing

/** The closing of months 结账. */
export const closing = os.router({
  months: os.months.handler(({ context }) => closingMonths(context.db, dayOf(new Date()))),
  preview: os.preview.handler(({ context, input }) => previewClosing(context.db, input.month, dayOf(new Date()))),
  close: os.close.handler(({ context, input }) => closeMonth(context.db, input, dayOf(new Date()))),
  reopen: os.reopen.handler(({ context: { db, host }, input }) => reopenMonth(db, host, input.month, input.reason)),
  acts: os.acts.handler(({ context }) => closingQueries(context.db).acts.all()),
})
