import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { accessQueries, logAccess } from '../../../db/queries/access'
import type { HostClient } from '../../../shared/contract/host'
import { writeLedger, type LedgerSheet } from '../ledger-sheet'
import { withExtension } from '../roster/export'
import type { Progress } from '../roster/progress'

type Saved = { readonly fileName: string; readonly rows: number } | null

/**
 * Writes a sheet of a ledger to a workbook where a person says, with the union's name below the title; null when that
 * was called off. Written to the access log. Throws EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function saveLedger(
  db: BranchDatabase,
  host: HostClient,
  fileName: string,
  sheet: LedgerSheet,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<Saved>, void, void> {
  return saveLedgers(db, host, fileName, [sheet], signal)
}

/** Like `saveLedger`, with several sheets. */
export async function* saveLedgers(
  db: BranchDatabase,
  host: HostClient,
  fileName: string,
  sheets: readonly LedgerSheet[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<Saved>, void, void> {
  const chosen = await host.chooseSavePath({ suggestedName: `${fileName}.xlsx` })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  const file = withExtension(chosen)
  const rows = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
  logAccess(db, { kind: 'export', subject: path.basename(file), count: rows })
  const unionName = accessQueries(db).branch.get()?.unionName
  const named = sheets.map((sheet) => ({
    ...sheet,
    lines: unionName === undefined ? sheet.lines : [unionName, ...sheet.lines],
  }))
  yield* writeLedger(file, named, signal)
  yield { kind: 'result', result: { fileName: path.basename(file), rows } }
}
