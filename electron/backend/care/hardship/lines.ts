import type { BranchDatabase } from '../../../../db/branch-database'
import { hardshipQueries, type HardshipRow, type HardshipSearch } from '../../../../db/queries/care/hardship'
import {
  REVIEW_DAYS_AHEAD,
  type HardshipFilter,
  type HardshipHead,
  type HardshipLine,
} from '../../../../shared/contract/care/hardship'
import { failure } from '../../../../shared/contract/errors'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { HardshipFileId, MemberId } from '../../../../shared/model/id'
import { nextReview } from '../../../../shared/rules/care/hardship'
import { addDays, dayOf } from '../../../../shared/rules/date'

function asOf(today: Day) {
  return { today, dueBy: addDays(today, REVIEW_DAYS_AHEAD) }
}

function lineOf({ lastOn, ...row }: HardshipRow): HardshipLine {
  return {
    ...row,
    isDecided: row.isDecided === 1,
    isReviewDue: row.isReviewDue === 1,
    isInPublicity: row.isInPublicity === 1,
    nextReviewOn: lastOn === null ? null : daySchema.parse(nextReview(lastOn)),
  }
}

/** A filter as the statements take it, as of today. */
export function searchOf(filter: HardshipFilter): HardshipSearch {
  return {
    ...filter,
    ...asOf(dayOf(new Date())),
    isReviewDue: filter.isReviewDue ? 1 : 0,
    isInPublicity: filter.isInPublicity ? 1 : 0,
  }
}

export function linesOf(
  db: BranchDatabase,
  { offset, limit, ...filter }: HardshipFilter & { readonly offset: number; readonly limit: number },
): { total: number; rows: HardshipLine[] } {
  const { list, count } = hardshipQueries(db)
  const search = searchOf(filter)
  return { total: count.get(search) ?? 0, rows: list.all({ ...search, offset, limit }).map(lineOf) }
}

export function hardshipCounts(db: BranchDatabase, today: Day) {
  const found = hardshipQueries(db).counts.get(asOf(today))
  return found ?? { open: 0, isReviewDue: 0, isInPublicity: 0, undecided: 0, toDecide: 0, closed: 0 }
}

export function linesOfMember(db: BranchDatabase, memberId: MemberId): HardshipLine[] {
  return hardshipQueries(db)
    .ofMember.all({ ...asOf(dayOf(new Date())), memberId })
    .map(lineOf)
}

/** What of a file anybody may see. Throws NOT_FOUND. */
export function headOf(db: BranchDatabase, id: HardshipFileId): HardshipHead {
  const { line, years, given } = hardshipQueries(db)
  const found = line.get({ ...asOf(dayOf(new Date())), id })
  if (found === undefined) throw failure('NOT_FOUND')
  return { ...lineOf(found), years: years.all(id), given: given.all(id) }
}
