import { keepPreviousData, useQueries, type QueryFunction, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'

/** Rows asked for at once. */
export const PAGE_SIZE = 200

interface PageOptions<Row> {
  readonly queryKey: QueryKey
  readonly queryFn: QueryFunction<{ readonly total: number; readonly rows: readonly Row[] }>
}

/** A long list of which only the pages in sight are fetched. */
export interface RowPages<Row> {
  /** Rows of the whole list; null until the first page is there. */
  readonly total: number | null
  /** The row at an index; undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly onRangeShown: (first: number, last: number) => void
  readonly error: Error | null
  readonly retry: () => void
}

/**
 * Fetches the pages of a long list as they come into sight.
 * @param pageOptions the query of one page, e.g. `({ offset, limit }) => api.members.list.queryOptions({ input: { … } })`
 */
export function useRowPages<Row>(
  pageOptions: (page: { offset: number; limit: number }) => PageOptions<Row>,
): RowPages<Row> {
  const [shown, setShown] = useState({ first: 0, last: 0 })
  const numbers = Array.from({ length: shown.last - shown.first + 1 }, (_, step) => shown.first + step)
  const pages = useQueries({
    queries: numbers.map((number) => {
      const { queryKey, queryFn } = pageOptions({ offset: number * PAGE_SIZE, limit: PAGE_SIZE })
      // While another filter is being answered, the rows of the last one stay in sight.
      return { queryKey, queryFn, placeholderData: keepPreviousData }
    }),
  })
  const total = pages.find(({ data }) => data !== undefined)?.data?.total ?? null

  return {
    total,
    rowAt: (index) => pages[Math.floor(index / PAGE_SIZE) - shown.first]?.data?.rows[index % PAGE_SIZE],
    onRangeShown: (first, last) => {
      const range = { first: Math.floor(first / PAGE_SIZE), last: Math.floor(Math.max(first, last) / PAGE_SIZE) }
      setShown((before) => (before.first === range.first && before.last === range.last ? before : range))
    },
    error: pages.find(({ error }) => error !== null)?.error ?? null,
    retry: () => pages.filter(({ isError }) => isError).forEach((page) => void page.refetch()),
  }
}
