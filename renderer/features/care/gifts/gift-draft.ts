import type { GiftBooking, GiftLine } from '../../../../shared/contract/care/gifts'
import type { LimitCheckInput } from '../../../../shared/contract/funds/limits'
import type { AidKind, CareGiftInput, CareKind } from '../../../../shared/model/care-gift'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { FundAccount, FundForm } from '../../../../shared/model/fund'
import type { CareGiftId, HardshipFileId, MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { giftProblems, type GiftProblem } from '../../../../shared/rules/care/gift'
import { categoriesOf, chartOn } from '../../../../shared/rules/funds/chart'
import { formsOf } from '../../../../shared/rules/funds/limits'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** Who receives something. */
export interface Recipient {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
}

/** The spending that pays gifts, as typed. */
export interface BookingDraft {
  readonly account: FundAccount
  readonly on: string
  readonly category: string | null
  readonly subcategory: string
  readonly summary: string
  readonly counterpart: string
  readonly invoice: string
}

/** Who pays: from the book at once, later, or others. */
export type Payment = 'book' | 'later' | 'others'

/** Gifts of one kind to one or many, as typed. */
export interface GiftDraft {
  readonly recipients: readonly Recipient[]
  readonly kind: CareKind
  readonly occasion: string
  readonly on: string
  readonly form: FundForm
  readonly amount: string
  readonly goods: string
  readonly decision: string
  readonly note: string
  readonly aidKind: AidKind | null
  readonly hardshipFileId: HardshipFileId | null
  readonly overLimitReason: string
  readonly payment: Payment
  readonly paidBy: string
  readonly booking: BookingDraft
}

export type BookingProblem = 'bookedOn' | 'category' | 'summary'
export type DraftProblem = GiftProblem | BookingProblem | 'recipients' | 'paidBy'

/** Aid in hardship is not an activity of members. */
const usualCategory = (kind: CareKind) =>
  kind === 'hardship'
    ? { category: '维权支出', subcategory: '' }
    : { category: '职工活动支出', subcategory: '会员活动' }

export function newBookingDraft(kind: CareKind, on: string, summary: string): BookingDraft {
  return { account: 'funds', on, ...usualCategory(kind), summary, counterpart: '', invoice: '' }
}

/** The form that is usual for a kind on a day: the last one that is allowed only for few. */
export const usualForm = (kind: CareKind, day: Day): FundForm =>
  kind === 'birthday' ? (formsOf(kind, day).at(-1) ?? 'goods') : 'goods'

export function newGiftDraft(kind: CareKind, today: Day, changes: Partial<GiftDraft> = {}): GiftDraft {
  return {
    recipients: [],
    kind,
    occasion: '',
    on: today,
    form: usualForm(kind, today),
    amount: '',
    goods: '',
    decision: '',
    note: '',
    aidKind: null,
    hardshipFileId: null,
    overLimitReason: '',
    payment: 'later',
    paidBy: '',
    booking: newBookingDraft(kind, today, changes.occasion ?? ''),
    ...changes,
  }
}

/** A gift of the register as it is changed. */
export function draftOfGift(gift: GiftLine, today: Day): GiftDraft {
  const { memberId, name, department, kind, on, form, aidKind, hardshipFileId } = gift
  return newGiftDraft(kind, today, {
    recipients: [{ memberId, name, department }],
    occasion: gift.occasion ?? '',
    on,
    form,
    amount: yuanText(gift.amount),
    goods: gift.goods ?? '',
    decision: gift.decision ?? '',
    note: gift.note ?? '',
    aidKind,
    hardshipFileId,
    overLimitReason: gift.overLimitReason ?? '',
    payment: gift.paidBy === null ? 'later' : 'others',
    paidBy: gift.paidBy ?? '',
  })
}

const dayIn = (text: string): Day | null => daySchema.safeParse(parsePartialDate(text)).data ?? null
const textOrNull = (text: string) => text.trim() || null

/** Reads the spending that pays gifts; null with what is missing. */
export function readBooking(
  draft: BookingDraft,
  today: Day,
): { readonly booking: GiftBooking | null; readonly problems: ReadonlySet<BookingProblem> } {
  const problems = new Set<BookingProblem>()
  const on = dayIn(draft.on)
  const { account, category } = draft
  if (on === null || on > today) problems.add('bookedOn')
  const isKnown =
    category !== null && categoriesOf(chartOn(on ?? today), account, 'spending').some(({ term }) => term === category)
  if (!isKnown) problems.add('category')
  if (draft.summary.trim() === '') problems.add('summary')
  if (on === null || category === null || problems.size > 0) return { booking: null, problems }
  const booking = {
    account,
    on,
    category,
    subcategory: textOrNull(draft.subcategory),
    summary: draft.summary.trim(),
    counterpart: textOrNull(draft.counterpart),
    invoice: textOrNull(draft.invoice),
  }
  return { booking, problems }
}

interface ReadGifts {
  /** Null while something is missing or makes no sense. */
  readonly gifts: readonly CareGiftInput[] | null
  readonly booking: GiftBooking | null
  readonly problems: ReadonlySet<DraftProblem>
}

export function readGiftDraft(draft: GiftDraft, today: Day): ReadGifts {
  const problems = new Set<DraftProblem>()
  const on = dayIn(draft.on)
  const amount = parseYuan(draft.amount)
  const { kind, form, payment, hardshipFileId } = draft
  const aidKind = kind === 'hardship' ? draft.aidKind : null
  if (draft.recipients.length === 0) problems.add('recipients')
  if (on === null) problems.add('on')
  if (amount === null || amount < 0) problems.add('amount')
  if (payment === 'others' && draft.paidBy.trim() === '') problems.add('paidBy')
  if (payment === 'book' && amount === 0) problems.add('amount')
  if (on !== null && amount !== null) {
    for (const problem of giftProblems({ on, amount, kind, aidKind }, today)) problems.add(problem)
  }
  const { booking, problems: ofBooking } =
    payment === 'book' ? readBooking(draft.booking, today) : { booking: null, problems: [] }
  for (const problem of ofBooking) problems.add(problem)
  if (on === null || amount === null || problems.size > 0) return { gifts: null, booking: null, problems }
  const gifts = draft.recipients.map(({ memberId }) => ({
    memberId,
    kind,
    occasion: textOrNull(draft.occasion),
    on,
    form,
    amount,
    goods: textOrNull(draft.goods),
    hardshipFileId,
    aidKind,
    decision: textOrNull(draft.decision),
    overLimitReason: textOrNull(draft.overLimitReason),
    note: textOrNull(draft.note),
    paidBy: payment === 'others' ? textOrNull(draft.paidBy) : null,
  }))
  return { gifts, booking, problems }
}

/** What is to be given, to be held against the limits; null while it cannot be read, or where others pay. */
export function limitedGifts(draft: GiftDraft, changed: CareGiftId | null): LimitCheckInput | null {
  const on = dayIn(draft.on)
  const amount: Fen | null = parseYuan(draft.amount)
  if (draft.payment === 'others' || on === null || amount === null || amount < 0) return null
  if (draft.recipients.length === 0) return null
  const { kind: item, form } = draft
  return {
    on,
    activityId: null,
    form,
    shares: draft.recipients.map(({ memberId }) => ({ memberId, item, amount })),
    exceptGifts: changed === null ? [] : [changed],
  }
}
