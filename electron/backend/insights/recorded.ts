import type { BranchDatabase } from '../../../db/branch-database'
import { recordedQueries, type RecordedMemberLine } from '../../../db/queries/insights/recorded'
import { attendanceSchema } from '../../../shared/model/activity'
import {
  asRecorded,
  markOf,
  placesOf,
  type Recorded,
  type RecordedActivity,
  type RecordedMember,
} from '../../../shared/rules/insights/recorded'
import { Turn } from '../turn'
import { keptUntilWritten } from './kept'

/** Members read at once. */
const MEMBERS_A_STEP = 2000
/** 就业状况 of who works no more. */
const RETIRED = new Set(['退休', '离休', '退职', '退养（内退）'])

/** Who was a member and who came to what; read in one pass while other work goes on, and kept until something is written. */
export const recordedOf = keptUntilWritten(readRecorded)

async function readRecorded(db: BranchDatabase): Promise<Recorded> {
  const turn = new Turn()
  const members = await readMembers(db, turn)
  const activities = recordedQueries(db)
    .activities.all()
    .map(([id, type, startsOn, cost, isOpen]): RecordedActivity => ({ id, type, startsOn, cost, isOpen: isOpen === 1 }))
  return asRecorded(members, activities, await readPeople(db, members, activities, turn))
}

/** By name. */
async function readMembers(db: BranchDatabase, turn: Turn): Promise<readonly RecordedMember[]> {
  const lines: RecordedMemberLine[] = []
  for (;;) {
    const row = lines.at(-1)?.[0] ?? 0
    const read = recordedQueries(db).membersAfter.all({ row, limit: MEMBERS_A_STEP })
    if (read.length === 0) break
    lines.push(...read)
    await turn.pass()
  }
  return lines
    .sort(([, , left], [, , right]) => (left < right ? -1 : Number(left > right)))
    .map(([, id, , department, gender, birthDate, employmentStatus, since, until]) => ({
      id,
      department,
      sex: gender === '男' || gender === '女' ? gender : 'unknown',
      birthDate,
      since,
      until,
      isRetired: employmentStatus !== null && RETIRED.has(employmentStatus),
    }))
}

async function readPeople(
  db: BranchDatabase,
  members: readonly RecordedMember[],
  activities: readonly RecordedActivity[],
  turn: Turn,
): Promise<Pick<Recorded, 'starts' | 'people' | 'marks'>> {
  const query = recordedQueries(db).people
  const placeOf = placesOf(members)
  const starts = new Uint32Array(activities.length + 1)
  let people = new Uint32Array(1024)
  let marks = new Uint8Array(1024)
  let count = 0
  for (const [at, { id }] of activities.entries()) {
    for (const attendance of attendanceSchema.options) {
      const mark = markOf(attendance)
      const found = query.all(id, attendance)
      if (count + found.length > people.length) {
        const size = Math.max(people.length * 2, count + found.length)
        people = grown(people, new Uint32Array(size))
        marks = grown(marks, new Uint8Array(size))
      }
      for (const memberId of found) {
        const place = placeOf.get(memberId)
        // Who was merged into another record since stands in no list.
        if (place === undefined) continue
        people[count] = place
        marks[count] = mark
        count++
      }
    }
    starts[at + 1] = count
    await turn.pass()
  }
  return { starts, people: people.subarray(0, count), marks: marks.subarray(0, count) }
}

function grown<List extends Uint32Array | Uint8Array>(list: List, larger: List): List {
  larger.set(list)
  return larger
}
