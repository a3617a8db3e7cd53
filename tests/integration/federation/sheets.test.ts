import { sql } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeKey } from '../../../federation/api/keys'
import { exportMembers, exportSheets } from '../../../federation/sheets/export'
import { assess, enterRows, readSheet } from '../../../federation/sheets/import'
import type { ApiScope } from '../../../shared/contract/hub-api'
import { newUuid } from '../../../shared/model/id'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { bundleReaderWorker } from '../../fixtures/reader-worker'
import { enrol, membersAtHub } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'

let hub: TestHub
let removeWorker: () => void
beforeAll(async () => {
  removeWorker = await bundleReaderWorker()
  hub = await startHub()
}, 60_000)
afterAll(async () => {
  removeWorker()
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

async function nationalSheet() {
  const [sheet] = await exportSheets(hub.seen)
  if (sheet === undefined) throw new Error('The program has a sheet of members')
  return sheet
}

/** The texts of a workbook's first sheet, row by row. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const texts: string[] = []
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => texts.push(cell.type === ExcelJS.ValueType.Formula ? cell.formula : cell.text)),
  )
  return texts
}

async function rosterOf(...rows: string[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('会员').addRows([['姓名', '性别', '身份证号', '手机号', '部门'], ...rows])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const grounds = { reason: '按旧表代录', account: '周见微' }

describe('a sheet of the hub', () => {
  it('has the members of a branch with numbers masked or in full, and no formulas', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    branch.db.write(() => insertMember(branch.db, { name: '=HYPERLINK("x")', phone: '13800138000' }))
    await link.syncNow()
    const { definition } = await nationalSheet()
    const masked = await exportMembers(hub.hub, branch.branchId, definition, false)
    expect(masked.rows).toBe(1)
    expect(await textsOf(masked.bytes)).toContain('=HYPERLINK("x")')
    expect((await textsOf(masked.bytes)).join()).not.toContain('13800138000')
    const clear = await exportMembers(hub.hub, branch.branchId, definition, true)
    expect(await textsOf(clear.bytes)).toContain('13800138000')
  })

  it('is read again without saying anything new', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    branch.db.write(() => {
      insertMember(branch.db, { name: '张伟', phone: '13800138001' })
      insertMember(branch.db, { name: '李娜', phone: '13800138002' })
    })
    await link.syncNow()
    const { definition } = await nationalSheet()
    const { bytes } = await exportMembers(hub.hub, branch.branchId, definition, true)
    const rows = await assess(hub.hub, branch.branchId, await readSheet(bytes))
    expect(rows.map(({ row, outcome }) => [row.fields.name, outcome])).toEqual([
      ['张伟', 'same'],
      ['李娜', 'same'],
    ])
  })
})

describe('a roster entered at the hub', () => {
  it('changes who is known and adds who is new at the branch, as one batch', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    branch.db.write(() => insertMember(branch.db, { name: '张伟', phone: '13800138001' }))
    await link.syncNow()
    const bytes = await rosterOf(
      ['张伟', '男', '', '13800138001', '车间'],
      ['赵敏', '女', '', '13800138009', "');DROP TABLE member;--"],
      ['钱多', '男', '110101199003074000', '', ''],
    )
    const read = await readSheet(bytes)
    const rows = await assess(hub.hub, branch.branchId, read)
    expect(rows.map(({ row, outcome }) => [row.fields.name, outcome])).toEqual([
      ['张伟', 'changed'],
      ['赵敏', 'new'],
      ['钱多', 'error'],
    ])
    const written = rows.filter(({ outcome }) => outcome !== 'error').map(({ row }) => row)
    expect(await enterRows(hub.hub, branch.branchId, written, grounds)).toMatchObject({ kind: 'corrected' })
    expect((await membersAtHub(hub, branch.branchId)).map(({ name }) => name).sort()).toEqual(['张伟', '赵敏'])
    expect(await enterRows(hub.hub, branch.branchId, written, grounds)).toEqual({ kind: 'unchanged' })
    await link.syncNow()
    const members = branch.db.sqlite.prepare('SELECT name, gender, department FROM member ORDER BY name').all()
    expect(members).toEqual([
      { name: '张伟', gender: '男', department: '车间' },
      { name: '赵敏', gender: '女', department: "');DROP TABLE member;--" },
    ])
  })

  it('is previewed and entered in the console by who may see members', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    await link.syncNow()
    const cookie = await signIn(hub, { seesMembers: true })
    const form = new FormData()
    form.set('branch', branch.branchId)
    form.set(
      'file',
      new File([new Uint8Array(await rosterOf(['<b>孙悟</b>', '男', '', '13800138010', '']))], '旧表.xlsx'),
    )
    const preview = await visit(hub, '/sheets/preview', { method: 'POST', cookie, form })
    expect(preview.text).toContain('&lt;b&gt;孙悟&lt;/b&gt;')
    expect(preview.text).not.toContain('<b>孙悟')
    const rows = /name="rows" value="([^"]*)"/.exec(preview.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const entering = new FormData()
    entering.set('branch', branch.branchId)
    entering.set('rows', rows.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
    entering.set('why', '旧表')
    expect((await visit(hub, '/sheets/enter', { method: 'POST', cookie, form: entering })).status).toBe(200)
    expect(await membersAtHub(hub, branch.branchId)).toMatchObject([{ name: '<b>孙悟</b>', phone: '13800138010' }])
    const blind = await signIn(hub, { seesMembers: false })
    expect((await visit(hub, '/sheets/preview', { method: 'POST', cookie: blind, form })).status).not.toBe(200)
  })
})

describe('a roster sent to the API', () => {
  const keyWith = (scopes: readonly ApiScope[], node: string | null = null) =>
    makeKey(hub.hub, { name: '人事系统', scopes, node, expiresAt: new Date(Date.now() + 86_400_000) }, '周见微')

  const answerSchema = z.object({
    items: z.array(z.object({ row: z.int(), outcome: z.string(), issues: z.array(z.record(z.string(), z.unknown())) })),
    correction: z.string().nullable(),
    entries: z.int(),
  })

  async function send(branchId: string, key: string, body: FormData | Record<string, unknown>) {
    const isForm = body instanceof FormData
    const response = await fetch(`${hub.server.address}/api/v1/organisations/${branchId}/roster`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, text, entered: () => answerSchema.parse(JSON.parse(text)) }
  }

  const rows = [
    { name: '赵敏', gender: '女', phone: '13900139001', joinDate: '2020年3月' },
    { name: '钱多', idNumber: '110101199003074000', phone: '13900139002' },
    { phone: '13900139003' },
  ]

  it('is previewed, enters what is in order, tells the rest row by row, and goes down to the branch', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const key = await keyWith(['rosters'])
    const preview = await send(branch.branchId, key, { reason: '旧系统', rows, preview: true })
    expect(preview.entered().items.map(({ outcome }) => outcome)).toEqual(['new', 'error', 'error'])
    expect(preview.entered()).toMatchObject({ correction: null, entries: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([])

    const sent = await send(branch.branchId, key, { reason: '旧系统', rows })
    expect(sent.entered().entries).toBeGreaterThan(1)
    expect(sent.entered().items[1]?.issues).toContainEqual({
      field: 'idNumber',
      code: 'id_lost_precision',
      severity: 'error',
    })
    expect(sent.text).not.toMatch(/赵敏|钱多|13900139/)
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '赵敏', phone: '13900139001' }])
    await link.syncNow()
    const members = branch.db.sqlite.prepare('SELECT name, gender, join_date FROM member').all()
    expect(members).toEqual([{ name: '赵敏', gender: '女', join_date: '2020-03' }])

    const lines = await hub.rows(sql`SELECT about, detail FROM audit WHERE event = 'keys.wrote'`)
    expect(lines).toHaveLength(2)
    expect(lines).toContainEqual({
      about: branch.branchId,
      detail: `POST /api/v1/organisations/${branch.branchId}/roster 200 3`,
    })
  })

  it('sent again changes nothing, and with an id of the sender tells what came of it', async () => {
    using branch = openTestBranch()
    await enrol(branch.db, hub)
    const key = await keyWith(['rosters'])
    const asked = { reason: '旧系统', rows: rows.slice(0, 1), request: newUuid() }
    const [one, other] = await Promise.all([1, 2].map(() => send(branch.branchId, key, asked)))
    const again = await send(branch.branchId, key, asked)
    const made = [one, other, again].map((answer) => answer?.entered().correction)
    expect(made).toEqual([asked.request, asked.request, asked.request])
    expect(again.entered().entries).toBe(one?.entered().entries)
    expect(await membersAtHub(hub, branch.branchId)).toHaveLength(1)
    const plain = await send(branch.branchId, key, { reason: '旧系统', rows: rows.slice(0, 1) })
    expect(plain.entered()).toMatchObject({ correction: null, entries: 0, items: [{ outcome: 'same' }] })
  })

  it('may be a sheet, as a branch reads it', async () => {
    using branch = openTestBranch()
    await enrol(branch.db, hub)
    const key = await keyWith(['rosters'])
    const form = new FormData()
    form.set('reason', '旧表')
    form.set('file', new File([new Uint8Array(await rosterOf(['孙悟', '男', '', '13900139009', '']))], '旧表.xlsx'))
    expect((await send(branch.branchId, key, form)).entered().items).toMatchObject([{ row: 2, outcome: 'new' }])
    expect(await membersAtHub(hub, branch.branchId)).toMatchObject([{ name: '孙悟' }])
    const broken = new FormData()
    broken.set('reason', '旧表')
    broken.set('file', new File([new Uint8Array([80, 75, 3, 4, 0])], '坏.xlsx'))
    expect(await send(branch.branchId, key, broken)).toMatchObject({ status: 422 })
  })

  it('is refused without its scope, for what the key does not see, and where it is no roster', async () => {
    using first = openTestBranch()
    using second = openTestBranch()
    for (const { db } of [first, second]) await enrol(db, hub)
    const body = { reason: '旧系统', rows: rows.slice(0, 1) }
    expect((await send(first.branchId, await keyWith(['members']), body)).status).toBe(403)
    const narrow = await keyWith(['rosters'], second.branchId)
    expect((await send(first.branchId, narrow, body)).status).toBe(404)
    const key = await keyWith(['rosters'])
    const wrong = [
      { rows: body.rows },
      { reason: 'x' },
      { reason: 'x', rows: [{ nonsense: 'x' }] },
      { reason: 'x', rows: [{ name: { $gt: '' } }] },
      { reason: 'x', rows: Array.from({ length: 2501 }, () => ({ name: '张伟' })) },
    ]
    for (const one of wrong) expect((await send(first.branchId, key, one)).status).toBe(400)
    const huge = await send(first.branchId, key, { reason: 'x', rows: body.rows, more: 'x'.repeat(10_000_000) })
    expect(huge.status).toBe(413)
    expect(await membersAtHub(hub, first.branchId)).toEqual([])
  })
})

describe('a sheet of the organisation tree', () => {
  async function fileOf(...rows: string[][]): Promise<FormData> {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('组织').addRows([['组织架构'], ['名称', '上级', '类别'], ...rows])
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await workbook.xlsx.writeBuffer())], '组织.xlsx'))
    return form
  }
  const unionsIn = (text: string) =>
    /name="unions" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&lt;', '<') ?? ''
  const nodes = () =>
    hub.rows(sql`SELECT one.union_name AS name, above.union_name AS above FROM organisation AS one
      LEFT JOIN organisation AS above ON above.organisation = one.parent WHERE one.kind = 'union' ORDER BY 1, 2`)

  it('is previewed, adds unions of several levels in any order, once, and is exported the same', async () => {
    const cookie = await signIn(hub)
    const rows = [
      ['南街社区<工会>', '南街道总工会', '地方或行业工会'],
      ['南街道总工会', '', ''],
      ['南街一厂工会', '南街社区<工会>', '基层工会'],
    ]
    const post = (path: string, form: FormData) => visit(hub, path, { method: 'POST', cookie, form, language: 'zh-CN' })
    const preview = await post('/tree/sheet/preview', await fileOf(...rows))
    expect(preview.text).toContain('新增 2 个，已经有的 0 个，基层工会 1 个')
    expect(await nodes()).toEqual([])
    const entering = new FormData()
    entering.set('unions', unionsIn(preview.text).replaceAll('&gt;', '>'))
    expect((await post('/tree/sheet/enter', entering)).text).toContain('已新增 2 个工会')
    const made = [
      { name: '南街社区<工会>', above: '南街道总工会' },
      { name: '南街道总工会', above: null },
    ]
    expect(await nodes()).toEqual(made)
    expect((await post('/tree/sheet/enter', entering)).text).toContain('已新增 0 个工会')
    const { bytes } = await visit(hub, '/tree?export=tree', { cookie, language: 'zh-CN' })
    const again = new FormData()
    again.set('file', new File([new Uint8Array(bytes)], '组织架构.xlsx'))
    expect((await post('/tree/sheet/preview', again)).text).toContain('表格里的工会都有了')
    expect(await nodes()).toEqual(made)
  })

  it('tells every row at fault and then adds none', async () => {
    const cookie = await signIn(hub)
    const before = await nodes()
    const form = await fileOf(
      ['', '甲', ''],
      ['北街道总工会', '没有的工会', ''],
      ['甲', '乙', ''],
      ['乙', '甲', ''],
      ['丙', '', ''],
      ['丙', '', ''],
      ['丁'.repeat(101), '', ''],
      ['戊', '', ''],
    )
    const { text, status } = await visit(hub, '/tree/sheet/preview', { method: 'POST', cookie, form })
    expect(status).toBe(400)
    for (const why of ['No name', 'no such union above', 'below itself', 'earlier row', 'too long', '6 rows']) {
      expect(text).toContain(why)
    }
    const entering = new FormData()
    const two = [
      { row: 1, name: '戊', above: '', isBranch: false },
      { row: 2, name: '己', above: '没有的工会', isBranch: false },
    ]
    entering.set('unions', JSON.stringify(two))
    expect((await visit(hub, '/tree/sheet/enter', { method: 'POST', cookie, form: entering })).status).toBe(400)
    expect(await nodes()).toEqual(before)
  })
})
