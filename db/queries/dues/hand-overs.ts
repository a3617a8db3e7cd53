import type { HandOverRow, PayingMember } from '../../../shared/contract/dues/hand-overs'
import type { Moment } from '../../../shared/model/date'
import type { DuesEntryId, HandOverId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import type { HandOver } from '../../../shared/model/receipt'
import { perDatabase } from '../../branch-database'

/** A draft as it is kept; `content` is JSON of `handOverDraftSchema`. */
export interface StoredDraft {
  readonly id: HandOverId
  readonly content: string
  readonly updatedAt: Moment
}

type StoredHandOver = Omit<HandOverRow, 'isUndone'> & { readonly payments: number }

/** A payment of a hand-over with its valid receipt. */
export interface HandedOver {
  readonly entryId: DuesEntryId
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly amount: Fen
  readonly series: string | null
  readonly number: number | null
  readonly isReversed: 0 | 1
}

/** Whether a batch merged two records or took that apart: it carries payments to another line, which keeps the hand-over. */
const isMerge = (
  batchId: string,
) => `EXISTS (SELECT 1 FROM batch LEFT JOIN batch AS target ON target.id = batch.undoes_id
  WHERE batch.id = ${batchId} AND 'merge' IN (batch.kind, target.kind))`

/** The payments posted with a hand-over tell its batch. */
const posted = `SELECT hand_over.id, collector, declared_count AS declaredCount, declared_total AS declaredTotal,
    received_on AS receivedOn, hand_over.note, entry.batch_id AS batchId, min(entry.recorded_at) AS recordedAt,
    count(*) AS payments, sum(EXISTS (SELECT 1 FROM dues_entry AS reversal WHERE reversal.reverses_id = entry.id
      AND NOT ${isMerge('reversal.batch_id')})) AS reversed
  FROM hand_over JOIN dues_entry AS entry ON entry.hand_over_id = hand_over.id AND entry.kind = 'payment'
    AND entry.batch_id = (SELECT batch_id FROM dues_entry WHERE hand_over_id = hand_over.id ORDER BY rowid LIMIT 1)`

const asRow = ({ payments, ...row }: StoredHandOver): HandOverRow => ({ ...row, isUndone: row.reversed === payments })

/** Prepared statements of hand-overs and those being entered. */
export const handOverQueries = perDatabase(({ sqlite }) => {
  const list = sqlite.prepare<[{ readonly limit: number; readonly offset: number }], StoredHandOver>(
    `${posted} GROUP BY hand_over.id ORDER BY received_on DESC, hand_over.id DESC LIMIT @limit OFFSET @offset`,
  )
  const get = sqlite.prepare<[HandOverId], StoredHandOver>(`${posted} WHERE hand_over.id = ? GROUP BY hand_over.id`)
  return {
    /** The last one touched first. */
    drafts: sqlite.prepare<[], StoredDraft>(
      'SELECT id, content, updated_at AS updatedAt FROM hand_over_draft ORDER BY updated_at DESC, id DESC',
    ),
    draft: sqlite.prepare<[HandOverId], StoredDraft>(
      'SELECT id, content, updated_at AS updatedAt FROM hand_over_draft WHERE id = ?',
    ),
    saveDraft: sqlite.prepare<[StoredDraft]>(
      `INSERT INTO hand_over_draft (id, content, updated_at) VALUES (@id, @content, @updatedAt)
      ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
    ),
    removeDraft: sqlite.prepare<[HandOverId]>('DELETE FROM hand_over_draft WHERE id = ?'),

    /** `ids` is JSON. */
    members: sqlite.prepare<[string], PayingMember>(
      `SELECT member.id AS memberId, name, department, staff_number AS staffNumber, status,
        max(0, coalesce(balance, 0)) AS owed
      FROM json_each(?) AS wanted JOIN member ON member.id = wanted.value
      JOIN member_standing ON member_standing.member_id = member.id
      LEFT JOIN dues_standing ON dues_standing.member_id = member.id
      WHERE member.id NOT IN (SELECT member_id FROM member_merge) ORDER BY wanted.key`,
    ),

    insert: sqlite.prepare<[HandOver]>(
      `INSERT INTO hand_over (id, collector, declared_count, declared_total, received_on, note)
      VALUES (@id, @collector, @declaredCount, @declaredTotal, @receivedOn, @note)`,
    ),
    list: (page: { readonly limit: number; readonly offset: number }) => list.all(page).map(asRow),
    count: sqlite.prepare<[], number>('SELECT count(*) FROM hand_over').pluck(),
    get: (id: HandOverId): HandOverRow | undefined => {
      const row = get.get(id)
      return row === undefined ? undefined : asRow(row)
    },
    /** In the order in which they were entered; what a merge took over stands once, with its new member. */
    payments: sqlite.prepare<[HandOverId], HandedOver>(
      `SELECT entry.id AS entryId, member.id AS memberId, name, department, -entry.amount AS amount, series, number,
        reversal.id IS NOT NULL AS isReversed
      FROM dues_entry AS entry JOIN member ON member.id = entry.member_id
      LEFT JOIN dues_entry AS reversal ON reversal.reverses_id = entry.id
      LEFT JOIN dues_receipt ON dues_receipt.entry_id = entry.id AND voided_on IS NULL
      WHERE entry.hand_over_id = ? AND entry.kind = 'payment' AND (reversal.id IS NULL OR NOT ${isMerge('reversal.batch_id')})
      ORDER BY entry.rowid`,
    ),
  }
})
