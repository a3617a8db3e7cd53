import type { BranchDatabase } from '../../../db/branch-database'
import { participationQueries } from '../../../db/queries/activities/people'
import { activity } from '../../../db/schema'
import type { Day } from '../../../shared/model/date'
import { activityIdSchema } from '../../../shared/model/id'
import { addDays } from '../../../shared/rules/date'
import { rate } from '../activities/people/satisfaction'
import { randomFrom } from './random'

const REMARKS = ['组织得很好', '希望多办几次', '场地有点小', '时间可以再长一些', '饭菜不错', '停车不方便'] as const
/** Of activities that lie further back nobody was asked. */
const DAYS_ASKED = 60

/** Most of those who came to the last activities say how they liked it. */
export async function addSampleSatisfaction(db: BranchDatabase, today: Day): Promise<void> {
  const random = randomFrom(20_261_124)
  const { participants } = participationQueries(db)
  for (const { id, title, endsOn } of db.orm.select().from(activity).orderBy(activity.startsOn).all()) {
    if (endsOn >= today || endsOn < addDays(today, -DAYS_ASKED)) continue
    const activityId = activityIdSchema.parse(id)
    const came = participants.all({ activityId, show: 'present', search: '', offset: 0, limit: -1 })
    const answers = came
      .filter(() => !random.oneIn(4))
      .map((row) => ({
        participationId: row.id,
        satisfaction: random.pick([5, 5, 5, 4, 4, 4, 3, 2]),
        remark: random.oneIn(4) ? random.pick(REMARKS) : null,
      }))
    if (answers.length > 0) await rate(db, { id: activityId, title }, answers)
  }
}
