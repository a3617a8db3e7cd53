import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { activity, careGift, membershipEvent, participation, post, request, teamRole } from '../../db/schema'
import { openSensitive } from '../../electron/backend/access/sensitive'
import { members } from '../../electron/backend/members'
import { timelineKindSchema } from '../../shared/contract/member-timeline'
import { now } from '../../shared/model/date'
import {
  activityIdSchema,
  careGiftIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  newId,
  participationIdSchema,
  postIdSchema,
  requestIdSchema,
  teamRoleIdSchema,
} from '../../shared/model/id'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { fillEveryTable } from '../fixtures/every-table'
import { testHost } from '../fixtures/host'

const all = { offset: 0, limit: 100 }

function openLife() {
  const branch = openTestBranch()
  const { db } = branch
  // Sensitive data of a sample branch opens without a passphrase.
  db.write(() => db.sqlite.prepare('UPDATE branch SET is_sample = 1').run())
  const client = createRouterClient(members, { context: { session: { db }, host: testHost().client } })
  return { db, client, [Symbol.dispose]: () => branch[Symbol.dispose]() }
}

describe('the timeline of a member', () => {
  it('has everything of their life in the union, a hardship file while sensitive data is open only', async () => {
    using branch = openLife()
    const { db, client } = branch
    fillEveryTable(db)
    const id = memberIdSchema.parse(db.sqlite.prepare('SELECT member_id FROM hardship_file').pluck().get())
    const closed = await client.timeline({ id, ...all })
    const kinds = timelineKindSchema.options
    expect(closed.kinds.map(({ kind }) => kind)).toEqual(
      // The only activity of the fixture is an outing, its only gift is aid in hardship.
      kinds.filter((kind) => !['hardship', 'training', 'gift'].includes(kind)),
    )
    expect(closed.rows).toHaveLength(closed.total)
    expect(closed.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(closed.total)
    await openSensitive(db, '', '年度复核')
    const open = await client.timeline({ id, ...all })
    expect(open.kinds.map(({ kind }) => kind)).toEqual(kinds.filter((kind) => kind !== 'training'))
    expect(open.rows.find(({ kind }) => kind === 'hardship')).toMatchObject({ on: '2026-02-01', what: 'urban' })
    expect(accessQueries(db).events.all({ limit: 1, offset: 0 })).toMatchObject([
      { kind: 'sensitiveView', subject: 'hardshipFile', memberId: id },
    ])
    expect(open.rows.find(({ kind }) => kind === 'dues')).toMatchObject({ on: '2026', amount: 2500, charged: 2500 })
  })

  it('is in the order of time, dates as precise as they are known, and of the kinds that were asked for', async () => {
    using branch = openLife()
    const { db, client } = branch
    const id = db.write(() => {
      const memberId = insertMember(db, { name: '安一' })
      const hold = (title: string, heldFrom: string | null) =>
        db.orm
          .insert(post)
          .values({ id: newId(postIdSchema), memberId, title, heldFrom })
          .run()
      hold('主席', '2026')
      hold('副主席', '2026-05')
      hold('委员', '2026-05-17')
      hold('财务', null)
      db.orm
        .insert(membershipEvent)
        .values({
          id: newId(membershipEventIdSchema),
          memberId,
          type: 'keeping',
          date: '2026-06-01',
          recordedAt: now(),
        })
        .run()
      db.orm
        .insert(teamRole)
        .values({ id: newId(teamRoleIdSchema), memberId, kind: 'volunteer', from: '2025-01-01', until: '2025-12-31' })
        .run()
      return memberId
    })
    const whole = await client.timeline({ id, ...all })
    expect(whole.rows.map(({ on, what }) => [on, what])).toEqual([
      ['2026-06-01', 'keeping'],
      ['2026-05-17', '委员'],
      ['2026-05', '副主席'],
      ['2026', '主席'],
      ['2025-01-01', 'volunteer'],
      [null, 'admission'],
      [null, '财务'],
    ])
    const posts = await client.timeline({ id, kinds: ['post'], offset: 1, limit: 2 })
    expect(posts.total).toBe(4)
    expect(posts.rows.map(({ what }) => what)).toEqual(['副主席', '主席'])
    await expect(client.timeline({ id: newId(memberIdSchema), ...all })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('tells neither of illness nor of what was asked in confidence, and leaves out what was called off', async () => {
    using branch = openLife()
    const { db, client } = branch
    const id = db.write(() => {
      const memberId = insertMember(db, { name: '安一' })
      for (const kind of ['birthday', 'hospital', 'parentDeath'])
        db.orm
          .insert(careGift)
          .values({
            id: newId(careGiftIdSchema),
            memberId,
            kind,
            occasion: `${kind}说明`,
            on: '2026-01-01',
            form: 'goods',
            amount: 100,
          })
          .run()
      for (const isConfidential of [0, 1])
        db.orm
          .insert(request)
          .values({
            id: newId(requestIdSchema),
            memberId,
            kind: 'appeal',
            topic: '工资',
            urgency: 'ordinary',
            channel: 'visit',
            receivedOn: '2026-03-01',
            title: isConfidential === 1 ? '保密' : '公开',
            text: '',
            isConfidential,
          })
          .run()
      for (const cancelledOn of [null, '2026-04-01']) {
        const activityId = newId(activityIdSchema)
        db.orm
          .insert(activity)
          .values({
            id: activityId,
            title: '消防培训',
            type: 'training',
            startsOn: '2026-05-01',
            endsOn: '2026-05-01',
            cancelledOn,
          })
          .run()
        db.orm
          .insert(participation)
          .values({ id: newId(participationIdSchema), activityId, memberId, attendance: 'present' })
          .run()
      }
      return memberId
    })
    const closed = await client.timeline({ id, kinds: ['gift', 'request', 'training'], ...all })
    const told = closed.rows.map(({ what, detail }) => [what, detail]).sort()
    expect(told).toEqual(
      [
        ['birthday', 'birthday说明'],
        ['parentDeath', null],
        [null, null],
        ['公开', '工资'],
        ['消防培训', 'present'],
      ].sort(),
    )
    await openSensitive(db, '', '核对')
    const open = await client.timeline({ id, kinds: ['gift', 'request'], ...all })
    expect(open.rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['hospital', '保密']))
  })
})
