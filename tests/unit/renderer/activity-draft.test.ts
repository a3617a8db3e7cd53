import { describe, expect, it } from 'vitest'
import { draftOf, newActivityDraft, readActivityDraft } from '../../../renderer/features/activities/plan/activity-draft'
import { activityInputSchema } from '../../../shared/model/activity'
import { daySchema } from '../../../shared/model/date'

const draft = { ...newActivityDraft(daySchema.parse('2026-03-08')), title: '女职工讲座' }

describe('an activity as typed', () => {
  it('lasts one day and has no cost yet unless more is typed', () => {
    const typed = { title: '女职工讲座', type: 'sports', startsOn: '2026-03-08', endsOn: '2026-03-08' }
    const nothing = { place: null, cost: null, note: null }
    expect(readActivityDraft(draft).activity).toEqual(activityInputSchema.parse({ ...typed, ...nothing }))
  })

  it.each([
    [{ title: '  ' }, 'title'],
    [{ startsOn: '' }, 'startsOn'],
    [{ startsOn: '2026-03' }, 'startsOn'],
    [{ endsOn: 'x' }, 'endsOn'],
    [{ endsOn: '2026-03-07' }, 'endsBeforeStart'],
    [{ cost: '12.345' }, 'cost'],
    [{ perHead: 'x' }, 'perHead'],
    [{ startsAt: '25:00' }, 'startsAt'],
    [{ endsAt: 'noon' }, 'endsAt'],
    [{ startsAt: '14:00', endsAt: '13:00' }, 'endsAtBeforeStart'],
    [{ signUpUntil: '2026-03' }, 'signUpUntil'],
    [{ signUpUntil: '2026-03-09' }, 'signUpTooLate'],
  ])('refuses %j', (changes, problem) => {
    const { activity, problems } = readActivityDraft({ ...draft, ...changes })
    expect(activity).toBeNull()
    expect([...problems]).toEqual([problem])
  })

  it('names everything that is wrong at once', () => {
    const { problems } = readActivityDraft({ ...draft, title: '', startsOn: 'x', cost: 'x' })
    expect([...problems].sort()).toEqual(['cost', 'startsOn', 'title'])
  })

  it('comes back unchanged from an activity that was opened and saved', () => {
    const activities = [
      { endsOn: '2026-03-08', place: null, cost: null, note: null },
      { endsOn: '2026-03-10', place: '云溪湖', cost: 120_050, note: '自带雨具', quota: 40, perHead: 20_000 },
      { endsOn: '2026-03-08', place: '', cost: 0, note: null, startsAt: '09:00', endsAt: '11:30', hours: 2 },
      { endsOn: '2026-03-08', place: null, cost: null, note: null, signUpUntil: '2026-03-01', contact: '李示例' },
    ].map((rest) => activityInputSchema.parse({ title: '春游', type: 'outing', startsOn: '2026-03-08', ...rest }))
    for (const activity of activities) {
      const { activity: read } = readActivityDraft(draftOf(activity))
      expect(read).toEqual({ ...activity, place: activity.place === '' ? null : activity.place })
    }
  })

  it.each([
    ['9:00', '09:00'],
    ['14：30', '14:30'],
    ['0905', '09:05'],
    ['8', '08:00'],
  ])('takes %s for the time %s', (typed, clock) => {
    expect(readActivityDraft({ ...draft, startsAt: typed }).activity?.startsAt).toBe(clock)
  })
})
