import type { BranchDatabase } from '../../../db/branch-database'
import { partialDateSchema, type Day } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { sameDayAfter } from '../../../shared/rules/officers/terms'
import { establish, proposalOf } from '../organisation/establish'
import { addPost } from '../organisation/posts'
import { SAMPLE_POSTS } from './members'

/** The third committee's election: of a term of five years four months are left. */
export function electedOn(today: Day): Day {
  return sameDayAfter(today, -56)
}

/** Makes units of the departments and groups that the sample's members name, and gives the first members their posts. */
export async function addSampleOrganisation(
  db: BranchDatabase,
  today: Day,
  members: readonly MemberId[],
): Promise<void> {
  const spelled = <Named extends { readonly spellings: readonly { readonly text: string }[] }>(unit: Named) => ({
    ...unit,
    spellings: unit.spellings.map(({ text }) => text),
  })
  await establish(
    db,
    proposalOf(db).map((unit) => ({ ...spelled(unit), groups: unit.groups.map(spelled) })),
  )
  const heldFrom = partialDateSchema.parse(electedOn(today))
  for (const [index, title] of SAMPLE_POSTS.entries()) {
    const memberId = members[index]
    if (memberId === undefined) continue
    addPost(db, memberId, {
      unitId: null,
      title,
      engagement: '兼职',
      term: '第三届',
      heldFrom,
      heldTo: null,
      documentNumber: null,
      note: null,
    })
  }
}
