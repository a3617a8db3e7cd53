import { searchQuery } from '../../../db/search'
import { duesQueries } from '../../../db/queries/dues'
import { failure } from '../../../shared/contract/errors'
import { duesRuleIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { withBranch } from '../context'
import { chargeMonth, monthPreview, monthSummary } from './charges/charging'
import { debtorsPage } from './arrears/debtors'
import { recordPayments } from './payments/record'
import { reverseEntry } from './payments/reversal'
import { yearOfDues } from './pictures/year'

const os = withBranch.dues

/** Dues 会费. */
export const dues = os.router({
  rules: {
    list: os.rules.list.handler(({ context }) => duesQueries(context.db).rules()),

    add: os.rules.add.handler(({ context: { db }, input }) => {
      const rule = { ...input, id: newId(duesRuleIdSchema) }
      db.write(() => duesQueries(db).insertRule.run({ ...rule, formula: JSON.stringify(rule.formula) }))
      return rule
    }),
  },

  charges: {
    month: os.charges.month.handler(({ context, input }) => monthSummary(context.db, input.month)),
    preview: os.charges.preview.handler(({ context, input }) => monthPreview(context.db, input)),
    run: os.charges.run.handler(({ context, input }) => chargeMonth(context.db, input.month)),
  },

  payments: {
    record: os.payments.record.handler(({ context, input }) => recordPayments(context.db, input)),

    ledger: os.payments.ledger.handler(({ context, input }) => {
      const { balance, ledger } = duesQueries(context.db)
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
