import { useSearchParams } from 'react-router'
import { z } from 'zod'
import {
  memberConditionSchema,
  memberSortFieldSchema,
  memberSortSchema,
  type MemberCondition,
  type MemberFilter,
  type MemberSort,
} from '../../../shared/contract/members'
import { membershipStatusSchema } from '../../../shared/model/membership'
import { noticeStandingSchema } from '../../../shared/model/member-notice'
import { reportingSchema } from '../../../shared/model/reporting'

/** A condition as the address carries it; null for what a hand has spoilt. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * What the member list shows, kept in the address of the page, so that the way back from a record leads to the same
 * list and other pages can link to a part of it.
 */
export function useListState() {
  const [params, setParams] = useSearchParams()
  const filter: MemberFilter = {
    search: params.get('search') ?? '',
    statuses: z.array(membershipStatusSchema).catch([]).parse(params.getAll('status')),
    departments: params.getAll('department'),
    conditions: z.array(memberConditionSchema).catch([]).parse(params.getAll('where').map(parsed)),
    reporting: z.array(reportingSchema).catch([]).parse(params.getAll('reporting')),
    notices: z.array(noticeStandingSchema).catch([]).parse(params.getAll('notice')),
  }
  const sort: MemberSort = memberSortSchema.parse({
    field: memberSortFieldSchema.catch('name').parse(params.get('sort')),
    direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
  })

  function set(changes: Readonly<Record<string, readonly string[]>>) {
    setParams(
      (before) => {
        for (const [name, values] of Object.entries(changes)) {
          before.delete(name)
          for (const value of values) if (value !== '') before.append(name, value)
        }
        return before
      },
      { replace: true },
    )
  }

  return {
    filter,
    sort,
    isFiltered:
      filter.search !== '' ||
      filter.statuses.length > 0 ||
      filter.departments.length > 0 ||
      filter.conditions.length > 0 ||
      filter.reporting.length > 0 ||
      filter.notices.length > 0,
    /** Whether a column says how members stand at the union above. */
    showsReporting: params.get('show') === 'reporting' || filter.reporting.length > 0,
    setSearch: (search: string) => set({ search: [search] }),
    setStatuses: (status: readonly string[]) => set({ status }),
    setDepartments: (department: readonly string[]) => set({ department }),
    setConditions: (conditions: readonly MemberCondition[]) =>
      set({ where: conditions.map((condition) => JSON.stringify(condition)) }),
    setReporting: (reporting: readonly string[]) => set({ reporting }),
    setNotices: (notice: readonly string[]) => set({ notice }),
    showReporting: (isShown: boolean) => set({ show: isShown ? ['reporting'] : [] }),
    /** Shows a whole filter at once, such as a named list. */
    setFilter: ({ search, statuses, departments, conditions, reporting, notices }: MemberFilter) =>
      set({
        search: [search],
        status: statuses,
        department: departments,
        where: conditions.map((condition) => JSON.stringify(condition)),
        reporting,
        notice: notices,
      }),
    setSort: ({ field, direction }: MemberSort) => set({ sort: [field], direction: [direction] }),
    clearFilter: () => setParams({ sort: sort.field, direction: sort.direction }, { replace: true }),
  }
}
