import type { BranchDatabase } from '../../../db/branch-database'
import { activity, participation } from '../../../db/schema'
import { asOfQueries } from '../../../db/queries/organisation-as-of'
import type { ActivityType } from '../../../shared/model/activity'
import type { Day } from '../../../shared/model/date'
import { activityIdSchema, newId, participationIdSchema, type MemberId } from '../../../shared/model/id'
import { addDays } from '../../../shared/rules/date'
import { randomFrom } from './random'

/** What the sample branch held in the two years before: days back, kind, and of how many members one signed up. */
const HELD: readonly (readonly [daysBack: number, type: ActivityType, title: string, oneIn: number, cost: number])[] = [
  [690, 'sports', '示例：职工篮球赛', 3, 420_000],
  [620, 'outing', '示例：春季踏青', 2, 960_000],
  [540, 'lecture', '示例：安全生产讲座', 8, 80_000],
  [470, 'contest', '示例：岗位技能竞赛', 5, 350_000],
  [330, 'sports', '示例：乒乓球赛', 3, 280_000],
  [300, 'lecture', '示例：法律知识讲座', 9, 60_000],
  [260, 'outing', '示例：秋季健步走', 2, 520_000],
  [220, 'lecture', '示例：理财知识讲座', 9, 60_000],
  [180, 'women', '示例：女职工手工坊', 6, 150_000],
  [130, 'lecture', '示例：心理健康讲座', 8, 90_000],
  [90, 'training', '示例：工会小组长培训', 7, 110_000],
]
/** The department that the sample's activities do not reach: its people are on the road. */
const ON_THE_ROAD = '销售部'

/** Adds activities of two years with who came, who stayed away, and one department that is hardly reached. */
export function addPastActivities(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const random = randomFrom(20_260_601)
  const departments = new Map(
    asOfQueries(db)
      .persons.all()
      .map(([id, department]) => [id, department]),
  )
  db.write(() => {
    for (const [daysBack, type, title, oneIn, cost] of HELD) {
      const id = newId(activityIdSchema)
      const on = addDays(today, -daysBack)
      const place = '厂区'
      db.orm.insert(activity).values({ id, title, type, startsOn: on, endsOn: on, place, cost }).run()
      for (const memberId of members) {
        const isSignedUp = random.oneIn(oneIn)
        const staysAway = random.oneIn(type === 'lecture' ? 2 : 8)
        if (!isSignedUp || departments.get(memberId) === ON_THE_ROAD) continue
        const attendance = staysAway ? 'absent' : 'present'
        db.orm
          .insert(participation)
          .values({ id: newId(participationIdSchema), activityId: id, memberId, attendance })
          .run()
      }
    }
  })
}
