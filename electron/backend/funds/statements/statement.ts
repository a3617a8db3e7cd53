import type { BranchDatabase } from '../../../../db/branch-database'
import { closingQueries } from '../../../../db/queries/funds/closing'
import { statementQueries, type CategorySum } from '../../../../db/queries/funds/statements'
import type {
  Statement,
  StatementAccount,
  StatementPeriod,
  StatementRow,
} from '../../../../shared/contract/funds/statements'
import { monthSchema, type Month } from '../../../../shared/model/date'
import { fundAccountSchema, type FundAccount } from '../../../../shared/model/fund'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { addMonths } from '../../../../shared/rules/date'
import { chartOn } from '../../../../shared/rules/funds/chart'
import { daysOfMonth } from '../../../../shared/rules/funds/year'

type Direction = StatementRow['direction']

const directions: readonly Direction[] = ['income', 'spending']

/** First day of the first month and last day of the last one. */
export function daysOfPeriod({ from, until }: StatementPeriod) {
  return { from: daysOfMonth(from).from, until: daysOfMonth(until).until }
}

/** The sums behind a column of the statement. */
class Column {
  constructor(private readonly sums: readonly CategorySum[]) {}

  /** Null where there is nothing; a null `subcategory` is the whole category. */
  of(account: FundAccount, direction: Direction, category: string | null, subcategory: string | null): Fen | null {
    const found = this.sums.filter(
      (sum) =>
        sum.account === account &&
        sum.direction === direction &&
        (category === null || sum.category === category) &&
        (subcategory === null || sum.subcategory === subcategory),
    )
    return found.length === 0 ? null : fenSchema.parse(found.reduce((total, { amount }) => total + amount, 0))
  }

  keys(account: FundAccount, direction: Direction): [category: string, subcategory: string | null][] {
    return this.sums.flatMap((sum) =>
      sum.account === account && sum.direction === direction && sum.category !== null
        ? [[sum.category, sum.subcategory]]
        : [],
    )
  }
}

/**
 * The planned amount of a category is its own line, or where it has none that of its items: the plan of a category holds
 * the items within it.
 */
class Plan {
  constructor(private readonly lines: readonly CategorySum[]) {}

  of(account: FundAccount, direction: Direction, category: string, subcategory: string | null): Fen | null {
    const lines = this.lines.filter(
      (line) => line.account === account && line.direction === direction && line.category === category,
    )
    const own = lines.find((line) => line.subcategory === subcategory)
    if (own !== undefined) return own.amount
    if (subcategory !== null || lines.length === 0) return null
    return fenSchema.parse(lines.reduce((sum, { amount }) => sum + amount, 0))
  }

  keys(account: FundAccount, direction: Direction): [category: string, subcategory: string | null][] {
    return this.lines.flatMap((line) =>
      line.account === account && line.direction === direction && line.category !== null
        ? [[line.category, line.subcategory]]
        : [],
    )
  }
}

/** Income and spending of a period in both accounts, see the contract. */
export function statementOf(db: BranchDatabase, period: StatementPeriod): Statement {
  const { sums, budget } = statementQueries(db)
  const { balancesBefore, latestClosed } = closingQueries(db)
  const year = period.until.slice(0, 4)
  const days = daysOfPeriod(period)
  const moved = sums.all(days)
  const columns = {
    amount: new Column(moved),
    soFar: new Column(sums.all(daysOfPeriod({ from: monthSchema.parse(`${year}-01`), until: period.until }))),
    lastYear: new Column(
      sums.all(daysOfPeriod({ from: addMonths(period.from, -12), until: addMonths(period.until, -12) })),
    ),
  }
  const plan = new Plan(budget.all({ year }))
  const before = balancesBefore.all(days.from)
  const order = orderOf(period.until)
  const zero = fenSchema.parse(0)

  function rowsOf(account: FundAccount, direction: Direction): StatementRow[] {
    const items = new Map<string, Set<string>>()
    for (const source of [...Object.values(columns), plan]) {
      for (const [category, subcategory] of source.keys(account, direction)) {
        const known = items.get(category) ?? new Set()
        items.set(category, known)
        if (subcategory !== null) known.add(subcategory)
      }
    }
    return [...items]
      .sort(([one], [other]) => order(one) - order(other))
      .flatMap(([category, subcategories]) =>
        [null, ...[...subcategories].sort()].map((subcategory) => ({
          direction,
          category,
          subcategory,
          amount: columns.amount.of(account, direction, category, subcategory) ?? zero,
          soFar: columns.soFar.of(account, direction, category, subcategory) ?? zero,
          lastYear: columns.lastYear.of(account, direction, category, subcategory) ?? zero,
          budget: plan.of(account, direction, category, subcategory),
        })),
      )
  }

  function accountOf(account: FundAccount): StatementAccount {
    const rows = directions.flatMap((direction) => rowsOf(account, direction))
    const opening = moved.filter((sum) => sum.account === account && sum.direction === 'opening')
    const carried = [
      ...before.filter((balance) => balance.account === account).map(({ balance }) => balance),
      ...opening.map(({ amount }) => amount),
    ].reduce((sum, amount) => sum + amount, 0)
    const [income, spending] = [totalOf(rows, 'income'), totalOf(rows, 'spending')]
    return {
      account,
      carried: fenSchema.parse(carried),
      income,
      spending,
      balance: fenSchema.parse(carried + income.amount - spending.amount),
      rows,
    }
  }

  const closed = latestClosed.get() ?? null
  return {
    ...period,
    isClosed: closed !== null && closed >= period.until,
    accounts: fundAccountSchema.options.map(accountOf),
  }
}

function totalOf(rows: readonly StatementRow[], direction: Direction): StatementAccount['income'] {
  const wholes = rows.filter((row) => row.direction === direction && row.subcategory === null)
  const sum = (of: (row: StatementRow) => number) => fenSchema.parse(wholes.reduce((total, row) => total + of(row), 0))
  return {
    amount: sum(({ amount }) => amount),
    soFar: sum(({ soFar }) => soFar),
    lastYear: sum(({ lastYear }) => lastYear),
    budget: wholes.every(({ budget }) => budget === null) ? null : sum(({ budget }) => budget ?? 0),
  }
}

/** The place of a category in the chart of accounts in force at the end; categories of older charts come last. */
function orderOf(until: Month): (category: string) => number {
  const chart = chartOn(daysOfMonth(until).until)
  const terms: readonly string[] = [...chart.income, ...chart.spending].map(({ term }) => term)
  return (category) => (terms.includes(category) ? terms.indexOf(category) : terms.length)
}
