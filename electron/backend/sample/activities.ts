import type { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { stepQueries } from '../../../db/queries/activities/approval'
import { activityBudgetQueries } from '../../../db/queries/activities/budget'
import { activityQueries } from '../../../db/queries/activities/plan'
import {
  activityInputSchema,
  type ActivityStep,
  type BudgetItem,
  type MoneySource,
} from '../../../shared/model/activity'
import { momentSchema, type Day } from '../../../shared/model/date'
import {
  activityBudgetIdSchema,
  activityIdSchema,
  activityStepIdSchema,
  newId,
  type ActivityId,
  type MemberId,
} from '../../../shared/model/id'
import { memberFilterSchema } from '../../../shared/model/member-filter'
import { fenSchema } from '../../../shared/model/money'
import { repetitionSchema } from '../../../shared/rules/activities/repetition'
import { addDays } from '../../../shared/rules/date'
import { mark } from '../activities/people/attendance'
import { signUp } from '../activities/people/sign-up'
import { storedOf } from '../activities/plan/activity'
import { repeatActivity } from '../activities/plan/series'
import type { SampleActivities } from './funds'

const HANDLER = '李示例'
const CHAIR = '陈示例'

/** Days before and after today, amounts in yuan. */
interface SampleActivity {
  readonly plan: Omit<z.input<typeof activityInputSchema>, 'startsOn' | 'endsOn' | 'signUpUntil' | 'cost' | 'note'>
  readonly startsIn: number
  readonly days?: number
  readonly signUpIn?: number
  readonly note?: string
  readonly lines?: readonly (readonly [BudgetItem, MoneySource, planned: number, actual?: number])[]
  readonly overLimitReason?: string
  readonly steps?: readonly (Pick<ActivityStep, 'kind' | 'level'> & {
    readonly ago: number
    readonly opinion?: string
  })[]
  readonly settledAgo?: number
  readonly summary?: string
  readonly cancelledAgo?: number
  readonly participants?: readonly MemberId[]
}

/** Activities in every state that one can be in, from a year's plan. */
export async function addSampleActivities(
  db: BranchDatabase,
  today: Day,
  members: readonly MemberId[],
): Promise<SampleActivities> {
  const add = (activity: SampleActivity) => addSampleActivity(db, today, activity)
  const agreed = (ago: number) => [
    { kind: 'submitted', level: 'chair', ago: ago + 2 } as const,
    { kind: 'approved', level: 'chair', ago } as const,
  ]
  const sports = await add({
    plan: {
      ...{ title: '示例：职工羽毛球赛', type: 'sports', place: '厂区体育馆', startsAt: '14:00', endsAt: '17:30' },
      ...{ quota: 48, perHead: 8_000, contact: '李示例 8012' },
    },
    startsIn: -40,
    signUpIn: -45,
    lines: [
      ['venue', 'funds', 1200, 1200],
      ['supplies', 'funds', 1000, 980],
      ['prizes', 'funds', 1500, 1500],
    ],
    steps: [...agreed(55), { kind: 'settled', level: 'chair', ago: 30 }],
    settledAgo: 30,
    summary: '四个车间共 46 人参加，分男女双打两组，评出前三名。场地紧凑，下次建议分两天进行。',
    participants: members.slice(0, 46),
  })
  await mark(db, { id: sports, title: '' }, null, 'present')
  const lecture = await add({
    plan: {
      ...{ title: '示例：女职工健康讲座', type: 'lecture', place: '三楼会议室', startsAt: '15:00', endsAt: '16:30' },
      ...{ lecturer: '周示例（医师）', hours: 2, quota: 40 },
    },
    startsIn: -3,
    signUpIn: -6,
    lines: [
      ['lecturer', 'funds', 800],
      ['supplies', 'funds', 400],
    ],
    steps: agreed(12),
    participants: members.slice(20, 52),
  })
  await add({
    plan: {
      ...{ title: '示例：职工疗休养', type: 'recuperation', place: '云溪湖', quota: 80, perHead: 60_000 },
      signUpHow: '向车间工会小组长报名',
      contact: '李示例 8012',
    },
    startsIn: 9,
    days: 2,
    signUpIn: 6,
    note: '自带身份证和常用药品，早上 7:30 在厂门口集合。',
    lines: [
      ['transport', 'funds', 8000],
      ['lodging', 'funds', 24_000],
      ['meals', 'funds', 12_000],
      ['insurance', 'funds', 800],
    ],
    steps: [
      { kind: 'submitted', level: 'superior', ago: 20 },
      { kind: 'approved', level: 'chair', ago: 18 },
      { kind: 'approved', level: 'superior', ago: 12, opinion: '同意，注意行车安全' },
    ],
    participants: members.slice(10, 90),
  })
  await add({
    plan: {
      ...{
        title: '示例：趣味运动会',
        type: 'sports',
        place: '厂区操场',
        startsAt: '09:00',
        endsAt: '11:30',
        quota: 100,
      },
      eligible: {
        name: '45 岁以下会员',
        filter: memberFilterSchema.parse({
          conditions: [{ field: 'birthDate', is: 'between', from: String(Number(today.slice(0, 4)) - 45), to: null }],
        }),
      },
    },
    startsIn: 24,
    signUpIn: 17,
    lines: [
      ['supplies', 'funds', 3000],
      ['prizes', 'funds', 4000],
    ],
    steps: [{ kind: 'submitted', level: 'chair', ago: 2 }],
  })
  await add({
    plan: { title: '示例：秋季踏青', type: 'outing', place: '示例植物园', quota: 60, perHead: 20_000 },
    startsIn: 30,
    signUpIn: 20,
    lines: [
      ['transport', 'dues', 6000],
      ['tickets', 'dues', 3600],
      ['meals', 'dues', 7200],
    ],
    overLimitReason: '景点较远，午餐由景区统一供应',
    steps: [
      { kind: 'submitted', level: 'chair', ago: 5 },
      { kind: 'sentBack', level: 'chair', ago: 3, opinion: '餐费偏高，请按每人 100 元以内重新安排' },
    ],
  })
  const library = await add({
    plan: {
      title: '示例：读书沙龙',
      type: 'library',
      place: '职工书屋',
      startsAt: '17:30',
      endsAt: '18:30',
      quota: 20,
    },
    startsIn: 12,
  })
  const monthly = repetitionSchema.parse({ every: 'monthWeekday', ends: { by: 'count', count: 4 } })
  repeatActivity(db, library, monthly)
  await add({
    plan: { title: '示例：周末登山', type: 'sports', place: '云溪山' },
    startsIn: -15,
    steps: agreed(25),
    cancelledAgo: 16,
  })
  return { sports, lecture }
}

async function addSampleActivity(db: BranchDatabase, today: Day, activity: SampleActivity): Promise<ActivityId> {
  const { plan, startsIn, days = 1, signUpIn, lines = [], steps = [], participants = [] } = activity
  const ago = (count: number | undefined) => (count === undefined ? null : addDays(today, -count))
  const startsOn = addDays(today, startsIn)
  const spent = lines.reduce((sum, [, , , actual = 0]) => sum + actual, 0)
  const input = activityInputSchema.parse({
    ...plan,
    startsOn,
    endsOn: addDays(startsOn, days - 1),
    signUpUntil: signUpIn === undefined ? null : addDays(today, signUpIn),
    cost: activity.settledAgo === undefined ? null : spent * 100,
    note: activity.note ?? null,
  })
  const id = newId(activityIdSchema)
  db.write(() => {
    activityQueries(db).insert.run(
      storedOf({
        ...input,
        id,
        notice: null,
        overLimitReason: activity.overLimitReason ?? null,
        seriesId: null,
        summary: activity.summary ?? null,
        settledOn: ago(activity.settledAgo),
        cancelledOn: ago(activity.cancelledAgo),
        cancelReason: activity.cancelledAgo === undefined ? null : '连日降雨，山路湿滑',
      }),
    )
    for (const [item, source, planned, actual] of lines) {
      activityBudgetQueries(db).insert.run({
        id: newId(activityBudgetIdSchema),
        ...{ activityId: id, item, source, invoice: null, note: null },
        planned: fenSchema.parse(planned * 100),
        actual: actual === undefined ? null : fenSchema.parse(actual * 100),
      })
    }
    for (const { kind, level, ago: since, opinion = null } of steps) {
      const on = addDays(today, -since)
      const by = kind === 'submitted' || kind === 'settled' ? HANDLER : level === 'chair' ? CHAIR : '示例市总工会'
      const recordedAt = momentSchema.parse(`${on}T01:00:00.000Z`)
      stepQueries(db).insert.run({
        id: newId(activityStepIdSchema),
        activityId: id,
        kind,
        level,
        on,
        by,
        opinion,
        recordedAt,
      })
    }
  })
  if (participants.length > 0) await signUp(db, { id, title: input.title }, { memberIds: participants })
  return id
}
