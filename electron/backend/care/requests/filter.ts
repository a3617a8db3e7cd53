import type { BranchDatabase } from '../../../../db/branch-database'
import type { StoredFilter } from '../../../../db/queries/care/requests'
import { currentSearchQuery } from '../../../../db/search'
import type { RequestFilter } from '../../../../shared/contract/care/requests'
import { weekEnd } from '../../../../shared/rules/care/request-deadline'
import { dayOf } from '../../../../shared/rules/date'

/** What a list holds as of today. */
export function storedFilter(db: BranchDatabase, filter: RequestFilter): StoredFilter {
  const today = dayOf(new Date())
  return { ...filter, today, weekEnd: weekEnd(today), query: currentSearchQuery(db, filter.search) }
}
