import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { member, membershipEvent } from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { members } from '../../electron/backend/members'
import { organisation } from '../../electron/backend/organisation'
import { daySchema, now, type Day } from '../../shared/model/date'
import { memberIdSchema, membershipEventIdSchema, newId, type MemberId } from '../../shared/model/id'
import type { MemberFields } from '../../shared/model/member'
import type { MembershipEventType } from '../../shared/model/membership'
import { postInputSchema } from '../../shared/model/post'
import { addDays } from '../../shared/rules/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const day = (text: string) => daySchema.parse(text)

function openPast() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const router = { batches, members, organisation }
  const client = createRouterClient(router, { context: { session: { db }, host: host.client } })
  return {
    db,
    host,
    client,
    folder: branch.folder,
    member: (name: string, fields: Partial<MemberFields> = {}) => db.write(() => insertMember(db, { name, ...fields })),
    /** A member with nothing but the given events. */
    withEvents: (
      name: string,
      events: readonly (readonly [MembershipEventType, string | null])[],
      fields: Partial<MemberFields> = {},
    ) =>
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
    change: (id: MemberId, fields: { department: string | null }) =>
      db.write(() => db.sqlite.prepare('UPDATE member SET department = ? WHERE id = ?').run(fields.department, id)),
    on: (text: Day | string, unsureOnly = false) =>
      client.organisation.rosterOn({ day: daySchema.parse(text), offset: 0, limit: 100, unsureOnly }),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const noon = (text: Day | string) => vi.setSystemTime(new Date(`${text}T12:00:00`))

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('the roster of a past day', () => {
  it('has whoever was a member by the dates of the events, and says of whom it is not sure', async () => {
    using branch = openPast()
    noon('2026-01-10')
    branch.withEvents('安一', [['admission', '2010-05-01']])
    branch.withEvents('白二', [['admission', '2022']])
    branch.withEvents('曹三', [
      ['admission', '2001'],
      ['transferOut', '2022-06-30'],
    ])
    branch.withEvents('邓四', [
      ['admission', '2001'],
      ['keeping', '2021-03-01'],
    ])
    branch.withEvents('丁五', [['admission', null]])
    branch.withEvents('方六', [['admission', '2025-01-01']])
    const standings = async (text: string) =>
      Object.fromEntries((await branch.on(text)).rows.map((row) => [row.member.name, row.standings]))
    expect(await standings('2022-06-29')).toEqual({
      安一: ['active'],
      白二: [null, 'active'],
      曹三: ['active'],
      邓四: ['kept'],
      丁五: [null, 'active'],
    })
    expect(await standings('2022-06-30')).not.toHaveProperty('曹三')
    expect(Object.keys(await standings('2026-01-10'))).toEqual(['安一', '白二', '邓四', '丁五', '方六'])
    expect((await branch.on('2022-06-29', true)).rows.map((row) => row.member.name)).toEqual(['白二', '丁五'])

    const { total } = await branch.client.organisation.headcountOn({ day: day('2022-06-29') })
    expect(total).toMatchObject({ active: 2, kept: 1, activeOrKept: 0, unsure: 2 })
  })

  it('shows the fields as they were recorded then, or as recorded first', async () => {
    using branch = openPast()
    noon('2024-03-01')
    const id = branch.member('安一', { department: '一车间', gender: '女' })
    noon('2024-05-20')
    branch.change(id, { department: '二车间' })
    noon('2024-08-01')
    branch.change(id, { department: null })
    noon('2024-09-01')
    const shown = async (text: string) => {
      const { rows } = await branch.on(text)
      return rows.map(({ member, recordedOn }) => [member.department, recordedOn])
    }
    expect(await shown('2024-02-29')).toEqual([['一车间', '2024-03-01']])
    expect(await shown('2024-03-01')).toEqual([['一车间', null]])
    expect(await shown('2024-05-19')).toEqual([['一车间', null]])
    expect(await shown('2024-05-20')).toEqual([['二车间', null]])
    expect(await shown('2024-08-01')).toEqual([[null, null]])
    const departments = async (text: string) =>
      (await branch.client.organisation.headcountOn({ day: day(text) })).departments.map(
        ({ department, unsure, active, bySex }) => [department, active + unsure, bySex[1]?.count],
      )
    expect(await departments('2024-05-19')).toEqual([['一车间', 1, 1]])
    expect(await departments('2024-06-01')).toEqual([['二车间', 1, 1]])
    expect((await branch.client.organisation.headcountOn({ day: day('2024-02-01') })).recordedLater).toBe(1)
  })

  it('comes through a removal that was undone', async () => {
    using branch = openPast()
    noon('2024-03-01')
    const id = branch.member('安一', { department: '一车间' })
    noon('2024-05-20')
    branch.change(id, { department: '二车间' })
    noon('2024-06-01')
    const { batchId } = await branch.client.members.remove({ id, reason: '误建' })
    expect(await branch.on('2024-05-21')).toMatchObject({ total: 0 })
    noon('2024-06-02')
    await branch.client.batches.undo({ id: batchId })
    branch.change(id, { department: '三车间' })
    const departmentOn = async (text: string) => (await branch.on(text)).rows.map((row) => row.member.department)
    expect(await departmentOn('2024-03-05')).toEqual(['一车间'])
    expect(await departmentOn('2024-05-20')).toEqual(['二车间'])
    expect(await departmentOn('2024-06-02')).toEqual(['三车间'])
  })

  it('is what a replay of the days says, whatever was changed when', async () => {
    using branch = openPast()
    const start = day('2024-01-01')
    noon(start)
    const ids = ['安一', '白二', '曹三'].map((name) => branch.member(name, { department: '零' }))
    const change = fc.record({
      after: fc.nat(3),
      who: fc.constantFrom(...ids),
      department: fc.constantFrom('一', '二', null),
    })
    let today = start
    const state = new Map<MemberId, string | null>(ids.map((id) => [id, '零']))
    const replay = new Map<Day, ReadonlyMap<MemberId, string | null>>([[start, new Map(state)]])
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        for (const { after, who, department } of changes) {
          for (let step = 0; step < after; step += 1) {
            today = addDays(today, 1)
            replay.set(today, new Map(state))
          }
          noon(today)
          branch.change(who, { department })
          state.set(who, department)
          replay.set(today, new Map(state))
        }
        const asked = [...replay.keys()].filter((_, index) => index % 3 === changes.length % 3)
        for (const past of asked) {
          const { rows } = await branch.on(past)
          expect(new Map(rows.map(({ member }) => [member.id, member.department]))).toEqual(replay.get(past))
          const { departments } = await branch.client.organisation.headcountOn({ day: past })
          expect(departments.reduce((sum, heads) => sum + heads.active + heads.unsure, 0)).toBe(ids.length)
          const inOne = [...(replay.get(past)?.values() ?? [])].filter((department) => department === '一').length
          const one = departments.find(({ department }) => department === '一')
          expect((one?.active ?? 0) + (one?.unsure ?? 0)).toBe(inOne)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('masks what leaves the backend, and names the posts held then', async () => {
    using branch = openPast()
    noon('2024-03-01')
    const id = branch.member('安一', { phone: '13812345678', idNumber: '11010519491231002X' })
    const post = postInputSchema.parse({
      unitId: null,
      title: '主席',
      engagement: null,
      term: null,
      heldFrom: '2020-01-01',
      heldTo: '2023',
      documentNumber: null,
      note: null,
    })
    await branch.client.organisation.addPost({ memberId: id, post })
    const { rows } = await branch.on('2022-01-01')
    expect(rows).toMatchObject([{ member: { phone: '138****5678', idNumber: '110105********002X' }, posts: ['主席'] }])
    const officers = async (text: string) =>
      (await branch.client.organisation.officersOn({ day: day(text) })).map(({ title, sure }) => [title, sure])
    expect(await officers('2019-12-31')).toEqual([])
    expect(await officers('2022-06-01')).toEqual([['主席', true]])
    expect(await officers('2023-06-01')).toEqual([['主席', false]])
    expect(await officers('2024-01-01')).toEqual([])
  })
})

describe('the roster of a past day as a workbook', () => {
  async function exported(branch: ReturnType<typeof openPast>, clear: boolean) {
    const file = path.join(branch.folder, 'roster.xlsx')
    branch.host.savePath = file
    const events = await branch.client.organisation.exportOn({
      day: day('2022-06-29'),
      columns: ['name', 'phone', 'joinDate', 'status'],
      clear: clear ? { clear, reason: '归档' } : { clear: false },
      language: 'zh-CN',
    })
    let result
    for await (const event of events) if (event.kind === 'result') result = event.result
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const sheet = workbook.worksheets[0]
    const rows: (string | undefined)[][] = []
    sheet?.eachRow((row) => rows.push([1, 2, 3, 4, 5, 6].map((column) => row.getCell(column).text)))
    return { result, name: sheet?.name, rows }
  }

  it('holds everybody with a note where the dates do not tell, and is written to the access log', async () => {
    using branch = openPast()
    noon('2026-01-10')
    branch.withEvents('安一', [['admission', '2010-05-01']], { phone: '13812345678' })
    branch.withEvents('白二', [['admission', '2022']])
    const masked = await exported(branch, false)
    expect(masked).toMatchObject({ result: { fileName: 'roster.xlsx', rows: 2 }, name: '2022-06-29 会员名册' })
    const later = '资料于 2026-01-10 才录入，按最早录入的内容'
    expect(masked.rows).toEqual([
      ['姓名', '移动电话', '入会日期', '会籍状态', '任职', '说明'],
      ['安一', '138****5678', '', '在籍', '', later],
      ['白二', '', '', '', '', `日期不够具体，当日可能是：未入会、在籍、${later}`],
    ])
    expect(branch.host.asked).toEqual([])
    expect((await exported(branch, true)).rows[1]?.[1]).toBe('13812345678')
    expect(branch.host.asked).toEqual(['exportClear'])
    expect(accessQueries(branch.db).events.all({ limit: 10, offset: 0 })).toMatchObject([
      { kind: 'export', count: 2, reason: '归档' },
      { kind: 'export', count: 2, reason: null },
    ])
    branch.host.confirms = false
    await expect(exported(branch, true)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
  })
})
