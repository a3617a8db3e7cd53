import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Agreement } from '../../../renderer/features/dues/hand-overs/Agreement'
import { newHandOverDraft, readHandOverDraft } from '../../../renderer/features/dues/hand-overs/hand-over-draft'
import { startI18n } from '../../../renderer/i18n'
import { daySchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'

beforeAll(() => startI18n('en'))
afterEach(cleanup)

const today = daySchema.parse('2026-05-20')
const [one, two] = [newId(memberIdSchema), newId(memberIdSchema)]
const row = (memberId: typeof one | null, amount: string) => ({ memberId, name: '张伟', amount })
const draft = {
  ...newHandOverDraft(today, '王芳'),
  collector: ' 李静 ',
  declaredCount: '２ 人',
  declaredTotal: '¥24.5元',
  rows: [row(one, '12'), row(two, '12.50')],
}

describe('a hand-over as typed', () => {
  it('is read into a sheet', () => {
    const { sheet, problems, entered } = readHandOverDraft(draft, today)
    expect([...problems]).toEqual([])
    expect(entered).toEqual({ count: 2, total: 2450 })
    expect(sheet).toEqual({
      collector: '李静',
      receivedOn: today,
      declaredCount: 2,
      declaredTotal: 2450,
      note: null,
      rows: [
        { memberId: one, amount: 1200 },
        { memberId: two, amount: 1250 },
      ],
      receipts: { issuer: '王芳' },
    })
    expect(readHandOverDraft({ ...draft, withReceipts: false }, today).sheet?.receipts).toBeNull()
  })

  it('is read also where it differs from what is declared, which the posting refuses', () => {
    const { sheet, declared, entered } = readHandOverDraft({ ...draft, declaredCount: '3' }, today)
    expect(sheet?.declaredCount).toBe(3)
    expect({ declared: declared.count, entered: entered.count }).toEqual({ declared: 3, entered: 2 })
  })

  it.each([
    ['collector', { collector: ' ' }],
    ['receivedOn', { receivedOn: '2026-05' }],
    ['future', { receivedOn: '2026-05-21' }],
    ['declaredCount', { declaredCount: '0' }],
    ['declaredTotal', { declaredTotal: '二十' }],
    ['rows', { rows: [] }],
    ['member', { rows: [row(null, '12')] }],
    ['amount', { rows: [row(one, '-12')] }],
    ['twice', { rows: [row(one, '12'), row(one, '12')] }],
  ])('cannot be posted for its %s', (problem, changes) => {
    const { sheet, problems } = readHandOverDraft({ ...draft, ...changes }, today)
    expect([...problems]).toEqual([problem])
    expect(sheet).toBeNull()
  })

  it('names the row that is wrong, and counts what can be read', () => {
    const rows = [row(one, '12'), row(null, '5'), row(one, '3'), row(two, 'x')]
    const { rowProblems, entered } = readHandOverDraft({ ...draft, rows }, today)
    expect(rowProblems).toEqual([null, 'member', 'twice', 'amount'])
    expect(entered).toEqual({ count: 4, total: 2000 })
  })
})

describe('the comparison with what is declared', () => {
  const fen = (amount: number) => fenSchema.parse(amount)

  it('says by how much count and total differ', () => {
    render(<Agreement entered={{ count: 2, total: fen(2450) }} declared={{ count: 3, total: fen(2000) }} />)
    expect(screen.getByRole('status').textContent).toContain('1 missing')
    expect(screen.getByRole('status').textContent).toContain('¥4.50 too much')
  })

  it('says that they agree, and nothing while nothing is declared', () => {
    const entered = { count: 2, total: fen(2450) }
    const { rerender } = render(<Agreement entered={entered} declared={entered} />)
    expect(screen.getAllByText('Agrees')).toHaveLength(2)
    rerender(<Agreement entered={entered} declared={{ count: null, total: null }} />)
    expect(screen.queryByText('Agrees')).toBeNull()
    expect(screen.getByRole('status').textContent).toContain('declared: not given')
  })
})
