import type { BranchDatabase } from '../../db/branch-database'
import { fictionalPerson } from '../../electron/backend/sample/person'
import { randomFrom } from '../../electron/backend/sample/random'
import { daySchema } from '../../shared/model/date'
import { insertMember } from '../fixtures/branch'

/** Members of the largest branch that is measured. */
export const MEMBERS = 100_000

/** Adds fictional members, the same at every run. */
export function addManyMembers(db: BranchDatabase, members = MEMBERS): void {
  const random = randomFrom(1)
  const today = daySchema.parse('2026-01-01')
  db.write(() => {
    for (let count = 0; count < members; count += 1) insertMember(db, fictionalPerson(random, today))
  })
}
