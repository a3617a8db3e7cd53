import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { syncedState } from '../../fixtures/random-writes'

const batch = { kind: 'import', title: '花名册.xlsx' } as const

function importInSteps(db: BranchDatabase, names: readonly string[]) {
  return db.writeBatchInSteps(batch, function* () {
    for (const [index, name] of names.entries()) {
      insertMember(db, { name })
      yield index + 1
    }
    return { count: names.length, result: 'done' }
  })
}

describe('a batch written in steps', () => {
  it('reports its steps and is one change set', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const steps = importInSteps(db, ['张伟', '李娜'])
    expect(await steps.next()).toEqual({ done: false, value: 1 })
    expect(await steps.next()).toEqual({ done: false, value: 2 })
    const end = await steps.next()
    expect(end).toMatchObject({ done: true, value: { result: 'done' } })
    const sets = db.sqlite.prepare('SELECT DISTINCT change_set FROM change WHERE batch_id IS NOT NULL').all()
    expect(sets).toHaveLength(1)
    expect(db.sqlite.prepare('SELECT count FROM batch').pluck().get()).toBe(2)
  })

  it.each([
    [
      'left early',
      async (steps: AsyncGenerator<number, unknown, void>) => {
        await steps.return(null)
      },
    ],
    [
      'broken off by an error',
      async (steps: AsyncGenerator<number, unknown, void>) => {
        await expect(steps.throw(new Error('cancelled'))).rejects.toThrow('cancelled')
      },
    ],
  ])('leaves nothing behind when it is %s', async (_, leave) => {
    using branch = openTestBranch()
    const { db } = branch
    const before = syncedState(db)
    const steps = importInSteps(db, ['张伟', '李娜', '王芳'])
    await steps.next()
    await steps.next()
    await leave(steps)
    expect(syncedState(db)).toEqual(before)
    expect(db.sqlite.inTransaction).toBe(false)
    db.write(() => insertMember(db, { name: '赵强' }))
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('takes everything back when a step fails', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const before = syncedState(db)
    const steps = db.writeBatchInSteps(batch, function* () {
      insertMember(db, { name: '张伟' })
      yield
      db.sqlite.exec('INSERT INTO participation (id, activity_id, member_id, attendance) VALUES (1, 2, 3, 4)')
      return { count: 1, result: null }
    })
    await steps.next()
    await expect(steps.next()).rejects.toThrow('FOREIGN KEY')
    expect(syncedState(db)).toEqual(before)
  })

  it('keeps every other write out meanwhile, the access log too', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const busy: unknown = expect.objectContaining({ code: 'BUSY' })
    const steps = importInSteps(db, ['张伟', '李娜'])
    await steps.next()
    expect(() => db.write(() => insertMember(db, { name: '王芳' }))).toThrow(busy)
    expect(() => db.writeBatch(batch, () => ({ count: 0, result: null }))).toThrow(busy)
    await expect(importInSteps(db, ['王芳']).next()).rejects.toThrow(busy)
    expect(() => db.sqlite.exec("INSERT INTO access_event (id, at, kind) VALUES ('x', 'x', 'reveal')")).toThrow(busy)
    expect(() => db.sqlite.exec("UPDATE member SET name = '王芳'")).toThrow('through BranchDatabase.write only')
    await steps.next()
    await steps.next()
    db.sqlite.exec("INSERT INTO access_event (id, at, kind) VALUES ('x', 'x', 'reveal')")
    expect(db.sqlite.prepare('SELECT name FROM member ORDER BY id').pluck().all()).toEqual(['张伟', '李娜'])
  })

  it('lets other work of the process come between', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const seen: number[] = []
    let steps = 0
    setImmediate(() => seen.push(steps))
    for await (const step of importInSteps(db, ['张伟', '李娜', '王芳'])) steps = step
    expect(seen).toEqual([1])
  })
})

describe('a write', () => {
  it('does not begin inside another', () => {
    using branch = openTestBranch()
    const { db } = branch
    expect(() => db.write(() => db.write(() => null))).toThrow('inside another write')
    db.write(() => insertMember(db, { name: '张伟' }))
  })
})
