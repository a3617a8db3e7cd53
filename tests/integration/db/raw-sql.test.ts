import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unlock } from '../../../db/connection'
import { columnNames } from '../../../db/triggers/change-log'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { syncedTableSchema } from '../../../shared/sync/change'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'
import { syncedState } from '../../fixtures/random-writes'

const statements = syncedTableSchema.options.flatMap((table) => {
  const columns = columnNames(table)
  const copy = `INTO ${table} (${columns.map((column) => `"${column}"`).join()})
    SELECT ${columns.map((column) => (column === 'id' ? "'another'" : `"${column}"`)).join()} FROM ${table}`
  return [
    `INSERT ${copy}`,
    `INSERT OR IGNORE ${copy}`,
    `INSERT OR REPLACE ${copy}`,
    `UPDATE ${table} SET ${columns.map((column) => `"${column}" = NULL`).join()}`,
    `UPDATE OR IGNORE ${table} SET id = 'another'`,
    `DELETE FROM ${table}`,
  ]
})

describe('raw SQL on a synced table', () => {
  let branch: TestBranch
  beforeAll(() => {
    branch = openTestBranch()
    fillEveryTable(branch.db)
  })
  afterAll(() => branch[Symbol.dispose]())

  it('changes nothing outside a write, whatever the statement', () => {
    const before = syncedState(branch.db)
    branch.db.sqlite.pragma('foreign_keys = OFF')
    const refused = statements.filter((statement) => {
      try {
        branch.db.sqlite.exec(statement)
        return false
      } catch {
        return true
      }
    })
    branch.db.sqlite.pragma('foreign_keys = ON')
    expect(syncedState(branch.db)).toEqual(before)
    // Of tables with a further unique index a second such row is ignored, as its statement asks; nothing happens.
    expect(statements.length - refused.length).toBe(11)
  })

  it('is refused to another program that knows the key, whatever the statement', () => {
    const before = syncedState(branch.db)
    branch.db.close()
    const foreign = unlock(branch.file, branch.key)
    foreign.pragma('foreign_keys = OFF')
    for (const statement of statements) expect(() => foreign.exec(statement)).toThrow('no such function')
    foreign.close()
    const db = branch.reopen()
    expect(syncedState(db)).toEqual(before)
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('is refused when the log cannot take the entry, even where conflicts are to be ignored', () => {
    const { db } = branch
    const before = syncedState(db)
    expect(() =>
      db.write(() => {
        db.sqlite.exec('DELETE FROM device')
        db.sqlite.exec(
          "INSERT OR IGNORE INTO activity (id, title, type, starts_on, ends_on) VALUES ('x', 'x', 'x', 'x', 'x')",
        )
      }),
    ).toThrow('the change log refused an entry')
    expect(syncedState(db)).toEqual(before)
  })
})
