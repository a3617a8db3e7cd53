import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federation } from '../../../electron/backend/federation'
import { keepCodeList } from '../../../electron/backend/federation/code-lists'
import { members } from '../../../electron/backend/members'
import { reports } from '../../../electron/backend/reports'
import { requireProfile } from '../../../electron/backend/reports/profiles'
import { keepIssuedProfile } from '../../../electron/backend/reports/issued-profiles'
import { issueCodeList, issueProfile, withdrawIssued } from '../../../federation/codes/issue'
import { issuedOverviews, recipientsOf, versionsOf } from '../../../federation/codes/overview'
import { revoke } from '../../../federation/enrolment'
import type { CodeListInput } from '../../../shared/model/code-list'
import { codeListSchema } from '../../../shared/model/code-list'
import { issuedProfileSchema } from '../../../shared/model/receiver-profile'
import { builtInProfiles } from '../../../shared/receiver-profiles'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { enrol } from './branch'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const by = '王主席'
const toAll = { to: 'all', by } as const

function clientOf({ db }: TestBranch) {
  const context = { context: { session: { db }, host: testHost().client } }
  return {
    federation: createRouterClient(federation, context),
    members: createRouterClient(members, context),
    reports: createRouterClient(reports, context),
  }
}

const code = (text: string, isRetired = false) => {
  const [number = '', name = ''] = text.split(' ')
  return { code: number, name, isRetired }
}

function listOf(name: string, use: CodeListInput['use'], ...codes: string[]): CodeListInput {
  return { name, use, codes: codes.map((text) => code(text)) }
}

const place = (of: 'jobTitle' | 'degree' | 'membershipReason') => ({ kind: 'place', place: of }) as const

describe('a code list', () => {
  it('goes to all, is offered for its text, and marks what it does not have without losing it', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const id = await issueCodeList(hub.hub, null, listOf('职称', place('jobTitle'), '1 工程师', '2 技师'), toAll)
    branch.db.write(() => {
      const setTitle = branch.db.sqlite.prepare('UPDATE member SET job_title = ? WHERE id = ?')
      for (const title of ['工程师', '老师傅', '老师傅']) setTitle.run(title, insertMember(branch.db, { name: '张伟' }))
    })
    await link.syncNow()
    const { codeLists } = clientOf(branch).federation
    expect(await codeLists.offered()).toEqual({ jobTitle: ['工程师', '技师'] })
    expect(await codeLists.list()).toMatchObject([
      { id, version: 1, name: '职称', unlisted: [{ value: '老师傅', count: 2 }], fieldMissing: false },
    ])
    await withdrawIssued(hub.hub, id, by)
    await link.syncNow()
    expect(await codeLists.offered()).toEqual({})
    expect(branch.db.sqlite.prepare('SELECT count(*) FROM member WHERE job_title = ?').pluck().get('老师傅')).toBe(2)
  })

  it('keeps codes that a new version leaves out as retired, and tells who has taken which version', async () => {
    using first = openTestBranch()
    using second = openTestBranch()
    const links = [await enrol(first.db, hub), await enrol(second.db, hub)]
    const use = { kind: 'dictionary' } as const
    const id = await issueCodeList(hub.hub, null, listOf('职务类别', use, '1 正职', '2 副职'), {
      to: [first.branchId, second.branchId],
      by,
    })
    for (const link of links) await link.syncNow()
    await issueCodeList(hub.hub, id, listOf('职务类别', use, '1 正职', '3 委员'), { to: [first.branchId], by })
    for (let turn = 0; turn < 2; turn += 1) await links[0]?.syncNow()
    expect((await versionsOf(hub.seen, id)).map(({ item }) => item.body.version)).toEqual([2, 1])
    const recipients = await recipientsOf(hub.seen, id)
    const of = ({ branchId }: TestBranch) => recipients.find(({ organisation }) => organisation === branchId)
    expect(of(first)).toMatchObject({ version: 2, hasTaken: true })
    expect(of(second)).toMatchObject({ version: 2, hasTaken: false })
    expect((await clientOf(first).federation.codeLists.list()).find((list) => list.id === id)?.codes).toEqual([
      code('1 正职'),
      code('3 委员'),
      code('2 副职', true),
    ])
    expect((await issuedOverviews(hub.seen)).find(({ item }) => item.body.id === id)).toMatchObject({
      recipients: 2,
      taken: 1,
    })
  })

  it('reaches a branch that enrols later in its present version only, once', async () => {
    const list = (version: string) => listOf('学位表', place('degree'), `1 ${version}`)
    const id = await issueCodeList(hub.hub, null, list('学士'), toAll)
    await issueCodeList(hub.hub, id, list('学士学位'), toAll)
    const gone = await issueCodeList(hub.hub, null, listOf('作废', place('degree'), '1 无'), toAll)
    await withdrawIssued(hub.hub, gone, by)
    const chosen = await issueCodeList(hub.hub, null, listOf('另一家的', place('degree'), '1 无'), { to: [], by })
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const here = await clientOf(branch).federation.codeLists.list()
    expect(here.find((received) => received.id === id)).toMatchObject({ version: 2, codes: [code('1 学士学位')] })
    expect(here.map((received) => received.id)).not.toContain(gone)
    expect(here.map((received) => received.id)).not.toContain(chosen)
    // Revoked, missing a version, and enrolled again: only what is missing comes.
    await revoke(hub.hub, branch.branchId)
    await issueCodeList(hub.hub, id, list('博士学位'), toAll)
    await link.leave()
    await link.enrol(hub.server.address, await hub.code(branch.branchId))
    await link.syncNow()
    const after = await clientOf(branch).federation.codeLists.list()
    expect(after.find((received) => received.id === id)).toMatchObject({ version: 3 })
    const [sent] = await recipientsOf(hub.seen, id).then((all) => all.filter((r) => r.organisation === branch.branchId))
    expect(sent).toMatchObject({ version: 3 })
    await withdrawIssued(hub.hub, id, by)
    await withdrawIssued(hub.hub, chosen, by)
  })

  it('is not set back by an older version that arrives later', async () => {
    using branch = openTestBranch()
    const [newer, older] = [3, 2].map((version) =>
      codeListSchema.parse({
        ...listOf(`第${version}版`, place('degree'), '1 学士'),
        id: '0190a8c0-0000-7000-8000-000000000001',
        version,
        issuedAt: '2020-01-01T00:00:00.000Z',
        withdrawnAt: null,
      }),
    )
    if (newer === undefined || older === undefined) throw new Error('There are two')
    for (const list of [older, newer, older]) keepCodeList(branch.db, list)
    expect(await clientOf(branch).federation.codeLists.list()).toMatchObject([{ name: '第3版', version: 3 }])
    const [sheet] = builtInProfiles
    const profiles = [3, 2].map((version) =>
      issuedProfileSchema.parse({
        id: '0190a8c0-0000-7000-8000-000000000002',
        version,
        definition: { ...sheet?.definition, name: `第${version}版` },
        issuedAt: '2020-01-01T00:00:00.000Z',
        withdrawnAt: null,
      }),
    )
    for (const profile of [...profiles, ...profiles]) keepIssuedProfile(branch.db, profile)
    expect((await clientOf(branch).reports.profiles()).filter(({ issued }) => issued !== null)).toMatchObject([
      { definition: { name: '第3版' }, issued: { version: 3 } },
    ])
  })

  it('issued twice at once gets two versions', async () => {
    const id = await issueCodeList(hub.hub, null, listOf('同时', { kind: 'dictionary' }, '1 甲'), { to: [], by })
    await Promise.all(
      ['乙', '丙', '丁'].map((name) =>
        issueCodeList(hub.hub, id, listOf('同时', { kind: 'dictionary' }, `1 ${name}`), { to: [], by }),
      ),
    )
    expect((await versionsOf(hub.seen, id)).map(({ item }) => item.body.version)).toEqual([4, 3, 2, 1])
  })

  it('gives the choices of the custom field of its name, and takes them back with itself', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const { members: client, federation: federationClient } = clientOf(branch)
    const field = { name: '工种', kind: 'choice', choices: ['钳工'], isMasked: false } as const
    const use = { kind: 'customField', field: '工种' } as const
    const id = await issueCodeList(hub.hub, null, listOf('工种', use, '1 电工', '2 焊工'), toAll)
    await link.syncNow()
    expect((await federationClient.codeLists.list()).find((list) => list.id === id)?.fieldMissing).toBe(true)
    const { id: fieldId } = await client.customFields.add({ ...field, choices: [...field.choices] })
    expect(await client.customFields.list()).toMatchObject([{ choices: ['电工', '焊工'], codeList: '工种' }])
    // What is written of the field meanwhile leaves the branch's own choices alone.
    await client.customFields.update({ id: fieldId, name: '工种', choices: [], isMasked: false })
    await client.customFields.setRetired({ id: fieldId, isRetired: true })
    await withdrawIssued(hub.hub, id, by)
    await link.syncNow()
    expect(await client.customFields.list()).toMatchObject([{ choices: ['钳工'], codeList: null, isRetired: true }])
  })
})

describe("a receiver's sheet of the union above", () => {
  it('stands among the sheets with its version, cannot be changed, and gives way to the next one', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const { reports: client } = clientOf(branch)
    const [sheet] = builtInProfiles
    if (sheet === undefined) throw new Error('The program has sheets of its own')
    const definition = { ...sheet.definition, name: '区总报表' }
    const id = await issueProfile(hub.hub, null, definition, { to: [branch.branchId], by })
    await link.syncNow()
    const mine = async () => (await client.profiles()).find((profile) => profile.id === id)
    expect(await mine()).toMatchObject({ builtIn: false, issued: { version: 1 }, definition: { name: '区总报表' } })
    await expect(client.saveProfile({ id, definition })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(client.removeProfile({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const copy = await client.saveProfile({ id: null, definition })
    expect((await client.profiles()).find((profile) => profile.id === copy.id)?.issued).toBeNull()

    await issueProfile(hub.hub, id, { ...definition, name: '区总报表（新）' }, { to: [], by })
    await link.syncNow()
    expect(await mine()).toMatchObject({ issued: { version: 2 }, definition: { name: '区总报表（新）' } })
    await withdrawIssued(hub.hub, id, by)
    await link.syncNow()
    expect((await mine())?.issued?.withdrawnAt).not.toBeNull()
    await client.removeProfile({ id })
    expect(await mine()).toBeUndefined()
  })

  it('writes the codes of a list that its dictionary names', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    await issueCodeList(hub.hub, null, listOf('学历代码', { kind: 'dictionary' }, '20 大学本科', '30 大学专科'), {
      to: [branch.branchId],
      by,
    })
    const [sheet] = builtInProfiles
    if (sheet === undefined) throw new Error('The program has sheets of its own')
    const columns = sheet.definition.columns.map((column) =>
      column.value.from === 'member' && column.value.field === 'education' ? { ...column, dictionary: '学历' } : column,
    )
    const own = { 学历: { entries: { 大学专科: '专科' }, others: 'error' as const, codeList: '学历代码' } }
    const dictionaries = { ...sheet.definition.dictionaries, ...own }
    const id = await issueProfile(hub.hub, null, { ...sheet.definition, columns, dictionaries }, toAll)
    await link.syncNow()
    expect(requireProfile(branch.db, id).dictionaries['学历']?.entries).toEqual({ 大学本科: '20', 大学专科: '专科' })
    await withdrawIssued(hub.hub, id, by)
  })
})

describe('the codes of a sheet', () => {
  it('are read by their headings wherever these stand', async () => {
    const { readCodes } = await import('../../../shared/rules/code-list')
    const { readWorkbook } = await import('../../../electron/backend/roster/reader')
    const { cellText } = await import('../../../shared/rules/roster/cell')
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('代码')
    sheet.addRows([
      ['会籍变化原因代码表'],
      ['名称', '停用', '代码'],
      ['退休', '', 1],
      ['=1+1', '是', '02'],
      ['调出', '', 1],
    ])
    const [read] = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()))
    const rows = (read?.rows ?? []).map(({ cells }) => cells.map((cell) => cellText(cell)))
    expect(readCodes(rows)).toEqual({
      codes: [
        { code: '1', name: '退休', isRetired: false },
        { code: '02', name: '=1+1', isRetired: true },
      ],
      faults: [{ line: 5, fault: 'codeTwice' }],
    })
  })
})
