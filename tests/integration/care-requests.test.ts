import { createRouterClient } from '@orpc/server'
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { requestQueries } from '../../db/queries/care/requests'
import { closeSensitive, openSensitive, setSensitivePassphrase } from '../../electron/backend/access/sensitive'
import { batches } from '../../electron/backend/batches'
import { care } from '../../electron/backend/care'
import { home } from '../../electron/backend/home'
import { members } from '../../electron/backend/members'
import type { RequestStepInput } from '../../shared/contract/care/requests'
import { daySchema, monthSchema } from '../../shared/model/date'
import type { BatchId, MemberId, RequestId } from '../../shared/model/id'
import { requestInputSchema, type RequestInput } from '../../shared/model/request'
import { mayStep, stateOf } from '../../shared/rules/care/request'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { resultOf } from '../fixtures/roster-client'

const day = (text: string) => daySchema.parse(text)
const page = { offset: 0, limit: 100 }
const month = { from: day('2026-05-01'), until: day('2026-05-31') }

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 4, 20, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openRequests() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const client = createRouterClient(
    { care, batches, home, members },
    { context: { session: { db }, host: host.client } },
  )
  const { requests } = client.care
  const input = (fields: Partial<RequestInput> = {}): RequestInput => ({
    ...requestInputSchema.parse({
      ...{ memberId: null, unitId: null, kind: 'appeal', topic: '食堂', urgency: 'ordinary', channel: 'visit' },
      ...{ receivedOn: '2026-05-04', title: '食堂饭菜凉', text: '打饭要排队', owner: null, dueOn: '2026-06-30' },
      isConfidential: false,
    }),
    ...fields,
  })
  const step = (id: RequestId, kind: RequestStepInput['kind'], on: string, text: string | null = '说明') => {
    const said = { on: day(on), by: '李工', text: text ?? '' }
    switch (kind) {
      case 'assigned':
        return requests.step({ id, step: { kind, ...said, text: null, owner: '王主席', dueOn: null } })
      case 'calledBack':
        return requests.step({ id, step: { kind, ...said, satisfaction: 4 } })
      case 'accepted':
      case 'urged':
      case 'closed':
        return requests.step({ id, step: { kind, ...said, text } })
      case 'progress':
      case 'replied':
      case 'reopened':
        return requests.step({ id, step: { kind, ...said } })
    }
  }
  return {
    db,
    host,
    client,
    requests,
    input,
    step,
    folder: branch.folder,
    add: async (fields: Partial<RequestInput> = {}) => (await requests.add(input(fields))).id,
    member: (name: string, department = '一车间') => db.write(() => insertMember(db, { name, department })),
    open: async () => {
      await setSensitivePassphrase(db, '梧桐细雨-0615-纺织厂')
      await openSensitive(db, '梧桐细雨-0615-纺织厂', '答复本人')
    },
    list: async (view: 'open' | 'overdue' | 'dueSoon' | 'all', search = '') =>
      (await requests.list({ view, search, ...page })).rows.map(({ title }) => title),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('a request', () => {
  it('goes from received to closed, step by step, and tells its history', async () => {
    using branch = openRequests()
    const { requests, step } = branch
    const memberId = branch.member('周示例')
    const id = await branch.add({ memberId })
    expect(await requests.get({ id })).toMatchObject({ state: 'waiting', name: '周示例', steps: ['accepted', 'urged'] })
    await step(id, 'accepted', '2026-05-04')
    await step(id, 'assigned', '2026-05-05')
    await step(id, 'progress', '2026-05-06')
    await step(id, 'replied', '2026-05-08')
    await expect(step(id, 'closed', '2026-05-09', null)).rejects.toMatchObject({ code: 'REQUEST_NOT_CLOSABLE' })
    await step(id, 'calledBack', '2026-05-09')
    await step(id, 'closed', '2026-05-09', null)
    const closed = await requests.get({ id })
    expect(closed).toMatchObject({ state: 'closed', owner: '王主席', satisfaction: 4, closedOn: '2026-05-09' })
    expect(closed.events.map(({ kind }) => kind)).toEqual([
      ...['accepted', 'assigned', 'progress', 'replied', 'calledBack', 'closed'],
    ])
    await step(id, 'reopened', '2026-05-10')
    expect(await requests.get({ id })).toMatchObject({ state: 'handling', satisfaction: null, closedOn: null })
  })

  it('refuses steps that cannot follow, and days before the last step or after today', async () => {
    using branch = openRequests()
    const { requests, step } = branch
    const id = await branch.add()
    await expect(step(id, 'replied', '2026-05-05')).rejects.toMatchObject({
      code: 'REQUEST_STEP_NOT_ALLOWED',
      data: { state: 'waiting', step: 'replied' },
    })
    await expect(step(id, 'accepted', '2026-05-03')).rejects.toMatchObject({
      code: 'REQUEST_STEP_EARLY',
      data: { day: '2026-05-04' },
    })
    await expect(step(id, 'accepted', '2026-05-21')).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    await step(id, 'accepted', '2026-05-06')
    await expect(step(id, 'progress', '2026-05-05')).rejects.toMatchObject({ code: 'REQUEST_STEP_EARLY' })
    await expect(requests.add(branch.input({ receivedOn: day('2026-05-21') }))).rejects.toMatchObject({
      code: 'DAY_IN_FUTURE',
    })
    expect((await requests.get({ id })).events).toHaveLength(1)
  })

  it('keeps what happened: its steps are neither edited nor deleted', async () => {
    using branch = openRequests()
    const { db, step } = branch
    const id = await branch.add()
    await step(id, 'accepted', '2026-05-04')
    expect(() => db.write(() => db.sqlite.prepare("UPDATE request_event SET text = 'x'").run())).toThrow(/append-only/)
    expect(() => db.write(() => db.sqlite.prepare('DELETE FROM request_event').run())).toThrow(/append-only/)
  })

  it('is removed with its steps when that is confirmed, and comes back whole', async () => {
    using branch = openRequests()
    const { client, requests, host, step } = branch
    const id = await branch.add()
    await step(id, 'accepted', '2026-05-04')
    await step(id, 'replied', '2026-05-05')
    host.confirms = false
    await expect(requests.remove({ id })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    host.confirms = true
    const { batchId } = await requests.remove({ id })
    await expect(requests.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await client.batches.undo({ id: batchId })
    expect((await requests.get({ id })).events.map(({ kind }) => kind)).toEqual(['accepted', 'replied'])
  })

  it('is in a legal state whatever steps are taken and taken back in whatever order', { timeout: 60_000 }, async () => {
    const kinds = ['accepted', 'assigned', 'progress', 'urged', 'replied', 'calledBack', 'closed', 'reopened'] as const
    const act = fc.oneof(
      fc.record({ do: fc.constant('step' as const), kind: fc.constantFrom(...kinds) }),
      fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }),
    )
    using branch = openRequests()
    const { client, requests, step } = branch
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const id = await branch.add()
        const done: BatchId[] = []
        for (const one of acts) {
          if (one.do === 'step') {
            const { state } = await requests.get({ id })
            const taken = step(id, one.kind, '2026-05-10')
            if (mayStep(state, one.kind)) done.push((await taken).batchId)
            else await expect(taken).rejects.toMatchObject({ code: 'REQUEST_STEP_NOT_ALLOWED' })
          } else {
            const batchId = done[one.which % Math.max(done.length, 1)]
            if (batchId === undefined) continue
            const { undoable } = await client.batches.get({ id: batchId })
            if (undoable) done.push((await client.batches.undo({ id: batchId })).batchId)
          }
          const { events, state } = await requests.get({ id })
          const history: { kind: (typeof kinds)[number] }[] = []
          for (const { kind } of events) {
            expect(mayStep(stateOf(history), kind)).toBe(true)
            history.push({ kind })
          }
          expect(state).toBe(stateOf(history))
        }
      }),
      { seed: 7, numRuns: 25 },
    )
  })

  it('is as it was after every prefix of its steps is taken back from the end', async () => {
    using branch = openRequests()
    const { client, requests, step } = branch
    const id = await branch.add()
    const seen = [await requests.get({ id })]
    const done: BatchId[] = []
    for (const kind of ['accepted', 'assigned', 'replied', 'calledBack', 'closed', 'reopened', 'replied'] as const) {
      done.push((await step(id, kind, '2026-05-12')).batchId)
      seen.push(await requests.get({ id }))
    }
    for (const batchId of done.reverse()) {
      seen.pop()
      await client.batches.undo({ id: batchId })
      expect(await requests.get({ id })).toEqual(seen.at(-1))
    }
  })
})

describe('lists and figures', () => {
  it('say what is open, overdue and due this week, and find by words and names', async () => {
    using branch = openRequests()
    const memberId = branch.member('吴示例')
    await branch.add({ title: '甲', dueOn: day('2026-05-19') })
    await branch.add({ title: '乙', dueOn: day('2026-05-24'), memberId, owner: '王主席' })
    await branch.add({ title: '丙', dueOn: day('2026-05-25') })
    const closed = await branch.add({ title: '丁', dueOn: day('2026-05-10') })
    for (const kind of ['accepted', 'replied', 'closed'] as const) await branch.step(closed, kind, '2026-05-11')
    expect(await branch.list('open')).toEqual(['甲', '乙', '丙'])
    expect(await branch.list('overdue')).toEqual(['甲'])
    expect(await branch.list('dueSoon')).toEqual(['乙'])
    expect(await branch.list('all', '吴示例')).toEqual(['乙'])
    expect(await branch.list('all', 'wsl')).toEqual(['乙'])
    expect(await branch.list('all', '丁')).toEqual(['丁'])
    expect(await branch.requests.waiting()).toEqual({ open: 3, overdue: 1, dueSoon: 1, unassigned: 2 })
    expect(await branch.requests.owners()).toEqual([{ owner: '王主席', open: 1 }])
    const nobody = await branch.requests.list({ view: 'open', owner: '', ...page })
    expect(nobody.rows.map(({ title }) => title)).toEqual(['甲', '丙'])
    const { tasks } = await branch.client.home.summary()
    expect(tasks).toContainEqual({ kind: 'requestsOverdue', requests: 1 })
    expect(tasks).toContainEqual({ kind: 'requestsDueSoon', requests: 1 })
  })

  it('hand many to somebody at once, accepting what is new, and take that back', async () => {
    using branch = openRequests()
    const { requests, client } = branch
    const ids = [await branch.add(), await branch.add(), await branch.add()]
    const [, second, third] = ids
    if (second === undefined || third === undefined) throw new Error('They are there')
    await branch.step(second, 'accepted', '2026-05-15')
    for (const kind of ['accepted', 'replied'] as const) await branch.step(third, kind, '2026-05-06')
    const { batchId, assigned } = await requests.assign({ ids, owner: '郑委员', on: day('2026-05-10') })
    expect(assigned).toBe(2)
    const [first, other, answered] = await Promise.all(ids.map((id) => requests.get({ id })))
    expect(first).toMatchObject({ state: 'handling', owner: '郑委员' })
    expect(first?.events.map(({ kind, on }) => [kind, on])).toEqual([
      ['accepted', '2026-05-10'],
      ['assigned', '2026-05-10'],
    ])
    expect(other?.events.at(-1)).toMatchObject({ kind: 'assigned', on: '2026-05-15' })
    expect(answered).toMatchObject({ state: 'replied', owner: null })
    await client.batches.undo({ id: batchId })
    expect(await requests.get({ id: second })).toMatchObject({ state: 'accepted', owner: null })
    await expect(requests.assign({ ids: [third], owner: '郑委员', on: day('2026-05-10') })).rejects.toMatchObject({
      code: 'NOTHING_TO_SAVE',
    })
  })

  it('count what was closed, in time, and to satisfaction, each as long as its list', async () => {
    using branch = openRequests()
    const { requests, step } = branch
    // Closed in time and satisfied; closed late; open and overdue; open and not due; closed without a due day.
    const due = ['2026-05-10', '2026-05-10', '2026-05-10', '2026-06-30', null] as const
    const ids: RequestId[] = []
    for (const one of due) ids.push(await branch.add({ dueOn: one === null ? null : day(one) }))
    const close = async (index: number, on: string, satisfaction: number | null) => {
      const id = ids[index]
      if (id === undefined) throw new Error('It is there')
      await step(id, 'accepted', '2026-05-05')
      await step(id, 'replied', on)
      if (satisfaction !== null) {
        await requests.step({ id, step: { kind: 'calledBack', on: day(on), by: null, text: null, satisfaction } })
      }
      await step(id, 'closed', on, satisfaction === null ? '匿名' : null)
    }
    await close(0, '2026-05-10', 5)
    await close(1, '2026-05-11', 2)
    await close(4, '2026-05-12', null)
    await branch.add({ receivedOn: day('2026-04-30'), dueOn: null })
    expect(await requests.figures(month)).toEqual({ all: 5, closed: 3, due: 4, onTime: 2, calledBack: 2, satisfied: 1 })
    const lengthOf = async (view: 'all' | 'closed' | 'due' | 'onTime' | 'calledBack' | 'satisfied' | 'late') =>
      (await requests.list({ view, ...month, ...page })).total
    expect(await lengthOf('all')).toBe(5)
    expect(await lengthOf('closed')).toBe(3)
    expect(await lengthOf('due')).toBe(4)
    expect(await lengthOf('onTime')).toBe(2)
    expect(await lengthOf('late')).toBe(2)
    expect(await lengthOf('calledBack')).toBe(2)
    expect(await lengthOf('satisfied')).toBe(1)
  })

  it('count by topic, month and department, and name no small department', async () => {
    using branch = openRequests()
    const { db, requests } = branch
    const large = ['甲', '乙', '丙', '丁', '戊'].map((name) => branch.member(name, '一车间'))
    const small = ['己', '庚'].map((name) => branch.member(name, '值班室'))
    const asked: [MemberId | undefined, string, string][] = [
      [large[0], '食堂', '2026-05-02'],
      [large[1], '食堂', '2026-05-03'],
      [small[0], '食堂', '2026-05-04'],
      [small[1], '法律', '2026-04-04'],
    ]
    for (const [memberId, topic, on] of asked) {
      await branch.add({ memberId: memberId ?? null, topic, receivedOn: day(on) })
    }
    const days = { from: day('2026-04-01'), until: day('2026-05-31') }
    expect(await requests.counts({ by: 'topic', ...days })).toEqual([
      { key: '食堂', count: 3, open: 3 },
      { key: '法律', count: 1, open: 1 },
    ])
    expect(await requests.counts({ by: 'department', ...days })).toEqual([
      { key: '', count: 2, open: 2 },
      { key: '一车间', count: 2, open: 2 },
    ])
    expect((await requests.counts({ by: 'month', ...days })).map(({ key, count }) => [key, count])).toEqual([
      ['2026-04', 1],
      ['2026-05', 3],
    ])
    const months = { from: monthSchema.parse('2026-04'), until: monthSchema.parse('2026-05') }
    const { topicsByMonth } = requestQueries(db)
    expect(topicsByMonth.all({ ...months, department: null })).toEqual([
      { month: '2026-04', topic: '法律', count: 1 },
      { month: '2026-05', topic: '食堂', count: 3 },
    ])
    expect(topicsByMonth.all({ ...months, department: '一车间' })).toEqual([
      { month: '2026-05', topic: '食堂', count: 2 },
    ])
    expect(topicsByMonth.all({ ...months, department: '值班室' })).toEqual([])
  })
})

describe('a confidential request', () => {
  const secret = '科长克扣夜班费'
  const confidential = { title: secret, text: '不要让科长知道是我说的', isConfidential: true, topic: '加班' }

  it('shows neither who nor what, but when it is opened on purpose, which is logged', { timeout: 30_000 }, async () => {
    using branch = openRequests()
    const { client, requests, db, step } = branch
    const memberId = branch.member('郑示例')
    const id = await branch.add({ ...confidential, memberId })
    await step(id, 'accepted', '2026-05-05', '李科长亲启')
    const answers = [
      await requests.list({ view: 'all', ...page }),
      await requests.get({ id }),
      await requests.ofMember({ memberId }),
      await client.home.summary(),
      await client.batches.list(page),
      ...(await Promise.all(
        (await client.batches.list(page)).rows.map((batch) =>
          client.batches.effects({ id: batch.id, effect: null, ...page }),
        ),
      )),
      await client.members.history({ id: memberId, ...page }),
    ]
    const told = JSON.stringify(answers)
    for (const text of [secret, '不要让科长知道', '李科长亲启', '李工']) expect(told).not.toContain(text)
    expect((await requests.get({ id })).name).toBeNull()
    expect(await requests.ofMember({ memberId })).toEqual({ rows: [], confidential: 1 })
    expect(await branch.list('all', '夜班费')).toEqual([])
    expect(await branch.list('all', '郑示例')).toEqual([])
    await expect(requests.reveal({ id })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    const request = branch.input({ ...confidential, memberId, isConfidential: false })
    await expect(requests.update({ id, request })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })

    await branch.open()
    expect(await requests.reveal({ id })).toMatchObject({ title: secret, name: '郑示例', text: confidential.text })
    await requests.reveal({ id })
    const viewed = accessQueries(db)
      .events.all(page)
      .filter(({ kind }) => kind === 'sensitiveView')
    expect(viewed).toMatchObject([{ subject: 'request', memberId, reason: '答复本人' }])
    expect(JSON.stringify(await requests.list({ view: 'all', ...page }))).not.toContain(secret)
    closeSensitive(db)
    await expect(requests.reveal({ id })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
  })

  it('is counted in the register, with neither who nor what', async () => {
    using branch = openRequests()
    const { requests, host, folder } = branch
    const memberId = branch.member('郑示例')
    await branch.add({ ...confidential, memberId })
    await branch.add({ memberId: branch.member('周示例') })
    host.savePath = path.join(folder, '诉求.xlsx')
    const saved = await resultOf(requests.exportList({ view: 'all', language: 'zh-CN' }))
    expect(saved).toEqual({ fileName: '诉求.xlsx', rows: 2 })
    const sheet = Object.values(read(readFileSync(host.savePath)).Sheets)[0]
    if (sheet === undefined) throw new Error('The file has no sheet')
    const text = JSON.stringify(utils.sheet_to_json(sheet, { header: 1 }))
    for (const hidden of [secret, '不要让科长知道', '郑示例']) expect(text).not.toContain(hidden)
    for (const shown of ['周示例', '食堂饭菜凉', '打饭要排队', '（保密）', '其中保密诉求 1 件', '共 2 件']) {
      expect(text).toContain(shown)
    }
  })
})
