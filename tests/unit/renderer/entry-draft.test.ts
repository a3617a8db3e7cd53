import { describe, expect, it } from 'vitest'
import { daySchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import {
  newEntryDraft,
  readEntryDraft,
  splitDraft,
  withFittingCategory,
  type EntryDraft,
} from '../../../renderer/features/funds/book/entry-draft'

const today = daySchema.parse('2026-05-20')
const draft = (changes: Partial<EntryDraft> = {}) =>
  newEntryDraft('funds', today, { amount: '100', category: '职工活动支出', summary: '购买羽毛球', ...changes })
const share = (amount: string) => ({ memberId: newId(memberIdSchema), name: '钱一', department: null, amount })

describe('an entry as typed', () => {
  it('is read into what is booked', () => {
    const { entry, problems } = readEntryDraft(
      draft({ amount: '1,234.5', on: '2026-5-8', counterpart: '  云溪商店 ', shares: [share('34.5'), share('1200')] }),
      today,
    )
    expect([...problems]).toEqual([])
    expect(entry).toMatchObject({
      on: '2026-05-08',
      amount: 123_450,
      counterpart: '云溪商店',
      invoice: null,
      shares: [{ amount: 3450 }, { amount: 120_000 }],
    })
  })

  it.each([
    ['amount', { amount: '' }],
    ['amount', { amount: '0' }],
    ['amount', { amount: '-5' }],
    ['amount', { amount: '100000000.01' }],
    ['on', { on: '2026-05' }],
    ['future', { on: '2026-05-21' }],
    ['category', { category: null }],
    ['summary', { summary: ' ' }],
    ['shareAmount', { shares: [share('')] }],
    ['shares', { shares: [share('60'), share('40.01')] }],
  ] satisfies [string, Partial<EntryDraft>][])('is refused for its %s', (problem, changes) => {
    const { entry, problems } = readEntryDraft(draft(changes), today)
    expect(entry).toBeNull()
    expect([...problems]).toEqual([problem])
  })

  it('leaves members out of an income', () => {
    const { entry } = readEntryDraft(
      draft({ direction: 'income', category: '其他收入', shares: [share('')], form: 'cash' }),
      today,
    )
    expect(entry).toMatchObject({ shares: [], form: null })
  })

  it('splits its amount among the members without losing a fen', () => {
    const split = splitDraft(draft({ amount: '100', shares: [share(''), share(''), share('')] }))
    expect(split.map(({ amount }) => amount)).toEqual(['33.34', '33.33', '33.33'])
  })

  it('drops a category that the account, direction or chart does not have', () => {
    expect(withFittingCategory(draft({ direction: 'income' })).category).toBeNull()
    expect(withFittingCategory(draft({ category: '职工服务支出', on: '2021-03-01' })).category).toBeNull()
    expect(withFittingCategory(draft({ account: 'dues' })).category).toBe('职工活动支出')
  })
})
