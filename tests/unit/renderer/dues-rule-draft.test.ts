import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newClassDraft,
  newRuleDraft,
  readRuleDraft,
  ruleDraftOf,
  ruleStarts,
  type ClassDraft,
  type RuleDraft,
} from '../../../renderer/features/dues/rules/rule-draft'
import { monthSchema } from '../../../shared/model/date'
import { duesRuleIdSchema, newId } from '../../../shared/model/id'
import { simpleFormula, simpleRule } from '../../fixtures/dues-rule'

const month = monthSchema.parse('2026-03')
const usual = newRuleDraft(month)

function withRegular(changes: Partial<ClassDraft>): RuleDraft {
  return { ...usual, classes: { regular: { ...newClassDraft(usual), ...changes } } }
}

const regularOf = (draft: RuleDraft) => readRuleDraft(draft).formula?.classes[0]?.calculation
const problemsOf = (draft: RuleDraft) => [...readRuleDraft(draft).problems]

describe('a dues rule as typed', () => {
  it('is the usual one unless changed: 0.5 %, tail below 10 yuan not counted, rounded to 0.1 yuan', () => {
    const calculation = { kind: 'rate', rate: 50, baseStep: 1000, roundingUnit: 10, roundingMode: 'halfUp' }
    expect(readRuleDraft(usual).rule).toEqual(
      simpleRule(calculation, month, { formula: simpleFormula(calculation, { leaving: 'sameMonth' }) }),
    )
  })

  it.each(ruleStarts)('can be read as soon as it is begun as %s', (start) => {
    const { rule, problems } = readRuleDraft(newRuleDraft(month, start))
    expect([...problems]).toEqual([])
    expect(rule).not.toBeNull()
  })

  it('has the half-yearly start in whole yuan, half of it for probation and contract', () => {
    const { formula } = readRuleDraft(newRuleDraft(month, 'wholeYuan'))
    expect(formula?.period).toBe('halfYear')
    expect(
      formula?.classes.map(({ memberClass, payItems, calculation }) => [
        memberClass,
        payItems,
        calculation.kind === 'rate' ? [calculation.rate, calculation.roundingUnit, calculation.baseStep] : null,
      ]),
    ).toEqual([
      ['regular', ['post', 'scale'], [50, 100, 1]],
      ['probation', ['post', 'scale'], [25, 100, 1]],
      ['contract', ['post', 'scale'], [25, 100, 1]],
    ])
  })

  it.each(ruleStarts)('is the same rule again when it is opened to be changed: %s', (start) => {
    const { rule } = readRuleDraft({ ...newRuleDraft(month, start), joining: 'nextMonth' })
    if (rule === null) throw new Error('A start can be read')
    const again = readRuleDraft(ruleDraftOf({ ...rule, id: newId(duesRuleIdSchema) }, month))
    expect(again.formula).toEqual(rule.formula)
  })

  it.each([
    ['0.5', 'percent', 50],
    ['０．５', 'percent', 50],
    ['0.50%', 'percent', 50],
    ['5', 'permille', 50],
    ['5.0', 'permille', 50],
    ['5‰', 'permille', 50],
    ['0.01', 'percent', 1],
    ['0.1', 'permille', 1],
    ['10', 'percent', 1000],
    ['100', 'permille', 1000],
  ] as const)('reads %s %s as %i ten-thousandths', (rate, rateUnit, tenThousandths) => {
    expect(regularOf(withRegular({ rate, rateUnit }))).toMatchObject({ rate: tenThousandths })
  })

  it.each([
    ['', 'percent'],
    ['x', 'percent'],
    ['0', 'percent'],
    ['-1', 'percent'],
    ['0.005', 'percent'],
    ['10.01', 'percent'],
    ['0.05', 'permille'],
    ['101', 'permille'],
  ] as const)('refuses %j %s', (rate, rateUnit) => {
    const draft = withRegular({ rate, rateUnit })
    expect(readRuleDraft(draft)).toMatchObject({ rule: null, formula: null })
    expect(problemsOf(draft)).toEqual(['regular.rate'])
  })

  it('means the same rate whether it is typed in percent or per mille', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (rate) => {
        const percent = withRegular({ rate: (rate / 100).toFixed(2), rateUnit: 'percent' })
        const permille = withRegular({ rate: (rate / 10).toFixed(1), rateUnit: 'permille' })
        expect(regularOf(percent)).toMatchObject({ rate })
        expect(readRuleDraft(permille).rule).toEqual(readRuleDraft(percent).rule)
      }),
    )
  })

  it('takes a flat amount, however the rate beside it reads', () => {
    const draft = { kind: 'flat', rate: 'x', amount: '10.50', payItems: [], floor: 'x' } as const
    expect(regularOf(withRegular(draft))).toEqual({ kind: 'flat', amount: 1050 })
    expect(problemsOf(withRegular({ ...draft, amount: '0' }))).toEqual(['regular.amount'])
    expect(problemsOf(withRegular({ ...draft, amount: '' }))).toEqual(['regular.amount'])
  })

  it('takes bands and grades, empty rows left out, none twice', () => {
    const bands = [
      { from: '0', amount: '5' },
      { from: '3,000', amount: '10' },
      { from: ' ', amount: '' },
    ]
    expect(regularOf(withRegular({ kind: 'bands', bands }))).toEqual({
      kind: 'bands',
      bands: [
        { from: 0, amount: 500 },
        { from: 300_000, amount: 1000 },
      ],
    })
    expect(problemsOf(withRegular({ kind: 'bands', bands: [...bands, { from: '0.00', amount: '7' }] }))).toEqual([
      'regular.bands',
    ])
    expect(problemsOf(withRegular({ kind: 'bands', bands: [{ from: '', amount: '' }] }))).toEqual(['regular.bands'])
    const grades = [
      { grade: ' 处级', amount: '30' },
      { grade: '', amount: '' },
    ]
    expect(regularOf(withRegular({ kind: 'grades', grades }))).toEqual({
      kind: 'grades',
      grades: [{ grade: '处级', amount: 3000 }],
    })
    expect(problemsOf(withRegular({ kind: 'grades', grades: [...grades, { grade: '处级', amount: '1' }] }))).toEqual([
      'regular.grades',
    ])
  })

  it('wants pay to reckon from, and the least below the most', () => {
    expect(problemsOf(withRegular({ payItems: [] }))).toEqual(['regular.payItems'])
    expect(problemsOf(withRegular({ floor: '20', cap: '10' }))).toEqual(['regular.limits'])
    expect(problemsOf(withRegular({ cap: '0' }))).toEqual(['regular.limits'])
    expect(readRuleDraft(withRegular({ floor: '1', cap: '10' })).formula?.classes).toMatchObject([
      { floor: 100, cap: 1000 },
    ])
  })

  it('lets a class pay nothing and leaves the others to follow the regular members', () => {
    const draft = {
      ...usual,
      classes: { ...usual.classes, temporary: { ...newClassDraft(usual), kind: 'exempt' as const } },
    }
    expect(
      readRuleDraft(draft).formula?.classes.map(({ memberClass, calculation }) => [memberClass, calculation.kind]),
    ).toEqual([
      ['regular', 'rate'],
      ['temporary', 'exempt'],
    ])
  })

  it('reads its months as people write them, in their order', () => {
    for (const validFrom of ['2026-03', '2026.3', '2026年3月']) {
      expect(readRuleDraft({ ...usual, validFrom }).rule?.validFrom).toBe('2026-03')
    }
    for (const validFrom of ['', '2026', '2026-13', '2026-03-08']) {
      expect(problemsOf({ ...usual, validFrom })).toEqual(['validFrom'])
    }
    expect(readRuleDraft({ ...usual, validUntil: '2026.12' }).rule?.validUntil).toBe('2026-12')
    expect(problemsOf({ ...usual, validUntil: '2026-02' })).toEqual(['validUntil'])
    expect(problemsOf({ ...usual, validUntil: '明年' })).toEqual(['validUntil'])
  })

  it('keeps the decision and its day, and none where only spaces were typed', () => {
    expect(readRuleDraft({ ...usual, decision: ' 第二次会议 ', decidedOn: '2026.2.5' }).rule).toMatchObject({
      decision: '第二次会议',
      decidedOn: '2026-02-05',
    })
    expect(readRuleDraft({ ...usual, decision: '  ' }).rule?.decision).toBeNull()
    expect(problemsOf({ ...usual, decidedOn: '2026-02' })).toEqual(['decidedOn'])
  })
})
