import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../../shared/model/id'
import { monthSchema } from '../../../shared/model/date'
import { insertMember, type TestBranch } from '../../fixtures/branch'
import { startHub, type TestHub } from './hub'
import { clientOf, openUnion, roll, sync } from './transfer-branches'

const ID_NUMBER = '11010519491231002X'
const page = { offset: 0, limit: 50 }

let hub: TestHub
let from: TestBranch
let to: TestBranch
let member: MemberId
let number = 0

beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

/** Every test has two unions of its own, and a member nobody else has. */
beforeEach(async () => {
  number += 1
  from = await openUnion(hub, `第${number}钢铁厂工会`)
  to = await openUnion(hub, `第${number}水泥厂工会`)
  member = from.db.write(() =>
    insertMember(from.db, { name: '张伟', idNumber: ID_NUMBER, phone: '13800138000', gender: '男' }),
  )
  await sync(from.db)
  return () => {
    from[Symbol.dispose]()
    to[Symbol.dispose]()
  }
})

async function claim(changes: Partial<Parameters<ReturnType<typeof clientOf>['transfers']['claim']>[0]> = {}) {
  const { transfers } = clientOf(to.db)
  await transfers.claim({
    ...{ name: '张 伟', idNumber: ID_NUMBER, phone: null, note: null },
    ...{ fromOrganisation: from.branchId, fromUnion: '钢铁厂', ...changes },
  })
  const [row] = (await transfers.claims(page)).rows
  if (row === undefined) throw new Error('A claim is listed')
  return row.id
}

const own = async () => (await clientOf(to.db).transfers.claims(page)).rows[0]
const claimed = async () => (await clientOf(from.db).transfers.claimed(page)).rows[0]
const tasksOf = async (branch: TestBranch) =>
  (await clientOf(branch.db).home.summary()).tasks.map(({ kind }): string => kind)

describe('a member is asked for by the branch that receives', () => {
  it('is found by the ID number and handed over in one step; repeating changes nothing', async () => {
    const id = await claim()
    expect((await own())?.state).toBe('unsent')
    await sync(to.db, from.db)
    expect(await tasksOf(from)).toContain('transferClaims')
    expect(await claimed()).toMatchObject({
      ...{ id, state: 'asked', name: '张 伟', idNumber: '110105********002X', byUnion: `第${number}水泥厂工会` },
      member: { memberId: member, name: '张伟', problem: null },
    })
    // What the other union is told does not say what the hub found.
    expect(await own()).toMatchObject({ state: 'asked', memberId: null, answerReason: null })

    const { transfers } = clientOf(from.db)
    await transfers.handOver({ id, memberId: member, duesUntil: monthSchema.parse('2020-01') })
    await expect(transfers.handOver({ id, memberId: member, duesUntil: null })).rejects.toMatchObject({
      code: 'TRANSFER_CLOSED',
    })
    expect(await tasksOf(from)).not.toContain('transferClaims')
    await sync(from.db, to.db, from.db)
    for (const { db } of [from, to]) db.sqlite.prepare('UPDATE enrolment SET cursor = NULL').run()
    await sync(from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(await own()).toMatchObject({ state: 'accepted', memberId: member })
    expect((await clientOf(to.db).transfers.ofMember({ memberId: member })).history[0]).toMatchObject({
      duesUntil: '2020-01',
    })
    await expect(clientOf(to.db).transfers.withdrawClaim({ id })).rejects.toMatchObject({ code: 'TRANSFER_DONE' })
  })

  it('is found by name and telephone together, and by neither alone', async () => {
    await claim({ idNumber: null, phone: '138 0013 8000' })
    await sync(to.db, from.db)
    expect((await claimed())?.member?.memberId).toBe(member)
    await claim({ name: '李静', idNumber: null, phone: '13800138000' })
    await sync(to.db, from.db)
    const rows = (await clientOf(from.db).transfers.claimed(page)).rows
    expect(rows.map((row) => row.member?.memberId ?? null).toSorted()).toEqual([member, null].toSorted())
  })

  it('says the same to who asks whether the person is known there or not, until somebody answers', async () => {
    const id = await claim({ name: '李静', idNumber: '110105194912310011' })
    await sync(to.db, from.db, to.db)
    expect(await own()).toMatchObject({ state: 'asked', answerReason: null })
    expect(await claimed()).toMatchObject({ state: 'asked', member: null, idNumber: '110105********0011' })
    const items = await hub.rows(sql`SELECT DISTINCT jsonb_object_keys(body) AS key FROM downward
      WHERE organisation = ${to.branchId} AND kind = 'claimResult' ORDER BY 1`)
    expect(items.map(({ key }) => key)).toEqual([
      'by',
      'fromOrganisation',
      'fromUnion',
      'id',
      'near',
      'reason',
      'state',
    ])
    await clientOf(from.db).transfers.refuseClaim({ id, decision: 'notFound', reason: '', by: '' })
    await sync(from.db, to.db)
    expect(await own()).toMatchObject({ state: 'notFound' })
    expect(await tasksOf(to)).toContain('claimsWithoutSuccess')

    // The other union finds the person after all, under a number written down wrongly.
    await clientOf(from.db).transfers.handOver({ id, memberId: member, duesUntil: null })
    await sync(from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(await tasksOf(to)).not.toContain('claimsWithoutSuccess')
  })

  it('is refused with a reason, and taken back', async () => {
    const id = await claim()
    await sync(to.db, from.db)
    const { transfers } = clientOf(from.db)
    await expect(transfers.refuseClaim({ id, decision: 'refused', reason: '', by: '' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    })
    await transfers.refuseClaim({ id, decision: 'refused', reason: '仍在我单位工作', by: '李静' })
    await sync(from.db, to.db)
    expect(await own()).toMatchObject({ state: 'refused', answerReason: '仍在我单位工作', answeredBy: '李静' })
    await clientOf(to.db).transfers.withdrawClaim({ id })
    expect((await own())?.state).toBe('withdrawn')
    await sync(to.db, from.db)
    expect((await claimed())?.state).toBe('withdrawn')
    await expect(transfers.handOver({ id, memberId: member, duesUntil: null })).rejects.toMatchObject({
      code: 'TRANSFER_CLOSED',
    })
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
  })

  it('is an ordinary transfer when it was taken back before the hand-over arrived', async () => {
    const id = await claim()
    await sync(to.db, from.db)
    // Each is away and does not hear of the other.
    await clientOf(from.db).transfers.handOver({ id, memberId: member, duesUntil: null })
    await clientOf(to.db).transfers.withdrawClaim({ id })
    await sync(to.db, from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
    expect((await clientOf(to.db).transfers.incoming(page)).rows).toMatchObject([{ id, state: 'asked' }])
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await sync(to.db, from.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
  })

  it('takes the place of a request that goes elsewhere, and comes back when who asked undoes it', async () => {
    await clientOf(from.db).transfers.request({
      ...{ memberIds: [member], toOrganisation: null, toUnion: '没有这个工会', reason: null, note: null },
      duesUntil: null,
    })
    const id = await claim()
    await sync(from.db, to.db, from.db)
    await clientOf(from.db).transfers.handOver({ id, memberId: member, duesUntil: null })
    const outgoing = (await clientOf(from.db).transfers.outgoing(page)).rows
    expect(outgoing.map(({ state }) => state)).toEqual(['unsent', 'withdrawn'])
    await sync(from.db, to.db, from.db)
    const [taken] = (await clientOf(to.db).batches.list(page)).rows
    if (taken === undefined) throw new Error('The taking over is a batch')
    await clientOf(to.db).batches.undo({ id: taken.id })
    await sync(to.db, from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
    expect((await own())?.state).toBe('returned')
  })

  it('names the union anew when nobody knows it, and no branch is told twice', async () => {
    const id = await claim({ fromOrganisation: null, fromUnion: `第${number}钢铁场工会` })
    await sync(to.db)
    const unknown = await own()
    expect([unknown?.state, unknown?.near[0]?.id]).toEqual(['unknownUnion', from.branchId])
    await clientOf(to.db).transfers.redirectClaim({
      ...{ id, fromOrganisation: from.branchId, fromUnion: `第${number}钢铁厂工会` },
    })
    await sync(to.db, from.db)
    expect(await claimed()).toMatchObject({ id, state: 'asked', member: { memberId: member } })
    const told = await hub.rows(sql`SELECT 1 FROM downward WHERE organisation = ${from.branchId}
      AND kind = 'transferClaim'`)
    expect(told).toHaveLength(1)
    await expect(
      clientOf(to.db).transfers.redirectClaim({ id, fromOrganisation: null, fromUnion: '别的工会' }),
    ).rejects.toMatchObject({ code: 'TRANSFER_DONE' })
  })

  it('is not taken over under the id of another branch’s claim', async () => {
    const id = await claim()
    await sync(to.db, from.db)
    using third = await openUnion(hub, `第${number}化肥厂工会`)
    const other = third.db.write(() => insertMember(third.db, { name: '王芳' }))
    third.db.write(() =>
      third.db.sqlite
        .prepare(
          `INSERT INTO transfer (id, member_id, to_organisation, to_union, requested_on) VALUES (?, ?, ?, '水泥厂', '2026-05-06')`,
        )
        .run(id, other, to.branchId),
    )
    await sync(third.db, to.db)
    // A union that was not asked only asks.
    expect([roll(third.db), roll(to.db)]).toEqual([{ 王芳: 'active' }, {}])
  })
})

describe('own fields of the former union', () => {
  it('stand in the history, and become fields here for everybody who came with them', async () => {
    from.db.write(() => {
      const { sqlite } = from.db
      const field = sqlite.prepare(
        'INSERT INTO custom_field (id, name, kind, choices, position, is_masked, is_retired) VALUES (?, ?, ?, ?, ?, ?, 0)',
      )
      const value = sqlite.prepare('INSERT INTO custom_value (id, member_id, field_id, value) VALUES (?, ?, ?, ?)')
      const id = (tail: string) => `0190a8c0-0000-7000-8000-0000000${tail}${String(number).padStart(2, '0')}`
      field.run(id('001'), '班次', 'choice', '["早班","晚班"]', 0, 0)
      field.run(id('002'), '工资卡', 'text', '[]', 1, 1)
      value.run(id('003'), member, id('001'), '早班')
      value.run(id('004'), member, id('002'), '6222021234567890123')
    })
    const id = await claim()
    await sync(from.db, to.db, from.db)
    await clientOf(from.db).transfers.handOver({ id, memberId: member, duesUntil: null })
    await sync(from.db, to.db)
    const { transfers, batches } = clientOf(to.db)
    const [former] = (await transfers.ofMember({ memberId: member })).history
    expect(former?.custom.map(({ name, value }) => [name, value])).toEqual([
      ['班次', '早班'],
      ['工资卡', '6222***********0123'],
    ])
    const values = () =>
      to.db.sqlite.prepare('SELECT name, value FROM custom_value JOIN custom_field ON custom_field.id = field_id').all()
    expect(values()).toEqual([])
    const { batchId, members } = await transfers.keepField({ memberId: member, name: '班次', kind: 'choice' })
    expect([members, values()]).toEqual([1, [{ name: '班次', value: '早班' }]])
    await expect(transfers.keepField({ memberId: member, name: '血型', kind: 'text' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await batches.undo({ id: batchId })
    expect(values()).toEqual([])
    await transfers.keepField({ memberId: member, name: '工资卡', kind: 'text' })
    expect(values()).toEqual([{ name: '工资卡', value: '6222021234567890123' }])
  })
})
