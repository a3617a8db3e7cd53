import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { personQueries } from '../../../db/queries/dues/persons'
import { PersonMatcher } from '../../../shared/rules/dues/match-person'
import type { Turn } from '../turn'

/** Persons read at once. */
const PERSONS_A_STEP = 500

const aliasesSchema = z.array(z.string())

/** Everybody recorded, for rows of a pay or deduction sheet to be matched with; other work goes on while they are read. */
export async function personMatcher(db: BranchDatabase, turn: Turn): Promise<PersonMatcher> {
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
    await turn.pass()
  }
  matcher.add(otherwise.all())
  return matcher
}
