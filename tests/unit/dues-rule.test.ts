import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthSchema } from '../../shared/model/date'
import { duesFormulaSchema, duesRuleSchema } from '../../shared/model/dues-rule'
import { duesRuleIdSchema, newId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { addMonths } from '../../shared/rules/date'
import { duesOf, type DuesSubject } from '../../shared/rules/dues/formula'
import { overlapping, ruleOfMonth, succeeded } from '../../shared/rules/dues/validity'
import { roundedQuotient, roundHalfUp } from '../../shared/rules/rounding'
import { flat, halfPercent, simpleFormula, simpleRule } from '../fixtures/dues-rule'

function member(changes: Partial<DuesSubject> = {}): DuesSubject {
  return { memberClass: 'regular', grade: null, pay: {}, wage: null, ...changes }
}

const wage = (fen: number) => member({ wage: fenSchema.parse(fen) })
const amount = (formula: object, subject: DuesSubject) => {
  const result = duesOf(duesFormulaSchema.parse(formula), subject)
  return result.kind === 'due' ? result.amount : result.why
}

describe('dues of a month', () => {
  it('say how they came about', () => {
    expect(duesOf(simpleFormula(halfPercent), wage(368_400))).toEqual({
      kind: 'due',
      amount: 1840,
      memberClass: 'regular',
      by: { kind: 'rate', rate: 50, base: 368_400, counted: 368_000, exact: 18_400_000 },
      limitedBy: null,
    })
  })

  it('take a dated total before the wage of the record', () => {
    expect(
      amount(
        simpleFormula(halfPercent),
        member({ wage: fenSchema.parse(1), pay: { total: fenSchema.parse(400_000) } }),
      ),
    ).toBe(2000)
  })

  it('name the items of pay that are not recorded, rather than take them for nothing', () => {
    const formula = simpleFormula(halfPercent, {
      classes: [
        { memberClass: 'regular', payItems: ['post', 'scale'], calculation: halfPercent, floor: null, cap: null },
      ],
    })
    expect(duesOf(formula, member({ wage: fenSchema.parse(1), pay: { post: fenSchema.parse(100) } }))).toEqual({
      kind: 'none',
      why: 'noPay',
      missing: ['scale'],
    })
  })

  it('are none where they come to nothing', () => {
    expect(amount(simpleFormula(halfPercent), wage(900))).toBe('nothing')
    expect(amount(simpleFormula(halfPercent), wage(-5000))).toBe('nothing')
    expect(amount(simpleFormula(halfPercent), member())).toBe('noPay')
  })

  it('stay between floor and cap, which they name', () => {
    const formula = simpleFormula(halfPercent, {
      classes: [{ memberClass: 'regular', payItems: ['total'], calculation: halfPercent, floor: 200, cap: 5000 }],
    })
    expect(duesOf(formula, wage(10_000))).toMatchObject({ amount: 200, limitedBy: 'floor' })
    expect(duesOf(formula, wage(400_000))).toMatchObject({ amount: 2000, limitedBy: null })
    expect(duesOf(formula, wage(4_000_000))).toMatchObject({ amount: 5000, limitedBy: 'cap' })
  })

  it('of a class without a part of its own follow that of regular members, those of kept members are none', () => {
    expect(amount(simpleFormula(flat(500)), member({ memberClass: 'contract' }))).toBe(500)
    expect(amount(simpleFormula(flat(500)), member({ memberClass: 'kept' }))).toBe('kept')
  })

  it('by bands go by the highest one reached', () => {
    const bands = [
      { from: 500_000, amount: 3000 },
      { from: 200_000, amount: 1000 },
    ]
    const formula = simpleFormula({ kind: 'bands', bands })
    expect(amount(formula, wage(199_999))).toBe('nothing')
    expect(amount(formula, wage(200_000))).toBe(1000)
    expect(duesOf(formula, wage(800_000))).toMatchObject({ amount: 3000, by: { base: 800_000, from: 500_000 } })
  })

  const rates = fc.record({
    kind: fc.constant('rate'),
    rate: fc.integer({ min: 1, max: 1000 }),
    baseStep: fc.constantFrom(1, 100, 1000, 10_000),
    roundingUnit: fc.constantFrom(1, 10, 100),
    roundingMode: fc.constantFrom('halfUp', 'down', 'up'),
  })

  it('are off the exact amount by less than the unit they are rounded to, in the direction of the mode', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 10_000_000 }), (calculation, pay) => {
        const result = duesOf(simpleFormula(calculation), wage(pay))
        if (result.kind === 'none') return
        const { by, amount: due } = result
        if (by.kind !== 'rate') throw new Error('Not by rate')
        expect(by.exact).toBe(calculation.rate * by.counted)
        expect(due % calculation.roundingUnit).toBe(0)
        const [off, unit] = [due * 10_000 - by.exact, calculation.roundingUnit * 10_000]
        if (calculation.roundingMode === 'down') expect(off <= 0 && off > -unit).toBe(true)
        if (calculation.roundingMode === 'up') expect(off >= 0 && off < unit).toBe(true)
        if (calculation.roundingMode === 'halfUp') expect(2 * off <= unit && 2 * off > -unit).toBe(true)
      }),
    )
  })

  it('never fall when pay rises', () => {
    const pay = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(rates, pay, pay, (calculation, one, other) => {
        const formula = simpleFormula(calculation)
        const dues = [one, other].toSorted((a, b) => a - b).map((fen) => duesOf(formula, wage(fen)))
        const [low = 0, high = 0] = dues.map((due) => (due.kind === 'due' ? due.amount : 0))
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })
})

describe('rounding', () => {
  it('to whole numbers goes half up, down or up, below nothing too', () => {
    expect([roundHalfUp(5, 2), roundHalfUp(-5, 2), roundHalfUp(7, 3), roundHalfUp(8, 3)]).toEqual([3, -2, 2, 3])
    expect([roundedQuotient(7, 3, 'down'), roundedQuotient(-7, 3, 'down'), roundedQuotient(6, 3, 'down')]).toEqual([
      2, -3, 2,
    ])
    expect([roundedQuotient(7, 3, 'up'), roundedQuotient(-7, 3, 'up'), roundedQuotient(6, 3, 'up')]).toEqual([3, -2, 2])
  })
})

describe('a dues formula', () => {
  const part = (memberClass: string) => ({ memberClass, payItems: [], calculation: flat(500), floor: null, cap: null })
  const accepts = (classes: object[]) => duesFormulaSchema.safeParse({ ...simpleFormula(flat(500)), classes }).success

  it('has a part for regular members and at most one for each class', () => {
    expect(accepts([part('regular'), part('kept')])).toBe(true)
    expect(accepts([])).toBe(false)
    expect(accepts([part('contract')])).toBe(false)
    expect(accepts([part('regular'), part('regular')])).toBe(false)
  })
})

describe('dues rule of a month', () => {
  const rule = (validFrom: string, validUntil: string | null = null) =>
    duesRuleSchema.parse({ ...simpleRule(flat(500), validFrom), validUntil, id: newId(duesRuleIdSchema) })
  const month = (text: string) => monthSchema.parse(text)

  it('is the one begun last, and of two begun together the one recorded later', () => {
    const [old, corrected, next] = [rule('2024-01'), rule('2024-01'), rule('2025-01')]
    const rules = [next, corrected, old]
    expect(ruleOfMonth(rules, month('2023-12'))).toBeNull()
    expect(ruleOfMonth(rules, month('2024-01'))).toBe(corrected)
    expect(ruleOfMonth(rules, month('2024-12'))).toBe(corrected)
    expect(ruleOfMonth(rules, month('2025-06'))).toBe(next)
  })

  it('is none after its last month', () => {
    const ended = rule('2024-01', '2024-06')
    expect(ruleOfMonth([ended], month('2024-06'))).toBe(ended)
    expect(ruleOfMonth([ended], month('2024-07'))).toBeNull()
  })

  it('is one and only one where a rule was taken in only when it overlaps none', () => {
    const start = month('2024-01')
    const spans = fc.array(fc.record({ from: fc.nat(40), length: fc.option(fc.nat(10)) }), { maxLength: 12 })
    fc.assert(
      fc.property(spans, (wanted) => {
        let rules: ReturnType<typeof rule>[] = []
        for (const { from, length } of wanted) {
          const next = rule(addMonths(start, from), length === null ? null : addMonths(start, from + length))
          if (overlapping(rules, next).length > 0) continue
          const ended = succeeded(rules, next)
          rules = [
            ...rules.map((old) => (ended.includes(old) ? { ...old, validUntil: addMonths(next.validFrom, -1) } : old)),
            next,
          ]
        }
        for (let step = 0; step < 60; step += 1) {
          const at = addMonths(start, step)
          const holding = rules.filter(
            (old) => old.validFrom <= at && (old.validUntil === null || at <= old.validUntil),
          )
          expect(holding.length).toBeLessThanOrEqual(1)
          expect(ruleOfMonth(rules, at)).toBe(holding[0] ?? null)
        }
      }),
    )
  })
})
