import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { completed, type BranchDatabase } from '../../../db/branch-database'
import { selectMembers } from '../../../db/queries/member-selection'
import { undoBatch } from '../../../db/undo'
import { debtorFilterSchema } from '../../../shared/contract/dues/arrears'
import { memberFilterSchema } from '../../../shared/contract/members'
import { debtorsPage } from '../../../electron/backend/dues/arrears/debtors'
import { daySchema } from '../../../shared/model/date'
import { insertMember, openTestBranch } from '../../fixtures/branch'

const MANY = 600

function importMany(db: BranchDatabase) {
  return db.writeBatchInSteps({ kind: 'import', title: '花名册.xlsx' }, function* () {
    for (let index = 0; index < MANY; index++) {
      insertMember(db, { name: '单晓燕' })
      if (index % 100 === 99) yield
    }
    return { count: MANY, result: null }
  })
}

const waiting = (db: BranchDatabase) =>
  db.sqlite.prepare<[], number>('SELECT count(*) FROM member_search_pending').pluck().get() ?? 0

function select(db: BranchDatabase, search: string) {
  const filter = memberFilterSchema.parse({ search })
  return selectMembers(db, { filter, sort: { field: 'name', direction: 'asc' } })
}

/** Lets other work of the process go on until the index holds everyone. */
async function untilFilled(db: BranchDatabase): Promise<number> {
  let turns = 0
  for (; waiting(db) > 0; turns++) await setImmediate()
  return turns
}

describe('the search index after a large batch', () => {
  it('is filled between other work', async () => {
    using branch = openTestBranch()
    await completed(importMany(branch.db))
    expect(waiting(branch.db)).toBe(MANY)
    expect(await untilFilled(branch.db)).toBeGreaterThan(1)
    expect(branch.db.sqlite.prepare('SELECT count(*) FROM member_search').pluck().get()).toBe(MANY)
  })

  it('is complete for whoever searches earlier', async () => {
    using branch = openTestBranch()
    const { batchId } = await completed(importMany(branch.db))
    expect(select(branch.db, 'shan')).toHaveLength(MANY)
    expect(waiting(branch.db)).toBe(0)

    await undoBatch(branch.db, batchId)
    expect(select(branch.db, 'shan')).toHaveLength(0)
    await completed(importMany(branch.db))
    const filter = { ...debtorFilterSchema.parse({ search: 'shan' }), offset: 0, limit: 1 }
    expect((await debtorsPage(branch.db, filter, daySchema.parse('2026-06-01'))).total).toBe(0)
    expect(waiting(branch.db)).toBe(0)
  })

  it('finds whom a batch is still writing, and no longer whom it took back', async () => {
    using branch = openTestBranch()
    const steps = importMany(branch.db)
    await steps.next()
    await steps.next()
    expect(select(branch.db, 'shan')).toHaveLength(200)
    await expect(steps.throw(new Error('cancelled'))).rejects.toThrow('cancelled')
    expect(select(branch.db, 'shan')).toHaveLength(0)
  })

  it('takes no selection out of memory while it is filled', async () => {
    using branch = openTestBranch()
    await completed(importMany(branch.db))
    const everyone = select(branch.db, '')
    await setImmediate()
    await untilFilled(branch.db)
    expect(select(branch.db, '')).toBe(everyone)
    branch.db.write(() => insertMember(branch.db, { name: '李娜' }))
    expect(select(branch.db, '')).toHaveLength(MANY + 1)
  })

  it('goes on where the end of the program cut it off', async () => {
    using branch = openTestBranch()
    await completed(importMany(branch.db))
    await setImmediate()
    const left = waiting(branch.db)
    expect(left).toBeLessThan(MANY)
    expect(left).toBeGreaterThan(0)
    const db = branch.reopen()
    expect(waiting(db)).toBe(left)
    await untilFilled(db)
    expect(select(db, 'shan')).toHaveLength(MANY)
  })
})
