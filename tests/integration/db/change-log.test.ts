import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { changeHash } from '../../../db/write-context'
import { canonicalColumns, changeContent } from '../../../shared/sync/change-content'
import { changeSchema, columnsSchema, type Change, type Columns } from '../../../shared/sync/change'
import type { BranchDatabase } from '../../../db/branch-database'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { perform, randomActs, syncedState } from '../../fixtures/random-writes'

function changes({ sqlite }: BranchDatabase): Change[] {
  return sqlite
    .prepare<[], Record<string, unknown>>('SELECT * FROM change ORDER BY position')
    .all()
    .map((row) =>
      changeSchema.parse({
        ...row,
        changeSet: row['change_set'],
        rowId: row['row_id'],
        batchId: row['batch_id'],
        before: columnsSchema.parse(JSON.parse(String(row['before']))),
        after: columnsSchema.parse(JSON.parse(String(row['after']))),
      }),
    )
}

function withoutNulls(row: Columns | undefined): Columns {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
}

function replayed(log: readonly Change[]): Map<string, Columns> {
  const rows = new Map<string, Columns>()
  for (const { table, rowId, operation, before, after } of log) {
    const row = rows.get(`${table} ${rowId}`)
    // Nothing happened in between that the log does not know.
    expect(before).toEqual(Object.fromEntries(Object.keys(before).map((column) => [column, row?.[column] ?? null])))
    if (operation === 'delete') rows.delete(`${table} ${rowId}`)
    else rows.set(`${table} ${rowId}`, withoutNulls({ ...row, ...after }))
  }
  return rows
}

describe('change log', () => {
  it('records a field-level entry with its author, change set and base', () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '张伟', phone: '13800138000' }), { actor: 'hub-1' })
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = NULL, remark = '调岗' WHERE id = ?").run(id))
    const [added, event, edited] = changes(db).slice(-3)
    expect(added).toMatchObject({
      table: 'member',
      operation: 'insert',
      before: {},
      after: { id, name: '张伟', phone: '13800138000' },
      base: null,
      actor: 'hub-1',
      batchId: null,
    })
    expect(event).toMatchObject({ table: 'membership_event', changeSet: added?.changeSet })
    expect(edited).toMatchObject({
      operation: 'update',
      before: { phone: '13800138000', remark: null },
      after: { phone: null, remark: '调岗' },
      base: added?.id,
      actor: 'local',
    })
    expect(edited?.changeSet).not.toBe(added?.changeSet)
  })

  it('takes back a failed write whole, and numbers the next one without a gap', () => {
    using branch = openTestBranch()
    const { db } = branch
    const before = changes(db)
    expect(() =>
      db.write(() => {
        insertMember(db, { name: '张伟' })
        throw new Error('on purpose')
      }),
    ).toThrow('on purpose')
    expect(changes(db)).toEqual(before)
    db.write(() => insertMember(db, { name: '李娜' }))
    expect(changes(db).map(({ seq }) => seq)).toEqual(changes(db).map((_, index) => index + 1))
  })

  it('chains entries by a hash that can be reckoned from their wire form', () => {
    using branch = openTestBranch()
    const { db } = branch
    db.write(() => insertMember(db, { name: '"\\\u0001\u007f\u2028𬀩' }))
    let previous = ''
    for (const change of changes(db)) {
      const content = changeContent({
        ...change,
        before: canonicalColumns(change.before),
        after: canonicalColumns(change.after),
      })
      expect(change.hash).toBe(changeHash(previous, content))
      previous = change.hash
    }
  })

  it('is append-only', () => {
    using branch = openTestBranch()
    const { db } = branch
    expect(() => db.write(() => db.sqlite.exec("UPDATE change SET actor = 'nobody'"))).toThrow('append-only')
    expect(() => db.write(() => db.sqlite.exec('DELETE FROM change'))).toThrow('append-only')
  })

  describe('whatever is written', () => {
    let branch: TestBranch
    beforeAll(() => {
      branch = openTestBranch()
    })
    afterAll(() => branch[Symbol.dispose]())

    it('tells the present state when it is replayed, and holds together', () => {
      fc.assert(
        fc.property(randomActs, (acts) => {
          const { db } = branch
          db.writeBatch({ kind: 'removal', title: 'random' }, () => {
            for (const act of acts) perform(db, act)
            return { count: acts.length, result: null }
          })
          const state = new Map([...syncedState(db)].map(([key, row]) => [key, withoutNulls(row)]))
          expect(replayed(changes(db))).toEqual(state)
          expect(verifyChangeLog(db).brokenAt).toBeNull()
        }),
        { numRuns: 40, endOnFailure: true },
      )
    })
  })
})
