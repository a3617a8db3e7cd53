import { z } from 'zod'
import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import { duplicateQueries } from '../../../db/queries/duplicates'
import { writtenTo } from '../../../db/written'
import { DuplicateFinder, pairKey, type DuplicatePair } from '../../../shared/rules/duplicates'

/** Persons looked at between two chances for other work. */
const PERSONS_A_STEP = 2000

const numbersSchema = z.array(z.string())

const finder = perDatabase((db: BranchDatabase) => {
  let known: { readonly at: number; readonly pairs: Promise<readonly DuplicatePair[]> } | null = null

  async function find(): Promise<readonly DuplicatePair[]> {
    const { persons, judged } = duplicateQueries(db)
    const found = new DuplicateFinder()
    for (const [index, { idNumber, documents, ...person }] of persons.all().entries()) {
      const others = numbersSchema.parse(JSON.parse(documents ?? '[]'))
      found.add({ ...person, idNumbers: [...(idNumber === null ? [] : [idNumber]), ...others] })
      if (index % PERSONS_A_STEP === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const settled = new Set(judged.all().map(({ memberId, otherId }) => pairKey(memberId, otherId)))
    return found.pairs().filter(({ one, other }) => !settled.has(pairKey(one, other)))
  }

  return () => {
    const at = writtenTo(db)
    if (known === null || known.at !== at) known = { at, pairs: find() }
    return known.pairs
  }
})

/** Pairs that nobody has judged yet; kept until something is written. */
export function foundDuplicates(db: BranchDatabase): Promise<readonly DuplicatePair[]> {
  return finder(db)()
}
