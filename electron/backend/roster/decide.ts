import { memberQueries } from '../../../db/queries/members'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterDecision } from '../../../shared/model/roster'
import { onlyRepeatsId } from '../../../shared/rules/roster/issues'
import { importOf } from './staging'
import { readStaged } from './view'

/**
 * Keeps a person's decision about staged rows. `leaveOut` is open for every row; `update` and `addAsNew` settle
 * conflicts and take a `leaveOut` back; `update` merges a row that repeats an ID number of the file into the first one.
 * Throws NOT_FOUND, ID_NUMBER_TAKEN, DECISION_NOT_POSSIBLE; then nothing is decided.
 */
export function decide(
  db: BranchDatabase,
  importId: RosterImportId,
  places: readonly { readonly sheet: string; readonly row: number }[],
  decision: RosterDecision,
): void {
  importOf(db, importId)
  const { rowAt, setDecision } = rosterQueries(db)
  db.write(() => {
    for (const { sheet, row } of places) {
      const staged = rowAt.get(importId, sheet, row)
      if (staged === undefined) throw failure('NOT_FOUND')
      setDecision.run({ importId, position: staged.position, decision: allowed(db, staged, decision) })
    }
  })
}

function allowed(db: BranchDatabase, staged: StagedRow, decision: RosterDecision): RosterDecision | null {
  if (decision === 'leaveOut') return decision
  switch (staged.outcome) {
    case 'new':
    case 'changed':
    case 'same':
      return null
    case 'error':
      if (decision === 'update' && onlyRepeatsId(readStaged(staged).issues)) return decision
      throw failure('DECISION_NOT_POSSIBLE')
    case 'conflict':
      if (decision === 'update' && staged.memberId === null) throw failure('DECISION_NOT_POSSIBLE')
      if (decision === 'addAsNew') refuseKnownPerson(db, staged)
      return decision
  }
}

/** Nobody is recorded twice who is known by the ID number, or found without doubt. */
function refuseKnownPerson(db: BranchDatabase, staged: StagedRow): void {
  const { idNumber } = readStaged(staged).fields
  const known =
    idNumber === undefined
      ? undefined
      : memberQueries(db).findByIdNumber.get({ idNumber: String(idNumber), exceptId: null })
  if (known !== undefined) throw failure('ID_NUMBER_TAKEN', { memberId: known.id })
  if (staged.conflict === 'membership' || staged.conflict === 'severalMembers') throw failure('DECISION_NOT_POSSIBLE')
}
