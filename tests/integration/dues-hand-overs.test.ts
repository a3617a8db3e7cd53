import ExcelJS from 'exceljs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { monthClosing } from '../../db/schema'
import type { HandOverDraft, HandOverSheet, PastedLine } from '../../shared/contract/dues/hand-overs'
import { now } from '../../shared/model/date'
import { handOverIdSchema, monthClosingIdSchema, newId, type MemberId } from '../../shared/model/id'
import { addDays, dayOf } from '../../shared/rules/date'
import { sumOf } from '../../shared/rules/dues/ledger'
import { fen, monthAt, openDues, payday, type DuesBranch } from '../fixtures/dues-client'

const page = { offset: 0, limit: 100 }
const year = dayOf(new Date()).slice(0, 4)

function sheetOf(rows: readonly (readonly [MemberId, number])[], changes: Partial<HandOverSheet> = {}): HandOverSheet {
  const read = rows.map(([memberId, amount]) => ({ memberId, amount: fen(amount) }))
  return {
    collector: '李静',
    receivedOn: payday,
    declaredCount: rows.length,
    declaredTotal: sumOf(read),
    note: null,
    rows: read,
    receipts: { issuer: '王芳' },
    ...changes,
  }
}

const draft: HandOverDraft = {
  collector: '李静',
  receivedOn: '2026-5-2',
  declaredCount: '3人',
  declaredTotal: '',
  note: '',
  withReceipts: true,
  issuer: '',
  rows: [{ memberId: null, name: '张', amount: '12.' }],
}

const lines = ({ db }: DuesBranch) => db.sqlite.prepare<[], number>('SELECT count(*) FROM dues_entry').pluck().get()

describe('a draft', () => {
  it('is kept as typed, and stands in what is to do until it is discarded or posted', async () => {
    using branch = openDues()
    const { handOvers } = branch.dues
    const id = newId(handOverIdSchema)
    await handOvers.saveDraft({ id, draft })
    await handOvers.saveDraft({ id, draft: { ...draft, note: '第一批' } })
    expect(await handOvers.draft({ id })).toEqual({ ...draft, note: '第一批' })
    expect(await handOvers.drafts()).toMatchObject([{ id, collector: '李静', receivedOn: '2026-5-2', rows: 1 }])
    expect((await branch.home.summary()).tasks).toContainEqual({
      ...{ kind: 'finishHandOver', id, collector: '李静', rows: 1 },
    })
    await handOvers.removeDraft({ id })
    await expect(handOvers.draft({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('goes with the posting', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    const [draftId, other] = [newId(handOverIdSchema), newId(handOverIdSchema)]
    for (const id of [draftId, other]) await branch.dues.handOvers.saveDraft({ id, draft })
    await branch.dues.handOvers.post({ draftId, sheet: sheetOf([[one, 1200]]) })
    expect((await branch.dues.handOvers.drafts()).map(({ id }) => id)).toEqual([other])
  })
})

describe('posting', () => {
  it('writes the payments as one batch, with receipts and the months that each paid', async () => {
    using branch = openDues()
    const [one, two] = [branch.addMember({ name: '钱一', department: '一车间' }), branch.addMember({ name: '孙二' })]
    branch.charge(one, [1200, 1200])
    branch.charge(two, [1500])
    const sheet = sheetOf([
      [one, 2400],
      [two, 2000],
    ])
    expect(await branch.dues.handOvers.check(sheet)).toMatchObject({ members: 2, amount: 4400, questions: [] })
    const { id, batchId } = await branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })
    expect(await branch.dues.handOvers.get({ id })).toMatchObject({
      unionName: '云溪机械厂工会委员会',
      handOver: { collector: '李静', declaredCount: 2, declaredTotal: 4400, batchId, isUndone: false, reversed: 0 },
      rows: [
        {
          name: '钱一',
          department: '一车间',
          amount: 2400,
          months: [
            { month: monthAt(0), amount: 1200 },
            { month: monthAt(1), amount: 1200 },
          ],
          receipt: `${year}-000001`,
        },
        { name: '孙二', amount: 2000, months: [{ month: monthAt(0), amount: 1500 }], receipt: `${year}-000002` },
      ],
    })
    const { rows } = await branch.dues.payments.list({
      ...{ from: payday, until: payday, method: null, collector: '李静', search: '', ...page },
    })
    expect(rows.map(({ name, method }) => [name, method])).toEqual([
      ['孙二', 'cash'],
      ['钱一', 'cash'],
    ])
    expect(await branch.batches.get({ id: batchId })).toMatchObject({ kind: 'handOver', count: 2, undoable: true })
  })

  it.each([
    ['the count differs', { declaredCount: 3 }, { declaredCount: 3, count: 2, declaredTotal: '24.00', total: '24.00' }],
    ['the total differs', { declaredTotal: fen(2399) }, { declaredCount: 2, count: 2, declaredTotal: '23.99' }],
  ])('is refused, with both figures, when %s', async (_, changes, data) => {
    using branch = openDues()
    const [one, two] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '孙二' })]
    const sheet = sheetOf(
      [
        [one, 1200],
        [two, 1200],
      ],
      changes,
    )
    const draftId = newId(handOverIdSchema)
    await branch.dues.handOvers.saveDraft({ id: draftId, draft })
    for (const asked of [branch.dues.handOvers.check(sheet), branch.dues.handOvers.post({ draftId, sheet })]) {
      await expect(asked).rejects.toMatchObject({ code: 'DECLARED_DIFFERS', data })
    }
    expect(lines(branch)).toBe(0)
    expect(await branch.dues.handOvers.drafts()).toHaveLength(1)
  })

  it('is refused for a closed month, a day to come, and more than is owed by who left; nothing is half posted', async () => {
    using branch = openDues()
    const { db } = branch
    const [one, left] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '走三' }, 'transferOut')]
    branch.charge(left, [1200])
    const before = lines(branch)
    const post = (sheet: HandOverSheet) => branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })
    const tomorrow = addDays(dayOf(new Date()), 1)
    await expect(post(sheetOf([[one, 1200]], { receivedOn: tomorrow }))).rejects.toMatchObject({
      code: 'DAY_IN_FUTURE',
    })
    await expect(
      post(
        sheetOf([
          [one, 1200],
          [left, 1300],
        ]),
      ),
    ).rejects.toMatchObject({ code: 'MEMBER_LEFT' })
    db.write(() =>
      db.orm
        .insert(monthClosing)
        .values({
          ...{ id: newId(monthClosingIdSchema), month: '2026-05', act: 'close', duesBalance: 0, fundsBalance: 0 },
          ...{ reason: null, recordedAt: now() },
        })
        .run(),
    )
    await expect(post(sheetOf([[one, 1200]]))).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    expect(lines(branch)).toBe(before)
    expect((await branch.dues.receipts.book()).series).toEqual([])
    expect(db.sqlite.prepare('SELECT count(*) FROM hand_over').pluck().get()).toBe(0)
  })

  it('asks about who left and pays an old debt, and about who pays far ahead', async () => {
    using branch = openDues()
    const [far, left] = [branch.addMember({ name: '钱一' }), branch.addMember({ name: '走三' }, 'transferOut')]
    branch.charge(far, [1000])
    branch.charge(left, [1200])
    const check = await branch.dues.handOvers.check(
      sheetOf([
        [far, 100_000],
        [left, 1200],
      ]),
    )
    expect(check.questions.map(({ question, rows }) => [question, rows.map(({ name }) => name)])).toEqual([
      ['left', ['走三']],
      ['large', ['钱一']],
    ])
  })

  it('takes nobody twice', async () => {
    using branch = openDues()
    const one = branch.addMember({ name: '钱一' })
    const sheet = sheetOf([
      [one, 1200],
      [one, 1200],
    ])
    await expect(branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })).rejects.toThrow()
    expect(lines(branch)).toBe(0)
  })

  it('is undone as a whole: payments reversed, receipts void, the hand-over stays and can be entered anew', async () => {
    using branch = openDues()
    const members = ['钱一', '孙二'].map((name) => branch.addMember({ name }))
    const sheet = sheetOf(
      members.map((id) => [id, 1200] as const),
      { note: '五月' },
    )
    const { id, batchId } = await branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })
    await branch.batches.undo({ id: batchId })
    const { total, rows } = await branch.dues.handOvers.list(page)
    expect({ total, rows }).toMatchObject({ total: 1, rows: [{ id, isUndone: true, reversed: 2 }] })
    expect((await branch.dues.receipts.book()).series).toMatchObject([{ last: 2, voided: 2, amount: 0 }])
    const copy = await branch.dues.handOvers.copy({ id })
    expect(await branch.dues.handOvers.draft(copy)).toMatchObject({
      ...{ collector: '李静', receivedOn: payday, declaredCount: '2', declaredTotal: '24', note: '五月' },
      rows: [
        { name: '钱一', amount: '12' },
        { name: '孙二', amount: '12' },
      ],
    })
  })

  it('tells which payment was reversed alone, and lists a payment once when its member was merged', async () => {
    using branch = openDues()
    const [one, two, other] = ['钱一', '孙二', '孙二'].map((name) => branch.addMember({ name }))
    if (one === undefined || two === undefined || other === undefined) expect.fail('No members')
    const sheet = sheetOf([
      [one, 1200],
      [two, 1300],
    ])
    const { id } = await branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })
    await branch.duplicates.merge({ into: other, from: two, take: [] })
    const { entries } = await branch.dues.payments.ledger({ memberId: one })
    for (const entry of entries) await branch.dues.payments.reverse({ entryId: entry.id, note: '假币' })
    const posted = await branch.dues.handOvers.get({ id })
    expect(posted.handOver).toMatchObject({ isUndone: false, reversed: 1 })
    expect(posted.rows).toMatchObject([
      { memberId: one, isReversed: true, receipt: null },
      { memberId: other, isReversed: false, receipt: `${year}-000002` },
    ])
  })
})

describe('a pasted list', () => {
  const line = (name: string, more: Partial<PastedLine> = {}): PastedLine => ({
    ...{ name, staffNumber: null, department: null, amount: null },
    ...more,
  })

  it('finds who is the only one of a name, and asks about the others', async () => {
    using branch = openDues()
    const only = branch.addMember({ name: '钱一', department: '一车间' })
    const [first, second] = [
      branch.addMember({ name: '张伟', staffNumber: '017', department: '一车间' }),
      branch.addMember({ name: '张伟', staffNumber: '018', department: '二车间' }),
    ]
    branch.charge(only, [1200])
    const asked = [
      line('钱 一'),
      line('张伟'),
      line('张伟', { staffNumber: '018' }),
      line('张伟', { department: '一车间' }),
      line('钱一', { department: '三车间' }),
      line('无此人'),
    ]
    const found = await branch.dues.handOvers.find({ lines: asked })
    const who = found.map(({ members, isSure }) => ({ isSure, ids: members.map(({ memberId }) => memberId) }))
    expect(who).toEqual([
      { isSure: true, ids: [only] },
      { isSure: false, ids: [first, second] },
      { isSure: true, ids: [second] },
      { isSure: true, ids: [first] },
      { isSure: false, ids: [only] },
      { isSure: false, ids: [] },
    ])
    expect(found[0]?.members).toMatchObject([{ name: '钱一', department: '一车间', status: 'active', owed: 1200 }])
  })
})

describe('the slip', () => {
  it('is saved as a sheet with a sum that Excel reckons, without what was reversed', async () => {
    using branch = openDues()
    const members = ['钱一', '孙二', '李静'].map((name) => branch.addMember({ name, department: '一车间' }))
    const sheet = sheetOf(members.map((id) => [id, 1250] as const))
    const { id } = await branch.dues.handOvers.post({ draftId: newId(handOverIdSchema), sheet })
    const { entries } = await branch.dues.payments.ledger({ memberId: members[2] ?? expect.fail('No member') })
    for (const entry of entries) await branch.dues.payments.reverse({ entryId: entry.id, note: '错' })
    branch.host.savePath = path.join(branch.folder, '交款单')
    for await (const event of await branch.dues.handOvers.exportSlip({ id, language: 'zh-CN' })) {
      if (event.kind === 'result') expect(event.result).toEqual({ fileName: '交款单.xlsx', rows: 2 })
    }
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path.join(branch.folder, '交款单.xlsx'))
    const written = workbook.worksheets[0] ?? expect.fail('No sheet')
    const text = (cell: string) => written.getCell(cell).text
    expect(['A1', 'A2', 'A3', 'A4'].map(text)).toEqual([
      '会费交款单',
      '云溪机械厂工会委员会',
      `交款人：李静　　　　交款日期：${payday}`,
      '共 2 人，合计 25.00 元　人民币（大写）贰拾伍元整',
    ])
    expect(['A6', 'B6', 'C6', 'D6', 'E6', 'F6'].map(text)).toEqual([
      ...['1', '钱一', '一车间', '预缴12.50元', `${year}-000001`, '12.5'],
    ])
    expect(written.getCell('F8').value).toEqual({ formula: 'SUBTOTAL(9,F6:F7)', result: 25 })
  })
})
