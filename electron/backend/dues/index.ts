import { searchQuery } from '../../../db/search'
import { duesEntryQueries } from '../../../db/queries/dues/entries'
import { duesRuleQueries } from '../../../db/queries/dues/rules'
import { failure } from '../../../shared/contract/errors'
import { fenSchema } from '../../../shared/model/money'
import { withBranch } from '../context'
import { chargeMonth, monthPreview, monthSummary } from './charges/charging'
import { debtorsPage } from './arrears/debtors'
import { recordPayments } from './payments/record'
import { reverseEntry } from './payments/reversal'
import { yearOfDues } from './pictures/year'
import { addRule } from './rules/add-rule'

const os = withBranch.dues

/** Dues 会费. */
export const dues = os.router({
  rules: {
    list: os.rules.list.handler(({ context }) => duesRuleQueries(context.db).all()),
    add: os.rules.add.handler(({ context, input }) => addRule(context.db, input)),
  },

  charges: {
    month: os.charges.month.handler(({ context, input }) => monthSummary(context.db, input.month)),
    preview: os.charges.preview.handler(({ context, input }) => monthPreview(context.db, input)),
    run: os.charges.run.handler(({ context, input }) => chargeMonth(context.db, input.month)),
  },

  payments: {
    record: os.payments.record.handler(({ context, input }) => recordPayments(context.db, input)),

    ledger: os.payments.ledger.handler(({ context, input }) => {
      const { balance, ledger } = duesEntryQueries(context.db)
      const owed = balance.get(input.memberId)
      if (owed === undefined) throw failure('NOT_FOUND')
      let sum = 0
      const entries = ledger(input.memberId).map((entry) => {
        sum += entry.amount
        return { ...entry, balance: fenSchema.parse(sum) }
      })
      return { balance: owed, entries }
    }),

    reverse: os.payments.reverse.handler(({ context, input }) => reverseEntry(context.db, input.entryId, input.note)),
  },

  arrears: {
    debtors: os.arrears.debtors.handler(({ context, input }) =>
      debtorsPage(context.db, searchQuery(input.search), input),
    ),
  },

  pictures: {
    year: os.pictures.year.handler(({ context, input }) => yearOfDues(context.db, input.year)),
  },
})
