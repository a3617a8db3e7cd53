import { describe, expect, it } from 'vitest'
import {
  newPaymentDraft,
  readPaymentDraft,
  typedSum,
  wholeMonths,
  type PaymentDraft,
} from '../../../renderer/features/dues/payments/payment-draft'
import { daySchema, monthSchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'

const today = daySchema.parse('2026-03-08')

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
