import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { activities } from '../../electron/backend/activities'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { members } from '../../electron/backend/members'
import { failure } from '../../shared/contract/errors'
import { activityInputSchema } from '../../shared/model/activity'
import { daySchema, monthSchema } from '../../shared/model/date'
import { batchIdSchema, newId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { chargeMonth } from '../fixtures/charges'
import { flat, simpleRule } from '../fixtures/dues-rule'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

function openBatches() {
  const branch = openTestBranch()
  const host = testHost()
  const { db } = branch
  const router = { activities, batches, dues, members }
  return {
    host,
    db,
    client: createRouterClient(router, { context: { session: { db }, host: host.client } }),
    addMember: (name: string) => db.write(() => insertMember(db, { name, wage: fenSchema.parse(400_000) })),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const may = monthSchema.parse('2026-05')
const duesRule = simpleRule(flat(500), may)
const outing = activityInputSchema.parse({
  title: '秋游',
  type: 'outing',
  startsOn: '2026-10-10',
  endsOn: '2026-10-10',
  place: null,
  cost: null,
  note: null,
})
const page = { offset: 0, limit: 100 }

describe('batches', () => {
  it('of dues are undone by reversal: the ledger keeps both lines', async () => {
    using branch = openBatches()
    const { client } = branch
    const memberId = branch.addMember('钱一')
    branch.addMember('孙二')
    await client.dues.rules.add(duesRule)
    await chargeMonth(branch.db, may)
    await client.dues.payments.record({
      memberIds: [memberId],
      amount: null,
      paidOn: daySchema.parse('2026-05-20'),
      method: 'cash',
      note: null,
    })
    const [payment, charge] = (await client.batches.list(page)).rows
    expect([payment?.kind, charge?.kind]).toEqual(['payment', 'charge'])
    if (payment === undefined || charge === undefined) throw new Error('A batch is missing')

    expect(await client.batches.undo({ id: payment.id })).toMatchObject({ undone: 1, kept: { total: 0 } })
    expect(await client.dues.payments.ledger({ memberId })).toMatchObject({ balance: 500, entries: { length: 3 } })
    expect(await client.batches.undo({ id: charge.id })).toMatchObject({ undone: 2, kept: { total: 0 } })
    expect(await client.dues.payments.ledger({ memberId })).toMatchObject({ balance: 0, entries: { length: 4 } })
    const { rows } = await client.batches.list(page)
    expect(rows.map(({ kind, title, count, undoneAt }) => [kind, title, count, undoneAt !== null])).toEqual([
      ['undo', may, 2, false],
      ['undo', '2026-05-20', 1, false],
      ['payment', '2026-05-20', 1, true],
      ['charge', may, 2, true],
      ['rule', may, 1, false],
    ])
  })

  it('of participants are undone, and the member keeps the story of it', async () => {
    using branch = openBatches()
    const { client } = branch
    const memberId = branch.addMember('钱一')
    const { id } = await client.activities.plan.add(outing)
    await client.activities.people.signUp({ id, memberIds: [memberId] })
    const [batch] = (await client.batches.list(page)).rows
    expect(batch).toMatchObject({ kind: 'participants', title: '秋游', count: 1 })
    if (batch === undefined) throw new Error('There is no batch')
    await client.batches.undo({ id: batch.id })
    expect(await client.activities.plan.get({ id })).toMatchObject({ signedUp: 0 })
    await client.activities.plan.remove({ id })
    const history = await client.members.history({ id: memberId })
    expect(history.slice(0, 2)).toMatchObject([
      { table: 'participation', operation: 'delete', batch: { kind: 'undo', title: '秋游' } },
      { table: 'participation', operation: 'insert', batch: { kind: 'participants', title: '秋游' } },
    ])
    expect(history[1]?.changes).toContainEqual({ field: 'activityId', before: null, after: '秋游' })
  })

  it('are undone after a native question only', async () => {
    using branch = openBatches()
    const { client, host } = branch
    branch.addMember('钱一')
    await client.dues.rules.add(duesRule)
    await chargeMonth(branch.db, may)
    const [charge] = (await client.batches.list(page)).rows
    if (charge === undefined) throw new Error('There is no batch')
    host.confirms = false
    await expect(client.batches.undo({ id: charge.id })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    expect(host.asked).toEqual(['undoBatch'])
    expect(await client.batches.list(page)).toMatchObject({ total: 2, rows: [{ undoneAt: null }, { kind: 'rule' }] })
  })

  it('are undone once, also when asked twice at the same time, and an undo is not undone', async () => {
    using branch = openBatches()
    const { client } = branch
    branch.addMember('钱一')
    await client.dues.rules.add(duesRule)
    await chargeMonth(branch.db, may)
    const [charge] = (await client.batches.list(page)).rows
    if (charge === undefined) throw new Error('There is no batch')
    const answers = await Promise.allSettled([
      client.batches.undo({ id: charge.id }),
      client.batches.undo({ id: charge.id }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers).toContainEqual({ status: 'rejected', reason: failure('BATCH_NOT_UNDOABLE') })
    const { total, rows } = await client.batches.list(page)
    expect(total).toBe(3)
    const [undo] = rows
    if (undo === undefined) throw new Error('There is no undo')
    await expect(client.batches.undo({ id: undo.id })).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(client.batches.undo({ id: newId(batchIdSchema) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keep a member who owes dues from being removed', async () => {
    using branch = openBatches()
    const { client, host } = branch
    const id = branch.addMember('钱一')
    await client.dues.rules.add(duesRule)
    await chargeMonth(branch.db, may)
    await expect(client.members.remove({ id, reason: '重复' })).rejects.toMatchObject({ code: 'MEMBER_IN_USE' })
    expect(host.asked).toEqual([])
  })
})
