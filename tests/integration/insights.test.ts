import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import {
  activity,
  careGift,
  committee,
  mutualAid,
  participation,
  provider,
  providerContract,
  request,
  requestEvent,
} from '../../db/schema'
import { insights as service } from '../../electron/backend/insights'
import type { ActivityType, Attendance } from '../../shared/model/activity'
import type { CareKind } from '../../shared/model/care-gift'
import { monthSchema, now, partialDateSchema } from '../../shared/model/date'
import {
  activityIdSchema,
  careGiftIdSchema,
  committeeIdSchema,
  mutualAidIdSchema,
  newId,
  participationIdSchema,
  providerContractIdSchema,
  providerIdSchema,
  requestEventIdSchema,
  requestIdSchema,
  type MemberId,
} from '../../shared/model/id'
import type { PeopleFilter, Suggestion } from '../../shared/model/insights'
import type { MemberFields } from '../../shared/model/member'
import { addMonths } from '../../shared/rules/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const month = (text: string) => monthSchema.parse(text)
const period = { from: month('2025-07'), until: month('2026-06') }
const page = { offset: 0, limit: 100 }

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 5, 10, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openInsights() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const client = createRouterClient({ insights: service }, { context: { session: { db }, host: host.client } }).insights
  return {
    db,
    host,
    client,
    folder: branch.folder,
    /** Members with names from `prefix`1 on. */
    people: (prefix: string, count: number, fields: Partial<MemberFields> = {}) =>
      db.write(() =>
        Array.from({ length: count }, (_, at) =>
          insertMember(db, {
            name: `${prefix}${String(at + 1)}`,
            joinDate: partialDateSchema.parse('2015'),
            ...fields,
          }),
        ),
      ),
    hold: (type: ActivityType, startsOn: string, came: readonly MemberId[], rest: HeldRest = {}) =>
      hold(db, type, startsOn, came, rest),
    give: (memberId: MemberId, kind: CareKind, on: string, amount: number) =>
      db.write(() =>
        db.orm
          .insert(careGift)
          .values({ id: newId(careGiftIdSchema), memberId, kind, on, form: 'goods', amount })
          .run(),
      ),
    ask: (memberId: MemberId | null, topic: string, receivedOn: string, rest: AskedRest = {}) =>
      ask(db, memberId, topic, receivedOn, rest),
    names: async (filter: PeopleFilter) => (await client.people.list({ filter, ...page })).rows.map(({ name }) => name),
    async suggestion<Kind extends Suggestion['kind']>(kind: Kind) {
      const { suggestions } = await client.suggestions()
      return suggestions.filter((found): found is Extract<Suggestion, { kind: Kind }> => found.kind === kind)
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

interface HeldRest {
  readonly absent?: readonly MemberId[]
  readonly signedUp?: readonly MemberId[]
  readonly cost?: number
  readonly cancelledOn?: string
  readonly eligible?: string
  readonly title?: string
}

function hold(db: BranchDatabase, type: ActivityType, on: string, came: readonly MemberId[], rest: HeldRest): void {
  const { absent = [], signedUp = [], title = on, ...fields } = rest
  db.write(() => {
    const id = newId(activityIdSchema)
    db.orm
      .insert(activity)
      .values({ id, title, type, startsOn: on, endsOn: on, ...fields })
      .run()
    const take = (memberId: MemberId, attendance: Attendance) =>
      db.orm
        .insert(participation)
        .values({ id: newId(participationIdSchema), activityId: id, memberId, attendance })
        .run()
    for (const memberId of came) take(memberId, 'present')
    for (const memberId of absent) take(memberId, 'absent')
    for (const memberId of signedUp) take(memberId, 'signedUp')
  })
}

interface AskedRest {
  readonly isConfidential?: boolean
  readonly dueOn?: string
  readonly closedOn?: string
}

function ask(db: BranchDatabase, memberId: MemberId | null, topic: string, receivedOn: string, rest: AskedRest): void {
  db.write(() => {
    const id = newId(requestIdSchema)
    const { isConfidential = false, dueOn = null, closedOn } = rest
    db.orm
      .insert(request)
      .values({
        id,
        memberId,
        kind: 'inquiry',
        topic,
        urgency: 'ordinary',
        channel: 'visit',
        receivedOn,
        title: `${topic}的事`,
        text: '',
        dueOn,
        isConfidential: Number(isConfidential),
      })
      .run()
    if (closedOn === undefined) return
    db.orm
      .insert(requestEvent)
      .values({ id: newId(requestEventIdSchema), requestId: id, kind: 'closed', on: closedOn, recordedAt: now() })
      .run()
  })
}

const participants = (rest: Partial<Extract<PeopleFilter, { of: 'participation' }>>): PeopleFilter => ({
  of: 'participation',
  period,
  group: {},
  came: 'any',
  type: null,
  joinedFrom: null,
  joinedBefore: null,
  ...rest,
})

describe('participation', () => {
  it('counts people once and times each, by kind, department, age, sex and time, and each figure opens its people', async () => {
    using branch = openInsights()
    const { client, people, hold: held, names } = branch
    const born = (text: string) => partialDateSchema.parse(text)
    const young = people('青', 3, { department: '一车间', gender: '女', birthDate: born('2000-05') })
    const old = people('老', 2, { department: '二车间', gender: '男', birthDate: born('1970-05-01') })
    people('无', 1)
    held('sports', '2025-09-01', [...young, ...old])
    held('sports', '2026-02-01', young.slice(0, 1), { absent: old })
    held('lecture', '2026-03-01', [], { signedUp: young })
    held('lecture', '2026-04-01', young, { cancelledOn: '2026-04-01' })
    held('sports', '2026-06-20', young)
    held('outing', '2024-10-01', old)

    const found = await client.participation.overview(period)
    expect(found.all).toEqual({ members: 6, came: 5, signedUp: 5, attendances: 6 })
    expect(
      found.types.map(({ type, activities, came, attendances, missed }) => [
        type,
        activities,
        came,
        attendances,
        missed,
      ]),
    ).toEqual([
      ['sports', 2, 5, 6, 2],
      ['lecture', 1, 0, 0, 0],
    ])
    expect(found.departments.map(({ value, members, came }) => [value, members, came])).toEqual([
      ['二车间', 2, 2],
      ['一车间', 3, 3],
      ['', 1, 0],
    ])
    expect(found.ageBands.map(({ value, members, came }) => [value, members, came])).toEqual([
      ['under30', 3, 3],
      ['fifties', 2, 2],
      ['unknown', 1, 0],
    ])
    expect(found.sexes.map(({ value, came }) => [value, came])).toEqual([
      ['男', 2],
      ['女', 3],
      ['unknown', 0],
    ])
    expect(found.months.map(({ came }) => came)).toEqual([0, 0, 5, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(found.years.map(({ from, came, attendances }) => [from, came, attendances])).toEqual([
      ['2022-01', 0, 0],
      ['2023-01', 0, 0],
      ['2024-01', 2, 2],
      ['2025-01', 5, 5],
      ['2026-01', 1, 1],
    ])

    expect(await names(participants({ came: 'never' }))).toEqual(['无1'])
    expect(await names(participants({ came: 'missed', group: { department: '二车间' } }))).toEqual(['老1', '老2'])
    expect(await names(participants({ came: 'signedUpOnly', type: 'lecture' }))).toEqual(['青1', '青2', '青3'])
    expect(await names(participants({ group: { ageBand: 'fifties', sex: '男' } }))).toEqual(['老1', '老2'])
    expect(await names(participants({ group: { department: '' } }))).toEqual(['无1'])
    const [first] = (await client.people.list({ filter: participants({ group: { department: '二车间' } }), ...page }))
      .rows
    expect(first).toMatchObject({
      came: 1,
      signedUp: 2,
      open: 3,
      since: '2015',
      lastCame: { title: '2025-09-01', on: '2025-09-01' },
      invited: ['2026-02-01'],
    })
  })

  it('asks of whom was a member at the time only', async () => {
    using branch = openInsights()
    const [later] = branch.people('新', 1, { joinDate: partialDateSchema.parse('2026-07-01') })
    const [member] = branch.people('在', 1)
    if (later === undefined || member === undefined) throw new Error('Nobody')
    branch.hold('sports', '2026-01-01', [later, member])
    expect((await branch.client.participation.overview(period)).all).toMatchObject({
      members: 1,
      came: 1,
      attendances: 1,
    })
  })

  it('is counted anew after every write', async () => {
    using branch = openInsights()
    const [member] = branch.people('甲', 1)
    if (member === undefined) throw new Error('Nobody')
    expect((await branch.client.participation.overview(period)).all.came).toBe(0)
    branch.hold('sports', '2026-01-01', [member])
    expect((await branch.client.participation.overview(period)).all.came).toBe(1)
  })

  it('saves the people behind a figure', async () => {
    using branch = openInsights()
    branch.people('丁', 2, { department: '一车间' })
    branch.host.savePath = path.join(branch.folder, '名单.xlsx')
    for await (const _ of await branch.client.people.save({
      filter: participants({ came: 'never' }),
      title: '没有参加过的人',
    }));
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(branch.host.savePath)
    const rows = workbook.worksheets[0]?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1, 4) : []))
    expect(rows).toContainEqual([1, '丁1', '一车间'])
  })
})

describe('preferences', () => {
  it('say of a member to how many of the activities they could come to they came', async () => {
    using branch = openInsights()
    const [one, other] = branch.people('甲', 2)
    if (one === undefined || other === undefined) throw new Error('Nobody')
    for (const on of ['2024-03-01', '2025-03-01', '2026-03-01']) branch.hold('sports', on, [one])
    branch.hold('sports', '2023-12-31', [one])
    branch.hold('lecture', '2026-01-01', [other], { absent: [one] })
    branch.hold('women', '2026-03-08', [other], { eligible: '{}' })
    expect(await branch.client.preferences.member({ memberId: one })).toEqual({
      since: '2024-01',
      types: [
        { type: 'sports', held: 3, came: 3 },
        { type: 'lecture', held: 1, came: 0 },
      ],
    })
    const groups = await branch.client.preferences.groups({ by: 'department', period })
    expect(groups).toEqual({
      types: [
        { type: 'sports', activities: 1 },
        { type: 'women', activities: 1 },
        { type: 'lecture', activities: 1 },
      ],
      groups: [{ value: '', members: 2, came: [1, 1, 1] }],
    })
  })
})

describe('topics of requests', () => {
  it('show no small group, count a person once a month, and mark a topic that grew faster than chance', async () => {
    using branch = openInsights()
    const members = branch.people('会', 30)
    for (let back = 0; back < 17; back++) {
      const at = addMonths(month('2026-05'), -back)
      members.slice(0, 8).forEach((id) => branch.ask(id, '食堂', `${at}-05`))
      members.slice(0, 9).forEach((id) => branch.ask(id, '工资', `${at}-06`))
    }
    members.slice(0, 20).forEach((id) => branch.ask(id, '停车', '2026-05-10'))
    branch.ask(members[0] ?? null, '停车', '2026-05-11')
    members.slice(0, 3).forEach((id) => branch.ask(id, '体检', '2026-02-11'))
    branch.ask(null, '工资', '2026-05-12', { isConfidential: true })

    const found = await branch.client.topics.overview({ year: '2026' })
    expect(found.months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    const of = (topic: string) => found.topics.find((one) => one.topic === topic)
    expect(of('体检')).toMatchObject({ counts: [0, null, 0, 0, 0, 0], sum: null })
    expect(of('停车')?.counts[4]).toBe(20)
    expect(
      found.topics.flatMap(({ counts }) => counts).filter((count) => count !== null && count > 0 && count < 5),
    ).toEqual([])
    expect(found.signals).toMatchObject([{ topic: '停车', month: '2026-05', count: 20, monthTotal: 38, before: 0 }])
    expect(found.signals[0]?.chance).toBeLessThan(0.001)

    const asked = await branch.client.topics.requests({ topic: '工资', month: month('2026-05'), ...page })
    expect(asked.total).toBe(10)
    expect(asked.rows.at(-1)).toMatchObject({ title: null, isClosed: false })
    await expect(
      branch.client.topics.requests({ topic: '体检', month: month('2026-02'), ...page }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await branch.suggestion('topicRise')).toMatchObject([{ topic: '停车', count: 20, monthTotal: 38 }])
  })
})

describe('reach and cost', () => {
  it('count people once and divide what was spent', async () => {
    using branch = openInsights()
    const [one, other] = branch.people('甲', 4)
    if (one === undefined || other === undefined) throw new Error('Nobody')
    branch.give(one, 'springFestival', '2026-02-10', 60_000)
    branch.give(other, 'springFestival', '2026-02-10', 60_000)
    branch.give(one, 'hospital', '2026-03-10', 100_000)
    branch.give(one, 'hospital', '2024-03-10', 100_000)
    branch.hold('sports', '2026-01-01', [one, other], { cost: 30_000 })
    branch.hold('sports', '2026-01-02', [one])
    const found = await branch.client.reach.overview(period)
    expect(found).toMatchObject({ members: 4, people: 2, amount: 220_000 })
    expect(found.gifts).toEqual([
      { kind: 'springFestival', gifts: 2, people: 2, amount: 120_000 },
      { kind: 'hospital', gifts: 1, people: 1, amount: 100_000 },
    ])
    expect(found.types).toMatchObject([{ attendances: 3, cost: 30_000, costKnown: 1, attendancesWithCost: 2 }])
    expect(await branch.names({ of: 'gifts', period, kind: 'springFestival' })).toEqual(['甲1', '甲2'])
  })
})

describe('the quality of records', () => {
  it('counts who those above would count, and opens the others', async () => {
    using branch = openInsights()
    const sound = {
      gender: '女',
      birthDate: partialDateSchema.parse('1949-12-31'),
      ethnicity: '汉族',
      idType: '居民身份证',
      phone: '13800138000',
      department: '一车间',
    } as const
    branch.people('全', 1, { ...sound, idNumber: '11010519491231002X' })
    branch.people('错', 1, { ...sound, idNumber: '110105194912310021' })
    branch.people('重', 2, { ...sound, idNumber: '440524188001010014' })
    branch.people('缺', 1, { ...sound, department: null, idNumber: null, phone: null })
    const found = await branch.client.quality.overview()
    expect(found).toMatchObject({ members: 5, sound: 1 })
    expect(found.faults).toEqual([
      { fault: 'idMissing', count: 1 },
      { fault: 'idWrong', count: 1 },
      { fault: 'idTwice', count: 2 },
      { fault: 'phone', count: 1 },
    ])
    expect(found.departments.map(({ value, members, sound: right }) => [value, members, right])).toEqual([
      ['一车间', 4, 1],
      ['', 1, 0],
    ])
    expect(await branch.names({ of: 'quality', fault: 'idTwice', department: null })).toEqual(['重1', '重2'])
    expect(await branch.names({ of: 'quality', fault: null, department: '' })).toEqual(['缺1'])
  })
})

describe('the calendar', () => {
  it('lists what comes due in twelve months, what is overdue in the first', async () => {
    using branch = openInsights()
    const { db } = branch
    const [man, woman] = [
      ...branch.people('男', 1, { gender: '男', birthDate: partialDateSchema.parse('1966-05-20') }),
      ...branch.people('女', 1, { gender: '女', birthDate: partialDateSchema.parse('1976-01') }),
    ]
    if (man === undefined || woman === undefined) throw new Error('Nobody')
    branch.hold('outing', '2026-10-01', [])
    branch.ask(man, '工资', '2026-01-01', { dueOn: '2026-02-01' })
    branch.ask(man, '工资', '2026-01-01', { dueOn: '2026-02-01', closedOn: '2026-01-20' })
    const providerId = newId(providerIdSchema)
    db.write(() => {
      db.orm
        .insert(committee)
        .values({ id: newId(committeeIdSchema), kind: 'committee', term: 4, electedOn: '2021-09-01', years: 5 })
        .run()
      db.orm.insert(provider).values({ id: providerId, name: '体检中心', kind: 'other', isRetired: 0 }).run()
      db.orm
        .insert(providerContract)
        .values({
          id: newId(providerContractIdSchema),
          providerId,
          title: '体检合同',
          validFrom: '2025-01-01',
          validUntil: '2026-12-31',
        })
        .run()
      db.orm
        .insert(mutualAid)
        .values({
          id: newId(mutualAidIdSchema),
          memberId: man,
          plan: '住院',
          validFrom: '2025-09-01',
          validUntil: '2026-08-31',
          premium: 10_000,
          payer: 'union',
        })
        .run()
    })
    const { months, due } = await branch.client.calendar.list()
    expect([months[0], months.at(-1)]).toEqual(['2026-06', '2027-05'])
    const found = due.map(({ kind, month: at, title, people, isOverdue }) => [at, kind, people ?? title, isOverdue])
    expect(found).toEqual([
      ['2026-06', 'request', '工资的事', true],
      // 50 years and the seven months that were added for those who turn 50 in January 2026.
      ['2026-08', 'retirement', 1, false],
      ['2026-08', 'cover', 1, false],
      ['2026-09', 'election', null, false],
      // 60 years and five months.
      ['2026-10', 'retirement', 1, false],
      ['2026-10', 'activity', '2026-10-01', false],
      ['2026-12', 'contract', '体检中心 体检合同', false],
      ['2027-01', 'birthday', 1, false],
      ['2027-05', 'birthday', 1, false],
    ])
    expect(await branch.names({ of: 'due', kind: 'birthday', month: month('2027-01') })).toEqual(['女1'])
    expect(await branch.names({ of: 'due', kind: 'cover', month: month('2026-08') })).toEqual(['男1'])

    branch.host.savePath = path.join(branch.folder, '到期.xlsx')
    for await (const _ of await branch.client.calendar.save());
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(branch.host.savePath)
    expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain('工会委员会（第4届）')
  })
})

describe('suggestions', () => {
  it('name a department that is not reached, with its figures and its people', async () => {
    using branch = openInsights()
    const reached = branch.people('一', 20, { department: '一车间' })
    branch.people('二', 10, { department: '二车间' })
    branch.hold('sports', '2026-03-01', reached)
    const [found] = await branch.suggestion('groupUnreached')
    expect(found).toMatchObject({ value: '二车间', members: 10, never: 10, allMembers: 30, allNever: 10 })
    expect(found?.people && (await branch.names(found.people))).toHaveLength(10)
    expect(await branch.suggestion('neverSignedUp')).toMatchObject([{ members: 30, never: 10 }])
  })

  it('say nothing of participation before anything was held', async () => {
    using branch = openInsights()
    branch.people('一', 20, { department: '一车间' })
    expect((await branch.client.suggestions()).suggestions.map(({ kind }) => kind)).toEqual(['records'])
  })

  it('name birthdays without a gift where others got one, and requests that are late', async () => {
    using branch = openInsights()
    const born = partialDateSchema.parse('1990-03-03')
    const [one, other, third] = branch.people('寿', 3, { birthDate: born })
    if (one === undefined || other === undefined || third === undefined) throw new Error('Nobody')
    branch.give(one, 'birthday', '2026-03-03', 30_000)
    branch.give(other, 'birthday', '2026-03-03', 30_000)
    branch.ask(one, '工资', '2026-03-01', { dueOn: '2026-04-01' })
    const [birthdays] = await branch.suggestion('birthdaysWithoutGift')
    expect(birthdays).toMatchObject({ birthdays: 3, without: 1, until: '2026-05' })
    expect(birthdays?.people && (await branch.names(birthdays.people))).toEqual(['寿3'])
    expect(await branch.suggestion('overdueRequests')).toMatchObject([{ requests: 1, oldest: '2026-04-01' }])
  })
})
