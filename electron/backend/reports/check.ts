import type { BranchDatabase } from '../../../db/branch-database'
import type { People } from '../../../shared/contract/reports'
import type { ReportCheck, ReportedProblem } from '../../../shared/model/report'
import { hasErrors, linesOf } from './people'
import { requireProfile } from './profiles'

/** Nobody works off more at a time; the counts are whole. */
const MOST_PROBLEMS = 1000

/** What the receiver of a profile would say of the people chosen. Throws NOT_FOUND. */
export async function checkReport(
  db: BranchDatabase,
  profileId: string,
  people: People,
  signal: AbortSignal | undefined,
): Promise<ReportCheck> {
  const [errors, warnings]: [ReportedProblem[], ReportedProblem[]] = [[], []]
  let rows = 0
  const definition = requireProfile(db, profileId)
  for await (const line of linesOf(db, definition, people, { clear: false, skipFaulty: false }, signal)) {
    rows++
    const { memberId, name, department, issues } = line
    if (issues.length > 0)
      (hasErrors(line) ? errors : warnings).push({ memberId, name, department, issues: [...issues] })
  }
  return {
    rows,
    withErrors: errors.length,
    withWarnings: warnings.length,
    problems: [...errors, ...warnings].slice(0, MOST_PROBLEMS),
  }
}
