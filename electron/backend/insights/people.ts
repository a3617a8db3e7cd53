import type { BranchDatabase } from '../../../db/branch-database'
import { insightPeopleQueries } from '../../../db/queries/insights/people'
import type { InsightPerson } from '../../../shared/contract/insights/people'
import { daySchema, type Day, type Month } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { DuePeople, InsightPeriod, ParticipationFilter, PeopleFilter } from '../../../shared/model/insights'
import { monthOf, monthsBetween } from '../../../shared/rules/date'
import { daysOfMonth } from '../../../shared/rules/funds/year'
import { placesOfFigure, tallyOf } from '../../../shared/rules/insights/participation'
import { birthdaysIn, retirementsIn } from '../../../shared/rules/insights/people'
import { activitiesOf, type Recorded } from '../../../shared/rules/insights/recorded'
import { recordedOf } from './recorded'
import { checkedRecords } from './records'

type Details = Omit<InsightPerson, 'memberId' | 'name' | 'department' | 'unionGroup'>

/** Somebody behind a figure; the details are looked up for who is shown only. */
interface Found {
  readonly memberId: MemberId
  readonly details: () => Partial<Details>
}

/** Before all that is on record. */
const FIRST_DAY = daySchema.parse('1900-01-01')

const none: Details = {
  since: null,
  came: null,
  signedUp: null,
  open: null,
  lastCame: null,
  invited: [],
  gifts: null,
  amount: null,
  faults: [],
  on: null,
  retirement: null,
}

/** Who is behind a figure, by name. */
export async function peopleOf(
  db: BranchDatabase,
  filter: PeopleFilter,
  today: Day,
): Promise<{ readonly count: number; readonly rows: (from: number, until: number) => InsightPerson[] }> {
  const recorded = await recordedOf(db)
  const found = await foundOf(db, recorded, filter, today)
  const { person } = insightPeopleQueries(db)
  return {
    count: found.length,
    rows: (from, until) =>
      found.slice(from, until).flatMap(({ memberId, details }) => {
        const who = person.get(memberId)
        const since = recorded.members[recorded.placeOf.get(memberId) ?? -1]?.since ?? null
        return who === undefined ? [] : [{ ...none, since, ...details(), memberId, ...who }]
      }),
  }
}

async function foundOf(
  db: BranchDatabase,
  recorded: Recorded,
  filter: PeopleFilter,
  today: Day,
): Promise<readonly Found[]> {
  switch (filter.of) {
    case 'participation':
      return participants(db, recorded, filter, today)
    case 'gifts':
      return insightPeopleQueries(db)
        .gifts.all({ ...daysOf(filter.period), kind: filter.kind })
        .map(({ memberId, ...given }) => ({ memberId, details: () => given }))
    case 'withoutBirthdayGift':
      return withoutBirthdayGift(db, recorded, filter.period, today).map(({ memberId, on }) => ({
        memberId,
        details: () => ({ on }),
      }))
    case 'quality': {
      const { faulty } = await checkedRecords(db)
      return faulty
        .filter(
          ({ faults, department }) =>
            (filter.fault === null || faults.includes(filter.fault)) &&
            (filter.department === null || (department ?? '') === filter.department),
        )
        .map(({ memberId, faults }) => ({ memberId, details: () => ({ faults: [...faults] }) }))
    }
    case 'due':
      return due(db, recorded, filter.kind, filter.month, monthOf(today)).map(({ memberId, ...details }) => ({
        memberId,
        details: () => details,
      }))
  }
}

function participants(db: BranchDatabase, recorded: Recorded, filter: ParticipationFilter, today: Day): Found[] {
  const { period, type } = filter
  const tally = tallyOf(recorded, period, today, type)
  const [first, end] = activitiesOf(recorded, period, today)
  const open = recorded.activities
    .slice(first, end)
    .filter((activity) => activity.isOpen && (type === null || activity.type === type))
  const { lastCame, invited } = insightPeopleQueries(db)
  return placesOfFigure(recorded, tally, filter).flatMap((place) => {
    const member = recorded.members[place]
    if (member === undefined) return []
    const { id: memberId, since, until } = member
    const isMemberOn = (day: Day) => (since === null || since <= day) && (until === null || until >= day)
    return {
      memberId,
      details: () => ({
        came: tally.came[place] ?? 0,
        signedUp: tally.signedUp[place] ?? 0,
        open: open.filter(({ startsOn }) => isMemberOn(startsOn)).length,
        lastCame: lastCame.get(memberId) ?? null,
        invited: invited.all({ memberId, type, ...daysOf(period) }),
      }),
    }
  })
}

/** Members of today whose birthday lay in the months, and of them who have no birthday gift in its year. */
export function birthdaysOf(recorded: Recorded, period: InsightPeriod, today: Day) {
  return monthsBetween(period.from, period.until).flatMap((month) => birthdaysIn(recorded, month, monthOf(today)))
}

export function withoutBirthdayGift(db: BranchDatabase, recorded: Recorded, period: InsightPeriod, today: Day) {
  const given = new Set(insightPeopleQueries(db).givenOnBirthday.all(daysOf(period)))
  return birthdaysOf(recorded, period, today).filter(({ memberId }) => !given.has(memberId))
}

function due(
  db: BranchDatabase,
  recorded: Recorded,
  kind: DuePeople,
  month: Month,
  today: Month,
): readonly ({ readonly memberId: MemberId } & Partial<Details>)[] {
  const { covers, reviews, exemptions, idDocuments } = insightPeopleQueries(db)
  const days = daysOfMonth(month)
  switch (kind) {
    case 'birthday':
      return birthdaysIn(recorded, month, today)
    case 'retirement':
      return retirementsIn(recorded, month, month, today).map(({ memberId, group }) => ({
        memberId,
        on: month,
        retirement: group,
      }))
    case 'cover':
      return covers.all(days)
    case 'hardshipReview':
      // What is overdue stands in the present month.
      return reviews.all(month === today ? { ...days, from: FIRST_DAY } : days)
    case 'exemption':
      return exemptions.all({ from: month, until: month })
    case 'idDocument':
      return idDocuments.all(days)
  }
}

export function daysOf({ from, until }: InsightPeriod): { readonly from: Day; readonly until: Day } {
  return { from: daysOfMonth(from).from, until: daysOfMonth(until).until }
}
