import { rosterQueries } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { MemberId } from '../../../shared/model/id'

/** Members of one department or group, in the order they had. */
export interface MemberGroup {
  /** Null for those in none. */
  readonly name: string | null
  readonly ids: readonly MemberId[]
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Parts members by department 部门, or by the 小组 inside it; by name, those in none last. */
export function groupsOf(
  db: BranchDatabase,
  ids: readonly MemberId[],
  by: 'department' | 'unionGroup',
): readonly MemberGroup[] {
  const places = new Map(
    rosterQueries(db)
      .places.all()
      .map((place) => [place.id, place]),
  )
  const nameOf = (id: MemberId) => {
    const { department = null, unionGroup = null } = places.get(id) ?? {}
    if (by === 'department') return department
    const names = [department, unionGroup].filter((name) => name !== null)
    return names.length === 0 ? null : names.join(' ')
  }
  const groups = new Map<string | null, MemberId[]>()
  for (const id of ids) {
    const name = nameOf(id)
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [id])
    else members.push(id)
  }
  return [...groups]
    .map(([name, members]) => ({ name, ids: members }))
    .sort((left, right) => {
      if (left.name === null || right.name === null) return left.name === null ? 1 : -1
      return collator.compare(left.name, right.name)
    })
}
