import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries } from '../../../../db/queries/activities/people'
import { failure } from '../../../../shared/contract/errors'
import type { ActivityId, BatchId } from '../../../../shared/model/id'
import type { Participation } from '../../../../shared/model/participation'
import { averageOf, averagesByGroup } from '../../../../shared/rules/activities/satisfaction'
import { writeRows } from '../../write-rows'
import { requireCounts, type NamedActivity } from './sign-up'

type Answer = Pick<Participation, 'satisfaction' | 'remark'> & { readonly participationId: Participation['id'] }

/** Writes what people say, see the contract. Throws NOT_FOUND for who does not take part. */
export async function rate(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  answers: readonly Answer[],
): Promise<{ batchId: BatchId | null; rated: number }> {
  const write = ({ participationId: id, satisfaction, remark }: Answer) => {
    const { changes } = participationQueries(db).rate.run({ id, activityId, satisfaction, remark })
    if (changes === 0) throw failure('NOT_FOUND')
  }
  const [only] = answers
  if (answers.length === 1 && only !== undefined) {
    db.write(() => write(only))
    return { batchId: null, rated: 1 }
  }
  const batchId = await writeRows(db, { kind: 'participants', title }, answers, write)
  return { batchId, rated: answers.length }
}

/** How people liked an activity, see the contract. */
export function satisfactionOf(db: BranchDatabase, id: ActivityId) {
  const { points, satisfactionByDepartment } = participationQueries(db)
  const counts = requireCounts(db, id)
  const given = new Map(points.all(id).map((row) => [row.points, row.answers]))
  const { groups, few } = averagesByGroup(satisfactionByDepartment.all(id))
  return {
    answers: counts.answers,
    average: averageOf({ answers: counts.answers, sum: counts.satisfaction }),
    spread: [5, 4, 3, 2, 1].map((value) => ({ points: value, answers: given.get(value) ?? 0 })),
    departments: groups.map(({ department, answers, average }) => ({ department, answers, average })),
    few: { departments: few.count, answers: few.answers, average: few.average },
  }
}
