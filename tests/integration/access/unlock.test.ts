import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { momentSchema } from '../../../shared/model/date'
import { testHost } from '../../fixtures/host'
import { keepKey, newBranch, openPc, right, wrong } from './pc'

const codeOf = (error: unknown) => (error instanceof ORPCError ? String(error.code) : null)

describe('unlocking', () => {
  it('creates a branch once, opens it with its passphrase and no other', async () => {
    using pc = openPc()
    const { client } = pc.program()
    expect(await client.state()).toEqual({ state: 'none', systemKeyStore: false })
    await client.create(newBranch)
    expect(await client.state()).toMatchObject({
      state: 'open',
      branch: { unionName: newBranch.unionName, isSample: false },
    })
    await expect(client.create(newBranch)).rejects.toMatchObject({ code: 'BRANCH_EXISTS' })

    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'locked', keyKept: false, waitSeconds: 0 })
    await expect(client.events({ offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'BRANCH_LOCKED' })
    await expect(client.unlock({ with: 'passphrase', passphrase: 'wrong one', keepKey })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      data: { attemptsLeft: 4 },
    })
    await client.unlock(right)
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
    const weak = client.create({ ...newBranch, passphrase: 'password1' })
    await expect(weak).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' })
    expect(await client.state()).toMatchObject({ state: 'none' })
  })

  it('slows down after five wrong passphrases, across restarts, and says how long', async () => {
    using pc = openPc()
    const first = pc.program()
    await first.client.create(newBranch)
    await first.client.lock()
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(first.client.unlock(wrong)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    }
    const { client } = pc.program()
    await expect(client.unlock(right)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', data: { seconds: 30 } })
    pc.clock.now = new Date('2026-03-02T08:00:31Z')
    await expect(client.unlock(wrong)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    expect(await client.state()).toMatchObject({ state: 'locked', waitSeconds: 60 })
    pc.clock.now = new Date('2026-03-02T08:02:00Z')
    await client.unlock(right)
    const { rows } = await client.events({ offset: 0, limit: 10 })
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'unlockFailed', count: 6 }))

    await client.lock()
    await expect(client.unlock(wrong)).rejects.toMatchObject({ data: { attemptsLeft: 4 } })
  })

  it('waits no longer than it says when the clock is put back meanwhile', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create(newBranch)
    await client.lock()
    pc.writeKeyFile({
      ...pc.readKeyFile(),
      attempts: { failed: 5, lastAt: momentSchema.parse('2036-03-02T08:00:00.000Z') },
    })
    expect(await client.state()).toMatchObject({ state: 'locked', waitSeconds: 30 })
    pc.clock.now = new Date('2026-03-02T08:00:30Z')
    await client.unlock(right)
  })

  it('counts wrong passphrases that come all at once one by one', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.create(newBranch)
    await client.lock()
    const answers = await Promise.allSettled(Array.from({ length: 7 }, () => client.unlock(wrong)))
    expect(answers.map((answer) => (answer.status === 'rejected' ? codeOf(answer.reason) : null))).toEqual([
      ...Array.from({ length: 5 }, () => 'PASSPHRASE_WRONG'),
      'TOO_MANY_ATTEMPTS',
      'TOO_MANY_ATTEMPTS',
    ])
  })

  it('opens with the recovery code however it is typed, tells a slip, and drops it with a new passphrase', async () => {
    using pc = openPc()
    const { client } = pc.program()
    const { recoveryCode } = await client.create(newBranch)
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    await client.lock()
    const slip = `${recoveryCode.slice(0, -1)}${recoveryCode.endsWith('7') ? '8' : '7'}`
    await expect(client.unlock({ with: 'recoveryCode', recoveryCode: slip })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_MISTYPED',
    })
    expect(pc.readKeyFile().attempts.failed).toBe(0)
    await client.unlock({ with: 'recoveryCode', recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') })
    const { rows } = await client.events({ offset: 0, limit: 10 })
    expect(rows.map(({ kind }) => kind)).toContain('recovery')

    const next = await client.setPassphrase({ passphrase: '长江-黄河-7-机械' })
    await client.lock()
    await expect(client.unlock({ with: 'recoveryCode', recoveryCode })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_WRONG',
    })
    await expect(client.unlock(right)).rejects.toMatchObject({
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
    await client.create({ ...newBranch, keepKey: true })
    await client.lock()
    expect(await client.state()).toMatchObject({ state: 'locked', keyKept: true })
    await client.unlock({ with: 'systemKey' })
    await client.lock()
    host.keysLost = true
    await expect(client.unlock({ with: 'systemKey' })).rejects.toMatchObject({ code: 'SYSTEM_KEY_LOST' })
    expect(await client.state()).toMatchObject({ state: 'locked', keyKept: false })

    host.keysLost = false
    await client.unlock({ ...right, keepKey: true })
    expect(await client.state()).toMatchObject({ state: 'open', keyKept: true })
    await client.setKeepKey({ keepKey: false })
    await client.lock()
    await expect(client.unlock({ with: 'systemKey' })).rejects.toMatchObject({ code: 'SYSTEM_KEY_LOST' })
  })
})
