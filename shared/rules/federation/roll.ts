import type { MembershipStatus } from '../../model/membership'
import type { Columns } from '../../sync/change'

/** A member on one of the two sides, as far as they are compared. */
export interface RollEntry {
  readonly status: MembershipStatus
  readonly columns: Columns
}

/** How the roll of the union above differs from the branch's in one member. */
export type RollDifference =
  | { readonly kind: 'onlyHere' | 'onlyThere' }
  /** The columns, `status` among them. */
  | { readonly kind: 'different'; readonly columns: readonly string[] }

export const STATUS_COLUMN = 'status'

/**
 * Compares a member of the branch, as far as they go up, with what the union above has; null when both say the same.
 * `here` holds what would be sent of the member; columns that the union above has beside are no difference, since they went
 * up before less was let through, unless the branch says something else of them.
 */
export function rollDifference(here: RollEntry | undefined, there: RollEntry | undefined): RollDifference | null {
  if (here === undefined) return there === undefined ? null : { kind: 'onlyThere' }
  if (there === undefined) return { kind: 'onlyHere' }
  const columns = Object.keys(here.columns).filter(
    (name) => (here.columns[name] ?? null) !== (there.columns[name] ?? null),
  )
  const all = here.status === there.status ? columns : [...columns, STATUS_COLUMN]
  return all.length === 0 ? null : { kind: 'different', columns: all }
}
