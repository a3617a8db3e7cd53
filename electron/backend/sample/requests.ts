import type { BranchDatabase } from '../../../db/branch-database'
import { requestQueries } from '../../../db/queries/care/requests'
import { now, type Day } from '../../../shared/model/date'
import { newId, requestEventIdSchema, requestIdSchema, type MemberId } from '../../../shared/model/id'
import type { RequestInput } from '../../../shared/model/request'
import { proposedDueDay } from '../../../shared/rules/care/request-deadline'
import type { RequestStep } from '../../../shared/rules/care/request'
import { addDays } from '../../../shared/rules/date'
import { randomFrom } from './random'

type Asked = Pick<RequestInput, 'topic' | 'title' | 'text'>
const asked = (topic: string, title: string, text: string): Asked => ({ topic, title: `示例：${title}`, text })

const USUAL: readonly [Asked, ...Asked[]] = [
  asked('工资', '夜班津贴没有发', '上月夜班津贴没有随工资发放，请帮忙问一下。'),
  asked('加班', '周末加班调休', '连续三个周末加班，希望安排调休。'),
  asked('劳动合同', '合同续签时间', '劳动合同下月到期，想问什么时候续签。'),
  asked('社保公积金', '公积金缴存比例', '公积金缴存比例是否可以调整？'),
  asked('休息休假', '年休假安排', '年休假希望能分两次休。'),
  asked('劳动保护', '焊接口罩更换', '焊接岗位防护口罩发得少，希望增加。'),
  asked('食堂', '夜班就餐', '夜班下班时食堂已经关门。'),
  asked('住房', '宿舍热水', '二号宿舍晚上没有热水。'),
  asked('通勤停车', '班车线路', '城东班车希望增加一站。'),
  asked('子女', '暑假托管', '暑假孩子没人带，希望开托管班。'),
  asked('女职工', '母婴室', '希望三楼设母婴室。'),
  asked('文体活动', '羽毛球场地', '体育馆晚上希望多开一小时。'),
  asked('福利慰问', '节日慰问品', '慰问品希望可以自选。'),
  asked('健康体检', '体检项目', '希望体检增加颈椎项目。'),
  asked('教育培训', '技能培训', '希望组织数控操作培训。'),
  asked('会员资料更正', '手机号更正', '会员资料里的手机号是旧的。'),
  asked('互助理赔', '理赔进度', '住院互助保障理赔交了一个月，想问进度。'),
  asked('法律', '租房合同', '租房押金退不回来，想咨询律师。'),
]
const CANTEEN: readonly Asked[] = [
  asked('食堂', '食堂饭菜偏凉', '十二点以后去，饭菜都是凉的。'),
  asked('食堂', '食堂排队太久', '打饭排队要二十分钟。'),
  asked('食堂', '食堂涨价', '这个月套餐涨了两元，没有通知。'),
  asked('食堂', '食堂菜品重复', '菜品一个月没有换过。'),
  asked('食堂', '食堂清真窗口', '希望开清真窗口。'),
  asked('食堂', '食堂餐具不干净', '餐盘上有油渍。'),
  asked('食堂', '食堂夜班送餐', '夜班希望把饭送到车间。'),
]
const OWNERS = ['示例：王主席', '示例：李委员', '示例：郑干事'] as const
const REPLY = '示例：已与行政部门协商，并向本人说明了办理结果。'
const MONTHS = 24

/** Two years of requests: a few a month of all kinds, and lately many about one thing. */
export function addSampleRequests(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const random = randomFrom(15)
  const { insert, insertEvent } = requestQueries(db)
  const person = () => members[random.below(members.length)] ?? null

  function add(what: Asked, receivedOn: Day, steps: readonly [RequestStep, Day][], more: Partial<RequestInput> = {}) {
    const id = newId(requestIdSchema)
    const urgency = more.urgency ?? 'ordinary'
    const isCalledBack = steps.some(([kind]) => kind === 'calledBack')
    insert.run({
      ...{ id, ...what, receivedOn, urgency, unitId: null, dueOn: more.dueOn ?? proposedDueDay(urgency, receivedOn) },
      memberId: more.memberId === undefined ? person() : more.memberId,
      kind: random.pick(['inquiry', 'appeal', 'appeal', 'suggestion']),
      channel: random.pick(['visit', 'visit', 'phone', 'questionnaire', 'interview']),
      owner: steps.length < 2 ? null : random.pick(OWNERS),
      isConfidential: more.isConfidential === true ? 1 : 0,
      satisfaction: isCalledBack ? random.pick([5, 5, 4, 4, 4, 3, 2]) : null,
    })
    for (const [kind, on] of steps) {
      insertEvent.run({
        ...{ id: newId(requestEventIdSchema), requestId: id, kind, on, by: OWNERS[0], recordedAt: now() },
        text: kind === 'replied' ? REPLY : null,
      })
    }
  }

  /** What was done by now about something that takes so many days. */
  function steps(receivedOn: Day, days: number): [RequestStep, Day][] {
    const all: [RequestStep, Day][] = [
      ['accepted', receivedOn],
      ['assigned', addDays(receivedOn, 1)],
      ['replied', addDays(receivedOn, days)],
      ['calledBack', addDays(receivedOn, days + 2)],
      ['closed', addDays(receivedOn, days + 2)],
    ]
    return all.filter(([, on]) => on <= today)
  }

  db.write(() => {
    for (let month = MONTHS; month >= 2; month -= 1) {
      for (let each = 2 + random.below(3); each > 0; each -= 1) {
        const receivedOn = addDays(today, -30 * month + random.below(28))
        add(random.pick(USUAL), receivedOn, steps(receivedOn, 3 + random.below(random.oneIn(8) ? 110 : 25)), {
          ...(random.oneIn(12) && { memberId: null }),
        })
      }
    }
    CANTEEN.forEach((what, index) => {
      const receivedOn = addDays(today, -13 + 2 * index)
      add(what, receivedOn, steps(receivedOn, 9))
    })
    const [wage, overtime, contract] = USUAL
    add(wage, addDays(today, -6), [['accepted', addDays(today, -6)]], { urgency: 'urgent' })
    if (overtime !== undefined) {
      add(overtime, addDays(today, -9), steps(addDays(today, -9), 30), {
        isConfidential: true,
        dueOn: addDays(today, 20),
      })
    }
    if (contract !== undefined) add(contract, addDays(today, -2), [], { dueOn: today })
  })
}
