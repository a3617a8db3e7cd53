import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { completed } from '../../db/branch-database'
import { migrations } from '../../db/migrations'
import { openBranchDatabase } from '../../db/open'
import { insertMember, openTestBranch } from '../fixtures/branch'

const person = { name: '欧阳海棠', idNumber: '11010519491231002X', phone: '13800138000' }

const needles = Object.values({ ...person, pinyin: 'ouyanghaitang' }).flatMap((text) => {
  const utf16 = Buffer.from(text, 'utf16le')
  return [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16()]
})

/** Files of a folder and the folders in it that hold any of the needles in clear. */
function filesInClear(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file)
      return needles.some((needle) => content.includes(needle))
    })
}

describe('the data folder', () => {
  it('holds no name, ID or phone number in clear: not in the database, its log, nor its backups', () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, person))
    // Larger than the cache, so that pages are written out in the middle of a transaction.
    db.write(() => db.sqlite.prepare('UPDATE member SET remark = ? WHERE id = ?').run(person.name.repeat(400_000), id))
    expect(readdirSync(branch.folder)).toContain('branch.db-wal')
    expect(filesInClear(branch.folder)).toEqual([])

    db.close()
    const steps = [...migrations, { name: '9999_note', sql: 'CREATE TABLE note (id TEXT)' }]
    openBranchDatabase({ file: branch.file, key: branch.key, migrations: steps }).close()
    expect(readdirSync(path.join(branch.folder, 'backups'))).toHaveLength(1)
    expect(filesInClear(branch.folder)).toEqual([])
  })

  it('holds none of them in clear while a batch in steps is being written either', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, person))
    const steps = db.writeBatchInSteps({ kind: 'import', title: 'x' }, function* () {
      db.sqlite.prepare('UPDATE member SET remark = ? WHERE id = ?').run(person.name.repeat(2_000_000), id)
      yield
      return { count: 1, result: null }
    })
    await steps.next()
    expect(readdirSync(branch.folder)).toContain('branch.db-journal')
    expect(statSync(branch.file).size).toBeGreaterThan(16 * 1024 * 1024)
    expect(filesInClear(branch.folder)).toEqual([])
    await completed(steps)
    expect(filesInClear(branch.folder)).toEqual([])
  })

  it('would be found out if it did', () => {
    using branch = openTestBranch()
    for (const [index, needle] of needles.entries()) writeFileSync(path.join(branch.folder, `leak-${index}`), needle)
    expect(filesInClear(branch.folder)).toHaveLength(needles.length)
  })
})
