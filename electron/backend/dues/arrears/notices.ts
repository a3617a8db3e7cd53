import type { BranchDatabase } from '../../../../db/branch-database'
import { homeQueries } from '../../../../db/queries/home'
import { NOTICES_MAX, type ArrearsNotice, type ArrearsPaper } from '../../../../shared/contract/dues/arrears'
import type { Day } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { conditionsOn } from './conditions'
import { attended, reckonMember } from './member'
import { whyNot, type LeftOut } from './steps'

/**
 * What would be printed of members now, see the contract: reckoned anew, so that no paper asks for more than is open. Throws
 * NOT_FOUND.
 */
export function noticesOf(
  db: BranchDatabase,
  { kind, memberIds }: { readonly kind: ArrearsPaper; readonly memberIds: readonly MemberId[] },
  today: Day,
) {
  const conditions = conditionsOn(db, today, memberIds.length === 1 ? (memberIds[0] ?? null) : null)
  const notices: ArrearsNotice[] = []
  const leftOut: LeftOut[] = []
  let total = 0
  for (const memberId of new Set(memberIds)) {
    const reckoned = reckonMember(db, memberId, conditions)
    const { debtor, standing, course, sentence } = reckoned
    const { name, department, unionGroup, owed, row } = debtor
    // A list for the committee is printed before it is recorded as handed in, and names the talk where there was one.
    const why = whyNot(reckoned, kind === 'committeeList' ? 'notice' : kind)
    if (why !== null) {
      leftOut.push({ memberId, name, why })
      continue
    }
    total++
    if (notices.length === NOTICES_MAX) continue
    notices.push({
      memberId,
      name,
      department,
      unionGroup,
      sentence,
      months: standing.months
        .filter(({ state }) => state === 'owed')
        .map(({ month, charged, open }) => ({ month, charged, open })),
      owed,
      row,
      steps: [...course.taken],
      activities: attended(db, memberId, today).length,
    })
  }
  return { unionName: homeQueries(db).unionName.get() ?? '', today, notices, total, leftOut }
}
