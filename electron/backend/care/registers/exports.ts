import type { BranchDatabase } from '../../../../db/branch-database'
import { checkupQueries } from '../../../../db/queries/care/registers/checkups'
import { legalQueries } from '../../../../db/queries/care/registers/legal'
import { mutualAidQueries } from '../../../../db/queries/care/registers/mutual-aid'
import type { HostClient } from '../../../../shared/contract/host'
import type { Page } from '../../../../shared/model/page'
import { registerWords, type RegisterWords, type SheetColumn } from '../../../../shared/rules/care/register-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { saveLedger } from '../../dues/save-ledger'
import type { LedgerValue } from '../../ledger-sheet'

/** Rows read at once. */
const PORTION = 500

interface Register<Row> {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly total: number
  readonly rows: (page: Page) => readonly Row[]
  readonly cells: (row: Row) => LedgerValue[]
}

/** Saves a register as a sheet; what is sensitive is in none of its columns, which a line below says. */
function save<Row>(
  db: BranchDatabase,
  host: HostClient,
  words: RegisterWords,
  { title, columns, total, rows, cells }: Register<Row>,
  signal: AbortSignal | undefined,
) {
  function* all(): Generator<LedgerValue[], void, void> {
    for (let offset = 0; offset < total; offset += PORTION) {
      for (const row of rows({ offset, limit: PORTION })) yield cells(row)
    }
  }
  return saveLedger(
    db,
    host,
    title,
    {
      ...{ name: title, title, lines: [words.lines(total)], columns, rowCount: total },
      groups: [{ title: null, rows: all() }],
      total: columns.some(({ isSummed }) => isSummed) ? words.total : null,
      notes: [words.withheld],
    },
    signal,
  )
}

type LegalStored = Parameters<ReturnType<typeof legalQueries>['count']['get']>[0]
type CoversStored = Parameters<ReturnType<typeof mutualAidQueries>['coverSums']['get']>[0]
type ClaimsStored = Parameters<ReturnType<typeof mutualAidQueries>['claimSums']['get']>[0]
type CheckupsStored = Parameters<ReturnType<typeof checkupQueries>['count']['get']>[0]

export function exportLegal(
  db: BranchDatabase,
  host: HostClient,
  language: SheetLanguage,
  filter: LegalStored,
  signal: AbortSignal | undefined,
) {
  const words = registerWords[language]
  const { list, count } = legalQueries(db)
  return save(
    db,
    host,
    words,
    {
      ...words.legal,
      total: count.get(filter) ?? 0,
      rows: (page) => list.all({ ...filter, ...page }),
      cells: ({ openedOn, name, department, kind, providerName, handler, closedOn, cost }) => [
        ...[openedOn, name, department, words.legalKinds[kind], providerName, handler, closedOn, cost],
      ],
    },
    signal,
  )
}

export function exportCovers(
  db: BranchDatabase,
  host: HostClient,
  language: SheetLanguage,
  filter: CoversStored,
  signal: AbortSignal | undefined,
) {
  const words = registerWords[language]
  const { covers, coverSums } = mutualAidQueries(db)
  return save(
    db,
    host,
    words,
    {
      ...words.covers,
      total: coverSums.get(filter)?.total ?? 0,
      rows: (page) => covers.all({ ...filter, ...page }),
      cells: ({ name, department, plan, number, validFrom, validUntil, premium, payer }) => [
        ...[name, department, plan, number, validFrom, validUntil, premium, words.payers[payer]],
      ],
    },
    signal,
  )
}

export function exportClaims(
  db: BranchDatabase,
  host: HostClient,
  language: SheetLanguage,
  filter: ClaimsStored,
  signal: AbortSignal | undefined,
) {
  const words = registerWords[language]
  const { claims, claimSums } = mutualAidQueries(db)
  return save(
    db,
    host,
    words,
    {
      ...words.claims,
      total: claimSums.get(filter)?.total ?? 0,
      rows: (page) => claims.all({ ...filter, ...page }),
      cells: ({ claimedOn, name, department, plan, claimed, paid, paidOn, state }) => [
        ...[claimedOn, name, department, plan, claimed, paid, paidOn, words.claimStates[state]],
      ],
    },
    signal,
  )
}

export function exportCheckups(
  db: BranchDatabase,
  host: HostClient,
  language: SheetLanguage,
  filter: CheckupsStored,
  signal: AbortSignal | undefined,
) {
  const words = registerWords[language]
  const { list, count } = checkupQueries(db)
  return save(
    db,
    host,
    words,
    {
      ...words.checkups,
      total: count.get(filter) ?? 0,
      rows: (page) => list.all({ ...filter, ...page }),
      cells: ({ on, name, department, providerName, package: chosen, cost, attendance }) => [
        ...[on, name, department, providerName, chosen, cost, words.attendances[attendance]],
      ],
    },
    signal,
  )
}
