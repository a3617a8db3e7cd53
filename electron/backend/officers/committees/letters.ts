import path from 'node:path'
import type { BranchDatabase } from '../../../../db/branch-database'
import { accessQueries, logAccess } from '../../../../db/queries/access'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import { delegateQueries } from '../../../../db/queries/officers/delegates'
import type { HostClient } from '../../../../shared/contract/host'
import type { ElectionLetter } from '../../../../shared/contract/officers/committees'
import type { Day } from '../../../../shared/model/date'
import type { CommitteeId } from '../../../../shared/model/id'
import type { PaperSheet } from '../../../../shared/model/paper'
import { electionLetter } from '../../../../shared/rules/officers/election-letters'
import { writeBytes } from '../../whole-file'
import { detailOf } from './summaries'

/** A paper to the union above about an election. Throws NOT_FOUND. */
export function letterOf(db: BranchDatabase, id: CommitteeId, letter: ElectionLetter, today: Day): PaperSheet {
  const election = detailOf(db, id, today)
  const branch = accessQueries(db).branch.get()
  return electionLetter(letter, {
    election,
    predecessor: election.predecessorId === null ? null : detailOf(db, election.predecessorId, today),
    unionName: branch?.unionName ?? '',
    parentUnion: branch?.parentUnion ?? null,
    members: committeeQueries(db).numbers.get()?.members ?? 0,
    delegates: delegateQueries(db)
      .list.all(id)
      .filter(({ endedOn }) => endedOn === null).length,
    today,
  })
}

/** Saves it as a Word file; null when the dialog was cancelled. Throws NOT_FOUND, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function saveLetter(
  db: BranchDatabase,
  host: HostClient,
  id: CommitteeId,
  letter: ElectionLetter,
  today: Day,
): Promise<{ readonly fileName: string } | null> {
  const sheet = letterOf(db, id, letter, today)
  const chosen = await host.chooseSavePath({ suggestedName: `${sheet.title.replace(/[\\/:*?"<>|]/g, '_')}.docx` })
  if (chosen === null) return null
  const file = path.extname(chosen).toLowerCase() === '.docx' ? chosen : `${chosen}.docx`
  // Its library is loaded with the first document, for the memory that it takes.
  const { wordDocument } = await import('../../reports/document')
  await writeBytes(file, await wordDocument([sheet]))
  logAccess(db, { kind: 'paper', subject: sheet.title, count: 0 })
  return { fileName: path.basename(file) }
}
