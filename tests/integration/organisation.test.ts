import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { batches } from '../../electron/backend/batches'
import { members } from '../../electron/backend/members'
import { organisation } from '../../electron/backend/organisation'
import { knownDepartments } from '../../electron/backend/roster/entries'
import { partialDateSchema } from '../../shared/model/date'
import { memberIdSchema, newId, unitIdSchema, type MemberId, type UnitId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { postInputSchema } from '../../shared/model/post'
import { unitInputSchema } from '../../shared/model/unit'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

function openOrganisation() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const router = { batches, members, organisation }
  const client = createRouterClient(router, { context: { session: { db }, host: host.client } })
  return {
    db,
    host,
    client,
    org: client.organisation,
    member: (name: string, department: string | null, unionGroup: string | null = null, event?: MembershipEventType) =>
      db.write(() => insertMember(db, { name, department, unionGroup }, event)),
    /** `department/group` of a member. */
    placeOf: async (id: MemberId) => {
      const { member } = await client.members.get({ id })
      return [member.department, member.unionGroup]
    },
    counts: async () =>
      Object.fromEntries(
        (await client.organisation.tree()).units.map(({ name, active, kept }) => [name, [active, kept]]),
      ),
    branch: async (name: string, aliases: string[] = []) =>
      (await client.organisation.add(unit(name, null, aliases))).id,
    group: async (name: string, parentId: UnitId) => (await client.organisation.add(unit(name, parentId))).id,
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

function unit(name: string, parentId: UnitId | null = null, aliases: string[] = []) {
  return unitInputSchema.parse({ name, parentId, aliases, foundedOn: null })
}

const page = { offset: 0, limit: 100 }

describe('the tree', () => {
  it('counts the present members of each unit, and those who belong to none', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    await branch.group('第一小组', one)
    branch.member('赵一', '一车间', '第一小组')
    branch.member('钱二', '一车间', '第九小组')
    branch.member('孙三', '一车间', null, 'keeping')
    branch.member('李四', '一车间', null, 'transferOut')
    branch.member('周五', '1车间')
    branch.member('吴六', null)
    const tree = await branch.org.tree()
    expect(tree.units.map(({ name, kind, active, kept }) => [name, kind, active, kept])).toEqual([
      ['一车间', 'branch', 2, 1],
      ['第一小组', 'group', 1, 0],
    ])
    expect(tree.unplaced).toEqual({ active: 2, kept: 0 })
    expect(tree.branch).toMatchObject({ active: 4, kept: 1 })
    const listed = await branch.org.members({ unitId: one, ...page })
    expect(listed.rows.map(({ name }) => name)).toEqual(['钱二', '孙三', '赵一'])
    const nowhere = await branch.org.members({ unitId: null, ...page })
    expect(nowhere.rows.map(({ name }) => name)).toEqual(['吴六', '周五'])
    expect(await branch.org.memberIds({ unitId: null })).toEqual(nowhere.rows.map(({ id }) => id))
  })

  it('takes in members who have another spelling of a new unit, and gives them its name', async () => {
    using branch = openOrganisation()
    const id = branch.member('赵一', '1车间')
    const added = await branch.org.add(unit('一车间', null, ['1车间', ' 1车间 ', '一车间']))
    expect(added.members).toBe(1)
    expect(await branch.placeOf(id)).toEqual(['一车间', null])
    expect((await branch.org.tree()).units[0]?.aliases).toEqual(['1车间'])
  })

  it('refuses a name that a sibling has, also as another spelling', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间', ['机一'])
    const two = await branch.branch('二车间')
    await branch.group('第一小组', one)
    await expect(branch.branch('机一')).rejects.toMatchObject({ code: 'UNIT_NAME_TAKEN', data: { name: '机一' } })
    await expect(branch.branch('三车间', ['二车间'])).rejects.toMatchObject({ code: 'UNIT_NAME_TAKEN' })
    await expect(branch.org.update({ id: two, unit: unit('一车间') })).rejects.toMatchObject({
      code: 'UNIT_NAME_TAKEN',
    })
    // Groups of different 分会 may have the same name.
    await branch.group('第一小组', two)
  })

  it('renames a unit with everybody in it, as one batch that can be undone', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const ids = [branch.member('赵一', '一车间', '第一小组'), branch.member('钱二', '一车间', null, 'transferOut')]
    const other = branch.member('孙三', '二车间')
    const wanted = { id: one, unit: unit('机加工车间', null, ['一车间']) }
    expect(await branch.org.affected(wanted)).toEqual({ members: 2 })
    const { batchId, members: written } = await branch.org.update(wanted)
    expect(written).toBe(2)
    expect(await Promise.all(ids.map(branch.placeOf))).toEqual([
      ['机加工车间', '第一小组'],
      ['机加工车间', null],
    ])
    expect(await branch.placeOf(other)).toEqual(['二车间', null])
    expect((await branch.client.batches.list(page)).rows[0]).toMatchObject({
      kind: 'organisation',
      title: '一车间 → 机加工车间',
      count: 3,
    })
    expect(await branch.client.batches.undo({ id: batchId })).toMatchObject({ undone: 3, kept: { total: 0 } })
    expect(await Promise.all(ids.map(branch.placeOf))).toEqual([
      ['一车间', '第一小组'],
      ['一车间', null],
    ])
    expect(await branch.counts()).toEqual({ 一车间: [1, 0] })
  })

  it('moves a group with its members to another 分会', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const two = await branch.branch('二车间')
    const group = await branch.group('第一小组', one)
    const moved = branch.member('赵一', '一车间', '第一小组')
    const stays = branch.member('钱二', '一车间', '第二小组')
    await branch.org.update({ id: group, unit: unit('第一小组', two) })
    expect(await branch.placeOf(moved)).toEqual(['二车间', '第一小组'])
    expect(await branch.placeOf(stays)).toEqual(['一车间', '第二小组'])
    await expect(branch.org.update({ id: two, unit: unit('二车间', one) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps the order it is given', async () => {
    using branch = openOrganisation()
    const [one, two, three] = [await branch.branch('一'), await branch.branch('二'), await branch.branch('三')]
    await branch.org.reorder({ parentId: null, ids: [three, one, two] })
    expect((await branch.org.tree()).units.map(({ name }) => name)).toEqual(['三', '一', '二'])
    await expect(branch.org.reorder({ parentId: null, ids: [one, two] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('closes a unit when nobody is in it any more, and ends the posts held there', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const two = await branch.branch('二车间')
    const group = await branch.group('第一小组', one)
    const id = branch.member('赵一', '一车间', '第一小组')
    await branch.org.addPost({ memberId: id, post: post({ unitId: group, title: '工会小组长' }) })
    const closedOn = partialDateSchema.parse('2026-03')
    await expect(branch.org.close({ id: one, closedOn })).rejects.toMatchObject({
      code: 'UNIT_HAS_MEMBERS',
      data: { members: 1 },
    })
    await branch.org.move({ unitId: two, memberIds: [id] })
    const { batchId } = await branch.org.close({ id: one, closedOn })
    expect((await branch.org.tree()).units.map(({ name, closedOn: closed }) => [name, closed])).toEqual([
      ['一车间', '2026-03'],
      ['第一小组', '2026-03'],
      ['二车间', null],
    ])
    expect(await branch.org.postsOfMember({ memberId: id })).toMatchObject([{ heldTo: '2026-03' }])
    await expect(branch.org.move({ unitId: one, memberIds: [id] })).rejects.toMatchObject({ code: 'UNIT_CLOSED' })
    await expect(branch.org.reopen({ id: group })).rejects.toMatchObject({ code: 'UNIT_CLOSED' })
    await branch.client.batches.undo({ id: batchId })
    expect(await branch.org.postsOfMember({ memberId: id })).toMatchObject([{ heldTo: null }])
    await branch.org.move({ unitId: one, memberIds: [id] })
  })

  it('removes only a unit that nothing refers to', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const group = await branch.group('第一小组', one)
    branch.member('赵一', '一车间', '第一小组', 'withdrawal')
    for (const id of [one, group])
      await expect(branch.org.remove({ id })).rejects.toMatchObject({ code: 'UNIT_IN_USE' })
    const empty = await branch.branch('二车间')
    const { batchId } = await branch.org.remove({ id: empty })
    expect(Object.keys(await branch.counts())).toEqual(['一车间', '第一小组'])
    await branch.client.batches.undo({ id: batchId })
    expect(Object.keys(await branch.counts())).toEqual(['一车间', '第一小组', '二车间'])
  })
})

describe('units from the departments in use', () => {
  function messy() {
    const branch = openOrganisation()
    const place = (department: string | null, group: string | null, count: number) =>
      Array.from({ length: count }, (_, index) => branch.member(`会员${index}`, department, group))
    place('一车间', '第一小组', 3)
    place('1车间', '第1小组', 2)
    place('一车间 ', null, 1)
    place('机加工车间', null, 4)
    place('机加车间', null, 1)
    place(null, null, 2)
    return branch
  }

  it('are proposed with near-identical spellings together', async () => {
    using branch = messy()
    expect(await branch.org.proposal()).toEqual([
      {
        existing: null,
        name: '一车间',
        spellings: [
          { text: '一车间', count: 3 },
          { text: '1车间', count: 2 },
          { text: '一车间 ', count: 1 },
        ],
        groups: [
          {
            name: '第一小组',
            spellings: [
              { text: '第一小组', count: 3 },
              { text: '第1小组', count: 2 },
            ],
          },
        ],
        similar: [],
      },
      {
        existing: null,
        name: '机加工车间',
        spellings: [{ text: '机加工车间', count: 4 }],
        groups: [],
        similar: ['机加车间'],
      },
      {
        existing: null,
        name: '机加车间',
        spellings: [{ text: '机加车间', count: 1 }],
        groups: [],
        similar: ['机加工车间'],
      },
    ])
  })

  it('are made as merged by the person, and everybody gets the chosen spelling, all as one batch', async () => {
    using branch = messy()
    const result = await branch.org.establish({
      units: [
        {
          name: '一车间',
          spellings: ['一车间', '1车间', '一车间 '],
          groups: [{ name: '第一小组', spellings: ['第一小组', '第1小组'] }],
        },
        { name: '机加工车间', spellings: ['机加工车间', '机加车间'], groups: [] },
      ],
    })
    expect(result).toMatchObject({ units: 3, members: 4 })
    expect(await branch.counts()).toEqual({ 一车间: [6, 0], 第一小组: [5, 0], 机加工车间: [5, 0] })
    const { units, unplaced } = await branch.org.tree()
    expect(units.map(({ aliases }) => aliases)).toEqual([['1车间'], ['第1小组'], ['机加车间']])
    expect(unplaced.active).toBe(2)
    expect(await branch.org.proposal()).toEqual([])
    expect(await branch.client.batches.undo({ id: result.batchId })).toMatchObject({ undone: 7, kept: { total: 0 } })
    expect((await branch.org.tree()).units).toEqual([])
    expect(await branch.org.proposal()).toHaveLength(3)
  })

  it('join a unit that is there, and bring its new groups', async () => {
    using branch = messy()
    const one = await branch.branch('一车间')
    expect((await branch.org.proposal()).map(({ existing, name, similar }) => [existing, name, similar])).toEqual([
      [null, '机加工车间', ['机加车间']],
      [null, '1车间', ['一车间']],
      [null, '机加车间', ['机加工车间']],
      [one, '一车间', []],
    ])
    await branch.org.establish({
      units: [
        { name: '一车间', spellings: ['1车间', '一车间 '], groups: [{ name: '第一小组', spellings: ['第1小组'] }] },
      ],
    })
    expect(await branch.counts()).toEqual({ 一车间: [6, 0], 第一小组: [5, 0] })
  })

  it('tell the import which departments are known: not those of a unit that was closed', async () => {
    using branch = messy()
    const one = await branch.branch('后勤部', ['后勤'])
    const known = () => knownDepartments(branch.db).map(({ name }) => name)
    expect(knownDepartments(branch.db)).toContainEqual({ name: '后勤部', aliases: ['后勤'] })
    expect(known()).toContain('机加车间')
    await branch.org.close({ id: one, closedOn: partialDateSchema.parse('2026-03') })
    expect(known()).not.toContain('后勤部')
    expect(known()).toContain('机加车间')
  })
})

describe('members moved in bulk', () => {
  it('are written as one batch, leave a group that is not of the new place, and can be moved back', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const two = await branch.branch('二车间')
    const group = await branch.group('第一小组', two)
    const inGroup = branch.member('赵一', '一车间', '某小组')
    const there = branch.member('钱二', '二车间', '自称小组')
    const nowhere = branch.member('孙三', null)
    const memberIds = [inGroup, there, nowhere, inGroup]
    expect(await branch.org.previewMove({ unitId: two, memberIds })).toEqual({
      moving: 2,
      alreadyThere: 1,
      losingGroup: 1,
    })
    const { batchId, members: moved } = await branch.org.move({ unitId: two, memberIds })
    expect(moved).toBe(2)
    expect(await Promise.all([inGroup, there, nowhere].map(branch.placeOf))).toEqual([
      ['二车间', null],
      ['二车间', '自称小组'],
      ['二车间', null],
    ])
    expect((await branch.client.batches.list(page)).rows[0]).toMatchObject({ kind: 'move', title: '二车间', count: 2 })
    expect(await branch.client.batches.undo({ id: batchId })).toMatchObject({ undone: 2, kept: { total: 0 } })
    expect(await branch.placeOf(inGroup)).toEqual(['一车间', '某小组'])

    await branch.org.move({ unitId: group, memberIds: [inGroup] })
    expect(await branch.placeOf(inGroup)).toEqual(['二车间', '第一小组'])
    await expect(branch.org.move({ unitId: group, memberIds: [inGroup] })).rejects.toMatchObject({
      code: 'NOBODY_TO_MOVE',
    })
    expect((await branch.client.members.get({ id: inGroup })).events).toHaveLength(1)
    await expect(branch.org.move({ unitId: one, memberIds: [newId(memberIdSchema)] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(branch.org.move({ unitId: newId(unitIdSchema), memberIds: [inGroup] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

function post(given: { unitId?: UnitId; title: string; heldFrom?: string; heldTo?: string }) {
  return postInputSchema.parse({
    unitId: null,
    engagement: '兼职',
    term: '第三届',
    heldFrom: null,
    heldTo: null,
    documentNumber: null,
    note: null,
    ...given,
  })
}

describe('posts', () => {
  it('are held by members, shown at their unit, ended, corrected and removed', async () => {
    using branch = openOrganisation()
    const one = await branch.branch('一车间')
    const memberId = branch.member('赵一', '一车间')
    await branch.org.addPost({ memberId, post: post({ title: '主席', heldFrom: '2020' }) })
    const { id } = await branch.org.addPost({
      memberId,
      post: post({ unitId: one, title: '分会主席', heldFrom: '2023-05' }),
    })
    const tree = await branch.org.tree()
    expect(tree.branch.officers).toMatchObject([{ title: '主席', memberName: '赵一' }])
    expect(tree.units[0]?.officers).toMatchObject([{ title: '分会主席', memberId }])
    expect((await branch.org.postsOfMember({ memberId })).map(({ title }) => title)).toEqual(['分会主席', '主席'])

    await branch.org.updatePost({
      id,
      post: post({ unitId: one, title: '分会副主席', heldFrom: '2023-05', heldTo: '2024-06-30' }),
    })
    expect((await branch.org.tree()).units[0]?.officers).toEqual([])
    const { batchId } = await branch.org.removePost({ id })
    expect(await branch.org.postsOfMember({ memberId })).toHaveLength(1)
    await branch.client.batches.undo({ id: batchId })
    expect(await branch.org.postsOfMember({ memberId })).toMatchObject([{ title: '分会副主席' }, { title: '主席' }])
  })

  it('cannot end before they begin', () => {
    expect(() => post({ title: '主席', heldFrom: '2023-05', heldTo: '2023-04' })).toThrow()
    expect(post({ title: '主席', heldFrom: '2023-05-17', heldTo: '2023' }).heldTo).toBe('2023')
  })
})
