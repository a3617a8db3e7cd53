import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityStepKindSchema, approvalLevelSchema } from '../../../shared/model/activity'
import { daySchema, type Day } from '../../../shared/model/date'
import {
  activityState,
  approvalOf,
  canSubmit,
  type KnownStep,
  type StateFacts,
} from '../../../shared/rules/activities/state'

const day = (text: string) => daySchema.parse(text)
const submitted = (level: KnownStep['level']): KnownStep => ({ kind: 'submitted', level })
const approved = (level: KnownStep['level']): KnownStep => ({ kind: 'approved', level })
const sentBack = (level: KnownStep['level']): KnownStep => ({ kind: 'sentBack', level })

const plan: StateFacts = {
  startsOn: day('2026-10-10'),
  endsOn: day('2026-10-11'),
  signUpUntil: day('2026-10-05'),
  settledOn: null,
  cancelledOn: null,
}
const early = day('2026-09-01')

describe('the approval of a plan', () => {
  it.each<[readonly KnownStep[], ReturnType<typeof approvalOf>]>([
    [[], { state: 'none', upTo: null, waitsFor: null }],
    [[submitted('chair')], { state: 'submitted', upTo: 'chair', waitsFor: 'chair' }],
    [[submitted('chair'), approved('chair')], { state: 'approved', upTo: 'chair', waitsFor: null }],
    [[submitted('superior'), approved('chair')], { state: 'submitted', upTo: 'superior', waitsFor: 'superior' }],
    [
      [submitted('superior'), approved('chair'), approved('superior')],
      { state: 'approved', upTo: 'superior', waitsFor: null },
    ],
    [[submitted('chair'), sentBack('chair')], { state: 'sentBack', upTo: 'chair', waitsFor: null }],
    [
      [submitted('superior'), approved('chair'), sentBack('superior'), submitted('superior')],
      { state: 'submitted', upTo: 'superior', waitsFor: 'chair' },
    ],
  ])('after %j', (steps, approval) => {
    expect(approvalOf(steps)).toEqual(approval)
  })
})

describe('the state of an activity', () => {
  it.each<[string, Partial<StateFacts>, readonly KnownStep[], Day, string]>([
    ['nothing handed in', {}, [], early, 'draft'],
    ['handed in', {}, [submitted('chair')], early, 'submitted'],
    ['sent back', {}, [submitted('chair'), sentBack('chair')], early, 'sentBack'],
    ['agreed to, sign-up going on', {}, [submitted('chair'), approved('chair')], day('2026-10-05'), 'open'],
    ['agreed to, sign-up over', {}, [submitted('chair'), approved('chair')], day('2026-10-06'), 'approved'],
    ['its last day', {}, [submitted('chair'), approved('chair')], day('2026-10-11'), 'approved'],
    ['the day after', {}, [submitted('chair'), approved('chair')], day('2026-10-12'), 'over'],
    ['over without approval', {}, [], day('2026-10-12'), 'over'],
    [
      'without an end of the sign-up',
      { signUpUntil: null },
      [submitted('chair'), approved('chair')],
      day('2026-10-10'),
      'open',
    ],
  ])('%s', (_, changes, steps, today, state) => {
    expect(activityState({ ...plan, ...changes }, steps, today)).toBe(state)
  })

  it('is settled once settled and cancelled once cancelled, whatever the steps and the day', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom(...activityStepKindSchema.options),
        level: fc.constantFrom(...approvalLevelSchema.options),
      }),
    )
    const days = fc.integer({ min: 1, max: 28 }).map((date) => day(`2026-10-${String(date).padStart(2, '0')}`))
    fc.assert(
      fc.property(steps, days, (known, today) => {
        expect(activityState({ ...plan, settledOn: today }, known, today)).toBe('settled')
        expect(activityState({ ...plan, cancelledOn: today }, known, today)).toBe('cancelled')
      }),
    )
  })

  it('lets a plan be handed in only while nobody has it and it is not agreed to', () => {
    expect([canSubmit('draft'), canSubmit('sentBack')]).toEqual([true, true])
    for (const state of ['submitted', 'open', 'approved', 'over', 'settled', 'cancelled'] as const) {
      expect(canSubmit(state)).toBe(false)
    }
  })
})
