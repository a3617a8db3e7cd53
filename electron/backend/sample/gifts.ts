import type { BranchDatabase } from '../../../db/branch-database'
import { giftQueries } from '../../../db/queries/care/gifts'
import { memberQueries } from '../../../db/queries/members'
import type { GiftBooking } from '../../../shared/contract/care/gifts'
import type { CareGiftInput } from '../../../shared/model/care-gift'
import { daySchema, type Day, type Month } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import {
  festivalsOf,
  kindOfFestival,
  occasionOfBirthdays,
  occasionOfFestival,
} from '../../../shared/rules/care/occasions'
import { addDays, addMonths, monthOf, monthsBetween } from '../../../shared/rules/date'
import { daysOfMonth } from '../../../shared/rules/funds/year'
import { addGifts, signGifts } from '../care/gifts/record'

const DECISION = '示例：第三届工会委员会第四次会议'
/** Those whose cakes stand in the book by themselves. */
const BOOKED_CAKES = [20, 28] as const

type Given = Pick<CareGiftInput, 'memberId' | 'kind' | 'on' | 'form'> &
  Partial<Omit<CareGiftInput, 'amount'>> & { readonly amount: number }

function gift({ amount, ...fields }: Given): CareGiftInput {
  return {
    occasion: null,
    goods: null,
    hardshipFileId: null,
    aidKind: null,
    decision: DECISION,
    overLimitReason: null,
    note: null,
    paidBy: null,
    ...fields,
    amount: fenSchema.parse(amount),
  }
}

/**
 * A year's gifts: the last festivals, the birthdays of the months gone by, and what befell some members. Those of this
 * month wait to be given, and some have not been signed for.
 */
export function addSampleGifts(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  // The book begins with the year of the two months before; what was given earlier was paid from the old one.
  const opens = daySchema.parse(`${addDays(today, -60).slice(0, 4)}-01-01`)
  const active = members.filter((_, index) => index % 20 !== 7)
  addFestivals(db, today, active)
  const cakes = active.filter((_, index) => index < BOOKED_CAKES[0] || index >= BOOKED_CAKES[1])
  const month = monthOf(today)
  for (const past of monthsBetween(addMonths(month, -11), addMonths(month, -1))) addBirthdays(db, past, opens, cakes)
  addOccasions(db, today, active)
}

const old = (on: Day, opens: Day) => (on < opens ? '示例：开账以前的旧账' : null)

function give(db: BranchDatabase, title: string, gifts: readonly CareGiftInput[], signed: Day | null, on: Day | null) {
  if (gifts.length === 0) return
  const booking: GiftBooking | null =
    on === null
      ? null
      : {
          account: 'funds',
          on,
          category: '职工活动支出',
          subcategory: '会员活动',
          summary: `示例：${title}`,
          counterpart: '示例蛋糕店',
          invoice: null,
        }
  const { batchId } = addGifts(db, { title, gifts, booking }, on ?? signed ?? undefined)
  if (signed === null) return
  const [year = ''] = (gifts[0]?.on ?? '').split('-')
  const none = { kind: null, month: null, department: null, isUnsigned: 0, isUnbooked: 0, search: '' } as const
  signGifts(db, { ids: giftQueries(db).ids.all({ ...none, year, batchId }), signedOn: signed, receivedBy: null })
}

/** The last two festivals, goods bought by the employer. */
function addFestivals(db: BranchDatabase, today: Day, active: readonly MemberId[]): void {
  const year = today.slice(0, 4)
  const past = [String(Number(year) - 1), year]
    .flatMap((one) => festivalsOf(one).map((found) => ({ ...found, year: one })))
    .filter(({ on }) => addDays(on, -3) < today && on >= addDays(today, -365))
  const chosen = past.filter(({ festival }) => festival === 'springFestival' || festival === 'midAutumn')
  for (const { festival, on, year: of } of chosen) {
    const occasion = occasionOfFestival(of, festival)
    const given = addDays(on, -3)
    give(
      db,
      occasion,
      active.map((memberId) =>
        gift({
          memberId,
          kind: kindOfFestival(festival),
          occasion,
          on: given,
          form: 'goods',
          goods: '米面油一份',
          amount: 20_000,
          paidBy: '示例机械有限公司（虚构）',
        }),
      ),
      given,
      null,
    )
  }
}

function addBirthdays(db: BranchDatabase, month: Month, opens: Day, members: readonly MemberId[]): void {
  const occasion = occasionOfBirthdays(month)
  const { from: on, until } = daysOfMonth(month)
  const born = members.filter(
    (memberId) => memberQueries(db).get.get(memberId)?.birthDate?.slice(5, 7) === month.slice(5),
  )
  const paidBy = old(on, opens)
  give(
    db,
    occasion,
    born.map((memberId) =>
      gift({ memberId, kind: 'birthday', occasion, on, form: 'cakeVoucher', amount: 20_000, paidBy }),
    ),
    until,
    paidBy === null ? on : null,
  )
}

/** What befell some members, with a visit. */
function addOccasions(db: BranchDatabase, today: Day, active: readonly MemberId[]): void {
  const ago = (days: number) => addDays(today, -days)
  const [first, second, third, fourth, fifth] = active.slice(40, 45)
  if (!first || !second || !third || !fourth || !fifth) return
  const visit = { form: 'transfer', paidBy: '示例：开账以前的旧账' } as const
  give(
    db,
    '生病住院慰问',
    [
      gift({
        ...visit,
        memberId: first,
        kind: 'hospital',
        on: ago(200),
        occasion: '示例：阑尾手术住院',
        note: '示例：主席和小组长到医院探望',
        amount: 80_000,
      }),
    ],
    ago(199),
    null,
  )
  give(
    db,
    '父母去世慰问',
    [gift({ ...visit, memberId: second, kind: 'parentDeath', on: ago(120), amount: 80_000 })],
    ago(118),
    null,
  )
  give(
    db,
    '结婚慰问',
    [
      gift({
        memberId: third,
        kind: 'marriage',
        on: ago(75),
        form: 'goods',
        goods: '示例：床上用品',
        amount: 50_000,
        paidBy: visit.paidBy,
      }),
    ],
    ago(70),
    null,
  )
  give(
    db,
    '生育慰问',
    [gift({ memberId: fourth, kind: 'birth', on: ago(20), form: 'goods', goods: '示例：婴儿用品', amount: 50_000 })],
    null,
    null,
  )
  give(
    db,
    '生病住院慰问',
    [gift({ memberId: fifth, kind: 'hospital', on: ago(5), form: 'cash', occasion: '示例：骨折住院', amount: 60_000 })],
    null,
    null,
  )
}
