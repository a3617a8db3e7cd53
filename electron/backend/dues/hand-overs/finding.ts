import type { BranchDatabase } from '../../../../db/branch-database'
import { handOverQueries } from '../../../../db/queries/dues/hand-overs'
import type { FoundMembers, PastedLine } from '../../../../shared/contract/dues/hand-overs'
import type { MemberId } from '../../../../shared/model/id'
import type { PersonMatch } from '../../../../shared/rules/dues/match-person'
import { Turn } from '../../turn'
import { personMatcher } from '../person-matcher'

/** Whom each line may mean, see the contract. */
export async function findMembers(db: BranchDatabase, lines: readonly PastedLine[]): Promise<FoundMembers[]> {
  const matcher = await personMatcher(db, new Turn())
  const found = lines.map((line) => whom(line, matcher.match({ ...line, idNumber: null })))
  const ids = [...new Set(found.flatMap(({ memberIds }) => memberIds))]
  const known = new Map(
    handOverQueries(db)
      .members.all(JSON.stringify(ids))
      .map((one) => [one.memberId, one]),
  )
  return found.map(({ memberIds, isSure }) => ({ members: memberIds.flatMap((id) => known.get(id) ?? []), isSure }))
}

function whom(
  { department }: PastedLine,
  match: PersonMatch,
): { readonly memberIds: readonly MemberId[]; readonly isSure: boolean } {
  switch (match.kind) {
    case 'matched':
      return { memberIds: [match.memberId], isSure: true }
    case 'ambiguous':
      // The only one of the name, and the line names no other department.
      return { memberIds: match.memberIds, isSure: match.doubt === 'department' && department === null }
    case 'unknown':
      return { memberIds: [], isSure: false }
  }
}
