import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries, type ParticipantRow } from '../../../../db/queries/activities/people'
import type { ParticipantShow } from '../../../../shared/contract/activities/people'
import type { HostClient } from '../../../../shared/contract/host'
import type { Activity } from '../../../../shared/model/activity'
import { participantWords } from '../../../../shared/rules/activities/participant-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { saveLedger } from '../../dues/save-ledger'
import type { LedgerSheet } from '../../ledger-sheet'
import type { Progress } from '../../roster/progress'

const ALL = { search: '', offset: 0, limit: -1 }

/** Saves 参加人员名单（签名） as a workbook, see the contract. */
export async function* saveParticipants(
  db: BranchDatabase,
  host: HostClient,
  { id, title, startsOn, endsOn, place }: Activity,
  { show, language }: { readonly show: ParticipantShow | null; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<{ readonly fileName: string; readonly rows: number } | null>, void, void> {
  const words = participantWords[language]
  const rows = participationQueries(db).participants.all({ ...ALL, activityId: id, show })
  const days = startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`
  const sheet: LedgerSheet = {
    name: words.list,
    title: `${title} ${words.list}`,
    lines: [[days, place, words.people(rows.length)].filter((part) => part !== null).join('　')],
    columns: [
      { heading: words.number, width: 6, kind: 'count' },
      { heading: words.name, width: 12, kind: 'text' },
      { heading: words.department, width: 20, kind: 'text' },
      { heading: words.staffNumber, width: 14, kind: 'text' },
      { heading: words.attendance, width: 12, kind: 'text' },
      { heading: words.signature, width: 18, kind: 'text' },
      { heading: words.remark, width: 24, kind: 'text' },
    ],
    groups: [
      {
        title: null,
        rows: rows.map((row, index) => [
          index + 1,
          row.name,
          row.department,
          row.staffNumber,
          stateOf(row, words),
          null,
          row.remark,
        ]),
      },
    ],
    rowCount: rows.length,
    total: null,
    notes: words.signatures,
  }
  yield* saveLedger(db, host, `${title}-${words.list}`, sheet, signal)
}

function stateOf(
  { waitingPlace, attendance }: ParticipantRow,
  words: (typeof participantWords)[SheetLanguage],
): string {
  return waitingPlace === null ? words.attendances[attendance] : words.waiting(waitingPlace)
}
