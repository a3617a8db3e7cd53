import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { undoBatch } from '../../../db/undo'
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
            expect(await undoBatch(db, batchId)).toMatchObject({ kept: 0 })
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

  it('keeps a member edited since, with the events that came along', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId, ids } = importMembers(db, ['张伟', '李娜', '王芳'])
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = '13800138000' WHERE id = ?").run(ids[1]))
    expect(await undoBatch(db, batchId)).toEqual({ undone: 4, kept: 2 })
    expect(names(db)).toEqual(['李娜'])
    expect(db.sqlite.prepare('SELECT count(*) FROM membership_event').pluck().get()).toBe(1)
  })

  it('keeps a member with a later event', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId, ids } = importMembers(db, ['张伟', '李娜'])
    const [first] = ids
    if (first !== undefined) db.write(() => insertMembershipEvent(db, first, 'transferOut'))
    expect(await undoBatch(db, batchId)).toEqual({ undone: 2, kept: 2 })
    expect(names(db)).toEqual(['张伟'])
  })

  it('keeps what has ledger lines or participations, and the lines themselves', async () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    const before = visibleState(db)
    const batchId = batchIdSchema.parse(db.sqlite.prepare("SELECT id FROM batch WHERE kind = 'import'").pluck().get())
    // Member, event, rule and charge hang together; whatever else the batch added goes, the namesake among it.
    expect(await undoBatch(db, batchId)).toEqual({ undone: 13, kept: 4 })
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
    expect(await undoBatch(db, batchId)).toEqual({ undone: 0, kept: 1 })
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
    expect(await undoBatch(db, batchId)).toEqual({ undone: 4, kept: 0 })
    expect(visibleState(db)).toEqual(before)
  })

  it('brings a participation back where the batch had put another one in its place', async () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    const before = visibleState(db)
    const { batchId } = db.writeBatch({ kind: 'participants', title: '春游' }, () => {
      db.sqlite.exec(`CREATE TEMP TABLE gone AS SELECT * FROM participation; DELETE FROM participation;
        INSERT INTO participation SELECT 'another', activity_id, member_id, 'present' FROM gone`)
      return { count: 1, result: null }
    })
    expect(await undoBatch(db, batchId)).toEqual({ undone: 2, kept: 0 })
    expect(visibleState(db)).toEqual(before)
  })

  it('is done once, is a batch of its own, and is not undone itself', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batchId } = importMembers(db, ['张伟'])
    await undoBatch(db, batchId)
    const undo = db.sqlite
      .prepare<[BatchId], { id: BatchId }>('SELECT id, kind, title, count FROM batch WHERE undoes_id = ?')
      .get(batchId)
    expect(undo).toMatchObject({ kind: 'undo', title: '花名册.xlsx', count: 2 })
    await expect(undoBatch(db, batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(undoBatch(db, undo?.id ?? batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_UNDOABLE' })
    await expect(undoBatch(db, newId(batchIdSchema))).rejects.toMatchObject({ code: 'NOT_FOUND' })
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
