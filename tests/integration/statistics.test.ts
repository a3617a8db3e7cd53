import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { accessQueries } from '../../db/queries/access'
import {
  activity,
  article,
  careGift,
  checkup,
  committee,
  delegate,
  hardshipAssessment,
  hardshipFile,
  member,
  membershipEvent,
  mutualAid,
  participation,
  post,
  request,
  requestEvent,
  teamRole,
} from '../../db/schema'
import { fillSampleBranch } from '../../electron/backend/sample/fill-sample-branch'
import { statistics } from '../../electron/backend/statistics'
import { daySchema, now } from '../../shared/model/date'
import {
  activityIdSchema,
  articleIdSchema,
  careGiftIdSchema,
  checkupIdSchema,
  committeeIdSchema,
  delegateIdSchema,
  hardshipAssessmentIdSchema,
  hardshipFileIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  mutualAidIdSchema,
  newId,
  participationIdSchema,
  postIdSchema,
  requestEventIdSchema,
  requestIdSchema,
  teamRoleIdSchema,
  type MemberId,
} from '../../shared/model/id'
import type { MemberFields } from '../../shared/model/member'
import type { MembershipEventType } from '../../shared/model/membership'
import type { IndicatorKey, ReportDesign, StatisticsPeriod } from '../../shared/model/statistics'
import { hasList, indicatorKeys, indicators } from '../../shared/rules/statistics/indicators'
import { periodOn } from '../../shared/rules/statistics/periods'
import { openTestBranch } from '../fixtures/branch'
import { insertFundLine } from '../fixtures/fund-lines'
import { testHost } from '../fixtures/host'
import { formulaCells, recomputed } from '../fixtures/recompute-sheet'

const day = (text: string) => daySchema.parse(text)
/** The year of the union statistics that is looked at. */
const year: StatisticsPeriod = { from: day('2025-10-01'), until: day('2026-09-30') }
const all = { offset: 0, limit: 500 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2026-10-15T12:00:00'))
})
afterEach(() => vi.useRealTimers())

function openStatistics() {
  const branch = openTestBranch()
  const { db, folder } = branch
  const host = testHost()
  const client = createRouterClient(statistics, { context: { session: { db }, host: host.client } })
  return {
    db,
    host,
    client,
    person: (
      name: string,
      events: readonly (readonly [MembershipEventType, string | null])[],
      fields: Partial<MemberFields> = {},
    ): MemberId =>
      db.write(() => {
        const id = newId(memberIdSchema)
        db.orm
          .insert(member)
          .values({ id, name, ...fields })
          .run()
        for (const [type, date] of events) {
          db.orm
            .insert(membershipEvent)
            .values({ id: newId(membershipEventIdSchema), memberId: id, type, date, recordedAt: now() })
            .run()
        }
        return id
      }),
    async figure(key: IndicatorKey, period = year) {
      const { figures } = await client.figures({ period })
      const found = figures.find((figure) => figure.key === key)
      if (found === undefined) throw new Error(`No figure ${key}`)
      return found
    },
    async names(key: IndicatorKey, more: { part?: string | null; women?: boolean } = {}) {
      const { rows } = await client.list({ key, period: year, ...more, ...all })
      return rows.map(({ name, what }) => name ?? what)
    },
    async check(key: string) {
      return (await client.checks({ period: year })).find(({ check }) => check === key)
    },
    async saved(write: () => Promise<AsyncIterable<{ kind: string }>>) {
      host.savePath = path.join(folder, 'out.xlsx')
      for await (const event of await write()) expect(event.kind).toMatch(/progress|result/)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(host.savePath)
      return workbook
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const shown = (cell: ExcelJS.Cell): unknown => (cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value)
function rowsOf(workbook: ExcelJS.Workbook): unknown[][] {
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: unknown[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(shown(cell)))
    rows.push(cells)
  })
  return rows
}

describe('the members of a period', () => {
  it('are counted at its end, and changes on its first and last day belong to it', async () => {
    using branch = openStatistics()
    branch.person('安一', [['admission', '2025-09-30']], { gender: '女' })
    branch.person('白二', [['admission', '2025-10-01']], { gender: '男' })
    branch.person('曹三', [['admission', '2026-09-30']], { gender: '女' })
    branch.person('邓四', [['admission', '2026-10-01']])
    branch.person('丁五', [
      ['admission', '2001'],
      ['transferOut', '2026-09-30'],
    ])
    branch.person('方六', [
      ['admission', null],
      ['keeping', '2025-10-01'],
    ])
    expect(await branch.figure('members')).toMatchObject({ value: 3, women: 2, before: 3 })
    expect(await branch.figure('membersKept')).toMatchObject({ value: 1, before: 0 })
    expect(await branch.figure('admitted')).toMatchObject({ value: 2, women: 1, before: 1 })
    expect(await branch.figure('transferredOut')).toMatchObject({ value: 1 })
    expect(await branch.figure('keptInPeriod')).toMatchObject({ value: 1 })
    expect(await branch.names('members')).toEqual(['安一', '白二', '曹三'])
    expect(await branch.names('members', { women: true })).toEqual(['安一', '曹三'])
    expect(await branch.names('admitted')).toEqual(['白二', '曹三'])
    expect(await branch.check('movement')).toMatchObject({ isRight: true, left: 4, right: 4 })
  })

  it('are counted with the fields that the record had at its end', async () => {
    using branch = openStatistics()
    vi.setSystemTime(new Date('2025-11-01T12:00:00'))
    const id = branch.person('安一', [['admission', '2020-01-01']], { isMigrantWorker: '是', department: '一车间' })
    vi.setSystemTime(new Date('2026-10-05T12:00:00'))
    branch.db.write(() =>
      branch.db.sqlite
        .prepare("UPDATE member SET is_migrant_worker = '否', department = '二车间' WHERE id = ?")
        .run(id),
    )
    expect(await branch.figure('membersMigrant')).toMatchObject({ value: 1 })
    const listed = await branch.client.list({ key: 'membersMigrant', period: year, ...all })
    expect(listed.rows.map(({ department }) => department)).toEqual(['一车间'])
    const later = { from: day('2026-10-01'), until: day('2027-09-30') }
    expect(await branch.figure('membersMigrant', later)).toMatchObject({ value: 0, before: 1 })
  })

  it('are told apart by education, new employment and standing', async () => {
    using branch = openStatistics()
    const joined = [['admission', '2020-01-01']] as const
    branch.person('安一', joined, { education: '大学本科', newEmploymentType: '快递员', birthDate: null })
    branch.person('白二', joined, { education: '大学本科', politicalStatus: '中共预备党员' })
    branch.person('曹三', joined, { employmentForm: '劳务派遣', isNewEmployment: '是' })
    const { parts, value } = await branch.figure('membersByEducation')
    expect(value).toBe(3)
    expect(parts).toMatchObject([
      { part: '大学本科', value: 2, before: 2 },
      { part: null, value: 1 },
    ])
    expect(await branch.names('membersByEducation', { part: null })).toEqual(['曹三'])
    expect((await branch.figure('membersNewEmployment')).parts.map(({ part }) => part)).toEqual(['快递员', null])
    expect(await branch.figure('membersOfParty')).toMatchObject({ value: 1 })
    expect(await branch.figure('membersDispatched')).toMatchObject({ value: 1 })
    expect(await branch.check('educationSum')).toMatchObject({ isRight: false, left: 2, right: 3, people: 1 })
    const differing = await branch.client.differing({ check: 'educationSum', period: year, ...all })
    expect(differing.rows.map(({ name }) => name)).toEqual(['曹三'])
  })

  it('say who makes the difference where changes do not follow from each other', async () => {
    using branch = openStatistics()
    branch.person('安一', [['admission', '2020-01-01']])
    branch.person('白二', [
      ['admission', '2020-01-01'],
      ['admission', '2026-03-01'],
    ])
    branch.person('曹三', [['admission', '2026']])
    expect(await branch.check('movement')).toMatchObject({ isRight: false, left: 3, right: 4, people: 1 })
    const differing = await branch.client.differing({ check: 'movement', period: year, ...all })
    expect(differing.rows.map(({ name }) => name)).toEqual(['白二'])
    expect(await branch.check('datesKnown')).toMatchObject({ isRight: false, people: 1 })
  })
})

function fillLife(db: BranchDatabase, memberId: MemberId, otherId: MemberId): void {
  db.write(() => {
    const insert = <Values>(run: (values: Values) => void, ...rows: Values[]) => rows.forEach(run)
    const held = (type: string, startsOn: string, cancelledOn: string | null = null) => {
      const id = newId(activityIdSchema)
      db.orm.insert(activity).values({ id, title: type, type, startsOn, endsOn: startsOn, cancelledOn }).run()
      for (const [person, attendance] of [
        [memberId, 'present'],
        [otherId, 'absent'],
      ] as const)
        db.orm
          .insert(participation)
          .values({ id: newId(participationIdSchema), activityId: id, memberId: person, attendance })
          .run()
    }
    held('contest', '2025-10-01')
    held('sports', '2026-09-30')
    held('sports', '2026-10-01')
    held('training', '2026-05-01', '2026-04-01')
    const gift = (kind: string, on: string, amount: number) =>
      db.orm
        .insert(careGift)
        .values({ id: newId(careGiftIdSchema), memberId, kind, on, form: 'goods', amount })
        .run()
    gift('birthday', '2026-01-05', 20_000)
    gift('birthday', '2026-01-06', 10_000)
    gift('hospital', '2026-01-07', 50_000)
    gift('hardship', '2026-01-08', 100_000)
    gift('birthday', '2024-01-05', 99_900)
    const fileId = newId(hardshipFileIdSchema)
    db.orm.insert(hardshipFile).values({ id: fileId, memberId, kind: 'urban', openedOn: '2026-01-01' }).run()
    const assess = (on: string, hardshipClass: string) =>
      db.orm
        .insert(hardshipAssessment)
        .values({
          id: newId(hardshipAssessmentIdSchema),
          fileId,
          on,
          year: on.slice(0, 4),
          people: 3,
          income: 1,
          rigidSpending: 0,
          accidentCost: 0,
          minimumLiving: 1,
          class: hardshipClass,
        })
        .run()
    assess('2026-01-01', 'relative')
    assess('2027-01-01', 'deep')
    const committeeId = newId(committeeIdSchema)
    db.orm
      .insert(committee)
      .values({ id: committeeId, kind: 'committee', term: 3, years: 5, electedOn: '2024-05-20' })
      .run()
    db.orm
      .insert(committee)
      .values({
        id: newId(committeeIdSchema),
        kind: 'audit',
        term: 1,
        years: 5,
        electedOn: '2019-01-01',
        endedOn: '2024-05-20',
      })
      .run()
    insert(
      (id: MemberId) =>
        db.orm
          .insert(delegate)
          .values({ id: newId(delegateIdSchema), committeeId, memberId: id })
          .run(),
      memberId,
      otherId,
    )
    const hold = (id: MemberId, title: string, engagement: string | null, heldFrom: string, heldTo: string | null) =>
      db.orm
        .insert(post)
        .values({ id: newId(postIdSchema), memberId: id, title, engagement, heldFrom, heldTo })
        .run()
    hold(memberId, '主席', '专职', '2024-05', null)
    hold(memberId, '组织委员', '兼职', '2024-05', null)
    hold(otherId, '宣传委员', '兼职', '2024', '2026-09')
    hold(otherId, '文体委员', '兼职', '2020', '2026-08')
    db.orm
      .insert(teamRole)
      .values({ id: newId(teamRoleIdSchema), memberId, kind: 'volunteer', from: '2026-09-30' })
      .run()
    db.orm
      .insert(article)
      .values({ id: newId(articleIdSchema), memberId, title: '简讯', writtenOn: '2026-02-02', adoption: 'own' })
      .run()
    for (const plan of ['住院', '意外'])
      db.orm
        .insert(mutualAid)
        .values({
          id: newId(mutualAidIdSchema),
          memberId,
          plan,
          validFrom: '2026-09-30',
          validUntil: '2027-09-29',
          premium: 5000,
          payer: 'union',
        })
        .run()
    for (const attendance of ['attended', 'missed'])
      db.orm
        .insert(checkup)
        .values({ id: newId(checkupIdSchema), memberId, on: '2026-06-01', attendance })
        .run()
    for (const isConfidential of [0, 1]) {
      const id = newId(requestIdSchema)
      db.orm
        .insert(request)
        .values({
          id,
          memberId,
          kind: 'appeal',
          topic: '工资',
          urgency: 'ordinary',
          channel: 'visit',
          receivedOn: '2026-03-01',
          title: '加班费',
          text: '',
          isConfidential,
        })
        .run()
      const event = (kind: string, on: string) =>
        db.orm
          .insert(requestEvent)
          .values({ id: newId(requestEventIdSchema), requestId: id, kind, on, recordedAt: now() })
          .run()
      event('closed', '2026-03-05')
      if (isConfidential === 1) event('reopened', '2026-03-06')
    }
  })
}

describe('what a branch did in a period', () => {
  it('is counted from its record', async () => {
    using branch = openStatistics()
    const joined = [['admission', '2020-01-01']] as const
    const memberId = branch.person('安一', joined, { gender: '女', department: '一车间' })
    const otherId = branch.person('白二', joined, { gender: '男', department: '二车间' })
    fillLife(branch.db, memberId, otherId)
    const { figures } = await branch.client.figures({ period: year })
    const values = Object.fromEntries(figures.map(({ key, value, women }) => [key, [value, women]]))
    expect(values).toMatchObject({
      contests: [1, null],
      contestants: [1, 1],
      culturalActivities: [1, null],
      culturalAttendances: [1, 1],
      trainings: [0, null],
      activitiesHeld: [2, null],
      giftTimes: [2, 2],
      giftAmount: [30_000, null],
      sicknessVisits: [1, null],
      hardshipFiles: [1, null],
      hardshipAmount: [100_000, null],
      committee: [1, null],
      auditCommittee: [0, null],
      delegates: [2, 1],
      officers: [2, 1],
      officersFullTime: [1, 1],
      officersPartTime: [1, 0],
      volunteers: [1, 1],
      articles: [1, null],
      mutualAid: [1, 1],
      checkedUp: [1, 1],
      requestsReceived: [2, null],
      requestsClosed: [1, null],
    })
    expect(figures.find(({ key }) => key === 'committee')?.day).toBe('2024-05-20')
    expect(figures.find(({ key }) => key === 'hardshipFiles')?.parts.map(({ part }) => part)).toEqual(['relative'])
    expect(await branch.names('requestsReceived')).toEqual([null, '安一'])
  })

  it('tells of hardship and illness no list, whoever asks', async () => {
    using branch = openStatistics()
    for (const key of indicatorKeys.filter((one) => !hasList(indicators[one]))) {
      await expect(branch.client.list({ key, period: year, ...all })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(branch.client.exportList({ key, period: year, language: 'zh-CN' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('comes with the money of both accounts, which adds up', async () => {
    using branch = openStatistics()
    const { db } = branch
    insertFundLine(db, { on: '2025-09-01', amount: 100_000, direction: 'opening' })
    insertFundLine(db, { on: '2025-10-01', amount: 50_000, direction: 'income', category: '拨缴经费收入' })
    insertFundLine(db, { on: '2026-02-01', amount: 20_000, direction: 'income', category: '上级补助收入' })
    insertFundLine(db, { on: '2026-09-30', amount: 30_000 })
    insertFundLine(db, { on: '2026-10-01', amount: 7000 })
    expect(await branch.figure('retainedIncome')).toMatchObject({ value: 50_000, before: 0 })
    expect(await branch.figure('subsidyIncome')).toMatchObject({ value: 20_000 })
    expect(await branch.figure('income')).toMatchObject({ value: 70_000 })
    expect((await branch.figure('spending')).parts).toMatchObject([{ part: '职工活动支出', value: 30_000 }])
    expect(await branch.figure('balance')).toMatchObject({ value: 140_000, before: 100_000 })
    expect(await branch.check('balance')).toMatchObject({ isRight: true })
  })
})

describe('typed figures', () => {
  it('are kept for their period with their source, and checked against each other', async () => {
    using branch = openStatistics()
    branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET staff_count = 320').run())
    expect(await branch.figure('staff')).toMatchObject({ value: null })
    const current = periodOn('statistical', day('2026-10-15'))
    expect(await branch.figure('staff', current)).toMatchObject({ value: 320, typed: null })
    const typed = { ...year, day: null, source: '人力资源部', statedOn: day('2026-10-10') }
    await branch.client.setFigure({ ...typed, key: 'staff', number: 300 })
    await branch.client.setFigure({ ...typed, key: 'staffWomen', number: 301 })
    await branch.client.setFigure({ ...typed, key: 'congressHeldOn', number: null, day: day('2026-03-01') })
    expect(await branch.figure('staff')).toMatchObject({ value: 300, typed: { source: '人力资源部' } })
    expect(await branch.figure('congressHeldOn')).toMatchObject({ value: null, day: '2026-03-01' })
    expect(await branch.check('womenWithinStaff')).toMatchObject({ isRight: false, left: 301, right: 300 })
    await branch.client.setFigure({ ...typed, key: 'staffWomen', number: null })
    expect(await branch.figure('staffWomen')).toMatchObject({ value: null, typed: null })
    expect(await branch.check('womenWithinStaff')).toBeUndefined()
    await expect(branch.client.setFigure({ ...typed, key: 'members', number: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the sample branch', () => {
  it('counts in every figure as many as its list has rows, and as much as they sum up to', async () => {
    using branch = openStatistics()
    vi.setSystemTime(new Date('2026-05-20T12:00:00'))
    await fillSampleBranch(branch.db, day('2026-05-20'))
    const period = periodOn('statistical', day('2026-05-20'))
    const { figures } = await branch.client.figures({ period })
    for (const { key, value, women, parts } of figures) {
      const indicator = indicators[key]
      if (!hasList(indicator)) continue
      const counted = async (narrowed: { part?: string | null; women?: boolean }) => {
        const listed: { amount: number | null }[] = []
        let total = 1
        for (let offset = 0; offset < total; offset += 500) {
          const page = await branch.client.list({ key, period, ...narrowed, offset, limit: 500 })
          listed.push(...page.rows)
          total = page.total
        }
        expect(listed).toHaveLength(total)
        if (indicator.unit === 'money') return listed.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
        return indicator.unit === 'yesNo' ? Math.min(total, 1) : total
      }
      expect([key, await counted({})]).toEqual([key, value])
      if (women !== null) expect([key, await counted({ women: true })]).toEqual([key, women])
      for (const part of parts) expect([key, await counted({ part: part.part })]).toEqual([key, part.value])
      if (indicator.parts !== undefined)
        expect([key, parts.reduce((sum, part) => sum + part.value, 0)]).toEqual([key, value])
    }
    const checks = await branch.client.checks({ period })
    expect(checks.filter(({ isRight }) => !isRight).map(({ check }) => check)).toEqual([])
  })
})

describe('a report of own design', () => {
  const design = (fields: Partial<ReportDesign>): ReportDesign => ({
    indicators: ['members'],
    rows: 'indicators',
    columns: 'total',
    withParts: false,
    period: 'statistical',
    departments: [],
    ...fields,
  })

  function openReports() {
    const branch = openStatistics()
    const joined = [['admission', '2020-01-01']] as const
    branch.person('安一', joined, { gender: '女', department: '一车间', unionGroup: '甲组', education: '高中' })
    branch.person('白二', joined, { gender: '男', department: '一车间', unionGroup: '乙组', education: '大学本科' })
    branch.person('曹三', [['admission', '2026-03-15']], { gender: null, department: '二车间' })
    insertFundLine(branch.db, { on: '2026-02-01', amount: 20_000, direction: 'income', category: '拨缴经费收入' })
    return branch
  }

  it('has figures by sex, by month and by department', async () => {
    using branch = openReports()
    const report = (fields: Partial<ReportDesign>) => branch.client.report({ design: design(fields), period: year })
    const bySex = await report({ indicators: ['members', 'income'], columns: 'sex' })
    expect(bySex.cells).toEqual([
      [3, 1, 1, 1],
      [20_000, null, null, null],
    ])
    const months = await report({ indicators: ['members', 'admitted'], columns: 'months' })
    expect(months.columns).toHaveLength(12)
    expect(months.cells).toEqual([
      [2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3],
      [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    ])
    const units = await report({ rows: 'departments', columns: 'indicators', indicators: ['members', 'admitted'] })
    expect(units.rows).toEqual([
      { of: 'department', department: '二车间' },
      { of: 'department', department: '一车间' },
    ])
    expect(units.cells).toEqual([
      [1, 1],
      [2, 0],
    ])
    const groups = await report({ rows: 'groups', columns: 'sex', departments: ['一车间'] })
    expect(groups.cells).toEqual([
      [1, 0, 1, 0],
      [1, 1, 0, 0],
    ])
  })

  it('has the kinds that a figure is made of as rows or as columns', async () => {
    using branch = openReports()
    const rows = await branch.client.report({
      design: design({ indicators: ['membersByEducation'], withParts: true }),
      period: year,
    })
    expect(rows.cells).toEqual([[3], [1], [1], [1]])
    const columns = await branch.client.report({
      design: design({ indicators: ['membersByEducation'], rows: 'departments', columns: 'parts' }),
      period: year,
    })
    expect(columns.cells).toEqual([
      [1, 0, 0, 1],
      [2, 1, 1, 0],
    ])
    const money = await branch.client.report({
      design: design({ indicators: ['income'], withParts: true }),
      period: year,
    })
    expect(money.cells).toEqual([[20_000], [20_000]])
  })

  it('is kept under a name of its own', async () => {
    using branch = openReports()
    const { client } = branch
    await expect(client.report({ design: design({ indicators: [] }), period: year })).rejects.toMatchObject({
      code: 'DESIGN_INVALID',
    })
    const saved = await client.saveTemplate({ id: null, name: '季报', design: design({ columns: 'quarters' }) })
    await expect(client.saveTemplate({ id: null, name: '季报', design: design({}) })).rejects.toMatchObject({
      code: 'TEMPLATE_NAME_TAKEN',
      data: { name: '季报' },
    })
    const renamed = await client.saveTemplate({ ...saved, name: '会员季报' })
    expect(await client.templates()).toEqual([renamed])
    await client.removeTemplate({ id: saved.id })
    expect(await client.templates()).toEqual([])
    await expect(client.saveTemplate({ ...saved, name: '季报' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is written with totals that the sheet reckons', async () => {
    using branch = openReports()
    const workbook = await branch.saved(() =>
      branch.client.exportReport({
        design: design({ rows: 'departments', columns: 'indicators', indicators: ['members', 'admitted'] }),
        period: year,
        name: '分会会员',
        madeBy: '陈示例',
        language: 'zh-CN',
      }),
    )
    const rows = rowsOf(workbook)
    expect(rows[0]?.[0]).toBe('分会会员')
    expect(rows.map(([first]) => first)).toContain('填表人：陈示例')
    expect(rows.at(-2)).toEqual(['合计', 3, 1])
    const [sheet] = workbook.worksheets
    if (sheet === undefined) throw new Error('No sheet')
    const formulas = formulaCells(sheet)
    expect(formulas).toHaveLength(2)
    for (const cell of formulas) expect(recomputed(sheet, cell)).toBe(cell.result)
  })
})

describe('the sheet of the statistics', () => {
  it('has the figures in the order of the groups, with sums that the sheet reckons, and is logged', async () => {
    using branch = openStatistics()
    branch.person('安一', [['admission', '2020-01-01']], { gender: '女', education: '高中' })
    branch.person('白二', [['admission', '2026-01-01']], { education: '大学本科' })
    insertFundLine(branch.db, { on: '2026-02-01', amount: 20_050, direction: 'income', category: '拨缴经费收入' })
    const workbook = await branch.saved(() =>
      branch.client.export({ period: year, madeBy: '陈示例', language: 'zh-CN' }),
    )
    const rows = rowsOf(workbook)
    const row = (name: string) => rows.find(([first]) => first === name)
    expect(row('会员总数')).toEqual(['会员总数', '人', 2, 1, 1, 1, null])
    expect(row('会员学历分布')?.slice(2, 6)).toEqual([2, 1, 1, 1])
    expect(row('收入合计')?.slice(1, 6)).toEqual(['元', 200.5, null, 0, 200.5])
    const [sheet] = workbook.worksheets
    if (sheet === undefined) throw new Error('No sheet')
    for (const cell of formulaCells(sheet)) expect(recomputed(sheet, cell)).toBe(cell.result)
    expect(row('建立工会委员会')?.slice(1, 3)).toEqual(['是否', '否'])
    const groups = rows.flatMap(([first]) => (/^[一二三四五六七八九十]+、/.test(String(first)) ? [String(first)] : []))
    expect(groups).toHaveLength(11)
    expect(accessQueries(branch.db).events.all({ limit: 1, offset: 0 })).toMatchObject([{ kind: 'export' }])
  })

  it('of the rows behind a figure is logged with their number', async () => {
    using branch = openStatistics()
    branch.person('安一', [['admission', '2020-01-01']], { gender: '女' })
    const workbook = await branch.saved(() =>
      branch.client.exportList({ key: 'members', period: year, language: 'zh-CN' }),
    )
    expect(rowsOf(workbook).at(-1)?.slice(0, 3)).toEqual([1, '安一', '女'])
    expect(accessQueries(branch.db).events.all({ limit: 1, offset: 0 })).toMatchObject([{ kind: 'export', count: 1 }])
  })
})
