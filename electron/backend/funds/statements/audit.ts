import type { BranchDatabase } from '../../../../db/branch-database'
import { splitQueries } from '../../../../db/queries/funds/splits'
import { statementQueries } from '../../../../db/queries/funds/statements'
import type { Audit } from '../../../../shared/contract/funds/statements'
import { monthSchema, type Day } from '../../../../shared/model/date'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { addMonths, monthOf } from '../../../../shared/rules/date'
import { monthsOfYear } from '../../../../shared/rules/dues/register'
import { RETAINED_SHARE } from '../../../../shared/rules/funds/chart'
import { contributionOf, splitByShares, splitRuleOn } from '../../../../shared/rules/funds/split'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { statementOf } from './statement'

/** What the audit committee looks at in a year, see the contract. */
export function auditOf(db: BranchDatabase, year: string, today: Day): Audit {
  const queries = statementQueries(db)
  const days = daysOfYear(year)
  const january = monthSchema.parse(`${year}-01`)
  const statement = statementOf(db, { from: january, until: addMonths(january, 11) })
  const zero = fenSchema.parse(0)
  const charged = new Map(queries.charged.all({ year }).map(({ month, amount }) => [month, amount]))
  const received = new Map(queries.received.all(days).map(({ month, amount }) => [month, amount]))
  return {
    year,
    statement,
    overLimit: queries.overLimit.all(days),
    withoutAttachment: queries.withoutAttachment.all(days),
    voided: queries.voided.all(days),
    reversals: queries.reversals.all(days),
    reopened: queries.reopened.all({ year }),
    dues: monthsOfYear(year).map((month) => ({
      month,
      charged: charged.get(month) ?? zero,
      received: received.get(month) ?? zero,
    })),
    retained: {
      received: retainedOf(statement),
      ...expectedShare(db, year, today),
    },
  }
}

function retainedOf({ accounts }: Audit['statement']): Fen {
  const rows = accounts.flatMap((account) => account.rows)
  return (
    rows.find(({ category, subcategory }) => category === RETAINED_SHARE && subcategory === null)?.amount ??
    fenSchema.parse(0)
  )
}

/** The share of the 2 % that would be due on the pay of the present members, for the months of the year so far. */
function expectedShare(
  db: BranchDatabase,
  year: string,
  today: Day,
): Pick<Audit['retained'], 'expected' | 'pay' | 'months'> {
  const present = monthOf(today)
  const last = monthSchema.parse(`${year}-12`) < present ? monthSchema.parse(`${year}-12`) : present
  const months = last < `${year}-01` ? 0 : Number(last.slice(5))
  const pay = statementQueries(db).pay.get({ month: last }) ?? fenSchema.parse(0)
  const rules = splitQueries(db).list()
  let expected: number | null = null
  for (let month = monthSchema.parse(`${year}-01`); month <= last; month = addMonths(month, 1)) {
    const rule = splitRuleOn(rules, `${month}-01`)
    if (rule === null) continue
    const shares = splitByShares(contributionOf(pay), rule.shares)
    expected = (expected ?? 0) + (shares.find(({ level }) => level === rule.ownLevel)?.amount ?? 0)
  }
  return { expected: expected === null ? null : fenSchema.parse(expected), pay, months }
}
