import { setImmediate } from 'node:timers/promises'
import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { registerQueries, type RegisterMember } from '../../../../db/queries/dues/register'
import { writtenTo } from '../../../../db/written'
import type { RegisterRow, RegisterSums } from '../../../../shared/contract/dues/register'
import { monthSchema } from '../../../../shared/model/date'
import type { Page } from '../../../../shared/model/page'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { added, noSums, registerMonths } from '../../../../shared/rules/dues/register'
import { keptTimes } from '../../../../shared/rules/dues/standing'

/** Ledgers replayed between two chances for other work of the process. */
const A_STEP = 50

export interface YearSums {
  readonly months: RegisterSums[]
  readonly year: RegisterSums
}

/** The months of a year, as the queries ask for them. */
export function boundsOf(year: string) {
  return { from: monthSchema.parse(`${year}-01`), until: monthSchema.parse(`${year}-12`) }
}

/** A page of the register of a year `yyyy`. */
export function registerPage(
  db: BranchDatabase,
  { year, offset, limit }: Page & { readonly year: string },
): { total: number; rows: RegisterRow[] } {
  const { count, members } = registerQueries(db)
  const bounds = boundsOf(year)
  return {
    total: count.get(bounds) ?? 0,
    rows: members.all({ ...bounds, offset, limit }).map((member) => rowOf(db, year, member)),
  }
}

/** A member's row in the register of a year. */
export function rowOf(db: BranchDatabase, year: string, member: RegisterMember): RegisterRow {
  const { exemptions, events } = registerQueries(db)
  const exempt = [...exemptions.all(member.memberId), ...keptTimes(events.all(member.memberId))]
  return { ...member, ...registerMonths(year, allocate(duesEntryQueries(db).ledger(member.memberId)), exempt) }
}

/** The sums of the last year asked for, kept until something is written. */
const lastSums = perDatabase(() => new Map<string, { readonly version: number; readonly sums: YearSums }>())

/** What the whole register of a year comes to. */
export async function registerSums(db: BranchDatabase, year: string): Promise<YearSums> {
  const { members } = registerQueries(db)
  const started = writtenTo(db)
  const known = lastSums(db).get(year)
  if (known !== undefined && known.version === started) return known.sums
  const months = Array.from({ length: 12 }, () => noSums)
  let whole = noSums
  for (const [place, member] of members.all({ ...boundsOf(year), offset: 0, limit: -1 }).entries()) {
    if (place % A_STEP === A_STEP - 1) await setImmediate()
    const row = rowOf(db, year, member)
    for (const [index, { sums }] of row.months.entries()) {
      if (sums !== null) months[index] = added(months[index] ?? noSums, sums)
    }
    whole = added(whole, row.year)
  }
  const sums = { months, year: whole }
  lastSums(db).clear()
  if (!db.sqlite.inTransaction && writtenTo(db) === started) lastSums(db).set(year, { version: started, sums })
  return sums
}
