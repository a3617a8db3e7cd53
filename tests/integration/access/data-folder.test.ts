import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../../db/migrations'
import { openBranchDatabase } from '../../../db/open'
import { unwrapKey } from '../../../electron/backend/access/key-wrap'
import { insertMember } from '../../fixtures/branch'
import { newBranch, openPc, passphrase, right } from './pc'

describe('the data folder', () => {
  it('tells a second program that the branch is open already', async () => {
    using pc = openPc()
    await pc.program().client.create(newBranch)
    const second = pc.program().client
    await expect(second.unlock(right)).rejects.toMatchObject({
      code: 'DATABASE_IN_USE',
    })
    expect(await second.state()).toEqual({ state: 'unusable', reason: 'DATABASE_IN_USE' })
  })

  it('leaves a damaged database as it is and says so', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create(newBranch)
    await client.lock()
    const damaged = readFileSync(pc.database).fill(7, 5000, 9000)
    writeFileSync(pc.database, damaged)
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
    expect(await client.state()).toEqual({ state: 'unusable', reason: 'DATABASE_DAMAGED' })
    expect(readFileSync(pc.database).equals(damaged)).toBe(true)
  })

  it('leaves a database of a newer program as it is and says so', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create(newBranch)
    await client.lock()
    const key = await unwrapKey(pc.readKeyFile().passphrase, passphrase)
    if (key === null) throw new Error('The passphrase does not open the key')
    const step = { name: '9999_from_the_future', sql: 'CREATE TABLE future (id TEXT PRIMARY KEY) STRICT' }
    openBranchDatabase({ file: pc.database, key, migrations: [...migrations, step] }).close()
    const newer = readFileSync(pc.database)
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
    expect(await client.state()).toEqual({ state: 'unusable', reason: 'DATABASE_NEWER' })
    expect(readFileSync(pc.database).equals(newer)).toBe(true)
  })

  it('opens with the recovery code when what the passphrase opens was tampered with', async () => {
    using pc = openPc()
    const { client } = pc.program()
    const { recoveryCode } = await client.create(newBranch)
    await client.lock()
    const keyFile = pc.readKeyFile()
    const sealed = Buffer.from(keyFile.passphrase.sealed, 'base64')
    sealed.writeUInt8(sealed.readUInt8(0) ^ 1, 0)
    pc.writeKeyFile({ ...keyFile, passphrase: { ...keyFile.passphrase, sealed: sealed.toString('base64') } })
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await client.unlock({ with: 'recoveryCode', recoveryCode })
  })

  it('never makes a new branch where a key file is damaged or a part of the branch is missing', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create(newBranch)
    await client.lock()
    const keyFile = pc.readKeyFile()
    const isUnusable = async () => {
      expect(await client.state()).toEqual({ state: 'unusable', reason: 'DATABASE_DAMAGED' })
      await expect(client.create(newBranch)).rejects.toMatchObject({
        code: 'DATABASE_DAMAGED',
      })
    }
    writeFileSync(pc.keyFile, '{"kind":"bran')
    await isUnusable()
    rmSync(pc.keyFile)
    await isUnusable()
    pc.writeKeyFile(keyFile)
    rmSync(pc.database)
    await isUnusable()
  })

  it('begins anew where making a branch was cut short', async () => {
    using pc = openPc()
    mkdirSync(`${pc.branchFolder}.partial`)
    writeFileSync(path.join(`${pc.branchFolder}.partial`, 'branch.db'), 'half a database')
    const { client } = pc.program()
    expect(await client.state()).toMatchObject({ state: 'none' })
    await client.create(newBranch)
    expect(readdirSync(pc.folder)).toEqual(['branch'])
  })

  it('keeps the sample branch apart, full and open without a passphrase', async () => {
    using pc = openPc()
    const { client, session } = pc.program()
    await client.openSample()
    expect(await client.state()).toMatchObject({ state: 'open', branch: { isSample: true } })
    const members = session.db?.sqlite.prepare('SELECT count(*) FROM member').pluck()
    const count = members?.get()
    expect(count).toBeGreaterThan(50)
    await expect(client.setPassphrase({ passphrase })).rejects.toMatchObject({ code: 'NOT_IN_SAMPLE' })
    await expect(client.setKeepKey({ keepKey: true })).rejects.toMatchObject({ code: 'NOT_IN_SAMPLE' })
    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'none' })
    await client.openSample()
    expect(session.db?.sqlite.prepare('SELECT count(*) FROM member').pluck().get()).toBe(count)
  })

  it('leaves no name, ID or phone number in clear in any file', async () => {
    using pc = openPc()
    const { client, members, session } = pc.program()
    await client.create(newBranch)
    const { db } = session
    if (db === null) throw new Error('The branch is not open')
    db.write(() => insertMember(db, { name: '欧阳明月', idNumber: '11010519491231002X', phone: '13812345678' }))
    const found = await members.findByIdNumber({ idNumber: '11010519491231002X', exceptId: null })
    expect(found?.name).toBe('欧阳明月')
    const files = readdirSync(pc.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name)).toContain('branch.db-wal')
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(path.join(parentPath, name))
      for (const secret of ['欧阳明月', '11010519491231002X', '13812345678', passphrase]) {
        expect(bytes.includes(secret)).toBe(false)
        expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false)
      }
    }
  })
})
