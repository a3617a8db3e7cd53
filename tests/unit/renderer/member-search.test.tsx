import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemberSearch } from '../../../renderer/features/members/MemberSearch'
import { startI18n } from '../../../renderer/i18n'

const onSearch = vi.fn<(search: string) => void>()
const searchFor = (search: string) => (
  <MemoryRouter>
    <MemberSearch search={search} onSearch={onSearch} />
  </MemoryRouter>
)
const box = () => screen.getByRole<HTMLInputElement>('textbox')
const type = (text: string) => fireEvent.change(box(), { target: { value: text } })

beforeAll(() => startI18n('zh-CN'))
beforeEach(() => {
  onSearch.mockClear()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

describe('the search box of the member list', () => {
  it('asks once for what was typed in one go', () => {
    render(searchFor(''))
    type('z')
    type('zh')
    vi.runAllTimers()
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('zh')
  })

  it('keeps what is typed on while the list answers an earlier text', () => {
    const { rerender } = render(searchFor(''))
    type('z')
    vi.runAllTimers()
    type('zh')
    rerender(searchFor('z'))
    expect(box().value).toBe('zh')
  })

  it('follows when the search is cleared elsewhere', () => {
    const { rerender } = render(searchFor('zhang'))
    rerender(searchFor(''))
    expect(box().value).toBe('')
  })

  it('asks nothing any more once the page is left', () => {
    const { unmount } = render(searchFor(''))
    type('z')
    unmount()
    vi.runAllTimers()
    expect(onSearch).not.toHaveBeenCalled()
  })
})
