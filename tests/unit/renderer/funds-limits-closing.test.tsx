import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ClosingChecks } from '../../../renderer/features/funds/closing/ClosingChecks'
import { limitDraftOf, newLimitDraft, readLimitDraft } from '../../../renderer/features/funds/limits/limit-draft'
import { nextPeriod, periodOf } from '../../../renderer/features/funds/statements/period'
import { startI18n } from '../../../renderer/i18n'
import { daySchema, monthSchema } from '../../../shared/model/date'
import { newId, spendingLimitIdSchema } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

describe('the checks before a closing', () => {
  it('say what was found and lead to where it is settled', () => {
    render(
      <MemoryRouter>
        <ClosingChecks
          month={monthSchema.parse('2026-03')}
          checks={[
            { check: 'handOverDrafts', state: 'blocking', count: 2, amount: null },
            { check: 'attachments', state: 'warning', count: 1, amount: fenSchema.parse(30_000) },
            { check: 'over', state: 'warning', count: 1, amount: null },
            { check: 'balances', state: 'fine', count: 0, amount: null },
          ]}
        />
      </MemoryRouter>,
    )
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(items).toEqual([
      '2 份这个月的交款还没有入账去处理',
      '1 笔支出没有附件，共 ¥300.00去处理',
      '今天是这个月最后一天，结账后今天的账也不能再记',
      '两个账户结余都不为负',
    ])
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/dues?tab=handOvers',
      '/funds?tab=book&year=2026&month=2026-03&lacking=attachment',
    ])
  })
})

describe('a limit as typed', () => {
  const today = daySchema.parse('2026-06-01')

  it('is read back as it was', () => {
    const limit = {
      id: newId(spendingLimitIdSchema),
      region: '本会',
      item: 'festival' as const,
      amount: fenSchema.parse(150_050),
      per: 'year' as const,
      validFrom: daySchema.parse('2026-01-01'),
      validUntil: daySchema.parse('2026-12-31'),
      source: null,
      note: '实物',
    }
    const { id: _, ...input } = limit
    expect(readLimitDraft(limitDraftOf(limit)).limit).toEqual(input)
  })

  it('names what is missing or makes no sense', () => {
    const draft = newLimitDraft(today)
    expect([...readLimitDraft(draft).problems]).toEqual(['region', 'amount'])
    const wrong = { ...draft, region: '本会', amount: '0', validFrom: '2026-05', validUntil: '去年' }
    expect([...readLimitDraft(wrong).problems]).toEqual(['amount', 'validFrom', 'validUntil'])
    const backwards = { ...draft, region: '本会', amount: '300', validUntil: '2025-12-31' }
    expect([...readLimitDraft(backwards).problems]).toEqual(['validUntil'])
  })
})

describe('the period of a statement', () => {
  it('is the year, quarter or month that a month lies in, and goes on across years', () => {
    const november = monthSchema.parse('2025-11')
    expect(periodOf('year', november)).toEqual({ kind: 'year', from: '2025-01', until: '2025-12' })
    expect(periodOf('quarter', november)).toEqual({ kind: 'quarter', from: '2025-10', until: '2025-12' })
    expect(nextPeriod(periodOf('quarter', november), 1)).toMatchObject({ from: '2026-01', until: '2026-03' })
    expect(nextPeriod(periodOf('month', monthSchema.parse('2026-01')), -1)).toMatchObject({ from: '2025-12' })
  })
})
