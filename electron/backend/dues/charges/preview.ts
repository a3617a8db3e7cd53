import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries } from '../../../../db/queries/dues/charges'
import { paymentQueries } from '../../../../db/queries/dues/payments'
import type { ChargeList, ChargePeriod, ChargePreview, PersonToCharge } from '../../../../shared/contract/dues/charges'
import type { Month } from '../../../../shared/model/date'
import { chargeGroupSchema, type ChargeGroup } from '../../../../shared/model/dues-charge'
import type { DuesRule } from '../../../../shared/model/dues-rule'
import type { DuesRuleId, MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import {
  addedBy,
  isUnusual,
  planMonths,
  spansOf,
  type MonthToCharge,
  type PlannedMonth,
} from '../../../../shared/rules/dues/charging'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { isMonthClosed } from '../../funds/closing/require-open-month'
import { Turn } from '../../turn'
import { membersToCharge, monthsToCharge, type MemberToCharge } from './members'

/** Members read together. */
const MEMBERS_A_STEP = 200

/** Who stands in a list of the preview, by name. */
interface Listed {
  readonly memberId: MemberId
  readonly amount: Fen
}

interface Plan {
  readonly months: readonly MonthToCharge[]
  readonly lists: ReadonlyMap<ChargeList, { readonly people: readonly Listed[]; readonly months: number }>
  /** Months in which a run would write. */
  readonly written: ReadonlySet<Month>
}

/** What a charge run of a period would do. */
export async function previewCharges(db: BranchDatabase, period: ChargePeriod): Promise<ChargePreview> {
  const { months, lists, written } = await planOf(db, period)
  const { charged } = chargeQueries(db)
  const own = months.filter(({ isEarlier }) => !isEarlier)
  const rules = new Map<DuesRuleId, DuesRule>()
  for (const { rule } of own) if (rule !== null) rules.set(rule.id, rule)
  return {
    ...period,
    rules: [...rules.values()],
    withoutRule: own.filter(({ rule }) => rule === null).map(({ month }) => month),
    closed: [...written].filter((month) => isMonthClosed(db, month)).sort(),
    lists: [...chargeGroupSchema.options, 'unusual' as const].flatMap((list) => {
      const found = lists.get(list)
      if (found === undefined) return []
      const { people, months: count } = found
      return [{ list, members: people.length, months: count, amount: sumOf(people) }]
    }),
    charged: charged.get(period) ?? { members: 0, amount: fenSchema.parse(0) },
    received: receivedIn(db, own),
  }
}

/** One page of a list of the preview, by name. */
export async function peopleToCharge(
  db: BranchDatabase,
  { list, offset, limit, ...period }: ChargePeriod & Page & { readonly list: ChargeList },
): Promise<{ total: number; rows: PersonToCharge[] }> {
  const { months, lists } = await planOf(db, period)
  const people = lists.get(list)?.people ?? []
  const ids = people.slice(offset, offset + limit).map(({ memberId }) => memberId)
  const members = new Map(membersToCharge(db, ids, months).map((member) => [member.memberId, member]))
  const allMonths = months.map(({ month }) => month)
  return {
    total: people.length,
    rows: ids.flatMap((id) => {
      const member = members.get(id)
      return member === undefined ? [] : [personOf(member, list, planMonths(months, member), allMonths)]
    }),
  }
}

/** Everybody in a list of the preview with what a run would add, by name. */
export async function amountsToCharge(
  db: BranchDatabase,
  { list, ...period }: ChargePeriod & { readonly list: ChargeList },
): Promise<Listed[]> {
  return [...((await planOf(db, period)).lists.get(list)?.people ?? [])]
}

function personOf(
  { memberId, name, department }: MemberToCharge,
  list: ChargeList,
  plan: readonly PlannedMonth[],
  allMonths: readonly Month[],
): PersonToCharge {
  const months = plan.filter((month) => isListed(month, list))
  return {
    memberId,
    name,
    department,
    amount: fenSchema.parse(months.reduce((sum, month) => sum + addedBy(month), 0)),
    spans: spansOf(months, allMonths),
  }
}

function isListed(month: PlannedMonth, list: ChargeList): boolean {
  return list === 'unusual' ? writes(month.group) && isUnusual(month.due) : month.group === list
}

function writes(group: ChargeGroup): boolean {
  return group === 'charge' || group === 'back' || group === 'difference'
}

function receivedIn(db: BranchDatabase, months: readonly MonthToCharge[]): ChargePreview['received'] {
  const received = months.flatMap(({ month }) => paymentQueries(db).received.get({ month }) ?? [])
  return {
    payments: received.reduce((sum, { payments }) => sum + payments, 0),
    amount: sumOf(received),
  }
}

/** Plans that hold until something of the record changes. */
const plans = perDatabase(() => ({ version: -1, known: new Map<string, Promise<Plan>>() }))

function planOf(db: BranchDatabase, period: ChargePeriod): Promise<Plan> {
  const kept = plans(db)
  const version = chargeQueries(db).version.get() ?? 0
  if (kept.version !== version) {
    kept.version = version
    kept.known.clear()
  }
  const key = `${period.from} ${period.until}`
  const plan = kept.known.get(key) ?? makePlan(db, period)
  kept.known.set(key, plan)
  plan.catch(() => kept.known.delete(key))
  return plan
}

async function makePlan(db: BranchDatabase, period: ChargePeriod): Promise<Plan> {
  const months = monthsToCharge(db, period)
  const turn = new Turn()
  const lists = new Map<ChargeList, { people: (Listed & { readonly pinyin: string })[]; months: number }>()
  const written = new Set<Month>()
  const memberIds = chargeQueries(db).memberIds.all()
  for (let start = 0; start < memberIds.length; start += MEMBERS_A_STEP) {
    for (const member of membersToCharge(db, memberIds.slice(start, start + MEMBERS_A_STEP), months)) {
      for (const [list, { amount, months: count }] of listsOf(planMonths(months, member), written)) {
        const { memberId, pinyin } = member
        const listed = lists.get(list) ?? { people: [], months: 0 }
        lists.set(list, listed)
        listed.people.push({ memberId, pinyin, amount: fenSchema.parse(amount) })
        listed.months += count
      }
    }
    await turn.pass()
  }
  return {
    months,
    written,
    lists: new Map(
      [...lists].map(([list, { people, months: count }]) => [
        list,
        {
          months: count,
          people: people.sort(byName).map(({ memberId, amount }) => ({ memberId, amount })),
        },
      ]),
    ),
  }
}

/** The lists in which a member stands, with months and amount; adds the months in which a run would write. */
function listsOf(
  plan: readonly PlannedMonth[],
  written: Set<Month>,
): Map<ChargeList, { amount: number; months: number }> {
  const lists = new Map<ChargeList, { amount: number; months: number }>()
  for (const month of plan) {
    if (writes(month.group)) written.add(month.month)
    for (const list of [month.group, 'unusual'] as const) {
      if (!isListed(month, list)) continue
      const { amount, months } = lists.get(list) ?? { amount: 0, months: 0 }
      lists.set(list, { amount: amount + addedBy(month), months: months + 1 })
    }
  }
  return lists
}

function byName(
  one: { readonly pinyin: string; readonly memberId: string },
  other: { readonly pinyin: string; readonly memberId: string },
): number {
  if (one.pinyin !== other.pinyin) return one.pinyin < other.pinyin ? -1 : 1
  return one.memberId < other.memberId ? -1 : 1
}
