import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, monthSchema, type Month } from '../../shared/model/date'
import type { DuesEntryKind } from '../../shared/model/dues'
import { duesEntryIdSchema, newId, type DuesEntryId } from '../../shared/model/id'
import { fenSchema, type Fen } from '../../shared/model/money'
import { addMonths } from '../../shared/rules/date'
import { allocate, type Allocation, type LedgerLine } from '../../shared/rules/dues/allocation'

const january = monthSchema.parse('2026-01')
const fen = (amount: number): Fen => fenSchema.parse(amount)
const monthAt = (index: number): Month => addMonths(january, index)

function line(kind: DuesEntryKind, amount: number, given: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id: newId(duesEntryIdSchema),
    kind,
    amount: fen(amount),
    month: null,
    paidOn: null,
    chosenMonths: null,
    reversesId: null,
    ...given,
  }
}

const charge = (month: number, amount: number) => line('charge', amount, { month: monthAt(month) })
const waive = (month: number, amount: number) => line('waiver', 0 - amount, { month: monthAt(month) })
const refund = (amount: number) => line('refund', amount)
const reverse = (taken: LedgerLine) => line('reversal', 0 - taken.amount, { month: taken.month, reversesId: taken.id })
function pay(amount: number, chosen: readonly (readonly [month: number, amount: number])[] = []) {
  return line('payment', 0 - amount, {
    paidOn: daySchema.parse('2026-06-05'),
    chosenMonths:
      chosen.length === 0 ? null : chosen.map(([month, part]) => ({ month: monthAt(month), amount: fen(part) })),
  })
}

/** Open amounts by month, paid ones left out. */
const openOf = ({ months }: Allocation) =>
  Object.fromEntries(months.filter(({ open }) => open > 0).map(({ month, open }) => [month, open]))
const coversOf = (allocation: Allocation, { id }: LedgerLine) =>
  allocation.payments.find(({ entryId }) => entryId === id)?.covers.map(({ month, amount }) => [month, amount])

describe('what was paid by which payment', () => {
  it('goes to the oldest open month first and says through which month all is paid', () => {
    const paid = pay(3000)
    const allocation = allocate([charge(1, 1200), charge(0, 1200), charge(2, 1200), paid])
    expect(coversOf(allocation, paid)).toEqual([
      ['2026-01', 1200],
      ['2026-02', 1200],
      ['2026-03', 600],
    ])
    expect(allocation).toMatchObject({ paidThrough: '2026-02', since: '2026-03', openMonths: 1, owed: 600, credit: 0 })
  })

  it('goes to the chosen months as far as they are open, the rest to the oldest', () => {
    const paid = pay(2000, [
      [2, 5000],
      [7, 100],
    ])
    const allocation = allocate([charge(0, 1000), charge(1, 1000), charge(2, 1000), paid])
    expect(openOf(allocation)).toEqual({ '2026-02': 1000 })
    expect(allocation).toMatchObject({ paidThrough: '2026-01', since: '2026-02' })
  })

  it('is kept when an older month is charged later', () => {
    const paid = pay(1000)
    const allocation = allocate([charge(5, 1000), paid, charge(0, 1000)])
    expect(coversOf(allocation, paid)).toEqual([['2026-06', 1000]])
    expect(allocation).toMatchObject({ since: '2026-01', paidThrough: null })
  })

  it('is carried and used up by later charges, the oldest payment first', () => {
    const [first, second] = [pay(1500), pay(1000)]
    const allocation = allocate([first, second, charge(0, 1000), charge(1, 1000)])
    expect(coversOf(allocation, first)).toEqual([
      ['2026-01', 1000],
      ['2026-02', 500],
    ])
    expect(coversOf(allocation, second)).toEqual([['2026-02', 500]])
    expect(allocation.credit).toBe(500)
  })

  it('opens again when the payment is taken back, and other credit fills it', () => {
    const [first, second] = [pay(1000), pay(600)]
    const lines = [charge(0, 1000), first, second]
    expect(allocate(lines).credit).toBe(600)
    const after = allocate([...lines, reverse(first)])
    expect(openOf(after)).toEqual({ '2026-01': 400 })
    expect(coversOf(after, second)).toEqual([['2026-01', 600]])
    expect(coversOf(after, first)).toBeUndefined()
  })

  it('is set off anew when the charge is taken back', () => {
    const charged = charge(0, 1000)
    const after = allocate([charged, charge(1, 1500), pay(1000), reverse(charged)])
    expect(openOf(after)).toEqual({ '2026-02': 500 })
    expect(after.months.map(({ month }) => month)).toEqual(['2026-02'])
  })

  it('lowers a month by a waiver', () => {
    const after = allocate([charge(0, 1000), pay(300), waive(0, 700)])
    expect(after).toMatchObject({ owed: 0, paidThrough: '2026-01', balance: 0 })
    expect(after.months[0]).toMatchObject({ charged: 1000, waived: 700, paid: 300, open: 0 })
  })

  it('keeps a waiver for the month when its charge is replaced by another', () => {
    const charged = charge(0, 1000)
    const between = [charged, waive(0, 700), reverse(charged)]
    expect(allocate(between)).toMatchObject({ owed: 0, credit: 0, overWaived: 700, balance: -700 })
    expect(allocate([...between, charge(0, 1200)])).toMatchObject({ owed: 500, overWaived: 0 })
  })

  it('is given back from the newest credit, and owed again when that payment is taken back', () => {
    const [first, second] = [pay(500), pay(500)]
    const lines = [first, second, refund(700)]
    expect(allocate(lines).payments.map(({ refunded, left }) => [refunded, left])).toEqual([
      [200, 300],
      [500, 0],
    ])
    expect(allocate([...lines, reverse(second)])).toMatchObject({ credit: 0, overRefunded: 200, balance: 200 })
  })
})

type Act =
  | { readonly kind: 'charge' | 'waive'; readonly month: number; readonly amount: number }
  | { readonly kind: 'pay'; readonly amount: number; readonly chosen: readonly (readonly [number, number])[] }
  | { readonly kind: 'refund'; readonly amount: number }
  | { readonly kind: 'reverse'; readonly which: number }

const months = fc.nat({ max: 6 })
const amounts = fc.integer({ min: 1, max: 50 })
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('charge' as const), month: months, amount: amounts }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('pay' as const),
        amount: amounts.map((amount) => amount * 2),
        chosen: fc.array(fc.tuple(months, amounts), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('waive' as const), month: months, amount: amounts }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('refund' as const), amount: amounts }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: fc.nat() }) },
  ),
  { maxLength: 25 },
)

/** The lines that acts leave; what is taken back is one of the open lines. */
function linesOf(list: readonly Act[]): LedgerLine[] {
  const lines: LedgerLine[] = []
  for (const act of list) {
    const open = stillOpen(lines)
    const taken = act.kind === 'reverse' ? open[act.which % Math.max(1, open.length)] : undefined
    if (act.kind === 'charge') lines.push(charge(act.month, act.amount))
    else if (act.kind === 'waive') lines.push(waive(act.month, act.amount))
    else if (act.kind === 'refund') lines.push(refund(act.amount))
    else if (act.kind === 'pay') lines.push(pay(act.amount, act.chosen))
    else if (taken !== undefined) lines.push(reverse(taken))
  }
  return lines
}

function stillOpen(lines: readonly LedgerLine[]): LedgerLine[] {
  const taken = new Set(lines.map(({ reversesId }) => reversesId))
  return lines.filter(({ id, kind }) => kind !== 'reversal' && !taken.has(id))
}

const sum = (list: readonly number[]) => list.reduce((total, amount) => total + amount, 0)

describe('the allocation of any ledger', () => {
  it('neither loses nor makes a fen at any moment', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const lines = linesOf(list)
        for (let count = 0; count <= lines.length; count += 1) {
          const present = lines.slice(0, count)
          const open = stillOpen(present)
          const { months: charged, payments, owed, credit, overRefunded, overWaived, balance } = allocate(present)
          const of = (kind: DuesEntryKind) => open.filter((one) => one.kind === kind)

          expect(balance).toBe(sum(present.map(({ amount }) => amount)))
          expect(balance).toBe(owed + overRefunded - credit - overWaived)
          expect(owed === 0 || credit === 0).toBe(true)
          for (const month of charged) {
            expect(month.charged).toBe(
              sum(of('charge').flatMap((one) => (one.month === month.month ? one.amount : []))),
            )
            expect(month.open).toBe(month.charged - month.waived - month.paid)
            expect(month.paid).toBe(sum(month.parts.map(({ amount }) => amount)))
            expect(Math.min(month.open, month.paid, month.waived)).toBeGreaterThanOrEqual(0)
            expect(month.parts.every(({ amount }) => amount > 0)).toBe(true)
          }
          expect(sum(charged.map((month) => month.charged))).toBe(sum(of('charge').map(({ amount }) => amount)))
          expect(payments.map(({ entryId }) => entryId)).toEqual(of('payment').map(({ id }) => id))
          for (const payment of payments) {
            expect(payment.amount).toBe(
              sum(payment.covers.map(({ amount }) => amount)) + payment.refunded + payment.left,
            )
            expect(payment.left).toBeGreaterThanOrEqual(0)
            expect(payment.covers).toEqual(
              charged.flatMap(({ month, parts }) =>
                parts.flatMap(({ entryId, amount }) => (entryId === payment.entryId ? { month, amount } : [])),
              ),
            )
          }
          expect(sum(payments.map(({ refunded }) => refunded)) + overRefunded).toBe(
            sum(of('refund').map(({ amount }) => amount)),
          )
        }
      }),
    )
  })

  it('never moves what was set off before, except by a line taken back or a month waived', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const lines = linesOf(list)
        for (const [index, added] of lines.entries()) {
          if (added.kind === 'reversal' || added.kind === 'waiver') continue
          const before = parts(allocate(lines.slice(0, index)))
          const after = parts(allocate(lines.slice(0, index + 1)))
          for (const [key, amount] of before) expect(after.get(key) ?? 0).toBeGreaterThanOrEqual(amount)
        }
      }),
    )
  })

  it('is as it was when the last line is taken back at once', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const lines = linesOf(list)
        const last = lines.at(-1)
        if (last === undefined || last.kind === 'reversal') return
        const before = allocate(lines.slice(0, -1))
        const room = before.months.find(({ month }) => month === last.month)?.open ?? 0
        if (last.kind === 'waiver' && 0 - last.amount > room) return
        const after = allocate([...lines, reverse(last)])
        expect(openOf(after)).toEqual(openOf(before))
        expect(after).toMatchObject({ balance: before.balance, credit: before.credit, paidThrough: before.paidThrough })
      }),
    )
  })

  it('ends with the same balance, debt and credit in every order of recording', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.nat(), { minLength: 25 }), (list, places) => {
        const lines = stillOpen(linesOf(list)).filter(({ kind }) => kind === 'charge' || kind === 'payment')
        const shuffled = lines
          .map((one, index) => ({ one, at: places[index] ?? 0 }))
          .sort((left, right) => left.at - right.at)
          .map(({ one }) => one)
        const { balance, owed, credit } = allocate(lines)
        expect(allocate(shuffled)).toMatchObject({ balance, owed, credit })
      }),
    )
  })

  it('is empty once every line is taken back, in whatever order', () => {
    fc.assert(
      fc.property(acts, fc.boolean(), (list, backwards) => {
        const lines = linesOf(list)
        const open = backwards ? stillOpen(lines).reverse() : stillOpen(lines)
        expect(allocate([...lines, ...open.map(reverse)])).toEqual(allocate([]))
      }),
    )
  })
})

/** Set off amounts by month and payment. */
function parts({ months: charged }: Allocation): Map<string, number> {
  return new Map(
    charged.flatMap(({ month, parts: list }) =>
      list.map(({ entryId, amount }): [string, number] => [keyOf(month, entryId), amount]),
    ),
  )
}

const keyOf = (month: Month, id: DuesEntryId) => `${month} ${id}`
