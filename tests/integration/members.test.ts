import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { batches } from '../../electron/backend/batches'
import { members } from '../../electron/backend/members'
import { memberFilterSchema, memberSortFieldSchema, type MemberFilterInput } from '../../shared/contract/members'
import { changeIdSchema, newId } from '../../shared/model/id'
import { memberFieldsSchema, type MemberFields } from '../../shared/model/member'
import { membershipEventInputSchema } from '../../shared/model/membership'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

function openMembers() {
  const branch = openTestBranch()
  const host = testHost()
  const { db } = branch
  const context = { session: { db }, host: host.client }
  const client = createRouterClient(members, { context })
  const list = (filter: MemberFilterInput = {}, field: 'name' | 'department' | 'joinDate' = 'name') =>
    client.list({
      filter: memberFilterSchema.parse(filter),
      sort: { field, direction: 'asc' },
      offset: 0,
      limit: 100,
    })
  return {
    db,
    host,
    client,
    batches: createRouterClient(batches, { context }),
    list,
    names: async (filter?: MemberFilterInput) => (await list(filter)).rows.map(({ name }) => name),
    add: async (fields: Partial<MemberFields> & Pick<MemberFields, 'name'>) =>
      (await client.add({ fields: fieldsOf(fields), event: admission })).id,
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

/** Fields of which all but the given ones are empty. */
function fieldsOf(given: Partial<MemberFields> & Pick<MemberFields, 'name'>): MemberFields {
  const empty = Object.fromEntries(memberFieldsSchema.keyof().options.map((field) => [field, null]))
  return memberFieldsSchema.parse({ ...empty, ...given })
}

const admission = membershipEventInputSchema.parse({
  type: 'admission',
  date: '2020',
  reason: null,
  documentNumber: null,
})
const keeping = membershipEventInputSchema.parse({ ...admission, type: 'keeping', date: '2024-05' })
const idNumber = '11010519491231002X'

describe('members', () => {
  it('are listed by pinyin, found by name, pinyin, initials, ID tail and phone, and filtered', async () => {
    using branch = openMembers()
    await branch.add({ name: '张伟', department: '一车间', idNumber, phone: '13812345678' })
    await branch.add({ name: '阿依古丽·买买提', department: '二车间' })
    const kept = await branch.add({ name: '单晓燕', department: '一车间' })
    await branch.client.addEvent({ id: kept, event: keeping })
    expect(await branch.names()).toEqual(['阿依古丽·买买提', '单晓燕', '张伟'])
    expect(await branch.names({ search: '伟' })).toEqual(['张伟'])
    expect(await branch.names({ search: 'shanxiao' })).toEqual(['单晓燕'])
    expect(await branch.names({ search: 'zw' })).toEqual(['张伟'])
    expect(await branch.names({ search: '002x' })).toEqual(['张伟'])
    expect(await branch.names({ search: '1234567' })).toEqual(['张伟'])
    expect(await branch.names({ statuses: ['kept'] })).toEqual(['单晓燕'])
    expect(await branch.names({ departments: ['一车间'], search: '张' })).toEqual(['张伟'])
    expect(await branch.list({ departments: ['一车间'] }, 'department')).toMatchObject({ total: 2 })
    expect(await branch.client.facets()).toEqual({
      statuses: [
        { value: 'active', count: 2 },
        { value: 'kept', count: 1 },
      ],
      departments: [
        { value: '一车间', count: 2 },
        { value: '二车间', count: 1 },
      ],
    })
  })

  it('leave the backend masked, also in their history, until a reveal that is logged', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟', idNumber, phone: '13812345678' })
    const seen = JSON.stringify([
      await branch.list(),
      await branch.client.get({ id }),
      await branch.client.history({ id }),
    ])
    expect(seen).toContain('110105********002X')
    expect(seen).not.toContain(idNumber)
    expect(seen).not.toContain('13812345678')
    expect(await branch.client.reveal({ id, field: 'idNumber', reason: '核对身份证' })).toEqual({ value: idNumber })
    expect(await branch.client.reveal({ id, field: 'name', reason: '' })).toEqual({ value: '张伟' })
    expect(accessQueries(branch.db).events.all({ limit: 9, offset: 0 })).toMatchObject([
      { kind: 'reveal', memberName: '张伟', subject: 'idNumber', reason: '核对身份证' },
    ])
  })

  it('are added with a checked ID number in its normal form, once', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟', idNumber: '110105491231002' })
    expect(await branch.client.reveal({ id, field: 'idNumber', reason: '' })).toEqual({ value: idNumber })
    await expect(branch.add({ name: '李四', idNumber })).rejects.toMatchObject({
      code: 'ID_NUMBER_TAKEN',
      data: { memberId: id },
    })
    await expect(branch.add({ name: '李四', idNumber: '110105194912310021' })).rejects.toMatchObject({
      code: 'MEMBER_INVALID',
      data: { fields: ['idNumber'] },
    })
    expect(await branch.client.findByIdNumber({ idNumber: '110105491231002', exceptId: null })).toMatchObject({ id })
    expect(await branch.client.findByIdNumber({ idNumber: '11010519491231002x', exceptId: null })).toEqual({
      id,
      name: '张伟',
    })
    expect(await branch.client.findByIdNumber({ idNumber, exceptId: id })).toBeNull()
  })

  it('stay in a list sorted by any column without one shown twice or left out, empty values last', async () => {
    using branch = openMembers()
    for (const [index, name] of ['张伟', '李娜', '王芳', '张伟', '刘洋', '陈静', '赵磊'].entries()) {
      await branch.add({ name, department: index % 3 === 0 ? null : '一车间' })
    }
    const filter = memberFilterSchema.parse({})
    for (const field of memberSortFieldSchema.options) {
      for (const direction of ['asc', 'desc'] as const) {
        const sort = { field, direction }
        const ids = await branch.client.ids({ filter, sort })
        const pages = await Promise.all(
          [0, 3, 6].map((offset) => branch.client.list({ filter, sort, offset, limit: 3 })),
        )
        expect(new Set(ids).size).toBe(7)
        expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids)
      }
    }
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { field: 'department', direction } as const
      const { rows } = await branch.client.list({ filter, sort, offset: 0, limit: 9 })
      expect(rows.map(({ department }) => department).slice(4)).toEqual([null, null, null])
    }
  })

  it('show in the list at once what was written, and no longer what was taken back', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟' })
    expect(await branch.names()).toEqual(['张伟'])
    await branch.add({ name: '李娜' })
    expect(await branch.names()).toEqual(['李娜', '张伟'])
    const { version } = await branch.client.get({ id })
    await branch.client.update({ id, version, fields: { name: '安然' } })
    expect(await branch.names()).toEqual(['安然', '李娜'])

    const steps = branch.db.writeBatchInSteps({ kind: 'import', title: '花名册' }, function* () {
      insertMember(branch.db, { name: '白云' })
      yield
      return { count: 1, result: null }
    })
    for await (const _step of steps) {
      expect(await branch.names()).toContain('白云')
      break
    }
    expect(await branch.names()).toEqual(['安然', '李娜'])
  })

  it('are updated field by field: another field may have moved on meanwhile, the same field may not', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟' })
    const { version } = await branch.client.get({ id })
    await branch.client.update({ id, version, fields: { department: '一车间' } })
    await branch.client.update({ id, version, fields: { position: '钳工' } })
    await expect(branch.client.update({ id, version, fields: { department: '二车间' } })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    })
    const unknown = newId(changeIdSchema)
    await expect(branch.client.update({ id, version: unknown, fields: { name: '张三' } })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    })
    expect((await branch.client.get({ id })).member).toMatchObject({ department: '一车间', position: '钳工' })
    const history = await branch.client.history({ id })
    expect(history.map(({ table, operation }) => `${table} ${operation}`)).toEqual([
      'member update',
      'member update',
      'membership_event insert',
      'member insert',
    ])
    expect(history[1]?.changes).toEqual([{ field: 'department', before: null, after: '一车间' }])
  })

  it('take only events that their standing allows', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟' })
    expect((await branch.client.addEvent({ id, event: keeping })).member.status).toBe('kept')
    await expect(branch.client.addEvent({ id, event: keeping })).rejects.toMatchObject({ code: 'EVENT_NOT_ALLOWED' })
  })

  it('are removed after a native question only, as a batch that can be undone, unless something refers to them', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟', idNumber })
    const before = await branch.client.get({ id })
    branch.host.confirms = false
    await expect(branch.client.remove({ id, reason: '重复' })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    branch.host.confirms = true
    const { batchId } = await branch.client.remove({ id, reason: '重复' })
    await expect(branch.client.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await branch.names({ search: '张伟' })).toEqual([])

    expect(await branch.batches.undo({ id: batchId })).toMatchObject({ kept: { total: 0 } })
    expect(branch.host.asked).toEqual(['removeMember', 'removeMember', 'undoBatch'])
    expect(await branch.client.get({ id })).toMatchObject({ member: before.member, events: before.events })
    expect(await branch.names({ search: '张伟' })).toEqual(['张伟'])
    await expect(branch.batches.undo({ id: batchId })).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    const { rows } = await branch.batches.list({ offset: 0, limit: 10 })
    expect(rows.map(({ kind, title, undoneAt }) => [kind, title, undoneAt !== null])).toEqual([
      ['undo', '张伟', false],
      ['removal', '张伟', true],
    ])
  })
})

describe('membership events', () => {
  it('keep decision, effect and other union, and the latest one can be revoked with a reason', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟' })
    const { events } = await branch.client.addEvent({
      id,
      event: {
        type: 'transferOut',
        date: '2026-03-01',
        decidedOn: '2026-02-20',
        reason: '劳动（工作）关系发生变化',
        documentNumber: '工转〔2026〕3号',
        otherUnion: '云溪市第二机床厂工会',
      },
    })
    const [first, last] = events
    expect(last).toMatchObject({
      type: 'transferOut',
      date: '2026-03-01',
      decidedOn: '2026-02-20',
      otherUnion: '云溪市第二机床厂工会',
    })
    if (first === undefined || last === undefined) throw new Error('Two events')
    await expect(branch.client.revokeEvent({ id, eventId: first.id, reason: '填错了' })).rejects.toMatchObject({
      code: 'EVENT_NOT_LAST',
    })
    const { member, events: left } = await branch.client.revokeEvent({ id, eventId: last.id, reason: '填错了' })
    expect([member.status, left.map(({ type }) => type)]).toEqual(['active', ['admission']])
    expect(accessQueries(branch.db).events.all({ limit: 9, offset: 0 })).toMatchObject([
      { kind: 'deletion', memberName: '张伟', subject: 'membershipEvent', reason: '填错了' },
    ])
    const [revoked] = await branch.client.history({ id })
    expect(revoked).toMatchObject({ table: 'membership_event', operation: 'delete', batch: { kind: 'revocation' } })
    const [batch] = (await branch.batches.list({ offset: 0, limit: 9 })).rows
    if (batch === undefined) throw new Error('No batch')
    await expect(branch.batches.undo({ id: batch.id })).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(branch.client.revokeEvent({ id, eventId: last.id, reason: '再来' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('let somebody who left come back with the old history kept', async () => {
    using branch = openMembers()
    const id = await branch.add({ name: '张伟' })
    await branch.client.addEvent({ id, event: { ...admission, type: 'withdrawal', date: '2022' } })
    await expect(branch.client.addEvent({ id, event: { ...admission, type: 'restoration' } })).rejects.toMatchObject({
      code: 'EVENT_NOT_ALLOWED',
    })
    const { member, events } = await branch.client.addEvent({ id, event: { ...admission, date: '2025' } })
    expect(member.status).toBe('active')
    expect(events.map(({ type }) => type)).toEqual(['admission', 'withdrawal', 'admission'])
  })
})
