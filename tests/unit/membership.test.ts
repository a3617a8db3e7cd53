import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  membershipEventTypeSchema,
  membershipStatusSchema,
  type MembershipEventType,
} from '../../shared/model/membership'
import { allowedEvents, isEventAllowed, statusOf } from '../../shared/rules/membership'

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
