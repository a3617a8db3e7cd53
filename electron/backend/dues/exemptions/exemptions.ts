import type { BranchDatabase } from '../../../../db/branch-database'
import { exemptionQueries } from '../../../../db/queries/dues/exemptions'
import { memberQueries } from '../../../../db/queries/members'
import { failure } from '../../../../shared/contract/errors'
import type { Day, Month } from '../../../../shared/model/date'
import type { DuesExemption } from '../../../../shared/model/dues-rule'
import {
  duesExemptionIdSchema,
  newId,
  type BatchId,
  type DuesExemptionId,
  type MemberId,
} from '../../../../shared/model/id'
import { addDays, addMonths, monthOf } from '../../../../shared/rules/date'
import { writeRows } from '../../write-rows'

/** Months after which an end that nobody dealt with is asked about no more. */
const ASKED_ABOUT_MONTHS = 12
/** As many names of people who are exempt already as a dialog can list. */
const NAMES_LISTED = 20

/** What tells current exemptions from those that end or ended, by the day of today. */
export function asOf(today: Day): { month: Month; over: Month; earliest: Month } {
  const month = monthOf(today)
  const isLastDay = monthOf(addDays(today, 1)) !== month
  return {
    month,
    over: isLastDay ? month : addMonths(month, -1),
    earliest: addMonths(month, -ASKED_ABOUT_MONTHS),
  }
}

interface ToExempt {
  readonly memberIds: readonly MemberId[]
  readonly from: Month
  readonly until: Month | null
}

function whoIsFree(db: BranchDatabase, { memberIds, from, until }: ToExempt) {
  const { overlapping } = exemptionQueries(db)
  const { nameOf } = memberQueries(db)
  const free: MemberId[] = []
  const taken: string[] = []
  for (const memberId of new Set(memberIds)) {
    const name = nameOf.get(memberId)
    if (name === undefined) throw failure('NOT_FOUND')
    if (overlapping.get({ memberId, from, until, exceptId: null }) === undefined) free.push(memberId)
    else taken.push(name)
  }
  return { free, taken }
}

/** See the contract. Throws NOT_FOUND. */
export function previewExemptions(db: BranchDatabase, toExempt: ToExempt) {
  const { free, taken } = whoIsFree(db, toExempt)
  const { isCharged } = exemptionQueries(db)
  const { from, until } = toExempt
  const charged = free.filter((memberId) => isCharged.get({ memberId, from, until }) === 1).length
  return { members: free.length, overlapping: taken.slice(0, NAMES_LISTED), charged }
}

/** See the contract. Throws NOT_FOUND, NOTHING_TO_SAVE. */
export async function addExemptions(
  db: BranchDatabase,
  { memberIds, ...stated }: ToExempt & Pick<DuesExemption, 'reason' | 'decision' | 'decidedOn'>,
): Promise<{ batchId: BatchId; members: number }> {
  const { free } = whoIsFree(db, { memberIds, ...stated })
  if (free.length === 0) throw failure('NOTHING_TO_SAVE')
  const { insert } = exemptionQueries(db)
  const [only] = free
  const title = free.length === 1 && only !== undefined ? (memberQueries(db).nameOf.get(only) ?? '') : stated.reason
  const batchId = await writeRows(db, { kind: 'exemption', title }, free, (memberId) =>
    insert.run({ ...stated, id: newId(duesExemptionIdSchema), memberId }),
  )
  return { batchId, members: free.length }
}

/** See the contract. Throws NOT_FOUND, EXEMPTION_ENDS_BEFORE_START, EXEMPTION_OVERLAPS. */
export function setExemptionEnd(db: BranchDatabase, id: DuesExemptionId, until: Month | null): { batchId: BatchId } {
  const { byId, overlapping, setEnd } = exemptionQueries(db)
  const exemption = byId.get(id)
  if (exemption === undefined) throw failure('NOT_FOUND')
  const { memberId, from } = exemption
  if (until !== null && until < from) throw failure('EXEMPTION_ENDS_BEFORE_START', { from })
  const other = overlapping.get({ memberId, from, until, exceptId: id })
  if (other !== undefined) throw failure('EXEMPTION_OVERLAPS', { from: other.from })
  const { batchId } = db.writeBatch({ kind: 'exemption', title: memberQueries(db).nameOf.get(memberId) ?? '' }, () => {
    setEnd.run({ id, until })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** See the contract. Throws NOT_FOUND. */
export async function removeExemptions(
  db: BranchDatabase,
  ids: readonly DuesExemptionId[],
): Promise<{ batchId: BatchId }> {
  const { byId, remove } = exemptionQueries(db)
  const found = [...new Set(ids)].map((id) => {
    const exemption = byId.get(id)
    if (exemption === undefined) throw failure('NOT_FOUND')
    return exemption
  })
  const [first] = found
  const title =
    first === undefined ? '' : found.length === 1 ? (memberQueries(db).nameOf.get(first.memberId) ?? '') : first.reason
  const batchId = await writeRows(db, { kind: 'exemption', title }, found, ({ id }) => remove.run(id))
  return { batchId }
}
