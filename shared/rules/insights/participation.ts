import { activityTypeSchema, type ActivityType } from '../../model/activity'
import type { Day, Month } from '../../model/date'
import {
  ageBandSchema,
  sexSchema,
  type AgeBand,
  type GroupBy,
  type InsightPeriod,
  type ParticipationFilter,
  type Sex,
} from '../../model/insights'
import { addMonths, monthsBetween } from '../date'
import { monthSchema } from '../../model/date'
import {
  ABSENT,
  activitiesOf,
  ageBandOf,
  isMemberIn,
  isOfGroup,
  monthNumber,
  PRESENT,
  typePlaces,
  type Recorded,
} from './recorded'

/** What each member did in the months, by the member's place. */
export interface Tally {
  /** 1 for who was a member at some time of the months. */
  readonly isMember: Uint8Array
  /** Times somebody came, had signed up at all, and stayed away from what they had signed up for. */
  readonly came: Uint16Array
  readonly signedUp: Uint16Array
  readonly missed: Uint16Array
  /** Kinds of activity that somebody came to, as bits by their place. */
  readonly types: Uint32Array
}

/** Figures of a group: the rate 参与率 is `came` / `members`, people who came at least once of those who were members. */
export interface GroupFigures {
  readonly members: number
  readonly came: number
  /** Of the members, who signed up at least once. */
  readonly signedUp: number
  /** Times that somebody of the group came. */
  readonly attendances: number
}

export interface TypeFigures {
  readonly type: ActivityType
  readonly activities: number
  readonly came: number
  readonly attendances: number
  /** Signed up and marked as absent. */
  readonly missed: number
  /** Fen; of the activities whose cost is known, and how many people came to these. */
  readonly cost: number
  readonly costKnown: number
  readonly attendancesWithCost: number
}

export interface TimeFigures {
  readonly from: Month
  readonly until: Month
  readonly members: number
  readonly activities: number
  readonly came: number
  readonly attendances: number
}

/** Goes over the attendances of the months once. */
export function tallyOf(
  recorded: Recorded,
  period: InsightPeriod,
  today: Day,
  type: ActivityType | null = null,
): Tally {
  const count = recorded.members.length
  const tally = {
    isMember: new Uint8Array(count),
    came: new Uint16Array(count),
    signedUp: new Uint16Array(count),
    missed: new Uint16Array(count),
    types: new Uint32Array(count),
  }
  const [from, until] = [monthNumber(period.from), monthNumber(period.until)]
  for (let place = 0; place < count; place++) tally.isMember[place] = Number(isMemberIn(recorded, place, from, until))
  const { activities, starts, people, marks } = recorded
  const [first, end] = activitiesOf(recorded, period, today)
  for (let at = first; at < end; at++) {
    const kind = activities[at]?.type
    if (kind === undefined || (type !== null && kind !== type)) continue
    const bit = 1 << (typePlaces.get(kind) ?? 0)
    for (let line = starts[at] ?? 0; line < (starts[at + 1] ?? 0); line++) {
      const place = people[line] ?? 0
      tally.signedUp[place] = (tally.signedUp[place] ?? 0) + 1
      if (marks[line] === PRESENT) {
        tally.came[place] = (tally.came[place] ?? 0) + 1
        tally.types[place] = (tally.types[place] ?? 0) | bit
      } else if (marks[line] === ABSENT) tally.missed[place] = (tally.missed[place] ?? 0) + 1
    }
  }
  return tally
}

type Counter = { -readonly [Count in keyof GroupFigures]: number }

const counter = (): Counter => ({ members: 0, came: 0, signedUp: 0, attendances: 0 })

/** The figures of all members of the months, and of them by department, age and sex. */
export function groupFigures(recorded: Recorded, tally: Tally, period: InsightPeriod) {
  const end = monthNumber(period.until)
  const all = counter()
  const departments = new Map<string, Counter>()
  const ageBands = new Map<AgeBand, Counter>(ageBandSchema.options.map((band) => [band, counter()]))
  const sexes = new Map<Sex, Counter>(sexSchema.options.map((sex) => [sex, counter()]))
  recorded.members.forEach(({ department, sex }, place) => {
    if (tally.isMember[place] !== 1) return
    const [came, signedUp] = [tally.came[place] ?? 0, tally.signedUp[place] ?? 0]
    const name = department ?? ''
    let ofDepartment = departments.get(name)
    if (ofDepartment === undefined) departments.set(name, (ofDepartment = counter()))
    for (const group of [all, ofDepartment, ageBands.get(ageBandOf(recorded, place, end)), sexes.get(sex)]) {
      if (group === undefined) continue
      group.members++
      group.attendances += came
      if (came > 0) group.came++
      if (signedUp > 0) group.signedUp++
    }
  })
  const filled = <Value extends string>(groups: ReadonlyMap<Value, Counter>) =>
    [...groups].map(([value, figures]) => ({ value, ...figures })).filter(({ members }) => members > 0)
  return {
    all,
    department: filled(departments).sort(byName),
    ageBand: filled(ageBands),
    sex: filled(sexes),
  }
}

function byName({ value: left }: { readonly value: string }, { value: right }: { readonly value: string }): number {
  return Number(left === '') - Number(right === '') || left.localeCompare(right, 'zh-CN')
}

/** The figures of each kind of activity that was held in the months. */
export function typeFigures(recorded: Recorded, tally: Tally, period: InsightPeriod, today: Day): TypeFigures[] {
  const { activities, starts, marks, people } = recorded
  const figures = activityTypeSchema.options.map((type) => ({
    type,
    activities: 0,
    came: 0,
    attendances: 0,
    missed: 0,
    cost: 0,
    costKnown: 0,
    attendancesWithCost: 0,
  }))
  const [first, end] = activitiesOf(recorded, period, today)
  for (let at = first; at < end; at++) {
    const activity = activities[at]
    if (activity === undefined) continue
    const found = figures[typePlaces.get(activity.type) ?? 0]
    if (found === undefined) continue
    let came = 0
    for (let line = starts[at] ?? 0; line < (starts[at + 1] ?? 0); line++) {
      if (tally.isMember[people[line] ?? 0] !== 1) continue
      if (marks[line] === PRESENT) came++
      if (marks[line] === ABSENT) found.missed++
    }
    found.activities++
    found.attendances += came
    if (activity.cost === null) continue
    found.cost += activity.cost
    found.costKnown++
    found.attendancesWithCost += came
  }
  for (let place = 0; place < recorded.members.length; place++) {
    const types = tally.isMember[place] === 1 ? (tally.types[place] ?? 0) : 0
    for (const [at, found] of figures.entries()) if ((types & (1 << at)) !== 0) found.came++
  }
  return figures.filter((found) => found.activities > 0)
}

/** How many of each group came to each kind: the numbers of people, in the order of the kinds. */
export function peopleByGroupAndType(
  recorded: Recorded,
  tally: Tally,
  by: GroupBy,
  types: readonly ActivityType[],
  period: InsightPeriod,
): { readonly value: string; readonly members: number; readonly came: readonly number[] }[] {
  const end = monthNumber(period.until)
  const bits = types.map((type) => 1 << (typePlaces.get(type) ?? 0))
  const groups = new Map<string, { members: number; came: number[] }>()
  const valueOf = (place: number): string => {
    switch (by) {
      case 'department':
        return recorded.members[place]?.department ?? ''
      case 'sex':
        return recorded.members[place]?.sex ?? 'unknown'
      case 'ageBand':
        return ageBandOf(recorded, place, end)
    }
  }
  for (let place = 0; place < recorded.members.length; place++) {
    if (tally.isMember[place] !== 1) continue
    const value = valueOf(place)
    let group = groups.get(value)
    if (group === undefined) groups.set(value, (group = { members: 0, came: types.map(() => 0) }))
    group.members++
    for (const [at, bit] of bits.entries()) {
      if (((tally.types[place] ?? 0) & bit) !== 0) group.came[at] = (group.came[at] ?? 0) + 1
    }
  }
  const order = by === 'ageBand' ? ageBandSchema.options : sexSchema.options
  const rows = [...groups].map(([value, group]) => ({ value, ...group }))
  if (by === 'department') return rows.sort(byName)
  const placeOf = (value: string) => order.findIndex((option) => option === value)
  return rows.sort((left, right) => placeOf(left.value) - placeOf(right.value))
}

/** The figures of each of some times in their order: who came in it, of those who were members in it. */
export function timeFigures(recorded: Recorded, times: readonly InsightPeriod[], today: Day): TimeFigures[] {
  const { members, starts, people, marks } = recorded
  /** The last time in which somebody was seen, so that each counts once a time. */
  const seen = new Uint32Array(members.length)
  return times.map((time, number) => {
    const [from, until] = [monthNumber(time.from), monthNumber(time.until)]
    const [first, end] = activitiesOf(recorded, time, today)
    let [present, came, attendances] = [0, 0, 0]
    for (let place = 0; place < members.length; place++) {
      if (isMemberIn(recorded, place, from, until)) present++
    }
    for (let line = starts[first] ?? 0; line < (starts[end] ?? 0); line++) {
      const place = people[line] ?? 0
      if (marks[line] !== PRESENT || !isMemberIn(recorded, place, from, until)) continue
      attendances++
      if (seen[place] === number + 1) continue
      seen[place] = number + 1
      came++
    }
    return { ...time, members: present, activities: end - first, came, attendances }
  })
}

/** The months of a period, and the last five years up to it. */
export function timesOf({ from, until }: InsightPeriod): { months: InsightPeriod[]; years: InsightPeriod[] } {
  const year = Number(until.slice(0, 4))
  return {
    months: monthsBetween(from, until).map((month) => ({ from: month, until: month })),
    years: Array.from({ length: 5 }, (_, place) => String(year - 4 + place)).map((name) => ({
      from: monthSchema.parse(`${name}-01`),
      until: monthSchema.parse(`${name}-12`),
    })),
  }
}

/** The twelve months up to one. */
export function yearUpTo(until: Month): InsightPeriod {
  return { from: addMonths(until, -11), until }
}

/** Places of the members of a figure, in the order of the members. */
export function placesOfFigure(recorded: Recorded, tally: Tally, filter: ParticipationFilter): number[] {
  const { came: wanted, group, period, joinedFrom, joinedBefore } = filter
  const places: number[] = []
  for (let place = 0; place < recorded.members.length; place++) {
    if (tally.isMember[place] !== 1) continue
    const came = tally.came[place] ?? 0
    const signedUp = tally.signedUp[place] ?? 0
    if (!isWanted(wanted, came, signedUp, tally.missed[place] ?? 0)) continue
    const since = recorded.members[place]?.since ?? ''
    if (joinedFrom !== null && since.slice(0, 10) < joinedFrom.slice(0, since.length || 10)) continue
    if (joinedBefore !== null && since >= joinedBefore.slice(0, since.length || 10)) continue
    if (isOfGroup(recorded, place, group, period)) places.push(place)
  }
  return places
}

function isWanted(wanted: ParticipationFilter['came'], came: number, signedUp: number, missed: number): boolean {
  switch (wanted) {
    case 'any':
      return true
    case 'came':
      return came > 0
    case 'never':
      return came === 0
    case 'signedUpOnly':
      return came === 0 && signedUp > 0
    case 'neverSignedUp':
      return signedUp === 0
    case 'missed':
      return missed > 0
  }
}
