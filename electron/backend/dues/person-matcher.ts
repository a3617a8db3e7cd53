import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { personQueries } from '../../../db/queries/dues/persons'
import { PersonMatcher } from '../../../shared/rules/dues/match-person'

/** Persons read between two chances for other work of the process. */
const PERSONS_A_STEP = 500

const aliasesSchema = z.array(z.string())

/** Everybody recorded, for rows of a pay or deduction sheet to be matched with; read in steps, as a large record takes its time. */
export function* personMatcher(db: BranchDatabase): Generator<void, PersonMatcher, void> {
  const { persons, otherwise, departments } = personQueries(db)
  const matcher = new PersonMatcher(
    departments.all().map(({ name, aliases }) => ({ name, aliases: aliasesSchema.parse(JSON.parse(aliases)) })),
  )
  for (let place = 0; ;) {
    const step = persons.all(place, PERSONS_A_STEP)
    const last = step.at(-1)
    if (last === undefined) break
    matcher.add(step)
    place = last.place
    yield
  }
  matcher.add(otherwise.all())
  return matcher
}
