import { activityTypeSchema, attendanceSchema, type ActivityType, type Attendance } from '../../model/activity'
import type { Day, PartialDate } from '../../model/date'
import type { AgeBand, InsightPeriod, MemberGroup, Sex } from '../../model/insights'
import type { ActivityId, MemberId } from '../../model/id'

/** Months counted through, so that they can be compared and subtracted. */
export type MonthNumber = number

export interface RecordedMember {
  readonly id: MemberId
  readonly department: string | null
  readonly sex: Sex
  readonly birthDate: PartialDate | null
  /** Since when a member; null where nobody knows, which counts as always. */
  readonly since: string | null
  /** When the membership ended; null while it lasts. */
  readonly until: string | null
  /** Draws a pension already, or works no more. */
  readonly isRetired: boolean
}

export interface RecordedActivity {
  readonly id: ActivityId
  readonly type: ActivityType
  readonly startsOn: Day
  /** Fen. */
  readonly cost: number | null
  /** Everybody may come. */
  readonly isOpen: boolean
}

/**
 * Who was a member when, and who came to what: side by side in arrays, so that a million attendances are passed over in a
 * moment. Activities that were called off are not among them.
 */
export interface Recorded {
  readonly members: readonly RecordedMember[]
  readonly placeOf: ReadonlyMap<MemberId, number>
  /** Month of joining and of leaving, by place of the member. */
  readonly joined: Int32Array
  readonly left: Int32Array
  /** First and last month that the birth may lie in; -1 where it is not known. */
  readonly bornFrom: Int32Array
  readonly bornUntil: Int32Array
  /** Earliest first. */
  readonly activities: readonly RecordedActivity[]
  /** Where the people of each activity begin in `people`; one more than there are activities. */
  readonly starts: Uint32Array
  /** Places of members, activity by activity. */
  readonly people: Uint32Array
  /** What became of each of `people`: place in `attendanceSchema.options`. */
  readonly marks: Uint8Array
}

export const PRESENT = attendanceSchema.options.indexOf('present')
export const ABSENT = attendanceSchema.options.indexOf('absent')

export function markOf(attendance: Attendance): number {
  return attendanceSchema.options.indexOf(attendance)
}

const ALWAYS = 0
const NEVER = 1_000_000

/** The month of a date, the first of its year where only the year is known. */
export function monthNumber(date: string): MonthNumber {
  return Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 0)
}

/** Puts members side by side. */
export function asRecorded(
  members: readonly RecordedMember[],
  activities: readonly RecordedActivity[],
  attendances: Pick<Recorded, 'starts' | 'people' | 'marks'>,
): Recorded {
  return {
    members,
    placeOf: placesOf(members),
    joined: Int32Array.from(members, ({ since }) => (since === null ? ALWAYS : monthNumber(since))),
    left: Int32Array.from(members, ({ until }) => (until === null ? NEVER : monthNumber(until))),
    bornFrom: Int32Array.from(members, ({ birthDate }) => (birthDate === null ? -1 : monthNumber(birthDate))),
    bornUntil: Int32Array.from(members, ({ birthDate }) =>
      birthDate === null ? -1 : monthNumber(birthDate) + (birthDate.length === 4 ? 11 : 0),
    ),
    activities,
    ...attendances,
  }
}

export function placesOf(members: readonly Pick<RecordedMember, 'id'>[]): ReadonlyMap<MemberId, number> {
  return new Map(members.map(({ id }, place) => [id, place]))
}

/** Whether somebody was a member at some time of the months, by place; who came back counts throughout. */
export function isMemberIn({ joined, left }: Recorded, place: number, from: MonthNumber, until: MonthNumber): boolean {
  return (joined[place] ?? NEVER) <= until && (left[place] ?? NEVER) >= from
}

/** Age on the last day of a month; `unknown` where the birth date does not tell. */
export function ageBandOf({ bornFrom, bornUntil }: Recorded, place: number, on: MonthNumber): AgeBand {
  const [first, last] = [bornFrom[place] ?? -1, bornUntil[place] ?? -1]
  if (first < 0) return 'unknown'
  const oldest = bandOfAge(Math.floor((on - first) / 12))
  return oldest === bandOfAge(Math.floor((on - last) / 12)) ? oldest : 'unknown'
}

function bandOfAge(age: number): AgeBand {
  if (age < 30) return 'under30'
  if (age < 40) return 'thirties'
  if (age < 50) return 'forties'
  return age < 60 ? 'fifties' : 'over60'
}

/** Whether a member belongs to a group, at the end of the months. */
export function isOfGroup(recorded: Recorded, place: number, group: MemberGroup, period: InsightPeriod): boolean {
  const member = recorded.members[place]
  return (
    (group.department === undefined || (member?.department ?? '') === group.department) &&
    (group.sex === undefined || member?.sex === group.sex) &&
    (group.ageBand === undefined || ageBandOf(recorded, place, monthNumber(period.until)) === group.ageBand)
  )
}

/** The activities of the months that have begun, by their places: the first, and the one after the last. */
export function activitiesOf({ activities }: Recorded, { from, until }: InsightPeriod, today: Day): [number, number] {
  const first = activities.findIndex(({ startsOn }) => startsOn.slice(0, 7) >= from)
  const end = activities.findIndex(({ startsOn }) => startsOn.slice(0, 7) > until || startsOn > today)
  const after = end === -1 ? activities.length : end
  return first === -1 ? [after, after] : [Math.min(first, after), after]
}

export const typePlaces = new Map(activityTypeSchema.options.map((type, place) => [type, place]))
