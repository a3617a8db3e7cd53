import type { BranchDatabase } from '../../../../db/branch-database'
import { handOverQueries } from '../../../../db/queries/dues/hand-overs'
import { handOverDraftSchema, type HandOverDraft } from '../../../../shared/contract/dues/hand-overs'
import { failure } from '../../../../shared/contract/errors'
import { now, type Moment } from '../../../../shared/model/date'
import { handOverIdSchema, newId, type HandOverId } from '../../../../shared/model/id'
import { postedOf } from './posted'

const read = (content: string): HandOverDraft => handOverDraftSchema.parse(JSON.parse(content))

export interface DraftRow {
  readonly id: HandOverId
  readonly collector: string
  readonly receivedOn: string
  readonly rows: number
  readonly updatedAt: Moment
}

/** The sheets being entered, the last one touched first. */
export function draftsOf(db: BranchDatabase): DraftRow[] {
  return handOverQueries(db)
    .drafts.all()
    .map(({ id, content, updatedAt }) => {
      const { collector, receivedOn, rows } = read(content)
      return { id, collector, receivedOn, rows: rows.length, updatedAt }
    })
}

/** Throws NOT_FOUND. */
export function draftOf(db: BranchDatabase, id: HandOverId): HandOverDraft {
  const stored = handOverQueries(db).draft.get(id)
  if (stored === undefined) throw failure('NOT_FOUND')
  return read(stored.content)
}

/** Throws BUSY, DISK_FULL. */
export function saveDraft(db: BranchDatabase, id: HandOverId, draft: HandOverDraft): void {
  db.write(() => handOverQueries(db).saveDraft.run({ id, content: JSON.stringify(draft), updatedAt: now() }))
}

/** Begins a draft with what a posted hand-over held. Throws NOT_FOUND, BUSY. */
export function copyToDraft(db: BranchDatabase, from: HandOverId): { id: HandOverId } {
  const { handOver, rows } = postedOf(db, from)
  const yuan = (fen: number) => String(fen / 100)
  const id = newId(handOverIdSchema)
  saveDraft(db, id, {
    collector: handOver.collector,
    receivedOn: handOver.receivedOn,
    declaredCount: String(handOver.declaredCount),
    declaredTotal: yuan(handOver.declaredTotal),
    note: handOver.note ?? '',
    withReceipts: rows.some(({ receipt }) => receipt !== null),
    issuer: '',
    rows: rows.map(({ memberId, name, amount }) => ({ memberId, name, amount: yuan(amount) })),
  })
  return { id }
}
