import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthSchema } from '../../shared/model/date'
import { duesFormulaSchema, duesRuleSchema } from '../../shared/model/dues'
import { duesRuleIdSchema, newId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { addMonths } from '../../shared/rules/date'
import { arrearsOf } from '../../shared/rules/dues/arrears'
import { dueAmount, leastWage, ruleOfMonth } from '../../shared/rules/dues/formula'
import { roundHalfUp } from '../../shared/rules/rounding'

const rateFormulas = fc
  .record({
    rate: fc.integer({ min: 1, max: 1000 }),
    baseStep: fc.constantFrom(1, 100, 1000, 10_000),
    roundingUnit: fc.constantFrom(1, 10, 100),
  })
  .map((terms) => ({
    kind: 'rate' as const,
    rate: terms.rate,
    baseStep: fenSchema.parse(terms.baseStep),
    roundingUnit: fenSchema.parse(terms.roundingUnit),
  }))
const wages = fc.integer({ min: 0, max: 10_000_000 }).map((wage) => fenSchema.parse(wage))

describe('dues of a month', () => {
  const halfPercent = duesFormulaSchema.parse({ kind: 'rate', rate: 50, baseStep: 1000, roundingUnit: 1 })
  const wholeYuan = duesFormulaSchema.parse({ kind: 'rate', rate: 50, baseStep: 1, roundingUnit: 100 })
  const flat = duesFormulaSchema.parse({ kind: 'flat', amount: 1000 })

  it('are 0.5 % of the base pay without its tail below 10 yuan', () => {
    expect(dueAmount(halfPercent, fenSchema.parse(345_678))).toBe(1725)
    expect(dueAmount(halfPercent, fenSchema.parse(345_000))).toBe(1725)
  })

  it('are rounded half up to whole yuan where the rule says so', () => {
    expect(dueAmount(wholeYuan, fenSchema.parse(310_000))).toBe(1600)
    expect(dueAmount(wholeYuan, fenSchema.parse(309_999))).toBe(1500)
  })

  it('are the flat amount whatever the pay', () => {
    expect(dueAmount(flat, null)).toBe(1000)
  })

  it('do not follow from a wage that is missing or too small', () => {
    expect(dueAmount(halfPercent, null)).toBeNull()
    expect(dueAmount(halfPercent, fenSchema.parse(0))).toBeNull()
    expect(dueAmount(halfPercent, fenSchema.parse(-5000))).toBeNull()
  })

  it('come from the least wage on, and from every wage above it', () => {
    fc.assert(
      fc.property(rateFormulas, wages, (formula, wage) => {
        const least = leastWage(formula)
        expect(dueAmount(formula, least)).toBeGreaterThan(0)
        expect(dueAmount(formula, fenSchema.parse(least - 1))).toBeNull()
        const due = dueAmount(formula, wage)
        expect(due === null).toBe(wage < least)
        const exact = (formula.rate * (wage - (wage % formula.baseStep))) / 10_000
        if (due !== null) expect(Math.abs(due - exact)).toBeLessThanOrEqual(formula.roundingUnit / 2)
      }),
    )
  })

  it('rounds halves up and everything else to the nearest', () => {
    expect([roundHalfUp(5, 2), roundHalfUp(-5, 2), roundHalfUp(7, 3), roundHalfUp(8, 3)]).toEqual([3, -2, 2, 3])
  })
})

describe('dues rule of a month', () => {
  const rule = (validFrom: string) =>
    duesRuleSchema.parse({
      id: newId(duesRuleIdSchema),
      formula: { kind: 'flat', amount: 500 },
      validFrom,
      decision: null,
    })

  it('is the one begun last, and of two begun together the one recorded later', () => {
    const [old, corrected, next] = [rule('2024-01'), rule('2024-01'), rule('2025-01')]
    const rules = [next, corrected, old]
    expect(ruleOfMonth(rules, monthSchema.parse('2023-12'))).toBeNull()
    expect(ruleOfMonth(rules, monthSchema.parse('2024-01'))).toBe(corrected)
    expect(ruleOfMonth(rules, monthSchema.parse('2024-12'))).toBe(corrected)
    expect(ruleOfMonth(rules, monthSchema.parse('2025-06'))).toBe(next)
  })
})

describe('arrears', () => {
  const january = monthSchema.parse('2024-01')
  const chargesOf = (amounts: readonly number[]) =>
    amounts.map((amount, index) => ({ month: addMonths(january, index), amount: fenSchema.parse(amount) }))

  it('begin with the oldest month that payments do not cover', () => {
    expect(arrearsOf(chargesOf([1000, 1000, 1000]), fenSchema.parse(1500))).toEqual({
      owed: 1500,
      since: '2024-02',
      months: 2,
    })
  })

  it('are none for who paid all or more', () => {
    expect(arrearsOf(chargesOf([1000]), fenSchema.parse(1000))).toEqual({ owed: 0, since: null, months: 0 })
    expect(arrearsOf(chargesOf([1000]), fenSchema.parse(5000))).toEqual({ owed: 0, since: null, months: 0 })
  })

  it('skip a month whose charge was taken back', () => {
    expect(arrearsOf(chargesOf([1000, 0, 1000]), fenSchema.parse(1000))).toMatchObject({ since: '2024-03', months: 1 })
  })

  it('are charges less payments, cover the newest months, and do not depend on order', () => {
    const amounts = fc.array(fc.nat(5000), { maxLength: 30 })
    fc.assert(
      fc.property(amounts, fc.nat(100_000), (list, paid) => {
        const charges = chargesOf(list)
        const arrears = arrearsOf(charges, fenSchema.parse(paid))
        const total = list.reduce((sum, amount) => sum + amount, 0)
        expect(arrears.owed).toBe(Math.max(0, total - paid))
        expect(arrears.months === 0).toBe(arrears.owed === 0)
        const newest = charges.filter((charge) => arrears.since !== null && charge.month > arrears.since)
        expect(newest.reduce((sum, charge) => sum + charge.amount, 0)).toBeLessThanOrEqual(arrears.owed)
        expect(arrearsOf(charges.toReversed(), fenSchema.parse(paid))).toEqual(arrears)
      }),
    )
  })
})
