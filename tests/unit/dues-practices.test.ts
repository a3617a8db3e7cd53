import { describe, expect, it } from 'vitest'
import { monthSchema, partialDateSchema } from '../../shared/model/date'
import { duesFormulaSchema, duesRuleSchema, type DuesFormula } from '../../shared/model/dues-rule'
import { duesRuleIdSchema, newId } from '../../shared/model/id'
import { addMonths, monthsBetween } from '../../shared/rules/date'
import { addedBy, planMonths, type ChargedMember } from '../../shared/rules/dues/charging'
import { duesOf, type DuesSubject } from '../../shared/rules/dues/formula'
import { fenSchema } from '../../shared/model/money'

/** What unions were seen to collect (sources W2 to W10 of the domain notes), each as a rule of the program. */
const halfPercent = { kind: 'rate', rate: 50, baseStep: 1, roundingUnit: 1, roundingMode: 'halfUp' }

function part(memberClass: string, payItems: string[], calculation: object, limits: object = {}) {
  return { memberClass, payItems, calculation, floor: null, cap: null, ...limits }
}

function formula(period: string, ...classes: object[]): DuesFormula {
  return duesFormulaSchema.parse({ period, classes, joining: 'sameMonth', leaving: 'sameMonth' })
}

const jining = formula(
  'halfYear',
  part('regular', ['post', 'scale'], { ...halfPercent, baseStep: 1000 }),
  part('contract', ['basic', 'seniority'], { ...halfPercent, baseStep: 1000 }),
)
const pingdingshan = formula(
  'halfYear',
  part('regular', ['post', 'scale'], { ...halfPercent, roundingUnit: 100 }),
  part('probation', ['post', 'scale'], { ...halfPercent, rate: 25, roundingUnit: 100 }),
  part('contract', ['post', 'scale'], { ...halfPercent, rate: 25, roundingUnit: 100 }),
)
const dongguan = formula(
  'year',
  part('regular', ['post', 'scale'], halfPercent),
  part('contract', [], { kind: 'flat', amount: 100 }),
)
const college = formula('year', part('regular', ['post', 'scale', 'performance'], halfPercent))
const ruleBook = formula('month', part('regular', ['basic'], halfPercent))
const anhui = formula('halfYear', part('regular', [], { kind: 'flat', amount: 1000 }))
const huali = formula(
  'month',
  part('regular', [], {
    kind: 'grades',
    grades: [
      { grade: '校级', amount: 3000 },
      { grade: '处级', amount: 2000 },
      { grade: '其他', amount: 1000 },
    ],
  }),
)
const normalUniversity = formula(
  'year',
  part('regular', ['total'], halfPercent),
  part('temporary', ['total'], halfPercent),
)
const sichuan = formula('month', part('regular', ['total'], halfPercent))

const yuan = (amount: number) => fenSchema.parse(Math.round(amount * 100))
const pay = (items: Partial<Record<keyof DuesSubject['pay'], number>>): DuesSubject['pay'] =>
  Object.fromEntries(Object.entries(items).map(([item, amount]) => [item, yuan(amount)]))

function dues(rule: DuesFormula, subject: Partial<DuesSubject>) {
  const result = duesOf(rule, { memberClass: 'regular', grade: null, pay: {}, wage: null, ...subject })
  return result.kind === 'due' ? result.amount / 100 : result.why
}

describe('dues of a month as practised by', () => {
  it.each([
    [
      '济宁学院, staff: tail below 10 yuan of post and scale pay not counted [A: W2]',
      jining,
      { pay: pay({ post: 2_345, scale: 1_339.9 }) },
      18.4,
    ],
    ['济宁学院, staff: exactly at ten yuan [A: W2]', jining, { pay: pay({ post: 2_340, scale: 1_340 }) }, 18.4],
    [
      '济宁学院, not staff: basic and seniority pay [A: W2]',
      jining,
      { memberClass: 'contract', pay: pay({ basic: 2_000, seniority: 155 }) },
      10.75,
    ],
    ['平顶山学院, staff: to whole yuan [A: W3]', pingdingshan, { pay: pay({ post: 2_300, scale: 1_399 }) }, 18],
    ['平顶山学院, staff: half a yuan up [A: W3]', pingdingshan, { pay: pay({ post: 2_300, scale: 1_400 }) }, 19],
    [
      '平顶山学院, probation: 0.25 % [A: W3]',
      pingdingshan,
      { memberClass: 'probation', pay: pay({ post: 2_300, scale: 1_400 }) },
      9,
    ],
    [
      '平顶山学院, contract: 0.25 % [A: W3]',
      pingdingshan,
      { memberClass: 'contract', pay: pay({ post: 2_400, scale: 1_500 }) },
      10,
    ],
    [
      '东莞理工, staff: 5 ‰ of post and scale pay [A: W4]',
      dongguan,
      { pay: pay({ post: 2_500, scale: 1_234 }) },
      18.67,
    ],
    ['东莞理工, workers: 1 yuan, whatever the pay [A: W4]', dongguan, { memberClass: 'contract' }, 1],
    [
      'one college: basic performance pay counted as well [A: W7]',
      college,
      { pay: pay({ post: 2_000, scale: 1_000, performance: 1_500 }) },
      22.5,
    ],
    [
      'one college: without the performance pay that counts [A: W7]',
      college,
      { pay: pay({ post: 2_000, scale: 1_000 }) },
      'noPay',
    ],
    [
      'a rule book: basic pay, no bonus or allowance [A: W5]',
      ruleBook,
      { pay: pay({ basic: 3_000, performance: 4_000 }) },
      15,
    ],
    ['安徽警官职院: flat 10 yuan [A: W6]', anhui, {}, 10],
    ['广州华立, first rank: 30 yuan [A: W8]', huali, { grade: '校级' }, 30],
    ['广州华立, second rank: 20 yuan [A: W8]', huali, { grade: '处级' }, 20],
    ['广州华立, others: 10 yuan [A: W8]', huali, { grade: '其他' }, 10],
    ['广州华立, a rank not recorded [A: W8]', huali, {}, 'noGrade'],
    [
      '华南师大, temporary members: total pay [A: W9]',
      normalUniversity,
      { memberClass: 'temporary', wage: yuan(4_321) },
      21.61,
    ],
    ['四川: 5 ‰ of wage income [B: W10]', sichuan, { wage: yuan(5_678.9) }, 28.39],
    [
      'the charter, art. 8: none while the membership is kept [A: G4]',
      sichuan,
      { memberClass: 'kept', wage: yuan(5_678) },
      'kept',
    ],
  ] as const)('%s', (_name, rule, subject, expected) => {
    expect(dues(rule, subject)).toBe(expected)
  })
})

const january = monthSchema.parse('2026-01')

/** Yuan charged for January to December 2026, and for how many months. */
function yearOf(rule: DuesFormula, member: Partial<ChargedMember>, changes: Partial<DuesFormula> = {}) {
  const held = duesRuleSchema.parse({
    id: newId(duesRuleIdSchema),
    formula: { ...rule, ...changes },
    validFrom: '2020-01',
    validUntil: null,
    decision: null,
    decidedOn: null,
  })
  const months = monthsBetween(january, addMonths(january, 11)).map((month) => ({
    month,
    next: addMonths(month, 1),
    rule: held,
    isEarlier: false,
  }))
  const plan = planMonths(months, { wage: null, events: [], bases: [], exemptions: [], charged: new Map(), ...member })
  const charged = plan.filter(({ group }) => group === 'charge')
  return [charged.length, charged.reduce((sum, month) => sum + addedBy(month), 0) / 100]
}

const event = (type: ChargedMember['events'][number]['type'], date: string) => ({
  type,
  date: partialDateSchema.parse(date),
})
const basis = (
  validFrom: string,
  items: Parameters<typeof pay>[0],
  memberClass: 'regular' | 'probation' = 'regular',
) => ({
  validFrom: monthSchema.parse(validFrom),
  memberClass,
  grade: null,
  pay: pay(items),
})

describe('dues of a year as practised by', () => {
  const full = [basis('2020-01', { post: 2_345, scale: 1_339.9 })]

  it('济宁学院: new staff by months worked [A: W2]', () => {
    expect(yearOf(jining, { bases: full, events: [event('admission', '2026-08-20')] })).toEqual([5, 92])
  })

  it('济宁学院: retiring members to the month of the retirement order [A: W2]', () => {
    const events = [event('admission', '2000-07'), event('keeping', '2026-03-31')]
    expect(yearOf(jining, { bases: full, events })).toEqual([3, 55.2])
  })

  it('平顶山学院: from probation to regular in the middle of a half-year [A: W3]', () => {
    const bases = [
      basis('2025-09', { post: 2_300, scale: 1_400 }, 'probation'),
      basis('2026-09', { post: 2_300, scale: 1_400 }),
    ]
    expect(yearOf(pingdingshan, { bases })).toEqual([12, 8 * 9 + 4 * 19])
  })

  it('东莞理工: twelve months at once, late joiners pay back [A: W4]', () => {
    const bases = [basis('2020-01', { post: 2_500, scale: 1_234 })]
    expect(yearOf(dongguan, { bases })).toEqual([12, 224.04])
    expect(yearOf(dongguan, { bases, events: [event('admission', '2026-11')] })).toEqual([2, 37.34])
  })

  it('a rule book: more from the month of a raise on [A: W5]', () => {
    const bases = [basis('2020-01', { basic: 3_000 }), basis('2026-07', { basic: 3_400 })]
    expect(yearOf(ruleBook, { bases })).toEqual([12, 6 * 15 + 6 * 17])
  })

  it('安徽警官职院: flat, also for who left and came back [A: W6]', () => {
    const events = [event('admission', '2020'), event('transferOut', '2026-02-10'), event('transferIn', '2026-10-01')]
    expect(yearOf(anhui, { events })).toEqual([5, 50])
  })

  it('rules that begin the month after joining and end the month before leaving', () => {
    const events = [event('admission', '2026-02-10'), event('keeping', '2026-10-08')]
    expect(yearOf(anhui, { events }, { joining: 'nextMonth', leaving: 'previousMonth' })).toEqual([7, 70])
    expect(yearOf(anhui, { events }, { joining: 'nextMonth' })).toEqual([8, 80])
    expect(yearOf(anhui, { events }, { leaving: 'previousMonth' })).toEqual([8, 80])
    expect(yearOf(anhui, { events })).toEqual([9, 90])
  })

  it('rules that charge who joined and left within one month only where both months count', () => {
    const events = [event('admission', '2026-05-04'), event('withdrawal', '2026-05-20')]
    expect(yearOf(anhui, { events })).toEqual([1, 10])
    expect(yearOf(anhui, { events }, { leaving: 'previousMonth' })).toEqual([0, 0])
    expect(yearOf(anhui, { events }, { joining: 'nextMonth' })).toEqual([0, 0])
  })

  it('branches that exempt by decision for some months', () => {
    const exemptions = [{ from: monthSchema.parse('2026-03'), until: monthSchema.parse('2026-05'), reason: '病休' }]
    expect(yearOf(anhui, { exemptions })).toEqual([9, 90])
  })
})
