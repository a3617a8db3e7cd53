import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries } from '../../../../db/queries/dues/charges'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import type { RuleEffect, RuleExample, RulePreview, RuleToPreview } from '../../../../shared/contract/dues/rules'
import { ruleEffectSchema } from '../../../../shared/contract/dues/rules'
import type { Month } from '../../../../shared/model/date'
import type { DueOfMonth } from '../../../../shared/model/dues-charge'
import {
  memberClassSchema,
  type DuesFormula,
  type DuesRule,
  type MemberClass,
} from '../../../../shared/model/dues-rule'
import { duesRuleIdSchema, newId, type MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { addMonths } from '../../../../shared/rules/date'
import { planMonths, type ChargedMember } from '../../../../shared/rules/dues/charging'
import { ruleOfMonth } from '../../../../shared/rules/dues/validity'
import { membersToCharge, type MemberToCharge } from '../charges/members'
import { Turn } from '../../turn'

/** Members reckoned together. */
const MEMBERS_A_STEP = 200
/** Members of each class shown as examples. */
const EXAMPLES_A_CLASS = 2
/** Members found by a search that are shown. */
const FOUND_SHOWN = 20

interface Reckoned {
  readonly memberId: MemberId
  readonly pinyin: string
  readonly memberClass: MemberClass
  readonly effect: RuleEffect
  readonly before: number
  readonly after: number
}

/** How members' dues of a month are reckoned by the rule that holds now and by one being made. */
class Comparison {
  readonly present: DuesRule | null
  readonly #made: DuesRule

  constructor(
    db: BranchDatabase,
    formula: DuesFormula,
    private readonly month: Month,
  ) {
    this.present = ruleOfMonth(duesRuleQueries(db).all(), month)
    const id = newId(duesRuleIdSchema)
    this.#made = { id, formula, validFrom: month, validUntil: null, decision: null, decidedOn: null }
  }

  /** Null for who is no member in the month by either rule. */
  of(member: MemberToCharge): RuleExample | null {
    const [before, after] = [this.#dueOf(member, this.present), this.#dueOf(member, this.#made)]
    if (!isMember(after) && (before.kind === 'noRule' || !isMember(before))) return null
    const { memberId, name, department } = member
    return {
      memberId,
      name,
      department,
      memberClass: this.#classOf(member),
      before,
      after,
      effect: effectOf(before, after),
    }
  }

  read(db: BranchDatabase, memberIds: readonly MemberId[]): MemberToCharge[] {
    return membersToCharge(db, memberIds, [this.#monthBy(this.#made)])
  }

  #monthBy(rule: DuesRule | null) {
    return { month: this.month, next: addMonths(this.month, 1), rule, isEarlier: false }
  }

  /** What is charged already is left aside: a rule is compared for whole months. */
  #dueOf(member: ChargedMember, rule: DuesRule | null): DueOfMonth {
    const [planned] = planMonths([this.#monthBy(rule)], { ...member, charged: new Map() })
    return planned?.due ?? { kind: 'noRule' }
  }

  #classOf(member: MemberToCharge): MemberClass {
    const due = this.#dueOf(member, { ...this.#made, formula: { ...this.#made.formula, classes: [everybody] } })
    if (due.kind === 'none' && due.why === 'kept') return 'kept'
    return member.bases.findLast(({ validFrom }) => validFrom <= this.month)?.memberClass ?? 'regular'
  }
}

/** Tells kept members: of them alone a rule for everybody says nothing. */
const everybody: DuesFormula['classes'][number] = {
  memberClass: 'regular',
  payItems: [],
  calculation: { kind: 'flat', amount: fenSchema.parse(1) },
  floor: null,
  cap: null,
}

function isMember(due: DueOfMonth): boolean {
  return due.kind !== 'none' || (due.why !== 'notMember' && due.why !== 'joining' && due.why !== 'leaving')
}

const amountOf = (due: DueOfMonth): Fen => (due.kind === 'due' ? due.amount : fenSchema.parse(0))

function effectOf(before: DueOfMonth, after: DueOfMonth): RuleEffect {
  if (after.kind === 'none' && (after.why === 'noPay' || after.why === 'noGrade')) return 'noBasis'
  const [old, made] = [amountOf(before), amountOf(after)]
  if (made === 0) return old === 0 ? 'nothing' : 'newlyNothing'
  if (old === 0) return 'newlyDue'
  return made === old ? 'same' : made > old ? 'more' : 'less'
}

/** What a rule would come to for all members, see the contract. */
export async function previewRule(db: BranchDatabase, rule: RuleToPreview): Promise<RulePreview> {
  const { present, members } = await reckon(db, rule)
  const classes = memberClassSchema.options.flatMap((memberClass) => {
    const own = members.filter((member) => member.memberClass === memberClass)
    if (own.length === 0) return []
    const effects = ruleEffectSchema.options.flatMap((effect) => {
      const count = own.filter((member) => member.effect === effect).length
      return count === 0 ? [] : [{ effect, members: count }]
    })
    return [{ memberClass, ...sumsOf(own), effects }]
  })
  return { present, classes, total: sumsOf(members) }
}

function sumsOf(members: readonly Reckoned[]) {
  return {
    members: members.length,
    before: fenSchema.parse(members.reduce((sum, { before }) => sum + before, 0)),
    after: fenSchema.parse(members.reduce((sum, { after }) => sum + after, 0)),
  }
}

/** See the contract. */
export async function ruleExamples(
  db: BranchDatabase,
  { formula, month }: RuleToPreview,
  query: string | null,
): Promise<RuleExample[]> {
  const comparison = new Comparison(db, formula, month)
  if (query === null) {
    const { members } = await reckon(db, { formula, month })
    const ids = memberClassSchema.options.flatMap((memberClass) =>
      typicalOf(members.filter((member) => member.memberClass === memberClass)),
    )
    return examplesOf(db, comparison, ids)
  }
  return examplesOf(db, comparison, duesRuleQueries(db).found.all({ query, limit: FOUND_SHOWN }))
}

/** Of a class first who pays, and among them those for whom most changes. */
function typicalOf(members: readonly Reckoned[]): MemberId[] {
  const change = ({ before, after }: Reckoned) => Math.abs(after - before)
  return members
    .toSorted((one, other) => Number(other.after > 0) - Number(one.after > 0) || change(other) - change(one))
    .slice(0, EXAMPLES_A_CLASS)
    .map(({ memberId }) => memberId)
}

/** See the contract. */
export async function affectedMembers(
  db: BranchDatabase,
  {
    formula,
    month,
    memberClass,
    effect,
    offset,
    limit,
  }: RuleToPreview & Page & { readonly memberClass: MemberClass | null; readonly effect: RuleEffect | null },
): Promise<{ total: number; rows: RuleExample[] }> {
  const { members } = await reckon(db, { formula, month })
  const ids = members
    .filter(
      (member) =>
        (memberClass === null || member.memberClass === memberClass) && (effect === null || member.effect === effect),
    )
    .map(({ memberId }) => memberId)
  const shown = ids.slice(offset, offset + limit)
  return { total: ids.length, rows: examplesOf(db, new Comparison(db, formula, month), shown) }
}

function examplesOf(db: BranchDatabase, comparison: Comparison, ids: readonly MemberId[]): RuleExample[] {
  const members = new Map(comparison.read(db, ids).map((member) => [member.memberId, member]))
  return ids.flatMap((id) => {
    const member = members.get(id)
    return (member === undefined ? null : comparison.of(member)) ?? []
  })
}

interface Reckoning {
  readonly present: DuesRule | null
  /** By name. */
  readonly members: readonly Reckoned[]
}

/** The last reckoning, which holds until something of the record changes or the rule is another one. */
const last = perDatabase(() => ({ key: '', reckoning: null as Promise<Reckoning> | null }))

function reckon(db: BranchDatabase, rule: RuleToPreview): Promise<Reckoning> {
  const kept = last(db)
  const key = JSON.stringify([chargeQueries(db).version.get() ?? 0, rule])
  if (kept.reckoning !== null && kept.key === key) return kept.reckoning
  const reckoning = reckonAll(db, rule)
  kept.key = key
  kept.reckoning = reckoning
  reckoning.catch(() => {
    if (kept.reckoning === reckoning) kept.reckoning = null
  })
  return reckoning
}

async function reckonAll(db: BranchDatabase, { formula, month }: RuleToPreview): Promise<Reckoning> {
  const comparison = new Comparison(db, formula, month)
  const turn = new Turn()
  const members: Reckoned[] = []
  const memberIds = chargeQueries(db).memberIds.all()
  for (let start = 0; start < memberIds.length; start += MEMBERS_A_STEP) {
    for (const member of comparison.read(db, memberIds.slice(start, start + MEMBERS_A_STEP))) {
      const found = comparison.of(member)
      if (found === null) continue
      const { memberId, memberClass, effect, before, after } = found
      const { pinyin } = member
      members.push({ memberId, pinyin, memberClass, effect, before: amountOf(before), after: amountOf(after) })
    }
    await turn.pass()
  }
  return { present: comparison.present, members: members.sort(byName) }
}

function byName(one: Reckoned, other: Reckoned): number {
  if (one.pinyin !== other.pinyin) return one.pinyin < other.pinyin ? -1 : 1
  return one.memberId < other.memberId ? -1 : 1
}
