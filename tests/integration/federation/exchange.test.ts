import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessQueries } from '../../../db/queries/access'
import { setIncarnation } from '../../fixtures/restored'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { openEmbedded } from '../../../federation/database'
import { issueDirective } from '../../../federation/directives'
import { revoke } from '../../../federation/enrolment'
import { makeInvitation } from '../../../federation/exchange/invitation'
import { readReport } from '../../../federation/exchange/read-report'
import { everythingOf } from '../../../federation/accounts/seen'
import { takeIntoService } from '../../../federation/hub'
import { memberIdSchema, newId } from '../../../shared/model/id'
import { FILE_MAX_BYTES } from '../../../shared/sync/file'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'
import { resultOf } from '../../fixtures/roster-client'
import { addMembers, copyOf, enrol, membersAtHub, receiptsAtHub, setPhone } from './branch'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'
import { answerTo, carry, invitationOf, stickOf } from './stick'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const code = (text: string): unknown => expect.objectContaining({ code: text })
const refused = (problem: string): unknown => expect.objectContaining({ kind: 'refused', problem })
const names = async ({ branchId }: TestBranch) => (await membersAtHub(hub, branchId)).map(({ name }) => name).sort()
function directiveTitles({ db }: TestBranch): string[] {
  return db.sqlite.prepare<[], string>('SELECT title FROM directive').pluck().all()
}

/** A branch that was never on line, with its stick; it has accepted an invitation. */
async function invited(branch: TestBranch) {
  const stick = stickOf(branch.db, branch.folder)
  await stick.exchange.accept({ file: await invitationOf(hub) })
  return stick
}

function issue(title: string, to: string) {
  return issueDirective(hub.seen, { title, text: '', dueOn: null, asks: 'acknowledgement', unit: null }, [to])
}

describe('the exchange by file', () => {
  it('goes from a branch never enrolled to receipts and a directive, without any network', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    const stick = stickOf(branch.db, branch.folder)
    expect(await stick.exchange.state()).toEqual({ state: 'notEnrolled' })
    const file = await invitationOf(hub)
    const inviting = await stick.exchange.invitation({ file })
    expect(inviting.hubName).toBe('云溪区总工会')
    expect(await stick.exchange.accept({ file })).toMatchObject({ ...inviting, isConfirmed: false, open: null })

    const first = await readReport(hub.seen, await stick.write())
    expect(first).toMatchObject({ kind: 'stored', isEnrolled: true, attention: 0, skipped: null })
    expect(await names(branch)).toEqual(['张伟', '李娜'])
    expect(await stick.exchange.state()).toMatchObject({ isConfirmed: false, open: { number: 1 } })
    await issue('报送名册', branch.branchId)
    expect(await stick.read(await answerTo(hub, first))).toMatchObject({
      result: 'read',
      number: 1,
      isEnrolled: true,
      items: 1,
      isGap: false,
    })
    expect(await stick.exchange.state()).toMatchObject({ isConfirmed: true, waiting: 0, open: null })
    expect(directiveTitles(branch)).toEqual(['报送名册'])

    setPhone(branch.db, '张伟', '13800000000')
    expect((await carry(hub, stick)).result).toMatchObject({ kind: 'stored', entries: 1, isEnrolled: false })
    expect(
      (await stick.exchange.files({ limit: 10, offset: 0 })).rows.map(({ direction, number }) => [direction, number]),
    ).toEqual([
      ['in', 2],
      ['out', 2],
      ['in', 1],
      ['out', 1],
    ])
    const [logged] = accessQueries(branch.db).events.all({ limit: 1, offset: 0 })
    expect(logged).toMatchObject({ kind: 'export', count: 1 })
  })

  it('shows both sides the same check number of the hub', async () => {
    using one = openTestBranch()
    using other = openTestBranch()
    const [a, b] = [await invited(one), await invited(other)]
    const number = (state: object) => ('checkNumber' in state ? state.checkNumber : null)
    expect(number(await a.exchange.state())).toMatch(/^(\d{4} ?){4}$/)
    expect(number(await a.exchange.state())).toBe(number(await b.exchange.state()))
  })

  it('tells of what the hub holds or refuses as the line would', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run('x'.repeat(10_001)))
    const { result } = await carry(hub, stick)
    expect(result).toMatchObject({ kind: 'stored', attention: 1 })
    expect(hubLinkOf(branch.db).state()).toMatchObject({ attention: 1, waiting: 0 })
  })

  it('is called off by the dialog, and nothing is numbered or logged', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    stick.host.savePath = null
    expect(await resultOf(stick.exchange.write())).toBe(null)
    expect((await stick.exchange.files({ limit: 10, offset: 0 })).total).toBe(0)
  })

  it('leaves no number behind when the stick cannot be written', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    stick.host.savePath = `${branch.folder}/none/上报.gonghui`
    await expect(resultOf(stick.exchange.write())).rejects.toEqual(code('EXPORT_NOT_WRITTEN'))
    expect((await stick.exchange.files({ limit: 10, offset: 0 })).total).toBe(0)
  })
})

describe('a lost file', () => {
  it('costs nothing when it was a report', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    addMembers(branch.db, '张伟')
    await stick.write()
    addMembers(branch.db, '李娜')
    await stick.write()
    addMembers(branch.db, '王强')
    const { result, read } = await carry(hub, stick)
    expect(result).toMatchObject({ kind: 'stored', skipped: { from: 1, to: 2 }, isEnrolled: true })
    expect(read).toMatchObject({ result: 'read', number: 3 })
    expect(await names(branch)).toEqual(['张伟', '李娜', '王强'].sort())
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 7 })
  })

  it('costs nothing when it was an answer', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    addMembers(branch.db, '张伟')
    const lost = await readReport(hub.seen, await stick.write())
    await answerTo(hub, lost)
    await issue('一', branch.branchId)
    setPhone(branch.db, '张伟', '13800000000')
    const { result, read } = await carry(hub, stick)
    // The code was used by the first report; the same device with the same key is taken in all the same.
    expect(result).toMatchObject({ kind: 'stored', entries: 4 })
    expect(read).toMatchObject({ result: 'read', items: 1, isEnrolled: true })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 4 })
    expect(await stick.exchange.state()).toMatchObject({ waiting: 0 })
  })
})

describe('a file that comes again or late', () => {
  it('is known as a report: the same answer again, or one that a later one held', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    addMembers(branch.db, '张伟')
    const one = await stick.write()
    addMembers(branch.db, '李娜')
    const two = await stick.write()
    const read = await readReport(hub.seen, two)
    const before = await hub.rows(sql`SELECT * FROM change`)
    expect(await readReport(hub.seen, two)).toMatchObject({ kind: 'again' })
    expect(await readReport(hub.seen, one)).toEqual(refused('OLD'))
    expect(await hub.rows(sql`SELECT * FROM change`)).toHaveLength(before.length)
    expect(await stick.read(await answerTo(hub, await readReport(hub.seen, two)))).toMatchObject({ result: 'read' })
    expect(await stick.read(await answerTo(hub, read))).toEqual({ result: 'again', number: 2 })
  })

  it('is known as an answer: to an earlier report, and to one of an earlier life', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    const one = await readReport(hub.seen, await stick.write())
    const two = await readReport(hub.seen, await stick.write())
    expect(await stick.read(await answerTo(hub, two))).toMatchObject({ result: 'read', number: 2 })
    await issue('晚到', branch.branchId)
    expect(await stick.read(await answerTo(hub, one))).toEqual({ result: 'old', number: 1 })
    expect(directiveTitles(branch)).toEqual([])

    const three = await readReport(hub.seen, await stick.write())
    setIncarnation(branch.db)
    expect(await stick.read(await answerTo(hub, three))).toEqual({ result: 'otherLife', number: 3 })
    const { result } = await carry(hub, stick)
    expect(result).toMatchObject({ kind: 'stored' })
    expect(directiveTitles(branch)).toEqual(['晚到'])
  })

  it('of an earlier life is not taken as the present one, even if the hub never saw that life', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    addMembers(branch.db, '张伟')
    setIncarnation(branch.db)
    addMembers(branch.db, '李娜')
    const late = await stick.write()
    setIncarnation(branch.db)
    await carry(hub, stick)
    expect(await readReport(hub.seen, late)).toEqual(refused('DIVERGED'))
    expect(await names(branch)).toEqual(['张伟', '李娜'])
    addMembers(branch.db, '王强')
    expect((await carry(hub, stick)).result).toMatchObject({ kind: 'stored' })
  })
})

describe('a file of another', () => {
  it('is refused: another hub, another branch, another PC, another copy', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    const [stick, otherStick] = [await invited(branch), await invited(other)]
    const report = await stick.write()
    const database = await openEmbedded()
    const otherHub = await takeIntoService(database, { name: '别的总工会' })
    expect(await readReport(everythingOf(otherHub), report)).toEqual(refused('FOREIGN'))
    await database.close()

    const result = await readReport(hub.seen, report)
    const otherResult = await readReport(hub.seen, await otherStick.write())
    await expect(stick.read(await answerTo(hub, otherResult))).rejects.toEqual(code('EXCHANGE_FOREIGN'))
    await expect(stick.read(report)).rejects.toEqual(code('EXCHANGE_OTHER_KIND'))
    expect(await readReport(hub.seen, await answerTo(hub, result))).toEqual(refused('OTHER_KIND'))
    // A copy made by hand has the same keys, but it did not write that report.
    using copy = copyOf(branch)
    await stick.write()
    const second = await readReport(hub.seen, await stick.write())
    await expect(stickOf(copy, branch.folder).read(await answerTo(hub, second))).rejects.toEqual(
      code('EXCHANGE_FOREIGN'),
    )
  })

  it('is refused when two copies of one record write, and a person decides which goes on', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    using copy = copyOf(branch)
    addMembers(branch.db, '张伟')
    addMembers(copy, '李娜')
    await carry(hub, stick)
    const copyStick = stickOf(copy, branch.folder)
    expect(await readReport(hub.seen, await copyStick.write())).toEqual(refused('DIVERGED'))
    expect(await names(branch)).toEqual(['张伟'])
    await hubLinkOf(copy).takeOver()
    expect((await carry(hub, copyStick)).result).toMatchObject({ kind: 'stored' })
    expect(await names(branch)).toEqual(['张伟', '李娜'])
    // The copy that went on has what the other had sent.
    expect(copy.sqlite.prepare('SELECT name FROM member ORDER BY name').pluck().all()).toEqual(['张伟', '李娜'])
    expect(await readReport(hub.seen, await stick.write())).toEqual(refused('DIVERGED'))
  })

  it('is refused of a revoked device, of one unknown, and with a wrong or used code', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    await revoke(hub.hub, branch.branchId)
    expect(await readReport(hub.seen, await stick.write())).toEqual(refused('REVOKED'))

    using other = openTestBranch()
    const file = await invitationOf(hub)
    const [a, b] = [stickOf(other.db, other.folder), stickOf(branch.db, branch.folder)]
    await a.exchange.accept({ file })
    expect(await readReport(hub.seen, await a.write())).toMatchObject({ kind: 'stored' })
    await hubLinkOf(branch.db).leave()
    await b.exchange.accept({ file })
    expect(await readReport(hub.seen, await b.write())).toEqual(refused('CODE_WRONG'))
    await hubLinkOf(branch.db).leave()
    await b.exchange.accept({ file: await invitationOf(hub) })
    expect(await readReport(hub.seen, await b.write())).toEqual(refused('CODE_FOR_OTHER'))
    await hubLinkOf(branch.db).leave()
    await b.exchange.accept({ file: await invitationOf(hub, branch.branchId) })
    expect((await carry(hub, b)).result).toMatchObject({ kind: 'stored', isEnrolled: true })

    other.db.sqlite.prepare('UPDATE enrolment SET file_code = NULL').run()
    await hub.hub.orm.execute(sql`UPDATE device SET public_key = 'AAAA' WHERE organisation = ${other.branchId}`)
    expect(await readReport(hub.seen, await a.write())).toEqual(refused('FORGED'))
  })

  it('is refused by the branch when another than its hub signed it', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    const result = await readReport(hub.seen, await stick.write())
    const answer = await answerTo(hub, result)
    branch.db.sqlite.prepare("UPDATE enrolment SET hub_key = 'AAAA'").run()
    await expect(stick.read(answer)).rejects.toEqual(code('EXCHANGE_FORGED'))
    expect(await stick.exchange.state()).toMatchObject({ isConfirmed: false })
  })
})

describe('a file that is not whole', () => {
  it('is refused and changes nothing, on both sides', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    addMembers(branch.db, '张伟')
    const report = Buffer.from(await (await stick.write()).arrayBuffer())
    const answer = Buffer.from(
      await (await answerTo(hub, await readReport(hub.seen, new Blob([report])))).arrayBuffer(),
    )
    using fresh = openTestBranch()
    const freshStick = await invited(fresh)
    const unread = Buffer.from(await (await freshStick.write()).arrayBuffer())
    for (const [name, change] of [
      ['DAMAGED', (bytes: Buffer) => bytes.subarray(0, bytes.length - 10)],
      ['DAMAGED', (bytes: Buffer) => bytes.subarray(0, 100)],
      ['DAMAGED', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
      [
        'DAMAGED',
        (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 30 ? byte ^ 1 : byte))),
      ],
      ['NOT_OURS', () => Buffer.from('姓名,电话')],
      ['NOT_OURS', () => Buffer.from('')],
      [
        'NEWER',
        (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/(gonghui-file \w+) 1/, '$1 2'), 'latin1'),
      ],
    ] as const) {
      expect(await readReport(hub.seen, new Blob([new Uint8Array(change(unread))]))).toEqual(refused(name))
      await expect(stick.read(new Blob([new Uint8Array(change(answer))]))).rejects.toEqual(code(`EXCHANGE_${name}`))
    }
    const huge = Object.defineProperty(new Blob([new Uint8Array(unread)]), 'size', { value: FILE_MAX_BYTES + 1 })
    expect(await readReport(hub.seen, huge)).toEqual(refused('TOO_LARGE'))
    expect(await hub.rows(sql`SELECT * FROM organisation WHERE organisation = ${fresh.branchId}`)).toEqual([])
    expect(await stick.exchange.state()).toMatchObject({ isConfirmed: false, waiting: 3 })
    expect(await stick.read(new Blob([new Uint8Array(answer)]))).toMatchObject({ result: 'read' })
  })

  it('is no invitation either', async () => {
    using branch = openTestBranch()
    const { exchange } = stickOf(branch.db, branch.folder)
    const text = await makeInvitation(hub.seen, null)
    const wrong = ['', '{}', text.slice(0, -5), text.replace('云溪区', '云西区'), text + ' '.repeat(20_000)]
    for (const changed of wrong) {
      await expect(exchange.accept({ file: new File([changed], '邀请') })).rejects.toEqual(code('INVITATION_INVALID'))
    }
    const newer = new File([text.replace('"format": 1', '"format": 2')], '邀请')
    await expect(exchange.accept({ file: newer })).rejects.toEqual(code('EXCHANGE_NEWER'))
    expect(await exchange.state()).toEqual({ state: 'notEnrolled' })
    await exchange.accept({ file: new File([text], '邀请') })
    await expect(exchange.accept({ file: await invitationOf(hub) })).rejects.toEqual(code('ALREADY_ENROLLED'))
  })
})

describe('line and file together', () => {
  it('lead to the same, in any order', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟')
    const link = await enrol(branch.db, hub)
    const stick = stickOf(branch.db, branch.folder)
    addMembers(branch.db, '李娜')
    const report = await stick.write()
    addMembers(branch.db, '王强')
    await issue('一', branch.branchId)
    await link.syncNow()
    const late = await readReport(hub.seen, report)
    expect(late).toMatchObject({ kind: 'stored' })
    await issue('二', branch.branchId)
    await link.syncNow()
    expect(directiveTitles(branch).sort()).toEqual(['一', '二'])
    // The line was faster: what the answer says is known, and nothing is taken back by it.
    expect(await stick.read(await answerTo(hub, late))).toMatchObject({ result: 'read', items: 0, stored: 0 })
    expect(link.state()).toMatchObject({ link: 'synced', waiting: 0 })
    addMembers(branch.db, '赵敏')
    expect((await carry(hub, stick)).result).toMatchObject({ entries: 2 })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 9 })
  })

  it('brings receipts of a report over the line when its answer is lost', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const stick = stickOf(branch.db, branch.folder)
    branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run('x'.repeat(10_001)))
    expect(await readReport(hub.seen, await stick.write())).toMatchObject({ attention: 1 })
    expect(await link.syncNow()).toMatchObject({ attention: 1, waiting: 0 })
  })

  it('a branch enrolled by file goes on line with the address, before or after its first answer', async () => {
    using branch = openTestBranch()
    using other = openTestBranch()
    const [stick, eager] = [await invited(branch), await invited(other)]
    addMembers(branch.db, '张伟')
    await carry(hub, stick)
    addMembers(branch.db, '李娜')
    const address = hub.server.address
    expect(await stick.exchange.goOnLine({ address })).toMatchObject({ isOnLine: true, waiting: 0 })
    expect(await names(branch)).toEqual(['张伟', '李娜'])

    addMembers(other.db, '王强')
    const report = await eager.write()
    expect(await eager.exchange.goOnLine({ address })).toMatchObject({ isOnLine: true, isConfirmed: true, waiting: 0 })
    expect(await readReport(hub.seen, report)).toMatchObject({ kind: 'stored', isEnrolled: false })
    expect(await receiptsAtHub(hub, other.branchId)).toEqual({ applied: 3 })
  })

  it('goes on line with the hub of the enrolment only', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    await using otherHub = await startHub()
    const elsewhere = stick.exchange.goOnLine({ address: otherHub.server.address })
    await expect(elsewhere).rejects.toEqual(code('NOT_ENROLLED'))
    expect(await stick.exchange.state()).toMatchObject({ isOnLine: false })
  })

  it('works for who enrolled on line before files were known, once the line told the keys', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    branch.db.sqlite.prepare('UPDATE enrolment SET hub_recipient = NULL, hub_key = NULL, file_identity = NULL').run()
    const stick = stickOf(branch.db, branch.folder)
    expect(await stick.exchange.state()).toEqual({ state: 'noKeys' })
    await expect(resultOf(stick.exchange.write())).rejects.toEqual(code('EXCHANGE_NO_KEYS'))
    await link.syncNow()
    expect(await stick.exchange.state()).toMatchObject({ state: 'ready', isOnLine: true })
    expect((await carry(hub, stick)).read).toMatchObject({ result: 'read' })
  })
})

describe('a hub restored from a backup', () => {
  it('says from where the branch goes on, and gets everything again', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    addMembers(branch.db, '张伟')
    await carry(hub, stick)
    const [before] = await hub.rows(sql`SELECT head, head_id FROM stream WHERE organisation = ${branch.branchId}`)
    addMembers(branch.db, '李娜')
    await carry(hub, stick)
    // As a backup of the hub would have it.
    await hub.hub.orm.execute(sql`DELETE FROM receipt WHERE organisation = ${branch.branchId} AND change_id IN
      (SELECT id FROM change WHERE organisation = ${branch.branchId} AND stream_seq > ${before?.['head']})`)
    await hub.hub.orm.execute(
      sql`DELETE FROM change WHERE organisation = ${branch.branchId} AND stream_seq > ${before?.['head']}`,
    )
    await hub.hub.orm.execute(sql`UPDATE stream SET head = ${before?.['head']}, head_id = ${before?.['head_id']}
      WHERE organisation = ${branch.branchId}`)
    await hub.hub.orm.execute(sql`DELETE FROM record WHERE organisation = ${branch.branchId}
      AND columns->>'name' = '李娜'`)
    addMembers(branch.db, '王强')
    const { result, read } = await carry(hub, stick)
    expect(result).toMatchObject({ kind: 'gap' })
    expect(read).toMatchObject({ isGap: true })
    expect((await carry(hub, stick)).result).toMatchObject({ kind: 'stored' })
    expect(await names(branch)).toEqual(['张伟', '李娜', '王强'].sort())
    expect(await stick.exchange.state()).toMatchObject({ waiting: 0 })
  })
})

describe('being killed', () => {
  it('in the middle of reading a report loses nothing: it is read again', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    for (let group = 0; group < 6; group += 1) {
      addMembers(branch.db, ...Array.from({ length: 100 }, (_, at) => `会员${group}-${at}`))
    }
    const report = await stick.write()
    await hub.hub.orm.execute(sql`CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'killed'; END $$`)
    await hub.hub.orm.execute(sql`CREATE TRIGGER cut BEFORE INSERT ON change FOR EACH ROW
      WHEN (new.stream_seq = 700) EXECUTE FUNCTION cut()`)
    await expect(readReport(hub.seen, report)).rejects.toThrow()
    await hub.hub.orm.execute(sql`DROP FUNCTION cut CASCADE`)
    const stored = Object.values(await receiptsAtHub(hub, branch.branchId))[0]
    expect(Number(stored)).toBeGreaterThan(0)
    expect(Number(stored)).toBeLessThan(1201)
    expect(await readReport(hub.seen, report)).toMatchObject({ kind: 'stored', entries: 1201 })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 1201 })
  })

  it('in the middle of an answer loses nothing: it is read again from where it stood', async () => {
    using branch = openTestBranch()
    const stick = await invited(branch)
    await carry(hub, stick)
    for (let at = 0; at < 250; at += 1) await issue(`通知 ${at}`, branch.branchId)
    const answer = await answerTo(hub, await readReport(hub.seen, await stick.write()))
    branch.db.sqlite.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON directive WHEN new.title = '通知 220'
      BEGIN SELECT RAISE(ABORT, 'killed'); END`)
    await expect(stick.read(answer)).rejects.toThrow('killed')
    expect(directiveTitles(branch)).toHaveLength(200)
    branch.db.sqlite.exec('DROP TRIGGER cut')
    expect(await stick.read(answer)).toMatchObject({ result: 'read', items: 50 })
    expect(directiveTitles(branch)).toHaveLength(250)
  })
})

describe('the console', () => {
  it('makes an invitation, reads several reports in one go, and hands answers out; the audit has it all', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟')
    const stick = stickOf(branch.db, branch.folder)
    const cookie = await signIn(hub)
    const invitation = await visit(hub, '/exchange/invitation', { method: 'POST', cookie })
    await stick.exchange.accept({ file: new File([invitation.bytes], '邀请') })
    const state = await stick.exchange.state()
    const form = new FormData()
    form.append('files', await stick.write())
    form.append('files', new File(['x'], '花名册.xlsx'))
    const read = await visit(hub, '/exchange', { method: 'POST', cookie, form })
    expect(read.status).toBe(400)
    expect(read.text).toContain('3 entries read')
    expect(read.text).toContain('花名册.xlsx: No report of Gonghui')
    expect(read.text).toContain('checkNumber' in state ? state.checkNumber : 'none')
    expect(read.text).not.toContain('张伟')

    const [report] = await hub.rows(sql`SELECT * FROM report_file WHERE organisation = ${branch.branchId}`)
    const names = ['organisation', 'stream', 'number', 'hash']
    const which = Object.fromEntries(names.map((name) => [name, String(report?.[name])]))
    const answer = await visit(hub, '/exchange/answer', { method: 'POST', cookie, form: which })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(await stick.read(new Blob([answer.bytes]))).toMatchObject({ result: 'read', stored: 3 })
    const events = await hub.rows(sql`SELECT event FROM audit WHERE event LIKE 'exchange.%' ORDER BY id`)
    expect(events.map(({ event }) => event)).toEqual([
      'exchange.madeInvitation',
      'exchange.readFile',
      'exchange.refusedFile',
      'exchange.tookAnswer',
    ])
    expect((await visit(hub, '/exchange', { method: 'POST', form })).status).not.toBe(200)
  })
})

describe('a large branch', () => {
  it('sends 20,000 entries in one file', { timeout: 240_000 }, async () => {
    using branch = openTestBranch()
    const { db } = branch
    const stick = await invited(branch)
    db.sqlite.function('new_id', { deterministic: false }, () => newId(memberIdSchema))
    db.write(() =>
      db.sqlite.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO member (id, name) SELECT new_id(), '会员' || i FROM n`),
    )
    const report = await stick.write()
    expect(report.size / 20_001).toBeLessThan(200)
    const result = await readReport(hub.seen, report)
    expect(result).toMatchObject({ kind: 'stored', entries: 20_001, attention: 0 })
    expect(await stick.read(await answerTo(hub, result))).toMatchObject({ result: 'read', stored: 20_001 })
  })
})
