import type { BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries } from '../../../../db/queries/dues/charges'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { paymentQueries } from '../../../../db/queries/dues/payments'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import {
  exemptionSchema,
  type Exemption,
  type MemberOfMonth,
  type MonthSummary,
} from '../../../../shared/contract/dues/charges'
import { failure } from '../../../../shared/contract/errors'
import { now, type Month } from '../../../../shared/model/date'
import { duesBasisSchema, type DuesResult, type DuesRule } from '../../../../shared/model/dues-rule'
import { duesEntryIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { addMonths } from '../../../../shared/rules/date'
import { duesOf, type DuesSubject } from '../../../../shared/rules/dues/formula'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { ruleOfMonth } from '../../../../shared/rules/dues/validity'
import { writeRows } from '../../write-rows'

/** What a member's dues of a month follow from, as the queries answer it. */
type Subject = Omit<DuesSubject, 'pay'> & {
  readonly exemption: Exemption | null
  readonly pay: string | null
}

/** What a month charged, what it still would charge and whom it leaves out. */
export function monthSummary(db: BranchDatabase, month: Month): MonthSummary {
  const { rule, parameters } = ofMonth(db, month)
  const toCharge = { members: 0, amount: 0 }
  const exempt = new Map<Exemption, number>()
  for (const subject of chargeQueries(db).subjects.all(parameters)) {
    const { exemption, amount } = outcome(rule, subject)
    if (exemption !== null) exempt.set(exemption, (exempt.get(exemption) ?? 0) + subject.members)
    else if (amount !== null) {
      toCharge.members += subject.members
      toCharge.amount += subject.members * amount
    }
  }
  return {
    month,
    rule,
    charged: chargeQueries(db).charged.get(month) ?? { members: 0, amount: fenSchema.parse(0) },
    toCharge: { members: toCharge.members, amount: fenSchema.parse(toCharge.amount) },
    exempt: exemptionSchema.options.flatMap((exemption) => {
      const members = exempt.get(exemption)
      return members === undefined ? [] : [{ exemption, members }]
    }),
    received: paymentQueries(db).received.get({ month }) ?? { payments: 0, amount: fenSchema.parse(0) },
  }
}

/** One page of the members that an exemption leaves out of a month or, with null, that a charge run would charge. */
export function monthPreview(
  db: BranchDatabase,
  { month, exemption, offset, limit }: Page & { readonly month: Month; readonly exemption: Exemption | null },
): { total: number; rows: MemberOfMonth[] } {
  const rows = membersOf(db, month).filter((row) =>
    exemption === null ? row.amount !== null : row.exemption === exemption,
  )
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}

/** Charges a month, see the contract. */
export async function chargeMonth(
  db: BranchDatabase,
  month: Month,
): Promise<{ batchId: BatchId; members: number; amount: Fen }> {
  const { rule } = ofMonth(db, month)
  if (rule === null) throw failure('NO_DUES_RULE', { month })
  const charges = membersOf(db, month).flatMap(({ memberId, amount }) =>
    amount === null ? [] : [{ memberId, amount }],
  )
  if (charges.length === 0) throw failure('NOTHING_TO_CHARGE')
  const recordedAt = now()
  const { insertEntry } = duesEntryQueries(db)
  const batchId = await writeRows(db, { kind: 'charge', title: month }, charges, (charge, id) =>
    insertEntry({
      ...charge,
      id: newId(duesEntryIdSchema),
      kind: 'charge',
      month,
      ruleId: rule.id,
      method: null,
      paidOn: null,
      chosenMonths: null,
      bookedOn: null,
      payrollListId: null,
      handOverId: null,
      reversesId: null,
      batchId: id,
      note: null,
      recordedAt,
    }),
  )
  return { batchId, members: charges.length, amount: sumOf(charges) }
}

function ofMonth(db: BranchDatabase, month: Month) {
  const rule = ruleOfMonth(duesRuleQueries(db).all(), month)
  return { rule, parameters: { month, next: addMonths(month, 1) } }
}

function membersOf(db: BranchDatabase, month: Month): MemberOfMonth[] {
  const { rule, parameters } = ofMonth(db, month)
  return chargeQueries(db)
    .members.all(parameters)
    .map((member) => {
      const { memberId, name, department, wage } = member
      return { memberId, name, department, wage, ...outcome(rule, member) }
    })
}

/** What the month charges, or why it charges nothing; neither where no rule holds. */
function outcome(rule: DuesRule | null, subject: Subject): Pick<MemberOfMonth, 'exemption' | 'amount'> {
  const { exemption, pay } = subject
  if (exemption !== null || rule === null) return { exemption, amount: null }
  const result = duesOf(rule.formula, {
    ...subject,
    pay: pay === null ? {} : duesBasisSchema.shape.pay.parse(JSON.parse(pay)),
  })
  return result.kind === 'due'
    ? { exemption: null, amount: result.amount }
    : { exemption: exemptionOf(result.why), amount: null }
}

function exemptionOf(why: Extract<DuesResult, { kind: 'none' }>['why']): Exemption {
  switch (why) {
    case 'kept':
    case 'exemptClass':
      return 'kept'
    case 'noPay':
    case 'noGrade':
    case 'nothing':
      return 'noWage'
  }
}
