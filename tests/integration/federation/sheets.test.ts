import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportMembers, exportSheets } from '../../../federation/sheets/export'
import { assess, enterRows, readSheet } from '../../../federation/sheets/import'
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
