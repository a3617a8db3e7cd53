import { duesRuleQueries } from '../../../db/queries/dues/rules'
import { withBranch } from '../context'
import { arrears } from './arrears'
import { chargeMonth, monthPreview, monthSummary } from './charges/charging'
import { payments } from './payments'
import { bases } from './bases'
import { exemptions } from './exemptions'
import { handOvers } from './hand-overs'
import { disputes, payroll } from './payroll'
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

  payments,
  payroll,
  disputes,
  arrears,

  pictures: {
    year: os.pictures.year.handler(({ context, input }) => yearOfDues(context.db, input.year)),
  },

  receipts,
  handOvers,
})
