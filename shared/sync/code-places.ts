import type { CodePlace } from '../model/code-list'
import type { SyncedTable } from './change'

/** Where the texts of each place stand. */
export const codePlaces: Readonly<Record<CodePlace, { readonly table: SyncedTable; readonly column: string }>> = {
  membershipReason: { table: 'membership_event', column: 'reason' },
  degree: { table: 'member', column: 'degree' },
  jobTitle: { table: 'member', column: 'job_title' },
  position: { table: 'member', column: 'position' },
  unionPosition: { table: 'member', column: 'union_position' },
  postTitle: { table: 'post', column: 'title' },
  honourTitle: { table: 'honour', column: 'title' },
  kinship: { table: 'relative', column: 'relation' },
}
