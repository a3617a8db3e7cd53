import { createRouterClient } from '@orpc/server'
import { eq } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../db/queries/access'
import { careGift, hardshipAssessment, hardshipFile } from '../../db/schema'
import { closeSensitive } from '../../electron/backend/access/sensitive'
import { batches } from '../../electron/backend/batches'
import { care } from '../../electron/backend/care'
import { hardshipFilterSchema } from '../../shared/contract/care/hardship'
import { daySchema } from '../../shared/model/date'
import { careGiftIdSchema, newId } from '../../shared/model/id'
import { addDays, dayOf } from '../../shared/rules/date'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { hardshipAssessmentInput, hardshipFileInput, hardshipPersonInput } from '../fixtures/hardship'
import { testHost } from '../fixtures/host'
import { resultOf } from '../fixtures/roster-client'
import { withSensitiveOpen } from '../fixtures/sensitive'

const page = { offset: 0, limit: 100 }
const everyFile = hardshipFilterSchema.parse({ state: null })
const idNumber = '11010519491231002X'

async function setUp({ db }: TestBranch) {
  const host = testHost()
  const client = createRouterClient({ batches, care }, { context: { session: { db }, host: host.client } })
  await withSensitiveOpen(db)
  const memberId = db.write(() => insertMember(db, { name: '张示例', department: '一车间', idNumber }))
  const { id } = await client.care.hardship.open(hardshipFileInput(memberId, { mainCause: '本人疾病' }))
  return { db, host, client, hardship: client.care.hardship, memberId, id }
}

describe('a hardship file', () => {
  it('takes family and figures, and one open file a member', async () => {
    using branch = openTestBranch()
    const { hardship, id, memberId } = await setUp(branch)
    await expect(hardship.open(hardshipFileInput(memberId))).rejects.toMatchObject({ code: 'HARDSHIP_FILE_EXISTS' })
    await hardship.savePerson({ fileId: id, id: null, person: hardshipPersonInput({ name: '李示例' }) })
    const [person] = (await hardship.get({ id })).persons
    if (person === undefined) throw new Error('Nobody was added')
    await hardship.savePerson({ fileId: id, id: person.id, person: hardshipPersonInput({ name: '李改名' }) })
    await hardship.saveAssessment({ fileId: id, id: null, assessment: hardshipAssessmentInput() })
    const { file, persons, assessments, member } = await hardship.get({ id })
    expect(file).toMatchObject({ mainCause: '本人疾病', closedOn: null })
    expect(persons.map(({ name }) => name)).toEqual(['李改名'])
    expect(assessments).toMatchObject([{ year: '2025', isStricken: false, class: 'deep' }])
    expect(member.idNumber).toBe('110105********002X')
    await expect(
      hardship.saveAssessment({ fileId: id, id: null, assessment: hardshipAssessmentInput() }),
    ).rejects.toMatchObject({ code: 'HARDSHIP_YEAR_EXISTS', data: { year: '2025' } })
  })

  it('asks why where another class is decided than the figures propose', async () => {
    using branch = openTestBranch()
    const { hardship, id } = await setUp(branch)
    const decide = (changes: object) =>
      hardship.saveAssessment({
        fileId: id,
        id: null,
        assessment: hardshipAssessmentInput({ decidedOn: '2026-03-01', ...changes }),
      })
    await expect(decide({ class: 'relative' })).rejects.toMatchObject({ code: 'HARDSHIP_REASON_MISSING' })
    await expect(decide({ class: null })).rejects.toMatchObject({ code: 'HARDSHIP_REASON_MISSING' })
    await decide({ class: 'relative', reason: '另有亲属按月资助' })
    expect(await hardship.head({ id })).toMatchObject({ class: 'relative', isDecided: true })
  })

  it('is closed, and goes on when the family is in hardship again', async () => {
    using branch = openTestBranch()
    const { hardship, id, memberId } = await setUp(branch)
    await hardship.close({ id, on: daySchema.parse('2026-06-30'), reason: '脱困' })
    expect(await hardship.list({ ...hardshipFilterSchema.parse({}), ...page })).toMatchObject({ total: 0 })
    const second = await hardship.open(hardshipFileInput(memberId))
    await expect(hardship.reopen({ id })).rejects.toMatchObject({ code: 'HARDSHIP_FILE_EXISTS' })
    await hardship.close({ id: second.id, on: daySchema.parse('2026-07-01'), reason: '重复' })
    await hardship.reopen({ id })
    expect(await hardship.head({ id })).toMatchObject({ closedOn: null, intake: 'returned' })
  })

  it('can be undone act by act', async () => {
    using branch = openTestBranch()
    const { hardship, client, id, db } = await setUp(branch)
    const { batchId } = await hardship.saveAssessment({
      fileId: id,
      id: null,
      assessment: hardshipAssessmentInput(),
    })
    await client.batches.undo({ id: batchId })
    expect(db.orm.select().from(hardshipAssessment).all()).toEqual([])
    const [opened] = (await client.batches.list(page)).rows.filter(({ kind }) => kind === 'hardship').slice(-1)
    if (opened === undefined) throw new Error('No batch')
    await client.batches.undo({ id: opened.id })
    expect(db.orm.select().from(hardshipFile).where(eq(hardshipFile.id, id)).all()).toEqual([])
  })
})

describe('while sensitive data is closed', () => {
  it('nothing of a file is told but what lists show, and nothing is changed', async () => {
    using branch = openTestBranch()
    const { hardship, db, id, memberId } = await setUp(branch)
    await hardship.savePerson({ fileId: id, id: null, person: hardshipPersonInput({ name: '李秘密' }) })
    await hardship.saveAssessment({ fileId: id, id: null, assessment: hardshipAssessmentInput() })
    closeSensitive(db)
    const closed = { code: 'SENSITIVE_CLOSED' }
    const clear = { clear: false } as const
    await expect(hardship.get({ id })).rejects.toMatchObject(closed)
    await expect(hardship.paper({ id, clear })).rejects.toMatchObject(closed)
    await expect(hardship.export({ filter: everyFile, clear, language: 'zh-CN' })).rejects.toMatchObject(closed)
    await expect(hardship.open(hardshipFileInput(memberId))).rejects.toMatchObject(closed)
    await expect(hardship.close({ id, on: daySchema.parse('2026-06-30'), reason: '脱困' })).rejects.toMatchObject(
      closed,
    )
    const said = JSON.stringify([
      await hardship.head({ id }),
      await hardship.list({ ...everyFile, ...page }),
      await hardship.ofMember({ memberId }),
      await hardship.figures({ from: daySchema.parse('2026-01-01'), until: daySchema.parse('2026-12-31') }),
    ])
    for (const secret of ['本人疾病', '李秘密', '3600000', idNumber]) expect(said).not.toContain(secret)
  })

  it('logs a look once an opening, with its reason', async () => {
    using branch = openTestBranch()
    const { hardship, db, id, memberId } = await setUp(branch)
    await hardship.get({ id })
    await hardship.get({ id })
    await withSensitiveOpen(db, '办理帮扶')
    await hardship.get({ id })
    const views = accessQueries(db)
      .events.all(page)
      .filter(({ kind }) => kind === 'sensitiveView')
    expect(views.map(({ memberId: of, subject, reason }) => [of, subject, reason])).toEqual([
      [memberId, 'hardshipFile', '办理帮扶'],
      [memberId, 'hardshipFile', '年度复核'],
    ])
  })
})

describe('the list', () => {
  it('finds by class, kind, review and publicity', async () => {
    using branch = openTestBranch()
    const { hardship, db, id } = await setUp(branch)
    const today = dayOf(new Date())
    const other = db.write(() => insertMember(db, { name: '王示例' }))
    const migrant = await hardship.open(hardshipFileInput(other, { kind: 'migrant' }))
    await hardship.saveAssessment({
      fileId: id,
      id: null,
      assessment: hardshipAssessmentInput({
        ...{ on: today, decidedOn: today, publicFrom: addDays(today, -3), publicUntil: addDays(today, 3) },
      }),
    })
    const found = async (changes: object) => {
      const { rows, total } = await hardship.list({ ...hardshipFilterSchema.parse(changes), ...page })
      expect(rows).toHaveLength(total)
      return rows.map((row) => row.id)
    }
    expect(await found({ class: 'deep' })).toEqual([id])
    expect(await found({ class: 'none' })).toEqual([])
    expect(await found({ class: 'undecided' })).toEqual([migrant.id])
    expect(await found({ kind: 'migrant' })).toEqual([migrant.id])
    expect(await found({ isInPublicity: true })).toEqual([id])
    // Nobody ever reviewed the other one.
    expect(await found({ isReviewDue: true })).toEqual([migrant.id])
    expect(await found({ search: '王' })).toEqual([migrant.id])
    expect(await hardship.counts()).toEqual({
      open: 2,
      isReviewDue: 1,
      isInPublicity: 1,
      undecided: 1,
      toDecide: 0,
      closed: 0,
    })
    const [assessment] = (await hardship.get({ id })).assessments
    if (assessment === undefined) throw new Error('No figures')
    const { id: assessmentId, fileId: _, ...figures } = assessment
    await hardship.saveAssessment({
      fileId: id,
      id: assessmentId,
      assessment: { ...figures, on: addDays(today, -350) },
    })
    expect(await found({ isReviewDue: true })).toContain(id)
  })

  it('counts files by class and aid by kind, without persons', async () => {
    using branch = openTestBranch()
    const { hardship, db, id, memberId } = await setUp(branch)
    await hardship.saveAssessment({
      fileId: id,
      id: null,
      assessment: hardshipAssessmentInput({ decidedOn: '2026-03-01' }),
    })
    const give = (on: string, aidKind: string, amount: number) =>
      db.orm
        .insert(careGift)
        .values({
          ...{ id: newId(careGiftIdSchema), memberId, kind: 'hardship', form: 'transfer' },
          ...{ on, aidKind, amount, hardshipFileId: id },
        })
        .run()
    db.write(() => [
      give('2026-03-05', 'living', 100_000),
      give('2026-04-05', 'living', 50_000),
      give('2025-12-31', 'medical', 1),
    ])
    const year = { from: daySchema.parse('2026-01-01'), until: daySchema.parse('2026-12-31') }
    expect(await hardship.figures(year)).toEqual({
      open: [{ kind: 'urban', class: 'deep', files: 1 }],
      opened: 1,
      closed: 0,
      aid: [{ aidKind: 'living', families: 1, amount: 150_000 }],
    })
    // Decided after the end of the time, so that its class is not known then.
    const february = { from: year.from, until: daySchema.parse('2026-02-28') }
    expect((await hardship.figures(february)).open).toEqual([{ kind: 'urban', class: null, files: 1 }])
    expect((await hardship.head({ id })).aid).toBe(150_001)
  })

  it('is saved as the union above wants it, masked unless confirmed', async () => {
    using branch = openTestBranch()
    const { hardship, db, host } = await setUp(branch)
    host.savePath = path.join(branch.folder, '汇总表.xlsx')
    const save = async (clear: Parameters<typeof hardship.export>[0]['clear']) => {
      await resultOf(hardship.export({ filter: everyFile, clear, language: 'zh-CN' }))
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(host.savePath ?? '')
      return [...(workbook.worksheets[0]?.getSheetValues() ?? [])].map((row) =>
        Array.isArray(row) ? row.slice(1) : [],
      )
    }
    const masked = await save({ clear: false })
    const headings = masked.find(([first]) => first === '序号')
    expect(headings?.filter((heading) => heading === '档案类别')).toHaveLength(2)
    expect(JSON.stringify(masked)).not.toContain(idNumber)
    expect(JSON.stringify(masked)).not.toContain('本人疾病')
    host.confirms = false
    await expect(save({ clear: true, reason: '上报区总工会' })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    host.confirms = true
    const full = await save({ clear: true, reason: '上报区总工会' })
    expect(JSON.stringify(full)).toContain(idNumber)
    expect(JSON.stringify(full)).toContain('本人疾病')
    const log = accessQueries(db).events.all(page)
    expect(
      log.filter(({ kind }) => kind === 'reveal').map(({ subject, count, reason }) => [subject, count, reason]),
    ).toEqual([['hardshipFile', 1, '上报区总工会']])
  })
})
