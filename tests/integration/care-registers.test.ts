import { createRouterClient } from '@orpc/server'
import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { openSensitive, setSensitivePassphrase } from '../../electron/backend/access/sensitive'
import { batches } from '../../electron/backend/batches'
import { care } from '../../electron/backend/care'
import { home } from '../../electron/backend/home'
import { members } from '../../electron/backend/members'
import { daySchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { resultOf } from '../fixtures/roster-client'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const page = { offset: 0, limit: 100 }

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 20, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openRegisters() {
  const branch = openTestBranch()
  const { db, folder } = branch
  const host = testHost()
  const client = createRouterClient(
    { care, batches, home, members },
    { context: { session: { db }, host: host.client } },
  )
  return {
    db,
    host,
    client,
    folder,
    registers: client.care.registers,
    member: (name: string) => db.write(() => insertMember(db, { name, department: '一车间' })),
    open: async () => {
      await setSensitivePassphrase(db, '梧桐细雨-0615-纺织厂')
      await openSensitive(db, '梧桐细雨-0615-纺织厂', '办理理赔')
    },
    /** Everything that the log, its effects and a member's history tell. */
    told: async () => {
      const { rows } = await client.batches.list(page)
      const effects = await Promise.all(rows.map(({ id }) => client.batches.effects({ id, effect: null, ...page })))
      return JSON.stringify([rows, effects, accessQueries(db).events.all(page)])
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const plan = {
  plan: '住院互助保障',
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-05'),
  premium: fen(8000),
  payer: 'union' as const,
  note: null,
}

describe('mutual aid', () => {
  it('covers many at once, passes over who is covered, and is taken back', async () => {
    using branch = openRegisters()
    const { client, registers } = branch
    const [one, other] = [branch.member('周示例'), branch.member('吴示例')]
    const { mutualAid } = registers
    await mutualAid.enrol({ ...plan, memberIds: [one] })
    expect(await mutualAid.previewEnrol({ ...plan, memberIds: [one, other] })).toEqual({ members: 1, covered: 1 })
    const { batchId, members: covered } = await mutualAid.enrol({ ...plan, memberIds: [one, other] })
    expect(covered).toBe(1)
    await expect(mutualAid.enrol({ ...plan, memberIds: [one, other] })).rejects.toMatchObject({
      code: 'NOTHING_TO_SAVE',
    })
    expect((await mutualAid.covers({ view: 'current', ...page })).premium).toBe(16_000)
    await client.batches.undo({ id: batchId })
    expect((await mutualAid.covers({ view: 'all', ...page })).rows.map(({ name }) => name)).toEqual(['周示例'])
  })

  it('reminds of covers that end, which are gone on with once', async () => {
    using branch = openRegisters()
    const { client, registers } = branch
    const { mutualAid } = registers
    await mutualAid.enrol({ ...plan, memberIds: [branch.member('周示例'), branch.member('吴示例')] })
    expect((await client.home.summary()).tasks).toContainEqual({ kind: 'coversEnding', covers: 2 })
    const ids = await mutualAid.coverIds({ view: 'ending' })
    expect((await mutualAid.renew({ ids })).members).toBe(2)
    expect((await mutualAid.coverCounts()).ending).toBe(0)
    await expect(mutualAid.renew({ ids })).rejects.toMatchObject({ code: 'NOTHING_TO_SAVE' })
    const { rows } = await mutualAid.covers({ view: 'all', ...page })
    expect(rows.map(({ validFrom, validUntil }) => `${validFrom} ${validUntil}`)).toEqual([
      '2026-01-01 2026-12-05',
      '2026-01-01 2026-12-05',
      '2026-12-06 2027-11-09',
      '2026-12-06 2027-11-09',
    ])
  })

  it('keeps why a claim was made out of every list, log and sheet', { timeout: 30_000 }, async () => {
    using branch = openRegisters()
    const { registers, host, folder, db } = branch
    const { mutualAid } = registers
    const memberId = branch.member('周示例')
    await mutualAid.enrol({ ...plan, memberIds: [memberId] })
    const [mutualAidId] = await mutualAid.coverIds({ view: 'all' })
    if (mutualAidId === undefined) throw new Error('It is there')
    const claim = {
      ...{ mutualAidId, kind: 'seriousIllness' as const, happenedOn: day('2026-06-01'), claimedOn: day('2026-06-20') },
      ...{ claimed: fen(500_000), paid: null, paidOn: null, refusal: '既往病史', note: '甲状腺手术' },
    }
    await expect(mutualAid.addClaim({ ...claim, happenedOn: day('2025-12-31') })).rejects.toMatchObject({
      code: 'CLAIM_NOT_COVERED',
      data: { from: '2026-01-01', until: '2026-12-05' },
    })
    await mutualAid.addClaim(claim)
    const listed = await mutualAid.claims({ view: 'refused', ...page })
    const [row] = listed.rows
    if (row === undefined) throw new Error('It is there')
    host.savePath = path.join(folder, '理赔.xlsx')
    await resultOf(mutualAid.exportClaims({ view: 'all', language: 'zh-CN' }))
    const sheet = Object.values(read(readFileSync(host.savePath)).Sheets)[0]
    if (sheet === undefined) throw new Error('The file has no sheet')
    const told = [
      JSON.stringify(listed),
      JSON.stringify(await mutualAid.ofMember({ memberId })),
      JSON.stringify(utils.sheet_to_json(sheet, { header: 1 })),
      await branch.told(),
    ].join()
    for (const secret of ['seriousIllness', '既往病史', '甲状腺']) expect(told).not.toContain(secret)
    await expect(mutualAid.revealClaim({ id: row.id })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    await expect(mutualAid.updateClaim({ id: row.id, claim })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    await branch.open()
    expect(await mutualAid.revealClaim({ id: row.id })).toMatchObject({ note: '甲状腺手术', refusal: '既往病史' })
    const viewed = accessQueries(db)
      .events.all(page)
      .filter(({ kind }) => kind === 'sensitiveView')
    expect(viewed).toMatchObject([{ subject: 'mutualAidClaim', memberId, reason: '办理理赔' }])
    expect(await branch.told()).not.toContain('甲状腺')
  })

  it('removes covers with their claims, and brings both back', async () => {
    using branch = openRegisters()
    const { registers, client } = branch
    const { mutualAid } = registers
    await mutualAid.enrol({ ...plan, memberIds: [branch.member('周示例')] })
    const ids = await mutualAid.coverIds({ view: 'all' })
    const [mutualAidId] = ids
    if (mutualAidId === undefined) throw new Error('It is there')
    await mutualAid.addClaim({
      ...{ mutualAidId, kind: 'accident', happenedOn: day('2026-06-01'), claimedOn: day('2026-06-20') },
      ...{ claimed: null, paid: fen(30_000), paidOn: day('2026-07-01'), refusal: null, note: null },
    })
    const { batchId } = await mutualAid.removeCovers({ ids })
    expect((await mutualAid.claims({ view: 'all', ...page })).total).toBe(0)
    await client.batches.undo({ id: batchId })
    expect(await mutualAid.claims({ view: 'paid', ...page })).toMatchObject({ total: 1, paid: 30_000 })
  })
})

describe('check-ups', () => {
  it('are arranged for many, marked by the list, and taken back', async () => {
    using branch = openRegisters()
    const { registers, client } = branch
    const { checkups } = registers
    const memberIds = ['周示例', '吴示例', '郑示例'].map((name) => branch.member(name))
    const arranged = { on: day('2026-11-10'), providerId: null, package: '常规', cost: fen(38_000) }
    expect((await checkups.arrange({ ...arranged, memberIds })).members).toBe(3)
    await expect(checkups.arrange({ ...arranged, memberIds })).rejects.toMatchObject({ code: 'NOTHING_TO_SAVE' })
    const ids = await checkups.ids({ view: 'arranged' })
    const { batchId } = await checkups.mark({ ids: ids.slice(0, 2), attendance: 'attended' })
    expect(await checkups.counts()).toEqual({ arranged: 1, attended: 2, missed: 0, followUp: 0, all: 3 })
    await client.batches.undo({ id: batchId })
    expect((await checkups.counts()).arranged).toBe(3)
  })

  it('keep what was found, and who is to be seen again, until it is opened', { timeout: 30_000 }, async () => {
    using branch = openRegisters()
    const { registers, client, db } = branch
    const { checkups } = registers
    const memberId = branch.member('周示例')
    await checkups.arrange({
      on: day('2026-11-10'),
      providerId: null,
      package: null,
      cost: null,
      memberIds: [memberId],
    })
    const [id] = await checkups.ids({ view: 'all' })
    if (id === undefined) throw new Error('It is there')
    const checkup = {
      ...{ on: day('2026-11-10'), providerId: null, package: null, cost: null, attendance: 'attended' as const },
      ...{ finding: '肺结节', followUpOn: day('2026-11-30'), note: '转市医院' },
    }
    await expect(checkups.update({ id, checkup })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    await expect(checkups.list({ view: 'followUp', ...page })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    await branch.open()
    await checkups.update({ id, checkup })
    expect((await client.home.summary()).tasks).toContainEqual({ kind: 'followUps', people: 1 })
    expect((await checkups.list({ view: 'followUp', ...page })).rows).toMatchObject([{ followUpOn: '2026-11-30' }])
    expect(await checkups.reveal({ id })).toMatchObject({ finding: '肺结节' })
    const told = [
      JSON.stringify(await checkups.list({ view: 'all', ...page })),
      JSON.stringify(await checkups.ofMember({ memberId })),
      JSON.stringify(await client.members.history({ id: memberId, ...page })),
      await branch.told(),
    ].join()
    for (const secret of ['肺结节', '转市医院', '2026-11-30']) expect(told).not.toContain(secret)
    const viewed = accessQueries(db)
      .events.all(page)
      .filter(({ kind }) => kind === 'sensitiveView')
    expect(viewed.map(({ subject }) => subject)).toEqual(['checkup', 'checkup'])
  })
})

describe('legal aid', () => {
  it('lists cases without what they are about, which is opened one by one', { timeout: 30_000 }, async () => {
    using branch = openRegisters()
    const { registers } = branch
    const { legal } = registers
    const memberId = branch.member('周示例')
    const legalCase = {
      ...{ memberId, kind: 'aid' as const, openedOn: day('2026-10-01'), matter: '离婚财产分割', providerId: null },
      ...{ handler: '李委员', closedOn: null, outcome: null, cost: null, note: null },
    }
    await legal.add(legalCase)
    const { rows } = await legal.list({ view: 'open', search: '周示例', ...page })
    const [row] = rows
    if (row === undefined) throw new Error('It is there')
    expect(JSON.stringify([rows, await legal.ofMember({ memberId })])).not.toContain('离婚')
    expect(await branch.told()).not.toContain('离婚')
    await expect(legal.reveal({ id: row.id })).rejects.toMatchObject({ code: 'SENSITIVE_CLOSED' })
    await branch.open()
    expect(await legal.reveal({ id: row.id })).toMatchObject({ matter: '离婚财产分割' })
    await legal.update({ id: row.id, legalCase: { ...legalCase, closedOn: day('2026-10-20'), outcome: '已调解' } })
    expect(await legal.counts()).toEqual({ all: 1, open: 0, closed: 1 })
  })
})
