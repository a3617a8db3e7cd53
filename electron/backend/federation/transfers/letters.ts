import path from 'node:path'
import type { BranchDatabase } from '../../../../db/branch-database'
import { accessQueries, logAccess } from '../../../../db/queries/access'
import { transferQueries } from '../../../../db/queries/transfers'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { Day } from '../../../../shared/model/date'
import type { TransferId } from '../../../../shared/model/id'
import type { PaperSheet } from '../../../../shared/model/paper'
import { TRANSFER_LETTER_TITLE, transferLetter } from '../../../../shared/rules/transfers/letter'
import { masked } from '../../members/masking'
import { requireMember } from '../../members/require-member'
import { writeBytes } from '../../whole-file'
import { outgoingOf } from './list'

/** The letters of requests of this branch, a page each. Throws NOT_FOUND. */
export function lettersOf(db: BranchDatabase, ids: readonly TransferId[], today: Day): PaperSheet[] {
  const unionName = accessQueries(db).branch.get()?.unionName ?? ''
  return ids.map((id) => {
    const row = transferQueries(db).get.get(id)
    if (row === undefined) throw failure('NOT_FOUND')
    const { toUnion, reason, duesUntil } = outgoingOf(row, today)
    return transferLetter({ ...masked(requireMember(db, row.memberId)), toUnion, unionName, reason, duesUntil, today })
  })
}

/** Saves them as a Word file; null when the dialog was cancelled. Throws NOT_FOUND, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function saveLetters(
  db: BranchDatabase,
  host: HostClient,
  ids: readonly TransferId[],
  today: Day,
): Promise<{ readonly fileName: string } | null> {
  const sheets = lettersOf(db, ids, today)
  const chosen = await host.chooseSavePath({ suggestedName: `${TRANSFER_LETTER_TITLE}-${today}.docx` })
  if (chosen === null) return null
  const file = path.extname(chosen).toLowerCase() === '.docx' ? chosen : `${chosen}.docx`
  // Its library is loaded with the first document, for the memory that it takes.
  const { wordDocument } = await import('../../reports/document')
  await writeBytes(file, await wordDocument(sheets))
  logAccess(db, { kind: 'paper', subject: TRANSFER_LETTER_TITLE, count: sheets.length })
  return { fileName: path.basename(file) }
}
