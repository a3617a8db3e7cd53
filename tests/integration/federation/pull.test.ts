import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federation } from '../../../electron/backend/federation'
import { home } from '../../../electron/backend/home'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { branchAnswers, directiveOverviews, issueDirective, withdrawDirective } from '../../../federation/directives'
import { releaseAll } from '../../../federation/release'
import { daySchema } from '../../../shared/model/date'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { addMembers, enrol, membersAtHub, receiptsAtHub } from './branch'
import { openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const figureDraft = {
  title: '三季度文体活动场次',
  text: '请填报本季度举办的文体活动场次。',
  dueOn: daySchema.parse('2020-10-15'),
  asks: 'figure',
  unit: '场',
} as const

function clientOf({ db }: TestBranch) {
  const context = { context: { session: { db }, host: testHost().client } }
  return { federation: createRouterClient(federation, context), home: createRouterClient(home, context) }
}

const page = { offset: 0, limit: 50 }

describe('what the hub held', () => {
  it('comes free when what it waits for arrives, and the branch hears of it', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const link = await enrol(db, hub)
    const id = db.write(() => insertMember(db, { name: '长', remark: '长'.repeat(10_001) }))
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 2 })
    // Taken away and entered anew with a remark that fits: the event that waited for the member has its row now.
    db.write(() => {
      db.sqlite.pragma('defer_foreign_keys = ON')
      db.sqlite.prepare('DELETE FROM member WHERE id = ?').run(id)
      db.sqlite.prepare("INSERT INTO member (id, name) VALUES (?, '长')").run(id)
    })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '长', phone: null }])
    expect(db.sqlite.prepare('SELECT result FROM receipt').pluck().all()).toEqual(['corrected'])
    expect(await receiptsAtHub(hub, branch.branchId)).not.toHaveProperty('held')
  })

  it('is decided anew at the start of a hub that knows more', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    addMembers(branch.db, '张伟')
    await link.syncNow()
    // As an older hub would have left it.
    const held = JSON.stringify({ result: 'held', reason: 'UNKNOWN_TABLE', field: null })
    await hub.hub.orm.execute(sql`DELETE FROM record WHERE organisation = ${branch.branchId} AND "table" = 'member'`)
    await hub.hub.orm.execute(sql`UPDATE receipt SET outcome = ${held}::jsonb WHERE organisation = ${branch.branchId}
      AND change_id IN (SELECT id FROM change WHERE "table" = 'member')`)
    await releaseAll(hub.hub)
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
  })
})

describe('a directive', () => {
  it('comes to the branches it is for, is answered there, and the answer comes back', async () => {
    using first = openTestBranch()
    using second = openTestBranch()
    const links = [await enrol(first.db, hub), await enrol(second.db, hub)]
    const issued = await issueDirective(hub.seen, figureDraft, [first.branchId])
    for (const link of links) await link.syncNow()
    const { federation, home } = clientOf(first)
    expect(await federation.directives.list(page)).toMatchObject({
      total: 1,
      rows: [{ ...figureDraft, id: issued.id, answer: null }],
    })
    expect(await clientOf(second).federation.directives.list(page)).toMatchObject({ total: 0 })
    expect((await home.summary()).tasks).toContainEqual({
      kind: 'directive',
      id: issued.id,
      title: figureDraft.title,
      dueOn: figureDraft.dueOn,
      isOverdue: true,
    })

    await federation.directives.answer({ id: issued.id, answer: { figure: 1200, text: null, by: '李静' } })
    await federation.directives.answer({ id: issued.id, answer: { figure: 1350, text: '含分会', by: '李静' } })
    expect((await home.summary()).tasks.map(({ kind }) => kind)).not.toContain('directive')
    expect(await links[0]?.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
    expect(await branchAnswers(hub.seen, issued.id)).toMatchObject([
      { organisation: first.branchId, figure: 1350, text: '含分会', by: '李静' },
    ])
    const overview = (await directiveOverviews(hub.seen)).find(({ id }) => id === issued.id)
    expect(overview).toMatchObject({ recipients: 1, answered: 1, figures: 1350 })
  })

  it('is not answered without the figure it asks for, nor once it was taken back', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const { id } = await issueDirective(hub.seen, figureDraft, [branch.branchId])
    await link.syncNow()
    const { federation } = clientOf(branch)
    const answer = { figure: null, text: '没有', by: null }
    await expect(federation.directives.answer({ id, answer })).rejects.toMatchObject({ code: 'ANSWER_MISSING' })
    await withdrawDirective(hub.seen, id)
    await link.syncNow()
    const { rows } = await federation.directives.list(page)
    expect(rows.map((row) => [row.id, row.withdrawnAt === null])).toEqual([[id, false]])
    await expect(federation.directives.answer({ id, answer: { ...answer, figure: 100 } })).rejects.toMatchObject({
      code: 'DIRECTIVE_WITHDRAWN',
    })
  })

  it('arrives once however often the answer to a pull is lost or doubled', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const link = await enrol(branch.db, hub, line.address)
    for (let index = 0; index < 3; index += 1) await issueDirective(hub.seen, figureDraft, [branch.branchId])
    line.fault = (path) => (path === '/v1/pull' ? 'dropReply' : null)
    expect(await link.syncNow()).toMatchObject({ link: 'offline', problem: 'HUB_UNREACHABLE' })
    line.fault = (path) => (path === '/v1/pull' ? 'duplicate' : null)
    await link.syncNow()
    line.fault = () => null
    expect(await link.syncNow()).toMatchObject({ link: 'synced', problem: null })
    expect((await clientOf(branch).federation.directives.list(page)).total).toBe(3)
  })

  it('comes anew from a hub that was restored, without being doubled', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const { id } = await issueDirective(hub.seen, figureDraft, [branch.branchId])
    await link.syncNow()
    branch.db.sqlite.prepare("UPDATE enrolment SET cursor = '0190a8c0-0000-7000-8000-000000000000 999'").run()
    await link.syncNow()
    expect((await clientOf(branch).federation.directives.list(page)).rows).toMatchObject([{ id }])
  })

  it('goes to many branches at once, each with numbers of its own, while they send', async () => {
    const branches = Array.from({ length: 4 }, () => openTestBranch())
    const links = await Promise.all(branches.map(({ db }) => enrol(db, hub)))
    const ids = branches.map(({ branchId }) => branchId)
    for (const { db } of branches) addMembers(db, '张伟', '李娜')
    await Promise.all([
      ...links.map((link) => link.syncNow()),
      ...Array.from({ length: 5 }, () => issueDirective(hub.seen, figureDraft, ids)),
      ...Array.from({ length: 5 }, () => issueDirective(hub.seen, figureDraft, [...ids].reverse())),
    ])
    await Promise.all(links.map((link) => link.syncNow()))
    for (const branch of branches) {
      expect((await clientOf(branch).federation.directives.list(page)).total).toBe(10)
      branch[Symbol.dispose]()
    }
  })
})

describe('an item that only a newer program knows', () => {
  it('stays at the hub, with what comes after it, until the program is newer', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    await hub.hub.orm.execute(sql`UPDATE organisation SET downward = 1 WHERE organisation = ${branch.branchId}`)
    await hub.hub.orm.execute(sql`INSERT INTO downward (organisation, seq, kind, body)
      VALUES (${branch.branchId}, 1, 'newer', '{}')`)
    await issueDirective(hub.seen, figureDraft, [branch.branchId])
    expect(await link.syncNow()).toMatchObject({ problem: 'HUB_INCOMPATIBLE' })
    addMembers(branch.db, '张伟')
    await link.syncNow()
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
    expect((await clientOf(branch).federation.directives.list(page)).total).toBe(0)
    await hub.hub.orm.execute(sql`DELETE FROM downward WHERE organisation = ${branch.branchId} AND kind = 'newer'`)
    expect(await hubLinkOf(branch.db).syncNow()).toMatchObject({ link: 'synced', problem: null })
    expect((await clientOf(branch).federation.directives.list(page)).total).toBe(1)
  })
})
