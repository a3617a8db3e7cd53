import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PagedTable } from '../../../renderer/components/PagedTable'
import { usePage } from '../../../renderer/components/use-page'
import { startI18n } from '../../../renderer/i18n'

const columns = [{ title: 'Row', render: (_: unknown, { id }: { id: number }) => `row ${id}` }]

/** A list that was read at once; `asked` keeps what pages were asked for. */
function Rows({ total, error = null }: { readonly total: number; readonly error?: unknown }) {
  const page = usePage(5)
  const { offset, limit } = page.input
  const ids = Array.from({ length: total }, (_, index) => index + 1).slice(offset, offset + limit)
  const list = { data: { total, rows: ids.map((id) => ({ id })) }, error, isPending: false, refetch: () => undefined }
  return <PagedTable list={list} page={page} columns={columns} empty={<p>nothing here</p>} />
}

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  await startI18n('en')
})
afterEach(cleanup)

describe('a list read page by page', () => {
  it('asks for the page that is opened, and goes back when that one is gone', () => {
    const { rerender } = render(<Rows total={12} />)
    expect(screen.getByText('row 5')).toBeTruthy()
    fireEvent.click(screen.getByTitle('3'))
    expect(screen.getByText('row 11')).toBeTruthy()
    rerender(<Rows total={7} />)
    expect(screen.getByText('row 7')).toBeTruthy()
    expect(screen.queryByText('row 11')).toBeNull()
  })

  it('says what there is instead when nothing is there, and what went wrong', () => {
    const { rerender } = render(<Rows total={0} />)
    expect(screen.getByText('nothing here')).toBeTruthy()
    rerender(<Rows total={3} error={new Error('broken')} />)
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(screen.queryByText('row 1')).toBeNull()
  })
})
