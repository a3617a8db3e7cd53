import { describe, expect, it } from 'vitest'
import {
  basisDraftOf,
  changesAnything,
  newBasisDraft,
  readBasisDraft,
} from '../../../renderer/features/dues/bases/basis-draft'
import { changeOf, sheetRows } from '../../../renderer/features/dues/bases/sheet-choices'
import { newExemptionDraft, readExemptionDraft } from '../../../renderer/features/dues/exemptions/exemption-draft'
import type { MatchedPayRow, MemberBasis, PaySheet } from '../../../shared/contract/dues/bases'
import { monthSchema } from '../../../shared/model/date'
import { duesBasisIdSchema, memberIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'

const march = monthSchema.parse('2026-03')
const fen = (amount: number) => fenSchema.parse(amount)

describe('a basis as typed', () => {
  it('changes for many only what is filled in', () => {
    const draft = {
      ...newBasisDraft(march),
      memberClass: 'probation' as const,
      pay: { ...newBasisDraft(march).pay, post: '2,180.50' },
    }
    expect(readBasisDraft(draft, false).basis).toEqual({
      validFrom: march,
      change: { memberClass: 'probation', pay: { post: 218_050 } },
      note: null,
    })
    const { basis } = readBasisDraft(newBasisDraft(march), false)
    expect(basis !== null && changesAnything(basis.change)).toBe(false)
  })

  it('takes away for one member what is emptied', () => {
    const draft = basisDraftOf(
      { memberClass: 'contract', grade: '七级', pay: { post: fen(218_000), scale: fen(1) } },
      march,
    )
    expect(draft).toMatchObject({ memberClass: 'contract', grade: '七级', pay: { post: '2180', scale: '0.01' } })
    const { basis } = readBasisDraft({ ...draft, grade: ' ', pay: { ...draft.pay, scale: '' } }, true)
    expect(basis?.change).toMatchObject({ memberClass: 'contract', grade: null, pay: { post: 218_000, scale: null } })
  })

  it('says what cannot be read', () => {
    const draft = newBasisDraft(march)
    const { basis, problems } = readBasisDraft(
      { ...draft, validFrom: '2026', pay: { ...draft.pay, total: '很多', basic: '-5' } },
      false,
    )
    expect(basis).toBeNull()
    expect([...problems]).toEqual(['validFrom', 'total', 'basic'])
  })
})

describe('the rows of a pay sheet', () => {
  const memberOf = (name: string, basis: MemberBasis['basis'] = null): MemberBasis => ({
    memberId: newId(memberIdSchema),
    name,
    department: null,
    staffNumber: null,
    wage: null,
    basis,
  })
  const zhang = memberOf('张伟')
  const li = memberOf('李娜')
  const wang = memberOf('王芳')
  const known: MemberBasis = {
    ...wang,
    basis: {
      id: newId(duesBasisIdSchema),
      memberId: wang.memberId,
      validFrom: march,
      memberClass: 'regular',
      grade: null,
      pay: { total: fen(100) },
      note: null,
    },
  }
  const row = (match: MatchedPayRow['match'], total: number | null): MatchedPayRow => ({
    sheet: '工资',
    row: 2,
    name: '某',
    staffNumber: null,
    department: null,
    memberClass: null,
    grade: null,
    pay: total === null ? {} : { total: fen(total) },
    faults: [],
    match,
  })
  const matched = (member: MemberBasis): MatchedPayRow['match'] => ({
    kind: 'matched',
    memberId: member.memberId,
    by: 'staffNumber',
  })
  const sheet: PaySheet = {
    fileName: '工资.xlsx',
    columns: [],
    members: [zhang, li, known],
    rows: [
      row(matched(zhang), 1),
      row({ kind: 'ambiguous', memberIds: [li.memberId, zhang.memberId], doubt: 'namesakes' }, 2),
      row({ kind: 'repeated', memberId: zhang.memberId, earlier: 2 }, 3),
      row({ kind: 'unknown' }, 4),
      row(matched(known), 100),
      row(matched(li), null),
    ],
  }
  const groups = (choices: ReadonlyMap<number, MemberBasis['memberId'] | null>) =>
    sheetRows(sheet, march, choices).map(({ group }) => group)

  it('are sorted by what becomes of them, and a member is written once', () => {
    expect(groups(new Map())).toEqual(['changed', 'toChoose', 'repeated', 'unknown', 'same', 'empty'])
    expect(groups(new Map([[1, li.memberId]]))).toEqual([
      'changed',
      'changed',
      'repeated',
      'unknown',
      'same',
      'repeated',
    ])
    expect(groups(new Map([[1, zhang.memberId]])).slice(0, 3)).toEqual(['changed', 'repeated', 'repeated'])
    expect(groups(new Map([[1, null]]))[1]).toBe('leftOut')
    expect(
      groups(
        new Map([
          [0, null],
          [2, zhang.memberId],
        ]),
      ).slice(0, 3),
    ).toEqual(['leftOut', 'toChoose', 'changed'])
  })

  it('say what they replace', () => {
    const [, , , , same] = sheetRows(sheet, march, new Map())
    expect(same).toMatchObject({ replaces: true, before: { pay: { total: 100 } }, after: { pay: { total: 100 } } })
    expect(changeOf(row(matched(zhang), 1))).toEqual({ pay: { total: 1 } })
  })
})

describe('an exemption as typed', () => {
  const draft = { ...newExemptionDraft(march), reason: '病休' }

  it('needs a month and a reason, an end only where there is one', () => {
    expect(readExemptionDraft(draft).exemption).toEqual({
      from: march,
      until: null,
      reason: '病休',
      decision: null,
      decidedOn: null,
    })
    expect(readExemptionDraft({ ...draft, until: '2026年5月', decidedOn: '2026.3.1' }).exemption).toMatchObject({
      until: '2026-05',
      decidedOn: '2026-03-01',
    })
  })

  it.each([
    [{ from: '三月' }, 'from'],
    [{ until: '2026-02' }, 'until'],
    [{ until: '以后' }, 'until'],
    [{ reason: ' ' }, 'reason'],
    [{ decidedOn: '2026-03' }, 'decidedOn'],
  ])('%j is refused', (changes, problem) => {
    const { exemption, problems } = readExemptionDraft({ ...draft, ...changes })
    expect(exemption).toBeNull()
    expect([...problems]).toEqual([problem])
  })
})
