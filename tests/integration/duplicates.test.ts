import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { enter as enterParticipant } from '../../electron/backend/activities/people/sign-up'
import { participationQueries } from '../../db/queries/activities/people'
import { activityQueries } from '../../db/queries/activities/plan'
import { arrearsQueries } from '../../db/queries/dues/arrears'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { activity } from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { duplicates } from '../../electron/backend/duplicates'
import { members } from '../../electron/backend/members'
import { memberFilterSchema } from '../../shared/contract/members'
import { daySchema, monthSchema, now } from '../../shared/model/date'
import type { DuesEntry } from '../../shared/model/dues'
import { activityIdSchema, duesEntryIdSchema, newId, type MemberId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const PAGE = { offset: 0, limit: 100 }

function openDuplicates() {
  const branch = openTestBranch()
  const { db } = branch
  const context = { session: { db }, host: testHost().client }
  const memberClient = createRouterClient(members, { context })
  const dues = duesEntryQueries(db)

  function enter(memberId: MemberId, line: Pick<DuesEntry, 'kind'> & { amount: number; month?: string }) {
    db.writeBatch({ kind: line.kind === 'charge' ? 'charge' : 'payment', title: '' }, (batchId) => {
      dues.insertEntry({
        id: newId(duesEntryIdSchema),
        memberId,
        kind: line.kind,
        amount: fenSchema.parse(line.amount),
        month: line.month === undefined ? null : monthSchema.parse(line.month),
        ruleId: null,
        method: line.kind === 'payment' ? 'cash' : null,
        paidOn: line.kind === 'payment' ? daySchema.parse('2026-03-01') : null,
        chosenMonths: null,
        bookedOn: null,
        payrollListId: null,
        handOverId: null,
        reversesId: null,
        batchId,
        note: null,
        recordedAt: now(),
      })
      return { count: 1, result: null }
    })
  }

  function signUp(...memberIds: MemberId[]) {
    const id = newId(activityIdSchema)
    db.write(() => {
      db.orm
        .insert(activity)
        .values({ id, title: '春游', type: 'outing', startsOn: '2026-04-01', endsOn: '2026-04-01' })
        .run()
      for (const memberId of memberIds) {
        enterParticipant(db, { activityId: id, memberId })
      }
    })
  }

  return {
    db,
    enter,
    signUp,
    add: (fields: Parameters<typeof insertMember>[1]) => db.write(() => insertMember(db, fields)),
    duplicates: createRouterClient(duplicates, { context }),
    batches: createRouterClient(batches, { context }),
    members: memberClient,
    names: async (search = '') =>
      (
        await memberClient.list({
          ...PAGE,
          filter: memberFilterSchema.parse({ search }),
          sort: { field: 'name', direction: 'asc' },
        })
      ).rows.map(({ name }) => name),
    balance: (id: MemberId) => dues.balance.get(id),
    debts: () =>
      arrearsQueries(db)
        .debtors.all()
        .map(({ memberId, balance }) => [memberId, balance]),
    signedUp: () =>
      activityQueries(db)
        .states.all({ search: '', type: null, organiserId: null, year: null })
        .map(({ id }) => activityQueries(db).get.get(id)?.signedUp),
    activities: (id: MemberId) => participationQueries(db).ofMember.all(id).length,
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('duplicates', () => {
  it('are listed masked, the surest first, until they are judged to be two persons', async () => {
    using branch = openDuplicates()
    const one = branch.add({ name: '张伟', idNumber: '11010519491231002X', phone: '13800138000' })
    const other = branch.add({ name: '章炜', phone: '13800138000' })
    branch.add({ name: '李娜', idNumber: '11010519491231002X' })
    const { total, rows } = await branch.duplicates.list(PAGE)
    expect(rows.map(({ reasons }) => reasons)).toEqual([['idNumber'], ['soundAndPhone']])
    expect(total).toBe(2)
    expect(JSON.stringify(rows)).not.toMatch(/19491231|13800138/)

    const { batchId } = await branch.duplicates.distinguish({ one: other, other: one })
    expect((await branch.duplicates.list(PAGE)).total).toBe(1)
    await branch.batches.undo({ id: batchId })
    expect((await branch.duplicates.list(PAGE)).total).toBe(2)
  })

  it('are compared in clear and shown masked', async () => {
    using branch = openDuplicates()
    const one = branch.add({ name: '张伟', phone: '13800138000', education: '高中' })
    const other = branch.add({ name: '张伟', phone: '13899998000', education: '高中' })
    branch.enter(other, { kind: 'payment', amount: -500 })
    const compared = await branch.duplicates.compare({ one, other })
    expect(compared.differing).toEqual(['phone'])
    expect(compared.one.phone).toBe(compared.other.phone)
    expect(compared.attached.other.duesEntries).toBe(1)
  })
})

describe('a merge', () => {
  it('makes one record of two with all that hangs on them, and is undone', async () => {
    using branch = openDuplicates()
    const into = branch.add({ name: '张伟', phone: '13800138000', department: '一车间' })
    const from = branch.add({ name: '章炜', phone: '13800138000', education: '大学本科', department: '二车间' })
    branch.enter(into, { kind: 'charge', amount: 1000, month: '2026-01' })
    branch.enter(from, { kind: 'charge', amount: 1000, month: '2026-01' })
    branch.enter(from, { kind: 'charge', amount: 1200, month: '2026-02' })
    branch.enter(from, { kind: 'payment', amount: -700 })
    branch.signUp(into, from)
    branch.signUp(from)

    const { batchId } = await branch.duplicates.merge({ into, from, take: ['education'] })
    expect(await branch.names()).toEqual(['张伟'])
    expect(await branch.names('章')).toEqual([])
    const { member } = await branch.members.get({ id: into })
    expect(member).toMatchObject({ education: '大学本科', department: '一车间' })
    // January was charged to both and is owed once.
    expect([branch.balance(into), branch.balance(from)]).toEqual([1500, undefined])
    expect(branch.activities(into)).toBe(2)
    expect((await branch.duplicates.list(PAGE)).total).toBe(0)
    expect(await branch.members.facets()).toMatchObject({ departments: [{ value: '一车间', count: 1 }] })
    // Who signed up twice takes part once.
    expect(branch.signedUp()).toEqual([1, 1])
    const history = await branch.members.history({ id: into })
    expect(history.some(({ batch }) => batch?.kind === 'merge' && batch.title === '张伟 ← 章炜')).toBe(true)

    const undone = await branch.batches.undo({ id: batchId })
    expect(undone.kept.total).toBe(0)
    expect(await branch.names()).toEqual(['张伟', '章炜'])
    expect(await branch.names('zhangwei')).toEqual(['张伟', '章炜'])
    expect((await branch.members.get({ id: into })).member.education).toBeNull()
    expect([branch.balance(into), branch.balance(from)]).toEqual([1000, 1500])
    expect([branch.activities(into), branch.activities(from)]).toEqual([1, 2])

    // The undo taken back: one record again, with one ledger.
    expect((await branch.batches.undoPreview({ id: undone.batchId })).kept.total).toBe(0)
    const redone = await branch.batches.undo({ id: undone.batchId })
    expect(redone.kept.total).toBe(0)
    expect(await branch.names()).toEqual(['张伟'])
    expect([branch.balance(into), branch.balance(from)]).toEqual([1500, undefined])
    expect(branch.debts()).toEqual([[into, 1500]])
    expect(branch.signedUp()).toEqual([1, 1])
  })

  it('goes on with what was merged before, and refuses a record that is gone', async () => {
    using branch = openDuplicates()
    const [a, b, c] = ['张伟', '张伟', '张伟'].map((name) => branch.add({ name, phone: '13800138000' }))
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three members are needed')
    await branch.duplicates.merge({ into: b, from: a, take: [] })
    await branch.duplicates.merge({ into: c, from: b, take: [] })
    const into = branch.db.sqlite.prepare<[], string>('SELECT DISTINCT into_id FROM member_merge').pluck().all()
    expect(into).toEqual([c])
    await expect(branch.duplicates.merge({ into: c, from: a, take: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(branch.duplicates.merge({ into: c, from: c, take: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
