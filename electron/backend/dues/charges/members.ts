import type { BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries } from '../../../../db/queries/dues/charges'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import type { ChargePeriod } from '../../../../shared/contract/dues/charges'
import type { Month } from '../../../../shared/model/date'
import { duesBasisSchema } from '../../../../shared/model/dues-rule'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { addMonths, monthsBetween } from '../../../../shared/rules/date'
import { MONTHS_LOOKED_BACK, type ChargedMember, type MonthToCharge } from '../../../../shared/rules/dues/charging'
import { ruleOfMonth } from '../../../../shared/rules/dues/validity'

/** The months of a period, led by the earlier ones for which anybody was charged. */
export function monthsToCharge(db: BranchDatabase, { from, until }: ChargePeriod): MonthToCharge[] {
  const rules = duesRuleQueries(db).all()
  const { isCharged } = chargeQueries(db)
  const first = addMonths(from, -MONTHS_LOOKED_BACK)
  return monthsBetween(first, until)
    .filter((month) => month >= from || isCharged.get(month) === 1)
    .map((month) => ({ month, next: addMonths(month, 1), rule: ruleOfMonth(rules, month), isEarlier: month < from }))
}

export interface MemberToCharge extends ChargedMember {
  readonly memberId: MemberId
  readonly name: string
  /** Sorts names as a dictionary does. */
  readonly pinyin: string
  readonly department: string | null
}

/** What the charges of members follow from, in no order. */
export function membersToCharge(
  db: BranchDatabase,
  memberIds: readonly MemberId[],
  months: readonly MonthToCharge[],
): MemberToCharge[] {
  const [first, last] = [months.at(0), months.at(-1)]
  if (first === undefined || last === undefined) return []
  const { members, events, bases, exemptions, chargedOfMembers } = chargeQueries(db)
  const ids = JSON.stringify(memberIds)
  const found = members.all({ ids }).map((member) => ({
    ...member,
    events: pushedTo<ChargedMember['events'][number]>(),
    bases: pushedTo<ChargedMember['bases'][number]>(),
    exemptions: pushedTo<ChargedMember['exemptions'][number]>(),
    charged: new Map<Month, Fen>(),
  }))
  const byId = new Map(found.map((member) => [member.memberId, member]))
  for (const event of events.all({ ids })) byId.get(event.memberId)?.events.push(event)
  for (const { pay, ...basis } of bases.all({ ids })) {
    byId.get(basis.memberId)?.bases.push({ ...basis, pay: duesBasisSchema.shape.pay.parse(JSON.parse(pay)) })
  }
  for (const exemption of exemptions.all({ ids })) byId.get(exemption.memberId)?.exemptions.push(exemption)
  for (const { memberId, month, amount } of chargedOfMembers.all({ ids, from: first.month, until: last.month })) {
    byId.get(memberId)?.charged.set(month, amount)
  }
  return found
}

function pushedTo<Item>(): Item[] {
  return []
}
