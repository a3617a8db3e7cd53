import type { ActivityBudget, ActivityType, BudgetItem, MoneySource } from '../../model/activity'
import type { Day } from '../../model/date'
import type { FundAccount, SpendingLimit } from '../../model/fund'
import type { LimitItem } from '../../model/limit-item'
import { fenSchema, type Fen } from '../../model/money'
import { daysBetween } from '../date'
import { limitsOf } from '../funds/limits'
import { costPerHead } from './per-head'

/** What the whole of an activity counts against, by its type. */
const itemOfType: Readonly<Partial<Record<ActivityType, LimitItem>>> = {
  outing: 'outing',
  women: 'womensDay',
  recuperation: 'recuperation',
  festival: 'festival',
}

/** What a part of an outing counts against besides. */
const itemOfPart: Readonly<Partial<Record<BudgetItem, LimitItem>>> = {
  meals: 'outingMeals',
  supplies: 'outingSupplies',
}

/** Money of others than the union is not bound by the limits of its spending. */
const unionMoney: readonly MoneySource[] = ['dues', 'funds']

export interface Spent {
  readonly item: BudgetItem
  readonly source: MoneySource
  readonly amount: Fen
}

export interface BudgetPlan {
  readonly type: ActivityType
  readonly startsOn: Day
  readonly endsOn: Day
  readonly perHead: Fen | null
}

/** How the spending on each head stands against a limit, or against the activity's own standard. */
export interface BudgetCheck {
  /** Null for the standard of the activity itself. */
  readonly limit: SpendingLimit | null
  readonly perHead: Fen
  /** Of a limit per day for several days: that of all of them. */
  readonly allowed: Fen
  /** By how much it is passed; 0 while it is not. */
  readonly over: Fen
}

export function totalOf(lines: readonly Pick<Spent, 'amount'>[]): Fen {
  return fenSchema.parse(lines.reduce((sum, { amount }) => sum + amount, 0))
}

/**
 * How what is spent stands against the limits in force on the first day and the activity's own standard, limits
 * first. Without amounts the standard itself is what each head will cost. @param heads how many share the cost
 */
export function budgetChecks(
  { type, startsOn, endsOn, perHead }: BudgetPlan,
  lines: readonly Spent[],
  heads: number,
  limits: readonly SpendingLimit[],
): BudgetCheck[] {
  const days = daysBetween(startsOn, endsOn) + 1
  const bound = lines.filter(({ source }) => unionMoney.includes(source))
  const check = (limit: SpendingLimit | null, spent: Fen, allowed: number): BudgetCheck => ({
    limit,
    perHead: spent,
    allowed: fenSchema.parse(allowed),
    over: fenSchema.parse(Math.max(0, spent - allowed)),
  })
  const against = (item: LimitItem, spent: Fen | null): BudgetCheck[] =>
    spent === null
      ? []
      : limitsOf(limits, item, startsOn).map((limit) =>
          check(limit, spent, limit.per === 'day' ? limit.amount * days : limit.amount),
        )
  const whole = itemOfType[type]
  const spent = lines.length === 0 ? perHead : costPerHead(totalOf(bound), heads)
  const checks = whole === undefined ? [] : against(whole, spent)
  if (type === 'outing') {
    for (const [part, item] of Object.entries(itemOfPart)) {
      const own = bound.filter((line) => line.item === part)
      if (own.length > 0) checks.push(...against(item, costPerHead(totalOf(own), heads)))
    }
  }
  const all = costPerHead(totalOf(lines), heads)
  return perHead === null || lines.length === 0 || all === null ? checks : [...checks, check(null, all, perHead)]
}

/** Whether a limit is passed, so that a reason has to be written down; the activity's own standard only warns. */
export function isOverLimit(checks: readonly BudgetCheck[]): boolean {
  return checks.some(({ limit, over }) => limit !== null && over > 0)
}

/** How many may win a prize: no more than two thirds of those who take part. */
export function prizesFor(heads: number): number {
  return Math.floor((heads * 2) / 3)
}

const words: readonly (readonly [BudgetItem, RegExp])[] = [
  ['transport', /交通|租车|包车|车费|车辆|车票|客运|油费/],
  ['tickets', /门票|票务|影票|入园/],
  ['meals', /餐|伙食|饭|茶歇/],
  ['lecturer', /讲课|讲师|师资|课酬|授课|专家/],
  ['venue', /场地|场租|场馆|会场/],
  ['prizes', /奖/],
  ['lodging', /住宿|房费|酒店|宾馆/],
  ['insurance', /保险/],
  ['supplies', /用品|物资|材料|器材|服装|饮用水|矿泉水|纪念品|道具/],
]

/** The item that the words of an entry of the book speak of. */
function itemOfWords(text: string): BudgetItem | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

export interface Booked {
  readonly account: FundAccount
  readonly summary: string
  readonly subcategory: string | null
  readonly invoice: string | null
  readonly amount: Fen
}

export type SettledLine = Pick<ActivityBudget, 'item' | 'source' | 'planned' | 'invoice' | 'note'> & {
  readonly actual: Fen | null
}

/**
 * The lines of a settlement as the book of funds suggests them: each entry goes to the line of its item and source, to
 * the only line there is, or makes one of its own. Lines that nothing was booked for stay without an actual amount.
 */
export function suggestedLines(
  planned: readonly Omit<SettledLine, 'actual'>[],
  booked: readonly Booked[],
): SettledLine[] {
  const lines: SettledLine[] = planned.map((line) => ({ ...line, actual: null }))
  for (const entry of booked) {
    const known = itemOfWords(`${entry.subcategory ?? ''} ${entry.summary}`)
    const sameSource = lines.filter(({ source }) => source === entry.account)
    const [only] = sameSource
    const item = known ?? (sameSource.length === 1 && only !== undefined ? only.item : 'other')
    const place = lines.findIndex((line) => line.item === item && line.source === entry.account)
    const line = lines[place]
    if (line === undefined) {
      lines.push({
        item,
        source: entry.account,
        planned: fenSchema.parse(0),
        actual: entry.amount,
        invoice: entry.invoice,
        note: null,
      })
    } else {
      lines[place] = {
        ...line,
        actual: fenSchema.parse((line.actual ?? 0) + entry.amount),
        invoice: line.invoice ?? entry.invoice,
      }
    }
  }
  // What was reversed leaves nothing to pay.
  return lines.map((line) => (line.actual !== null && line.actual < 0 ? { ...line, actual: null } : line))
}
