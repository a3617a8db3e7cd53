import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import type { ReactElement } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ArrearsRuleDialog } from '../../../renderer/features/dues/arrears/ArrearsRuleDialog'
import { DuesSentence } from '../../../renderer/features/dues/arrears/DuesSentence'
import { newStepDraft, readStep } from '../../../renderer/features/dues/arrears/step-draft'
import { StepDialog } from '../../../renderer/features/dues/arrears/StepDialog'
import { i18n, startI18n } from '../../../renderer/i18n'
import { daySchema } from '../../../shared/model/date'
import { sentencePartSchema } from '../../../shared/model/dues-sentence'
import { batchIdSchema, duesEntryIdSchema, memberIdSchema, newId } from '../../../shared/model/id'
import { stubLayout } from '../../fixtures/layout'

const { member, take, list, add } = vi.hoisted(() => ({
  member: vi.fn((_input: unknown): Promise<unknown> => Promise.resolve({})),
  take: vi.fn((_input: unknown): Promise<unknown> => Promise.resolve({})),
  list: vi.fn((): Promise<unknown> => Promise.resolve([])),
  add: vi.fn((_input: unknown): Promise<unknown> => Promise.resolve({})),
}))

vi.mock('../../../renderer/client', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const client = {
    batches: { undo: vi.fn() },
    dues: { arrears: { member, take, rules: { list, add, remove: vi.fn() } } },
  }
  return { client, api: createTanstackQueryUtils(client) }
})

const onClose = vi.fn()
const show = (element: ReactElement) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter>
        <App>{element}</App>
      </MemoryRouter>
    </QueryClientProvider>,
  )
const memberId = newId(memberIdSchema)
const [chargeId, paymentId] = [newId(duesEntryIdSchema), newId(duesEntryIdSchema)]
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeAll(async () => {
  await startI18n('zh-CN')
  stubLayout()
})
beforeEach(() => vi.clearAllMocks())
afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  await i18n.changeLanguage('zh-CN')
})

const parts = sentencePartSchema.array().parse([
  { kind: 'paidThrough', month: '2026-03', settled: false, entryIds: [] },
  { kind: 'open', months: ['2026-04', '2026-05'], amount: 2400, entryIds: [chargeId] },
  {
    kind: 'lastPayment',
    on: '2026-06-05',
    amount: 3600,
    months: ['2026-01', '2026-02', '2026-03'],
    left: 0,
    entryIds: [paymentId],
  },
])

describe('the sentence at the counter', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 5, 10), toFake: ['Date'] })
    member.mockResolvedValue({
      sentence: parts,
      entries: [
        {
          id: chargeId,
          kind: 'charge',
          month: '2026-04',
          method: null,
          paidOn: null,
          amount: 1200,
          recordedAt: '2026-04-01T08:00:00.000Z',
        },
      ],
      debtor: { name: '钱一' },
    })
  })
  const text = async () => (await screen.findByRole('region')).querySelector('p')?.textContent

  it('reads as one says it', async () => {
    show(<DuesSentence memberId={memberId} />)
    expect(await text()).toBe('已缴到 3 月；4 月、5 月未缴，共 24.00 元；6 月 5 日缴的 36.00 元抵了 1 至 3 月。')
  })

  it('names months in English', async () => {
    await i18n.changeLanguage('en')
    show(<DuesSentence memberId={memberId} />)
    expect(await text()).toBe(
      'Paid through March; April, May open, ¥24.00 in all; the ¥36.00 of 5 June paid January to March.',
    )
  })

  it('opens the entries of a part', async () => {
    show(<DuesSentence memberId={memberId} />)
    fireEvent.click(await screen.findByRole('button', { name: /未缴/ }))
    expect(await screen.findByText('2026年4月应缴会费')).toBeDefined()
  })
})

describe('a step of the course', () => {
  const today = daySchema.parse('2026-06-10')

  it('asks until when payments are entered, but not for a talk', () => {
    const draft = { ...newStepDraft(today), enteredUntil: '' }
    expect(readStep('reminder', draft, today).problems).toEqual({ enteredUntil: 'dateWrong' })
    expect(readStep('talk', draft, today).step).toMatchObject({ act: { kind: 'talk' }, enteredUntil: today })
    expect(readStep('notice', { ...draft, on: '2026-06-08', enteredUntil: '2026-06-09' }, today).problems).toEqual({
      enteredUntil: 'until',
    })
    expect(readStep('reminder', { ...newStepDraft(today), on: '2026-06-11' }, today).problems).toEqual({ on: 'future' })
  })

  it('asks for the minutes of a decision', () => {
    expect(readStep('decision', newStepDraft(today), today).problems).toEqual({ document: 'documentMissing' })
    expect(readStep('decision', { ...newStepDraft(today), document: '会议纪要' }, today).step?.act).toEqual({
      kind: 'decision',
      decision: 'goOn',
      document: '会议纪要',
    })
  })

  it('names whom it left out and offers the slips of the others', async () => {
    take.mockResolvedValue({
      batchId: newId(batchIdSchema),
      taken: [memberId],
      leftOut: [{ memberId: newId(memberIdSchema), name: '孙二', why: 'paid' }],
    })
    show(<StepDialog kind="reminder" memberIds={[memberId]} onClose={onClose} />)
    press(/^登\s?记$/)
    expect(await screen.findByText('孙二：现在已不欠会费')).toBeDefined()
    expect(screen.getByRole('button', { name: '打印会费提醒' })).toBeDefined()
    expect(take).toHaveBeenCalledWith(
      expect.objectContaining({ memberIds: [memberId], act: { kind: 'reminder' } }),
      expect.anything(),
    )
  })

  it('leads to the payments that are not entered', async () => {
    take.mockRejectedValue(new ORPCError('PAYMENTS_NOT_ENTERED', { defined: true, data: { handOvers: 1, lists: 0 } }))
    show(<StepDialog kind="reminder" memberIds={[memberId]} onClose={onClose} />)
    press(/^登\s?记$/)
    expect((await screen.findByRole('alert')).textContent).toContain('1 份交款单没有入账')
    expect(screen.getByText('去看交款').getAttribute('href')).toBe('/dues?tab=handOvers')
    expect(onClose).not.toHaveBeenCalled()
  })
})

describe('the rule of arrears', () => {
  it('keeps the charter beside it and refuses steps in the wrong order', async () => {
    show(<ArrearsRuleDialog onClose={onClose} />)
    expect(screen.getByText(/第六条/)).toBeDefined()
    expect(screen.queryByText('本会的规则比章程严。')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '连续月数照算' }))
    expect(screen.getByText('本会的规则比章程严。')).toBeDefined()
    fireEvent.change(screen.getByLabelText('提交名单'), { target: { value: '4' } })
    press(/^保\s?存$/)
    expect(await screen.findByText('后一步的月数不能少于前一步')).toBeDefined()
    expect(add).not.toHaveBeenCalled()
    fireEvent.change(screen.getByLabelText('提交名单'), { target: { value: '8' } })
    press(/^保\s?存$/)
    await waitFor(() => expect(add).toHaveBeenCalledTimes(1))
  })
})
