import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LedgerChain } from '../../../renderer/features/dues/payments/LedgerChain'
import { MonthChoice } from '../../../renderer/features/dues/payments/MonthChoice'
import type { TypedAmounts } from '../../../renderer/features/dues/payments/payment-draft'
import { asksSomething, PaymentQuestions } from '../../../renderer/features/dues/payments/PaymentQuestions'
import { usePreviewText } from '../../../renderer/features/dues/payments/use-preview-text'
import { useReceiptIds } from '../../../renderer/features/dues/receipts/receipts-state'
import { startI18n } from '../../../renderer/i18n'
import { ledgerSchema, paymentCheckSchema } from '../../../shared/contract/dues/payments'
import { daySchema, monthSchema } from '../../../shared/model/date'
import {
  batchIdSchema,
  duesEntryIdSchema,
  duesReceiptIdSchema,
  memberIdSchema,
  newId,
  type DuesEntryId,
} from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { allocate } from '../../../shared/rules/dues/allocation'

const memberId = newId(memberIdSchema)
const payday = daySchema.parse('2026-06-05')

const line = (given: object) => ({
  id: newId(duesEntryIdSchema),
  memberId,
  month: null,
  ruleId: null,
  method: null,
  paidOn: null,
  chosenMonths: null,
  bookedOn: null,
  payrollListId: null,
  handOverId: null,
  reversesId: null,
  batchId: newId(batchIdSchema),
  note: null,
  recordedAt: '2026-06-05T08:00:00.000Z',
  balance: 0,
  ...given,
})

const april = line({ kind: 'charge', amount: 1200, month: '2026-04' })
const may = line({ kind: 'charge', amount: 1200, month: '2026-05' })
const paid = line({ kind: 'payment', amount: -2000, method: 'cash', paidOn: '2026-06-05' })
const ledger = ledgerSchema.parse({
  name: '张三',
  balance: 400,
  entries: [april, may, paid],
  receipts: [{ id: newId(duesReceiptIdSchema), entryId: paid.id, series: '2026', number: 12, isVoided: false }],
})
const allocation = allocate(ledger.entries)

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

function Printed() {
  return <output>{useReceiptIds().join()}</output>
}

function chainOf(id: DuesEntryId): DuesEntryId[] {
  const shown: DuesEntryId[] = []
  const entry = ledger.entries.find((one) => one.id === id)
  if (entry === undefined) throw new Error('no such line')
  render(
    <MemoryRouter>
      <LedgerChain
        line={entry}
        ledger={ledger}
        allocation={allocation}
        isReversed={false}
        onShow={(one) => shown.push(one)}
      />
      <Routes>
        <Route path="/" element={null} />
        <Route path="/dues/receipts/print" element={<Printed />} />
      </Routes>
    </MemoryRouter>,
  )
  return shown
}

const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

describe('a line of a ledger opened', () => {
  it('names for a month the payment that paid it, its receipt and what is open, and leads there', () => {
    const shown = chainOf(may.id)
    expect(lines()).toEqual(['2026-06-05 现金缴费抵 ¥8.00收据 2026-000012看这笔缴费', '还欠 ¥4.00'])
    fireEvent.click(screen.getByRole('button', { name: '看这笔缴费' }))
    expect(shown).toEqual([paid.id])
  })

  it('names for a payment its receipt and the months that it paid, and leads there', () => {
    const shown = chainOf(paid.id)
    expect(lines()).toEqual(['收据 2026-000012', '抵 2026年4月 会费 ¥12.00看这个月', '抵 2026年5月 会费 ¥8.00看这个月'])
    const [, second] = screen.getAllByRole('button', { name: '看这个月' })
    if (second === undefined) throw new Error('no button')
    fireEvent.click(second)
    expect(shown).toEqual([may.id])
    fireEvent.click(screen.getByRole('button', { name: '收据 2026-000012' }))
    expect(screen.getByRole('status').textContent).toBe(ledger.receipts[0]?.id)
  })
})

function Preview({ amount }: { readonly amount: number }) {
  const request = {
    memberIds: [memberId],
    amount: fenSchema.parse(amount),
    paidOn: payday,
    method: 'cash',
    note: null,
  } as const
  return <p>{usePreviewText()(ledger.entries, { ...request, memberIds: [...request.memberIds] })}</p>
}

describe('what is said of a payment to be made', () => {
  it('names what a payment would pay, and from when on what is paid too much counts', () => {
    render(<Preview amount={1600} />)
    expect(screen.getByText('抵 2026年5月 ¥4.00；多缴 ¥12.00，留作预缴，抵 2026年6月 起的会费')).toBeTruthy()
  })
})

function Choice() {
  const [months, setMonths] = useState<TypedAmounts>({})
  const open = (['2026-04', '2026-05'] as const).map((month) => ({
    month: monthSchema.parse(month),
    open: fenSchema.parse(1250),
  }))
  return <MonthChoice open={open} months={months} onChange={setMonths} />
}

describe('the choice of months', () => {
  it('takes all that is open of a month ticked, which can be less, and sums up', () => {
    render(<Choice />)
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }))
    expect(screen.getByRole('status').textContent).toBe('合计 ¥25.00')
    fireEvent.change(screen.getByRole('textbox', { name: '2026年5月 本次金额' }), { target: { value: '2' } })
    expect(screen.getByRole('status').textContent).toBe('合计 ¥14.50')
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年4月' }))
    expect(screen.getByRole('status').textContent).toBe('合计 ¥2.00')
  })
})

describe('what is asked before payments are recorded', () => {
  const check = paymentCheckSchema.parse({
    members: 7,
    amount: 8400,
    ahead: { members: 2, amount: 300, from: null },
    questions: [{ question: 'twice', members: 6, rows: [{ memberId, name: '张三', amount: 1200 }] }],
  })

  it('names whom it concerns and how many more, and what is paid ahead', () => {
    render(<PaymentQuestions check={check} />)
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '这 6 人同一天已登记过同样的金额，是不是重复了？张三 ¥12.00 等 6 人',
      '2 人多缴，共 ¥3.00，留作预缴，抵以后的会费。',
    ])
  })

  it('is nothing for one member who pays ahead, which the dialog says before', () => {
    expect(asksSomething(check)).toBe(true)
    expect(asksSomething({ ...check, questions: [] })).toBe(true)
    expect(asksSomething({ ...check, questions: [], members: 1 })).toBe(false)
    expect(asksSomething({ ...check, questions: [], ahead: null })).toBe(false)
  })
})
