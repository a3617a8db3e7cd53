import path from 'node:path'
import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import type { HostClient } from '../../../../shared/contract/host'
import { memberFieldSchema } from '../../../../shared/model/member'
import { membershipStatusSchema } from '../../../../shared/model/membership'
import { dayOf } from '../../../../shared/rules/date'
import { rollWords } from '../../../../shared/rules/federation/roll-words'
import { sheetWords, type SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { Progress } from '../../roster/progress'
import { withExtension } from '../../roster/export'
import { writeWorkbook, type SheetValue } from '../../roster/workbook-file'
import { lastComparison } from './compare'
import { rollLines } from './lines'

type Saved = { readonly fileName: string; readonly rows: number } | null

/** Writes what the last comparison found to a workbook, masked, a row for each field that differs; see the contract. */
export async function* saveRoll(
  db: BranchDatabase,
  host: HostClient,
  language: SheetLanguage,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<Saved>, void, void> {
  const words = rollWords[language]
  const { headings, statuses } = sheetWords[language]
  const title = words.title(dayOf(new Date()))
  const chosen = await host.chooseSavePath({ suggestedName: `${title}.xlsx` })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  const file = withExtension(chosen)
  const fieldName = (field: string) => {
    const known = memberFieldSchema.safeParse(field)
    return field === 'status' ? headings.status : known.success ? headings[known.data] : field
  }
  const value = (field: string, text: string | null): SheetValue => {
    const status = membershipStatusSchema.safeParse(text)
    return field === 'status' && status.success ? statuses[status.data] : text
  }
  const findings = lastComparison(db)?.findings ?? []
  const kinds = findings.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
  function* rows(): Generator<SheetValue[], void, void> {
    for (const finding of kinds) {
      for (const { kind, name, department, fields } of rollLines(db, [finding])) {
        if (fields.length === 0) yield [words.kind[kind], name, department, null, null, null]
        for (const { field, here, there } of fields) {
          yield [words.kind[kind], name, department, fieldName(field), value(field, here), value(field, there)]
        }
      }
    }
  }
  logAccess(db, { kind: 'export', subject: path.basename(file), count: findings.length })
  const widths = [14, 14, 20, 18, 26, 26]
  const sheet = {
    name: words.title('').trim(),
    columns: words.headings.map((heading, index) => ({ heading, width: widths[index] ?? 14, kind: 'text' as const })),
    rows: rows(),
    rowCount: findings.reduce((sum, { columns }) => sum + Math.max(1, columns.length), 0),
  }
  yield* writeWorkbook(file, sheet, signal)
  yield { kind: 'result', result: { fileName: path.basename(file), rows: findings.length } }
}
