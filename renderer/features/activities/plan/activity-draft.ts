import {
  activityInputSchema,
  type Activity,
  type ActivityInput,
  type ActivityType,
} from '../../../../shared/model/activity'
import { daySchema, type Day } from '../../../../shared/model/date'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** An activity as typed. */
export interface ActivityDraft {
  readonly title: string
  readonly type: ActivityType
  readonly startsOn: string
  /** Empty for an activity of one day. */
  readonly endsOn: string
  readonly place: string
  readonly cost: string
  readonly note: string
}

export type ActivityProblem = 'title' | 'startsOn' | 'endsOn' | 'endsBeforeStart' | 'cost'

export function newActivityDraft(today: Day): ActivityDraft {
  return { title: '', type: 'sports', startsOn: today, endsOn: '', place: '', cost: '', note: '' }
}

export function draftOf({ title, type, startsOn, endsOn, place, cost, note }: Activity): ActivityDraft {
  return {
    title,
    type,
    startsOn,
    endsOn: endsOn === startsOn ? '' : endsOn,
    place: place ?? '',
    cost: cost === null ? '' : yuanText(cost),
    note: note ?? '',
  }
}

/** Reads a draft; `activity` is null while something cannot be read. */
export function readActivityDraft(draft: ActivityDraft): {
  readonly activity: ActivityInput | null
  readonly problems: ReadonlySet<ActivityProblem>
} {
  const problems = new Set<ActivityProblem>()
  const startsOn = readDay(draft.startsOn)
  const endsOn = draft.endsOn.trim() === '' ? startsOn : readDay(draft.endsOn)
  const cost = draft.cost.trim() === '' ? null : parseYuan(draft.cost)
  if (draft.title.trim() === '') problems.add('title')
  if (startsOn === null) problems.add('startsOn')
  else if (endsOn === null) problems.add('endsOn')
  else if (endsOn < startsOn) problems.add('endsBeforeStart')
  if (draft.cost.trim() !== '' && cost === null) problems.add('cost')
  if (problems.size > 0) return { activity: null, problems }
  const { title, type, place, note } = draft
  const input = { title, type, startsOn, endsOn, place: place.trim() || null, cost, note: note.trim() || null }
  return { activity: activityInputSchema.parse(input), problems }
}

function readDay(text: string): Day | null {
  return daySchema.safeParse(parsePartialDate(text)).data ?? null
}
