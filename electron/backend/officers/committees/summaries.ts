import type { BranchDatabase } from '../../../../db/branch-database'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import type { CommitteeDetail, CommitteeSummary } from '../../../../shared/contract/officers/committees'
import { failure } from '../../../../shared/contract/errors'
import type { Committee } from '../../../../shared/model/committee'
import type { Day } from '../../../../shared/model/date'
import type { CommitteeId } from '../../../../shared/model/id'
import { addDays } from '../../../../shared/rules/date'
import { committeeState, electionDueOn, endOfTerm } from '../../../../shared/rules/officers/terms'
import { wasHeldOn } from '../../../../shared/rules/organisation/as-of'
import { unitsOf } from '../../organisation/units'

/** Throws NOT_FOUND. */
export function requireCommittee(db: BranchDatabase, id: CommitteeId): Committee {
  const committee = committeeQueries(db).get.get(id)
  if (committee === undefined) throw failure('NOT_FOUND')
  return committee
}

/** Whether two committees are terms of the same one. */
export function isOfSame(one: Pick<Committee, 'kind' | 'unitId'>, other: Pick<Committee, 'kind' | 'unitId'>): boolean {
  return one.kind === other.kind && one.unitId === other.unitId
}

/** The committee that stands when an election of it is prepared; null for the first one. */
export function predecessorOf(db: BranchDatabase, committee: Committee): Committee | null {
  const others = committeeQueries(db)
    .list.all()
    .filter((other) => other.id !== committee.id && other.electedOn !== null && isOfSame(other, committee))
  if (committee.electedOn === null) return others.find(({ endedOn }) => endedOn === null) ?? null
  const { electedOn } = committee
  return (
    others
      .filter((other) => other.electedOn !== null && other.electedOn < electedOn)
      .toSorted((one, other) => ((one.electedOn ?? '') < (other.electedOn ?? '') ? 1 : -1))[0] ?? null
  )
}

/** How a committee stands today. */
function summaryOf(db: BranchDatabase, committee: Committee, all: readonly Committee[], today: Day): CommitteeSummary {
  const { id, unitId, electedOn, years, endedOn } = committee
  const isOver = endedOn !== null && endedOn <= today
  // Those of a committee that is over are the seats of its last day, the day before its successor was elected.
  const day = isOver ? addDays(endedOn, -1) : today
  const seats = committeeQueries(db)
    .posts.all(id)
    .filter((post) => wasHeldOn(post, day, today) !== 'no').length
  return {
    ...committee,
    unitName: unitsOf(db).find((unit) => unit.id === unitId)?.name ?? null,
    endsOn: electedOn === null ? null : endOfTerm({ electedOn, years }),
    dueOn: electionDueOn(committee),
    state: committeeState(committee, today),
    seats,
    successorId:
      electedOn === null || endedOn !== null
        ? null
        : (all.find((other) => other.electedOn === null && isOfSame(other, committee))?.id ?? null),
  }
}

/** Committees that stand or are prepared first, then the ended ones, the latest term first. */
export function committeesOf(db: BranchDatabase, today: Day): CommitteeSummary[] {
  const kinds = ['committee', 'audit', 'women']
  const all = committeeQueries(db).list.all()
  const rank = ({ state }: CommitteeSummary) => (state === 'ended' ? 1 : 0)
  return all
    .map((committee) => summaryOf(db, committee, all, today))
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        Number(one.unitId !== null) - Number(other.unitId !== null) ||
        (one.unitName ?? '').localeCompare(other.unitName ?? '') ||
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
        other.term - one.term,
    )
}

/** Throws NOT_FOUND. */
export function detailOf(db: BranchDatabase, id: CommitteeId, today: Day): CommitteeDetail {
  const committee = requireCommittee(db, id)
  const { list, posts, steps, candidates } = committeeQueries(db)
  return {
    ...summaryOf(db, committee, list.all(), today),
    predecessorId: predecessorOf(db, committee)?.id ?? null,
    posts: posts.all(id).map((post) => ({ ...post, isHeld: wasHeldOn(post, today, today) !== 'no' })),
    steps: steps.all(id),
    candidates: candidates(id),
  }
}

/** Committees whose election is due within six months or overdue, and not put to paper yet or still going on. */
export function electionsDue(db: BranchDatabase, today: Day): readonly CommitteeSummary[] {
  return committeesOf(db, today).filter(({ state }) => state === 'due6' || state === 'due3' || state === 'overdue')
}
