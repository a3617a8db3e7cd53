import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries, type ShortMember } from '../../../../db/queries/activities/people'
import { personQueries } from '../../../../db/queries/dues/persons'
import type { FoundPeople, FoundRow } from '../../../../shared/contract/activities/people'
import { failure } from '../../../../shared/contract/errors'
import { ROSTER_FILE_MAX_BYTES } from '../../../../shared/contract/roster'
import type { ActivityId, MemberId } from '../../../../shared/model/id'
import { participationRemarkSchema } from '../../../../shared/model/participation'
import { readPastedNames } from '../../../../shared/rules/activities/pasted-names'
import type { PeopleSheet } from '../../../../shared/rules/activities/people-sheet'
import { nameDistance } from '../../../../shared/rules/activities/similar-names'
import { dayOf } from '../../../../shared/rules/date'
import type { PersonMatcher, PersonMatch } from '../../../../shared/rules/dues/match-person'
import { spellingKey } from '../../../../shared/rules/organisation/spelling'
import { maskNumbersIn } from '../../../../shared/rules/roster/mask-text'
import { tidyName } from '../../../../shared/rules/roster/text'
import { normalisePhone } from '../../../../shared/rules/phone'
import { personMatcher } from '../../dues/person-matcher'
import { progress, READING_PART, type Progress } from '../../roster/progress'
import { readRoster } from '../../roster/read-roster'
import { Turn } from '../../turn'

/** Names offered for one that nobody has. */
const OFFERED = 5

/** A row as it was read: what names a person, and what is said of the person. */
type ReadRow = Omit<FoundRow, 'match'> & { readonly idNumber: string | null; readonly phone: string | null }

/** Finds the people that a pasted text names, see the contract. */
export async function findNames(db: BranchDatabase, activityId: ActivityId, text: string): Promise<FoundPeople> {
  const names = new Set(
    participationQueries(db)
      .names.all()
      .map((name) => tidyName(name).name),
  )
  const departments = new Set(
    personQueries(db)
      .departments.all()
      .map(({ name }) => spellingKey(name)),
  )
  const read = readPastedNames(text, {
    isName: (part) => names.has(part),
    isDepartment: (part) => departments.has(spellingKey(part)),
  })
  const rows = read.people.map((person): ReadRow => ({
    ...person,
    text: maskNumbersIn(person.text),
    remark: remarkOf(person.remark),
    signedUpAt: null,
    attendance: null,
    attendedAt: null,
    satisfaction: null,
    faults: [],
  }))
  const found = await matchRows(db, activityId, rows, new Turn())
  const leftOut = read.leftOut.map(({ line, text: rest }) => ({ line, text: maskNumbersIn(rest) }))
  return { ...found, fileName: null, columns: [], leftOut }
}

/** Finds the people of a file, see the contract; an abort leaves nothing behind. */
export async function* findInFile(
  db: BranchDatabase,
  activityId: ActivityId,
  file: File,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<FoundPeople>, void, void> {
  if (file.size > ROSTER_FILE_MAX_BYTES) throw failure('FILE_TOO_LARGE', { limit: '100 MB' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const task = { bytes, readings: null, today: dayOf(new Date()), remembered: [], isPeopleSheet: true }
  let sheet: PeopleSheet = { columns: [], rows: [] }
  for await (const event of readRoster(task, signal)) {
    if (event.kind === 'progress') yield progress(0, event.done / event.total)
    else if (event.kind === 'people') ({ sheet } = event)
  }
  if (sheet.rows.length === 0) throw failure('FILE_NO_ROWS')
  yield progress(READING_PART, 0)
  const rows = sheet.rows.map(({ row, remark, faults, ...person }): ReadRow => ({
    ...person,
    line: row,
    text: [person.name, person.staffNumber, person.department].filter((part) => part !== null).join(' '),
    remark: remarkOf(remark),
    faults: faults.map(({ heading, text }) => ({ heading, text: maskNumbersIn(text) })),
  }))
  const found = await matchRows(db, activityId, rows, new Turn())
  signal?.throwIfAborted()
  const columns = sheet.columns.map(({ heading, meaning }) => ({ heading, meaning }))
  yield { kind: 'result', result: { ...found, fileName: file.name, columns, leftOut: [] } }
}

const remarkOf = (text: string | null) => {
  const remark = participationRemarkSchema.safeParse(text === null ? null : maskNumbersIn(text))
  return remark.success ? remark.data : null
}

/** Finds whom each row is about; numbers of persons have done their work and go no further. */
async function matchRows(
  db: BranchDatabase,
  activityId: ActivityId,
  rows: readonly ReadRow[],
  turn: Turn,
): Promise<Pick<FoundPeople, 'rows' | 'members'>> {
  const { members, find } = participationQueries(db)
  const matcher = await personMatcher(db, turn)
  const ofPhone = membersByPhone(db, rows)
  const similar = new SimilarNames(db)
  const found: FoundRow[] = []
  for (const { idNumber, phone, ...row } of rows) {
    const match = matchOf(
      matcher,
      { ...row, idNumber },
      phone === null ? [] : (ofPhone.get(normalisePhone(phone)) ?? []),
    )
    const isNobody = match.kind === 'unknown' && row.name !== null
    found.push({ ...row, match: isNobody ? { kind: 'unknown', memberIds: similar.to(row.name) } : match })
    await turn.pass()
  }
  const ids = new Set(found.flatMap(({ match }) => (match.kind === 'matched' ? [match.memberId] : match.memberIds)))
  const known = new Map<MemberId, ShortMember>(
    members.all(JSON.stringify([...ids])).map((member) => [member.memberId, member]),
  )
  return {
    rows: found.map((row) => ({ ...row, match: inOrder(row.match, known) })),
    members: [...known.values()].map((member) => ({
      ...member,
      participation: find.get(activityId, member.memberId) ?? null,
    })),
  }
}

function membersByPhone(db: BranchDatabase, rows: readonly ReadRow[]): ReadonlyMap<string, readonly MemberId[]> {
  const phones = new Set(rows.flatMap(({ phone }) => (phone === null ? [] : [normalisePhone(phone)])))
  const ofPhone = new Map<string, MemberId[]>()
  if (phones.size === 0) return ofPhone
  for (const { phone, memberId } of participationQueries(db).byPhone.all(JSON.stringify([...phones]))) {
    ofPhone.set(phone, [...(ofPhone.get(phone) ?? []), memberId])
  }
  return ofPhone
}

type Match = FoundRow['match']

/**
 * As the lists of a finance office are matched, but that the phone tells namesakes apart and a name that only one member
 * has is enough where nothing speaks against it: a person looks at everybody before anything is written.
 */
function matchOf(
  matcher: PersonMatcher,
  row: Parameters<PersonMatcher['match']>[0],
  ofPhone: readonly MemberId[],
): Match {
  const match = matcher.match(row)
  switch (match.kind) {
    case 'matched':
      return match
    case 'ambiguous':
      return ambiguousOf(match, row.department, ofPhone)
    case 'unknown': {
      const [only] = ofPhone
      if (only === undefined) return { kind: 'unknown', memberIds: [] }
      return row.name === null && ofPhone.length === 1
        ? { kind: 'matched', memberId: only, by: 'phone' }
        : { kind: 'ambiguous', memberIds: [...ofPhone], doubt: 'otherName' }
    }
  }
}

function ambiguousOf(
  { memberIds, doubt }: Extract<PersonMatch, { kind: 'ambiguous' }>,
  department: string | null,
  ofPhone: readonly MemberId[],
): Match {
  const byPhone = memberIds.filter((memberId) => ofPhone.includes(memberId))
  const [only] = byPhone.length === 1 ? byPhone : doubt === 'department' && department === null ? memberIds : []
  if (only === undefined || doubt === 'numbers') return { kind: 'ambiguous', memberIds: [...memberIds], doubt }
  return { kind: 'matched', memberId: only, by: byPhone.length === 1 ? 'phone' : 'name' }
}

/** Members before those who left. */
function inOrder(match: Match, members: ReadonlyMap<MemberId, ShortMember>): Match {
  if (match.kind === 'matched') return match
  const left = (id: MemberId) => (['active', 'kept'].includes(members.get(id)?.status ?? '') ? 0 : 1)
  return { ...match, memberIds: match.memberIds.toSorted((one, other) => left(one) - left(other)) }
}

/** Names of the record that are like others; read when the first one is asked for. */
class SimilarNames {
  #names: readonly { readonly memberId: MemberId; readonly name: string; readonly pinyin: string }[] | null = null

  constructor(private readonly db: BranchDatabase) {}

  to(name: string | null): MemberId[] {
    if (name === null) return []
    const { spelled, pinyin } = participationQueries(this.db)
    this.#names ??= spelled.all()
    const wanted = { name, pinyin: pinyin.get(name) ?? '' }
    return this.#names
      .flatMap((known) => {
        const distance = nameDistance(wanted, known)
        return distance === null ? [] : [{ memberId: known.memberId, distance }]
      })
      .toSorted((one, other) => one.distance - other.distance)
      .slice(0, OFFERED)
      .map(({ memberId }) => memberId)
  }
}
