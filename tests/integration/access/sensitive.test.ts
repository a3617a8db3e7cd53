import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isSensitiveOpen, requireSensitive } from '../../../electron/backend/access/sensitive'
import { newBranch, openPc, passphrase, right } from './pc'

const secret = '远山-灯塔-二十四桥'
const reason = '年度复核'
const minute = 60_000

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T08:00:00Z') }))
afterEach(() => vi.useRealTimers())

async function openedPc() {
  const pc = openPc()
  const { client, session } = pc.program()
  const { recoveryCode } = await client.create(newBranch)
  const { db } = session
  if (db === null) throw new Error('The branch is not open')
  const kinds = async () => (await client.events({ offset: 0, limit: 100 })).rows.map(({ kind }) => kind)
  return { pc, client, db, recoveryCode, kinds, [Symbol.dispose]: () => pc[Symbol.dispose]() }
}

describe('the passphrase of sensitive data', () => {
  it('is another one than the branch has, and no weak one', async () => {
    using opened = await openedPc()
    const { client } = opened
    expect(await client.sensitive.state()).toEqual({ state: 'notSet' })
    await expect(client.sensitive.open({ passphrase: secret, reason })).rejects.toMatchObject({
      code: 'SENSITIVE_NOT_SET',
    })
    await expect(client.sensitive.setUp({ passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_SAME' })
    await expect(client.sensitive.setUp({ passphrase: 'password' })).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' })
    await client.sensitive.setUp({ passphrase: secret })
    expect(await client.sensitive.state()).toEqual({ state: 'closed', needsPassphrase: true, waitSeconds: 0 })
    // Nobody replaces it by setting it up once more.
    await expect(client.sensitive.setUp({ passphrase: '另外-一个-长长的密码' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    })
  })

  it('is set anew by who shows the passphrase or the recovery code of the branch', async () => {
    using opened = await openedPc()
    const { client, recoveryCode, kinds } = opened
    await client.sensitive.setUp({ passphrase: secret })
    const another = '另外-一个-长长的密码'
    const reset = (by: 'passphrase' | 'recoveryCode', proof: string) =>
      client.sensitive.reset({ passphrase: another, by, proof })
    await expect(reset('passphrase', secret)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await reset('passphrase', passphrase)
    await reset('recoveryCode', recoveryCode)
    await expect(client.sensitive.open({ passphrase: secret, reason })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    await client.sensitive.open({ passphrase: another, reason })
    expect(await kinds()).toEqual([
      ...['sensitiveOpen', 'sensitiveFailed', 'sensitiveSet', 'sensitiveSet', 'unlockFailed', 'sensitiveSet', 'create'],
    ])
  })

  it('slows guesses down, over restarts too, and logs every wrong one', async () => {
    using opened = await openedPc()
    const { client, pc, kinds } = opened
    await client.sensitive.setUp({ passphrase: secret })
    const guess = () => client.sensitive.open({ passphrase: 'wrong', reason })
    for (let i = 0; i < 5; i++) await expect(guess()).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    await expect(client.sensitive.open({ passphrase: secret, reason })).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    })
    expect((await kinds()).filter((kind) => kind === 'sensitiveFailed')).toHaveLength(5)
    await client.lock()
    const { client: later } = pc.program()
    await later.unlock(right)
    expect(await later.sensitive.state()).toEqual({ state: 'closed', needsPassphrase: true, waitSeconds: 30 })
    vi.setSystemTime(Date.now() + 30_000)
    await later.sensitive.open({ passphrase: secret, reason })
    expect(await later.sensitive.state()).toEqual({ state: 'open', seconds: 600 })
  })
})

describe('sensitive data', () => {
  it('closes after ten minutes without use, when it is closed, and with the branch', async () => {
    using opened = await openedPc()
    const { client, db } = opened
    await client.sensitive.setUp({ passphrase: secret })
    expect(() => requireSensitive({ db })).toThrow()
    const open = () => client.sensitive.open({ passphrase: secret, reason })
    await open()
    vi.setSystemTime(Date.now() + 9 * minute)
    expect(await client.sensitive.state()).toEqual({ state: 'open', seconds: 60 })
    // Asking whether it is open is no use of it; using it is.
    requireSensitive({ db })
    vi.setSystemTime(Date.now() + 10 * minute - 1)
    expect(isSensitiveOpen({ db })).toBe(true)
    vi.setSystemTime(Date.now() + 1)
    expect(isSensitiveOpen({ db })).toBe(false)
    await expect(client.sensitive.keepOpen()).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })

    await open()
    await client.sensitive.close()
    expect(isSensitiveOpen({ db })).toBe(false)

    await open()
    await client.lock()
    await client.unlock(right)
    expect(await client.sensitive.state()).toMatchObject({ state: 'closed' })
  })

  it('of the sample branch opens with a reason alone', async () => {
    using pc = openPc()
    const { client } = pc.program()
    await client.openSample()
    expect(await client.sensitive.state()).toEqual({ state: 'closed', needsPassphrase: false, waitSeconds: 0 })
    await client.sensitive.open({ passphrase: '', reason })
    expect(await client.sensitive.state()).toMatchObject({ state: 'open' })
    await expect(client.sensitive.setUp({ passphrase: secret })).rejects.toMatchObject({ code: 'NOT_IN_SAMPLE' })
  })
})
