import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { unzipSync, zipSync } from 'fflate'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outgoingFileQueries } from '../../../db/queries/exchange'
import { federation } from '../../../electron/backend/federation'
import { nameOfFile } from '../../../federation/answer-files'
import { issueDirective } from '../../../federation/directives'
import { storePiece } from '../../../federation/files'
import { OUTGOING_MAX_BYTES, PIECE_MAX_BYTES } from '../../../shared/sync/outgoing-file'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { enrol } from './branch'
import { signIn, visit } from './console-visit'
import { openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'
import { carry, invitationOf, stickOf } from './stick'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const code = (text: string): unknown => expect.objectContaining({ code: text })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function clientOf({ db }: TestBranch) {
  const host = testHost()
  const context = { context: { session: { db }, host: host.client } }
  return { host, client: createRouterClient({ federation }, context).federation.directives }
}

/** A PDF by what it begins with. */
function pdf(bytes: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)])
}

const fileOf = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name)
const nothing = { figure: null, text: null, by: null }

function issue(branch: TestBranch, title = '报送花名册') {
  const draft = { title, text: '请交盖章的花名册', dueOn: null, asks: 'file', unit: null } as const
  return issueDirective(hub.seen, draft, [branch.branchId])
}

/** A branch that got a directive which asks for a file. */
async function asked(branch: TestBranch, address?: string) {
  const link = await enrol(branch.db, hub, address)
  const { id } = await issue(branch)
  await link.syncNow()
  const { client, host } = clientOf(branch)
  const state = async () =>
    (await client.list({ offset: 0, limit: 10 })).rows.find((row) => row.id === id)?.answer?.file
  return { id, link, client, host, state }
}

const piecesAtHub = ({ branchId }: TestBranch) =>
  hub.rows(sql`SELECT length(content) AS length FROM file_piece WHERE organisation = ${branchId} ORDER BY start`)

describe('a file that a directive asks for', () => {
  it('goes up in pieces and is downloaded at the hub as it was, which the audit says', async () => {
    using branch = openTestBranch()
    const { id, link, client, host, state } = await asked(branch)
    const content = pdf(2 * PIECE_MAX_BYTES + 1000)
    await expect(client.answer({ id, answer: nothing })).rejects.toEqual(code('ANSWER_MISSING'))
    await client.answer({ id, answer: { ...nothing, by: '王芳' }, file: fileOf(content, '花名册 (盖章).pdf') })
    expect(await state()).toEqual({ name: '花名册 (盖章).pdf', size: content.length, sent: 0, state: 'waiting' })
    await link.syncNow()
    expect(await state()).toMatchObject({ sent: content.length, state: 'stored' })
    expect((await piecesAtHub(branch)).length).toBeGreaterThan(1)
    // An answer anew keeps the file.
    await client.answer({ id, answer: { ...nothing, text: '共 3 页' } })
    expect(await state()).toMatchObject({ state: 'stored' })
    host.savePath = path.join(branch.folder, '副本.pdf')
    expect(await client.saveFile({ id })).toEqual({ isWritten: true })
    expect(readFileSync(host.savePath).equals(content)).toBe(true)
    await link.syncNow()

    const cookie = await signIn(hub, { roles: ['officer'] })
    const page = await visit(hub, `/directive?id=${id}`, { cookie })
    expect(page.text).toContain('花名册 (盖章).pdf')
    const address = `/directive/file?id=${id}&of=${branch.branchId}`
    expect(page.text).toContain(address)
    const file = await visit(hub, address, { cookie })
    expect(Buffer.from(file.bytes).equals(content)).toBe(true)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
    const archive = await visit(hub, `/directive/files?id=${id}&part=1`, { cookie })
    expect(archive.headers.get('content-disposition')).toContain(encodeURIComponent('报送花名册.zip'))
    expect(Object.values(unzipSync(archive.bytes)).map((bytes) => Buffer.from(bytes).equals(content))).toEqual([true])
    const audit = await hub.rows(
      sql`SELECT event, about, detail FROM audit WHERE event LIKE 'directives.downloaded%' ORDER BY id`,
    )
    expect(audit).toEqual([
      { event: 'directives.downloaded', about: branch.branchId, detail: '报送花名册' },
      { event: 'directives.downloadedAll', about: null, detail: '报送花名册: 1' },
    ])
  })

  it('is downloaded only by those who work with answers, of what they see', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    const { id, link, client } = await asked(branch)
    await enrol(other.db, hub)
    await client.answer({ id, answer: nothing, file: fileOf(pdf(2000), '张三.pdf') })
    await link.syncNow()
    const paths = [`/directive/file?id=${id}&of=${branch.branchId}`, `/directive/files?id=${id}&part=1`]
    const viewer = await signIn(hub, { roles: ['viewer'] })
    const page = await visit(hub, `/directive?id=${id}`, { cookie: viewer })
    expect(page.text).toContain('Received (2 KB)')
    expect(page.text).not.toContain('张三')
    const elsewhere = await signIn(hub, { roles: ['officer'], node: other.branchId })
    for (const path of paths) {
      expect((await visit(hub, path, { cookie: viewer })).status).toBe(403)
      expect((await visit(hub, path, { cookie: elsewhere })).status).toBe(404)
      expect((await visit(hub, path)).status).not.toBe(200)
    }
  })

  it('that is cut in the middle of a piece goes on from there, and so does one that a killed program left', async () => {
    await using line = await openLine(hub.server.address)
    using branch = openTestBranch()
    const { id, link, client, state } = await asked(branch, line.address)
    const content = pdf(3 * PIECE_MAX_BYTES)
    await client.answer({ id, answer: nothing, file: fileOf(content, '册.pdf') })
    let requests = 0
    line.fault = (path) => (path === '/v1/file' && ++requests === 3 ? 'cutRequest' : null)
    expect(await link.syncNow()).toMatchObject({ link: 'offline' })
    const sent = async () => (await state())?.sent ?? 0
    const cut = await sent()
    expect(cut).toBeGreaterThan(0)
    // The branch does not know of a piece whose answer was lost.
    requests = 0
    line.fault = (path) => (path === '/v1/file' && ++requests === 2 ? 'dropReply' : null)
    expect(await link.syncNow()).toMatchObject({ link: 'offline' })
    expect(await state()).toMatchObject({ state: 'waiting', sent: cut })
    const before = (await piecesAtHub(branch)).length
    requests = 0
    line.fault = (path) => (path === '/v1/file' ? ((requests += 1), null) : null)
    await link.syncNow()
    expect(await state()).toMatchObject({ state: 'stored' })
    // It asked how much is there, and sent nothing twice.
    const pieces = await piecesAtHub(branch)
    expect(requests).toBe(1 + pieces.length - before)
    expect(pieces.reduce((sum, { length }) => sum + Number(length), 0)).toBe(content.length)
  })

  it('goes again to a hub that was restored without it', async () => {
    using branch = openTestBranch()
    const { id, link, client, state } = await asked(branch)
    await client.answer({ id, answer: nothing, file: fileOf(pdf(5000), '册.pdf') })
    await link.syncNow()
    await hub.hub.orm.execute(sql`DELETE FROM file_piece WHERE organisation = ${branch.branchId}`)
    await hub.hub.orm.execute(sql`DELETE FROM file_content WHERE organisation = ${branch.branchId}`)
    branch.db.sqlite.prepare("UPDATE enrolment SET hub_incarnation = '01990000-0000-7000-8000-000000000000'").run()
    await link.syncNow()
    expect(await state()).toMatchObject({ state: 'stored' })
    expect(await piecesAtHub(branch)).toHaveLength(1)
  })

  it('is kept once, however often the same content is handed in', async () => {
    using branch = openTestBranch()
    const { id, link, client } = await asked(branch)
    const second = await issue(branch, '再报一次')
    await link.syncNow()
    const content = pdf(4000)
    await client.answer({ id, answer: nothing, file: fileOf(content, '甲.pdf') })
    await client.answer({ id: second.id, answer: nothing, file: fileOf(content, '乙.pdf') })
    await link.syncNow()
    expect(await piecesAtHub(branch)).toHaveLength(1)
    expect(branch.db.sqlite.prepare('SELECT count(*) FROM outgoing_file').pluck().get()).toBe(1)
    const cookie = await signIn(hub, { roles: ['officer'] })
    for (const of of [id, second.id]) {
      const { bytes } = await visit(hub, `/directive/file?id=${of}&of=${branch.branchId}`, { cookie })
      expect(Buffer.from(bytes).equals(content)).toBe(true)
    }
    // One that no answer names any more is not kept here.
    await client.answer({ id, answer: nothing, file: fileOf(pdf(100), '丙.pdf') })
    await client.answer({ id: second.id, answer: nothing, file: fileOf(pdf(100), '丁.pdf') })
    expect(outgoingFileQueries(branch.db).content.get(sha256(content))).toBeUndefined()
  })

  it('is refused where nobody would want it', async () => {
    using branch = openTestBranch()
    const { id, link, client, state } = await asked(branch)
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const macros = Buffer.from(zipSync({ 'xl/workbook.xml': html, 'xl/vbaProject.bin': html }))
    const answer = (file: File) => client.answer({ id, answer: nothing, file })
    await expect(answer(fileOf(html, '册.pdf'))).rejects.toEqual(code('ANSWER_FILE_INVALID'))
    await expect(answer(fileOf(macros, '册.xlsx'))).rejects.toEqual(code('ANSWER_FILE_INVALID'))
    await expect(answer(fileOf(Buffer.alloc(0), '册.pdf'))).rejects.toEqual(code('ANSWER_FILE_INVALID'))
    const large = fileOf(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(OUTGOING_MAX_BYTES)]), '册.pdf')
    await expect(answer(large)).rejects.toEqual(code('ATTACHMENT_TOO_LARGE'))

    // A program that is not ours hands in what it likes, under whatever hash.
    const content = pdf(3000)
    await answer(fileOf(content, '册.pdf'))
    const hash = sha256(content)
    branch.db.sqlite.prepare('UPDATE outgoing_file SET content = ? WHERE hash = ?').run(pdf(3000), hash)
    await link.syncNow()
    expect(await state()).toMatchObject({ state: 'refused' })
    expect(await piecesAtHub(branch)).toEqual([])
    await answer(fileOf(content, '册.pdf'))
    branch.db.sqlite.prepare('UPDATE outgoing_file SET content = ? WHERE hash = ?').run(content, hash)
    await link.syncNow()
    expect(await state()).toMatchObject({ state: 'stored' })

    const page = sha256(html)
    branch.db.write(() => {
      branch.db.sqlite
        .prepare('UPDATE directive_answer SET file_hash = ?, file_size = ?, file_name = ?')
        .run(page, html.length, '册.html')
    })
    branch.db.sqlite.prepare('INSERT INTO outgoing_file VALUES (?, ?, 0, ?)').run(page, html, '2026-01-01')
    await link.syncNow()
    expect(await state()).toMatchObject({ state: 'refused' })
    const cookie = await signIn(hub, { roles: ['officer'] })
    expect((await visit(hub, `/directive/file?id=${id}&of=${branch.branchId}`, { cookie })).status).toBe(404)
  })

  it('of another branch, or that no answer names, is not taken', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    const { id, link, client } = await asked(branch)
    await enrol(other.db, hub)
    const content = pdf(1000)
    await client.answer({ id, answer: nothing, file: fileOf(content, '册.pdf') })
    await link.syncNow()
    const piece = { hash: sha256(content), size: content.length, offset: 0, content: content.toString('base64') }
    expect(await storePiece(hub.hub, other.branchId, piece)).toEqual({ refused: 'UNKNOWN' })
    expect(await storePiece(hub.hub, branch.branchId, { ...piece, size: 999 })).toEqual({ refused: 'UNKNOWN' })
    expect(await piecesAtHub(other)).toEqual([])
  })

  it('goes along on a stick', async () => {
    using branch = openTestBranch()
    const stick = stickOf(branch.db, branch.folder)
    await stick.exchange.accept({ file: await invitationOf(hub) })
    await carry(hub, stick)
    const { id } = await issue(branch)
    await carry(hub, stick)
    const { client } = clientOf(branch)
    const content = pdf(PIECE_MAX_BYTES + 10)
    await client.answer({ id, answer: nothing, file: fileOf(content, '册.pdf') })
    expect(await stick.exchange.state()).toMatchObject({ waitingFiles: 1 })
    await carry(hub, stick)
    expect(await stick.exchange.state()).toMatchObject({ waitingFiles: 0 })
    const cookie = await signIn(hub, { roles: ['officer'] })
    const { bytes } = await visit(hub, `/directive/file?id=${id}&of=${branch.branchId}`, { cookie })
    expect(Buffer.from(bytes).equals(content)).toBe(true)
  })
})

describe('the name a file is handed out by', () => {
  it('says whose it is and what it is, whatever the branch called it', () => {
    expect(nameOfFile('云溪机械厂工会', '花名册.PDF', 'application/pdf')).toBe('云溪机械厂工会-花名册.pdf')
    expect(nameOfFile('甲', '../../etc/passwd', 'image/png')).toBe('甲-.. .. etc passwd.png')
    expect(nameOfFile('甲"\r\nx: y', '图‮gnp.exe', 'image/png')).toBe('甲 x y-图 gnp.exe.png')
    expect(nameOfFile('甲', 'a'.repeat(300), 'image/jpeg')).toHaveLength(154)
  })
})
