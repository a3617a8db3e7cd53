import type { BranchDatabase } from '../../../../db/branch-database'
import { basisQueries } from '../../../../db/queries/dues/bases'
import type { MatchedPayRow, MemberBasis, PaySheet } from '../../../../shared/contract/dues/bases'
import { failure } from '../../../../shared/contract/errors'
import { ROSTER_FILE_MAX_BYTES } from '../../../../shared/contract/roster'
import type { Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import type { PersonMatcher } from '../../../../shared/rules/dues/match-person'
import type { PaySheet as ReadSheet, PayRow } from '../../../../shared/rules/dues/pay-sheet'
import { maskNumbersIn } from '../../../../shared/rules/roster/mask-text'
import { progress, READING_PART, type Progress } from '../../roster/progress'
import { readRoster } from '../../roster/read-roster'
import { Turn } from '../../turn'
import { personMatcher } from '../person-matcher'

/** Reads a pay sheet and finds its people, see the contract. */
export async function* readPaySheetFile(
  db: BranchDatabase,
  file: File,
  month: Month,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<PaySheet>, void, void> {
  if (file.size > ROSTER_FILE_MAX_BYTES) throw failure('FILE_TOO_LARGE', { limit: '100 MB' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const task = { bytes, readings: null, today: dayOf(new Date()), remembered: [], isPaySheet: true }
  let sheet: ReadSheet = { columns: [], rows: [] }
  for await (const event of readRoster(task, signal)) {
    if (event.kind === 'progress') yield progress(0, event.done / event.total)
    else if (event.kind === 'pay') sheet = event.sheet
  }
  if (sheet.columns.length === 0) throw failure('PAY_SHEET_WITHOUT_PAY')
  if (sheet.rows.length === 0) throw failure('FILE_NO_ROWS')
  const turn = new Turn()
  const matcher = await personMatcher(db, turn)
  const rows: MatchedPayRow[] = []
  const members = new Map<MemberId, MemberBasis>()
  const rowOf = new Map<MemberId, number>()
  for (const [index, row] of sheet.rows.entries()) {
    if (turn.isOver()) yield progress(READING_PART, index / sheet.rows.length)
    const match = matchOf(matcher, row, rowOf)
    for (const memberId of memberIdsOf(match)) {
      const member = members.has(memberId) ? undefined : withBasis(db, memberId, month)
      if (member !== undefined) members.set(memberId, member)
    }
    rows.push(shownRow(row, match))
  }
  const result = { fileName: file.name, columns: [...sheet.columns], rows, members: [...members.values()] }
  yield { kind: 'result', result }
}

type Match = MatchedPayRow['match']

/** A later row about the same member waits for a person: which of the two is right is not to be guessed. */
function matchOf(matcher: PersonMatcher, row: PayRow, rowOf: Map<MemberId, number>): Match {
  const match = matcher.match(row)
  if (match.kind !== 'matched') return match.kind === 'unknown' ? match : { ...match, memberIds: [...match.memberIds] }
  const earlier = rowOf.get(match.memberId)
  if (earlier !== undefined) return { kind: 'repeated', memberId: match.memberId, earlier }
  rowOf.set(match.memberId, row.row)
  return match
}

function memberIdsOf(match: Match): readonly MemberId[] {
  switch (match.kind) {
    case 'matched':
    case 'repeated':
      return [match.memberId]
    case 'ambiguous':
      return match.memberIds
    case 'unknown':
      return []
  }
}

function withBasis(db: BranchDatabase, memberId: MemberId, month: Month): MemberBasis | undefined {
  const { person, inMonth } = basisQueries(db)
  const member = person.get(memberId)
  return member === undefined ? undefined : { ...member, basis: inMonth(memberId, month) }
}

/** The ID number has done its work and goes no further; texts of cells may hold one. */
function shownRow({ idNumber: _, faults, ...row }: PayRow, match: Match): MatchedPayRow {
  return { ...row, faults: faults.map((fault) => ({ ...fault, text: maskNumbersIn(fault.text) })), match }
}
