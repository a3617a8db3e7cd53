import path from 'node:path'
import { logAccess } from '../../../db/queries/access'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { ReportRequest } from '../../../shared/contract/reports'
import { partialDateSchema } from '../../../shared/model/date'
import type { ProfileDefinition } from '../../../shared/model/receiver-profile'
import { dayOf } from '../../../shared/rules/date'
import { formatDate } from '../../../shared/rules/reports/date-form'
import type { ReportCell } from '../../../shared/rules/reports/line'
import { withExtension } from '../roster/export'
import type { Progress } from '../roster/progress'
import { writeBytes } from '../whole-file'
import { fillWorkbook } from './fill'
import { hasErrors, linesOf, requireOrganisation, rowCount } from './people'
import { requireProfile } from './profiles'
import { writeSheet } from './sheet-file'

type WriteResult = { readonly fileName: string; readonly rows: number; readonly leftOut: number } | null

const ROWS_A_STEP = 500

/**
 * Writes a report as a new workbook, or into a copy of the receiver's own; in clear when a native dialog confirms it.
 * Always written to the access log. Throws NOTHING_TO_REPORT, NOT_CONFIRMED, EXPORT_NOT_WRITTEN, DISK_FULL, NOT_FOUND
 * and what `fillWorkbook` throws.
 */
export async function* writeReport(
  db: BranchDatabase,
  host: HostClient,
  { profileId, people, faulty, clear, workbook }: ReportRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<WriteResult>, void, void> {
  const definition = requireProfile(db, profileId)
  const total = rowCount(db, definition, people)
  const rows: (readonly ReportCell[])[] = []
  let read = 0
  const options = { clear: clear.clear, skipFaulty: faulty === 'leaveOut' }
  for await (const line of linesOf(db, definition, people, options, signal)) {
    if (!(options.skipFaulty && hasErrors(line))) rows.push(line.cells)
    if (++read % ROWS_A_STEP === 0) yield { kind: 'progress', done: read, total }
  }
  if (rows.length === 0) throw failure('NOTHING_TO_REPORT')
  const filled = workbook === null ? null : await fillWorkbook(workbook, definition, rows)
  if (clear.clear && !(await host.confirm({ act: 'exportClear', rows: rows.length }))) throw failure('NOT_CONFIRMED')
  const chosen = await host.chooseSavePath({ suggestedName: workbook?.name ?? suggestedName(definition) })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  const file = withExtension(chosen)
  signal?.throwIfAborted()
  if (filled === null) yield* writeSheet(file, definition, rows, bannerValues(db), signal)
  else await writeBytes(file, filled)
  logAccess(db, {
    kind: 'report',
    subject: `${definition.name}（${definition.columns.map(({ heading }) => heading).join('、')}）`,
    count: rows.length,
    ...(clear.clear ? { reason: clear.reason } : {}),
  })
  yield {
    kind: 'result',
    result: { fileName: path.basename(file), rows: rows.length, leftOut: read - rows.length },
  }
}

/** A name that every system takes. */
function suggestedName({ name }: ProfileDefinition): string {
  return `${name.replace(/[\\/:*?"<>|]/g, '_')}-${dayOf(new Date())}.xlsx`
}

function bannerValues(db: BranchDatabase) {
  const { unionName } = requireOrganisation(db).organisation
  const today = formatDate('yyyy年M月d日', partialDateSchema.parse(dayOf(new Date())))
  return { unionName, today: today ?? '' }
}
