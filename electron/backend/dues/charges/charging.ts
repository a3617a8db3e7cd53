import type { BranchDatabase } from '../../../../db/branch-database'
import { duesQueries, type MemberOfMonth } from '../../../../db/queries/dues'
import { exemptionSchema, type Exemption, type MonthSummary } from '../../../../shared/contract/dues/charges'
import { failure } from '../../../../shared/contract/errors'
import { now, type Month } from '../../../../shared/model/date'
import type { DuesRule } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { addMonths } from '../../../../shared/rules/date'
import { dueAmount, leastWage, ruleOfMonth } from '../../../../shared/rules/dues/formula'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { writeRows } from '../../write-rows'

/** What a month charged, what it still would charge and whom it leaves out. */
export function monthSummary(db: BranchDatabase, month: Month): MonthSummary {
  const queries = duesQueries(db)
  const { rule, parameters } = ofMonth(db, month)
  const groups = queries.monthGroups.all(parameters)
  const toCharge = { members: 0, amount: 0 }
  const exempt = new Map<Exemption, number>()
  for (const { exemption, wage, members } of groups) {
    if (exemption !== null) exempt.set(exemption, (exempt.get(exemption) ?? 0) + members)
    else if (rule !== null) {
      toCharge.members += members
      toCharge.amount += members * amountDue(rule, wage)
    }
  }
  return {
    month,
    rule,
    charged: queries.charged.get(month) ?? { members: 0, amount: fenSchema.parse(0) },
    toCharge: { members: toCharge.members, amount: fenSchema.parse(toCharge.amount) },
    exempt: exemptionSchema.options.flatMap((exemption) => {
      const members = exempt.get(exemption)
      return members === undefined ? [] : [{ exemption, members }]
    }),
    received: queries.received.get({ month }) ?? { payments: 0, amount: fenSchema.parse(0) },
  }
}

/** One page of the members that an exemption leaves out of a month or, with null, that a charge run would charge. */
export function monthPreview(
  db: BranchDatabase,
  { month, exemption, offset, limit }: Page & { readonly month: Month; readonly exemption: Exemption | null },
): { total: number; rows: (MemberOfMonth & { amount: Fen | null })[] } {
  const queries = duesQueries(db)
  const { rule, parameters } = ofMonth(db, month)
  if (rule === null && exemption === null) return { total: 0, rows: [] }
  const rows = queries.monthMembers.all({ ...parameters, exemption, offset, limit })
  return {
    total: queries.monthMemberCount.get({ ...parameters, exemption }) ?? 0,
    rows: rows.map((row) => ({
      ...row,
      amount: rule === null || row.exemption !== null ? null : amountDue(rule, row.wage),
    })),
  }
}

/** Charges a month, see the contract. */
export async function chargeMonth(
  db: BranchDatabase,
  month: Month,
): Promise<{ batchId: BatchId; members: number; amount: Fen }> {
  const { rule, parameters } = ofMonth(db, month)
  if (rule === null) throw failure('NO_DUES_RULE', { month })
  const chargeable = duesQueries(db).chargeable.all(parameters)
  if (chargeable.length === 0) throw failure('NOTHING_TO_CHARGE')
  const charges = chargeable.map(({ memberId, wage }) => ({ memberId, amount: amountDue(rule, wage) }))
  const recordedAt = now()
  const { insertEntry } = duesQueries(db)
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
  const rule = ruleOfMonth(duesQueries(db).rules(), month)
  const least = rule?.formula.kind === 'rate' ? leastWage(rule.formula) : null
  return { rule, parameters: { month, next: addMonths(month, 1), leastWage: least } }
}

/** The due amount of somebody whom the queries hold to be chargeable. */
function amountDue(rule: DuesRule, wage: Fen | null): Fen {
  const amount = dueAmount(rule.formula, wage)
  if (amount === null) throw new Error('A member without dues is not exempt')
  return amount
}
