import type { BranchDatabase } from '../../../../db/branch-database'
import { passingQueries } from '../../../../db/queries/passing'
import { syncedTableSchema } from '../../../../shared/sync/change'
import {
  passingChoicesSchema,
  tablePassing,
  usualBranchChoices,
  type PassingChoices,
} from '../../../../shared/sync/passing'
import type { WireChange } from '../../../../shared/sync/wire'

/** What leaves this branch, as its secretary chose. */
export function passingChoices(db: BranchDatabase): PassingChoices {
  const chosen = passingQueries(db).choices.all()
  return passingChoicesSchema.parse({
    ...usualBranchChoices,
    ...Object.fromEntries(chosen.map(({ kind, choice }) => [kind, choice])),
  })
}

/** Tables with a column that tells of care. */
const tellsOfCare = new Set(
  syncedTableSchema.options.filter((table) => {
    const passing = tablePassing[table]
    return passing !== null && (passing.kind === 'care' || passing.ofKind?.care !== undefined)
  }),
)

/**
 * What applies to an entry: care of a member goes up only while they consent to it by themselves, and what a batch is called
 * may name anybody.
 */
export function choicesFor(db: BranchDatabase, entry: WireChange, choices: PassingChoices): PassingChoices {
  if (choices.care === 'nothing') return choices
  const quiet: PassingChoices = { ...choices, care: 'nothing' }
  if (entry.table === 'batch') return quiet
  const table = syncedTableSchema.safeParse(entry.table)
  if (!table.success || !tellsOfCare.has(table.data)) return choices
  const memberId = passingQueries(db).memberOf(entry.rowId)
  return memberId !== null && passingQueries(db).consents.get(memberId) === 1 ? choices : quiet
}
