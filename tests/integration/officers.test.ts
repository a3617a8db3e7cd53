import { createRouterClient } from '@orpc/server'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { activity, checkup, participation } from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { home } from '../../electron/backend/home'
import { officers } from '../../electron/backend/officers'
import { organisation } from '../../electron/backend/organisation'
import { committeeInputSchema, type CommitteeInput } from '../../shared/model/committee'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import {
  activityIdSchema,
  checkupIdSchema,
  newId,
  participationIdSchema,
  type CommitteeId,
  type MemberId,
} from '../../shared/model/id'
import { articleInputSchema, providerContractInputSchema, providerInputSchema } from '../../shared/model/team'
import { insertMember, insertMembershipEvent, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { resultOf } from '../fixtures/roster-client'

const day = (text: string) => daySchema.parse(text)

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 4, 20, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openOfficers() {
  const branch = openTestBranch()
  const { db, folder } = branch
  const host = testHost()
  const client = createRouterClient(
    { officers, organisation, batches, home },
    {
      context: { session: { db }, host: host.client },
    },
  )
  const member = (name: string, fields: { gender?: '男' | '女'; department?: string } = {}) =>
    db.write(() => insertMember(db, { name, ...fields }))
  return {
    db,
    host,
    folder,
    client,
    committees: client.officers.committees,
    delegates: client.officers.delegates,
    team: client.officers.team,
    training: client.officers.training,
    providers: client.officers.providers,
    articles: client.officers.articles,
    rosters: client.officers.rosters,
    member,
    /** Every row that elections write, to be compared before and after. */
    record: () =>
      Object.fromEntries(
        ['committee', 'post', 'candidate', 'election_step', 'delegate'].map((table) => [
          table,
          db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
        ]),
      ),
    tasks: async () => (await client.home.summary()).tasks,
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

function committee(changes: Partial<Record<keyof CommitteeInput, unknown>> = {}): CommitteeInput {
  return committeeInputSchema.parse({
    kind: 'committee',
    unitId: null,
    term: 3,
    electedOn: '2021-08-15',
    years: 5,
    approvedOn: null,
    approvalDocument: null,
    postponedTo: null,
    postponementDocument: null,
    endedOn: null,
    delegateQuota: null,
    note: null,
    ...changes,
  })
}

const noCounts = { expected: null, present: null, issued: null, returned: null, valid: null }

/** The third committee with two seats and a delegate, and the fourth one ready to take over. */
async function electionReady(branch: ReturnType<typeof openOfficers>) {
  const [chair, other, fresh] = ['赵一', '钱二', '孙三'].map((name) => branch.member(name))
  if (chair === undefined || other === undefined || fresh === undefined) throw new Error('No members')
  const { id: old } = await branch.committees.add(committee())
  const heldFrom = day('2021-08-15')
  await branch.committees.seat({ id: old, memberIds: [chair], title: '主席', engagement: '专职', heldFrom })
  await branch.committees.seat({ id: old, memberIds: [other], title: '委员', engagement: null, heldFrom })
  await branch.delegates.add({ committeeId: old, unitId: null, memberIds: [fresh], electedOn: heldFrom })
  const { id } = await branch.committees.add(committee({ term: 4, electedOn: null }))
  await branch.committees.saveStep({
    id,
    step: { kind: 'congress', on: day('2026-05-18'), document: null, ...counts(100, 90, 90, 88, 85), note: null },
  })
  await branch.committees.addCandidates({ id, memberIds: [fresh], title: '主席' })
  await branch.committees.addCandidates({ id, memberIds: [chair, other], title: '委员' })
  const { candidates } = await branch.committees.get({ id })
  await branch.committees.saveVotes({
    id,
    votes: candidates.map((candidate, place) => ({ id: candidate.id, votes: 80 - place, isElected: place < 2 })),
  })
  return { old, id, chair, other, fresh }
}

function counts(expected: number, present: number, issued: number, returned: number, valid: number) {
  return { expected, present, issued, returned, valid }
}

const outcome = {
  electedOn: day('2026-05-18'),
  approvedOn: day('2026-05-19'),
  approvalDocument: '云总工〔2026〕8 号',
}

async function heldBy(branch: ReturnType<typeof openOfficers>, id: CommitteeId) {
  const { posts } = await branch.committees.get({ id })
  return posts.map(({ memberName, title, heldFrom, heldTo, isHeld }) => [memberName, title, heldFrom, heldTo, isHeld])
}

describe('a committee', () => {
  it('tells when its term ends, and that on the home page from six months before', async () => {
    using branch = openOfficers()
    const { id } = await branch.committees.add(committee())
    expect(await branch.committees.list()).toMatchObject([{ id, endsOn: '2026-08-15', state: 'due3', seats: 0 }])
    const due = { kind: 'electionDue', committeeId: id, committee: 'committee', unitName: null, electionId: null }
    expect(await branch.tasks()).toContainEqual({ ...due, dueOn: '2026-08-15', isOverdue: false })
    await branch.committees.update({ id, committee: committee({ electedOn: '2022-01-10' }) })
    expect((await branch.tasks()).map(({ kind }) => kind)).not.toContain('electionDue')
    await branch.committees.update({ id, committee: committee({ electedOn: '2021-05-19' }) })
    expect(await branch.tasks()).toContainEqual({ ...due, dueOn: '2026-05-19', isOverdue: true })
    await branch.committees.update({ id, committee: committee({ electedOn: '2021-05-19', postponedTo: '2027-01-31' }) })
    expect((await branch.tasks()).map(({ kind }) => kind)).not.toContain('electionDue')
  })

  it('stands once for each kind and place', async () => {
    using branch = openOfficers()
    await branch.committees.add(committee())
    await branch.committees.add(committee({ kind: 'audit' }))
    await branch.committees.add(committee({ term: 2, electedOn: '2016-08-10', endedOn: '2021-08-15' }))
    await branch.committees.add(committee({ term: 4, electedOn: null }))
    await expect(branch.committees.add(committee({ term: 5 }))).rejects.toMatchObject({ code: 'COMMITTEE_STANDING' })
    await expect(branch.committees.add(committee({ term: 5, electedOn: null }))).rejects.toMatchObject({
      code: 'COMMITTEE_STANDING',
    })
    expect((await branch.committees.list()).map(({ term, kind, state }) => [term, kind, state])).toEqual([
      [4, 'committee', 'preparing'],
      [3, 'committee', 'due3'],
      [3, 'audit', 'due3'],
      [2, 'committee', 'ended'],
    ])
  })

  it('takes posts that are there already as its seats, and lets them go when it is removed', async () => {
    using branch = openOfficers()
    const memberId = branch.member('赵一')
    await branch.client.organisation.addPost({
      memberId,
      post: {
        unitId: null,
        title: '主席',
        engagement: null,
        term: null,
        heldFrom: partialDateSchema.parse('2021-08'),
        heldTo: null,
        documentNumber: null,
        note: null,
      },
    })
    const { id } = await branch.committees.add(committee())
    const free = await branch.committees.freePosts({ id })
    expect(free.map(({ title }) => title)).toEqual(['主席'])
    await branch.committees.adopt({ id, postIds: free.map((post) => post.id) })
    expect(await branch.committees.freePosts({ id })).toEqual([])
    const before = branch.record()
    const { batchId } = await branch.committees.remove({ id })
    expect(await branch.client.organisation.postsOfMember({ memberId })).toMatchObject([{ committeeId: null }])
    expect(await branch.committees.list()).toEqual([])
    await branch.client.batches.undo({ id: batchId })
    expect(branch.record()).toEqual(before)
  })

  it('is told what the rules ask of a branch of its numbers', async () => {
    using branch = openOfficers()
    for (let count = 0; count < 26; count++) {
      branch.member(`示例${count}`, { gender: count < 10 ? '女' : '男' })
    }
    const hints = await branch.committees.hints()
    expect(hints.map(({ key, counted, isReached }) => [key, counted, isReached])).toEqual([
      ['committeeMembers', 26, true],
      ['congress', 26, false],
      ['womensCommittee', 10, true],
      ['fullTimeChair', null, false],
    ])
  })
})

describe('an election', () => {
  it('keeps each step once, and refuses counts that contradict each other', async () => {
    using branch = openOfficers()
    const { id } = await branch.committees.add(committee({ electedOn: null }))
    const request = { kind: 'request' as const, on: day('2026-03-02'), document: '请示 1 号', ...noCounts, note: null }
    await branch.committees.saveStep({ id, step: request })
    await branch.committees.saveStep({ id, step: { ...request, on: day('2026-03-03') } })
    const congress = { ...request, kind: 'congress' as const }
    await expect(
      branch.committees.saveStep({ id, step: { ...congress, ...counts(100, 90, 90, 91, 85) } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const { steps } = await branch.committees.get({ id })
    expect(steps.map(({ kind, on }) => [kind, on])).toEqual([['request', '2026-03-03']])
  })

  it('refuses more votes than there are valid ballots, and saves none of them', async () => {
    using branch = openOfficers()
    const { id } = await electionReady(branch)
    const { candidates } = await branch.committees.get({ id })
    const before = branch.record()
    await expect(
      branch.committees.saveVotes({
        id,
        votes: candidates.map((candidate, place) => ({ id: candidate.id, votes: 84 + place, isElected: true })),
      }),
    ).rejects.toMatchObject({ code: 'VOTES_TOO_MANY', data: { valid: 85 } })
    expect(branch.record()).toEqual(before)
  })

  it('ends the old committee and starts the new one in one step', async () => {
    using branch = openOfficers()
    const { old, id } = await electionReady(branch)
    expect(await branch.tasks()).toContainEqual(expect.objectContaining({ kind: 'electionDue', electionId: id }))
    await branch.committees.finish({ id, ...outcome })
    expect(await heldBy(branch, old)).toEqual([
      ['赵一', '主席', '2021-08-15', '2026-05-17', false],
      ['钱二', '委员', '2021-08-15', '2026-05-17', false],
    ])
    expect(await heldBy(branch, id)).toEqual([
      ['孙三', '主席', '2026-05-18', null, true],
      ['赵一', '委员', '2026-05-18', null, true],
    ])
    expect(await branch.committees.list()).toMatchObject([
      { id, state: 'standing', seats: 2, endsOn: '2031-05-18', approvalDocument: outcome.approvalDocument },
      { id: old, state: 'ended', seats: 2, endedOn: '2026-05-18' },
    ])
    const { rows } = await branch.delegates.list({ committeeId: old })
    expect(rows).toMatchObject([{ endedOn: '2026-05-17' }])
    expect((await branch.tasks()).map(({ kind }) => kind)).not.toContain('electionDue')
  })

  it('is taken back and brought back exactly', async () => {
    using branch = openOfficers()
    const { id } = await electionReady(branch)
    const before = branch.record()
    const { batchId } = await branch.committees.finish({ id, ...outcome })
    const after = branch.record()
    expect(after).not.toEqual(before)
    const undone = await branch.client.batches.undo({ id: batchId })
    expect(undone.kept.total).toBe(0)
    expect(branch.record()).toEqual(before)
    await branch.client.batches.undo({ id: undone.batchId })
    expect(branch.record()).toEqual(after)
  })

  it('is not finished before anybody was elected, nor before the old committee was', async () => {
    using branch = openOfficers()
    const { id } = await electionReady(branch)
    await expect(branch.committees.finish({ id, ...outcome, electedOn: day('2021-08-15') })).rejects.toMatchObject({
      code: 'ELECTION_TOO_EARLY',
      data: { day: '2021-08-15' },
    })
    const { candidates } = await branch.committees.get({ id })
    await branch.committees.saveVotes({
      id,
      votes: candidates.map((candidate) => ({ id: candidate.id, votes: null, isElected: false })),
    })
    await expect(branch.committees.finish({ id, ...outcome })).rejects.toMatchObject({ code: 'NOBODY_ELECTED' })
  })

  it('writes its papers with what is recorded, and saves them as a Word file', async () => {
    using branch = openOfficers()
    const { id } = await electionReady(branch)
    const request = await branch.committees.letter({ id, letter: 'request' })
    expect(request.title).toBe('关于云溪机械厂工会委员会换届选举的请示')
    const text = request.before.map((paragraph) => paragraph.text).join('\n')
    expect(text).toContain('第三届委员会于2021年8月15日选举产生，任期5年，2026年8月15日届满')
    expect(text).toContain('现有会员3人')
    expect(request.table?.rows).toHaveLength(4)
    const result = await branch.committees.letter({ id, letter: 'result' })
    expect(result.before.map((paragraph) => paragraph.text).join('\n')).toContain('应到100人，实到90人')
    expect(result.table?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['姓名', '性别', '所在部门', '职务', '得票'],
      ['孙三', '', '', '主席', '80'],
      ['赵一', '', '', '委员', '79'],
    ])
    branch.host.savePath = path.join(branch.folder, '请示')
    expect(await branch.committees.saveLetter({ id, letter: 'request' })).toEqual({ fileName: '请示.docx' })
    expect(readFileSync(`${branch.host.savePath}.docx`).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('delegates', () => {
  it('are counted by unit against the quota of its members', async () => {
    using branch = openOfficers()
    const { id: unitId } = await branch.client.organisation.add({
      name: '一车间',
      parentId: null,
      aliases: [],
      foundedOn: null,
    })
    const people = Array.from({ length: 9 }, (_, place) =>
      branch.member(`示例${place}`, { department: '一车间', gender: place < 3 ? '女' : '男' }),
    )
    branch.member('散示例')
    const { id: committeeId } = await branch.committees.add(committee())
    await branch.delegates.setQuota({ committeeId, quota: 5 })
    const electedOn = day('2021-08-01')
    const { added } = await branch.delegates.add({ committeeId, unitId, memberIds: people.slice(0, 4), electedOn })
    expect(added).toBe(4)
    // Who is a delegate already stays one.
    const again = await branch.delegates.add({
      committeeId,
      unitId,
      memberIds: people.slice(3, 5),
      electedOn: day('2024-01-01'),
    })
    expect(again.added).toBe(1)
    const congress = await branch.delegates.list({ committeeId })
    expect(congress).toMatchObject({ quota: 5, band: null, members: 10, women: 3, delegates: 5, womenDelegates: 3 })
    expect(congress.units).toEqual([
      { unitId, name: '一车间', members: 9, quota: 4, delegates: 5 },
      { unitId: null, name: null, members: 1, quota: 1, delegates: 0 },
    ])
    expect(congress.rows.map(({ isByElection }) => isByElection)).toEqual([false, false, false, false, true])
    const [first] = congress.rows
    if (first === undefined) throw new Error('No delegate')
    const before = branch.record()
    const { batchId } = await branch.delegates.end({ ids: [first.id], endedOn: day('2026-01-31'), note: '调离' })
    expect((await branch.delegates.list({ committeeId })).delegates).toBe(4)
    await branch.client.batches.undo({ id: batchId })
    expect(branch.record()).toEqual(before)
  })
})

describe('the team', () => {
  const role = { kind: 'volunteer', unitId: null, from: '2026-01-01', until: null, skill: null, note: null } as const
  const roleOf = (memberIds: MemberId[]) => ({ ...role, from: day(role.from), memberIds })

  it('is appointed many at a time, and shows who left the union', async () => {
    using branch = openOfficers()
    const [one, two, three] = ['赵一', '钱二', '孙三'].map((name) => branch.member(name))
    if (one === undefined || two === undefined || three === undefined) throw new Error('No members')
    expect((await branch.team.add(roleOf([one, two]))).added).toBe(2)
    expect((await branch.team.add(roleOf([two, three]))).added).toBe(1)
    branch.db.write(() => insertMembershipEvent(branch.db, two, 'transferOut'))
    expect(await branch.team.counts()).toEqual([{ kind: 'volunteer', count: 3, left: 1 }])
    const page = { offset: 0, limit: 100 }
    const left = await branch.team.list({ kind: null, isHeldOnly: true, isLeftOnly: true, ...page })
    expect(left.rows.map(({ name }) => name)).toEqual(['钱二'])
    await branch.team.end({ ids: left.rows.map(({ id }) => id), until: day('2026-05-19') })
    const held = await branch.team.list({ kind: 'volunteer', isHeldOnly: true, ...page })
    expect(held.rows.map(({ name }) => name)).toEqual(['孙三', '赵一'])
    expect(await branch.team.ofMember({ memberId: two })).toMatchObject([{ until: '2026-05-19', isHeld: false }])
  })

  it('counts service and training from the activities that were attended', async () => {
    using branch = openOfficers()
    const [one, two] = [branch.member('赵一'), branch.member('钱二')]
    await branch.team.add(roleOf([one, two]))
    const hold = (type: string, hours: number | null, startsOn: string, cancelledOn: string | null = null) => {
      const id = newId(activityIdSchema)
      branch.db.write(() => {
        const times = { startsOn, endsOn: startsOn, cancelledOn }
        branch.db.orm
          .insert(activity)
          .values({ id, title: type, type, hours, ...times })
          .run()
        for (const [memberId, attendance] of [
          [one, 'present'],
          [two, 'absent'],
        ] as const) {
          branch.db.orm
            .insert(participation)
            .values({ id: newId(participationIdSchema), activityId: id, memberId, attendance })
            .run()
        }
      })
    }
    hold('volunteering', 4, '2026-02-01')
    hold('volunteering', null, '2026-03-01')
    hold('volunteering', 9, '2025-12-31')
    hold('volunteering', 9, '2026-03-02', '2026-03-01')
    hold('training', 6, '2026-04-01')
    hold('lecture', 2, '2026-04-02')
    hold('sports', 5, '2026-04-03')
    expect(await branch.team.service({ year: '2026' })).toMatchObject([
      { name: '钱二', activities: 0, hours: 0 },
      { name: '赵一', activities: 2, hours: 4 },
    ])
    expect(await branch.training.officers({ year: '2026' })).toMatchObject([
      { name: '钱二', trainings: 0, hours: 0, roles: ['volunteer'] },
      { name: '赵一', trainings: 2, hours: 8 },
    ])
    expect((await branch.training.list({ year: '2026' })).map(({ title, present }) => [title, present])).toEqual([
      ['lecture', 1],
      ['training', 1],
    ])
    const attended = await branch.training.attended({ memberId: one, of: 'training', year: '2026' })
    expect(attended.map(({ hours }) => hours)).toEqual([2, 6])
    const ever = await branch.training.attended({ memberId: one, of: 'volunteering', year: null })
    expect(ever).toHaveLength(3)
  })
})

describe('providers', () => {
  const provider = providerInputSchema.parse({
    name: '阳光体检中心',
    kind: '体检',
    creditCode: null,
    contact: null,
    phone: null,
    address: null,
    isRetired: false,
    note: null,
  })
  const until = (validUntil: string) => ({
    title: '体检合同',
    number: null,
    signedOn: null,
    validFrom: '2026-01-01',
    validUntil,
    amount: 100,
    note: null,
  })

  it('are announced sixty days before their last contract ends', async () => {
    using branch = openOfficers()
    const { id } = await branch.providers.save({ id: null, provider })
    const contract = (validUntil: string) => providerContractInputSchema.parse({ ...until(validUntil), providerId: id })
    await branch.providers.saveContract({ id: null, contract: contract('2026-07-20') })
    expect((await branch.tasks()).map(({ kind }) => kind)).not.toContain('contractEnding')
    const [saved] = (await branch.providers.get({ id })).contracts
    if (saved === undefined) throw new Error('No contract')
    await branch.providers.saveContract({ id: saved.id, contract: contract('2026-07-19') })
    expect(await branch.tasks()).toContainEqual({
      kind: 'contractEnding',
      providerId: id,
      name: provider.name,
      title: '体检合同',
      validUntil: '2026-07-19',
    })
    expect(await branch.providers.list()).toMatchObject([{ contracts: 1, validUntil: '2026-07-19', isEnding: true }])
    await branch.providers.saveContract({ id: null, contract: contract('2027-07-19') })
    expect(await branch.providers.list()).toMatchObject([{ contracts: 2, validUntil: '2027-07-19', isEnding: false }])
  })

  it('keep their name to themselves, and stay while something names them', async () => {
    using branch = openOfficers()
    const { id } = await branch.providers.save({ id: null, provider })
    await expect(branch.providers.save({ id: null, provider })).rejects.toMatchObject({ code: 'PROVIDER_NAME_TAKEN' })
    const memberId = branch.member('赵一')
    branch.db.write(() =>
      branch.db.orm
        .insert(checkup)
        .values({ id: newId(checkupIdSchema), memberId, on: '2026-04-01', providerId: id, attendance: 'attended' })
        .run(),
    )
    await expect(branch.providers.remove({ id })).rejects.toMatchObject({ code: 'PROVIDER_IN_USE' })
    expect(await branch.providers.get({ id })).toMatchObject({ checkups: [{ on: '2026-04-01', members: 1 }] })
    await branch.providers.save({ id, provider: { ...provider, isRetired: true } })
    expect(await branch.providers.list()).toMatchObject([{ isRetired: true }])
  })
})

describe('articles and lists', () => {
  it('count articles by level of adoption, never by person', async () => {
    using branch = openOfficers()
    const memberId = branch.member('赵一')
    const article = (title: string, changes: object) =>
      articleInputSchema.parse({
        memberId,
        author: null,
        title,
        writtenOn: '2026-03-01',
        channel: null,
        adoption: null,
        adoptedOn: null,
        approvedBy: null,
        note: null,
        ...changes,
      })
    await branch.articles.save({ id: null, article: article('春游小记', { adoption: 'own' }) })
    await branch.articles.save({ id: null, article: article('师傅', { adoption: 'nation', writtenOn: '2026-04-01' }) })
    await branch.articles.save({ id: null, article: article('未采用', {}) })
    await branch.articles.save({ id: null, article: article('去年', { writtenOn: '2025-12-31' }) })
    const listed = await branch.articles.list({ year: '2026', adoption: null, search: '' })
    expect(listed.rows.map(({ title, writer }) => [title, writer])).toEqual([
      ['师傅', '赵一'],
      ['未采用', '赵一'],
      ['春游小记', '赵一'],
    ])
    expect(listed).toMatchObject({ written: 3 })
    expect(Object.fromEntries(listed.adopted.map(({ level, count }) => [level, count]))).toEqual({ own: 1, nation: 1 })
    const roster = await branch.rosters.get({ roster: { of: 'articles', year: '2026' }, language: 'zh-CN' })
    expect(roster.title).toBe('2026年投稿登记表')
    expect(roster.rows.map(([number, , title]) => [number, title])).toEqual([
      ['1', '师傅'],
      ['2', '未采用'],
      ['3', '春游小记'],
    ])
  })

  it('print and save the members of a committee', async () => {
    using branch = openOfficers()
    const { old } = await electionReady(branch)
    const request = { roster: { of: 'committee', committeeId: old }, language: 'zh-CN' } as const
    const roster = await branch.rosters.get(request)
    expect(roster).toMatchObject({
      title: '第三届委员会名册',
      lines: ['选举日期：2021-08-15　届满日期：2026-08-15', '共 2 人，其中女 0 人'],
    })
    expect(roster.rows.map((row) => [row[0], row[1], row[8], row[9]])).toEqual([
      ['1', '赵一', '主席', '专职'],
      ['2', '钱二', '委员', ''],
    ])
    expect(roster.rows.every((row) => row.length === roster.columns.length)).toBe(true)
    branch.host.savePath = path.join(branch.folder, '名册.xlsx')
    expect(await resultOf(branch.rosters.export(request))).toEqual({ fileName: '名册.xlsx', rows: 2 })
  })

  it.each([
    { of: 'delegates' as const },
    { of: 'team' as const, kind: null },
    { of: 'service' as const, year: '2026' },
    { of: 'training' as const, year: '2026' },
    { of: 'providers' as const },
  ])('have as many headings as values: $of', async (of) => {
    using branch = openOfficers()
    const { id: committeeId } = await branch.committees.add(committee())
    const roster = of.of === 'delegates' ? { ...of, committeeId } : of
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      const { title, columns, rows } = await branch.rosters.get({ roster, language })
      expect(title).not.toBe('')
      expect(columns.length).toBeGreaterThan(4)
      expect(rows.every((row) => row.length === columns.length)).toBe(true)
    }
  })
})
