import { useSearchParams } from 'react-router'
import { activityFilterSchema, type ActivityFilter } from '../../../../shared/contract/activities/plan'

const { type, state, organiserId, year } = activityFilterSchema.shape

/** Which activities are shown and how, kept in the address of the page, so that other pages can link to a part of them. */
export function useActivityFilter() {
  const [params, setParams] = useSearchParams()
  const filter: ActivityFilter = {
    search: params.get('search') ?? '',
    type: type.catch(null).parse(params.get('type')),
    state: state.catch(null).parse(params.get('state')),
    organiserId: organiserId.catch(null).parse(params.get('organiser')),
    year: year.catch(null).parse(params.get('year')),
  }

  function set(changes: Readonly<Record<string, string>>) {
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') before.delete(name)
          else before.set(name, value)
        }
        return before
      },
      { replace: true },
    )
  }

  return {
    filter,
    isFiltered:
      filter.search.trim() !== '' ||
      Object.entries(filter).some(([name, value]) => name !== 'search' && value !== null),
    isCalendar: params.get('view') === 'calendar',
    set,
    show: (view: 'list' | 'calendar') => set({ view: view === 'calendar' ? view : '' }),
  }
}
