import type { Day } from '../../model/date'
import type { MemberFields } from '../../model/member'
import type { MembershipStatus } from '../../model/membership'
import type { IndicatorKey } from '../../model/statistics'

/** What statistics look at of a person, as it was on the day. */
export interface CountedPerson extends Pick<
  MemberFields,
  | 'gender'
  | 'birthDate'
  | 'education'
  | 'politicalStatus'
  | 'skillLevel'
  | 'employmentForm'
  | 'isMigrantWorker'
  | 'isNewEmployment'
  | 'newEmploymentType'
> {
  readonly status: MembershipStatus
}

/** The figures that count people of a day. */
export type PeopleIndicator = Extract<IndicatorKey, `members${string}`>

/** Up to which age somebody counts as young. */
export const YOUNG_UNTIL = 35

/** The age that somebody has at most on a day, whichever day of a month or year they were born on. */
function ageAtMost(birthDate: string, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  const born = birthDate.slice(5)
  return born !== '' && born > day.slice(5, 5 + born.length) ? years - 1 : years
}

/** The part of the figure that a person belongs to; null where the record does not state it, undefined when not counted. */
type Facet = (person: CountedPerson, day: Day) => string | null | undefined

const active =
  (facet: Facet): Facet =>
  (person, day) =>
    person.status === 'active' ? facet(person, day) : undefined
const when = (is: (person: CountedPerson, day: Day) => boolean): Facet =>
  active((person, day) => (is(person, day) ? null : undefined))

/**
 * Who counts for what among the people of a day. Members 会员 are those in good standing 在籍: who retired or is out of
 * work keeps the membership 保留会籍 and is counted apart, as the yearly form has members among the staff only.
 */
export const facets: Readonly<Record<PeopleIndicator, Facet>> = {
  members: active(() => null),
  membersKept: (person) => (person.status === 'kept' ? null : undefined),
  membersMigrant: when((person) => person.isMigrantWorker === '是'),
  membersDispatched: when((person) => person.employmentForm === '劳务派遣'),
  membersNewEmployment: active(({ newEmploymentType, isNewEmployment, employmentForm }) =>
    newEmploymentType !== null || isNewEmployment === '是' || employmentForm === '新就业形态'
      ? newEmploymentType
      : undefined,
  ),
  membersOfParty: when(({ politicalStatus }) => politicalStatus === '中共党员' || politicalStatus === '中共预备党员'),
  membersYoung: when(({ birthDate }, day) => birthDate !== null && ageAtMost(birthDate, day) <= YOUNG_UNTIL),
  membersByEducation: active(({ education }) => education),
  membersBySkill: active(({ skillLevel }) => skillLevel),
}
