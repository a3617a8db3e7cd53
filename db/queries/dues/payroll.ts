import type { Day, Moment, Month } from '../../../shared/model/date'
import type { DuesDisputeId, MemberId, PayrollLineId, PayrollListId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import type { Fen } from '../../../shared/model/money'
import type { DuesDispute, PayrollDecision, PayrollList, Remittance } from '../../../shared/model/payroll'
import { perDatabase } from '../../branch-database'
import { rowInserter } from '../../insert-rows'

interface Window {
  readonly limit: number
  readonly offset: number
}

interface Span {
  readonly from: Month
  readonly until: Month
}

/** A list of the ledger, a file read here, or both. */
export interface StoredPayrollList extends Span {
  readonly id: PayrollListId
  readonly title: string | null
  readonly fileName: string | null
  readonly deductedOn: Day
  readonly stated: Fen | null
  readonly sheets: string | null
  readonly postedAt: Moment | null
  /** Null where the file was read on another PC. */
  readonly lines: number | null
  readonly deducted: Fen
  readonly booked: Fen
  readonly received: Fen
}

export interface StoredPayrollImport extends Span {
  readonly id: PayrollListId
  readonly fileName: string
  readonly fileHash: string
  readonly deductedOn: Day
  readonly stated: Fen | null
  /** JSON of `shared/model/payroll` payrollSheetSchema. */
  readonly sheets: string
  readonly createdAt: Moment
}

export interface StoredPayrollLine {
  readonly id: PayrollLineId
  readonly importId: PayrollListId
  readonly sheet: string
  readonly row: number
  readonly name: string | null
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly department: string | null
  readonly amount: Fen
  readonly amountText: string | null
  readonly remark: string | null
  readonly memberId: MemberId | null
  readonly matchedBy: 'staffNumber' | 'idNumber' | 'department' | 'chosen' | null
  readonly decision: PayrollDecision | null
}

/** Who a member is, for a list of people. */
export interface PayrollMember {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly status: MembershipStatus
  /** Above zero owes. */
  readonly balance: Fen
}

export interface StoredDispute extends DuesDispute {
  readonly name: string
  readonly department: string | null
  readonly listTitle: string | null
}

const lineColumns = `id, import_id AS importId, sheet, row, name, staff_number AS staffNumber, id_number AS idNumber,
  department, amount, amount_text AS amountText, remark,
  coalesce((SELECT into_id FROM member_merge WHERE member_merge.member_id = payroll_line.member_id), member_id)
    AS memberId, matched_by AS matchedBy, decision`

/** What is posted stands in the synced list; while nothing of it does, the file's own say counts. */
const lists = `WITH booked AS (
  SELECT payroll_list_id AS id, -sum(amount) AS amount FROM dues_entry
  WHERE payroll_list_id IS NOT NULL GROUP BY payroll_list_id
), received AS (
  SELECT payroll_list_id AS id, sum(amount) AS amount FROM remittance GROUP BY payroll_list_id
), listed AS (
  SELECT id FROM payroll_import UNION SELECT id FROM payroll_list
), found AS (
  SELECT listed.id, coalesce(booked.amount, 0) AS booked, coalesce(received.amount, 0) AS received
  FROM listed LEFT JOIN booked USING (id) LEFT JOIN received USING (id)
  WHERE coalesce(booked.amount, 0) <> 0 OR coalesce(received.amount, 0) <> 0 OR id IN (SELECT id FROM payroll_import)
), payroll AS (
  SELECT found.id, list.title, import.file_name AS fileName, booked, received,
    CASE WHEN booked <> 0 OR import.id IS NULL THEN list."from" ELSE import."from" END AS "from",
    CASE WHEN booked <> 0 OR import.id IS NULL THEN list.until ELSE import.until END AS until,
    CASE WHEN booked <> 0 OR import.id IS NULL THEN list.deducted_on ELSE import.deducted_on END AS deductedOn,
    coalesce(import.stated, list.stated) AS stated, import.sheets,
    CASE WHEN booked <> 0 THEN import.posted_at END AS postedAt,
    (SELECT count(*) FROM payroll_line WHERE import_id = import.id) AS lines,
    coalesce((SELECT sum(amount) FROM payroll_line WHERE import_id = import.id), list.deducted, 0) AS deducted
  FROM found LEFT JOIN payroll_list AS list ON list.id = found.id LEFT JOIN payroll_import AS import ON import.id = found.id
)`

const listColumns = `id, title, fileName, "from", until, deductedOn, stated, sheets, postedAt,
  CASE WHEN fileName IS NOT NULL THEN lines END AS lines, deducted, booked, received`

const disputeColumns = `dispute.id, dispute.member_id AS memberId, month, payroll_list_id AS payrollListId, reason,
  opened_on AS openedOn, closed_on AS closedOn, outcome`

/** Prepared statements of deduction lists, remittances and disputes; amounts in fen. */
export const payrollQueries = perDatabase(({ sqlite }) => {
  const inserter = rowInserter(sqlite, 'payroll_line', [
    ...['id', 'import_id', 'sheet', 'row', 'name', 'staff_number', 'id_number', 'department', 'amount', 'amount_text'],
    ...['remark', 'member_id', 'matched_by', 'decision'],
  ])
  return {
    /** Drafts first, then by months, newest first. */
    lists: sqlite.prepare<[Window], StoredPayrollList>(
      `${lists} SELECT ${listColumns} FROM payroll
      ORDER BY booked <> 0, until DESC, "from" DESC, id DESC LIMIT @limit OFFSET @offset`,
    ),
    listTotals: sqlite.prepare<[], { readonly total: number; readonly held: Fen }>(
      `${lists} SELECT count(*) AS total, coalesce(sum(booked - received), 0) AS held FROM payroll`,
    ),
    list: sqlite.prepare<[PayrollListId], StoredPayrollList>(
      `${lists} SELECT ${listColumns} FROM payroll WHERE id = ?`,
    ),
    /** Lists deducted before a day of which the employer has not paid over everything. */
    heldBefore: sqlite.prepare<
      [{ readonly before: Day }],
      { readonly id: PayrollListId; readonly title: string; readonly deductedOn: Day; readonly held: Fen }
    >(
      `SELECT id, title, deductedOn, booked - received AS held FROM (
        SELECT id, title, deducted_on AS deductedOn,
          (SELECT coalesce(-sum(amount), 0) FROM dues_entry WHERE payroll_list_id = payroll_list.id) AS booked,
          (SELECT coalesce(sum(amount), 0) FROM remittance WHERE payroll_list_id = payroll_list.id) AS received
        FROM payroll_list WHERE deducted_on < @before)
      WHERE booked > received ORDER BY deductedOn, id`,
    ),
    /** Files read that have no payment in the ledger. */
    drafts: sqlite.prepare<[], { readonly id: PayrollListId; readonly fileName: string; readonly lines: number }>(
      `SELECT id, file_name AS fileName, (SELECT count(*) FROM payroll_line WHERE import_id = draft.id) AS lines
      FROM payroll_import AS draft
      WHERE coalesce((SELECT sum(amount) FROM dues_entry WHERE payroll_list_id = draft.id), 0) = 0
      ORDER BY created_at DESC`,
    ),

    imported: sqlite
      .prepare<[{ readonly fileHash: string }], PayrollListId>(
        'SELECT id FROM payroll_import WHERE file_hash = @fileHash ORDER BY created_at DESC LIMIT 1',
      )
      .pluck(),
    insertImport: sqlite.prepare<[StoredPayrollImport]>(
      `INSERT INTO payroll_import (id, file_name, file_hash, "from", until, deducted_on, stated, sheets, created_at)
      VALUES (@id, @fileName, @fileHash, @from, @until, @deductedOn, @stated, @sheets, @createdAt)`,
    ),
    insertLines: (lines: readonly StoredPayrollLine[]): void =>
      inserter(
        lines.map((line) => [
          ...[line.id, line.importId, line.sheet, line.row, line.name, line.staffNumber, line.idNumber],
          ...[line.department, line.amount, line.amountText, line.remark, line.memberId, line.matchedBy, line.decision],
        ]),
      ),
    deleteImport: sqlite.prepare<[PayrollListId]>('DELETE FROM payroll_import WHERE id = ?'),
    setMonths: sqlite.prepare<[Span & { readonly id: PayrollListId; readonly deductedOn: Day }]>(
      'UPDATE payroll_import SET "from" = @from, until = @until, deducted_on = @deductedOn WHERE id = @id',
    ),
    setPostedAt: sqlite.prepare<[{ readonly id: PayrollListId; readonly postedAt: Moment }]>(
      'UPDATE payroll_import SET posted_at = @postedAt WHERE id = @id',
    ),
    /** In the order of the file. */
    lines: sqlite.prepare<[PayrollListId], StoredPayrollLine>(
      `SELECT ${lineColumns} FROM payroll_line WHERE import_id = ? ORDER BY rowid`,
    ),
    line: sqlite.prepare<[PayrollLineId], StoredPayrollLine>(`SELECT ${lineColumns} FROM payroll_line WHERE id = ?`),
    setMember: sqlite.prepare<[Pick<StoredPayrollLine, 'id' | 'memberId' | 'matchedBy'>]>(
      'UPDATE payroll_line SET member_id = @memberId, matched_by = @matchedBy WHERE id = @id',
    ),
    setDecision: sqlite.prepare<[Pick<StoredPayrollLine, 'id' | 'decision'>]>(
      'UPDATE payroll_line SET decision = @decision WHERE id = @id',
    ),
    setAmount: sqlite.prepare<[Pick<StoredPayrollLine, 'id' | 'amount'>]>(
      'UPDATE payroll_line SET amount = @amount, amount_text = NULL WHERE id = @id',
    ),

    /** Writes the list that payments refer to, or what changed of it since it was taken back. */
    storeList: sqlite.prepare<[PayrollList]>(
      `INSERT INTO payroll_list (id, title, "from", until, deducted_on, expected, deducted, stated)
      VALUES (@id, @title, @from, @until, @deductedOn, @expected, @deducted, @stated)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, "from" = excluded."from", until = excluded.until,
        deducted_on = excluded.deducted_on, expected = excluded.expected, deducted = excluded.deducted,
        stated = excluded.stated`,
    ),
    /** What stands in the ledger of a list, by member. */
    booked: sqlite.prepare<[PayrollListId], { readonly memberId: MemberId; readonly amount: Fen }>(
      `SELECT member_id AS memberId, -sum(amount) AS amount FROM dues_entry WHERE payroll_list_id = ?
      GROUP BY member_id HAVING sum(amount) <> 0`,
    ),
    /** Other lists of these months that are posted. */
    listsOfMonths: sqlite.prepare<
      [Span & { readonly id: PayrollListId }],
      { readonly id: PayrollListId; readonly title: string }
    >(
      `SELECT id, title FROM payroll_list WHERE "from" <= @until AND until >= @from AND id <> @id
        AND (SELECT sum(amount) FROM dues_entry WHERE payroll_list_id = payroll_list.id) <> 0 ORDER BY deducted_on`,
    ),
    /** Lists of other months that come to the same sum and are posted. */
    listsOfSum: sqlite.prepare<
      [Span & { readonly deducted: Fen }],
      Span & { readonly id: PayrollListId; readonly title: string }
    >(
      `SELECT id, title, "from", until FROM payroll_list
      WHERE deducted = @deducted AND ("from" > @until OR until < @from)
        AND (SELECT sum(amount) FROM dues_entry WHERE payroll_list_id = payroll_list.id) <> 0
      ORDER BY deducted_on DESC LIMIT 24`,
    ),

    /** Whom the ledger charges for months, reversals taken off. */
    charged: sqlite
      .prepare<[Span], MemberId>(
        `SELECT member_id FROM dues_entry WHERE month BETWEEN @from AND @until
        GROUP BY member_id HAVING sum(CASE WHEN kind = 'waiver' THEN 0 ELSE amount END) > 0`,
      )
      .pluck(),
    /** By a JSON list of ids. */
    members: sqlite.prepare<[string], PayrollMember>(
      `SELECT member.id AS memberId, name, department, staff_number AS staffNumber, id_number AS idNumber,
        status, coalesce(balance, 0) AS balance
      FROM json_each(?) JOIN member ON member.id = json_each.value
        JOIN member_standing ON member_standing.member_id = member.id
        LEFT JOIN dues_standing ON dues_standing.member_id = member.id`,
    ),

    /** Oldest first. */
    remittances: sqlite.prepare<[PayrollListId], Remittance & { readonly isReversed: 0 | 1 }>(
      `SELECT id, payroll_list_id AS payrollListId, amount, received_on AS receivedOn, reverses_id AS reversesId, note,
        EXISTS (SELECT 1 FROM remittance AS other WHERE other.reverses_id = remittance.id) AS isReversed
      FROM remittance WHERE payroll_list_id = ? ORDER BY rowid`,
    ),
    insertRemittance: sqlite.prepare<[Remittance]>(
      `INSERT INTO remittance (id, payroll_list_id, amount, received_on, reverses_id, note)
      VALUES (@id, @payrollListId, @amount, @receivedOn, @reversesId, @note)`,
    ),
    /** Money of a batch that is not taken back yet. */
    remittancesOfBatch: sqlite.prepare<[string], Remittance>(
      `SELECT id, payroll_list_id AS payrollListId, amount, received_on AS receivedOn, reverses_id AS reversesId, note
      FROM remittance WHERE reverses_id IS NULL
        AND id IN (SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'remittance')
        AND id NOT IN (SELECT reverses_id FROM remittance WHERE reverses_id IS NOT NULL)`,
    ),
    /** Of the list that a batch posted to: what was received, and what stays entered without the batch. */
    postedBy: sqlite.prepare<[{ readonly batchId: string }], { readonly received: Fen; readonly stays: Fen }>(
      `SELECT (SELECT coalesce(sum(amount), 0) FROM remittance WHERE payroll_list_id = list.id) AS received,
        (SELECT coalesce(-sum(amount), 0) FROM dues_entry AS entry WHERE payroll_list_id = list.id
          AND @batchId <> CASE kind WHEN 'reversal'
            THEN (SELECT batch_id FROM dues_entry WHERE id = entry.reverses_id) ELSE batch_id END) AS stays
      FROM payroll_list AS list WHERE id = (SELECT payroll_list_id FROM dues_entry WHERE id = (
        SELECT row_id FROM change WHERE batch_id = @batchId AND "table" = 'dues_entry' LIMIT 1))`,
    ),

    disputes: sqlite.prepare<[Window & { readonly isOpen: 0 | 1; readonly memberId: MemberId | null }], StoredDispute>(
      `SELECT ${disputeColumns}, name, department, payroll_list.title AS listTitle FROM dues_dispute AS dispute
        JOIN member ON member.id = dispute.member_id LEFT JOIN payroll_list ON payroll_list.id = payroll_list_id
      WHERE (closed_on IS NULL) = @isOpen AND (@memberId IS NULL OR dispute.member_id = @memberId)
      ORDER BY opened_on DESC, dispute.id DESC LIMIT @limit OFFSET @offset`,
    ),
    disputeCount: sqlite
      .prepare<[{ readonly isOpen: 0 | 1; readonly memberId: MemberId | null }], number>(
        `SELECT count(*) FROM dues_dispute
        WHERE (closed_on IS NULL) = @isOpen AND (@memberId IS NULL OR member_id = @memberId)`,
      )
      .pluck(),
    dispute: sqlite.prepare<[DuesDisputeId], DuesDispute>(
      `SELECT ${disputeColumns} FROM dues_dispute AS dispute WHERE id = ?`,
    ),
    /** The months about which a member has an open dispute. */
    openDisputes: sqlite
      .prepare<[MemberId], Month>(
        'SELECT month FROM dues_dispute WHERE member_id = ? AND closed_on IS NULL ORDER BY month',
      )
      .pluck(),
    /** Who has an open dispute about months. */
    disputed: sqlite
      .prepare<[Span], MemberId>(
        'SELECT DISTINCT member_id FROM dues_dispute WHERE closed_on IS NULL AND month BETWEEN @from AND @until',
      )
      .pluck(),
    insertDispute: sqlite.prepare<[DuesDispute]>(
      `INSERT INTO dues_dispute (id, member_id, month, payroll_list_id, reason, opened_on, closed_on, outcome)
      VALUES (@id, @memberId, @month, @payrollListId, @reason, @openedOn, @closedOn, @outcome)`,
    ),
    closeDispute: sqlite.prepare<[Pick<DuesDispute, 'id' | 'closedOn' | 'outcome'>]>(
      'UPDATE dues_dispute SET closed_on = @closedOn, outcome = @outcome WHERE id = @id',
    ),
  }
})
