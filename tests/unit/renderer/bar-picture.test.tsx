import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BarPicture } from '../../../renderer/components/charts/BarPicture'
import { startI18n } from '../../../renderer/i18n'
import { fenSchema } from '../../../shared/model/money'
import { stubLayout } from '../../fixtures/layout'

const fen = (amount: number) => fenSchema.parse(amount)
const onOpen = vi.fn<(category: number, series: number) => void>()

beforeAll(() => startI18n('zh-CN'))
beforeEach(() => {
  stubLayout()
  // A picture draws nothing where it has no room.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 800, 240))
  render(
    <BarPicture
      title="各月应缴与实收"
      categories={['1月', '2月']}
      series={[
        { name: '应缴', tone: 'expected', amounts: [fen(10_000), fen(20_000)] },
        { name: '实收', tone: 'actual', amounts: [fen(0), fen(1)] },
      ]}
      onOpen={onOpen}
    />,
  )
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  onOpen.mockClear()
})

describe('a picture of amounts', () => {
  it('names every bar, and has none for nothing', () => {
    expect(screen.getByRole('figure', { name: '各月应缴与实收' })).toBeTruthy()
    expect(screen.getAllByRole('button').map((bar) => bar.getAttribute('aria-label'))).toEqual([
      '1月 应缴 ¥100.00',
      '2月 应缴 ¥200.00',
      '2月 实收 ¥0.01',
    ])
  })

  it('opens what is behind a bar by mouse and by keyboard', () => {
    fireEvent.click(screen.getByRole('button', { name: '2月 应缴 ¥200.00' }))
    fireEvent.keyDown(screen.getByRole('button', { name: '2月 实收 ¥0.01' }), { key: 'Enter' })
    fireEvent.keyDown(screen.getByRole('button', { name: '1月 应缴 ¥100.00' }), { key: 'x' })
    expect(onOpen.mock.calls).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  it('draws the smallest amount high enough to be seen', () => {
    const bar = screen.getByRole('button', { name: '2月 实收 ¥0.01' }).querySelector('rect')
    expect(Number(bar?.getAttribute('height'))).toBe(3)
  })
})
