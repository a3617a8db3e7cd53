import { describe, expect, it } from 'vitest'
import { draftOf, newActivityDraft, readActivityDraft } from '../../../renderer/features/activities/plan/activity-draft'
import { activitySchema } from '../../../shared/model/activity'
import { daySchema } from '../../../shared/model/date'
import { activityIdSchema, newId } from '../../../shared/model/id'

const draft = { ...newActivityDraft(daySchema.parse('2026-03-08')), title: '女职工讲座' }

describe('an activity as typed', () => {
  it('lasts one day and has no cost yet unless more is typed', () => {
    expect(readActivityDraft(draft).activity).toEqual({
      title: '女职工讲座',
      type: 'sports',
      startsOn: '2026-03-08',
      endsOn: '2026-03-08',
      place: null,
      cost: null,
      note: null,
    })
  })

  it.each([
    [{ title: '  ' }, 'title'],
    [{ startsOn: '' }, 'startsOn'],
    [{ startsOn: '2026-03' }, 'startsOn'],
    [{ endsOn: 'x' }, 'endsOn'],
    [{ endsOn: '2026-03-07' }, 'endsBeforeStart'],
    [{ cost: '12.345' }, 'cost'],
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
      { endsOn: '2026-03-10', place: '云溪湖', cost: 120_050, note: '自带雨具' },
      { endsOn: '2026-03-08', place: '', cost: 0, note: null },
    ].map((rest) =>
      activitySchema.parse({
        id: newId(activityIdSchema),
        title: '春游',
        type: 'outing',
        startsOn: '2026-03-08',
        ...rest,
      }),
    )
    for (const { id, ...activity } of activities) {
      const { activity: read } = readActivityDraft(draftOf({ id, ...activity }))
      expect(read).toEqual({ ...activity, place: activity.place === '' ? null : activity.place })
    }
  })
})
