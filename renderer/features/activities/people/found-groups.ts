import type { FoundPeople, FoundRow, ShortMember } from '../../../../shared/contract/activities/people'
import type { MemberId } from '../../../../shared/model/id'

/** What found people are wanted for. */
export type Purpose = 'signUp' | 'attendance' | 'answers'

/** Whom a person said rows are about, by their place in the list; null for nobody. */
export type FoundChoices = ReadonlyMap<number, ShortMember | null>

/** What becomes of a row. */
export type FoundGroup =
  | 'ready' // is written
  | 'toChoose' // a person has to say whom it is about
  | 'unknown' // nobody of the record has the name
  | 'repeated' // a row before it is about the same member
  | 'already' // signed up before: stays
  | 'declines' // says not to come
  | 'stranger' // answers, and does not take part
  | 'empty' // says nothing that could be written
  | 'leftOut' // a person said that it is about nobody here

export interface GroupedRow {
  readonly index: number
  readonly row: FoundRow
  readonly group: FoundGroup
  readonly member: ShortMember | null
  readonly participation: FoundPeople['members'][number]['participation']
}

/** What becomes of each row as things stand. */
export function groupFound(found: FoundPeople, purpose: Purpose, choices: FoundChoices): GroupedRow[] {
  const byId = new Map(found.members.map((member) => [member.memberId, member]))
  const taken = new Set<MemberId>()
  // A list that does not say who came names those who came.
  const lists = purpose === 'attendance' && found.columns.every(({ meaning }) => !saysAttendance(meaning))
  return found.rows.map((read, index) => {
    const row: FoundRow = lists ? { ...read, attendance: 'present' } : read
    const chosen = choices.get(index)
    const member =
      chosen ?? (chosen === undefined && row.match.kind === 'matched' ? byId.get(row.match.memberId) : null) ?? null
    const participation = member === null ? null : (byId.get(member.memberId)?.participation ?? null)
    const known = { index, row, member, participation }
    if (chosen === null) return { ...known, group: 'leftOut' }
    if (member === null) return { ...known, group: row.match.kind === 'unknown' ? 'unknown' : 'toChoose' }
    if (taken.has(member.memberId)) return { ...known, group: 'repeated' }
    const group = groupOf(row, purpose, participation !== null, chosen !== undefined)
    if (group === 'ready') taken.add(member.memberId)
    return { ...known, group }
  })
}

const saysAttendance = (meaning: FoundPeople['columns'][number]['meaning']) =>
  meaning === 'attendance' || meaning === 'attendedAt'

function groupOf(row: FoundRow, purpose: Purpose, takesPart: boolean, isChosen: boolean): FoundGroup {
  switch (purpose) {
    case 'signUp':
      if (takesPart) return 'already'
      return row.declines && !isChosen ? 'declines' : 'ready'
    case 'attendance':
      if (row.attendance === null) return 'empty'
      return !takesPart && row.attendance === 'absent' ? 'stranger' : 'ready'
    case 'answers':
      if (!takesPart) return 'stranger'
      return row.satisfaction === null && row.remark === null ? 'empty' : 'ready'
  }
}
