import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basisQueries } from '../../db/queries/dues/bases'
import { unit } from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { duplicates } from '../../electron/backend/duplicates'
import { members } from '../../electron/backend/members'
import { monthSchema } from '../../shared/model/date'
import { newId, unitIdSchema } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterFile } from '../fixtures/roster-client'

const march = monthSchema.parse('2026-03')
const april = monthSchema.parse('2026-04')
const may = monthSchema.parse('2026-05')
const fen = (amount: number) => fenSchema.parse(amount)

function openBases() {
  const branch = openTestBranch()
  const { db } = branch
  const client = createRouterClient(
    { dues, batches, duplicates, members },
    { context: { session: { db }, host: testHost().client } },
  )
  return {
    db,
    client,
    bases: client.dues.bases,
    add: (fields: Parameters<typeof insertMember>[1]) => db.write(() => insertMember(db, fields)),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('bases of dues', () => {
  it('hold from their month on and are replaced only when that is wanted', async () => {
    using branch = openBases()
    const { bases } = branch
    const memberId = branch.add({ name: '张伟' })
    const set = (validFrom: typeof april, post: number, replace = false) =>
      bases.set({ memberIds: [memberId], validFrom, change: { pay: { post: fen(post) } }, note: null, replace })
    await set(april, 200_000)
    await set(may, 220_000)
    expect(basisQueries(branch.db).inMonth(memberId, march)).toBeNull()
    expect(basisQueries(branch.db).inMonth(memberId, april)?.pay).toEqual({ post: 200_000 })
    await expect(set(april, 210_000)).rejects.toMatchObject({ code: 'BASIS_EXISTS', data: { members: 1 } })
    await expect(set(april, 200_000)).rejects.toMatchObject({ code: 'NOTHING_TO_SAVE' })
    const { batchId } = await set(april, 210_000, true)
    expect((await bases.ofMember({ memberId })).map(({ validFrom, pay }) => [validFrom, pay.post])).toEqual([
      [may, 220_000],
      [april, 210_000],
    ])
    await branch.client.batches.undo({ id: batchId })
    expect(basisQueries(branch.db).inMonth(memberId, april)?.pay).toEqual({ post: 200_000 })
  })

  it('are changed for many at once, each keeping the rest, and taken back together', async () => {
    using branch = openBases()
    const { bases, client } = branch
    const [one, other, third] = ['张一', '张二', '张三'].map((name) => branch.add({ name }))
    if (one === undefined || other === undefined || third === undefined) throw new Error('Three members')
    await bases.set({ memberIds: [one], validFrom: april, change: { grade: '七级', pay: { post: fen(1) } } })
    await bases.set({ memberIds: [third], validFrom: march, change: { memberClass: 'probation', pay: {} } })
    const edit = {
      memberIds: [one, other, third],
      validFrom: may,
      change: { memberClass: 'probation' as const, pay: {} },
    }
    expect(await bases.previewSet(edit)).toEqual({ members: 2, replaced: 0, same: 1 })
    const { batchId, members: changed } = await bases.set(edit)
    expect(changed).toBe(2)
    expect(basisQueries(branch.db).inMonth(one, may)).toMatchObject({
      memberClass: 'probation',
      grade: '七级',
      pay: { post: 1 },
    })
    expect((await bases.counts({ month: may })).filter(({ members: count }) => count > 0)).toEqual([
      { filter: 'probation', members: 3 },
    ])
    expect((await bases.list({ month: april, filter: 'none', offset: 0, limit: 10 })).rows).toMatchObject([
      { memberId: other, basis: null },
    ])
    await client.batches.undo({ id: batchId })
    expect(basisQueries(branch.db).inMonth(other, may)).toBeNull()
    const [latest] = await bases.ofMember({ memberId: third })
    if (latest === undefined) throw new Error('It is there')
    await bases.remove({ id: latest.id })
    expect(await bases.ofMember({ memberId: third })).toEqual([])
  })

  it('go with a record that is removed, and over to the record that stays of two', async () => {
    using branch = openBases()
    const { bases, client, db } = branch
    const into = branch.add({ name: '张伟' })
    const from = branch.add({ name: '张炜' })
    const set = (memberId: typeof into, validFrom: typeof april, post: number) =>
      bases.set({ memberIds: [memberId], validFrom, change: { pay: { post: fen(post) } } })
    await set(into, april, 1)
    await set(from, april, 2)
    await set(from, may, 3)
    const exempt = (memberId: typeof into, from_: typeof april) =>
      client.dues.exemptions.add({
        memberIds: [memberId],
        from: from_,
        until: from_,
        reason: '病休',
        decision: null,
        decidedOn: null,
      })
    await exempt(into, march)
    await exempt(from, march)
    await exempt(from, may)
    const { batchId } = await client.duplicates.merge({ into, from, take: [] })
    expect((await bases.ofMember({ memberId: into })).map(({ pay }) => pay.post)).toEqual([3, 1])
    expect((await client.dues.exemptions.ofMember({ memberId: into })).map((row) => row.from)).toEqual([may, march])
    await client.batches.undo({ id: batchId })
    expect((await bases.ofMember({ memberId: from })).map(({ pay }) => pay.post)).toEqual([3, 2])
    expect((await client.dues.exemptions.ofMember({ memberId: from })).length).toBe(2)
    await client.members.remove({ id: from, reason: '重复' })
    expect(basisQueries(db).ofMember(from)).toEqual([])
  })
})

describe('a pay sheet', () => {
  let removeWorker: () => void
  beforeAll(async () => {
    removeWorker = await bundleReaderWorker()
  })
  afterAll(() => removeWorker())

  it('finds its people, guesses nobody, and is written as one batch', async () => {
    using branch = openBases()
    const { bases, client, db } = branch
    db.write(() =>
      db.orm
        .insert(unit)
        .values({ id: newId(unitIdSchema), kind: 'branch', name: '机电学院', aliases: '["机电系"]', position: 0 })
        .run(),
    )
    const zhang = branch.add({ name: '张伟', staffNumber: '001', department: '机电学院' })
    const namesakes = [
      branch.add({ name: '李娜', department: '文学院' }),
      branch.add({ name: '李娜', department: '文学院' }),
    ]
    const wang = branch.add({ name: '王芳', idNumber: '11010519491231002X', department: '机电学院' })
    const zhao = branch.add({ name: '赵敏', department: '机电学院' })
    const qian = branch.add({ name: '钱进', department: '图书馆' })
    await bases.set({ memberIds: [zhang], validFrom: march, change: { grade: '七级', pay: { post: fen(200_000) } } })
    const file = rosterFile(
      [
        ['工号', '姓名', '身份证号', '部门', '类别', '岗位工资', '薪级工资'],
        ['1', '张伟', null, '机电学院', '在编', 2180, 1500],
        [null, '李娜', null, '文学院', '合同制', 2000, 900],
        [null, '王芳', '11010519491231002X', '后勤处', '试用', 1800, 800],
        [null, '赵敏', null, '机电系', null, 1700, '暂缺'],
        [null, '钱进', null, '图书分馆', null, 1600, 700],
        [null, '孙悟空', null, '机电学院', null, 1, 1],
        ['001', '张伟', null, '机电学院', null, -50, 0],
      ],
      '工资表.xlsx',
    )
    const sheet = await resultOf(bases.read({ file, month: april }))
    expect(sheet.rows.map(({ match }) => match)).toEqual([
      { kind: 'matched', memberId: zhang, by: 'staffNumber' },
      { kind: 'ambiguous', memberIds: namesakes, doubt: 'namesakes' },
      { kind: 'matched', memberId: wang, by: 'idNumber' },
      { kind: 'matched', memberId: zhao, by: 'department' },
      { kind: 'ambiguous', memberIds: [qian], doubt: 'department' },
      { kind: 'unknown' },
      { kind: 'repeated', memberId: zhang, earlier: 2 },
    ])
    expect(sheet.rows[3]?.faults).toEqual([{ cell: 'G5', meaning: 'scale', text: '暂缺' }])
    expect(JSON.stringify(sheet)).not.toContain('19491231')
    expect(sheet.members.find(({ memberId }) => memberId === zhang)?.basis?.pay).toEqual({ post: 200_000 })

    const rows = sheet.rows.flatMap(({ match, memberClass, pay }) =>
      match.kind === 'matched'
        ? [{ memberId: match.memberId, change: { pay, ...(memberClass === null ? {} : { memberClass }) } }]
        : [],
    )
    const { batchId, members: written } = await bases.import({
      fileName: sheet.fileName,
      validFrom: april,
      rows,
      replace: false,
    })
    expect(written).toBe(3)
    expect(basisQueries(db).inMonth(zhang, april)).toMatchObject({
      grade: '七级',
      pay: { post: 218_000, scale: 150_000 },
    })
    expect(basisQueries(db).inMonth(wang, april)).toMatchObject({ memberClass: 'probation' })
    expect((await client.batches.get({ id: batchId })).title).toBe('工资表.xlsx')
    await client.batches.undo({ id: batchId })
    expect(basisQueries(db).inMonth(wang, april)).toBeNull()
    expect(basisQueries(db).inMonth(zhang, april)).toMatchObject({ validFrom: march })
  })

  it('is refused where it has no items of pay', async () => {
    using branch = openBases()
    const file = rosterFile([
      ['姓名', '性别', '出生日期'],
      ['张伟', '男', '1990-01-02'],
    ])
    await expect(resultOf(branch.bases.read({ file, month: april }))).rejects.toMatchObject({
      code: 'PAY_SHEET_WITHOUT_PAY',
    })
  })
})
