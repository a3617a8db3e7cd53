import { arrearsQueries } from '../../../db/queries/dues/arrears'
import { homeQueries } from '../../../db/queries/home'
import { fenSchema } from '../../../shared/model/money'
import { dayOf, monthOf } from '../../../shared/rules/date'
import { withBranch } from '../context'
import { arrearsOverview } from '../dues/arrears/overview'
import { previewCharges } from '../dues/charges/preview'
import { arrearsTasks, tasksOf } from './tasks'

const os = withBranch.home

/** The home page 首页: how the branch stands and what needs doing today. */
export const home = os.router({
  summary: os.summary.handler(async ({ context: { db } }) => {
    const { unionName, statuses } = homeQueries(db)
    const today = dayOf(new Date())
    const members = statuses.all()
    const month = monthOf(today)
    const charges = await previewCharges(db, { from: month, until: month })
    return {
      unionName: unionName.get() ?? '',
      today,
      tasks: tasksOf(db, today, charges, members.length > 0),
      members,
      month: {
        month,
        charged: charges.charged.amount,
        received: charges.received.amount,
        owed: arrearsQueries(db).debt.get()?.amount ?? fenSchema.parse(0),
      },
    }
  }),

  arrears: os.arrears.handler(async ({ context: { db } }) => {
    const overview = await arrearsOverview(db, dayOf(new Date()))
    return { owed: overview.total.amount, tasks: arrearsTasks(overview) }
  }),
})
