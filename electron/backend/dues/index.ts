import { paymentQueries } from '../../../db/queries/dues/payments'
import { duesRuleQueries } from '../../../db/queries/dues/rules'
import { dayOf } from '../../../shared/rules/date'
import { withBranch } from '../context'
import { arrears } from './arrears'
import { chargeMonth, monthPreview, monthSummary } from './charges/charging'
import { ledgerOf } from './payments/ledger'
import { paymentPage } from './payments/list'
import { exportPayments } from './payments/list-export'
import { checkPayments } from './payments/plan'
import { bases } from './bases'
import { exemptions } from './exemptions'
import { handOvers } from './hand-overs'
import { disputes, payroll } from './payroll'
import { recordPayments } from './payments/record'
import { refundCredit } from './payments/refund'
import { reverseEntry } from './payments/reversal'
import { waiveMonths } from './payments/waive'
import { yearOfDues } from './pictures/year'
import { receipts } from './receipts'
import { addRule } from './rules/add-rule'

const os = withBranch.dues

/** Dues 会费. */
export const dues = os.router({
  rules: {
    list: os.rules.list.handler(({ context }) => duesRuleQueries(context.db).all()),
    add: os.rules.add.handler(({ context, input }) => addRule(context.db, input)),
  },

  bases,
  exemptions,

  charges: {
    month: os.charges.month.handler(({ context, input }) => monthSummary(context.db, input.month)),
    preview: os.charges.preview.handler(({ context, input }) => monthPreview(context.db, input)),
    run: os.charges.run.handler(({ context, input }) => chargeMonth(context.db, input.month)),
  },

  payments: {
    check: os.payments.check.handler(({ context, input }) => checkPayments(context.db, input, dayOf(new Date()))),
    record: os.payments.record.handler(({ context, input }) => recordPayments(context.db, input)),
    recordEach: os.payments.recordEach.handler(({ context, input }) => recordPayments(context.db, input)),
    refund: os.payments.refund.handler(({ context, input }) => refundCredit(context.db, input)),
    waive: os.payments.waive.handler(({ context, input }) => waiveMonths(context.db, input)),
    ledger: os.payments.ledger.handler(({ context, input }) => ledgerOf(context.db, input.memberId)),
    reverse: os.payments.reverse.handler(({ context, input }) => reverseEntry(context.db, input.entryId, input.note)),
    list: os.payments.list.handler(({ context, input }) => paymentPage(context.db, input)),
    collectors: os.payments.collectors.handler(({ context }) => paymentQueries(context.db).collectors.all()),
    exportList: os.payments.exportList.handler(({ context: { db, host }, input, signal }) =>
      exportPayments(db, host, input, signal),
    ),
  },

  payroll,
  disputes,
  arrears,

  pictures: {
    year: os.pictures.year.handler(({ context, input }) => yearOfDues(context.db, input.year)),
  },

  receipts,
  handOvers,
})
