import { createRouterClient } from '@orpc/server'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { access } from '../../electron/backend/access'
import { BranchSession } from '../../electron/backend/access/branch-session'
import { branchInputSchema } from '../../shared/model/branch'
import { insertMember, temporaryFolder } from '../fixtures/branch'
import { testHost, type TestHost } from '../fixtures/host'

const branch = branchInputSchema.parse({
  unionName: '云溪机械厂工会委员会',
  creditCode: null,
  parentUnion: '云溪市总工会',
})
const passphrase = '青山绿水-1953-机械厂'
const keepKey = false

/** A PC with its data folder; `program` is the program opened once on it, at the time of the PC's clock. */
function openPc() {
  const place = temporaryFolder()
  const clock = { now: new Date('2026-03-02T08:00:00Z') }
  const programs: BranchSession[] = []
  return {
    folder: place.folder,
    clock,
    program(host: TestHost = testHost()) {
      const session = new BranchSession(place.folder, host.client, () => clock.now)
      programs.push(session)
      return { session, client: createRouterClient(access, { context: { session, host: host.client } }) }
    },
    [Symbol.dispose]() {
      for (const session of programs) session.lock()
      place[Symbol.dispose]()
    },
  }
}

describe('access', () => {
  it('creates a branch once, opens it with its passphrase and no other', async () => {
    using pc = openPc()
    const { client } = pc.program()
    expect(await client.state()).toEqual({ state: 'none', systemKeyStore: false })
    await client.create({ ...branch, passphrase, keepKey })
    expect(await client.state()).toMatchObject({
      state: 'open',
      branch: { unionName: branch.unionName, isSample: false },
    })
    await expect(client.create({ ...branch, passphrase, keepKey })).rejects.toMatchObject({ code: 'BRANCH_EXISTS' })

    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'locked', keyKept: false, waitSeconds: 0 })
    await expect(client.events({ offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'BRANCH_LOCKED' })
    await expect(client.unlock({ with: 'passphrase', passphrase: 'wrong one', keepKey })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      data: { attemptsLeft: 4 },
    })
    await client.unlock({ with: 'passphrase', passphrase, keepKey })
    const { rows } = await client.events({ offset: 0, limit: 10 })
    expect(rows.map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['create', null],
      ['unlock', null],
      ['unlockFailed', 1],
    ])
  })

  it('refuses a passphrase that is guessed easily', async () => {
    using pc = openPc()
    const { client } = pc.program()
    const weak = client.create({ ...branch, passphrase: 'password1', keepKey })
    await expect(weak).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' })
    expect(await client.state()).toMatchObject({ state: 'none' })
  })

  it('slows down after five wrong passphrases, across restarts, and says how long', async () => {
    using pc = openPc()
    const first = pc.program()
    await first.client.create({ ...branch, passphrase, keepKey })
    await first.client.lock()
    const wrong = { with: 'passphrase', passphrase: 'wrong', keepKey } as const
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(first.client.unlock(wrong)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    }
    const { client } = pc.program()
    const right = { with: 'passphrase', passphrase, keepKey } as const
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', data: { seconds: 30 } })
    pc.clock.now = new Date('2026-03-02T08:00:31Z')
    await expect(client.unlock(wrong)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    expect(await client.state()).toMatchObject({ state: 'locked', waitSeconds: 60 })
    pc.clock.now = new Date('2026-03-02T07:00:00Z')
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    pc.clock.now = new Date('2026-03-02T08:02:00Z')
    await client.unlock(right)
    expect(await client.state()).toMatchObject({ state: 'open' })
  })

  it('opens with the recovery code however it is typed, tells a slip, and drops it with a new passphrase', async () => {
    using pc = openPc()
    const { client } = pc.program()
    const { recoveryCode } = await client.create({ ...branch, passphrase, keepKey })
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    await client.lock()
    await client.unlock({ with: 'recoveryCode', recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') })

    const next = await client.setPassphrase({ passphrase: '长江-黄河-7-机械' })
    await client.lock()
    await expect(client.unlock({ with: 'recoveryCode', recoveryCode })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_WRONG',
    })
    await expect(client.unlock({ with: 'passphrase', passphrase, keepKey })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    await client.unlock({ with: 'recoveryCode', recoveryCode: next.recoveryCode })
    expect(await client.state()).toMatchObject({ state: 'open' })
  })

  it('opens without a passphrase where the system keeps the key, and says so when the system lost it', async () => {
    using pc = openPc()
    const host = testHost()
    host.keyStore = true
    const { client } = pc.program(host)
    await client.create({ ...branch, passphrase, keepKey: true })
    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'locked', keyKept: true })
    await client.unlock({ with: 'systemKey' })
    await client.setKeepKey({ keepKey: false })
    await client.lock()
    await expect(client.unlock({ with: 'systemKey' })).rejects.toMatchObject({ code: 'SYSTEM_KEY_LOST' })
  })

  it('tells a second program that the branch is open already', async () => {
    using pc = openPc()
    await pc.program().client.create({ ...branch, passphrase, keepKey })
    const second = pc.program().client
    await expect(second.unlock({ with: 'passphrase', passphrase, keepKey })).rejects.toMatchObject({
      code: 'DATABASE_IN_USE',
    })
    expect(await second.state()).toEqual({ state: 'unusable', reason: 'DATABASE_IN_USE' })
  })

  it('leaves a damaged database as it is and says so', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create({ ...branch, passphrase, keepKey })
    await client.lock()
    const file = path.join(pc.folder, 'branch', 'branch.db')
    const damaged = readFileSync(file).fill(7, 5000, 9000)
    writeFileSync(file, damaged)
    await expect(client.unlock({ with: 'passphrase', passphrase, keepKey })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    })
    expect(await client.state()).toEqual({ state: 'unusable', reason: 'DATABASE_DAMAGED' })
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  it('says that a key file is damaged instead of making a new branch', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create({ ...branch, passphrase, keepKey })
    await client.lock()
    writeFileSync(path.join(pc.folder, 'branch', 'key.json'), '{"kind":"bran')
    expect(await client.state()).toEqual({ state: 'unusable', reason: 'DATABASE_DAMAGED' })
    await expect(client.create({ ...branch, passphrase, keepKey })).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
  })

  it('keeps the sample branch apart, full and open without a passphrase', async () => {
    using pc = openPc()
    const { client, session } = pc.program()
    await client.openSample()
    expect(await client.state()).toMatchObject({ state: 'open', branch: { isSample: true } })
    const members = session.db?.sqlite.prepare('SELECT count(*) FROM member').pluck()
    const count = members?.get()
    expect(count).toBeGreaterThan(50)
    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'none' })
    await client.openSample()
    expect(session.db?.sqlite.prepare('SELECT count(*) FROM member').pluck().get()).toBe(count)
  })

  it('leaves no name, ID or phone number in clear in any file', async () => {
    using pc = openPc()
    const { client, session } = pc.program()
    await client.create({ ...branch, passphrase, keepKey })
    const { db } = session
    if (db === null) throw new Error('The branch is not open')
    db.write(() => insertMember(db, { name: '欧阳明月', idNumber: '11010519491231002X', phone: '13812345678' }))
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
