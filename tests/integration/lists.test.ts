import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { batches } from '../../electron/backend/batches'
import { lists } from '../../electron/backend/lists'
import { members } from '../../electron/backend/members'
import { memberFilterSchema, type MemberFilterInput } from '../../shared/contract/members'
import { memberIdSchema, newId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { partialDateSchema } from '../../shared/model/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const partial = (text: string) => partialDateSchema.parse(text)

function openLists() {
  const branch = openTestBranch()
  const { db } = branch
  const context = { session: { db }, host: testHost().client }
  const memberClient = createRouterClient(members, { context })
  const page = (filter: MemberFilterInput) =>
    memberClient.list({
      filter: memberFilterSchema.parse(filter),
      sort: { field: 'name', direction: 'asc' },
      offset: 0,
      limit: 100,
    })
  return {
    db,
    lists: createRouterClient(lists, { context }),
    batches: createRouterClient(batches, { context }),
    add: (fields: Parameters<typeof insertMember>[1]) => db.write(() => insertMember(db, fields)),
    page,
    names: async (filter: MemberFilterInput) => (await page(filter)).rows.map(({ name }) => name),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('the member list', () => {
  it('is filtered by conditions on any field', async () => {
    using branch = openLists()
    branch.add({
      name: '赵一',
      birthDate: partial('1990-05-12'),
      education: '大学本科',
      wage: fenSchema.parse(500_000),
    })
    branch.add({ name: '钱二', birthDate: partial('1990'), education: '高中' })
    branch.add({ name: '孙三', birthDate: partial('1985-12'), jobTitle: '高级工程师', wage: fenSchema.parse(800_000) })
    expect(await branch.names({ conditions: [{ field: 'education', is: 'oneOf', values: ['高中', '初中'] }] })).toEqual(
      ['钱二'],
    )
    expect(await branch.names({ conditions: [{ field: 'jobTitle', is: 'contains', text: '工程师' }] })).toEqual([
      '孙三',
    ])
    expect(await branch.names({ conditions: [{ field: 'education', is: 'empty' }] })).toEqual(['孙三'])
    expect(await branch.names({ conditions: [{ field: 'education', is: 'filled' }] })).toEqual(['钱二', '赵一'])
    const born = (from: string | null, to: string | null) =>
      branch.names({ conditions: [{ field: 'birthDate', is: 'between', from, to }] })
    expect(await born('1990', null)).toEqual(['钱二', '赵一'])
    expect(await born(null, '1990-05')).toEqual(['钱二', '孙三', '赵一'])
    expect(await born('1985-12', '1989')).toEqual(['孙三'])
    expect(await branch.names({ conditions: [{ field: 'wage', is: 'between', from: '600000', to: null }] })).toEqual([
      '孙三',
    ])
  })

  it('is searched by any reading of a name, parts of every number, and departments', async () => {
    using branch = openLists()
    branch.add({ name: '单晓燕', department: '机关分会', staffNumber: 'A00123', idNumber: '11010519491231002X' })
    branch.add({ name: '曾乐', department: '二车间' })
    branch.add({ name: '吕行', department: '二车间', memberCardNumber: '4601019900001234' })
    const finds = async (search: string) => (await branch.names({ search })).join(' ')
    for (const text of ['danxiao', 'shan', 'dxy', 'sxy']) expect(await finds(text)).toBe('单晓燕')
    for (const text of ['zengle', 'cengyue', 'cy', 'zl']) expect(await finds(text)).toBe('曾乐')
    for (const text of ['lvxing', 'lühang', 'luxing', 'lh']) expect(await finds(text)).toBe('吕行')
    for (const text of ['110105', '19491231', '491231', '002x', 'A00123', '123', '0012']) {
      expect(await finds(text)).toBe('单晓燕')
    }
    for (const text of ['4601', '1234']) expect(await finds(text)).toBe('吕行')
    expect(await finds('二车间')).toBe('吕行 曾乐')
    expect(await finds('ercj')).toBe('')
    expect(await finds('erchejian')).toBe('吕行 曾乐')
    expect(await finds('ecj')).toBe('吕行 曾乐')
    expect(await finds('二车间 吕')).toBe('吕行')
    expect(await finds('jgfh shan')).toBe('单晓燕')
    expect(await finds('机关 吕')).toBe('')
  })

  it('is searchable again after its index was emptied by an update', async () => {
    using branch = openTestBranch()
    branch.db.write(() => insertMember(branch.db, { name: '单晓燕' }))
    branch.db.sqlite.exec('DELETE FROM member_search')
    const context = { session: { db: branch.reopen() }, host: testHost().client }
    const { rows } = await createRouterClient(members, { context }).list({
      filter: memberFilterSchema.parse({ search: 'dan' }),
      sort: { field: 'name', direction: 'asc' },
      offset: 0,
      limit: 10,
    })
    expect(rows.map(({ name }) => name)).toEqual(['单晓燕'])
  })
})

describe('a named list', () => {
  it('is kept, replaced under its name, and removed', async () => {
    using branch = openLists()
    const filter = memberFilterSchema.parse({ departments: ['一车间'] })
    const saved = await branch.lists.save({ name: '一车间', filter })
    const wider = memberFilterSchema.parse({ departments: ['一车间', '二车间'] })
    expect(await branch.lists.save({ name: '一车间', filter: wider })).toEqual({ ...saved, filter: wider })
    await branch.lists.save({ name: '全体', filter: memberFilterSchema.parse({}) })
    expect((await branch.lists.all()).map(({ name }) => name)).toEqual(['一车间', '全体'])
    await branch.lists.remove({ id: saved.id })
    expect((await branch.lists.all()).map(({ name }) => name)).toEqual(['全体'])
  })
})

describe('a bulk edit', () => {
  it('shows what it would change, writes it as one batch, and is undone', async () => {
    using branch = openLists()
    const memberIds = [
      branch.add({ name: '赵一', employer: '一厂' }),
      branch.add({ name: '钱二' }),
      branch.add({ name: '孙三', employer: '二厂' }),
    ]
    const edit = { memberIds, fields: { employer: '二厂' } }
    expect(await branch.lists.previewEdit(edit)).toEqual({
      changed: 2,
      same: 1,
      before: [
        { value: '一厂', members: 1 },
        { value: null, members: 1 },
      ],
    })
    const { batchId, changed } = await branch.lists.edit(edit)
    expect(changed).toBe(2)
    expect((await branch.page({ conditions: [{ field: 'employer', is: 'oneOf', values: ['二厂'] }] })).total).toBe(3)
    expect((await branch.batches.list({ offset: 0, limit: 1 })).rows[0]).toMatchObject({
      title: '工作单位 → 二厂',
      count: 2,
    })
    await branch.batches.undo({ id: batchId })
    expect((await branch.page({ conditions: [{ field: 'employer', is: 'oneOf', values: ['二厂'] }] })).total).toBe(1)
    expect((await branch.page({ conditions: [{ field: 'employer', is: 'empty' }] })).total).toBe(1)
  })

  it('takes a value away, and refuses two fields or a stranger without writing', async () => {
    using branch = openLists()
    const id = branch.add({ name: '赵一', employer: '一厂' })
    await branch.lists.edit({ memberIds: [id], fields: { employer: null } })
    expect((await branch.page({ conditions: [{ field: 'employer', is: 'empty' }] })).total).toBe(1)
    await expect(
      branch.lists.edit({ memberIds: [id], fields: { employer: '一厂', education: '高中' } }),
    ).rejects.toThrow()
    const stranger = newId(memberIdSchema)
    await expect(branch.lists.edit({ memberIds: [id, stranger], fields: { employer: '一厂' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await branch.page({ conditions: [{ field: 'employer', is: 'oneOf', values: ['一厂'] }] })).total).toBe(0)
  })
})
