import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newPaymentDraft,
  readPaymentDraft,
  typedSum,
  wholeMonths,
  type PaymentDraft,
} from '../../../renderer/features/dues/payments/payment-draft'
import { newRuleDraft, readRuleDraft } from '../../../renderer/features/dues/rules/rule-draft'
import { daySchema, monthSchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { simpleFormula, simpleRule } from '../../fixtures/dues-rule'

const month = monthSchema.parse('2026-03')
const today = daySchema.parse('2026-03-08')

describe('a dues rule as typed', () => {
  const usual = newRuleDraft(month)

  it('is the usual one unless changed: 0.5 %, tail below 10 yuan not counted, rounded to 0.1 yuan', () => {
    const { rule } = readRuleDraft(usual)
    const calculation = { kind: 'rate', rate: 50, baseStep: 1000, roundingUnit: 10, roundingMode: 'halfUp' }
    expect(rule).toEqual(
      simpleRule(calculation, month, { formula: simpleFormula(calculation, { leaving: 'sameMonth' }) }),
    )
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
    expect(readRuleDraft({ ...usual, rate, rateUnit }).rule?.formula.classes).toMatchObject([
      { calculation: { rate: tenThousandths } },
    ])
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
    const { rule, problems } = readRuleDraft({ ...usual, rate, rateUnit })
    expect(rule).toBeNull()
    expect([...problems]).toEqual(['rate'])
  })

  it('means the same rate whether it is typed in percent or per mille', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (rate) => {
        const percent = readRuleDraft({ ...usual, rate: (rate / 100).toFixed(2), rateUnit: 'percent' })
        const permille = readRuleDraft({ ...usual, rate: (rate / 10).toFixed(1), rateUnit: 'permille' })
        expect(percent.rule?.formula.classes).toMatchObject([{ calculation: { rate } }])
        expect(permille.rule).toEqual(percent.rule)
      }),
    )
  })

  it('takes a flat amount, however the rate beside it reads', () => {
    const draft = { ...usual, kind: 'flat', rate: 'x', amount: '10.50' } as const
    expect(readRuleDraft(draft).rule?.formula.classes).toMatchObject([{ calculation: { kind: 'flat', amount: 1050 } }])
    expect([...readRuleDraft({ ...draft, amount: '0' }).problems]).toEqual(['amount'])
    expect([...readRuleDraft({ ...draft, amount: '' }).problems]).toEqual(['amount'])
  })

  it('reads its month as people write it, and wants the month', () => {
    for (const validFrom of ['2026-03', '2026.3', '2026年3月']) {
      expect(readRuleDraft({ ...usual, validFrom }).rule?.validFrom).toBe('2026-03')
    }
    for (const validFrom of ['', '2026', '2026-13', '2026-03-08']) {
      expect([...readRuleDraft({ ...usual, validFrom }).problems]).toEqual(['validFrom'])
    }
  })

  it('keeps the decision, and none where only spaces were typed', () => {
    expect(readRuleDraft({ ...usual, decision: ' 第二次会议 ' }).rule?.decision).toBe('第二次会议')
    expect(readRuleDraft({ ...usual, decision: '  ' }).rule?.decision).toBeNull()
  })
})

describe('a payment as typed', () => {
  const draft = newPaymentDraft(today)
  const [one, other] = [newId(memberIdSchema), newId(memberIdSchema)]
  const open = [
    { month: monthSchema.parse('2026-01'), open: fenSchema.parse(1200) },
    { month: monthSchema.parse('2026-02'), open: fenSchema.parse(1250) },
  ]
  const read = (changes: Partial<PaymentDraft>) => readPaymentDraft({ ...draft, ...changes }, [one], open, today)

  it('pays all that is owed, today and in cash, unless changed', () => {
    expect(read({}).request).toEqual({ memberIds: [one], amount: null, paidOn: today, method: 'cash', note: null })
  })

  it('takes an amount above nothing', () => {
    expect(read({ of: 'amount', amount: '20.5' }).request).toMatchObject({ amount: 2050 })
    for (const amount of ['', '0', '-5', '1.234']) {
      const { request, problems } = read({ of: 'amount', amount })
      expect(request).toBeNull()
      expect([...problems]).toEqual(['amount'])
    }
  })

  it('forgets an amount that was typed before all that is owed was chosen', () => {
    expect(read({ of: 'owed', amount: 'x' }).request).toMatchObject({ amount: null })
  })

  it('comes to the sum of the months ticked, of each no more than is open', () => {
    expect(read({ of: 'months', months: { '2026-02': '12.5', '2026-01': '2' } }).request).toMatchObject({
      payers: [
        {
          memberId: one,
          amount: 1450,
          chosenMonths: [
            { month: '2026-01', amount: 200 },
            { month: '2026-02', amount: 1250 },
          ],
        },
      ],
    })
    for (const months of [{}, { '2026-01': '12.01' }, { '2026-01': '' }, { '2026-03': '1' }]) {
      const { request, problems } = read({ of: 'months', months })
      expect(request).toBeNull()
      expect([...problems]).toEqual(['months'])
    }
    expect(wholeMonths(open)).toEqual({ '2026-01': '12', '2026-02': '12.5' })
    expect(typedSum({ '2026-01': '2', '2026-02': 'x' })).toBe(200)
  })

  it('takes of each an amount of its own and passes over who is left empty', () => {
    const each = { [one]: '12', [other]: ' ' }
    expect(read({ of: 'each', each }).request).toMatchObject({ payers: [{ memberId: one, amount: 1200 }] })
    for (const wrong of [{}, { [one]: '' }, { [one]: '12', [other]: '-3' }]) {
      expect([...read({ of: 'each', each: wrong }).problems]).toEqual(['each'])
    }
  })

  it('wants a whole day that is not after today', () => {
    expect(read({ paidOn: '2026.3.1' }).request?.paidOn).toBe('2026-03-01')
    expect([...read({ paidOn: '2026-03' }).problems]).toEqual(['paidOn'])
    expect([...read({ paidOn: '2026-03-09' }).problems]).toEqual(['future'])
  })
})
