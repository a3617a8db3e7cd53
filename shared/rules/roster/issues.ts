import { rosterErrorCodeSchema, rosterInfoCodeSchema, type RosterIssue, type RosterIssueCode } from '../../model/roster'

/** An issue with its raw text in clear; it is masked before it leaves the backend. */
export type RowIssue = RosterIssue

const ERRORS: ReadonlySet<string> = new Set(rosterErrorCodeSchema.options)
const INFOS: ReadonlySet<string> = new Set(rosterInfoCodeSchema.options)

/** Errors keep a row out, warnings let it in, infos only tell what was done. */
export function severityOf(code: RosterIssueCode): RosterIssue['severity'] {
  if (ERRORS.has(code)) return 'error'
  return INFOS.has(code) ? 'info' : 'warning'
}

/** Whether a row cannot be imported as it stands. */
export function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error')
}

/** Whether all that keeps a row out is an ID number of an earlier row, so that the two may be merged. */
export function onlyRepeatsId(issues: readonly RowIssue[]): boolean {
  const errors = issues.filter(({ severity }) => severity === 'error')
  return errors.length > 0 && errors.every(({ code }) => code === 'id_duplicate_in_file')
}
