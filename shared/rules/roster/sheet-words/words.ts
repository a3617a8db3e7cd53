import type { MembershipStatus } from '../../../model/membership'
import type { RosterConflict, RosterField, RosterIssueCode } from '../../../model/roster'

/** The words of the sheets that the program writes. */
export interface SheetWords {
  /** Name of the sheet of an exported roster. */
  readonly roster: string
  /** Name of the sheet of rows that were not imported. */
  readonly leftOut: string
  /** Row above a group of members; the name is null for those in none. */
  readonly group: (name: string | null, count: number) => string
  readonly headings: Readonly<Record<RosterField | 'status' | 'reason', string>>
  readonly statuses: Readonly<Record<MembershipStatus, string>>
  readonly issues: Readonly<Record<RosterIssueCode, string>>
  readonly conflicts: Readonly<Record<RosterConflict, string>>
  /** Reason of a row that the user left out. */
  readonly choice: string
}
