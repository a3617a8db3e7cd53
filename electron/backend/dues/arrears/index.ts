import { arrearsQueries } from '../../../../db/queries/dues/arrears'
import { failure } from '../../../../shared/contract/errors'
import { arrearsRuleIdSchema, newId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { debtorsPage } from './debtors'
import { memberArrears } from './member'
import { noticesOf } from './notices'
import { arrearsOverview } from './overview'
import { saveDebtors } from './save'
import { takeStep } from './steps'

const os = withBranch.dues.arrears
const today = () => dayOf(new Date())

/** Arrears 欠缴. */
export const arrears = os.router({
  balances: os.balances.handler(
    ({ context }) => arrearsQueries(context.db).debt.get() ?? { members: 0, amount: fenSchema.parse(0) },
  ),
  overview: os.overview.handler(({ context }) => arrearsOverview(context.db, today())),
  debtors: os.debtors.handler(({ context, input }) => debtorsPage(context.db, input, today())),
  member: os.member.handler(({ context, input }) => memberArrears(context.db, input.memberId, today())),
  take: os.take.handler(({ context, input }) => takeStep(context.db, input)),
  notices: os.notices.handler(({ context, input }) => noticesOf(context.db, input, today())),
  save: os.save.handler(({ context: { db, host }, input, signal }) => saveDebtors(db, host, input, today(), signal)),

  rules: {
    list: os.rules.list.handler(({ context }) => arrearsQueries(context.db).rules.all()),

    add: os.rules.add.handler(({ context: { db }, input }) => {
      const rule = { ...input, id: newId(arrearsRuleIdSchema) }
      db.write(() => arrearsQueries(db).insertRule.run(rule))
      return rule
    }),

    remove: os.rules.remove.handler(({ context: { db }, input }) => {
      const { changes } = db.write(() => arrearsQueries(db).removeRule.run(input.id))
      if (changes === 0) throw failure('NOT_FOUND')
    }),
  },
})
