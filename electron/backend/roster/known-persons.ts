import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { PersonIndex } from '../../../shared/rules/roster/match'

/** Persons read between two chances for other work of the process. */
const PERSONS_A_STEP = 500

/** Everybody recorded, for rows to be matched with; read in steps, as a large record takes its time. */
export function* knownPersons(db: BranchDatabase): Generator<void, PersonIndex, void> {
  const queries = rosterQueries(db)
  const index = new PersonIndex()
  for (let place = 0; ;) {
    const persons = queries.knownPersons.all(place, PERSONS_A_STEP)
    const last = persons.at(-1)
    if (last === undefined) break
    index.add(persons)
    place = last.place
    yield
  }
  // A member is known by the records merged into it as well.
  index.add(queries.mergedPersons.all())
  return index
}
