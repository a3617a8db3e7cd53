import ExcelJS from 'exceljs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeAccount, setDisabled } from '../../../federation/accounts/accounts'
import { roleNames } from '../../../federation/accounts/rights'
import { seenBy } from '../../../federation/accounts/seen'
import { describeDataApi } from '../../../federation/api/handler'
import { makeKey } from '../../../federation/api/keys'
import { issueCodeList, issueProfile } from '../../../federation/codes/issue'
import { groups } from '../../../federation/console/groups'
import { correct } from '../../../federation/corrections'
import { issueDirective } from '../../../federation/directives'
import { makeCode } from '../../../federation/enrolment'
import { readReport } from '../../../federation/exchange/read-report'
import { account, personDuplicate, transfer, uplink } from '../../../federation/schema'
import { addUnion, closeNode } from '../../../federation/tree/tree'
import { answerDirective, readAnswerFile } from '../../../electron/backend/federation/directives'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { apiScopeSchema } from '../../../shared/contract/hub-api'
import { builtInProfiles } from '../../../shared/receiver-profiles'
import { daySchema } from '../../../shared/model/date'
import { newUuid } from '../../../shared/model/id'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { copyOf, setPhone } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'
import { stickOf } from './stick'

/*
 * A hub with two districts, each with everything that a hub has of a district. Everything of the second one bears a word that
 * nothing else has; whoever belongs to the first one never meets it, nor an id of it, wherever they go.
 */

const OTHER = '紫藤'
/** A union of the second district to which a member of the first one moves: its name, and nothing else, is told there. */
const PARTNER = '白杨工会委员会'
const LONG_AGO = new Date(Date.now() - 40 * 86_400_000)
const TOMORROW = new Date(Date.now() + 86_400_000)
const draft = { text: '', dueOn: null, asks: 'acknowledgement', unit: null } as const

let hub: TestHub
const branches: TestBranch[] = []
let [ownDistrict, otherDistrict] = ['', '']
let ownBranch: TestBranch
let otherBranch: TestBranch
/** A report of the second district that was not read yet. */
let otherReport: File

async function branchBelow(district: string, unionName: string): Promise<TestBranch> {
  const branch = openTestBranch()
  branches.push(branch)
  branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run(unionName))
  const code = await makeCode(hub.hub, null, { parent: district })
  await hubLinkOf(branch.db).enrol(hub.server.address, code)
  await hubLinkOf(branch.db).syncNow()
  return branch
}

async function fillDistrict(district: string, word: string, [one, two]: readonly [TestBranch, TestBranch]) {
  const { hub: running, seen } = hub
  const ids = [one.branchId, two.branchId]
  for (const { db } of [one, two]) {
    db.write(() => {
      insertMember(db, { name: `${word}会员`, phone: '13800138000' })
      insertMember(db, { name: `${word}长`, remark: '长'.repeat(10_001) })
    })
    await hubLinkOf(db).syncNow()
  }
  const { id } = await issueDirective(seen, { ...draft, title: `${word}要的文件`, asks: 'file' }, ids)
  for (const { db } of [one, two]) {
    await hubLinkOf(db).syncNow()
    const file = await readAnswerFile(new File([`%PDF-1.7 ${word}`], `${word}文件.pdf`))
    answerDirective(db, id, { figure: null, text: null, by: `${word}答复人` }, daySchema.parse('2026-11-24'), file)
    await hubLinkOf(db).syncNow()
  }
  // A copy of the record, and what it and the record itself both changed.
  using copy = copyOf(one)
  setPhone(one.db, `${word}会员`, '13800138001')
  await hubLinkOf(one.db).syncNow()
  setPhone(copy, `${word}会员`, '13800138002')
  await hubLinkOf(copy).takeOver()

  await issueDirective(seen, { ...draft, title: `${word}通知` }, ids)
  await issueDirective(seenBy(running, { node: district }), { ...draft, title: `${word}区里的通知` }, null)
  const issuing = { to: ids, by: `${word}签发人` }
  const codes = [{ code: '1', name: `${word}一`, isRetired: false }]
  await issueCodeList(running, null, { name: `${word}代码表`, use: { kind: 'dictionary' }, codes }, issuing)
  const [profile] = builtInProfiles
  if (profile === undefined) throw new Error('The program has sheets')
  await issueProfile(running, null, { ...profile.definition, name: `${word}报表` }, issuing)
  await closeNode(running, await addUnion(running, `${word}撤销的工会`, district))
  await makeCode(running, one.branchId)
  await makeCode(running, null, { parent: district })
  const scopes = [...apiScopeSchema.options]
  await makeKey(running, { name: `${word}平台`, scopes, node: district, expiresAt: TOMORROW }, `${word}管理员`)
  const held = { roles: [...roleNames], seesMembers: true, needsCode: false, node: district }
  const people = ['管理员', '停用的人', '锁住的人'].map((name) =>
    makeAccount(running, { ...held, name: `${word}${name}`, login: `${word}${name}` }),
  )
  const [, disabled, locked] = await Promise.all(people)
  await setDisabled(running, disabled?.id ?? '', true)
  await running.orm
    .update(account)
    .set({ lockedUntil: TOMORROW, totpSecret: 'A'.repeat(32) })
    .where(sql`account = ${locked?.id}`)
  const grounds = { by: `${word}区总工会`, reason: `${word}更正`, account: `${word}管理员` }
  const [found] = await hub.rows(
    sql`SELECT row_id FROM record WHERE organisation = ${two.branchId} AND "table" = 'member'`,
  )
  const rowId = z.string().parse(found?.['row_id'])
  const after = { department: `${word}车间` }
  await correct(running, two.branchId, [{ operation: 'update', table: 'member', rowId, after }], grounds)
  const ofHub = { organisation: running.identity.id }
  await running.orm.insert(transfer).values({
    ...ofHub,
    ...{ transfer: newUuid(), fromOrganisation: one.branchId, toOrganisation: two.branchId, member: rowId },
    ...{ state: 'asked', askedAt: LONG_AGO },
  })
  await running.orm.insert(personDuplicate).values({
    ...ofHub,
    ...{ duplicate: newUuid(), oneBranch: one.branchId, oneMember: rowId },
    ...{ otherBranch: two.branchId, otherMember: newUuid() },
  })
  const stick = stickOf(two.db, two.folder)
  await readReport(seen, await stick.write())
  const cookie = await signIn(hub, { node: district })
  await visit(hub, '/code', { method: 'POST', cookie, form: { organisation: one.branchId } })
}

beforeAll(async () => {
  hub = await startHub()
  ownDistrict = await addUnion(hub.hub, '青松区总工会', null)
  otherDistrict = await addUnion(hub.hub, `${OTHER}区总工会`, null)
  ownBranch = await branchBelow(ownDistrict, '青松一厂工会')
  otherBranch = await branchBelow(otherDistrict, `${OTHER}一厂工会`)
  await fillDistrict(ownDistrict, '青松', [ownBranch, await branchBelow(ownDistrict, '青松二厂工会')])
  await fillDistrict(otherDistrict, OTHER, [otherBranch, await branchBelow(otherDistrict, `${OTHER}二厂工会`)])
  await issueDirective(hub.seen, { ...draft, title: '全体通知' }, null)
  const partner = await branchBelow(otherDistrict, PARTNER)
  const between = { fromOrganisation: ownBranch.branchId, toOrganisation: partner.branchId, member: newUuid() }
  await hub.hub.orm
    .insert(transfer)
    .values({ organisation: hub.hub.identity.id, transfer: newUuid(), ...between, state: 'asked', askedAt: LONG_AGO })
  await hub.hub.orm.insert(personDuplicate).values({
    ...{ organisation: hub.hub.identity.id, duplicate: newUuid(), oneBranch: ownBranch.branchId },
    ...{ oneMember: newUuid(), otherBranch: partner.branchId, otherMember: newUuid() },
  })
  await hub.hub.orm.insert(uplink).values({
    ...{ organisation: hub.hub.identity.id, address: 'https://city.invalid', device: newUuid(), hubId: newUuid() },
    ...{ privateKey: '', publicKey: '', hubName: '市总工会', enrolledAt: LONG_AGO },
  })
  otherReport = await stickOf(otherBranch.db, otherBranch.folder).write()
  for (const { db } of branches) await hubLinkOf(db).syncNow()
  for (const branch of branches) branch[Symbol.dispose]()
}, 120_000)
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

/** Every row of every table of the hub, as text. */
async function everyRow(): Promise<string[]> {
  const tables = await hub.rows(sql`SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname`)
  // What reading leaves behind, and what is put down of what was tried.
  const left = new Set(['audit', 'rate_limit'])
  const names = tables.map(({ name }) => String(name)).filter((name) => !left.has(name))
  const parts = names.map(
    (name) => sql`SELECT ${name} || (to_jsonb(line) - 'last_seen' - 'last_used_at')::text AS text
      FROM ${sql.identifier(name)} AS line`,
  )
  const found = await hub.rows(sql`SELECT text FROM (${sql.join(parts, sql` UNION ALL `)}) AS rows ORDER BY text`)
  return found.map(({ text }) => String(text))
}

const idsIn = (text: string) => text.match(/\b[0-9a-f]{64}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g) ?? []

/** Ids that only rows of the second district have. */
async function otherIds(): Promise<ReadonlySet<string>> {
  const rows = await everyRow()
  const organisations = await hub.rows(
    sql`SELECT organisation FROM organisation WHERE path @> ARRAY[${otherDistrict}::uuid]`,
  )
  const words = [OTHER, ...organisations.map(({ organisation }) => String(organisation))]
  const isOther = (row: string) => words.some((word) => row.includes(word))
  const shared = new Set(rows.filter((row) => !isOther(row)).flatMap(idsIn))
  const own = new Set(rows.filter((row) => row.includes(ownBranch.branchId)).flatMap(idsIn))
  const ids = rows.filter(isOther).flatMap(idsIn)
  return new Set(ids.filter((id) => !shared.has(id) && (!own.has(id) || words.includes(id))))
}

const plain = (markup: string) => markup.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** What an answer says, also where it is a workbook. */
async function textOf({ bytes, text, headers }: Awaited<ReturnType<typeof visit>>): Promise<string> {
  if (!(headers.get('content-type') ?? '').includes('spreadsheet')) return text
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const texts: string[] = [headers.get('content-disposition') ?? '']
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
  return texts.join('\n')
}

interface Form {
  readonly action: string
  readonly isMultipart: boolean
  /** Each field with the values that it can have; a text field has the one it was shown with. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

function formsIn(markup: string): Form[] {
  return [...markup.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', body = '']) => {
    if (!/method="post"/.test(head)) return []
    const fields = new Map<string, string[]>()
    const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), plain(value)])
    for (const [tag] of body.matchAll(/<input\b[^>]*>/gs)) {
      const name = /\bname="([^"]*)"/.exec(tag)?.[1]
      if (name !== undefined && !tag.includes('type="file"')) add(name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? 'x')
    }
    for (const [, name = '', options = ''] of body.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
      for (const [, value = ''] of options.matchAll(/<option\b[^>]*value="([^"]*)"/g)) add(name, value)
    }
    for (const [, name = ''] of body.matchAll(/<textarea\b[^>]*name="([^"]*)"/g)) add(name, '1\tx')
    return [{ action: /action="([^"]*)"/.exec(head)?.[1] ?? '', isMultipart: head.includes('multipart'), fields }]
  })
}

const pages = groups.flatMap(({ routes }) => routes)
const getPaths = pages.filter(({ method }) => method === 'GET').map(({ path }) => path)
const postPaths = pages.filter(({ method }) => method === 'POST').map(({ path }) => path)

/** Goes from page to page as far as links lead; tells of each what it says and which forms it has. */
async function crawl(cookie: string, more: Iterable<string> = []) {
  const found = new Map<string, { readonly status: number; readonly text: string }>()
  const forms = new Map<string, Form>()
  const left = [...getPaths, ...more]
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const url = new URL(path, hub.server.address)
    url.searchParams.delete('language')
    const address = `${url.pathname}${url.search}`
    if (found.has(address) || url.pathname.startsWith('/api/') || url.pathname === '/style.css') continue
    const answer = await visit(hub, address, { cookie })
    found.set(address, { status: answer.status, text: await textOf(answer) })
    for (const form of formsIn(answer.text)) forms.set(JSON.stringify([form.action, ...form.fields]), form)
    left.push(...[...answer.text.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => plain(href)))
  }
  return { found, forms: [...forms.values()] }
}

describe('whoever belongs to one district', () => {
  let whole: Awaited<ReturnType<typeof crawl>>
  beforeAll(async () => {
    const move = `/tree/move?id=${otherBranch.branchId}&to=${ownDistrict}`
    whole = await crawl(await signIn(hub, { seesMembers: true }), [move])
  })

  it('meets nothing of another one on any page, list or export, whatever address they type', async () => {
    const ids = await otherIds()
    expect(ids.size).toBeGreaterThan(50)
    // The seed has every page of the registry filled; a page added later needs a way to it here.
    const seenPaths = [...whole.found].filter(([, { status }]) => status === 200).map(([path]) => path.split('?')[0])
    expect(getPaths.filter((path) => !seenPaths.includes(path))).toEqual([])
    expect([...whole.found.values()].filter(({ text }) => text.includes(OTHER)).length).toBeGreaterThan(20)

    const own = await crawl(await signIn(hub, { seesMembers: true, node: ownDistrict }), whole.found.keys())
    const leaks = [...own.found].flatMap(([path, { status, text }]) => {
      const asked = new Set(idsIn(path))
      const isForeign = [...asked].some((id) => ids.has(id))
      const told = idsIn(text).filter((id) => ids.has(id) && !asked.has(id))
      const words = [OTHER, ...(path.startsWith('/transfers') ? [] : [PARTNER])].filter((word) => text.includes(word))
      return told.length + words.length > 0 || (isForeign && status !== 404) ? [{ path, status, told, words }] : []
    })
    expect(leaks).toEqual([])
    expect([...own.found.values()].filter(({ text }) => text.includes('青松')).length).toBeGreaterThan(20)
  }, 120_000)

  it('changes nothing of another one by any form, whatever is posted', async () => {
    const ids = await otherIds()
    const cookie = await signIn(hub, { seesMembers: true, node: ownDistrict })
    const upload = new FormData()
    upload.set('files', otherReport)
    const rows = JSON.stringify([{ sheet: 'x', row: 1, fields: { name: '孙悟' }, derived: {} }])
    const [member] = await hub.rows(
      sql`SELECT row_id, rev FROM record WHERE organisation = ${otherBranch.branchId} AND "table" = 'member'`,
    )
    const named = { member: String(member?.['row_id']), rev: String(member?.['rev']) }
    const corrected = { branch: otherBranch.branchId, ...named, department: 'x', reason: 'x' }
    const union = { row: 2, name: 'x', above: `${OTHER}区总工会`, isBranch: false }
    const entered = { branch: otherBranch.branchId, rows, why: 'x' }
    const posts: { readonly action: string; readonly form: Record<string, string> | FormData }[] = [
      { action: '/exchange', form: upload },
      { action: '/sheets/enter', form: multipart(entered) },
      { action: '/corrections/member', form: corrected },
      { action: '/corrections/correct', form: corrected },
      { action: '/tree/sheet/preview', form: await treeSheet(`${OTHER}区总工会`) },
      { action: '/tree/sheet/enter', form: multipart({ unions: JSON.stringify([union]) }) },
    ]
    for (const { action, isMultipart, fields } of whole.forms) {
      const isForeign = (value: string) => idsIn(value).some((id) => ids.has(id))
      if (![...fields.values()].flat().some(isForeign)) continue
      const values = [...fields].map(([name, of]) => [name, of.find(isForeign) ?? of[0] ?? ''] as const)
      const form = Object.fromEntries(values)
      posts.push({ action, form: isMultipart ? multipart(form) : form })
    }
    const before = await everyRow()
    for (const { action, form } of posts) {
      const { status } = await visit(hub, action, { method: 'POST', cookie, form })
      expect([action, form, [400, 403, 404].includes(status)]).toEqual([action, form, true])
      expect([action, (await everyRow()).filter((row) => !before.includes(row))]).toEqual([action, []])
    }
    expect(await everyRow()).toEqual(before)
    // Forms that can name nothing of another district; one added later is posted above, or has its reason here.
    const ofOneself = postPaths.filter((path) => path.startsWith('/me/') || path === '/exchange/invitation')
    const ofTheWholeTree = postPaths.filter((path) => /^\/(codes|parent-hub)\//.test(path))
    const tried = new Set([...posts.map(({ action }) => action), ...ofOneself, ...ofTheWholeTree])
    expect(postPaths.filter((path) => !tried.has(path))).toEqual([])
    for (const path of ofTheWholeTree) {
      expect((await visit(hub, path, { method: 'POST', cookie, form: {} })).status).toBe(404)
    }
  }, 120_000)
})

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new File([new Uint8Array([1])], 'x.xlsx'))
  return form
}

/** A sheet that hangs a union below another one. */
async function treeSheet(above: string): Promise<FormData> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('x').addRows([
    ['名称', '上级'],
    ['x', above],
  ])
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'x.xlsx'))
  return form
}

describe('a key of one district', () => {
  it('reads and writes nothing of another one by any request of the document', async () => {
    const ids = await otherIds()
    const scopes = [...apiScopeSchema.options]
    const key = await makeKey(hub.hub, { name: '青松平台', scopes, node: ownDistrict, expiresAt: TOMORROW }, '周见微')
    const { paths = {} } = await describeDataApi()
    const requests = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => ({ path, method: method.toUpperCase() })),
    )
    expect(requests.length).toBeGreaterThan(7)
    const before = await everyRow()
    for (const { path, method } of requests) {
      for (const query of ['', '?particulars=true', `?organisation=${otherBranch.branchId}`]) {
        for (const accept of ['application/json', 'text/csv']) {
          const url = `${hub.server.address}/api/v1${path.replace('{organisation}', otherBranch.branchId)}${query}`
          const headers = { authorization: `Bearer ${key}`, accept, 'content-type': 'application/json' }
          const body = method === 'GET' ? null : JSON.stringify({ reason: 'x', rows: [{ name: '孙悟' }] })
          const answer = await fetch(url, { method, headers, body })
          const text = await answer.text()
          const told = idsIn(text).filter((id) => ids.has(id))
          expect([url, told, text.includes(OTHER), text.includes(PARTNER)]).toEqual([url, [], false, false])
          if (query.includes('organisation') && path !== '/directives') expect([url, answer.status]).toEqual([url, 404])
        }
      }
    }
    expect(await everyRow()).toEqual(before)
  }, 120_000)
})
