import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBranchDatabase } from '../../db/open'
import { verifyChangeLog } from '../../db/verify-change-log'
import { temporaryFolder } from '../fixtures/branch'
import { membersABatch, startBranchWriter } from '../fixtures/branch-writer-process'

describe('a process killed while it writes', () => {
  it('leaves whole batches only, and every one that it had confirmed', async () => {
    using place = temporaryFolder()
    const file = path.join(place.folder, 'branch.db')
    const key = randomBytes(32)
    let confirmed = 0
    for (const moment of [1, 2, 3, 1, 2, 3]) {
      const writer = startBranchWriter(file, key)
      // In the middle of a transaction, or just around its commit.
      await writer.said(moment % 3 === 0 ? 'committed' : 'writing', moment)
      confirmed += await writer.kill()

      const db = openBranchDatabase({ file, key })
      const count = (sql: string) => db.sqlite.prepare<[], number>(sql).pluck().get()
      expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(verifyChangeLog(db).brokenAt).toBeNull()
      const batches = count('SELECT count(*) FROM batch') ?? 0
      expect(batches).toBeGreaterThanOrEqual(confirmed)
      expect(count('SELECT count(*) FROM member')).toBe(batches * membersABatch)
      expect(count('SELECT sum(count) FROM batch') ?? 0).toBe(batches * membersABatch)
      expect(count('SELECT count(*) FROM member_standing')).toBe(batches * membersABatch)
      confirmed = batches
      db.close()
    }
    expect(confirmed).toBeGreaterThan(6)
  })
})

describe('a second program', () => {
  it('is told that the record is in use, until the first one ends, however it ends', async () => {
    using place = temporaryFolder()
    const file = path.join(place.folder, 'branch.db')
    const key = randomBytes(32)
    const writer = startBranchWriter(file, key)
    await writer.said('open', 1)
    expect(() => openBranchDatabase({ file, key })).toThrow(expect.objectContaining({ code: 'DATABASE_IN_USE' }))
    await writer.kill()
    openBranchDatabase({ file, key }).close()
  })

  it('is refused within the same process too', () => {
    using place = temporaryFolder()
    const file = path.join(place.folder, 'branch.db')
    const key = randomBytes(32)
    const first = openBranchDatabase({ file, key })
    expect(() => openBranchDatabase({ file, key })).toThrow(expect.objectContaining({ code: 'DATABASE_IN_USE' }))
    first.close()
  })
})
