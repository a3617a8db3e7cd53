import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthSchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import { addMonths } from '../../shared/rules/date'
import { arrearsOf } from '../../shared/rules/dues/arrears'

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
