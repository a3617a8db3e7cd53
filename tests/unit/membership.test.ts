import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  membershipEventTypeSchema,
  membershipStatusSchema,
  type MembershipEventType,
} from '../../shared/model/membership'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { allowedEvents, eventDoubts, isEventAllowed, statusOf } from '../../shared/rules/membership'
import { eventCustoms } from '../../shared/rules/membership-papers'

const types = fc.constantFrom(...membershipEventTypeSchema.options)

/** Only what is allowed, as the record page would offer it. */
const lives = fc
  .array(types, { maxLength: 12 })
  .map((wanted) =>
    wanted.reduce<MembershipEventType[]>(
      (life, type) => (isEventAllowed(statusOf(life), type) ? [...life, type] : life),
      [],
    ),
  )

describe('membership', () => {
  it.each<[MembershipEventType[], string]>([
    [['admission'], 'active'],
    [['admission', 'keeping'], 'kept'],
    [['admission', 'keeping', 'restoration'], 'active'],
    [['transferIn', 'transferOut'], 'transferred'],
    [['transferIn', 'transferOut', 'transferIn'], 'active'],
    [['admission', 'withdrawal'], 'withdrawn'],
    [['admission', 'withdrawal', 'admission'], 'active'],
    [['admission', 'expulsion'], 'expelled'],
    [['admission', 'death'], 'deceased'],
  ])('%s leads to %s', (events, status) => {
    expect(statusOf(events)).toBe(status)
  })

  it('begins with admission, transfer in or, for rosters of the kept, keeping', () => {
    expect(allowedEvents(null)).toEqual(['admission', 'transferIn', 'keeping'])
  })

  it('is restored only after keeping and never admitted twice', () => {
    expect(membershipStatusSchema.options.filter((status) => isEventAllowed(status, 'restoration'))).toEqual(['kept'])
    expect(isEventAllowed('active', 'admission')).toBe(false)
  })

  it('ends for good with death, and only then', () => {
    expect(membershipStatusSchema.options.filter((status) => allowedEvents(status).length === 0)).toEqual(['deceased'])
    fc.assert(
      fc.property(lives, (life) => {
        expect(life.slice(0, -1)).not.toContain('death')
      }),
    )
  })

  it('changes with every allowed event', () => {
    fc.assert(
      fc.property(lives, types, (life, type) => {
        const status = statusOf(life)
        fc.pre(isEventAllowed(status, type))
        expect(statusOf([...life, type])).not.toBe(status)
      }),
    )
  })
})

describe('a membership event', () => {
  const today = daySchema.parse('2026-11-24')
  const date = (text: string | null) => (text === null ? null : partialDateSchema.parse(text))

  it.each([
    ['2026-11-24', '2026-11-01', '2020', []],
    ['2026-11-25', null, null, ['inFuture']],
    ['2026-11', '2026-12', null, ['decidedInFuture']],
    ['2019-12', null, '2020', ['beforeLast']],
    ['2020', null, '2020-05', []],
    [null, null, '2020', []],
  ])('of %s, decided on %s, after one of %s leaves doubts %j', (effect, decided, last, doubts) => {
    const event = { date: date(effect), decidedOn: date(decided) }
    expect(eventDoubts(event, last === null ? null : { date: date(last) }, today)).toEqual(doubts)
  })

  it('has papers and usual reasons of the code lists, and another union only for a transfer', () => {
    for (const type of membershipEventTypeSchema.options) {
      const { papers, reasons, isTransfer } = eventCustoms[type]
      expect(papers.length).toBeGreaterThan(0)
      expect(new Set(papers).size).toBe(papers.length)
      expect(new Set(reasons).size).toBe(reasons.length)
      expect(isTransfer).toBe(type === 'transferIn' || type === 'transferOut')
    }
  })
})
