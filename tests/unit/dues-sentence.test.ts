import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, payrollListIdSchema } from '../../shared/model/id'
import type { SentencePart } from '../../shared/model/dues-sentence'
import { addMonths } from '../../shared/rules/date'
import { allocate } from '../../shared/rules/dues/allocation'
import { monthRanges, sentenceOf } from '../../shared/rules/dues/sentence'
import { standingOf, type ExemptTime } from '../../shared/rules/dues/standing'
import { charge, day, deduction, month, payment, waiver } from '../fixtures/dues-ledger'

type Lines = Parameters<typeof standingOf>[0]['lines'] & Parameters<typeof allocate>[0]

const today = day('2026-06-10')
const january = month('2026-01')
const charges = (count: number) => Array.from({ length: count }, (_, place) => charge(addMonths(january, place), 1200))

function sentence(
  lines: Lines,
  {
    exempt = [],
    disputed = [],
    held = [],
  }: {
    exempt?: readonly ExemptTime[]
    disputed?: readonly string[]
    held?: readonly ReturnType<typeof deduction>[]
  } = {},
): SentencePart[] {
  const allocation = allocate(lines)
  const standing = standingOf({
    allocation,
    lines,
    exempt,
    disputed: new Set(disputed.map(month)),
    heldLists: new Set(held.flatMap(({ payrollListId }) => (payrollListId === null ? [] : [payrollListId]))),
    today,
  })
  return sentenceOf({ standing, allocation, exempt, today })
}

describe('the sentence at the counter', () => {
  it('says until when is paid, what is open and what the last payment paid', () => {
    const lines = [...charges(5), payment('2026-06-05', 3600)]
    expect(sentence(lines)).toEqual([
      { kind: 'paidThrough', month: '2026-03', settled: false, entryIds: [lines[2]?.id, lines[5]?.id] },
      { kind: 'open', months: ['2026-04', '2026-05'], amount: 2400, entryIds: [lines[3]?.id, lines[4]?.id] },
      {
        kind: 'lastPayment',
        on: '2026-06-05',
        amount: 3600,
        months: ['2026-01', '2026-02', '2026-03'],
        left: 0,
        entryIds: [lines[5]?.id],
      },
    ])
  })

  it('says what is missing of a month paid in part', () => {
    expect(sentence([...charges(2), payment('2026-02-05', 1800)])).toMatchObject([
      { kind: 'paidThrough', month: '2026-01' },
      { kind: 'open', months: ['2026-02'], amount: 600 },
      { kind: 'partPaid', month: '2026-02', paid: 600, open: 600 },
      { kind: 'lastPayment' },
    ])
  })

  it('names an older month that stayed open as a gap', () => {
    const lines = [...charges(4), payment('2026-04-05', 3600, { '2026-01': 1200, '2026-03': 1200, '2026-04': 1200 })]
    expect(sentence(lines)).toMatchObject([
      { kind: 'paidThrough', month: '2026-01', settled: false },
      { kind: 'gap', months: ['2026-02'], amount: 1200 },
      { kind: 'lastPayment', months: ['2026-01', '2026-03', '2026-04'] },
    ])
  })

  it('says what is paid ahead', () => {
    expect(sentence([...charges(1), payment('2026-01-05', 3600)])).toMatchObject([
      { kind: 'paidThrough', month: '2026-01', settled: true },
      { kind: 'lastPayment', left: 2400 },
      { kind: 'ahead', amount: 2400 },
    ])
  })

  it('does not make owe who the employer has not paid over for', () => {
    const deducted = deduction('2026-02-15', 2400)
    expect(sentence([...charges(2), deducted], { held: [deducted] })).toMatchObject([
      { kind: 'paidThrough', month: '2026-02', settled: true },
      { kind: 'lastPayment', amount: 2400 },
      { kind: 'held', months: ['2026-01', '2026-02'], amount: 2400 },
    ])
    expect(sentence([...charges(2), deduction('2026-02-15', 2400, newId(payrollListIdSchema))])).toHaveLength(2)
  })

  it('keeps disputed, exempt, waived and coming months apart from what is owed', () => {
    const exempt = [{ from: month('2026-03'), until: month('2026-03'), reason: '病假' }]
    const lines = [...charges(5), charge('2026-07', 1200), waiver('2026-04', 1200)]
    expect(sentence(lines, { exempt, disputed: ['2026-02'] })).toMatchObject([
      { kind: 'open', months: ['2026-01', '2026-05'], amount: 2400 },
      { kind: 'notDue', months: ['2026-07'], amount: 1200 },
      { kind: 'disputed', months: ['2026-02'], amount: 1200 },
      { kind: 'exempt', from: '2026-03', until: '2026-03', reason: '病假' },
      { kind: 'exemptCharged', months: ['2026-03'], amount: 1200 },
      { kind: 'waived', months: ['2026-04'], amount: 1200 },
    ])
  })

  it('says that nothing was charged yet', () => {
    expect(sentence([])).toEqual([{ kind: 'neverCharged', entryIds: [] }])
  })

  it('comes to the balance of the ledger, whatever was paid', () => {
    const paid = fc.array(fc.record({ place: fc.nat(11), amount: fc.integer({ min: 1, max: 6000 }) }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.nat(12), paid, (count, payments) => {
        const lines = [
          ...charges(count),
          ...payments.map(({ place, amount }) =>
            payment('2026-06-01', amount, { [addMonths(january, place)]: amount }),
          ),
        ]
        const parts = sentence(lines, { disputed: ['2026-02'] })
        const open = parts.flatMap((part) =>
          part.kind === 'gap' || part.kind === 'open' || part.kind === 'disputed' || part.kind === 'notDue'
            ? [part.amount]
            : [],
        )
        const ahead = parts.flatMap((part) => (part.kind === 'ahead' ? [part.amount] : []))
        const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
        expect(sum(open) - sum(ahead)).toBe(allocate(lines).balance)
      }),
    )
  })
})

describe('ranges of months', () => {
  it('put together what follows one another, over the turn of the year', () => {
    expect(monthRanges(['2026-01', '2025-12', '2026-03'].map(month))).toEqual([
      { from: '2025-12', until: '2026-01' },
      { from: '2026-03', until: '2026-03' },
    ])
    expect(monthRanges([])).toEqual([])
  })
})
