import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertMember } from '../../fixtures/branch'
import { startHub, type TestHub } from './hub'
import { clientOf, openUnion, sync } from './transfer-branches'

const FIRST = '11010519491231002X'
const SECOND = '110105194912310011'
const page = { offset: 0, limit: 50 }

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

it('tells both branches that they have the same person, and again when it ends; the hub keeps no number for it', async () => {
  using one = await openUnion(hub, '甲厂工会')
  using other = await openUnion(hub, '乙厂工会')
  using third = await openUnion(hub, '丙厂工会')
  const here = one.db.write(() => insertMember(one.db, { name: '张伟', idNumber: FIRST }))
  await sync(one.db)
  const there = other.db.write(() => {
    insertMember(other.db, { name: '李娜', idNumber: SECOND })
    return insertMember(other.db, { name: '张　伟', idNumber: FIRST })
  })
  await sync(other.db, one.db, third.db)
  const clients = [clientOf(one.db), clientOf(other.db)] as const
  const lists = await Promise.all(clients.map(({ transfers }) => transfers.duplicates(page)))
  expect(lists).toMatchObject([
    { total: 1, rows: [{ memberId: here, name: '张伟', otherUnion: '乙厂工会', endedOn: null }] },
    { total: 1, rows: [{ memberId: there, otherUnion: '甲厂工会', endedOn: null }] },
  ])
  expect((await clientOf(third.db).transfers.duplicates(page)).total).toBe(0)
  expect((await clients[0].home.summary()).tasks).toContainEqual({ kind: 'foreignDuplicates', members: 1 })
  const kept = JSON.stringify(await hub.rows(sql`SELECT * FROM person_member`))
  expect(kept).not.toContain(FIRST)

  // A rightful second membership is noted here and asks for nothing any more.
  const [found] = lists[0]?.rows ?? []
  if (found === undefined) throw new Error('It is listed')
  await clients[0].transfers.setRightful({ id: found.id, reason: '网约配送员，同时在两个平台工作' })
  expect((await clients[0].home.summary()).tasks.map(({ kind }) => kind)).not.toContain('foreignDuplicates')

  // The other one puts the number right.
  other.db.write(() =>
    other.db.sqlite.prepare('UPDATE member SET id_number = ? WHERE id = ?').run('110105194912310038', there),
  )
  await sync(other.db, one.db)
  for (const { transfers } of clients) {
    expect((await transfers.duplicates(page)).rows).toMatchObject([{ endedOn: expect.any(String) as unknown }])
  }
  expect((await clients[1].home.summary()).tasks.map(({ kind }) => kind)).not.toContain('foreignDuplicates')

  // Found anew, it is one more.
  other.db.write(() => other.db.sqlite.prepare('UPDATE member SET id_number = ? WHERE id = ?').run(FIRST, there))
  await sync(other.db, one.db)
  const again = await clients[0].transfers.duplicates(page)
  expect(again.rows.map(({ endedOn, rightful }) => [endedOn === null, rightful === null])).toEqual([
    [true, true],
    [false, false],
  ])
  // Who leaves is no duplicate any more.
  await clients[0].members.addEvent({
    id: here,
    event: { type: 'withdrawal', date: null, reason: null, documentNumber: null },
  })
  await sync(one.db, other.db)
  expect((await clients[1].transfers.duplicates(page)).rows.every(({ endedOn }) => endedOn !== null)).toBe(true)
})

it('is none while a transfer is on its way, whichever side hears of it first', async () => {
  using from = await openUnion(hub, '丁厂工会')
  using to = await openUnion(hub, '戊厂工会')
  const number = '110105194912310054'
  const memberId = from.db.write(() => insertMember(from.db, { name: '王强', idNumber: number }))
  await sync(from.db)
  await clientOf(from.db).transfers.request({
    memberIds: [memberId],
    toOrganisation: to.branchId,
    toUnion: '戊厂工会',
    reason: null,
    note: null,
    duesUntil: null,
  })
  await sync(from.db, to.db)
  const [asked] = (await clientOf(to.db).transfers.incoming(page)).rows
  if (asked === undefined) throw new Error('The request arrived')
  await clientOf(to.db).transfers.accept({ ids: [asked.id], by: '' })
  // The former branch is away while the new one already has the member.
  await sync(to.db, to.db)
  await sync(from.db, to.db)
  for (const { db } of [from, to]) expect((await clientOf(db).transfers.duplicates(page)).total).toBe(0)
})

it('names no more than twenty others to a branch whose number was made up by many', async () => {
  using one = await openUnion(hub, '甲厂工会')
  using last = await openUnion(hub, '乙厂工会')
  const join = ({ db }: typeof one) =>
    db.write(() => insertMember(db, { name: '张伟', idNumber: '110105200001010012' }))
  join(one)
  await sync(one.db)
  await sync(one.db)
  const others = sql.join(
    Array.from({ length: 25 }, () => sql`(${v7()}::uuid)`),
    sql`, `,
  )
  await hub.hub.orm.execute(sql`WITH other AS (
      INSERT INTO organisation (organisation, path, union_name)
      SELECT id, ARRAY[id], '分会' FROM (VALUES ${others}) AS made (id) RETURNING organisation)
    INSERT INTO person_member (organisation, branch, member, hash, since)
    SELECT person_member.organisation, other.organisation, other.organisation, hash, since
    FROM other, person_member WHERE branch = ${one.branchId}`)
  join(last)
  await sync(last.db)
  expect((await clientOf(last.db).transfers.duplicates(page)).total).toBe(20)
})
