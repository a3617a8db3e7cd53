import type { BranchDatabase } from '../../../../db/branch-database'
import { readDuplicate, transferQueries, type DuplicateRow, type KeptDuplicate } from '../../../../db/queries/transfers'
import type { ShownForeignDuplicate } from '../../../../shared/contract/federation/transfers'
import { failure } from '../../../../shared/contract/errors'
import { now } from '../../../../shared/model/date'
import type { ForeignDuplicateId } from '../../../../shared/model/id'
import type { ForeignDuplicate } from '../../../../shared/model/transfer'

function keep(db: BranchDatabase, kept: KeptDuplicate): void {
  const { id, memberId, endedOn } = kept.item
  transferQueries(db).putDuplicate.run({
    id,
    memberId,
    body: JSON.stringify(kept),
    at: now(),
    settledAt: endedOn !== null || kept.rightful !== null ? now() : null,
  })
}

/** Keeps that another branch has a member too, or not any more; what was noted here stays. */
export function keepDuplicate(db: BranchDatabase, item: ForeignDuplicate): void {
  const before = transferQueries(db).duplicate.get(item.id)
  keep(db, { item, rightful: before === undefined ? null : readDuplicate(before).rightful })
}

/** Notes that both memberships are rightful, or takes the note back. Throws NOT_FOUND. */
export function setRightful(db: BranchDatabase, id: ForeignDuplicateId, rightful: string | null): void {
  const body = transferQueries(db).duplicate.get(id)
  if (body === undefined) throw failure('NOT_FOUND')
  keep(db, { ...readDuplicate(body), rightful })
}

export function shownDuplicate({ name, body }: DuplicateRow): ShownForeignDuplicate {
  const { item, rightful } = readDuplicate(body)
  return { ...item, name, rightful }
}
