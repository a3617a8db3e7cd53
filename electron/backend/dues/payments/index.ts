import { paymentQueries } from '../../../../db/queries/dues/payments'
import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { ledgerOf } from './ledger'
import { paymentPage } from './list'
import { exportPayments } from './list-export'
import { checkPayments, requirePayer } from './plan'
import { recordPayments } from './record'
import { refundCredit } from './refund'
import { reverseEntry } from './reversal'
import { waiveMonths } from './waive'

const os = withBranch.dues.payments

/** Payments 缴费, refunds, waivers, reversals, and a member's ledger. */
export const payments = os.router({
  payers: os.payers.handler(({ context, input }) =>
    input.memberIds.map((memberId) => {
      const { name, balance } = requirePayer(context.db, memberId)
      return { memberId, name, balance }
    }),
  ),
  check: os.check.handler(({ context, input }) => checkPayments(context.db, input, dayOf(new Date()))),
  record: os.record.handler(({ context, input }) => recordPayments(context.db, input)),
  recordEach: os.recordEach.handler(({ context, input }) => recordPayments(context.db, input)),
  refund: os.refund.handler(({ context, input }) => refundCredit(context.db, input)),
  waive: os.waive.handler(({ context, input }) => waiveMonths(context.db, input)),
  ledger: os.ledger.handler(({ context, input }) => ledgerOf(context.db, input.memberId)),
  reverse: os.reverse.handler(({ context, input }) => reverseEntry(context.db, input.entryId, input.note)),
  list: os.list.handler(({ context, input }) => paymentPage(context.db, input)),
  collectors: os.collectors.handler(({ context }) => paymentQueries(context.db).collectors.all()),
  exportList: os.exportList.handler(({ context: { db, host }, input, signal }) =>
    exportPayments(db, host, input, signal),
  ),
})
