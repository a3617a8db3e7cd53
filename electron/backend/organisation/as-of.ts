import { getTableColumns } from 'drizzle-orm'
import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import { asOfQueries, type EarlierLine } from '../../../db/queries/organisation-as-of'
import { memberQueries } from '../../../db/queries/members'
import { member as memberTable } from '../../../db/schema'
import { writtenTo } from '../../../db/written'
import { failure } from '../../../shared/contract/errors'
import type { Headcount, Heads } from '../../../shared/contract/organisation'
import { momentSchema, type Day, type Moment } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldsSchema, type Member, type MemberFields } from '../../../shared/model/member'
import type { MembershipStatus } from '../../../shared/model/membership'
import { dayOf } from '../../../shared/rules/date'
import { standingsOn, wasHeldOn, type DatedEvent } from '../../../shared/rules/organisation/as-of'
import { columnsSchema, type Columns } from '../../../shared/sync/change'
import { organisationQueries } from '../../../db/queries/organisation'

type Standing = MembershipStatus | null

/** Somebody who was a member on the day, or may have been. */
export interface PastPerson extends Pick<MemberFields, 'department' | 'gender'> {
  readonly id: MemberId
  readonly standings: readonly Standing[]
  /** A member for sure. */
  readonly sure: boolean
  readonly recordedLater: boolean
}

/** A member as of the end of a day; `member.status` is not among what is known of it. */
export interface PastRecord {
  readonly member: Omit<Member, 'status'>
  readonly recordedOn: Day | null
}

/** The last moment of a day by the calendar of this PC. */
export function endOf(day: Day): Moment {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return momentSchema.parse(new Date(new Date(year, month - 1, date + 1).getTime() - 1).toISOString())
}

function isPresent(standing: Standing): boolean {
  return standing === 'active' || standing === 'kept'
}

interface Life {
  readonly standings: readonly Standing[]
  readonly recordedLater: boolean
}

/** The possible standings of everybody who may have been a member on the day. */
function livesOn(db: BranchDatabase, day: Day, end: Moment): Map<MemberId, Life> {
  const recordedDays = new Map<Moment, Day>()
  function recordedOn(at: Moment): Day {
    const known = recordedDays.get(at) ?? dayOf(new Date(at))
    recordedDays.set(at, known)
    return known
  }
  const events = new Map<MemberId, DatedEvent[]>()
  const firstRecorded = new Map<MemberId, Moment>()
  for (const [memberId, type, date, recordedAt] of asOfQueries(db).events.all()) {
    const event = { type, date, recordedOn: recordedOn(recordedAt) }
    const known = events.get(memberId)
    if (known !== undefined) known.push(event)
    else {
      events.set(memberId, [event])
      firstRecorded.set(memberId, recordedAt)
    }
  }
  const lives = new Map<MemberId, Life>()
  for (const [memberId, own] of events) {
    const standings = standingsOn(own, day)
    if (!standings.some(isPresent)) continue
    lives.set(memberId, { standings, recordedLater: (firstRecorded.get(memberId) ?? end) > end })
  }
  return lives
}

type EarlierFields = Partial<Pick<MemberFields, 'department' | 'gender'>>

const pastFieldsSchema = memberFieldsSchema.pick({ department: true, gender: true })

/** Department and sex of whoever had others at the end of the day. */
function earlierFields(db: BranchDatabase, end: Moment): Map<MemberId, EarlierFields> {
  const earlier = new Map<MemberId, EarlierFields>()
  for (const line of asOfQueries(db).changedAfter.iterate(end)) {
    earlier.set(line.id, { ...earlier.get(line.id), ...fieldsBefore(line) })
  }
  return earlier
}

/** A deleted row names its columns that were not null, a changed one those that changed. */
function fieldsBefore({ operation, department, gender }: EarlierLine): EarlierFields {
  const { department: departmentSchema, gender: genderSchema } = pastFieldsSchema.shape
  const isWhole = operation === 'delete'
  return {
    ...(isWhole || department !== null
      ? { department: departmentSchema.catch(null).parse(JSON.parse(department ?? 'null')) }
      : {}),
    ...(isWhole || gender !== null ? { gender: genderSchema.catch(null).parse(JSON.parse(gender ?? 'null')) } : {}),
  }
}

function peopleOn(db: BranchDatabase, day: Day): readonly PastPerson[] {
  const end = endOf(day)
  const lives = livesOn(db, day, end)
  const earlier = earlierFields(db, end)
  const { persons, byName } = asOfQueries(db)
  const people = new Map<MemberId, PastPerson>()
  for (const [id, department, gender] of persons.all()) {
    const life = lives.get(id)
    if (life === undefined) continue
    const { standings, recordedLater } = life
    const then = { department, gender, ...earlier.get(id) }
    people.set(id, { id, ...then, standings, recordedLater, sure: standings.every(isPresent) })
  }
  return byName.all().flatMap((id) => people.get(id) ?? [])
}

const kept = perDatabase((db) => {
  let last: { readonly day: Day; readonly at: number; readonly people: readonly PastPerson[] } | null = null
  return (day: Day): readonly PastPerson[] => {
    // What a batch is still writing may be taken back.
    if (db.sqlite.inTransaction) return peopleOn(db, day)
    const at = writtenTo(db)
    if (last?.day !== day || last.at !== at) last = { day, at, people: peopleOn(db, day) }
    return last.people
  }
})

/** Whoever was a member on a day, or may have been, by name; kept until something is written. */
export function rosterOn(db: BranchDatabase, day: Day): readonly PastPerson[] {
  return kept(db)(day)
}

const fieldByColumn = new Map(Object.entries(getTableColumns(memberTable)).map(([field, { name }]) => [name, field]))

function fieldsOf(columns: Columns): Record<string, Columns[string]> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, value]) => {
      const field = fieldByColumn.get(column)
      return field === undefined ? [] : [[field, value]]
    }),
  )
}

/**
 * A member's record as it stood at the end of a day, or where it began later as it was recorded first. Throws
 * NOT_FOUND.
 */
export function recordOn(db: BranchDatabase, id: MemberId, day: Day): PastRecord {
  const { foundAfter, recordedFirst } = asOfQueries(db)
  const current = memberQueries(db).get.get(id)
  if (current === undefined) throw failure('NOT_FOUND')
  const end = endOf(day)
  const first = recordedFirst.get(id)
  const { status: _status, ...now } = current
  const nothing = Object.fromEntries([...fieldByColumn.values()].map((field) => [field, null]))
  const then = foundAfter.all({ id, moment: end }).reduce<Record<string, unknown>>((fields, { operation, before }) => {
    const found = fieldsOf(columnsSchema.parse(JSON.parse(before)))
    return operation === 'delete' ? { ...nothing, ...found, id } : { ...fields, ...found }
  }, now)
  return {
    member: { ...memberFieldsSchema.parse(then), id },
    recordedOn: first === undefined || first <= end ? null : dayOf(new Date(first)),
  }
}

/** Titles of the posts that each member held on a day, or may have held. */
export function postTitlesOn(db: BranchDatabase, day: Day, today: Day): ReadonlyMap<MemberId, readonly string[]> {
  const titles = new Map<MemberId, string[]>()
  for (const post of organisationQueries(db).posts.all()) {
    if (wasHeldOn(post, day, today) === 'no') continue
    titles.set(post.memberId, [...(titles.get(post.memberId) ?? []), post.title])
  }
  return titles
}

function emptyHeads() {
  return { active: 0, kept: 0, activeOrKept: 0, sexes: new Map<MemberFields['gender'], number>(), unsure: 0 }
}

function countInto(heads: ReturnType<typeof emptyHeads>, { standings, sure, gender }: PastPerson): void {
  if (!sure) {
    heads.unsure += 1
    return
  }
  heads.sexes.set(gender, (heads.sexes.get(gender) ?? 0) + 1)
  if (standings.length > 1) heads.activeOrKept += 1
  else if (standings[0] === 'active') heads.active += 1
  else heads.kept += 1
}

function headsOf({ sexes, ...counts }: ReturnType<typeof emptyHeads>): Heads {
  const bySex = (['男', '女', null] as const).map((gender) => ({ gender, count: sexes.get(gender) ?? 0 }))
  return { ...counts, bySex }
}

/** Heads of a day as a whole and by department, those with most heads first. */
export function headcountOn(db: BranchDatabase, day: Day): Headcount {
  const total = emptyHeads()
  const departments = new Map<string | null, ReturnType<typeof emptyHeads>>()
  let recordedLater = 0
  for (const person of rosterOn(db, day)) {
    const own = departments.get(person.department) ?? emptyHeads()
    departments.set(person.department, own)
    countInto(own, person)
    countInto(total, person)
    if (person.recordedLater) recordedLater += 1
  }
  const size = ({ active, kept: keptHeads, activeOrKept, unsure }: Heads) => active + keptHeads + activeOrKept + unsure
  return {
    total: headsOf(total),
    departments: [...departments]
      .map(([department, heads]) => ({ department, ...headsOf(heads) }))
      .sort((a, b) => size(b) - size(a)),
    recordedLater,
  }
}
