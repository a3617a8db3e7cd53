import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChangeLog } from '../../../db/verify-change-log'
import type { Columns } from '../../../shared/sync/change'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'

describe('the hash chain', () => {
  let branch: TestBranch
  let length = 0
  beforeAll(() => {
    branch = openTestBranch()
    fillEveryTable(branch.db)
    length = verifyChangeLog(branch.db).entries
  })
  afterAll(() => branch[Symbol.dispose]())

  /** Where the log is found broken after `act` on it with all that guards it out of the way; then taken back. */
  function brokenAfter(act: () => void): number | null {
    const { sqlite } = branch.db
    sqlite.exec(`BEGIN; DROP TRIGGER change_kept; DROP TRIGGER change_undeleted;
      DROP INDEX change_by_id; DROP INDEX change_by_seq; PRAGMA ignore_check_constraints = ON`)
    try {
      act()
      return verifyChangeLog(branch.db).brokenAt
    } finally {
      sqlite.exec('ROLLBACK; PRAGMA ignore_check_constraints = OFF')
    }
  }
  const entry = (position: number): Columns =>
    branch.db.sqlite.prepare<[number], Columns>('SELECT * FROM change WHERE position = ?').get(position) ?? {}
  const positions = fc.nat().map((pick) => (pick % length) + 1)

  it('is whole as long as nobody tampers with it', () => {
    expect(length).toBeGreaterThan(8)
    expect(brokenAfter(() => undefined)).toBeNull()
  })

  it('shows the first entry in which any character was changed', () => {
    fc.assert(
      fc.property(positions, fc.nat(), fc.nat(), (position, pickColumn, pickCharacter) => {
        const columns = Object.entries(entry(position)).filter(([column]) => column !== 'position')
        const [column, value] = columns[pickColumn % columns.length] ?? ['', '']
        const text = String(value ?? '')
        const at = pickCharacter % Math.max(text.length, 1)
        const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
        const broken = brokenAfter(() =>
          branch.db.sqlite.prepare(`UPDATE change SET "${column}" = ? WHERE position = ?`).run(changed, position),
        )
        expect(broken).toBe(position)
      }),
      { numRuns: 300 },
    )
  })

  it('shows where an entry was taken out, the last one too', () => {
    for (let position = 1; position <= length; position += 1) {
      const remove = () => branch.db.sqlite.prepare('DELETE FROM change WHERE position = ?').run(position)
      expect(brokenAfter(remove)).toBe(position)
    }
  })

  it('shows an entry put in, and two that changed places', () => {
    const { sqlite } = branch.db
    const columns = Object.keys(entry(1)).filter((column) => !['position', 'id', 'seq'].includes(column))
    const list = columns.map((column) => `"${column}"`).join()
    expect(
      brokenAfter(() =>
        sqlite.exec(`INSERT INTO change (id, seq, ${list}) SELECT 'x', 99, ${list} FROM change LIMIT 1`),
      ),
    ).toBe(length + 1)
    expect(
      brokenAfter(() =>
        sqlite.exec(`UPDATE change SET position = -2 WHERE position = 2; UPDATE change SET position = 2 WHERE position = 3;
          UPDATE change SET position = 3 WHERE position = -2`),
      ),
    ).toBe(2)
  })
})
