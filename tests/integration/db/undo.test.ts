import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { keptOf, previewUndo, undoBatch } from '../../../db/undo'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { searchQuery } from '../../../db/search'
import { batchIdSchema, newId, type BatchId, type MemberId } from '../../../shared/model/id'
import { insertMember, insertMembershipEvent, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'
import { perform, randomActs, syncedState, type RandomAct } from '../../fixtures/random-writes'

function writeActs(db: BranchDatabase, acts: readonly RandomAct[]): BatchId {
  return db.writeBatch({ kind: 'removal', title: 'random' }, () => {
    for (const act of acts) perform(db, act)
    return { count: acts.length, result: null }
  }).batchId
}

/** Everything that people can tell: the records but for the batches, the standings, and what a search finds. */
function visibleState(db: BranchDatabase) {
  const records = new Map([...syncedState(db)].filter(([key]) => !key.startsWith('batch ')))
  const standings = db.sqlite.prepare('SELECT member_id, status, pinyin FROM member_standing ORDER BY member_id').all()
  const search = db.sqlite.prepare(
    'SELECT member_id FROM member_search JOIN member_standing ON search_id = member_search.rowid WHERE member_search MATCH ? ORDER BY member_id',
  )
  const found = ['张', 'wei', '138'].map((text) => search.all(searchQuery(text)))
  return { records, standings, found }
}

function importMembers(db: BranchDatabase, names: readonly string[]): { batchId: BatchId; ids: MemberId[] } {
  const { batchId, result } = db.writeBatch({ kind: 'import', title: '花名册.xlsx' }, () => {
    const ids = names.map((name) => insertMember(db, { name }))
    return { count: ids.length, result: ids }
  })
  return { batchId, ids: result }
}

function names(db: BranchDatabase): string[] {
  return db.sqlite.prepare<[], string>('SELECT name FROM member ORDER BY id').pluck().all()
}

describe('undo', () => {
  describe('of random batches, latest first', () => {
    let branch: TestBranch
    beforeAll(() => {
      branch = openTestBranch()
    })
    afterAll(() => branch[Symbol.dispose]())

    it('restores the exact state before them', async () => {
      await fc.assert(
        fc.asyncProperty(randomActs, fc.array(randomActs, { minLength: 1, maxLength: 4 }), async (first, batches) => {
          const { db } = branch
          writeActs(db, first)
          const states = batches.map((acts) => ({ before: visibleState(db), batchId: writeActs(db, acts) }))
          for (const { before, batchId } of states.reverse()) {
            expect(await undoBatch(db, batchId)).toMatchObject({ kept: [] })
            expect(visibleState(db)).toEqual(before)
          }
          expect(db.sqlite.pragma('foreign_key_check')).toEqual([])
          expect(verifyChangeLog(db).brokenAt).toBeNull()
        }),
        // The runs build on each other; a shorter counterexample would have another state before it.
        { numRuns: 40, endOnFailure: true },
      )
    })
  })

  describe('of a random batch that others followed', () => {
    let branch: TestBranch
    beforeAll(() => {
      branch = openTestBranch()
    })
    afterAll(() => branch[Symbol.dispose]())

    it('changes nothing that came later, leaves nothing untold, and is taken back to the very same state', async () => {
      await fc.assert(
        fc.asyncProperty(randomActs, randomActs, randomActs, async (first, acts, later) => {
          const { db } = branch
          writeActs(db, first)
          const before = visibleState(db)
          const batchId = writeActs(db, acts)
          const laterId = writeActs(db, later)
          const after = visibleState(db)
          const preview = await previewUndo(db, batchId)
          const undo = await undoBatch(db, batchId)
          // What stands in the way of a row that comes back shows only when it comes back.
          expect(undo.kept.filter(({ reason }) => reason !== 'blocked')).toEqual(
            preview.kept.filter(({ reason }) => reason !== 'blocked'),
          )
          const told = new Set(undo.kept.flatMap(({ rowId, memberId }) => [rowId, memberId]))
          const touched = new Set(
            db.sqlite.prepare<[BatchId], string>('SELECT row_id FROM change WHERE batch_id = ?').pluck().all(laterId),
          )
          const now = visibleState(db).records
          for (const key of new Set([...before.records.keys(), ...now.keys()])) {
            const id = key.slice(key.indexOf(' ') + 1)
            const owner = (now.get(key) ?? before.records.get(key))?.['member_id']
            if (touched.has(id) || told.has(id) || (typeof owner === 'string' && told.has(owner))) continue
            expect(now.get(key)).toEqual(before.records.get(key))
          }
          expect(db.sqlite.pragma('foreign_key_check')).toEqual([])
          await undoBatch(db, undo.batchId)
          expect(visibleState(db)).toEqual(after)
        }),
        { numRuns: 60, endOnFailure: true },
      )
    })
  })

  it('keeps a member edited since, with the events that came along', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId, ids } = importMembers(db, ['张伟', '李娜', '王芳'])
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = '13800138000' WHERE id = ?").run(ids[1]))
    expect(await undoBatch(db, batchId)).toMatchObject({
      undone: 2,
      kept: [
        { memberId: ids[1], reason: 'editedRecord', edit: { column: 'phone', written: null, current: '13800138000' } },
      ],
    })
    expect(names(db)).toEqual(['李娜'])
    expect(db.sqlite.prepare('SELECT count(*) FROM membership_event').pluck().get()).toBe(1)
  })

  it('keeps a member with a later event', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId, ids } = importMembers(db, ['张伟', '李娜'])
    const [first] = ids
    if (first !== undefined) db.write(() => insertMembershipEvent(db, first, 'transferOut'))
    expect(await undoBatch(db, batchId)).toMatchObject({
      undone: 1,
      kept: [{ memberId: first, reason: 'inUse', usedBy: 'membership_event' }],
    })
    expect(names(db)).toEqual(['张伟'])
  })

  it('keeps what has ledger lines or participations, and the lines themselves', async () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    const before = visibleState(db)
    const batchId = batchIdSchema.parse(db.sqlite.prepare("SELECT id FROM batch WHERE kind = 'import'").pluck().get())
    const { undone, kept } = await undoBatch(db, batchId)
    // The member stays with all that belongs to the record; ledgers stay with what they refer to.
    expect(undone).toBe(19)
    expect(kept.map(({ table, reason, usedBy }) => [table, reason, usedBy])).toEqual([
      ['member', 'inUse', 'dues_entry'],
      ['dues_rule', 'inUse', 'dues_entry'],
      ['dues_entry', 'ledger', null],
      ['activity', 'inUse', 'fund_entry'],
      ['unit', 'inUse', 'post'],
      ['custom_field', 'inUse', 'custom_value'],
      ['payroll_list', 'inUse', 'dues_entry'],
      ['dues_entry', 'ledger', null],
      ['dues_receipt', 'ledger', null],
      ['remittance', 'ledger', null],
      ['fund_entry', 'ledger', null],
      ['fund_share', 'ledger', null],
      ['month_closing', 'ledger', null],
    ])
    expect(visibleState(db).standings).toEqual(before.standings.slice(0, 1))
  })

  it('gives fields back their value unless they were edited since', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '张伟', department: '一车间', phone: '13800138000' }))
    const { batchId } = db.writeBatch({ kind: 'import', title: '花名册.xlsx' }, () => {
      db.sqlite
        .prepare("UPDATE member SET department = '二车间', phone = '13900139000', remark = 'x' WHERE id = ?")
        .run(id)
      return { count: 1, result: null }
    })
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = '13700137000' WHERE id = ?").run(id))
    expect(await undoBatch(db, batchId)).toMatchObject({
      undone: 1,
      kept: [{ memberId: id, reason: 'edited', edit: { column: 'phone', written: '13900139000' } }],
    })
    expect(db.sqlite.prepare('SELECT department, phone, remark FROM member WHERE id = ?').get(id)).toEqual({
      department: '一车间',
      phone: '13700137000',
      remark: null,
    })
  })

  it('brings a removed member back with the history in its order', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { ids } = importMembers(db, ['张伟'])
    const [id] = ids
    if (id === undefined) throw new Error('Nobody was imported')
    db.write(() => insertMembershipEvent(db, id, 'keeping'))
    db.write(() => insertMembershipEvent(db, id, 'restoration'))
    const before = visibleState(db)
    const { batchId } = db.writeBatch({ kind: 'removal', title: '张伟' }, () => {
      db.sqlite.prepare('DELETE FROM membership_event WHERE member_id = ?').run(id)
      db.sqlite.prepare('DELETE FROM member WHERE id = ?').run(id)
      return { count: 1, result: null }
    })
    expect(names(db)).toEqual([])
    expect(await undoBatch(db, batchId)).toMatchObject({ undone: 1, kept: [] })
    expect(visibleState(db)).toEqual(before)
  })

  it('brings an event back where the batch had put another one in its place', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '张伟' }))
    const before = visibleState(db)
    const { batchId } = db.writeBatch({ kind: 'removal', title: '张伟' }, () => {
      db.sqlite.prepare('DELETE FROM membership_event WHERE member_id = ?').run(id)
      insertMembershipEvent(db, id, 'keeping')
      return { count: 1, result: null }
    })
    expect(await undoBatch(db, batchId)).toMatchObject({ kept: [] })
    expect(visibleState(db)).toEqual(before)
  })

  it('brings a participation back where the batch had put another one in its place', async () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    const before = visibleState(db)
    const { batchId } = db.writeBatch({ kind: 'participants', title: '春游' }, () => {
      db.sqlite.exec(`CREATE TEMP TABLE gone AS SELECT * FROM participation; DELETE FROM participation;
        INSERT INTO participation (id, activity_id, member_id, attendance)
          SELECT 'another', activity_id, member_id, 'present' FROM gone`)
      return { count: 1, result: null }
    })
    expect(await undoBatch(db, batchId)).toMatchObject({ undone: 1, kept: [] })
    expect(visibleState(db)).toEqual(before)
  })

  it('is done once, is a batch of its own, and can be taken back', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId, ids } = importMembers(db, ['张伟', '李娜'])
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = '13800138000' WHERE id = ?").run(ids[1]))
    const before = visibleState(db)
    const undo = await undoBatch(db, batchId)
    expect(db.sqlite.prepare('SELECT kind, title, count FROM batch WHERE id = ?').get(undo.batchId)).toEqual({
      kind: 'undo',
      title: '花名册.xlsx',
      count: 1,
    })
    expect(keptOf(db, { id: undo.batchId, offset: 0, limit: 10 })).toEqual({ total: 1, rows: undo.kept })
    await expect(undoBatch(db, batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(undoBatch(db, newId(batchIdSchema))).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const redo = await undoBatch(db, undo.batchId)
    expect(redo).toMatchObject({ undone: 1, kept: [] })
    expect(visibleState(db)).toEqual(before)
    await expect(undoBatch(db, redo.batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(undoBatch(db, undo.batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    expect(await undoBatch(db, batchId)).toMatchObject({
      undone: 1,
      kept: [{ memberId: ids[1], reason: 'editedRecord' }],
    })
  })

  it('keeps exactly the fields edited and the members used since, says so before and after, and gives back all else', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { sqlite } = db
    const old = db.write(() =>
      Array.from({ length: 50 }, (_, index) => insertMember(db, { name: `旧${index}`, department: '旧部门' })),
    )
    const { batchId, result: added } = db.writeBatch({ kind: 'import', title: '花名册.xlsx' }, () => {
      sqlite.prepare("UPDATE member SET department = '新部门', phone = '13900139000'").run()
      return { count: 100, result: Array.from({ length: 50 }, (_, index) => insertMember(db, { name: `新${index}` })) }
    })
    const edited = [...old.slice(0, 10), ...added.slice(0, 10)]
    const [paid, photographed] = added.slice(20)
    db.write(() => {
      for (const id of edited) sqlite.prepare("UPDATE member SET department = '手改' WHERE id = ?").run(id)
      sqlite.prepare("INSERT INTO member_photo VALUES (?, x'00', '2026-05-01T00:00:00.000Z')").run(photographed)
    })
    db.writeBatch({ kind: 'payment', title: '' }, (payment) => {
      sqlite
        .prepare(
          "INSERT INTO dues_entry (id, member_id, kind, amount, paid_on, method, batch_id, recorded_at) VALUES ('p', ?, 'payment', -500, '2026-05-01', 'cash', ?, ?)",
        )
        .run(paid, payment, '2026-05-01T00:00:00.000Z')
      return { count: 1, result: null }
    })
    const preview = await previewUndo(db, batchId)
    expect(preview).toMatchObject({ additions: 38, changes: 50, removals: 0 })
    const { undone, kept } = await undoBatch(db, batchId)
    expect(undone).toBe(88)
    expect(kept).toEqual(preview.kept)
    const expected = [
      ...old.slice(0, 10).map((id) => [id, 'edited', '新部门', '手改']),
      ...added.slice(0, 10).map((id) => [id, 'editedRecord', null, '手改']),
      [paid, 'inUse', 'dues_entry', null],
      [photographed, 'inUse', 'member_photo', null],
    ]
    expect(
      kept.map(({ memberId, reason, edit, usedBy }) => [
        memberId,
        reason,
        edit?.written ?? usedBy,
        edit?.current ?? null,
      ]),
    ).toEqual(expected)
    expect(
      sqlite.prepare('SELECT department, phone, count(*) AS n FROM member GROUP BY 1, 2 ORDER BY 1, 2').all(),
    ).toEqual([
      { department: null, phone: null, n: 2 },
      { department: '手改', phone: null, n: 20 },
      { department: '旧部门', phone: null, n: 40 },
    ])
    expect(sqlite.prepare('SELECT count(*) FROM membership_event').pluck().get()).toBe(62)
  })

  it('deletes events in an undo or a removal only, and ledger lines never', () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    const remove = (table: string) => () => {
      db.sqlite.exec(`DELETE FROM ${table}`)
      return { count: 0, result: null }
    }
    expect(() => db.write(remove('membership_event'))).toThrow('append-only')
    expect(() => db.writeBatch({ kind: 'import', title: '' }, remove('membership_event'))).toThrow('append-only')
    expect(() => db.writeBatch({ kind: 'undo', title: '' }, remove('dues_entry'))).toThrow('append-only')
  })
})
