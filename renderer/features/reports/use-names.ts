import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../client'
import { usePeople } from './people-state'

/** The names for labels and sign-in sheets, and of whom they are. */
export function useNames() {
  const { people, list } = usePeople()
  const names = useQuery(api.reports.names.queryOptions({ input: { people }, placeholderData: keepPreviousData }))
  return { people, list, names }
}

/** Cuts a list into pages. */
export function pagesOf<Row>(rows: readonly Row[], perPage: number): readonly (readonly Row[])[] {
  const pages: (readonly Row[])[] = []
  for (let start = 0; start < rows.length; start += perPage) pages.push(rows.slice(start, start + perPage))
  return pages
}
