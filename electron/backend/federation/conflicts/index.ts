import { logAccess } from '../../../../db/queries/access'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { failure } from '../../../../shared/contract/errors'
import { SENSITIVE_MASK } from '../../../../shared/sync/sensitive'
import { tableRules } from '../../../../shared/sync/tables'
import { withBranch } from '../../context'
import { fieldOf, shownText } from '../../shown-changes'
import { caseOf } from './case'
import { settleCases } from './settle'
import { memberOfCase, shownCase, sidesOf } from './shown-case'

const os = withBranch.federation.conflicts

/** The conflict inbox 冲突: where branch and union above say different things, a person of the branch chooses. */
export const conflicts = {
  list: os.list.handler(({ context: { db }, input: { state, ...page } }) => {
    const { open, openTotal, settled, settledTotal } = conflictQueries(db)
    const [rows, total] = state === 'open' ? [open, openTotal] : [settled, settledTotal]
    return { total: total.get(page) ?? 0, rows: rows.all(page).map((stored) => shownCase(db, stored)) }
  }),

  settle: os.settle.handler(({ context: { db }, input: { cases } }) => settleCases(db, cases)),

  reveal: os.reveal.handler(({ context: { db }, input: { id, key, reason } }) => {
    const stored = conflictQueries(db).get.get(id)
    if (stored === undefined) throw failure('NOT_FOUND')
    const found = caseOf(stored)
    const { table, rowId } = found
    const column = Object.keys(tableRules[table].columns).find((name) => fieldOf(table, name) === key)
    if (column === undefined) throw failure('NOT_FOUND')
    const { mine, theirs } = sidesOf(db, found)
    const values = [mine[column], theirs[column]]
    const isSensitive = values.some((value) => shownText(db, { table, rowId, field: key, value }) === SENSITIVE_MASK)
    if (isSensitive) throw failure('SENSITIVE_CLOSED')
    const memberId = memberOfCase(db, found, [mine, theirs])
    const subject = table === 'member' ? key : `${table}.${key}`
    logAccess(db, { kind: 'reveal', ...(memberId === null ? {} : { memberId }), subject, count: 1, reason })
    const [own, other] = values.map((value) => (value === null || value === undefined ? null : String(value)))
    return { mine: own ?? null, theirs: other ?? null }
  }),
}
