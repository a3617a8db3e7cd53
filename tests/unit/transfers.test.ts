import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, monthSchema, partialDateSchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import { addMonths, monthOf } from '../../shared/rules/date'
import { planMonths, type ChargedMember } from '../../shared/rules/dues/charging'
import type { DuesFormula } from '../../shared/model/dues-rule'
import { handOverMonths, joiningDay, leavingDay } from '../../shared/rules/transfers/dues-months'
import { transferState, type TransferFacts } from '../../shared/rules/transfers/state'
import { waitingTime } from '../../shared/rules/transfers/terms'
import { bigrams, likeness, unionKey } from '../../shared/rules/transfers/union-name'
import { duesRuleIdSchema, newId } from '../../shared/model/id'

const day = (text: string) => daySchema.parse(text)
const month = (text: string) => monthSchema.parse(text)

/** A world of one person, the branch that has the person and two that are asked. */
type Message =
  | { readonly kind: 'withdraw' | 'ask' | 'accept' | 'refuse' | 'force' | 'hears' | 'undo'; readonly which: 0 | 1 }
  | { readonly kind: 'hubRestored' }

interface Side {
  request: TransferFacts['request']
  answer: TransferFacts['answer']
  isForced: boolean
  wasHandedOver: boolean
  /** The branch asked has taken the member over, or undid it. */
  holds: boolean
  hadIt: boolean
}

const fresh = (): Side => ({
  request: null,
  answer: null,
  isForced: false,
  wasHandedOver: false,
  holds: false,
  hadIt: false,
})

/** Plays messages through the rule and answers in how many branches the person is after everybody has heard everything. */
function membershipsAfter(messages: readonly Message[]): number {
  const sides = [fresh(), fresh()] as const
  const stateOf = (which: 0 | 1) => {
    const side = sides[which]
    const other = sides[which === 0 ? 1 : 0]
    const state = transferState({
      request: side.request,
      answer: side.answer,
      isForced: side.isForced,
      wasHandedOver: side.wasHandedOver,
      isTakenOver: side.holds,
      isHandedBack: side.hadIt && !side.holds,
      isMember: !(other.wasHandedOver && !(other.hadIt && !other.holds)),
    })
    if (state === 'accepted') side.wasHandedOver = true
    return state
  }
  const hear = (which: 0 | 1) => {
    const side = sides[which]
    if (stateOf(which) === 'accepted' && !side.hadIt) {
      side.holds = true
      side.hadIt = true
    }
  }
  for (const message of messages) {
    if (message.kind === 'hubRestored') {
      for (const side of sides) side.wasHandedOver = side.holds
      continue
    }
    const side = sides[message.which]
    if (message.kind === 'ask') side.request = { isUnionKnown: true, isWithdrawn: false }
    if (message.kind === 'withdraw' && side.request !== null) side.request = { ...side.request, isWithdrawn: true }
    if (message.kind === 'accept') side.answer = 'accepted'
    if (message.kind === 'refuse' && !side.holds) side.answer = 'refused'
    if (message.kind === 'force') side.isForced = true
    if (message.kind === 'undo') side.holds = false
    stateOf(message.which)
    if (message.kind === 'hears') hear(message.which)
  }
  hear(0)
  hear(1)
  const left = ([0, 1] as const).filter((which) => stateOf(which) === 'accepted')
  return sides.filter(({ holds }) => holds).length + (left.length === 0 ? 1 : 0)
}

describe('the state of a transfer', () => {
  it('leaves nobody with two memberships or none, whatever comes in which order and how often', () => {
    const kind = fc.constantFrom('withdraw', 'ask', 'accept', 'refuse', 'force', 'hears', 'undo')
    const message: fc.Arbitrary<Message> = fc.record({ kind, which: fc.constantFrom(0 as const, 1 as const) })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 30 }), (messages) => membershipsAfter(messages) === 1),
      { seed: 7, numRuns: 5000 },
    )
  })

  it('knows a hand-over by who took the member over, as after a restored hub', () => {
    const facts: TransferFacts = {
      request: { isUnionKnown: true, isWithdrawn: true },
      answer: 'accepted',
      isForced: false,
      wasHandedOver: false,
      isTakenOver: true,
      isHandedBack: false,
      isMember: false,
    }
    expect(transferState(facts)).toBe('accepted')
    expect(transferState({ ...facts, isTakenOver: false })).toBe('withdrawn')
  })
})

const formula = (joining: DuesFormula['joining'], leaving: DuesFormula['leaving']): DuesFormula => ({
  period: 'month',
  classes: [
    {
      memberClass: 'regular',
      payItems: [],
      calculation: { kind: 'flat', amount: fenSchema.parse(1000) },
      floor: null,
      cap: null,
    },
  ],
  joining,
  leaving,
})

describe('months of dues', () => {
  const joining = fc.constantFrom<DuesFormula['joining']>('sameMonth', 'nextMonth')
  const leaving = fc.constantFrom<DuesFormula['leaving']>('sameMonth', 'previousMonth')
  it('are each charged once, by one of the two branches, whatever their rules of joining and leaving', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.option(fc.integer({ min: -4, max: 5 }), { nil: null }),
        fc.tuple(joining, leaving),
        fc.tuple(joining, leaving),
        (dayOfMonth, paid, sender, receiver) => {
          const on = day(`2026-03-${String(dayOfMonth).padStart(2, '0')}`)
          const months = handOverMonths(on, paid === null ? null : addMonths(monthOf(on), paid))
          const charges = (rules: DuesFormula, events: ChargedMember['events']) => {
            const rule = {
              id: newId(duesRuleIdSchema),
              formula: rules,
              validFrom: month('2020-01'),
              validUntil: null,
              decision: null,
              decidedOn: null,
            }
            return (name: ReturnType<typeof month>) =>
              planMonths([{ month: name, next: addMonths(name, 1), rule, isEarlier: false }], {
                wage: null,
                events,
                bases: [],
                exemptions: [],
                charged: new Map(),
              }).some(({ group }) => group === 'charge')
          }
          const left = partialDateSchema.parse(leavingDay(on, months, sender[1]))
          const came = partialDateSchema.parse(joiningDay(on, months, receiver[0]))
          const before = charges(formula(...sender), [
            { type: 'admission', date: partialDateSchema.parse('2020-01-01') },
            { type: 'transferOut', date: left },
          ])
          const after = charges(formula(...receiver), [{ type: 'transferIn', date: came }])
          for (let offset = -4; offset <= 6; offset += 1) {
            const name = addMonths(month('2026-03'), offset)
            expect([before(name), after(name)]).toEqual([name <= months.last, name >= months.first])
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  it('beyond the hand-over that were paid before are told as paid', () => {
    expect(handOverMonths(day('2026-03-10'), month('2026-12'))).toEqual({
      last: '2026-03',
      first: '2026-04',
      paid: { from: '2026-04', until: '2026-12' },
    })
    expect(handOverMonths(day('2026-03-10'), month('2026-02'))).toEqual({
      last: '2026-02',
      first: '2026-03',
      paid: null,
    })
  })
})

describe('names and terms', () => {
  it('compare names without width, blanks and brackets', () => {
    expect(unionKey('云溪 （机械）厂工会')).toBe(unionKey('云溪(机械)厂工会'))
    expect(likeness(unionKey('云溪机械厂工会'), unionKey('云溪机械场工会'))).toBeGreaterThan(0.5)
    expect(bigrams('云溪厂')).toEqual(['云溪', '溪厂'])
  })

  it('call a request late after fifteen days', () => {
    expect(waitingTime(day('2026-03-01'), day('2026-03-16'))).toEqual({ days: 15, isLate: false })
    expect(waitingTime(day('2026-03-01'), day('2026-03-17'))).toEqual({ days: 16, isLate: true })
  })
})
