import type { Day, Month } from '../../model/date'
import type { GroupBy, InsightPeriod, PeopleFilter, QualityFault, Suggestion } from '../../model/insights'
import { addDays } from '../date'
import type { GroupFigures, TypeFigures } from './participation'

/** Smaller groups are not spoken of: a few people are no pattern. */
const LEAST_GROUP = 10
const LEAST_COUNT = 5

type Named = GroupFigures & { readonly value: string }

const participation = (period: InsightPeriod, rest: Partial<Extract<PeopleFilter, { of: 'participation' }>>) => ({
  of: 'participation' as const,
  period,
  group: {},
  came: 'never' as const,
  type: null,
  joinedFrom: null,
  joinedBefore: null,
  ...rest,
})

/**
 * Groups of at least ten of whom the share that came to nothing in the months is at least one and a half times that of all
 * members and at least ten points above it, at least five people; the largest share first.
 */
export function groupsUnreached(
  by: Exclude<GroupBy, 'sex'>,
  groups: readonly Named[],
  all: GroupFigures,
  period: InsightPeriod,
): Suggestion[] {
  const share = neverShare(all)
  if (all.came === 0) return []
  return groups
    .filter(
      (group) =>
        group.value !== 'unknown' &&
        group.members >= LEAST_GROUP &&
        group.members - group.came >= LEAST_COUNT &&
        neverShare(group) >= share * 1.5 &&
        neverShare(group) >= share + 0.1,
    )
    .sort((left, right) => neverShare(right) - neverShare(left))
    .map(({ value, members, came }) => ({
      kind: 'groupUnreached',
      key: `groupUnreached ${by} ${value}`,
      people: participation(period, { group: { [by]: value } }),
      by,
      value,
      members,
      never: members - came,
      allMembers: all.members,
      allNever: all.members - all.came,
    }))
}

function neverShare({ members, came }: GroupFigures): number {
  return members === 0 ? 0 : (members - came) / members
}

/** People who joined between a year and three months ago and came to nothing since: at least five. */
export function newcomersUnreached(
  counts: { readonly members: number; readonly never: number },
  period: InsightPeriod,
  today: Day,
): Suggestion[] {
  if (counts.never < LEAST_COUNT) return []
  const people = participation(period, newcomers(today))
  return [{ kind: 'newcomersUnreached', key: 'newcomersUnreached', people, ...counts }]
}

/** Who counts as a newcomer that there was time to invite. */
export function newcomers(today: Day): { readonly joinedFrom: Day; readonly joinedBefore: Day } {
  return { joinedFrom: addDays(today, -365), joinedBefore: addDays(today, -91) }
}

/** People who have been members for a year and never signed up for anything in the months: at least five. */
export function neverSignedUp(
  counts: { readonly members: number; readonly never: number },
  period: InsightPeriod,
  joinedBefore: Day,
): Suggestion[] {
  if (counts.never < LEAST_COUNT) return []
  const people = participation(period, { came: 'neverSignedUp', joinedBefore })
  return [{ kind: 'neverSignedUp', key: 'neverSignedUp', people, ...counts }]
}

/**
 * The kind to which at least twice as many people came a time as to another one that was held at least twice as often, and
 * three times or more: the one with the best attended against the one held most.
 */
export function typeInDemand(types: readonly TypeFigures[], period: InsightPeriod): Suggestion[] {
  const average = ({ attendances, activities }: TypeFigures) => Math.round(attendances / activities)
  const held = types.filter(({ activities }) => activities > 0)
  const pairs = held.flatMap((liked) =>
    held
      .filter(
        (other) =>
          other.activities >= 3 && other.activities >= liked.activities * 2 && average(liked) >= average(other) * 2,
      )
      .map((other) => ({ liked, other })),
  )
  const [best] = pairs.sort(
    (left, right) => average(right.liked) - average(left.liked) || right.other.activities - left.other.activities,
  )
  if (best === undefined || average(best.liked) < LEAST_GROUP) return []
  const { liked, other } = best
  return [
    {
      kind: 'typeInDemand',
      key: `typeInDemand ${liked.type} ${other.type}`,
      people: participation(period, { came: 'came', type: liked.type }),
      type: liked.type,
      activities: liked.activities,
      average: average(liked),
      otherType: other.type,
      otherActivities: other.activities,
      otherAverage: average(other),
    },
  ]
}

/** Kinds for which at least twenty were marked and three in ten of them or more stayed away. */
export function staysAway(types: readonly TypeFigures[], period: InsightPeriod): Suggestion[] {
  return types
    .map((found) => ({ ...found, marked: found.attendances + found.missed }))
    .filter(({ marked, missed }) => marked >= 20 && missed >= marked * 0.3)
    .map(({ type, marked, missed }) => ({
      kind: 'staysAway',
      key: `staysAway ${type}`,
      people: participation(period, { came: 'missed', type }),
      type,
      signedUp: marked,
      missed,
    }))
}

/** Of women and men, at least ten each, the rates of who came lie fifteen points or more apart. */
export function sexGap(groups: readonly Named[], period: InsightPeriod): Suggestion[] {
  const [men, women] = ['男', '女'].map((sex) => groups.find(({ value }) => value === sex))
  if (men === undefined || women === undefined) return []
  if (Math.min(men.members, women.members) < LEAST_GROUP) return []
  const isWomen = neverShare(women) > neverShare(men)
  const [lower, higher] = isWomen ? [women, men] : [men, women]
  if (neverShare(lower) - neverShare(higher) < 0.15) return []
  const sex = isWomen ? ('女' as const) : ('男' as const)
  return [
    {
      kind: 'sexGap',
      key: `sexGap ${sex}`,
      people: participation(period, { group: { sex } }),
      lower: sex,
      lowerMembers: lower.members,
      lowerCame: lower.came,
      higherMembers: higher.members,
      higherCame: higher.came,
    },
  ]
}

/** Each topic with a signal, see `topicSignals`, in this month or the last one. */
export function topicRises(
  signals: readonly {
    readonly topic: string
    readonly month: Month
    readonly count: number | null
    readonly monthTotal: number | null
  }[],
): Suggestion[] {
  return signals.map(({ topic, month, count, monthTotal }) => ({
    kind: 'topicRise',
    key: `topicRise ${topic} ${month}`,
    people: null,
    topic,
    month,
    count,
    monthTotal,
  }))
}

/** Most of those whose birthday was in the months have a birthday gift on record, and some have not. */
export function birthdaysWithoutGift(
  counts: { readonly birthdays: number; readonly without: number },
  period: InsightPeriod,
): Suggestion[] {
  const { birthdays, without } = counts
  if (without === 0 || without > birthdays / 2) return []
  return [
    {
      kind: 'birthdaysWithoutGift',
      key: `birthdaysWithoutGift ${period.until}`,
      people: { of: 'withoutBirthdayGift', period },
      birthdays,
      without,
      until: period.until,
    },
  ]
}

/** Any record that those above would not count. */
export function recordsToMend(
  members: number,
  faulty: number,
  faults: readonly { readonly fault: QualityFault; readonly count: number }[],
): Suggestion[] {
  const [mostly] = [...faults].sort((left, right) => right.count - left.count)
  if (faulty === 0 || mostly === undefined) return []
  return [
    {
      kind: 'records',
      key: 'records',
      people: { of: 'quality', fault: null, department: null },
      members,
      faulty,
      mostly: mostly.fault,
      mostlyCount: mostly.count,
    },
  ]
}

/** Any request that is not answered though its day has passed. */
export function overdueRequests(requests: number, oldest: Day | null): Suggestion[] {
  if (requests === 0 || oldest === null) return []
  return [{ kind: 'overdueRequests', key: 'overdueRequests', people: null, requests, oldest }]
}
