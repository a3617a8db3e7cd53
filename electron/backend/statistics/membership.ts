import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import {
  countedColumns,
  statisticsMembershipQueries,
  type CountedField,
} from '../../../db/queries/statistics/membership'
import { writtenTo } from '../../../db/written'
import type { Day } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldsSchema, type MemberFields } from '../../../shared/model/member'
import type { MembershipEventType } from '../../../shared/model/membership'
import { dayOf } from '../../../shared/rules/date'
import { countedFrom, countedUntil, standingsAt } from '../../../shared/rules/statistics/membership'
import type { CountedPerson } from '../../../shared/rules/statistics/people'
import { columnsSchema, type Columns } from '../../../shared/sync/change'
import { endOf } from '../organisation/as-of'

type PersonFields = Pick<MemberFields, CountedField>

/** Somebody who was a member, as the record had them on the day. */
export interface StatisticsPerson extends PersonFields, CountedPerson {
  readonly id: MemberId
}

/** A change of membership with the day from which it counts. */
export interface StatisticsEvent {
  readonly id: string
  readonly memberId: MemberId
  readonly type: MembershipEventType
  readonly day: string
  /** Another one where the day is known by its month or year only, or not at all. */
  readonly lastDay: string
}

interface Membership {
  readonly persons: ReadonlyMap<MemberId, PersonFields>
  /** In the order of recording. */
  readonly events: readonly StatisticsEvent[]
}

function readMembership(db: BranchDatabase): Membership {
  const queries = statisticsMembershipQueries(db)
  const persons = new Map<MemberId, PersonFields>()
  for (const [id, ...values] of queries.persons.all()) {
    const [gender, birthDate, education, politicalStatus, skillLevel, employmentForm] = values
    const [, , , , , , isMigrantWorker, isNewEmployment, newEmploymentType, department, unionGroup] = values
    persons.set(id, {
      gender,
      birthDate,
      education,
      politicalStatus,
      skillLevel,
      employmentForm,
      isMigrantWorker,
      isNewEmployment,
      newEmploymentType,
      department,
      unionGroup,
    })
  }
  const begun = new Set<MemberId>()
  const events: StatisticsEvent[] = []
  for (const [id, memberId, type, date, decidedOn, recordedAt] of queries.events.all()) {
    if (!persons.has(memberId)) continue
    const isFirst = !begun.has(memberId)
    begun.add(memberId)
    if (date?.length === 10) {
      events.push({ id, memberId, type, day: date, lastDay: date })
      continue
    }
    const dates = { date, decidedOn, recordedOn: dayOf(new Date(recordedAt)) }
    events.push({ id, memberId, type, day: countedFrom({ ...dates, isFirst }), lastDay: countedUntil(dates) })
  }
  return { persons, events }
}

const kept = perDatabase((db) => {
  let last: { readonly at: number; readonly membership: Membership } | null = null
  return (): Membership => {
    // What a batch is still writing may be taken back.
    if (db.sqlite.inTransaction) return readMembership(db)
    const at = writtenTo(db)
    if (last?.at !== at) last = { at, membership: readMembership(db) }
    return last.membership
  }
})

/** Everybody on record and every change of membership; kept until something is written. */
export function membershipOf(db: BranchDatabase): Membership {
  return kept(db)()
}

const personSchema = memberFieldsSchema.pick({
  gender: true,
  birthDate: true,
  education: true,
  politicalStatus: true,
  skillLevel: true,
  employmentForm: true,
  isMigrantWorker: true,
  isNewEmployment: true,
  newEmploymentType: true,
  department: true,
  unionGroup: true,
})
const fields = Object.entries(countedColumns)

/** What was changed since the end of the day, as it was then. */
function earlierFields(db: BranchDatabase, day: Day): Map<MemberId, Columns> {
  const earlier = new Map<MemberId, Columns>()
  for (const { id, before } of statisticsMembershipQueries(db).changedAfter.iterate(endOf(day))) {
    earlier.set(id, { ...earlier.get(id), ...columnsSchema.parse(JSON.parse(before)) })
  }
  return earlier
}

function asBefore(person: PersonFields, columns: Columns): PersonFields {
  const found = fields.flatMap(([field, column]) => (column in columns ? [[field, columns[column]] as const] : []))
  return personSchema.parse({ ...person, ...Object.fromEntries(found) })
}

/** Everybody who was a member at the end of a day or had been one, as the record had them then. */
export function peopleAt(db: BranchDatabase, day: Day): ReadonlyMap<MemberId, StatisticsPerson> {
  const { persons, events } = membershipOf(db)
  const standings = standingsAt(events, day)
  const earlier = earlierFields(db, day)
  const people = new Map<MemberId, StatisticsPerson>()
  for (const [id, person] of persons) {
    const status = standings.get(id)
    if (status === undefined) continue
    const before = earlier.get(id)
    people.set(id, { id, status, ...(before === undefined ? person : asBefore(person, before)) })
  }
  return people
}
