import { memberQueries } from '../../../db/queries/members'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterDecision } from '../../../shared/model/roster'
import { onlyRepeatsId } from '../../../shared/rules/roster/issues'
import { readRepaired } from './entries'
import { importOf, stagedRow, type Place } from './staging'

/**
 * Keeps a person's decision about staged rows. `leaveOut` is open for every row; `update` and `addAsNew` settle
 * conflicts; `update` merges a row that repeats an ID number of the file into the first one; null takes a decision back.
 * Throws NOT_FOUND, ID_NUMBER_TAKEN, DECISION_NOT_POSSIBLE; then nothing is decided.
 */
export function decide(
  db: BranchDatabase,
  importId: RosterImportId,
  places: readonly Place[],
  decision: RosterDecision | null,
): void {
  importOf(db, importId)
  const { setDecision } = rosterQueries(db)
  db.write(() => {
    for (const place of places) {
      const staged = stagedRow(db, importId, place)
      setDecision.run({ importId, position: staged.position, decision: allowed(db, staged, decision) })
    }
  })
}

function allowed(db: BranchDatabase, staged: StagedRow, decision: RosterDecision | null): RosterDecision | null {
  if (decision === 'leaveOut' || decision === null) return decision
  switch (staged.outcome) {
    case 'new':
    case 'changed':
    case 'same':
      return null
    case 'error':
      if (decision === 'update' && onlyRepeatsId(readRepaired(staged).issues)) return decision
      throw failure('DECISION_NOT_POSSIBLE')
    case 'possibleDuplicate':
    case 'conflict':
      if (decision === 'update' && staged.memberId === null && staged.conflict !== 'repeatedId')
        throw failure('DECISION_NOT_POSSIBLE')
      if (decision === 'addAsNew') refuseKnownPerson(db, staged)
      return decision
  }
}

const NEVER_NEW: ReadonlySet<StagedRow['conflict']> = new Set(['membership', 'severalMembers', 'repeatedId'] as const)

/** Nobody is recorded twice who is known by the ID number, or found without doubt. */
function refuseKnownPerson(db: BranchDatabase, staged: StagedRow): void {
  const { idNumber } = readRepaired(staged).fields
  const known =
    idNumber === undefined
      ? undefined
      : memberQueries(db).findByIdNumber.get({ idNumber: String(idNumber), exceptId: null })
  if (known !== undefined) throw failure('ID_NUMBER_TAKEN', { memberId: known.id })
  if (NEVER_NEW.has(staged.conflict)) throw failure('DECISION_NOT_POSSIBLE')
}
