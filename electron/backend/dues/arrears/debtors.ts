import { setImmediate } from 'node:timers/promises'
import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { arrearsQueries } from '../../../../db/queries/dues/arrears'
import { currentSearchQuery } from '../../../../db/search'
import { writtenTo } from '../../../../db/written'
import type { Debtor, DebtorFilter } from '../../../../shared/contract/dues/arrears'
import type { Day } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { conditionsOn, reckon, shareOf, type Reckoned, type Replayed } from './conditions'

/** Ledgers replayed between two chances for other work of the process. */
const A_STEP = 50

export function replay(ledger: readonly DuesEntry[]): Replayed {
  const lines = ledger.map(({ id, kind, month, payrollListId }) => ({ id, kind, month, payrollListId }))
  return { allocation: allocate(ledger), lines }
}

/**
 * The replayed ledgers of those with a balance. Ledgers only grow, so that each is replayed once after its last line; what
 * a batch is still writing may be taken back, so that nothing of it is kept.
 */
const replaysOf = perDatabase((db) => {
  const { debtors, ledgerEnd, writtenAfter } = arrearsQueries(db)
  const known = new Map<MemberId, Replayed>()
  let end = 0
  return async (): Promise<(id: MemberId) => Replayed> => {
    if (!db.sqlite.inTransaction) {
      for (const id of writtenAfter.all(end)) known.delete(id)
      end = ledgerEnd.get() ?? 0
    }
    const replayOf = (id: MemberId): Replayed => {
      const replayed = known.get(id) ?? replay(duesEntryQueries(db).ledger(id))
      if (!db.sqlite.inTransaction && ledgerEnd.get() === end) known.set(id, replayed)
      return replayed
    }
    for (const [place, { memberId }] of debtors.all().entries()) {
      if (place % A_STEP === A_STEP - 1) await setImmediate()
      replayOf(memberId)
    }
    return replayOf
  }
})

/** Everybody with a balance as they stand, largest debt first; kept until something is written. */
const reckonedOf = perDatabase((db) => {
  let last: { readonly at: number; readonly today: Day; readonly reckoned: readonly Reckoned[] } | null = null
  let running: { readonly today: Day; readonly reckoned: Promise<readonly Reckoned[]> } | null = null

  async function build(today: Day): Promise<readonly Reckoned[]> {
    const replayOf = await replaysOf(db)()
    const at = writtenTo(db)
    const conditions = conditionsOn(db, today)
    const reckoned: Reckoned[] = []
    for (const [place, row] of arrearsQueries(db).debtors.all().entries()) {
      if (place % A_STEP === A_STEP - 1) await setImmediate()
      reckoned.push(reckon(row, replayOf(row.memberId), conditions))
    }
    if (!db.sqlite.inTransaction && writtenTo(db) === at) last = { at, today, reckoned }
    return reckoned
  }

  return (today: Day): Promise<readonly Reckoned[]> => {
    if (last?.today === today && last.at === writtenTo(db) && !db.sqlite.inTransaction)
      return Promise.resolve(last.reckoned)
    if (running?.today !== today) {
      const reckoned = build(today).finally(() => {
        if (running?.reckoned === reckoned) running = null
      })
      running = { today, reckoned }
    }
    return running.reckoned
  }
})

/** Everybody with a balance as they stand on a day, largest balance first. */
export function allReckoned(db: BranchDatabase, today: Day): Promise<readonly Reckoned[]> {
  return reckonedOf(db)(today)
}

/** Those that a filter asks for, largest amount first. */
export async function debtorsOf(
  db: BranchDatabase,
  { search, standing, department, unionGroup, band, month, due }: DebtorFilter,
  today: Day,
): Promise<(Debtor & { amount: Fen })[]> {
  const query = currentSearchQuery(db, search)
  const found = query === null ? null : new Set(arrearsQueries(db).found.all({ query }))
  const isOf = (wanted: string | null, text: string | null) => wanted === null || wanted === (text ?? '')
  return (await allReckoned(db, today))
    .filter(
      ({ debtor, standing: { months } }) =>
        (found === null || found.has(debtor.memberId)) &&
        isOf(department, debtor.department) &&
        isOf(unionGroup, debtor.unionGroup) &&
        (band === null || debtor.band === band) &&
        (due === null || debtor.due === due) &&
        (month === null || months.some((one) => one.month === month && one.state === 'owed')),
    )
    .map(({ debtor }) => ({ ...debtor, amount: shareOf(debtor, standing) }))
    .filter(({ amount }) => amount > 0)
    .toSorted((left, right) => right.amount - left.amount)
}

/** One page of them, with the sum of all. */
export async function debtorsPage(db: BranchDatabase, filter: DebtorFilter & Page, today: Day) {
  const rows = await debtorsOf(db, filter, today)
  return {
    total: rows.length,
    owed: sumOf(rows),
    rows: rows.slice(filter.offset, filter.offset + filter.limit),
  }
}
