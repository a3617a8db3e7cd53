import { hashKey, useQueries, type QueryFunction, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'

/** Rows asked for at once. */
export const PAGE_SIZE = 200

interface PageOptions<Row> {
  readonly queryKey: QueryKey
  readonly queryFn: QueryFunction<{ readonly total: number; readonly rows: readonly Row[] }>
}

/** A long list of which only the pages in sight are fetched. */
export interface RowPages<Row> {
  /** Another one for another list: another filter, another order. */
  readonly listKey: string
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
  const listKey = hashKey(pageOptions({ offset: 0, limit: PAGE_SIZE }).queryKey)
  const [seen, setSeen] = useState({ listKey, first: 0, last: 0 })
  const shown = seen.listKey === listKey ? seen : { listKey, first: 0, last: 0 }
  const numbers = Array.from({ length: shown.last - shown.first + 1 }, (_, step) => shown.first + step)
  const queries = useQueries({
    queries: numbers.map((number) => {
      const { queryKey, queryFn } = pageOptions({ offset: number * PAGE_SIZE, limit: PAGE_SIZE })
      return { queryKey, queryFn }
    }),
  })
  const pages = queries.map(({ data }) => data)
  // What was last in sight stays there while another filter is answered.
  const [kept, setKept] = useState({ first: 0, pages })
  const complete = pages.every((page) => page !== undefined)
  if (complete && !(kept.first === shown.first && isSameList(kept.pages, pages))) {
    setKept({ first: shown.first, pages })
  }
  // The length of the list is known from whichever page came last, also while another part of it is fetched.
  const [total, setTotal] = useState<number | null>(null)
  const told = pages.find((page) => page !== undefined)?.total
  if (told !== undefined && told !== total) setTotal(told)

  return {
    listKey,
    total,
    rowAt: (index) => {
      const number = Math.floor(index / PAGE_SIZE)
      const page = pages[number - shown.first] ?? kept.pages[number - kept.first]
      return page?.rows[index % PAGE_SIZE]
    },
    onRangeShown: (first, last) => {
      const range = { first: Math.floor(first / PAGE_SIZE), last: Math.floor(Math.max(first, last) / PAGE_SIZE) }
      if (range.first !== shown.first || range.last !== shown.last) setSeen({ listKey, ...range })
    },
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    retry: () => queries.filter(({ isError }) => isError).forEach((query) => void query.refetch()),
  }
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place])
}
