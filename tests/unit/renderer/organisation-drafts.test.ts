import { describe, expect, it } from 'vitest'
import {
  arrangeRows,
  changedRow,
  likelyMeant,
  mergeTargets,
  unitsToEstablish,
  type ArrangeRow,
} from '../../../renderer/features/organisation/arrange-draft'
import { newPostDraft, postDraftOf, readPostDraft } from '../../../renderer/features/organisation/post-draft'
import { treeAct, treeRows, type Place } from '../../../renderer/features/organisation/tree-rows'
import { newUnitDraft, readUnitDraft } from '../../../renderer/features/organisation/unit-draft'
import { unitPath } from '../../../renderer/features/organisation/unit-path'
import { proposedUnitSchema, unitTreeSchema } from '../../../shared/contract/organisation'
import { memberIdSchema, newId, postIdSchema, unitIdSchema } from '../../../shared/model/id'

const proposals = [
  { name: '一车间', texts: ['一车间', '1车间'], groups: { 第一小组: ['第一小组', '第1小组'] }, similar: [] },
  { name: '机加工车间', texts: ['机加工车间'], groups: {}, similar: ['机加车间'] },
  { name: '机加车间', texts: ['机加车间'], groups: { 甲组: ['甲组'] }, similar: ['机加工车间'] },
].map(({ name, texts, groups, similar }) =>
  proposedUnitSchema.parse({
    existing: null,
    name,
    spellings: texts.map((text) => ({ text, count: 1 })),
    groups: Object.entries(groups).map(([group, spellings]) => ({
      name: group,
      spellings: spellings.map((text) => ({ text, count: 1 })),
    })),
    similar,
  }),
)

function row(rows: readonly ArrangeRow[], name: string): ArrangeRow {
  const found = rows.find(({ proposal }) => proposal.name === name)
  if (found === undefined) throw new Error(`No row ${name}`)
  return found
}

describe('arranging departments', () => {
  it('makes every proposed unit as it is, and merges nothing by itself', () => {
    const units = unitsToEstablish(arrangeRows(proposals))
    expect(units.map(({ name, spellings }) => [name, spellings])).toEqual([
      ['一车间', ['一车间', '1车间']],
      ['机加工车间', ['机加工车间']],
      ['机加车间', ['机加车间']],
    ])
    expect(units[0]?.groups).toEqual([{ name: '第一小组', spellings: ['第一小组', '第1小组'] }])
  })

  it('merges a row with its groups into another, which may be renamed afterwards', () => {
    let rows = arrangeRows(proposals)
    rows = changedRow(rows, row(rows, '机加车间'), { into: '机加工车间' })
    rows = changedRow(rows, row(rows, '机加工车间'), { name: '机械加工车间' })
    expect(unitsToEstablish(rows).slice(1)).toEqual([
      {
        name: '机械加工车间',
        spellings: ['机加工车间', '机加车间'],
        groups: [{ name: '甲组', spellings: ['甲组'] }],
      },
    ])
  })

  it('lets what was merged stand alone again when its target is not made', () => {
    let rows = arrangeRows(proposals)
    rows = changedRow(rows, row(rows, '机加车间'), { into: '机加工车间' })
    rows = changedRow(rows, row(rows, '机加工车间'), { isUsed: false })
    expect(unitsToEstablish(rows).map(({ name }) => name)).toEqual(['一车间', '机加车间'])
  })

  it('offers what is alike first, never itself and never what is merged away', () => {
    let rows = arrangeRows(proposals)
    expect(mergeTargets(rows, row(rows, '机加车间'), ['质检部'])).toEqual(['机加工车间', '质检部', '一车间'])
    rows = changedRow(rows, row(rows, '机加工车间'), { into: '质检部' })
    expect(mergeTargets(rows, row(rows, '机加车间'), ['质检部'])).toEqual(['质检部', '一车间'])
  })

  it('takes the less used of two names for the slip of the pen', () => {
    const rows = arrangeRows(proposals)
    expect(likelyMeant(rows, row(rows, '机加车间'), [])).toBe('机加工车间')
    expect(likelyMeant(rows, row(rows, '机加工车间'), [])).toBeNull()
    expect(likelyMeant(rows, row(rows, '机加工车间'), ['机加车间'])).toBe('机加车间')
  })

  it('makes only the groups that are ticked', () => {
    let rows = arrangeRows(proposals)
    rows = changedRow(rows, row(rows, '一车间'), { groups: [] })
    expect(unitsToEstablish(rows)[0]).toMatchObject({ name: '一车间', groups: [] })
  })
})

describe('a unit as typed', () => {
  it('keeps the name it had as another spelling, unless the person says otherwise', () => {
    const draft = { ...newUnitDraft(null), name: ' 机加工车间 ', aliases: ['机加'] }
    expect(readUnitDraft(draft, '一车间').unit).toMatchObject({ name: '机加工车间', aliases: ['机加', '一车间'] })
    expect(readUnitDraft({ ...draft, keepsOldName: false }, '一车间').unit?.aliases).toEqual(['机加'])
    expect(readUnitDraft(draft, '机加工车间').unit?.aliases).toEqual(['机加'])
    expect(readUnitDraft(draft, null).unit?.aliases).toEqual(['机加'])
  })

  it('needs a name and a date that can be read', () => {
    expect([...readUnitDraft({ ...newUnitDraft(null), name: ' ', foundedOn: '去年' }, null).problems]).toEqual([
      'nameMissing',
      'dateWrong',
    ])
    const draft = { ...newUnitDraft(null), name: '一车间', foundedOn: '2001年5月' }
    expect(readUnitDraft(draft, null).unit?.foundedOn).toBe('2001-05')
  })
})

describe('a post as typed', () => {
  const english = (title: string) => (title === '主席' ? 'Chair' : title)

  it('is kept under its official title, whatever the language of the screen', () => {
    const draft = { ...newPostDraft(null), title: 'Chair' }
    expect(readPostDraft(draft, english).post?.title).toBe('主席')
    expect(readPostDraft({ ...draft, title: 'Webmaster' }, english).post?.title).toBe('Webmaster')
  })

  it('comes through unchanged', () => {
    const { post } = readPostDraft(
      { ...newPostDraft(null), title: '主席', heldFrom: '2020.3', term: ' 第三届 ' },
      english,
    )
    if (post === null) throw new Error('It should be readable')
    expect(post).toMatchObject({ heldFrom: '2020-03', heldTo: null, term: '第三届', note: null })
    const stored = { ...post, id: newId(postIdSchema), memberId: newId(memberIdSchema), committeeId: null }
    expect(readPostDraft(postDraftOf(stored, english), english).post).toEqual(post)
  })

  it('says what is wrong with it', () => {
    const problems = (changes: object) => [
      ...readPostDraft({ ...newPostDraft(null), title: '主席', ...changes }, english).problems,
    ]
    expect(problems({ title: ' ' })).toEqual(['nameMissing'])
    expect(problems({ heldFrom: '某年' })).toEqual(['fromWrong'])
    expect(problems({ heldTo: '13月' })).toEqual(['toWrong'])
    expect(problems({ heldFrom: '2023-05', heldTo: '2022' })).toEqual(['endsBeforeStart'])
    expect(problems({ heldFrom: '2023-05', heldTo: '2023' })).toEqual([])
  })
})

describe('the rows of the tree', () => {
  const [one, two, group] = [newId(unitIdSchema), newId(unitIdSchema), newId(unitIdSchema)]
  const unit = (id: string, name: string, parentId: string | null) => ({
    id,
    name,
    parentId,
    kind: parentId === null ? 'branch' : 'group',
    aliases: [],
    position: 0,
    foundedOn: null,
    closedOn: null,
    active: 1,
    kept: 0,
    officers: [],
  })
  const tree = unitTreeSchema.parse({
    units: [unit(one, '一车间', null), unit(group, '第一小组', one), unit(two, '二车间', null)],
    branch: { active: 3, kept: 0, officers: [] },
    unplaced: { active: 1, kept: 0 },
  })
  const places = (folded: ReadonlySet<Place>) => treeRows(tree, folded).map(({ place }) => place)

  it('are everybody, each 分会 with its 小组, and those in none while there are any', () => {
    expect(places(new Set())).toEqual(['whole', one, group, two, 'unplaced'])
    expect(places(new Set([one]))).toEqual(['whole', one, two, 'unplaced'])
    const placed = { ...tree, unplaced: { active: 0, kept: 0 } }
    expect(treeRows(placed, new Set()).map(({ place }) => place)).toEqual(['whole', one, group, two])
  })

  it('are gone through by the arrow keys, which also fold and open', () => {
    const open = treeRows(tree, new Set())
    const folded = treeRows(tree, new Set([one]))
    expect(treeAct(open, one, 'ArrowDown')).toEqual({ kind: 'go', place: group })
    expect(treeAct(folded, one, 'ArrowDown')).toEqual({ kind: 'go', place: two })
    expect(treeAct(open, 'whole', 'ArrowUp')).toBeNull()
    expect(treeAct(open, 'whole', 'End')).toEqual({ kind: 'go', place: 'unplaced' })
    expect(treeAct(open, two, 'Home')).toEqual({ kind: 'go', place: 'whole' })
    expect(treeAct(open, group, 'ArrowLeft')).toEqual({ kind: 'go', place: one })
    expect(treeAct(open, one, 'ArrowLeft')).toEqual({ kind: 'fold', place: one })
    expect(treeAct(folded, one, 'ArrowRight')).toEqual({ kind: 'fold', place: one })
    expect(treeAct(open, one, 'ArrowRight')).toEqual({ kind: 'go', place: group })
    expect(treeAct(open, two, 'ArrowRight')).toBeNull()
    expect(treeAct(open, two, 'x')).toBeNull()
  })

  it('are called by their whole name elsewhere', () => {
    expect(unitPath(tree.units, group)).toBe('一车间 / 第一小组')
    expect(unitPath(tree.units, two)).toBe('二车间')
    expect(unitPath(tree.units, null)).toBeNull()
  })
})
