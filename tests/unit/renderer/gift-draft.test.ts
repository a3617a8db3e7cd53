import { describe, expect, it } from 'vitest'
import { daySchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import {
  limitedGifts,
  newBookingDraft,
  newGiftDraft,
  readBooking,
  readGiftDraft,
  usualForm,
  type GiftDraft,
} from '../../../renderer/features/care/gifts/gift-draft'

const today = daySchema.parse('2026-03-08')
const recipients = ['钱一', '孙二'].map((name) => ({ memberId: newId(memberIdSchema), name, department: null }))
const draft = (changes: Partial<GiftDraft> = {}) =>
  newGiftDraft('birthday', today, { recipients, amount: '200', occasion: '2026年3月生日', ...changes })

describe('gifts as typed', () => {
  it('become one gift for each who receives them, in the form that is usual for the kind', () => {
    const { gifts, booking, problems } = readGiftDraft(draft(), today)
    expect([...problems]).toEqual([])
    expect(booking).toBeNull()
    expect(gifts).toMatchObject(
      recipients.map(({ memberId }) => ({ memberId, amount: 20_000, form: 'cakeVoucher', on: today, paidBy: null })),
    )
    expect(usualForm('hospital', today)).toBe('goods')
  })

  it('tell everything that is missing or makes no sense before they are saved', () => {
    const wrong = draft({ recipients: [], on: '2026-03', amount: 'x', payment: 'others', paidBy: ' ' })
    const { gifts, problems } = readGiftDraft(wrong, today)
    expect(gifts).toBeNull()
    expect([...problems].sort()).toEqual(['amount', 'on', 'paidBy', 'recipients'])
    expect([...readGiftDraft(draft({ amount: '0', payment: 'book' }), today).problems]).toEqual(['amount'])
  })

  it('are booked under the category that is usual for their kind', () => {
    const { booking } = readGiftDraft(draft({ payment: 'book' }), today)
    expect(booking).toMatchObject({ category: '职工活动支出', subcategory: '会员活动', summary: '2026年3月生日' })
    expect(newBookingDraft('hardship', today, '').category).toBe('维权支出')
    const { problems } = readBooking({ ...newBookingDraft('birthday', '2026-03-09', ''), category: null }, today)
    expect([...problems].sort()).toEqual(['bookedOn', 'category', 'summary'])
  })

  it('are held against the limits unless others pay', () => {
    expect(limitedGifts(draft(), null)).toMatchObject({ on: today, form: 'cakeVoucher', exceptGifts: [] })
    expect(limitedGifts(draft(), null)?.shares.map(({ amount }) => amount)).toEqual([20_000, 20_000])
    expect(limitedGifts(draft({ payment: 'others', paidBy: '上级工会' }), null)).toBeNull()
    expect(limitedGifts(draft({ amount: '' }), null)).toBeNull()
  })
})
