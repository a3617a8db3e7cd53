/**
 * What a member's record says of the place of work that was left, by column: told to the next branch for reading, not
 * taken over.
 */
export const placeColumns: readonly string[] = [
  'department',
  'union_group',
  'union_position',
  'employer',
  'staff_number',
  'position',
]

/** Columns of the member's row that the next branch does not take over; the pay from which dues follow is asked anew. */
export const leftBehind: ReadonlySet<string> = new Set([...placeColumns, 'wage'])
