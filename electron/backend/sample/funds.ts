import type { BranchDatabase } from '../../../db/branch-database'
import { splitPresets } from '../../../shared/codes/funds'
import type { FundEntryInput } from '../../../shared/contract/funds/book'
import { daySchema, type Day } from '../../../shared/model/date'
import type { ActivityId, MemberId } from '../../../shared/model/id'
import type { LimitItem } from '../../../shared/model/limit-item'
import { fenSchema } from '../../../shared/model/money'
import { addDays } from '../../../shared/rules/date'
import { RETAINED_SHARE } from '../../../shared/rules/funds/chart'
import { setBudget } from '../funds/budget/set-budget'
import { postEntry } from '../funds/book/post'
import { adoptLimits } from '../funds/limits/adopt'
import { addSplit } from '../funds/splits/add-split'

/** Whose costs stand in the book. */
export interface SampleActivities {
  readonly sports: ActivityId
  readonly lecture: ActivityId
}

const EMPLOYER = '示例机械有限公司（虚构）'
const DECISION = '示例：第三届工会委员会第四次会议'
const ITEMS: readonly LimitItem[] = [
  'festival',
  'birthday',
  'marriage',
  'birth',
  'hospital',
  'familyDeath',
  'retirement',
]

/** A book of both accounts, the year's budget, the split of the 2 % and the limits gone by. */
export async function addSampleFunds(
  db: BranchDatabase,
  today: Day,
  members: readonly MemberId[],
  activities: SampleActivities,
): Promise<void> {
  // Money moved in the two months before as well, so early in a year the book begins with the year before.
  const opens = daySchema.parse(`${addDays(today, -60).slice(0, 4)}-01-01`)
  addSampleSplit(db, opens)
  adoptLimits(db, { table: 'anhui-2018', items: ITEMS, from: opens })
  adoptLimits(db, { table: 'zjsu-2024', items: ['outing', 'outingMeals', 'outingSupplies'], from: opens })
  addSampleBudget(db, today)
  for (const entry of entriesOf(today, opens, members, activities)) await postEntry(db, entry, today)
}

function addSampleSplit(db: BranchDatabase, validFrom: Day): void {
  const preset = splitPresets.find(({ key }) => key === 'sixtyForty')
  if (preset === undefined) throw new Error('No such split')
  const { shares, ownLevel, source } = preset
  addSplit(db, { region: '示例市', validFrom, validUntil: null, shares: [...shares], ownLevel, source })
}

function addSampleBudget(db: BranchDatabase, today: Day): void {
  const year = today.slice(0, 4)
  const income = (category: string, amount: number) => lineOf('income', category, null, amount)
  const spending = (category: string, subcategory: string | null, amount: number) =>
    lineOf('spending', category, subcategory, amount)
  setBudget(db, {
    year,
    account: 'funds',
    note: null,
    lines: [
      income(RETAINED_SHARE, 32_000_000),
      income('上级补助收入', 1_000_000),
      spending('职工活动支出', '会员活动', 18_000_000),
      spending('职工活动支出', '文体活动', 5_000_000),
      spending('职工活动支出', '职工教育', 2_000_000),
      spending('职工服务支出', null, 4_000_000),
      spending('业务支出', '会议费', 300_000),
    ],
  })
  setBudget(db, {
    year,
    account: 'dues',
    note: null,
    lines: [income('会费收入', 3_000_000), spending('职工活动支出', '会员活动', 2_500_000)],
  })
}

function lineOf(direction: 'income' | 'spending', category: string, subcategory: string | null, amount: number) {
  return { direction, category, subcategory, amount: fenSchema.parse(amount) }
}

/** The book in the order of its days. */
function entriesOf(
  today: Day,
  opens: Day,
  members: readonly MemberId[],
  { sports, lecture }: SampleActivities,
): FundEntryInput[] {
  const ago = (days: number) => addDays(today, -days)
  // Those whose membership ended or is kept elsewhere are given nothing.
  const active = members.filter((_, index) => index % 20 !== 7)
  const opening = { direction: 'opening', on: opens, category: null, summary: '示例：上年结余' } as const
  const share = { direction: 'income', category: RETAINED_SHARE, counterpart: EMPLOYER } as const
  const event = { direction: 'spending', category: '职工活动支出' } as const
  const gift = { ...event, subcategory: '会员活动', signOff: '示例：签收表' } as const
  return [
    booked({ ...opening, amount: 4_200_000 }),
    booked({ ...opening, account: 'dues', amount: 600_000 }),
    booked({ ...share, on: ago(50), amount: 2_688_000, summary: '示例：拨缴经费留成 60%' }),
    booked({
      direction: 'income',
      on: ago(44),
      category: '上级补助收入',
      subcategory: '专项补助',
      amount: 500_000,
      summary: '示例：送温暖专项补助',
      counterpart: '示例市云溪区总工会',
    }),
    booked({
      ...event,
      on: ago(39),
      subcategory: '文体活动',
      amount: 368_000,
      summary: '示例：羽毛球赛场地和奖品',
      activityId: sports,
      invoice: '示例发票 0001',
    }),
    booked({
      ...gift,
      on: ago(31),
      summary: '示例：会员结婚慰问',
      form: 'transfer',
      ...given(active.slice(14, 15), 'marriage', 60_000),
    }),
    booked({
      ...gift,
      on: ago(25),
      summary: '示例：节日慰问品',
      form: 'goods',
      counterpart: '示例超市',
      invoice: '示例发票 0002',
      ...given(active, 'festival', 20_000),
    }),
    booked({ ...share, on: ago(20), amount: 2_712_000, summary: '示例：拨缴经费留成 60%' }),
    booked({
      direction: 'spending',
      on: ago(18),
      category: '业务支出',
      subcategory: '会议费',
      amount: 48_000,
      summary: '示例：会员代表会议材料印制',
      counterpart: '示例图文店',
    }),
    booked({
      ...gift,
      on: ago(15),
      summary: '示例：会员生日蛋糕券',
      form: 'cakeVoucher',
      counterpart: '示例蛋糕店',
      ...given(active.slice(20, 28), 'birthday', 30_000),
    }),
    booked({
      direction: 'spending',
      on: ago(9),
      category: '职工服务支出',
      summary: '示例：会员住院慰问',
      form: 'transfer',
      overLimitReason: '示例：大病手术，委员会讨论同意提高',
      ...given(active.slice(33, 34), 'hospital', 150_000),
    }),
    booked({
      ...event,
      account: 'dues',
      on: ago(6),
      subcategory: '会员活动',
      amount: 36_000,
      summary: '示例：第二小组读书活动',
    }),
    booked({
      ...event,
      on: ago(2),
      subcategory: '职工教育',
      amount: 120_000,
      summary: '示例：健康讲座讲课费',
      activityId: lecture,
    }),
    booked({ direction: 'income', on: today, category: '其他收入', amount: 3218, summary: '示例：银行存款利息' }),
  ]
}

type Booked = Pick<FundEntryInput, 'direction' | 'on' | 'category' | 'summary'> &
  Partial<Omit<FundEntryInput, 'amount'>> & { readonly amount: number }

/** An entry of the funds account unless another is said; decided where money is spent. */
function booked({ amount, ...entry }: Booked): FundEntryInput {
  return {
    account: 'funds',
    subcategory: null,
    counterpart: null,
    activityId: null,
    form: null,
    decision: entry.direction === 'spending' ? DECISION : null,
    invoice: null,
    signOff: null,
    overLimitReason: null,
    note: null,
    shares: [],
    attachments: [],
    ...entry,
    amount: fenSchema.parse(amount),
  }
}

/** The same for each, and what it comes to. */
function given(memberIds: readonly MemberId[], item: LimitItem, each: number) {
  const amount = fenSchema.parse(each)
  return { amount: each * memberIds.length, shares: memberIds.map((memberId) => ({ memberId, item, amount })) }
}
