import type { BranchDatabase } from '../../../../db/branch-database'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import { delegateQueries } from '../../../../db/queries/officers/delegates'
import { delegateRule } from '../../../../shared/codes/officers'
import type { Congress } from '../../../../shared/contract/officers/delegates'
import type { Day } from '../../../../shared/model/date'
import type { CommitteeId, UnitId } from '../../../../shared/model/id'
import { delegateBand, shareOut } from '../../../../shared/rules/officers/rules'
import { unitsOf } from '../../organisation/units'
import { requireCommittee } from '../committees/summaries'

/** The delegates of a committee's term by unit, with how many each unit may elect. Throws NOT_FOUND. */
export function congressOf(db: BranchDatabase, committeeId: CommitteeId, today: Day): Congress {
  const committee = requireCommittee(db, committeeId)
  const { list, membersByUnit } = delegateQueries(db)
  const { members = 0, women = 0 } = committeeQueries(db).numbers.get() ?? {}
  const rows = list.all(committeeId).map((row) => ({
    ...row,
    isByElection: committee.electedOn !== null && row.electedOn !== null && row.electedOn > committee.electedOn,
  }))
  const standing = rows.filter(({ endedOn }) => endedOn === null || endedOn > today)
  const counts = new Map(membersByUnit.all().map((row) => [row.unitId, row.members]))
  const electing = [
    ...unitsOf(db)
      .filter(({ parentId, closedOn }) => parentId === null && closedOn === null)
      .map(({ id, name }) => ({ unitId: id, name })),
    { unitId: null, name: null },
  ].map((unit): { unitId: UnitId | null; name: string | null; members: number } => ({
    ...unit,
    members: counts.get(unit.unitId) ?? 0,
  }))
  const quota = committee.delegateQuota
  const shares =
    quota === null
      ? null
      : shareOut(
          quota,
          electing.map((unit) => unit.members),
        )
  return {
    quota,
    band: delegateBand(members),
    source: delegateRule.source,
    members,
    women,
    delegates: standing.length,
    womenDelegates: standing.filter(({ gender }) => gender === '女').length,
    units: electing
      .map((unit, place) => ({
        ...unit,
        quota: shares?.[place] ?? null,
        delegates: standing.filter(({ unitId }) => unitId === unit.unitId).length,
      }))
      .filter((unit) => unit.unitId !== null || unit.members > 0 || unit.delegates > 0),
    rows,
  }
}
