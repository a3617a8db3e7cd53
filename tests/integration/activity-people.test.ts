import { createRouterClient } from '@orpc/server'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activities } from '../../electron/backend/activities'
import { batches } from '../../electron/backend/batches'
import { activityInputSchema } from '../../shared/model/activity'
import type { ActivityId, BatchId, MemberId } from '../../shared/model/id'
import { activityCode, memberCode } from '../../shared/rules/activities/sign-in-code'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { bundleReaderWorker } from '../fixtures/reader-worker'

let removeWorker: () => void
beforeAll(async () => {
  removeWorker = await bundleReaderWorker()
})
afterAll(() => removeWorker())

const page = { offset: 0, limit: 200 }
const outing = activityInputSchema.parse({
  title: '秋游',
  type: 'outing',
  startsOn: '2026-10-10',
  endsOn: '2026-10-10',
  place: '云溪湖',
  cost: null,
  note: null,
})

function openPeople() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const context = { session: { db }, host: host.client }
  const client = createRouterClient(activities, { context })
  const setQuota = db.sqlite.prepare<[number | null, ActivityId]>('UPDATE activity SET quota = ? WHERE id = ?')
  return {
    db,
    folder: branch.folder,
    host,
    client: client.people,
    batches: createRouterClient(batches, { context }),
    addActivity: async (quota: number | null = null) => {
      const { id } = await client.plan.add(outing)
      db.write(() => setQuota.run(quota, id))
      return id
    },
    setQuota: (id: ActivityId, quota: number | null) => db.write(() => setQuota.run(quota, id)),
    addMembers: (...people: Parameters<typeof insertMember>[1][]) =>
      db.write(() => people.map((person) => insertMember(db, person))),
    names: async (id: ActivityId, show: 'signedUp' | 'present' | 'waiting' | null = null) =>
      (await client.people.list({ id, show, ...page })).rows.map(({ name }) => name),
    ids: async (id: ActivityId, ...names: string[]) =>
      (await client.people.list({ id, show: null, ...page })).rows
        .filter((row) => names.includes(row.name))
        .map((row) => row.id),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

function fileOf(rows: readonly (readonly (string | number | null)[])[], name = '报名.xlsx'): File {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '报名')
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' })
  if (!(bytes instanceof Uint8Array)) throw new Error('No bytes')
  return new File([new Uint8Array(bytes)], name)
}

async function resultOf<Result>(
  events: AsyncIterable<{ kind: 'progress' } | { kind: 'result'; result: Result }>,
): Promise<Result> {
  for await (const event of events) if (event.kind === 'result') return event.result
  throw new Error('No result')
}

describe('places', () => {
  it('are given in order; who comes after the last one waits and moves up when somebody is taken off', async () => {
    using branch = openPeople()
    const { client } = branch
    const id = await branch.addActivity(2)
    const memberIds = branch.addMembers({ name: '赵一' }, { name: '钱二' }, { name: '孙三' }, { name: '李四' })
    expect(await client.signUp({ id, memberIds })).toMatchObject({ added: 4, waiting: 2 })
    expect(await branch.names(id, 'waiting')).toEqual(['孙三', '李四'])
    expect(await client.overview({ id })).toMatchObject({ quota: 2, taken: 2, waiting: 2, signedUp: 2, next: [] })

    await client.remove({ id, participationIds: await branch.ids(id, '赵一') })
    expect(await client.overview({ id })).toMatchObject({ taken: 1, next: [{ name: '孙三' }] })
    const late = branch.addMembers({ name: '周五' })
    expect(await client.signUp({ id, memberIds: late })).toMatchObject({ added: 1, waiting: 1 })
    const { batchId, moved } = await client.moveUp({ id, participationIds: null })
    expect(moved).toBe(1)
    expect(await branch.names(id, 'waiting')).toEqual(['李四', '周五'])
    await branch.batches.undo({ id: batchId })
    expect(await branch.names(id, 'waiting')).toEqual(['孙三', '李四', '周五'])
  })

  it('are free for more when the quota rises, and are given beyond it only by a person', async () => {
    using branch = openPeople()
    const { client } = branch
    const id = await branch.addActivity(1)
    await client.signUp({ id, memberIds: branch.addMembers({ name: '赵一' }, { name: '钱二' }, { name: '孙三' }) })
    branch.setQuota(id, 2)
    expect((await client.overview({ id })).next).toMatchObject([{ name: '钱二' }])
    await client.moveUp({ id, participationIds: await branch.ids(id, '孙三', '钱二') })
    expect(await client.overview({ id })).toMatchObject({ taken: 3, waiting: 0, beyond: [{ name: '孙三' }] })
    await client.moveBack({ id, participationIds: await branch.ids(id, '孙三') })
    expect(await client.overview({ id })).toMatchObject({ taken: 2, waiting: 1, beyond: [] })
    const beyondQuota = await client.signUp({ id, memberIds: branch.addMembers({ name: '李四' }), beyondQuota: true })
    expect(beyondQuota.waiting).toBe(0)
  })

  it('follow the time of signing up where a sheet says it', async () => {
    using branch = openPeople()
    const id = await branch.addActivity(1)
    branch.addMembers(
      { name: '赵一', staffNumber: '1' },
      { name: '钱二', staffNumber: '2' },
      { name: '孙三', staffNumber: '3' },
    )
    const found = await resultOf(
      await branch.client.findInFile({
        id,
        file: fileOf([
          ['提交时间', '1.您的姓名', '2.您的工号', '3.是否参加'],
          ['2026/10/1 12:00:00', '赵一', '1', '是'],
          ['2026/10/1 10:00:00', '钱二', '2', '是'],
          ['2026/10/1 11:00:00', '孙三', '3', '是'],
        ]),
      }),
    )
    expect(found).toMatchObject({ fileName: '报名.xlsx', rows: [{ name: '赵一' }, { name: '钱二' }, { name: '孙三' }] })
    const said = found.rows.flatMap(({ match, signedUpAt, remark }) =>
      match.kind === 'matched' ? [{ memberId: match.memberId, signedUpAt, remark }] : [],
    )
    await branch.client.signUp({ id, memberIds: said.map(({ memberId }) => memberId), said })
    expect(await branch.names(id, 'signedUp')).toEqual(['钱二'])
    expect(await branch.names(id, 'waiting')).toEqual(['孙三', '赵一'])
  })

  it('keep their rules in any order of acts and undos', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('signUp' as const), from: fc.nat(11), count: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(11) }),
      fc.record({ kind: fc.constant('quota' as const), quota: fc.option(fc.integer({ min: 1, max: 6 })) }),
      fc.record({ kind: fc.constant('moveUp' as const) }),
      fc.record({ kind: fc.constant('undo' as const), back: fc.nat(3) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
        using branch = openPeople()
        const { client } = branch
        const id = await branch.addActivity(3)
        const memberIds = branch.addMembers(...Array.from({ length: 12 }, (_, index) => ({ name: `示例${index}` })))
        const done: BatchId[] = []
        for (const step of acts) {
          const before = await client.overview({ id })
          const rows = (await client.list({ id, show: null, ...page })).rows
          const queue = (await client.list({ id, show: 'waiting', ...page })).rows
          switch (step.kind) {
            case 'signUp': {
              const { batchId, added, waiting } = await client.signUp({
                id,
                memberIds: memberIds.slice(step.from, step.from + step.count),
              })
              done.push(batchId)
              const free = before.quota === null ? added : Math.max(0, before.quota - before.taken - before.waiting)
              expect(waiting).toBe(added - Math.min(added, free))
              break
            }
            case 'remove': {
              const row = rows[step.at]
              if (row !== undefined) done.push((await client.remove({ id, participationIds: [row.id] })).batchId)
              break
            }
            case 'quota':
              branch.setQuota(id, step.quota)
              break
            case 'moveUp': {
              const { batchId, moved } = await client.moveUp({ id, participationIds: null })
              done.push(batchId)
              expect(moved).toBe(before.next.length)
              break
            }
            case 'undo': {
              const batchId = done.at(-1 - step.back)
              if (batchId !== undefined) {
                done.splice(done.indexOf(batchId), 1)
                await branch.batches.undo({ id: batchId })
              }
              break
            }
          }
          const after = await client.overview({ id })
          const { rows: all } = await client.list({ id, show: null, ...page })
          expect(new Set(all.map(({ memberId }) => memberId)).size).toBe(all.length)
          expect(after.taken + after.waiting).toBe(all.length)
          // Nothing but what a person does by hand, the quota or an undo, leads beyond the quota.
          if ((step.kind === 'signUp' || step.kind === 'moveUp') && after.quota !== null) {
            expect(after.taken).toBeLessThanOrEqual(Math.max(after.quota, before.taken))
          }
          // Those who wait before and after do so in the same order.
          const still = (await client.list({ id, show: 'waiting', ...page })).rows.map((row) => row.id)
          const both = queue.map((row) => row.id).filter((waiting) => still.includes(waiting))
          expect(still.filter((waiting) => both.includes(waiting))).toEqual(both)
        }
      }),
      { seed: 20261124, numRuns: 12 },
    )
  }, 120_000)
})

describe('pasted names', () => {
  it('are found in the record, with namesakes to choose from and names that are like others', async () => {
    using branch = openPeople()
    const { client } = branch
    const id = await branch.addActivity()
    const [wei, wei2, na, fang] = branch.addMembers(
      { name: '张伟', department: '机电学院', phone: '13800138000' },
      { name: '张伟', department: '文学院' },
      { name: '李娜', department: '机电学院' },
      { name: '王芳' },
    )
    if (wei === undefined || wei2 === undefined || na === undefined || fang === undefined)
      throw new Error('Four members')
    await client.signUp({ id, memberIds: [fang] })
    const found = await client.findNames({
      id,
      text: '#接龙\n1. 张伟\n2. 张伟 13800138000\n3. 张伟（文学院）\n4. 李娜（带家属）+1\n5. 李那\n6. 孙悟空\n7. 王芳',
    })
    expect(found.rows.map(({ match }) => match)).toEqual([
      { kind: 'ambiguous', memberIds: [wei, wei2], doubt: 'namesakes' },
      { kind: 'matched', memberId: wei, by: 'phone' },
      { kind: 'matched', memberId: wei2, by: 'department' },
      { kind: 'matched', memberId: na, by: 'name' },
      { kind: 'unknown', memberIds: [na] },
      { kind: 'unknown', memberIds: [] },
      { kind: 'matched', memberId: fang, by: 'name' },
    ])
    expect(found.rows[1]?.text).toBe('张伟 138****8000')
    expect(found.rows[3]?.remark).toBe('带家属 +1')
    expect(found.leftOut).toEqual([{ line: 1, text: '#接龙' }])
    const taking = found.members.filter(({ participation }) => participation !== null)
    expect(taking.map(({ name }) => name)).toEqual(['王芳'])
  })

  it('are checked against who may come and until when', async () => {
    using branch = openPeople()
    const id = await branch.addActivity(1)
    const [one, other] = branch.addMembers(
      { name: '赵一', department: '一车间' },
      { name: '钱二', department: '二车间' },
    )
    if (one === undefined || other === undefined) throw new Error('Two members')
    branch.db.write(() =>
      branch.db.sqlite
        .prepare("UPDATE activity SET sign_up_until = '2026-01-05', eligible = ? WHERE id = ?")
        .run(JSON.stringify({ name: '一车间的人', filter: { departments: ['一车间'] } }), id),
    )
    expect(await branch.client.check({ id, memberIds: [one, other] })).toMatchObject({
      late: '2026-01-05',
      eligible: '一车间的人',
      notEligible: [{ name: '钱二' }],
      gone: [],
      free: 1,
    })
  })
})

describe('attendance', () => {
  async function signedUp(branch: ReturnType<typeof openPeople>, quota: number | null = null) {
    const id = await branch.addActivity(quota)
    const memberIds = branch.addMembers(
      { name: '赵一', staffNumber: 'A001' },
      { name: '钱二', memberCardNumber: '330100123' },
      { name: '孙三' },
    )
    await branch.client.signUp({ id, memberIds })
    return { id, memberIds }
  }

  it('is taken by scanning codes, each said plainly', async () => {
    using branch = openPeople()
    const { client } = branch
    const { id, memberIds } = await signedUp(branch)
    const [, , sun] = memberIds
    if (sun === undefined) throw new Error('Three members')
    expect(await client.scan({ id, code: 'a001' })).toMatchObject({
      kind: 'present',
      participant: { name: '赵一', attendance: 'present', attendedBy: 'scan' },
    })
    expect(await client.scan({ id, code: 'Ａ００１' })).toMatchObject({
      kind: 'already',
      participant: { name: '赵一' },
    })
    expect(await client.scan({ id, code: '330100123' })).toMatchObject({
      kind: 'present',
      participant: { name: '钱二' },
    })
    const short = memberCode({ id: sun, staffNumber: null, memberCardNumber: null })
    expect(await client.scan({ id, code: short })).toMatchObject({ kind: 'present', participant: { name: '孙三' } })
    expect(await client.scan({ id, code: '999' })).toEqual({ kind: 'unknown' })
    expect(await client.scan({ id, code: activityCode(id) })).toMatchObject({ kind: 'activity', activityId: id })
  })

  it('lets in who had not signed up, who waits, and one of several', async () => {
    using branch = openPeople()
    const { client } = branch
    const { id } = await signedUp(branch, 2)
    const [walker] = branch.addMembers({ name: '周五', staffNumber: 'B1' }, { name: '周五', staffNumber: 'B2' })
    if (walker === undefined) throw new Error('A member')
    expect(await client.scan({ id, code: '孙三' })).toMatchObject({ kind: 'waiting', participant: { waitingPlace: 1 } })
    expect(await client.scan({ id, code: '周五' })).toMatchObject({ kind: 'several', members: [{}, {}] })
    expect(await client.scan({ id, code: 'B1' })).toMatchObject({ kind: 'notSignedUp', member: { memberId: walker } })
    expect(await client.walkIn({ id, memberId: walker })).toMatchObject({ attendance: 'present', waitingPlace: null })
    expect(await client.scan({ id, code: 'B1' })).toMatchObject({ kind: 'already' })
    expect(await client.overview({ id })).toMatchObject({ taken: 3, present: 1, waiting: 1 })
  })

  it('is marked for all of whom nothing is said, is made up afterwards, and undone', async () => {
    using branch = openPeople()
    const { client } = branch
    const { id } = await signedUp(branch)
    await client.mark({ id, participationIds: await branch.ids(id, '孙三'), attendance: 'absent' })
    const { batchId, marked } = await client.mark({ id, participationIds: null, attendance: 'present' })
    expect(marked).toBe(2)
    expect(await client.overview({ id })).toMatchObject({ present: 2, absent: 1 })
    const made = await client.makeUp({
      id,
      participationIds: await branch.ids(id, '孙三'),
      remark: '补签，陈主席证明到场',
    })
    expect((await client.list({ id, show: null, ...page, search: '孙三' })).rows).toMatchObject([
      { attendance: 'present', attendedBy: 'later', remark: '补签，陈主席证明到场' },
    ])
    await branch.batches.undo({ id: made.batchId })
    if (batchId === null) throw new Error('A batch')
    await branch.batches.undo({ id: batchId })
    expect(await client.overview({ id })).toMatchObject({ signedUp: 2, present: 0, absent: 1 })
  })

  it('is read out of a sheet', async () => {
    using branch = openPeople()
    const { client } = branch
    const { id } = await signedUp(branch)
    branch.addMembers({ name: '周五', staffNumber: 'B1' })
    const file = fileOf([
      ['姓名', '工号', '签到情况', '签到时间'],
      ['赵一', 'A001', '已签到', '2026-10-10 08:55'],
      ['钱二', null, '缺席', null],
      ['周五', 'B1', '已签到', null],
    ])
    const { rows } = await resultOf(await client.findInFile({ id, file }))
    const people = rows.flatMap(({ match, attendance, attendedAt }) =>
      match.kind === 'matched' && attendance !== null ? [{ memberId: match.memberId, attendance, attendedAt }] : [],
    )
    expect(await client.markFound({ id, people })).toMatchObject({ marked: 3, added: 1 })
    expect(await client.overview({ id })).toMatchObject({ signedUp: 1, present: 2, absent: 1 })
  })
})

describe('satisfaction', () => {
  it('is averaged, but not of groups in which people could be told', async () => {
    using branch = openPeople()
    const { client } = branch
    const id = await branch.addActivity()
    const people = [5, 5, 4, 4, 4, 1].map((points, index) => ({ name: `示例${index}`, department: '一车间', points }))
    const few = [1, 2].map((points, index) => ({ name: `样例${index}`, department: '二车间', points }))
    const memberIds: MemberId[] = branch.addMembers(
      ...[...people, ...few].map(({ points: _points, ...person }) => person),
    )
    await client.signUp({ id, memberIds })
    const { rows } = await client.list({ id, show: null, ...page })
    await client.rate({
      id,
      answers: [...people, ...few].flatMap(({ name, points }) =>
        rows
          .filter((row) => row.name === name)
          .map((row) => ({ participationId: row.id, satisfaction: points, remark: points === 1 ? '太远' : null })),
      ),
    })
    expect(await client.satisfaction({ id })).toEqual({
      answers: 8,
      average: 3.3,
      spread: [
        { points: 5, answers: 2 },
        { points: 4, answers: 3 },
        { points: 3, answers: 0 },
        { points: 2, answers: 1 },
        { points: 1, answers: 2 },
      ],
      departments: [{ department: '一车间', answers: 6, average: 3.8 }],
      few: { departments: 1, answers: 2, average: null },
    })
    expect((await client.remarks({ id, ...page })).rows).toMatchObject([{ remark: '太远' }, { remark: '太远' }])
  })
})

describe('the signed list', () => {
  it('is saved as a workbook', async () => {
    using branch = openPeople()
    const id = await branch.addActivity()
    await branch.client.signUp({ id, memberIds: branch.addMembers({ name: '赵一' }, { name: '钱二' }) })
    branch.host.savePath = path.join(branch.folder, '名单.xlsx')
    const saved = await resultOf(await branch.client.saveList({ id, show: null, language: 'zh-CN' }))
    expect(saved).toEqual({ fileName: '名单.xlsx', rows: 2 })
    expect(readFileSync(branch.host.savePath).length).toBeGreaterThan(1000)
  })
})
