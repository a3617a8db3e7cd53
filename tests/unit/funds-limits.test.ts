import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitTables } from '../../shared/codes/limits'
import { daySchema } from '../../shared/model/date'
import type { fundFormSchema } from '../../shared/model/fund'
import { type SpendingLimit } from '../../shared/model/fund'
import { newId, spendingLimitIdSchema } from '../../shared/model/id'
import { limitItemSchema, type LimitItem } from '../../shared/model/limit-item'
import { fenSchema } from '../../shared/model/money'
import { adoptionOf, overlapping } from '../../shared/rules/funds/limit-tables'
import { isFormAllowed, limitsOf, limitStates, type Given } from '../../shared/rules/funds/limits'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)

function limit(item: LimitItem, amount: number, changes: Partial<SpendingLimit> = {}): SpendingLimit {
  return {
    id: newId(spendingLimitIdSchema),
    region: '安徽',
    item,
    amount: fen(amount),
    per: 'year',
    validFrom: day('2018-01-01'),
    validUntil: null,
    source: null,
    note: null,
    ...changes,
  }
}

function given(item: LimitItem, on: string, amount: number, occasion = on): Given {
  return { item, on: day(on), amount: fen(amount), occasion }
}

describe('a limit', () => {
  it('of a year counts the whole calendar year, whatever was recorded first', () => {
    const festival = limit('festival', 150_000)
    const before = [given('festival', '2026-09-25', 50_000), given('festival', '2025-12-31', 90_000)]
    expect(limitStates([festival], before, given('festival', '2026-02-10', 100_000), 1)).toEqual([
      { limit: festival, allowed: 150_000, before: 50_000, after: 150_000, over: 0 },
    ])
    expect(limitStates([festival], before, given('festival', '2026-02-10', 100_001), 1)[0]?.over).toBe(1)
  })

  it('of an occasion counts that occasion alone', () => {
    const marriage = limit('marriage', 60_000, { per: 'occasion' })
    const before = [given('marriage', '2026-02-10', 30_000)]
    expect(limitStates([marriage], before, given('marriage', '2026-02-10', 40_000), 1)[0]?.over).toBe(10_000)
    expect(limitStates([marriage], before, given('marriage', '2026-02-11', 40_000), 1)[0]?.over).toBe(0)
  })

  it('of a day and one of a year hold together: 600 a day and 3,000 a year of recuperation', () => {
    const limits = [limit('recuperation', 60_000, { per: 'day' }), limit('recuperation', 300_000)]
    const stay = given('recuperation', '2026-07-01', 300_000, 'stay')
    expect(limitStates(limits, [], stay, 5).map(({ allowed, over }) => [allowed, over])).toEqual([
      [300_000, 0],
      [300_000, 0],
    ])
    const again = given('recuperation', '2026-10-01', 10_000, 'again')
    expect(limitStates(limits, [stay], again, 1).map(({ over }) => over)).toEqual([0, 10_000])
  })

  it('of a whole counts its parts: meals of an outing are spending on the outing', () => {
    const limits = [limit('outing', 20_000, { per: 'occasion' }), limit('outingMeals', 10_000, { per: 'day' })]
    const before = [given('outing', '2026-04-11', 12_000, 'trip')]
    const states = limitStates(limits, before, given('outingMeals', '2026-04-11', 9000, 'trip'), 1)
    expect(states.map((state) => [state.limit.item, state.over])).toEqual([
      ['outingMeals', 0],
      ['outing', 1000],
    ])
  })

  it('is the one in force on the day, and none where there is none', () => {
    const old = limit('festival', 150_000, { validUntil: day('2024-12-31') })
    const present = limit('festival', 200_000, { validFrom: day('2025-01-01') })
    expect(limitsOf([present, old], 'festival', day('2024-12-31'))).toEqual([old])
    expect(limitsOf([present, old], 'festival', day('2025-01-01'))).toEqual([present])
    expect(limitsOf([present, old], 'festival', day('2017-12-31'))).toEqual([])
    expect(limitsOf([present, old], 'birthday', day('2025-01-01'))).toEqual([])
  })

  it('is passed by exactly what the sums are above it, in whatever portions they are given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 400_000 }),
        (amounts, most) => {
          const shares = amounts.map((amount, index) =>
            given('festival', `2026-${String(index + 1).padStart(2, '0')}-15`, amount),
          )
          const [last, ...others] = shares
          if (last === undefined) return
          const sum = amounts.reduce((total, amount) => total + amount, 0)
          const [state] = limitStates([limit('festival', most)], others, last, 1)
          expect(state?.after).toBe(sum)
          expect(state?.over).toBe(Math.max(0, sum - most))
        },
      ),
    )
  })
})

describe('a form of giving', () => {
  it('is goods for everything, a voucher for festivals only, cash for what befalls a member, a shopping card never', () => {
    const today = day('2026-03-08')
    for (const item of limitItemSchema.options) {
      expect(isFormAllowed(item, 'goods', today)).toBe(true)
      expect(isFormAllowed(item, 'shoppingCard', today)).toBe(false)
      expect(isFormAllowed(item, null, today)).toBe(true)
    }
    const allowing = (form: (typeof fundFormSchema.options)[number]) =>
      limitItemSchema.options.filter((item) => isFormAllowed(item, form, today))
    expect(allowing('voucher')).toEqual(['festival', 'springFestival', 'otherFestival'])
    expect(allowing('cakeVoucher')).toEqual(['birthday'])
    expect(allowing('cash')).toEqual([
      'marriage',
      'birth',
      'hospital',
      'seriousIllness',
      'memberDeath',
      'familyDeath',
      'parentDeath',
      'spouseChildDeath',
      'hardship',
    ])
  })
})

describe('the tables that come with the program', () => {
  const table = (key: string) => limitTables.find((candidate) => candidate.key === key) ?? expect.fail(key)
  const amounts = (key: string) => table(key).rows.map(({ item, per, amount }) => [item, per, amount])

  it('have keys of their own, and say where they are from and how sure that is', () => {
    expect(new Set(limitTables.map(({ key }) => key)).size).toBe(limitTables.length)
    expect(limitTables.filter(({ sure }) => sure === 'weak').map(({ region }) => region)).toEqual(['新疆'])
    expect(limitTables.filter(({ duesOnTime }) => duesOnTime).map(({ key }) => key)).toEqual(['cug-beijing-2023'])
  })

  it('hold the amounts of the sources', () => {
    expect(amounts('anhui-2018')).toEqual([
      ['festival', 'year', 150_000],
      ['birthday', 'year', 30_000],
      ['marriage', 'occasion', 60_000],
      ['birth', 'occasion', 60_000],
      ['hospital', 'occasion', 100_000],
      ['memberDeath', 'occasion', 200_000],
      ['familyDeath', 'occasion', 100_000],
      ['retirement', 'occasion', 100_000],
    ])
    expect(amounts('quzhou-2021')).toEqual([
      ['recuperation', 'day', 60_000],
      ['recuperation', 'year', 300_000],
    ])
    expect(amounts('shaanxi-2015')).toEqual([['festival', 'year', 100_000]])
    expect(amounts('shiyan-2023')).toEqual([['recuperation', 'day', null]])
  })

  it('are taken over from a day on: the same items end the day before, others stay', () => {
    const festival = limit('festival', 150_000)
    const planned = limit('festival', 180_000, { validFrom: day('2027-01-01') })
    const past = limit('festival', 100_000, { validFrom: day('2016-01-01'), validUntil: day('2017-12-31') })
    const birthday = limit('birthday', 30_000)
    const own = [festival, planned, past, birthday]
    const { added, ended, removed } = adoptionOf(table('xinjiang-2025'), ['festival'], own, day('2026-06-01'))
    expect(added).toMatchObject([{ item: 'festival', amount: 200_000, region: '新疆', validFrom: '2026-06-01' }])
    expect(ended).toEqual([{ limit: festival, validUntil: '2026-05-31' }])
    expect(removed).toEqual([planned])
  })

  it('begin no earlier than they were made, and take over the chosen items only', () => {
    const { added } = adoptionOf(table('anhui-2018'), ['birthday', 'birth'], [], day('2015-01-01'))
    expect(added.map(({ item, validFrom }) => [item, validFrom])).toEqual([
      ['birthday', '2018-01-01'],
      ['birth', '2018-01-01'],
    ])
    expect(adoptionOf(table('shiyan-2023'), ['recuperation'], [], day('2026-01-01')).added).toEqual([])
  })
})

describe('two limits of an item', () => {
  it('overlap where their validity does and their period is the same', () => {
    const festival = limit('festival', 150_000, { validUntil: day('2024-12-31') })
    expect(overlapping([festival], limit('festival', 1, { validFrom: day('2024-12-31') }))).toBe(festival)
    expect(overlapping([festival], limit('festival', 1, { validFrom: day('2025-01-01') }))).toBeUndefined()
    expect(overlapping([festival], limit('festival', 1, { per: 'occasion' }))).toBeUndefined()
    expect(overlapping([festival], limit('birthday', 1))).toBeUndefined()
  })
})
