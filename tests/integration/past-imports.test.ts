import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberFields } from '../../shared/model/member'
import { insertMember, openTestBranch, type TestBranch } from '../fixtures/branch'
import { bundleReaderWorker } from '../fixtures/reader-worker'
import { resultOf, rosterClient, rosterFile } from '../fixtures/roster-client'

beforeAll(bundleReaderWorker)

const HEADER = ['姓名', '身份证号码', '手机号码', '工作单位', '备注', '什么列']
const ZHANG = ['张三', '110105194912310011', '13812345670', '新单位']
const LI = ['李四', '11010519491231002X', null, '别的单位']
const BAD = ['坏行', '110105194912310012', null, '别的单位']
const page = { offset: 0, limit: 100 }

function setUp({ db }: TestBranch) {
  const { roster, batches, members } = rosterClient(db)
  return {
    roster,
    batches,
    members,
    add: (fields: Partial<MemberFields> & { name: string }) => db.write(() => insertMember(db, fields)),
    stage: (...rows: (string | null)[][]) => resultOf(roster.read({ file: rosterFile([HEADER, ...rows]) })),
    commit: async (id: Parameters<typeof roster.commit>[0]['id']) => resultOf(roster.commit({ id })),
    edit: async (id: Parameters<typeof members.get>[0]['id'], fields: Partial<MemberFields>) => {
      const { version } = await members.get({ id })
      await members.update({ id, version, fields })
    },
  }
}

describe('an import', () => {
  it('is kept with its file, columns, counts and the rows that each member came from', async () => {
    using branch = openTestBranch()
    const { roster, batches, add, stage, commit } = setUp(branch)
    const zhang = add({ name: '张三', idNumber: '110105194912310011', phone: '13812345670', employer: '旧单位' })
    const imported = await stage(ZHANG, LI, BAD)
    expect(await roster.imports(page)).toEqual({ total: 0, rows: [] })
    const { batchId } = await commit(imported.id)
    const summary = {
      id: imported.id,
      fileName: '花名册.xlsx',
      actor: 'local',
      added: 1,
      changed: 1,
      same: 0,
      leftOut: 1,
    }
    expect(await roster.imports(page)).toMatchObject({ total: 1, rows: [{ ...summary, rows: 1, undoneAt: null }] })
    const record = await roster.importRecord({ id: imported.id })
    expect(record).toMatchObject({ ...summary, commits: [{ batchId, added: 1, changed: 1, same: 0, leftOut: 1 }] })
    expect(record.sheets).toMatchObject([{ name: '名册' }])
    expect(record.sheets[0]?.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['姓名', 'name'],
      ['身份证号码', 'idNumber'],
      ['手机号码', 'phone'],
      ['工作单位', 'employer'],
      ['备注', 'remark'],
      ['什么列', null],
    ])

    expect(await batches.get({ id: batchId })).toMatchObject({
      kind: 'import',
      importId: imported.id,
      effects: { added: 1, changed: 1, removed: 0 },
      undoable: true,
    })
    const changed = await batches.effects({ id: batchId, effect: 'changed', search: '', ...page })
    expect(changed.rows).toMatchObject([
      { memberId: zhang, name: '张三', places: [{ sheet: '名册', row: 2 }], entries: [{ operation: 'update' }] },
    ])
    expect(changed.rows[0]?.entries[0]?.changes).toContainEqual({
      field: 'employer',
      before: '旧单位',
      after: '新单位',
    })
    const added = await batches.effects({ id: batchId, effect: null, search: '四', ...page })
    expect(added).toMatchObject({ total: 1, rows: [{ name: '李四', effect: 'added', places: [{ row: 3 }] }] })
    expect(added.rows[0]?.entries[0]?.changes).toContainEqual({
      field: 'idNumber',
      before: null,
      after: '110105********002X',
    })
  })

  it('undone leaves the list of unfinished ones, and comes back with its rows when the undo is taken back', async () => {
    using branch = openTestBranch()
    const { roster, batches, stage, commit } = setUp(branch)
    const imported = await stage(ZHANG, BAD)
    const { batchId } = await commit(imported.id)
    expect(await roster.unfinished()).toMatchObject([{ id: imported.id, rows: 1, committed: true }])
    const undo = await batches.undo({ id: batchId })
    expect(await roster.unfinished()).toEqual([])
    const [undone] = (await roster.imports(page)).rows
    expect(undone?.undoneAt).not.toBeNull()
    expect(await batches.get({ id: batchId })).toMatchObject({ undoable: false, undoneBy: undo.batchId })
    expect(await batches.get({ id: undo.batchId })).toMatchObject({ undoable: true, undoes: 'import' })
    const redo = await batches.undo({ id: undo.batchId })
    expect(redo).toMatchObject({ undone: 1, kept: { total: 0 } })
    expect(await roster.unfinished()).toMatchObject([{ id: imported.id, rows: 1, committed: true }])
    expect(await roster.imports(page)).toMatchObject({ rows: [{ id: imported.id, undoneAt: null }] })
    expect(await batches.get({ id: redo.batchId })).toMatchObject({ undoable: false, undoes: 'undo' })
  })

  it('says before and after its undo what is kept and why, personal data masked', async () => {
    using branch = openTestBranch()
    const { batches, members, add, stage, commit, edit } = setUp(branch)
    const zhang = add({ name: '张三', idNumber: '110105194912310011', phone: '13912345670', employer: '旧单位' })
    const imported = await stage(ZHANG, LI)
    const { batchId } = await commit(imported.id)
    await edit(zhang, { phone: '13712345670' })
    const [{ memberId: liId } = { memberId: null }] = (
      await batches.effects({ id: batchId, effect: 'added', search: '', ...page })
    ).rows
    if (liId === null) throw new Error('Nobody was added')
    await edit(liId, { remark: '手写' })
    const kept = [
      {
        memberId: zhang,
        name: '张三',
        reason: 'edited',
        field: 'phone',
        written: '138****5670',
        current: '137****5670',
      },
      { memberId: liId, name: '李四', reason: 'editedRecord', field: 'remark', written: null, current: '手写' },
    ]
    expect(await batches.undoPreview({ id: batchId })).toMatchObject({
      additions: 0,
      changes: 1,
      removals: 0,
      kept: { total: 2, rows: kept },
    })
    const undo = await batches.undo({ id: batchId })
    expect(undo).toMatchObject({ undone: 1, kept: { total: 2, rows: kept } })
    expect(await batches.kept({ id: undo.batchId, ...page })).toMatchObject({ total: 2, rows: kept })
    expect((await members.get({ id: zhang })).member).toMatchObject({ employer: '旧单位', phone: '137****5670' })
  })
})

describe('each value of a member', () => {
  it('tells whether it was typed in or which file, sheet and row it came from, also after an undo', async () => {
    using branch = openTestBranch()
    const { batches, members, add, stage, commit, edit } = setUp(branch)
    const zhang = add({ name: '张三', idNumber: '110105194912310011', employer: '旧单位', remark: '老会员' })
    const imported = await stage(ZHANG)
    const { batchId } = await commit(imported.id)
    await edit(zhang, { remark: '改过' })
    const sources = async () =>
      new Map((await members.sources({ id: zhang })).map(({ field, ...source }) => [field, source]))
    const byHand = { actor: 'local', batch: null, importId: null, places: [] }
    const fromFile = {
      batch: { id: batchId, kind: 'import', title: '花名册.xlsx' },
      importId: imported.id,
      places: [{ sheet: '名册', row: 2 }],
    }
    const before = await sources()
    expect(before.get('name')).toMatchObject(byHand)
    expect(before.get('remark')).toMatchObject(byHand)
    expect(before.get('employer')).toMatchObject(fromFile)
    expect(before.get('phone')).toMatchObject(fromFile)
    expect(before.has('email')).toBe(false)
    expect((await members.history({ id: zhang })).find(({ batch }) => batch?.id === batchId)).toMatchObject({
      places: [{ sheet: '名册', row: 2 }],
    })

    const undo = await batches.undo({ id: batchId })
    const after = await sources()
    expect(after.get('employer')).toMatchObject(byHand)
    expect(after.has('phone')).toBe(false)
    await batches.undo({ id: undo.batchId })
    expect((await sources()).get('employer')).toMatchObject(fromFile)
  })

  it('of a custom field tells it too, and an edit of it keeps what an undo would take', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const { batches, members, add } = setUp(branch)
    const id = add({ name: '张三' })
    const { id: fieldId } = await members.customFields.add({ name: '爱好', kind: 'text', choices: [], isMasked: false })
    const { batchId } = db.writeBatch({ kind: 'edit', title: '爱好' }, () => {
      db.sqlite.prepare("INSERT INTO custom_value VALUES ('v', ?, ?, '下棋')").run(id, fieldId)
      return { count: 1, result: null }
    })
    const source = async () => (await members.sources({ id })).find(({ field }) => field === fieldId)
    expect(await source()).toMatchObject({ batch: { id: batchId, kind: 'edit', title: '爱好' }, importId: null })
    db.write(() => db.sqlite.prepare("UPDATE custom_value SET value = '游泳'").run())
    expect(await source()).toMatchObject({ actor: 'local', batch: null })
    expect((await batches.undoPreview({ id: batchId })).kept.rows).toMatchObject([
      { memberId: id, name: '张三', reason: 'editedRecord', field: '爱好', written: '下棋', current: '游泳' },
    ])
  })
})
