import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exemptionQueries } from '../../db/queries/dues/exemptions'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { home } from '../../electron/backend/home'
import { monthSchema } from '../../shared/model/date'
import type { MemberId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { insertMember, insertMembershipEvent, openTestBranch } from '../fixtures/branch'
import { chargeMonth } from '../fixtures/charges'
import { testHost } from '../fixtures/host'

const month = (text: string) => monthSchema.parse(text)
const may = month('2026-05')
const june = month('2026-06')
const page = { offset: 0, limit: 100 }

function today(year: number, monthOfYear: number, day: number) {
  vi.setSystemTime(new Date(year, monthOfYear - 1, day, 9))
}

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 4, 20, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openExemptions() {
  const branch = openTestBranch()
  const { db } = branch
  const client = createRouterClient({ dues, batches, home }, { context: { session: { db }, host: testHost().client } })
  const { exemptions } = client.dues
  return {
    db,
    client,
    exemptions,
    add: (name: string) => db.write(() => insertMember(db, { name, wage: fenSchema.parse(400_000) })),
    exempt: (memberIds: MemberId[], from: string, until: string | null, reason = '病休') =>
      exemptions.add({
        memberIds,
        from: month(from),
        until: until === null ? null : month(until),
        reason,
        decision: '委员会决定',
        decidedOn: null,
      }),
    task: async () => (await client.home.summary()).tasks.find(({ kind }) => kind === 'exemptionsEnding'),
    states: async () =>
      Object.fromEntries(
        (await exemptions.counts()).flatMap(({ state, exemptions: count }) => (count > 0 ? [[state, count]] : [])),
      ),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('exemptions', () => {
  it('are added for many but for who is exempt already, ended, gone on with, removed and taken back', async () => {
    using branch = openExemptions()
    const { exemptions, client } = branch
    const one = branch.add('张一')
    const other = branch.add('张二')
    await branch.exempt([one], '2026-03', '2026-05')
    const span = { memberIds: [one, other], from: may, until: june }
    expect(await exemptions.previewAdd(span)).toEqual({ members: 1, overlapping: ['张一'], charged: 0 })
    const { batchId, members } = await branch.exempt([one, other], '2026-05', '2026-06')
    expect(members).toBe(1)
    await expect(branch.exempt([one, other], '2026-05', null)).rejects.toMatchObject({ code: 'NOTHING_TO_SAVE' })
    const [first] = await exemptions.ofMember({ memberId: one })
    if (first === undefined) throw new Error('It is there')
    await branch.exempt([one], '2026-08', '2026-09')
    await expect(exemptions.setEnd({ id: first.id, until: month('2026-02') })).rejects.toMatchObject({
      code: 'EXEMPTION_ENDS_BEFORE_START',
    })
    await expect(exemptions.setEnd({ id: first.id, until: null })).rejects.toMatchObject({ code: 'EXEMPTION_OVERLAPS' })
    await exemptions.setEnd({ id: first.id, until: june })
    expect(exemptionQueries(branch.db).membersIn.all({ month: june })).toEqual([one, other])
    await client.batches.undo({ id: batchId })
    expect(exemptionQueries(branch.db).membersIn.all({ month: june })).toEqual([one])
    const { batchId: removal } = await exemptions.remove({ ids: [first.id] })
    expect(exemptionQueries(branch.db).membersIn.all({ month: may })).toEqual([])
    await client.batches.undo({ id: removal })
    expect(exemptionQueries(branch.db).membersIn.all({ month: may })).toEqual([one])
  })

  it('stand in what is to do from the last day of their last month until the next month is charged', async () => {
    using branch = openExemptions()
    const { client, exemptions } = branch
    const one = branch.add('张一')
    branch.add('张二')
    await branch.exempt([one], '2026-03', '2026-05')
    today(2026, 5, 30)
    expect(await branch.task()).toBeUndefined()
    expect(await branch.states()).toEqual({ current: 1 })
    today(2026, 5, 31)
    expect(await branch.task()).toEqual({ kind: 'exemptionsEnding', exemptions: 1 })
    expect((await exemptions.list({ ...page, state: 'ending', search: '' })).rows).toMatchObject([
      { memberId: one, name: '张一', until: may },
    ])
    today(2026, 6, 12)
    expect(await branch.states()).toEqual({ ending: 1 })
    await client.dues.rules.add({
      formula: {
        period: 'month',
        classes: [
          {
            memberClass: 'regular',
            payItems: [],
            calculation: { kind: 'flat', amount: fenSchema.parse(1000) },
            floor: null,
            cap: null,
          },
        ],
        joining: 'sameMonth',
        leaving: 'sameMonth',
      },
      validFrom: may,
      validUntil: null,
      decision: null,
      decidedOn: null,
    })
    await chargeMonth(branch.db, june)
    expect(await branch.task()).toBeUndefined()
    expect(await branch.states()).toEqual({ past: 1 })
  })

  it('ask no more once they go on, the member has left, or a year is over', async () => {
    using branch = openExemptions()
    const { exemptions, db } = branch
    const [goesOn, leaves, old] = ['张一', '张二', '张三'].map(branch.add)
    if (goesOn === undefined || leaves === undefined || old === undefined) throw new Error('Three members')
    await branch.exempt([goesOn, leaves], '2026-03', '2026-04')
    await branch.exempt([old], '2024-01', '2024-12')
    expect(await branch.states()).toEqual({ ending: 2, past: 1 })
    await branch.exempt([goesOn], '2026-05', null)
    db.write(() => insertMembershipEvent(db, leaves, 'withdrawal'))
    expect(await branch.states()).toEqual({ past: 3, current: 1 })
    expect((await exemptions.ofMember({ memberId: goesOn })).map(({ state }) => state)).toEqual(['current', 'past'])
  })
})
