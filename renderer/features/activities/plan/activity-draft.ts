import {
  activityInputSchema,
  clockSchema,
  type ActivityInput,
  type ActivityType,
  type Eligible,
} from '../../../../shared/model/activity'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { ProviderId, UnitId } from '../../../../shared/model/id'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** An activity as typed. */
export interface ActivityDraft {
  readonly title: string
  readonly type: ActivityType
  readonly startsOn: string
  /** Empty for an activity of one day. */
  readonly endsOn: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly organiserId: UnitId | null
  readonly eligible: Eligible | null
  readonly quota: number | null
  readonly signUpUntil: string
  readonly signUpHow: string
  readonly contact: string
  readonly perHead: string
  readonly lecturer: string
  readonly providerId: ProviderId | null
  readonly hours: number | null
  readonly cost: string
  readonly note: string
}

export type ActivityProblem =
  | 'title'
  | 'startsOn'
  | 'endsOn'
  | 'endsBeforeStart'
  | 'startsAt'
  | 'endsAt'
  | 'endsAtBeforeStart'
  | 'signUpUntil'
  | 'signUpTooLate'
  | 'perHead'
  | 'cost'

export function newActivityDraft(today: Day): ActivityDraft {
  return {
    ...{ title: '', type: 'sports', startsOn: today, endsOn: '', startsAt: '', endsAt: '', place: '' },
    ...{ organiserId: null, eligible: null, quota: null, signUpUntil: '', signUpHow: '', contact: '' },
    ...{ perHead: '', lecturer: '', providerId: null, hours: null, cost: '', note: '' },
  }
}

export function draftOf(activity: ActivityInput): ActivityDraft {
  const { title, type, startsOn, endsOn, organiserId, eligible, quota, providerId, hours, perHead, cost } = activity
  return {
    ...{ title, type, startsOn, organiserId, eligible, quota, providerId, hours },
    endsOn: endsOn === startsOn ? '' : endsOn,
    startsAt: activity.startsAt ?? '',
    endsAt: activity.endsAt ?? '',
    place: activity.place ?? '',
    signUpUntil: activity.signUpUntil ?? '',
    signUpHow: activity.signUpHow ?? '',
    contact: activity.contact ?? '',
    perHead: perHead === null ? '' : yuanText(perHead),
    lecturer: activity.lecturer ?? '',
    cost: cost === null ? '' : yuanText(cost),
    note: activity.note ?? '',
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
  const startsAt = readClock(draft.startsAt)
  const endsAt = readClock(draft.endsAt)
  const signUpUntil = draft.signUpUntil.trim() === '' ? null : readDay(draft.signUpUntil)
  const perHead = draft.perHead.trim() === '' ? null : parseYuan(draft.perHead)
  const cost = draft.cost.trim() === '' ? null : parseYuan(draft.cost)
  if (draft.title.trim() === '') problems.add('title')
  if (startsOn === null) problems.add('startsOn')
  else if (endsOn === null) problems.add('endsOn')
  else if (endsOn < startsOn) problems.add('endsBeforeStart')
  if (startsAt === undefined) problems.add('startsAt')
  if (endsAt === undefined) problems.add('endsAt')
  if (startsOn === endsOn && startsAt && endsAt && endsAt < startsAt) problems.add('endsAtBeforeStart')
  if (draft.signUpUntil.trim() !== '' && signUpUntil === null) problems.add('signUpUntil')
  if (signUpUntil !== null && endsOn !== null && signUpUntil > endsOn) problems.add('signUpTooLate')
  if (draft.perHead.trim() !== '' && perHead === null) problems.add('perHead')
  if (draft.cost.trim() !== '' && cost === null) problems.add('cost')
  if (problems.size > 0) return { activity: null, problems }
  const { title, type, organiserId, eligible, quota, providerId, hours } = draft
  const input = {
    ...{ title, type, startsOn, endsOn, startsAt, endsAt, organiserId, eligible, quota, providerId, hours },
    ...{ signUpUntil, perHead, cost },
    place: draft.place.trim() || null,
    signUpHow: draft.signUpHow.trim() || null,
    contact: draft.contact.trim() || null,
    lecturer: draft.lecturer.trim() || null,
    note: draft.note.trim() || null,
  }
  return { activity: activityInputSchema.parse(input), problems }
}

function readDay(text: string): Day | null {
  return daySchema.safeParse(parsePartialDate(text)).data ?? null
}

/** A time of day as people type it: 9:00, 9：00, 0900; null for none, undefined for what is no time. */
function readClock(text: string): string | null | undefined {
  const typed = text.trim().replace('：', ':')
  if (typed === '') return null
  const [, hour, minute = '00'] = /^(\d{1,2})(?::?(\d{2}))?$/.exec(typed) ?? []
  return hour === undefined ? undefined : clockSchema.safeParse(`${hour.padStart(2, '0')}:${minute}`).data
}
