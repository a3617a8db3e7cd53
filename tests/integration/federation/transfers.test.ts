import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import type { BranchDatabase } from '../../../db/branch-database'
import { monthSchema } from '../../../shared/model/date'
import type { BranchId, MemberId } from '../../../shared/model/id'
import { insertMember, type TestBranch } from '../../fixtures/branch'
import { copyOf, setPhone } from './branch'
import { signIn, visit } from './console-visit'
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
  from = await openUnion(hub, `第${number}机械厂工会`)
  to = await openUnion(hub, `第${number}纺织厂工会`)
  member = from.db.write(() =>
    insertMember(from.db, { name: '张伟', gender: '男', phone: '13800138000', department: '一车间', joinDate: null }),
  )
  await sync(from.db)
  return () => {
    from[Symbol.dispose]()
    to[Symbol.dispose]()
  }
})

async function ask(changes: { toOrganisation?: BranchId | null; toUnion?: string; duesUntil?: string } = {}) {
  const { transfers } = clientOf(from.db)
  await transfers.request({
    memberIds: [member],
    toOrganisation: to.branchId,
    toUnion: '纺织厂',
    reason: '劳动（工作）关系发生变化',
    note: null,
    ...changes,
    duesUntil: changes.duesUntil === undefined ? null : monthSchema.parse(changes.duesUntil),
  })
  const [row] = (await transfers.outgoing(page)).rows
  if (row === undefined) throw new Error('A request is listed')
  return row.id
}

const stateOf = async (db: BranchDatabase) => (await clientOf(db).transfers.outgoing(page)).rows[0]?.state
const asked = async (db: BranchDatabase) => (await clientOf(db).transfers.incoming(page)).rows[0]
const idOf = (db: BranchDatabase, name: string) =>
  db.sqlite.prepare<[string], string>('SELECT id FROM member WHERE name = ?').pluck().get(name)
const eventsOf = (db: BranchDatabase) =>
  db.sqlite.prepare('SELECT type, other_union AS otherUnion FROM membership_event ORDER BY rowid').all()

describe('a transfer', () => {
  it('is asked for, accepted, and carries the record with its history; nothing of it is doubled by repeating', async () => {
    from.db.write(() => {
      from.db.sqlite
        .prepare("INSERT INTO honour (id, member_id, title, level) VALUES (?, ?, '先进个人', '本级')")
        .run('0190a8c0-0000-7000-8000-00000000000' + String(number % 10), member)
      from.db.sqlite.prepare('UPDATE member SET id_number = ? WHERE id = ?').run(ID_NUMBER, member)
    })
    const id = await ask({ duesUntil: '2020-01' })
    expect(await stateOf(from.db)).toBe('unsent')
    await sync(from.db, to.db)
    expect(await stateOf(from.db)).toBe('asked')
    expect(await asked(to.db)).toMatchObject({
      id,
      state: 'asked',
      name: '张伟',
      gender: '男',
      idNumber: '110105********002X',
      fromUnion: `第${number}机械厂工会`,
      duesUntil: '2020-01',
    })
    expect((await clientOf(to.db).home.summary()).tasks).toContainEqual({ kind: 'transferRequests', members: 1 })
    expect(roll(to.db)).toEqual({})

    await clientOf(to.db).transfers.accept({ ids: [id], by: '李静' })
    await sync(to.db, from.db)
    // What came down comes again, as from a hub restored from its backup.
    for (const { db } of [from, to]) db.sqlite.prepare('UPDATE enrolment SET cursor = NULL').run()
    await sync(to.db, from.db)

    expect(roll(from.db)).toEqual({ 张伟: 'transferred' })
    expect(roll(to.db)).toEqual({ 张伟: 'active' })
    expect(eventsOf(from.db).at(-1)).toEqual({ type: 'transferOut', otherUnion: `第${number}纺织厂工会` })
    expect(eventsOf(to.db)).toEqual([{ type: 'transferIn', otherUnion: `第${number}机械厂工会` }])
    expect(to.db.sqlite.prepare('SELECT department, phone, id_number FROM member').get()).toEqual({
      department: null,
      phone: '13800138000',
      id_number: ID_NUMBER,
    })
    expect(to.db.sqlite.prepare('SELECT title FROM honour').pluck().all()).toEqual(['先进个人'])
    const { history } = await clientOf(to.db).transfers.ofMember({ memberId: member })
    expect(history).toMatchObject([
      { union: `第${number}机械厂工会`, place: { department: '一车间' }, events: [{ type: 'admission' }] },
    ])
    expect(await asked(to.db)).toMatchObject({ state: 'accepted', answer: 'accepted', memberId: member })
    expect((await clientOf(to.db).home.summary()).tasks.map(({ kind }) => kind)).not.toContain('transferRequests')
  })

  it('is refused with a reason, which may be thought over while the other side still asks', async () => {
    const id = await ask()
    await sync(from.db, to.db)
    const { transfers } = clientOf(to.db)
    await expect(transfers.refuse({ ids: [id], reason: '', by: '' })).rejects.toMatchObject({ code: 'REASON_MISSING' })
    await transfers.refuse({ ids: [id], reason: '不在我单位工作', by: '李静' })
    await sync(to.db, from.db)
    expect((await clientOf(from.db).transfers.outgoing(page)).rows).toMatchObject([
      { state: 'refused', answerReason: '不在我单位工作', answeredBy: '李静' },
    ])
    expect(roll(from.db)).toEqual({ 张伟: 'active' })
    await transfers.accept({ ids: [id], by: '' })
    await sync(to.db, from.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
  })

  it('is taken back before the answer, and not after it', async () => {
    const id = await ask()
    await sync(from.db, to.db)
    await clientOf(from.db).transfers.withdraw({ id })
    await sync(from.db)
    // The other branch has not heard of it and accepts: too late, the hub's order decides.
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await sync(to.db, from.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
    expect(await asked(to.db)).toMatchObject({ state: 'withdrawn' })
    expect((await clientOf(from.db).transfers.candidates({ memberIds: [member] }))[0]?.problem).toBeNull()

    const second = await ask()
    await sync(from.db, to.db)
    await clientOf(to.db).transfers.accept({ ids: [second], by: '' })
    await sync(to.db)
    await clientOf(from.db).transfers.withdraw({ id: second })
    await sync(from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    await expect(clientOf(from.db).transfers.withdraw({ id: second })).rejects.toMatchObject({ code: 'TRANSFER_DONE' })
  })

  it('finds the union by its name when it was typed offline, and says what comes nearest when it cannot', async () => {
    const id = await ask({ toOrganisation: null, toUnion: `第${number}纺织场工会` })
    await sync(from.db)
    const [row] = (await clientOf(from.db).transfers.outgoing(page)).rows
    expect(row?.state).toBe('unknownUnion')
    expect(row?.near[0]?.id).toBe(to.branchId)
    const { unions, isExact } = await clientOf(from.db).transfers.unions({ words: `第${number}纺织` })
    expect([unions[0]?.id, isExact]).toEqual([to.branchId, false])
    await clientOf(from.db).transfers.redirect({ id, toOrganisation: null, toUnion: `第 ${number} 纺织厂工会` })
    await sync(from.db, to.db)
    expect(await stateOf(from.db)).toBe('asked')
    expect(await asked(to.db)).toMatchObject({ id, state: 'asked' })
  })

  it('waits at the hub while either side is away, and lapses when the member left the union meanwhile', async () => {
    const id = await ask()
    await sync(from.db, to.db)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await clientOf(from.db).members.addEvent({
      id: member,
      event: { type: 'death', date: null, reason: null, documentNumber: null },
    })
    await sync(from.db, to.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'deceased' }, {}])
    expect(await asked(to.db)).toMatchObject({ state: 'lapsed' })
  })

  it('completes the record of a person whom the other branch knows, and leaves what stands there', async () => {
    from.db.write(() => from.db.sqlite.prepare('UPDATE member SET id_number = ?').run(ID_NUMBER))
    const known = to.db.write(() =>
      insertMember(to.db, { name: '张伟', idNumber: ID_NUMBER, phone: '13900139000' }, 'admission'),
    )
    await clientOf(to.db).members.addEvent({
      id: known,
      event: { type: 'transferOut', date: null, reason: null, documentNumber: null },
    })
    const id = await ask()
    await sync(from.db, to.db)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await sync(to.db, from.db)
    expect(to.db.sqlite.prepare('SELECT id, phone, gender FROM member').all()).toEqual([
      { id: known, phone: '13900139000', gender: '男' },
    ])
    expect(roll(to.db)).toEqual({ 张伟: 'active' })
  })
})

describe('a hand-over', () => {
  async function handOver() {
    const id = await ask()
    await sync(from.db, to.db)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await sync(to.db)
    return id
  }

  it('is told what the former branch still changed, which somebody adopts or ignores', async () => {
    await handOver()
    setPhone(from.db, '张伟', '13700137000')
    await clientOf(from.db).members.details.add({
      memberId: member,
      detail: {
        kind: 'honour',
        fields: {
          title: '五一劳动奖章',
          level: '地市级',
          awardedOn: null,
          awardedBy: null,
          documentNumber: null,
          note: null,
        },
      },
    })
    await sync(from.db, to.db)
    const client = clientOf(to.db)
    const { lateEdits } = await client.transfers.ofMember({ memberId: member })
    expect(lateEdits).toMatchObject([
      {
        table: 'member',
        operation: 'update',
        changes: [{ field: 'phone', before: '138****8000', after: '137****7000' }],
      },
      { table: 'honour', operation: 'insert' },
    ])
    expect(to.db.sqlite.prepare('SELECT phone FROM member').pluck().get()).toBe('13800138000')
    const [phone, honour] = lateEdits
    if (phone === undefined || honour === undefined) throw new Error('Both are told')
    const { batchId } = await client.transfers.adopt({ id: phone.id })
    expect(to.db.sqlite.prepare('SELECT phone FROM member').pluck().get()).toBe('13700137000')
    await client.batches.undo({ id: batchId })
    expect(to.db.sqlite.prepare('SELECT phone FROM member').pluck().get()).toBe('13800138000')
    // Undone, it is to be decided anew.
    const again = (await client.transfers.ofMember({ memberId: member })).lateEdits
    expect(again.map(({ id }) => id)).toEqual([phone.id, honour.id])
    await client.transfers.ignore({ id: phone.id })
    await client.transfers.ignore({ id: honour.id })
    expect((await client.transfers.ofMember({ memberId: member })).lateEdits).toEqual([])
    expect(to.db.sqlite.prepare('SELECT count(*) FROM honour').pluck().get()).toBe(0)
  })

  it('is undone by who took the member over, and then the former branch has the member again', async () => {
    await handOver()
    await sync(from.db, to.db)
    const client = clientOf(from.db)
    const ofTransfer = async (db: BranchDatabase) =>
      (await clientOf(db).batches.list(page)).rows.filter(({ kind }) => kind === 'transfer')
    const [own] = await ofTransfer(from.db)
    if (own === undefined) throw new Error('The hand-over is a batch')
    await expect(client.batches.undo({ id: own.id })).rejects.toMatchObject({ code: 'TRANSFER_DONE' })
    const [event] = (await client.members.get({ id: member })).events.slice(-1)
    if (event === undefined) throw new Error('There is an event')
    await expect(client.members.revokeEvent({ id: member, eventId: event.id, reason: '错了' })).rejects.toMatchObject({
      code: 'TRANSFER_DONE',
    })

    const [taken] = await ofTransfer(to.db)
    if (taken === undefined) throw new Error('The taking over is a batch')
    await clientOf(to.db).batches.undo({ id: taken.id })
    expect(roll(to.db)).toEqual({})
    await sync(to.db, from.db)
    expect(roll(from.db)).toEqual({ 张伟: 'active' })
    expect(await stateOf(from.db)).toBe('returned')
    // The packet does not bring the record back by itself.
    to.db.sqlite.prepare('UPDATE enrolment SET cursor = NULL').run()
    await sync(to.db, from.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
  })

  it('goes back too when it is undone before the hub heard that the member was taken over', async () => {
    const id = await ask()
    await sync(from.db, to.db)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await hubLinkOf(to.db).syncNow()
    expect(roll(to.db)).toEqual({ 张伟: 'active' })
    const [taken] = (await clientOf(to.db).batches.list(page)).rows.filter(({ kind }) => kind === 'transfer')
    if (taken === undefined) throw new Error('The taking over is a batch')
    await clientOf(to.db).batches.undo({ id: taken.id })
    await sync(to.db, from.db)
    expect(await stateOf(from.db)).toBe('returned')
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
  })

  it('is decided by the union above when nobody answers in time, with a reason that is put down', async () => {
    const id = await ask()
    await sync(from.db)
    const cookie = await signIn(hub)
    const form = { id, reason: '对方长期未答复' }
    expect((await visit(hub, '/transfer/force', { method: 'POST', cookie, form })).status).toBe(404)
    await hub.hub.orm.execute(sql`UPDATE transfer SET asked_at = now() - interval '40 days' WHERE transfer = ${id}`)
    const list = await visit(hub, '/transfers', { cookie })
    expect(list.text).toContain(`/transfer?id=${id}`)
    expect(list.text).not.toContain('张伟')
    expect((await visit(hub, `/transfer?id=${id}`, { cookie })).text).toContain(`第${number}纺织厂工会`)
    const viewer = await signIn(hub, { roles: ['viewer'] })
    expect((await visit(hub, '/transfer/force', { method: 'POST', cookie: viewer, form })).status).not.toBe(303)
    expect((await visit(hub, '/transfer/force', { method: 'POST', cookie, form: { id, reason: ' ' } })).status).toBe(
      400,
    )
    expect((await visit(hub, '/transfer/force', { method: 'POST', cookie, form })).status).toBe(303)
    const put = await hub.rows(sql`SELECT detail FROM audit WHERE event = 'transfers.forced'`)
    expect(put).toEqual([{ detail: `第${number}机械厂工会 → 第${number}纺织厂工会` }])
    await sync(to.db, from.db)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect((await clientOf(from.db).transfers.outgoing(page)).rows).toMatchObject([
      { state: 'accepted', isForced: true, answerReason: '对方长期未答复' },
    ])
  })

  it('stands on both sides after either was restored from a backup made before it', async () => {
    const id = await ask()
    await sync(from.db, to.db)
    using oldFrom = copyOf(from)
    using oldTo = copyOf(to)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await sync(to.db, from.db, to.db)
    for (const db of [oldTo, oldFrom]) {
      await hubLinkOf(db).takeOver()
      await sync(db)
    }
    await sync(oldTo, oldFrom)
    expect([roll(oldFrom), roll(oldTo)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    const rows = await hub.rows(sql`SELECT "table", count(*) AS rows FROM record WHERE NOT deleted
      AND organisation = ${to.branchId} AND "table" IN ('member', 'membership_event', 'transfer_answer') GROUP BY 1`)
    expect(Object.fromEntries(rows.map((row) => [String(row['table']), row['rows']]))).toEqual({
      member: 1,
      membership_event: 1,
      transfer_answer: 1,
    })
  })

  it('goes on to a third union with all of its history, and back to the first', async () => {
    await handOver()
    await sync(from.db, to.db)
    using third = await openUnion(hub, `第${number}造纸厂工会`)
    const onward = async (one: TestBranch, other: TestBranch) => {
      await clientOf(one.db).transfers.request({
        memberIds: [member],
        toOrganisation: other.branchId,
        toUnion: '下一个',
        reason: null,
        note: null,
        duesUntil: null,
      })
      await sync(one.db, other.db)
      const request = (await clientOf(other.db).transfers.incoming(page)).rows.find(({ state }) => state === 'asked')
      if (request === undefined) throw new Error('The request arrived')
      await clientOf(other.db).transfers.accept({ ids: [request.id], by: '' })
      await sync(other.db, one.db, other.db)
    }
    await onward(to, third)
    expect([roll(from.db), roll(to.db), roll(third.db)].map((one) => one['张伟'])).toEqual([
      'transferred',
      'transferred',
      'active',
    ])
    const { history } = await clientOf(third.db).transfers.ofMember({ memberId: member })
    expect(history.map(({ union }) => union)).toEqual([`第${number}机械厂工会`, `第${number}纺织厂工会`])
    // What the first union changes now is told to where the member is.
    setPhone(from.db, '张伟', '13700137000')
    await sync(from.db, to.db, third.db)
    expect((await clientOf(third.db).transfers.ofMember({ memberId: member })).lateEdits).toHaveLength(1)
    await onward(third, from)
    expect([roll(from.db), roll(to.db), roll(third.db)].map((one) => one['张伟'])).toEqual([
      'active',
      'transferred',
      'transferred',
    ])
    expect(idOf(from.db, '张伟')).toBe(member)
  })
})
