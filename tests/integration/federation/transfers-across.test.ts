import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import type { BranchDatabase } from '../../../db/branch-database'
import { makeCode } from '../../../federation/enrolment'
import { takeRelayed } from '../../../federation/tree/relay'
import { enrolAbove, Uplink } from '../../../federation/uplink'
import {
  deviceIdSchema,
  incarnationSchema,
  newId,
  memberIdSchema,
  type BranchId,
  type MemberId,
} from '../../../shared/model/id'
import { acrossMessageSchema } from '../../../shared/sync/across'
import { senderSchema } from '../../../shared/sync/signature'
import { insertMember, type TestBranch } from '../../fixtures/branch'
import { setPhone } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'
import { backUpHub, restoreHub } from './model/hub-backup'
import { clientOf, openUnion, roll } from './transfer-branches'

const page = { offset: 0, limit: 50 }

let city: TestHub
let east: TestHub & { readonly uplink: Uplink }
let west: TestHub & { readonly uplink: Uplink }
let number = 0

async function startBelow(name: string, above: TestHub) {
  const hub = await startHub(null, { name })
  await enrolAbove(hub.hub, above.server.address, await makeCode(above.hub, null, { kind: 'hub' }))
  return Object.assign(hub, { uplink: new Uplink(hub.hub, (error) => hub.errors.push(error)) })
}

beforeAll(async () => {
  city = await startHub(null, { name: '江城市总工会' })
  ;[east, west] = await Promise.all([startBelow('城东区总工会', city), startBelow('城西区总工会', city)])
}, 120_000)
afterAll(async () => {
  for (const { uplink } of [east, west]) await uplink.stop()
  for (const hub of [east, west, city]) {
    expect(hub.errors).toEqual([])
    await hub[Symbol.asyncDispose]()
  }
})
beforeEach(() => {
  number += 1
})

/** Exchanges everything: of the branches, then up and down between the hubs, then with the branches again. */
async function settle(...branches: readonly TestBranch[]) {
  for (const { db } of branches) await hubLinkOf(db).syncNow()
  for (const { uplink } of [east, west, east]) expect(await uplink.run()).toBeNull()
  for (const { db } of branches) await hubLinkOf(db).syncNow()
}

async function openPair(fromHub: TestHub, toHub: TestHub) {
  const from = await openUnion(fromHub, `第${number}机械厂工会`)
  const to = await openUnion(toHub, `第${number}纺织厂工会`)
  const member = from.db.write(() =>
    insertMember(from.db, { name: '张伟', idNumber: '11010519491231002X', phone: '13800138000', department: '一车间' }),
  )
  await settle(from, to)
  const close = () => {
    from[Symbol.dispose]()
    to[Symbol.dispose]()
  }
  return { from, to, member, [Symbol.dispose]: close }
}

async function ask(from: TestBranch, member: MemberId, toUnion: string, toOrganisation: BranchId | null = null) {
  const { transfers } = clientOf(from.db)
  const request = { memberIds: [member], toOrganisation, toUnion, reason: '工作调动', note: null, duesUntil: null }
  await transfers.request(request)
  const [row] = (await transfers.outgoing(page)).rows
  if (row === undefined) throw new Error('A request is listed')
  return row.id
}

const outgoing = async ({ db }: TestBranch) => (await clientOf(db).transfers.outgoing(page)).rows[0]
const incoming = async ({ db }: TestBranch) => (await clientOf(db).transfers.incoming(page)).rows
const events = (db: BranchDatabase) =>
  db.sqlite.prepare('SELECT type, other_union AS otherUnion FROM membership_event ORDER BY rowid').all()
const transfersAt = (hub: TestHub, id: string) => hub.rows(sql`SELECT state FROM transfer WHERE transfer = ${id}`)
const idOfMember = (db: BranchDatabase) => db.sqlite.prepare<[], string>('SELECT id FROM member').pluck().get()

describe('a transfer between branches of two hubs', () => {
  it('is asked for by name, accepted, and carries the whole record; said again it changes nothing', async () => {
    using pair = await openPair(east, west)
    const { from, to, member } = pair
    const id = await ask(from, member, `第${number}纺织厂工会`)
    await settle(from)
    await settle(from, to)
    expect(await outgoing(from)).toMatchObject({ state: 'asked' })
    expect(await incoming(to)).toMatchObject([
      { id, state: 'asked', name: '张伟', idNumber: '110105********002X', fromUnion: `第${number}机械厂工会` },
    ])
    expect(roll(to.db)).toEqual({})
    await clientOf(to.db).transfers.accept({ ids: [id], by: '李静' })
    await settle(to, from)
    await settle(from, to)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(to.db.sqlite.prepare('SELECT phone, id_number FROM member').get()).toEqual({
      phone: '13800138000',
      id_number: '11010519491231002X',
    })
    expect(events(from.db).at(-1)).toEqual({ type: 'transferOut', otherUnion: `第${number}纺织厂工会` })
    expect(events(to.db)).toEqual([{ type: 'transferIn', otherUnion: `第${number}机械厂工会` }])
    const { text } = await visit(west, '/transfers', { cookie: await signIn(west) })
    expect(text).toMatch(new RegExp(`data-row="${id}"[^]*第${number}机械厂工会[^]*Transferred`))
    expect(text).not.toContain('/transfer?id=')
    // The hub above made nothing of it.
    expect(await transfersAt(city, id)).toEqual([])
    expect(await transfersAt(west, id)).toEqual([])

    for (const hub of [east, west]) {
      await hub.hub.orm.execute(sql`UPDATE across_message SET is_sent = false`)
      await hub.hub.orm.execute(sql`UPDATE uplink SET cursor = NULL`)
    }
    for (const { db } of [from, to]) db.sqlite.prepare('UPDATE enrolment SET cursor = NULL').run()
    await settle(from, to)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(events(to.db)).toHaveLength(1)
    expect(events(from.db).filter((event) => JSON.stringify(event).includes('transferOut'))).toHaveLength(1)

    // What the former branch still changes is told to the new one.
    setPhone(from.db, '张伟', '13900139000')
    await settle(from)
    await settle(to)
    const { lateEdits } = await clientOf(to.db).transfers.ofMember({ memberId: member })
    expect(lateEdits).toMatchObject([{ fromUnion: `第${number}机械厂工会` }])
  })

  it('is refused with a reason, and a name that nobody has is told with those that come near', async () => {
    using pair = await openPair(east, west)
    const { from, to, member } = pair
    const id = await ask(from, member, `第${number}纺织工厂`)
    await settle(from)
    await settle(from)
    const unknown = await outgoing(from)
    expect(unknown).toMatchObject({ state: 'unknownUnion' })
    expect(unknown?.near.map(({ id: near }) => near)).toContain(to.branchId)
    await clientOf(from.db).transfers.redirect({ id, toOrganisation: to.branchId, toUnion: `第${number}纺织厂工会` })
    await settle(from)
    await settle(from, to)
    await clientOf(to.db).transfers.refuse({ ids: [id], reason: '不在我单位工作', by: '李静' })
    await settle(to)
    await settle(from)
    expect(await outgoing(from)).toMatchObject({ state: 'refused', answerReason: '不在我单位工作' })
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
  })

  it('goes back when the receiving branch undoes it', async () => {
    using pair = await openPair(east, west)
    const { from, to, member } = pair
    const id = await ask(from, member, `第${number}纺织厂工会`)
    await settle(from)
    await settle(from, to)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await settle(to, from)
    await settle(from, to)
    const [taken] = (await clientOf(to.db).batches.list(page)).rows.filter(({ kind }) => kind === 'transfer')
    if (taken === undefined) throw new Error('The taking over is a batch')
    await clientOf(to.db).batches.undo({ id: taken.id })
    await settle(to)
    await settle(from)
    expect(await outgoing(from)).toMatchObject({ state: 'returned' })
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, {}])
  })

  it('is the same between a branch of the hub above and one of a hub below, both ways', async () => {
    using pair = await openPair(city, west)
    const { from, to, member } = pair
    const id = await ask(from, member, `第${number}纺织厂工会`, to.branchId)
    await settle(from)
    await settle(to)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await settle(to)
    await settle(from, to)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(await transfersAt(city, id)).toEqual([{ state: 'accepted' }])

    const back = await ask(to, memberIdSchema.parse(idOfMember(to.db)), `第${number}机械厂工会`)
    await settle(to)
    await settle(to, from)
    await clientOf(from.db).transfers.accept({ ids: [back], by: '' })
    await settle(from, to)
    await settle(to, from)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'active' }, { 张伟: 'transferred' }])
    const again = await ask(from, member, `第${number}纺织厂工会`, to.branchId)
    await settle(from)
    await settle(to)
    expect(await transfersAt(city, again)).toEqual([{ state: 'asked' }])
  })

  it('goes on when the hub between them was put back to a backup from before it', async () => {
    using pair = await openPair(east, west)
    const { from, to, member } = pair
    await backUpHub(city.hub, 'backup')
    const id = await ask(from, member, `第${number}纺织厂工会`)
    await settle(from)
    await settle(from, to)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await hubLinkOf(to.db).syncNow()
    await city.down()
    await restoreHub(city.hub, 'backup')
    await city.up(true)
    await settle(to, from)
    await settle(from, to)
    await settle(from, to)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(events(to.db)).toHaveLength(1)
  })

  it('within one hub stays there, seen from the hub above', async () => {
    using pair = await openPair(east, east)
    const { from, to, member } = pair
    const id = await ask(from, member, `第${number}纺织厂工会`)
    await settle(from, to)
    await clientOf(to.db).transfers.accept({ ids: [id], by: '' })
    await settle(to, from)
    await settle(from, to)
    expect([roll(from.db), roll(to.db)]).toEqual([{ 张伟: 'transferred' }, { 张伟: 'active' }])
    expect(events(to.db)).toHaveLength(1)
    expect(await transfersAt(city, id)).toEqual([])
    const sent = await east.rows(sql`SELECT key FROM across_message WHERE key LIKE ${`%${id}%`}`)
    expect(sent).toEqual([])
  })

  it('is said for a branch by the hub only through which it hangs', async () => {
    using pair = await openPair(east, west)
    const { from, to } = pair
    const transfer = newId(incarnationSchema)
    const question = { transfer, id: null, words: '纺织' }
    const message = acrossMessageSchema.parse({
      from: from.branchId,
      to: null,
      item: { kind: 'transferQuestion', body: question },
    })
    const asWest = senderSchema.parse({
      ...{ organisation: west.hub.identity.id, device: newId(deviceIdSchema) },
      ...{ incarnation: newId(incarnationSchema), counter: 1 },
    })
    await takeRelayed(city.hub, asWest, [message])
    const sent = await city.rows(sql`SELECT body FROM downward WHERE body::text LIKE ${`%${transfer}%`}`)
    expect(sent).toEqual([])
    const [refused] = await city.rows(sql`SELECT about FROM audit WHERE event = 'tree.relayRefused'
      AND about = ${from.branchId}`)
    expect(refused).toEqual({ about: from.branchId })
    expect(roll(to.db)).toEqual({})
  })
})
