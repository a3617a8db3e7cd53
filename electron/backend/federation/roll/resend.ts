import type { BranchDatabase } from '../../../../db/branch-database'
import { rollQueries } from '../../../../db/queries/roll'
import { restateDeletions, restateRows } from '../../../../db/restate'
import { syncedRows } from '../../../../db/undo/synced-rows'
import type { RollKind } from '../../../../shared/contract/federation/roll'
import { memberIdSchema, type MemberId } from '../../../../shared/model/id'
import { STATUS_COLUMN } from '../../../../shared/rules/federation/roll'
import { recordSync } from '../log/record'
import { findingsOf, type RollFinding } from './compare'

/** Members said again in one write. */
const MEMBERS_A_WRITE = 200

/** Says again what the branch holds of members in whom the rolls differ, see the contract. */
export async function resend(
  db: BranchDatabase,
  kind: RollKind,
  memberIds: readonly MemberId[] | null,
): Promise<number> {
  const findings = findingsOf(db, kind, memberIds)
  for (let start = 0; start < findings.length; start += MEMBERS_A_WRITE) {
    say(db, kind, findings.slice(start, start + MEMBERS_A_WRITE))
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (findings.length > 0) recordSync(db, 'resend', { what: kind, members: findings.length })
  return findings.length
}

function say(db: BranchDatabase, kind: RollKind, findings: readonly RollFinding[]): void {
  const isHere = ({ memberId }: RollFinding) => syncedRows(db).member.get.get(memberId) !== undefined
  switch (kind) {
    case 'onlyHere': {
      const ids = JSON.stringify(findings.filter(isHere).map(({ memberId }) => memberId))
      restateRows(
        db,
        rollQueries(db)
          .rowsOf.all({ ids })
          .map((row) => ({ ...row, columns: null })),
      )
      return
    }
    case 'onlyThere':
      restateDeletions(
        db,
        'member',
        findings.flatMap((finding) => (isHere(finding) ? [] : [finding.memberId])),
      )
      return
    case 'different':
      restateRows(
        db,
        findings.filter(isHere).flatMap(({ memberId, columns }) => {
          const fields = columns.filter((column) => column !== STATUS_COLUMN)
          const events = columns.includes(STATUS_COLUMN)
            ? rollQueries(db).eventsOf.all(memberIdSchema.parse(memberId))
            : []
          return [
            ...(fields.length === 0 ? [] : [{ table: 'member' as const, rowId: memberId, columns: fields }]),
            ...events.map((rowId) => ({ table: 'membership_event' as const, rowId, columns: null })),
          ]
        }),
      )
  }
}
