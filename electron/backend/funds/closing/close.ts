import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import { closingQueries } from '../../../../db/queries/funds/closing'
import { failure } from '../../../../shared/contract/errors'
import type { ClosingAccount, ClosingFound, ClosingMonth } from '../../../../shared/contract/funds/closing'
import type { HostClient } from '../../../../shared/contract/host'
import { now, type Day, type Month } from '../../../../shared/model/date'
import { fundAccountSchema, type MonthClosing } from '../../../../shared/model/fund'
import { monthClosingIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { addMonths, monthOf } from '../../../../shared/rules/date'
import { daysOfMonth } from '../../../../shared/rules/funds/year'
import { previewCharges } from '../../dues/charges/preview'
import { closingChecks, type Found } from './checks'

interface Months {
  readonly months: ClosingMonth[]
  readonly next: Month | null
  readonly latestClosed: Month | null
}

/** The months of the books with their balances, see the contract. */
export function closingMonths(db: BranchDatabase, today: Day): Months {
  const { monthEffects, latestClosed, acts } = closingQueries(db)
  const effects = monthEffects.all()
  const [first] = effects
  const closedUntil = latestClosed.get() ?? null
  if (first === undefined) return { months: [], next: null, latestClosed: closedUntil }
  const closings = new Map<Month, MonthClosing>()
  for (const act of acts.all()) if (act.act === 'close' && !closings.has(act.month)) closings.set(act.month, act)
  const months: ClosingMonth[] = []
  const balance = { dues: 0, funds: 0 }
  let place = 0
  for (let month = first.month; month <= monthOf(today); month = addMonths(month, 1)) {
    for (let effect = effects[place]; effect?.month === month; effect = effects[++place]) {
      balance[effect.account] += effect.effect
    }
    months.push({
      month,
      isClosed: closedUntil !== null && month <= closedUntil,
      duesBalance: fenSchema.parse(balance.dues),
      fundsBalance: fenSchema.parse(balance.funds),
      closing: closings.get(month) ?? null,
    })
  }
  const next = months.find(({ isClosed }) => !isClosed)?.month ?? null
  return { months: months.reverse(), next, latestClosed: closedUntil }
}

/** Income, spending and balance of both accounts in a month. */
function accountsOf(db: BranchDatabase, month: Month): ClosingAccount[] {
  const { balancesBefore, sums } = closingQueries(db)
  const days = daysOfMonth(month)
  const before = balancesBefore.all(days.from)
  const moved = sums.all(days)
  return fundAccountSchema.options.map((account) => {
    const of = (direction: (typeof moved)[number]['direction']) =>
      moved.find((sum) => sum.account === account && sum.direction === direction)?.amount ?? fenSchema.parse(0)
    const carried = before.find((balance) => balance.account === account)?.balance ?? fenSchema.parse(0)
    const [opening, income, spending] = [of('opening'), of('income'), of('spending')]
    const balance = fenSchema.parse(carried + opening + income - spending)
    return { account, carried, opening, income, spending, balance }
  })
}

/** What closing a month would lay down, see the contract. */
export async function previewClosing(
  db: BranchDatabase,
  month: Month,
  today: Day,
): Promise<{ month: Month; accounts: ClosingAccount[]; checks: ClosingFound[]; isClosable: boolean }> {
  const toCharge = await chargesOpen(db, month)
  const accounts = accountsOf(db, month)
  const checks = closingChecks(db, month, closingMonths(db, today).next, accounts, today, toCharge)
  return { month, accounts, checks, isClosable: checks.every(({ state }) => state !== 'blocking') }
}

/** Dues of a month that are not charged yet. */
async function chargesOpen(db: BranchDatabase, month: Month): Promise<Found> {
  const { lists } = await previewCharges(db, { from: month, until: month })
  const open = lists.find(({ list }) => list === 'charge')
  return open === undefined ? { count: 0 } : { count: open.members, amount: open.amount }
}

function balancesOf(accounts: readonly ClosingAccount[]): Pick<MonthClosing, 'duesBalance' | 'fundsBalance'> {
  const of = (account: ClosingAccount['account']) =>
    accounts.find((one) => one.account === account)?.balance ?? fenSchema.parse(0)
  return { duesBalance: of('dues'), fundsBalance: of('funds') }
}

/** Closes a month, see the contract. */
export async function closeMonth(
  db: BranchDatabase,
  { month, ...seen }: Pick<MonthClosing, 'month' | 'duesBalance' | 'fundsBalance'>,
  today: Day,
): Promise<{ batchId: BatchId }> {
  const { accounts, isClosable } = await previewClosing(db, month, today)
  if (!isClosable) throw failure('CLOSING_BLOCKED', { month })
  const balances = balancesOf(accounts)
  if (balances.duesBalance !== seen.duesBalance || balances.fundsBalance !== seen.fundsBalance) {
    throw failure('CHANGED_MEANWHILE')
  }
  return act(db, { month, act: 'close', ...balances, reason: null })
}

/** Reopens the month closed last, see the contract. */
export async function reopenMonth(
  db: BranchDatabase,
  host: HostClient,
  month: Month,
  reason: string,
): Promise<{ batchId: BatchId }> {
  requireLatest(db, month)
  if (!(await host.confirm({ act: 'reopenMonth', month }))) throw failure('NOT_CONFIRMED')
  // Somebody may have closed another one while the question stood open.
  requireLatest(db, month)
  return act(db, { month, act: 'reopen', ...balancesOf(accountsOf(db, month)), reason })
}

function requireLatest(db: BranchDatabase, month: Month): void {
  const latest = closingQueries(db).latestClosed.get() ?? null
  if (latest === null) throw failure('NOT_FOUND')
  if (latest !== month) throw failure('REOPEN_NOT_LATEST', { month: latest })
}

function act(db: BranchDatabase, closing: Omit<MonthClosing, 'id' | 'recordedAt'>): { batchId: BatchId } {
  const { month, reason } = closing
  const title = reason === null ? month : `${month} ${reason}`
  const { batchId } = db.writeBatch({ kind: 'closing', title }, () => {
    closingQueries(db).insert.run({ ...closing, id: newId(monthClosingIdSchema), recordedAt: now() })
    if (reason !== null) logAccess(db, { kind: 'reopening', subject: month, reason })
    return { count: 1, result: null }
  })
  return { batchId }
}
