import { strFromU8, unzipSync } from 'fflate'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { activity, memberPhoto, participation, relative } from '../../db/schema'
import { memberFilterSchema } from '../../shared/contract/members'
import { PAPERS_MAX, type PaperRequest } from '../../shared/contract/reports'
import { daySchema, now } from '../../shared/model/date'
import { activityIdSchema, newId, participationIdSchema, relativeIdSchema } from '../../shared/model/id'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { reportsClient } from '../fixtures/reports-client'

// The smallest JPEG there is.
const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
const CLEAR = { clear: true, reason: '新会员入会' } as const

function setUp(branch: TestBranch) {
  const { db, folder } = branch
  const { reports, host } = reportsClient(db)
  const ids = db.write(() => {
    const first = insertMember(db, {
      name: '张三',
      department: '一车间',
      staffNumber: '0012',
      idNumber: '11010519491231002X',
      phone: '13812345678',
      remark: '<&>=1+1',
    })
    db.orm
      .insert(relative)
      .values({
        id: newId(relativeIdSchema),
        memberId: first,
        relation: '配偶',
        name: '李丽',
        phone: '13987654321',
        isEmergencyContact: 0,
      })
      .run()
    db.orm.insert(memberPhoto).values({ memberId: first, content: PHOTO, addedAt: now() }).run()
    return [first, insertMember(db, { name: '王五' })]
  })
  const request: PaperRequest = { paper: 'registration', people: { by: 'ids', ids }, clear: CLEAR }
  const accessLog = () => db.sqlite.prepare('SELECT kind, subject, count, reason FROM access_event').all()
  return { db, folder, reports, host, ids, request, accessLog }
}

describe('papers', () => {
  it('are masked, also the phones of relatives, unless a native dialog confirms it', async () => {
    using branch = openTestBranch()
    const { reports, host, request, accessLog } = setUp(branch)
    for (const paper of ['registration', 'application', 'dataSheet'] as const) {
      const { forms, total } = await reports.papers({ ...request, paper, clear: { clear: false } })
      expect([forms.length, total]).toEqual([2, 2])
      expect(JSON.stringify(forms)).not.toMatch(/11010519491231002X|13812345678|13987654321/)
    }
    expect(accessLog()).toEqual([])
    host.confirms = false
    await expect(reports.papers(request)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    host.confirms = true
    const { forms } = await reports.papers(request)
    expect(host.asked).toEqual(['paperClear', 'paperClear'])
    const text = JSON.stringify(forms[0])
    for (const shown of ['11010519491231002X', '13812345678', '13987654321', '李丽']) expect(text).toContain(shown)
    expect(forms.map(({ photo }) => photo)).toEqual([PHOTO.toString('base64'), null])
    expect(accessLog()).toEqual([{ kind: 'reveal', subject: '工会会员登记表', count: 2, reason: CLEAR.reason }])
  })

  it('are the first of many, and say how many there are', async () => {
    using branch = openTestBranch()
    const { db, reports, request } = setUp(branch)
    db.write(() => {
      for (let index = 0; index < PAPERS_MAX; index++) insertMember(db, { name: `会员${index}` })
    })
    const people = {
      by: 'filter' as const,
      filter: memberFilterSchema.parse({}),
      sort: { field: 'name' as const, direction: 'asc' as const },
    }
    const { forms, total } = await reports.papers({ ...request, people, clear: { clear: false } })
    expect([forms.length, total]).toEqual([PAPERS_MAX, PAPERS_MAX + 2])
  })

  it('become a Word file with a section each, the grid of the form and the photo', async () => {
    using branch = openTestBranch()
    const { reports, host, folder, request, accessLog } = setUp(branch)
    host.savePath = path.join(folder, '登记表')
    expect(await reports.saveDocument(request)).toEqual({ fileName: '登记表.docx' })
    const parts = unzipSync(new Uint8Array(readFileSync(path.join(folder, '登记表.docx'))))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document.match(/<w:sectPr/g)).toHaveLength(2)
    expect(document.match(/<w:pgSz /g)).toHaveLength(2)
    expect(document.match(/<w:tbl>/g)).toHaveLength(2)
    expect(document).toContain('w:w="11906"')
    for (const text of ['工会会员登记表', '11010519491231002X', '家庭主要', '&lt;&amp;&gt;=1+1'])
      expect(document).toContain(text)
    expect(Object.keys(parts).filter((part) => part.startsWith('word/media/'))).toHaveLength(1)
    expect(accessLog()).toMatchObject([{ kind: 'reveal' }, { kind: 'paper', subject: '工会会员登记表', count: 2 }])
    host.savePath = null
    expect(await reports.saveDocument({ ...request, clear: { clear: false } })).toBeNull()
    mkdirSync(path.join(folder, 'folder.docx'))
    host.savePath = path.join(folder, 'folder.docx')
    await expect(reports.saveDocument(request)).rejects.toMatchObject({ code: 'EXPORT_NOT_WRITTEN' })
  })

  it('are printed, or saved as the PDF that the window makes', async () => {
    using branch = openTestBranch()
    const { reports, host, folder, accessLog } = setUp(branch)
    const output = { paper: 'labels', count: 2, landscape: false, suggestedName: '标签' } as const
    host.savePath = path.join(folder, '标签.pdf')
    expect(await reports.output({ ...output, to: 'pdf' })).toEqual({ fileName: '标签.pdf' })
    expect(readFileSync(host.savePath, 'utf8')).toBe('%PDF-')
    expect(await reports.output({ ...output, to: 'printer' })).toEqual({ fileName: null })
    host.prints = false
    host.savePath = null
    expect(await reports.output({ ...output, to: 'printer' })).toBeNull()
    expect(await reports.output({ ...output, to: 'pdf' })).toBeNull()
    expect(existsSync(path.join(folder, '标签.pdf'))).toBe(true)
    expect(accessLog()).toHaveLength(2)
    expect(await reports.recent()).toMatchObject([{ kind: 'paper', subject: '标签', count: 2 }, { kind: 'paper' }])
  })

  it('of names show nothing that is masked, and know the activity they are for', async () => {
    using branch = openTestBranch()
    const { db, reports, ids } = setUp(branch)
    const activityId = newId(activityIdSchema)
    db.write(() => {
      db.orm
        .insert(activity)
        .values({
          id: activityId,
          title: '羽毛球赛',
          type: 'sports',
          startsOn: daySchema.parse('2026-03-08'),
          endsOn: daySchema.parse('2026-03-08'),
          place: '体育馆',
        })
        .run()
      for (const memberId of ids) {
        db.orm
          .insert(participation)
          .values({ id: newId(participationIdSchema), activityId, memberId, attendance: 'signedUp' })
          .run()
      }
    })
    const names = await reports.names({ people: { by: 'activity', activityId } })
    expect(names).toMatchObject({ total: 2, activity: { title: '羽毛球赛', place: '体育馆' } })
    expect(names.rows.map(({ name }) => name)).toEqual(['王五', '张三'])
    expect(JSON.stringify(names)).not.toMatch(/1101|138/)
  })
})

describe("a branch's own profiles", () => {
  it('are kept, changed and removed; those that come with the program are not', async () => {
    using branch = openTestBranch()
    const { reports } = setUp(branch)
    const [builtIn] = await reports.profiles()
    if (builtIn === undefined) throw new Error('There are no profiles')
    const definition = { ...builtIn.definition, name: '另一个省' }
    const { id } = await reports.saveProfile({ id: null, definition })
    await reports.saveProfile({ id, definition: { ...definition, region: '云南' } })
    expect((await reports.profiles()).map((profile) => [profile.builtIn, profile.definition.region])).toEqual([
      [true, '海南'],
      [true, '海南'],
      [false, '云南'],
    ])
    await expect(reports.saveProfile({ id: builtIn.id, definition })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await reports.removeProfile({ id })
    expect(await reports.profiles()).toHaveLength(2)
    await expect(reports.placeIn({ profileId: id, workbook: new File(['x'], 'x.xlsx') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
