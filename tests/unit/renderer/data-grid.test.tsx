import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataGrid, useRowPages, useSelection, type GridSort } from '../../../renderer/components/data-grid'
import { startI18n } from '../../../renderer/i18n'

interface Person {
  readonly id: string
  readonly name: string
}

const TOTAL = 100_000
const person = (index: number): Person => ({ id: `id-${index}`, name: `Person ${index}` })
const everybody = ({ offset, limit }: { offset: number; limit: number }) =>
  Promise.resolve({ total: TOTAL, rows: Array.from({ length: limit }, (_, step) => person(offset + step)) })
const fetchPage = vi.fn(everybody)
const onOpen = vi.fn<(row: Person) => void>()
const onSort = vi.fn<(sort: GridSort<'name'>) => void>()
const onSelection = vi.fn<(ids: readonly string[]) => void>()

/** Each test has a list of its own: a grid remembers the place in the list that was left last. */
let ownList = 0

function People({ list = `list ${ownList}` }: { readonly list?: string }) {
  const pages = useRowPages((page) => ({ queryKey: [list, page], queryFn: () => fetchPage(page) }))
  const selection = useSelection<string>(
    () => Promise.resolve(Array.from({ length: TOTAL }, (_, index) => person(index).id)),
    () => undefined,
  )
  onSelection([...selection.ids])
  return (
    <DataGrid
      label="People"
      columns={[{ key: 'name', title: 'Name', width: 100, sortField: 'name', render: ({ name }) => name }]}
      pages={pages}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      sort={{ field: 'name', direction: 'asc' }}
      onSort={onSort}
      selection={selection}
      onOpen={onOpen}
      empty={<p>Nobody</p>}
    />
  )
}

async function renderPeople() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  render(
    <QueryClientProvider client={queryClient}>
      <People />
    </QueryClientProvider>,
  )
  const grid = await screen.findByRole('grid')
  await within(grid).findByText('Person 0')
  return grid
}

const selected = () => onSelection.mock.lastCall?.[0] ?? []

beforeAll(async () => {
  await startI18n('en')
  // jsdom lays nothing out: the grid is 420 pixels high, ten rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(420)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(42 * (TOTAL + 1))
  // As in a browser, the event follows in a task of its own, and only where something moved.
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number) {
    const top = typeof options === 'object' ? (options.top ?? 0) : 0
    if (top === this.scrollTop) return
    this.scrollTop = top
    setTimeout(() => fireEvent.scroll(this))
  }
})
beforeEach(() => {
  ownList += 1
  vi.clearAllMocks()
  fetchPage.mockImplementation(everybody)
})
afterEach(cleanup)

describe('a grid of 100,000 rows', () => {
  it('draws and fetches only what is in sight', async () => {
    const grid = await renderPeople()
    expect(grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1))
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60)
    expect(fetchPage).toHaveBeenCalledOnce()
    expect(fetchPage).toHaveBeenCalledWith({ offset: 0, limit: 200 })
  })

  it('fetches the last page when the End key leads there, and nothing between', async () => {
    const grid = await renderPeople()
    fireEvent.keyDown(grid, { key: 'End' })
    expect(await within(grid).findByText(`Person ${TOTAL - 1}`)).toBeTruthy()
    expect(fetchPage.mock.calls.length).toBeLessThanOrEqual(3)
    expect(fetchPage).toHaveBeenLastCalledWith({ offset: TOTAL - 200, limit: 200 })
  })

  it('moves by arrow keys, tells which row it is on and opens it with Enter', async () => {
    const grid = await renderPeople()
    fireEvent.keyDown(grid, { key: 'ArrowDown' })
    fireEvent.keyDown(grid, { key: 'ArrowDown' })
    fireEvent.keyDown(grid, { key: 'ArrowDown' })
    fireEvent.keyDown(grid, { key: 'ArrowUp' })
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toBe('Person 1')
    fireEvent.keyDown(grid, { key: 'Enter' })
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(person(1))
  })

  it('selects with Space, and a range with Shift and the arrow keys', async () => {
    const grid = await renderPeople()
    fireEvent.keyDown(grid, { key: 'ArrowDown' })
    fireEvent.keyDown(grid, { key: ' ' })
    expect(selected()).toEqual(['id-0'])
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
    await vi.waitFor(() => expect(selected()).toEqual(['id-0', 'id-1', 'id-2']))
    expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(3)
    fireEvent.keyDown(grid, { key: ' ' })
    expect(selected()).toEqual(['id-0', 'id-1'])
  })

  it('selects a range between two clicks, rows out of sight included', async () => {
    const grid = await renderPeople()
    fireEvent.click(within(grid).getByRole('checkbox', { name: 'Select Person 2' }))
    fireEvent.keyDown(grid, { key: 'End', shiftKey: true })
    await vi.waitFor(() => expect(selected()).toHaveLength(TOTAL - 2))
  })

  it('selects everything with Ctrl+A and gives it up by the box in its head', async () => {
    const grid = await renderPeople()
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true })
    await vi.waitFor(() => expect(selected()).toHaveLength(TOTAL))
    fireEvent.click(within(grid).getByRole('checkbox', { name: 'Select all' }))
    expect(selected()).toEqual([])
  })

  it('says how it is sorted and turns the order by a press on the heading', async () => {
    const grid = await renderPeople()
    expect(within(grid).getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(within(grid).getByRole('button', { name: 'Name' }))
    expect(onSort).toHaveBeenCalledExactlyOnceWith({ field: 'name', direction: 'desc' })
  })

  it('keeps the rows in sight until another list is answered', async () => {
    const queryClient = new QueryClient()
    const people = (list: string) => (
      <QueryClientProvider client={queryClient}>
        <People list={list} />
      </QueryClientProvider>
    )
    const { rerender } = render(people(`all ${ownList}`))
    await screen.findByText('Person 0')
    let answer = (_page: { total: number; rows: Person[] }): void => undefined
    fetchPage.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    rerender(people(`some ${ownList}`))
    expect(screen.getByText('Person 0')).toBeTruthy()
    answer({ total: 1, rows: [{ id: 'id-x', name: 'Somebody else' }] })
    expect(await screen.findByText('Somebody else')).toBeTruthy()
    expect(screen.queryByText('Person 0')).toBeNull()
  })

  it('begins at the top of another list, however short, from far down a long one', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
    const people = (list: string) => (
      <QueryClientProvider client={queryClient}>
        <People list={list} />
      </QueryClientProvider>
    )
    const { rerender } = render(people(`all ${ownList}`))
    const grid = await screen.findByRole('grid')
    fireEvent.keyDown(grid, { key: 'End' })
    await screen.findByText(`Person ${TOTAL - 1}`)
    fetchPage.mockImplementation(({ offset }) =>
      Promise.resolve({ total: 250, rows: offset < 250 ? [{ id: `few-${offset}`, name: `Few ${offset}` }] : [] }),
    )
    rerender(people(`few ${ownList}`))
    expect(await screen.findByText('Few 0')).toBeTruthy()
    expect(grid.scrollTop).toBe(0)
    expect(grid.getAttribute('aria-rowcount')).toBe('251')
  })

  it('is found again at the place where it was left', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
    const people = (
      <QueryClientProvider client={queryClient}>
        <People />
      </QueryClientProvider>
    )
    const { unmount } = render(people)
    fireEvent.keyDown(await screen.findByRole('grid'), { key: 'End' })
    await screen.findByText(`Person ${TOTAL - 1}`)
    unmount()
    render(people)
    const grid = await screen.findByRole('grid')
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toBe(`Person ${TOTAL - 1}`)
  })

  it('shows what stands for no rows when there are none', async () => {
    fetchPage.mockResolvedValueOnce({ total: 0, rows: [] })
    render(
      <QueryClientProvider client={new QueryClient()}>
        <People />
      </QueryClientProvider>,
    )
    expect(await screen.findByText('Nobody')).toBeTruthy()
  })

  it('offers to try again when rows cannot be read, and does', async () => {
    fetchPage.mockRejectedValueOnce(new Error('lost'))
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <People />
      </QueryClientProvider>,
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Person 0')).toBeTruthy()
  })
})
