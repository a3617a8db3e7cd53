import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PostDialog } from '../../../renderer/features/dues/payroll/PostDialog'
import { RemitDialog } from '../../../renderer/features/dues/payroll/RemitDialog'
import { useListTexts } from '../../../renderer/features/dues/payroll/use-list-texts'
import { startI18n } from '../../../renderer/i18n'
import { payrollViewSchema, type PayrollView } from '../../../shared/contract/dues/payroll'
import { newId, payrollListIdSchema } from '../../../shared/model/id'

const { asked } = vi.hoisted(() => ({ asked: vi.fn<(procedure: string, input: unknown) => void>() }))

vi.mock('../../../renderer/client', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const ask = (procedure: string) => (input: unknown) => {
    asked(procedure, input)
    return Promise.resolve({ batchId: 'batch', people: 2, amount: 4000 })
  }
  const payroll = { post: ask('post'), remit: ask('remit') }
  const batches = { undo: ask('undo'), undoPreview: ask('undoPreview') }
  return { api: createTanstackQueryUtils({ dues: { payroll }, batches }), client: {} }
})

const nobody = { people: 0, amount: 0 }
function listOf(changes: Partial<Record<keyof PayrollView, unknown>>): PayrollView {
  return payrollViewSchema.parse({
    ...{
      id: newId(payrollListIdSchema),
      title: '六月代扣',
      from: '2025-06',
      until: '2025-06',
      deductedOn: '2025-06-25',
    },
    ...{ isPosted: false, lines: 3, deducted: 6000, booked: 0, received: 0, held: 0 },
    ...{ fileName: '六月代扣.xlsx', sheets: [], postedAt: null },
    figures: { expected: 6500, deducted: 6000, received: 0, booked: 0, held: 0 },
    baskets: { matched: nobody, amountChanged: nobody, missing: nobody, unknown: nobody, left: nobody },
    differences: { deducted: [{ kind: 'missing', people: 1, amount: -500 }], booked: [] },
    ...{ toPost: { people: 2, amount: 4000 }, warnings: [], remittances: [] },
    ...changes,
  })
}

beforeAll(() => {
  // Ant Design asks how wide the window is, which jsdom does not say.
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  return startI18n('zh-CN')
})
beforeEach(() => asked.mockClear())
afterEach(cleanup)

function show(element: React.ReactNode) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <App>{element}</App>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

function Sentences({ list }: { readonly list: PayrollView }) {
  return useListTexts()
    .differences(list)
    .map((sentence) => <p key={sentence}>{sentence}</p>)
}

const ok = () => screen.getByRole('button', { name: /^入\s?账$/ })

describe('posting a deduction list', () => {
  it('is offered at once where nothing speaks against it', async () => {
    const list = listOf({})
    show(<PostDialog list={list} onClose={() => undefined} />)
    fireEvent.click(ok())
    await waitFor(() => expect(asked).toHaveBeenCalledWith('post', { id: list.id }))
  })

  it('waits until its warnings are seen', async () => {
    const list = listOf({ warnings: [{ kind: 'otherMonths', stated: { from: '2025-05', until: '2025-05' } }] })
    show(<PostDialog list={list} onClose={() => undefined} />)
    expect(screen.getByText(/文件写的是 2025年5月，与所选的 2025年6月 不一致/)).toBeTruthy()
    fireEvent.click(ok())
    expect(asked).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(ok())
    await waitFor(() => expect(asked).toHaveBeenCalledWith('post', { id: list.id }))
  })
})

describe('money received', () => {
  const held = {
    isPosted: true,
    held: 4000,
    figures: { expected: 6500, deducted: 6000, received: 0, booked: 4000, held: 4000 },
  }
  const amount = () => screen.getByLabelText('到账金额')
  const save = () => fireEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }))

  it('is at first all that is held, and never more', async () => {
    const list = listOf(held)
    show(<RemitDialog list={list} onClose={() => undefined} />)
    expect(amount()).toHaveProperty('value', '40')
    fireEvent.change(amount(), { target: { value: '40.01' } })
    save()
    expect(await screen.findByText(/多于单位未拨付的/)).toBeTruthy()
    expect(asked).not.toHaveBeenCalled()
    fireEvent.change(amount(), { target: { value: '15.5' } })
    save()
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith('remit', expect.objectContaining({ id: list.id, amount: 1550 })),
    )
  })
})

describe('the four numbers', () => {
  it('are explained in words', () => {
    show(<Sentences list={listOf({})} />)
    expect(screen.getByText(/名单扣款比应扣少 ¥5.00：1 人名单上没有（-¥5.00）/)).toBeTruthy()
  })

  it('say what is not entered and what the employer holds once the list is posted', () => {
    const figures = { expected: 6000, deducted: 6000, received: 1000, booked: 4000, held: 3000 }
    const booked = [{ kind: 'unknown', people: 1, amount: -2000 }]
    show(<Sentences list={listOf({ isPosted: true, figures, differences: { deducted: [], booked } })} />)
    expect(screen.getByText('名单扣款与应扣相符')).toBeTruthy()
    expect(screen.getByText(/名单扣款中有 ¥20.00 没有入账：1 行还不知道是谁/)).toBeTruthy()
    expect(screen.getByText(/单位还有 ¥30.00 未拨付/)).toBeTruthy()
  })
})
