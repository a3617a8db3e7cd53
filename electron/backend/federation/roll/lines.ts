import type { BranchDatabase } from '../../../../db/branch-database'
import { rollQueries } from '../../../../db/queries/roll'
import { memberQueries } from '../../../../db/queries/members'
import { syncedRows } from '../../../../db/undo/synced-rows'
import type { RollKind, RollLine } from '../../../../shared/contract/federation/roll'
import { memberIdSchema } from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import { STATUS_COLUMN } from '../../../../shared/rules/federation/roll'
import { fieldOf, shownText } from '../../shown-changes'
import { reportingOfMembers } from '../entries'
import { lastComparison, type RollFinding } from './compare'

/** What was found of a member, as it may leave the backend; the branch's side as it is now. */
export function rollLines(db: BranchDatabase, findings: readonly RollFinding[]): RollLine[] {
  const ids = findings.map(({ memberId }) => memberIdSchema.parse(memberId))
  const reporting = reportingOfMembers(db, ids)
  return findings.map(({ kind, name, columns, there, memberId }) => {
    const id = memberIdSchema.parse(memberId)
    const row = syncedRows(db).member.get.get(id)
    const status = memberQueries(db).get.get(id)?.status ?? null
    const department = row === undefined ? there?.columns['department'] : row['department']
    return {
      memberId: id,
      kind,
      name: String(row?.['name'] ?? name),
      department: typeof department === 'string' ? department : null,
      fields: columns.flatMap((column) => {
        if (column === STATUS_COLUMN) return [{ field: column, here: status, there: there?.status ?? null }]
        const field = fieldOf('member', column)
        if (field === null) return []
        const shown = (value: Parameters<typeof shownText>[1]['value']) =>
          shownText(db, { table: 'member', rowId: id, field, value })
        return [{ field, here: shown(row?.[column]), there: shown(there?.columns[column]) }]
      }),
      reporting: row === undefined ? null : (reporting.get(id) ?? null),
      wasHere: kind === 'onlyThere' && rollQueries(db).wasHere.get(id) === 1,
    }
  })
}

/** A page of what the last comparison found, see the contract. */
export function rollPage(db: BranchDatabase, kind: RollKind, { offset, limit }: Page) {
  const findings = (lastComparison(db)?.findings ?? []).filter((finding) => finding.kind === kind)
  return { total: findings.length, rows: rollLines(db, findings.slice(offset, offset + limit)) }
}
