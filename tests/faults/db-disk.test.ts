import { existsSync, statfsSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { completed } from '../../db/branch-database'
import { migrations } from '../../db/migrations'
import { openBranchDatabase } from '../../db/open'
import { verifyChangeLog } from '../../db/verify-change-log'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { fillEveryTable } from '../fixtures/every-table'
import { syncedState } from '../fixtures/random-writes'

vi.mock(import('node:fs'), { spy: true })

const coded = (code: string): unknown => expect.objectContaining({ code })

describe('a full disk', () => {
  it('takes a write back whole', () => {
    using branch = openTestBranch()
    const { db } = branch
    const before = syncedState(db)
    const pages = Number(db.sqlite.pragma('page_count', { simple: true }))
    db.sqlite.pragma(`max_page_count = ${pages + 5}`)
    const write = () =>
      db.write(() => {
        for (let index = 0; index < 500; index += 1) insertMember(db, { name: '张伟' })
      })
    expect(write).toThrow(coded('DISK_FULL'))
    expect(syncedState(db)).toEqual(before)
    db.sqlite.pragma('max_page_count = 1000000')
    write()
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('takes a batch in steps back whole', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const before = syncedState(db)
    const write = () =>
      completed(
        db.writeBatchInSteps({ kind: 'import', title: 'x' }, function* () {
          for (let index = 0; index < 500; index += 1) {
            insertMember(db, { name: '张伟' })
            yield
          }
          return { count: 500, result: null }
        }),
      )
    db.sqlite.pragma(`max_page_count = ${Number(db.sqlite.pragma('page_count', { simple: true })) + 5}`)
    await expect(write()).rejects.toThrow(coded('DISK_FULL'))
    expect(syncedState(db)).toEqual(before)
    db.sqlite.pragma('max_page_count = 1000000')
    await write()
    expect(db.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('keeps a migration from beginning', () => {
    using branch = openTestBranch()
    fillEveryTable(branch.db)
    const before = syncedState(branch.db)
    branch.db.close()
    vi.mocked(statfsSync).mockReturnValueOnce(Object.assign(statfsSync(branch.folder), { bavail: 1 }))
    const steps = [...migrations, { name: '9999_note', sql: 'CREATE TABLE note (id TEXT)' }]
    expect(() => openBranchDatabase({ ...branch, migrations: steps })).toThrow(coded('DISK_FULL'))
    expect(syncedState(branch.reopen())).toEqual(before)
  })
})

describe('a network folder', () => {
  it.each(['\\\\server\\share\\branch.db', '\\\\?\\UNC\\server\\share\\branch.db', '//server/share/branch.db'])(
    'is refused: %s',
    (file) => {
      expect(() => openBranchDatabase({ file, key: Buffer.alloc(32) })).toThrow(coded('DATABASE_ON_NETWORK'))
      expect(existsSync(file)).toBe(false)
    },
  )
})
