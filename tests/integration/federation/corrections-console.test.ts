import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoBatch } from '../../../db/undo'
import type { BatchId, MemberId } from '../../../shared/model/id'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { enrol, membersAtHub, setPhone } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const idNumber = '110105194912310028'

/** A branch with one member, all of it at the hub. */
async function branchWith(branch: TestBranch) {
  const id = branch.db.write(() =>
    insertMember(branch.db, { name: '张三', phone: '13800138000', idNumber, idType: '居民身份证' }),
  )
  return { id, link: await enrol(branch.db, hub) }
}

const post = (path: string, form: Record<string, string>, cookie: string) =>
  visit(hub, path, { method: 'POST', form, cookie })
/** What a form of the page would send, as it stands. */
function formIn(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input\s[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g)]
  const lists = [...text.matchAll(/<select id="([^"]+)".*?<\/select>/gs)]
  return Object.fromEntries([
    ...inputs.map(([, name = '', value = '']): [string, string] => [name, value]),
    ...lists.map(([list, name = '']): [string, string] => [name, /value="([^"]*)"\s+selected/.exec(list)?.[1] ?? '']),
  ])
}
/** What the latest correction's line says of its state. */
function stateIn(text: string): string | undefined {
  const lines = [...text.matchAll(/<tr role="row" data-row=.*?<\/tr>/gs)].map(([line]) => line)
  return /data-label="State".*?<span class="[^"]*">([^<]+)<\/span>/s.exec(lines[0] ?? '')?.[1]
}

async function stateOf(cookie: string) {
  const { text } = await visit(hub, '/corrections', { cookie })
  return stateIn(text)
}

async function correctPhone(branch: TestBranch, cookie: string, phone: string) {
  const found = await post('/corrections/find', { branch: branch.branchId, name: '张三' }, cookie)
  return post('/corrections/correct', { ...formIn(found.text), phone, reason: '与登记表核对' }, cookie)
}

describe('corrections in the console', () => {
  it('are made of a member found by the exact name, masked, and show how far they are', async () => {
    using branch = openTestBranch()
    const { link } = await branchWith(branch)
    const cookie = await signIn(hub, { roles: ['officer'], seesMembers: true, node: branch.branchId })
    const nobody = await post('/corrections/find', { branch: branch.branchId, name: '张' }, cookie)
    expect(nobody.text).toContain('No member of this name')
    const found = await post('/corrections/find', { branch: branch.branchId, name: '张三' }, cookie)
    expect(found.text).toContain('138****8000')
    expect(found.text).toContain('110105********0028')
    for (const clear of ['13800138000', idNumber]) expect(found.text).not.toContain(clear)

    const form = { ...formIn(found.text), reason: '与登记表核对' }
    expect((await post('/corrections/correct', form, cookie)).text).toContain('Nothing was changed')
    const wrong = await post('/corrections/correct', { ...form, phone: '12', idNumber: '110105194912310029' }, cookie)
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('phone-wrong')
    expect(wrong.text).toContain('idNumber-wrong')
    expect((await post('/corrections/correct', { ...form, phone: '13900139000', reason: ' ' }, cookie)).status).toBe(
      400,
    )
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13800138000' }])

    const done = await post('/corrections/correct', { ...form, phone: '139 0013 9000', department: '二车间' }, cookie)
    expect(done.headers.get('location')).toBe('/corrections')
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13900139000' }])
    expect(await stateOf(cookie)).toBe('Waiting')
    // The form that was open meanwhile says what it did not know.
    expect((await post('/corrections/correct', { ...form, phone: '13700137000' }, cookie)).text).toContain(
      'changed while',
    )
    await link.syncNow()
    expect(await stateOf(cookie)).toBe('Taken over')
    const [batch] = branch.db.sqlite
      .prepare<[], { id: BatchId }>("SELECT id FROM batch WHERE kind = 'correction'")
      .all()
    if (batch === undefined) throw new Error('The correction is a batch')
    await undoBatch(branch.db, batch.id)
    await link.syncNow()
    expect(await stateOf(cookie)).toBe('Undone')

    const audit = await hub.rows(sql`SELECT event, detail FROM audit WHERE about = ${branch.branchId} ORDER BY id`)
    expect(audit).toContainEqual({ event: 'corrections.lookedFor', detail: null })
    expect(audit).toContainEqual({ event: 'corrections.corrected', detail: 'phone, department' })
    expect(JSON.stringify(await hub.rows(sql`SELECT * FROM audit`))).not.toContain('张三')
  })

  it('in conflict with the branch say so until the branch has chosen', async () => {
    using branch = openTestBranch()
    const { link } = await branchWith(branch)
    const cookie = await signIn(hub, { roles: ['officer'], seesMembers: true, node: branch.branchId })
    await hub.down()
    setPhone(branch.db, '张三', '13700137000')
    await link.syncNow()
    await hub.up()
    await correctPhone(branch, cookie, '13900139000')
    await link.syncNow()
    expect(await stateOf(cookie)).toBe('In conflict')
    setPhone(branch.db, '张三', '13900139000')
    await link.syncNow()
    expect(await stateOf(cookie)).toBe('Taken over')
  })

  it('are withdrawn before the branch has fetched them, and after', async () => {
    using branch = openTestBranch()
    const { link, id } = await branchWith(branch)
    const cookie = await signIn(hub, { roles: ['officer'], seesMembers: true, node: branch.branchId })
    const phone = (of: MemberId) => branch.db.sqlite.prepare('SELECT phone FROM member WHERE id = ?').pluck().get(of)
    for (const isFetched of [false, true]) {
      await correctPhone(branch, cookie, '13900139000')
      if (isFetched) await link.syncNow()
      const { text } = await visit(hub, '/corrections', { cookie })
      const [, address = ''] = /href="(\/correction\?[^"]+)"/.exec(text) ?? []
      const page = await visit(hub, address, { cookie })
      expect((await post('/correction/withdraw', formIn(page.text), cookie)).status).toBe(400)
      const done = await post('/correction/withdraw', { ...formIn(page.text), reason: '弄错了人' }, cookie)
      expect(done.headers.get('location')).toBe('/corrections')
      await link.syncNow()
      expect(phone(id)).toBe('13800138000')
      expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13800138000' }])
      // Nothing is left that could be taken back again.
      expect((await visit(hub, address, { cookie })).status).toBe(404)
    }
  })

  it('are for officers who may see members, of what they see', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    await branchWith(branch)
    await branchWith(other)
    const viewer = await signIn(hub, { roles: ['viewer'], seesMembers: true })
    expect((await visit(hub, '/corrections', { cookie: viewer })).status).toBe(403)
    const blind = await signIn(hub, { roles: ['officer'] })
    expect((await visit(hub, '/corrections', { cookie: blind })).text).not.toContain('action="/corrections/find"')
    const asked = { branch: branch.branchId, name: '张三' }
    expect((await post('/corrections/find', asked, blind)).status).toBe(403)
    const own = await signIn(hub, { roles: ['officer'], seesMembers: true, node: branch.branchId })
    await correctPhone(branch, own, '13900139000')
    const elsewhere = await signIn(hub, { roles: ['officer'], seesMembers: true, node: other.branchId })
    expect((await post('/corrections/find', asked, elsewhere)).status).toBe(404)
    expect((await correctPhone(branch, elsewhere, '13700137000')).status).toBe(404)
    const { text } = await visit(hub, '/corrections', { cookie: elsewhere })
    expect(text).toContain('Nothing was corrected yet')
    const [, address = ''] =
      /href="(\/correction\?[^"]+)"/.exec((await visit(hub, '/corrections', { cookie: own })).text) ?? []
    expect((await visit(hub, address, { cookie: own })).status).toBe(200)
    expect((await visit(hub, address, { cookie: elsewhere })).status).toBe(404)
  })
})
