import { duesEntrySchema, type DuesEntry } from '../../../shared/model/dues'
import type { DuesEntryId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

const entryColumns = `id, member_id AS memberId, kind, amount, month, rule_id AS ruleId, method, paid_on AS paidOn,
  chosen_months AS chosenMonths, booked_on AS bookedOn, payroll_list_id AS payrollListId,
  hand_over_id AS handOverId, reverses_id AS reversesId, batch_id AS batchId, note, recorded_at AS recordedAt`

/** An entry as its row holds it. */
type EntryRow = Omit<DuesEntry, 'chosenMonths'> & { readonly chosenMonths: string | null }

const chosenMonthsSchema = duesEntrySchema.shape.chosenMonths

function entryOf(row: EntryRow): DuesEntry {
  return {
    ...row,
    chosenMonths: row.chosenMonths === null ? null : chosenMonthsSchema.parse(JSON.parse(row.chosenMonths)),
  }
}

/** Prepared statements of the lines of the dues ledger; amounts in fen. */
export const duesEntryQueries = perDatabase(({ sqlite }) => {
  const insertEntry = sqlite.prepare<[EntryRow]>(
    `INSERT INTO dues_entry (id, member_id, kind, amount, month, rule_id, method, paid_on, chosen_months, booked_on,
      payroll_list_id, hand_over_id, reverses_id, batch_id, note, recorded_at)
    VALUES (@id, @memberId, @kind, @amount, @month, @ruleId, @method, @paidOn, @chosenMonths, @bookedOn,
      @payrollListId, @handOverId, @reversesId, @batchId, @note, @recordedAt)`,
  )
  const ledger = sqlite.prepare<[MemberId], EntryRow>(
    `SELECT ${entryColumns} FROM dues_entry WHERE member_id = ? ORDER BY rowid`,
  )
  const entry = sqlite.prepare<[DuesEntryId], EntryRow>(`SELECT ${entryColumns} FROM dues_entry WHERE id = ?`)
  const entriesOfBatch = sqlite.prepare<[string], EntryRow>(
    `SELECT ${entryColumns} FROM dues_entry
    WHERE kind <> 'reversal' AND id IN (SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'dues_entry')
    ORDER BY member_id, month`,
  )
  const reversedByBatch = sqlite.prepare<[string], EntryRow>(
    `SELECT ${entryColumns} FROM dues_entry
    WHERE id IN (SELECT reverses_id FROM dues_entry WHERE kind = 'reversal'
      AND id IN (SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'dues_entry'))
    ORDER BY member_id, month, amount`,
  )
  return {
    insertEntry: (line: DuesEntry): void => {
      const { chosenMonths } = line
      insertEntry.run({ ...line, chosenMonths: chosenMonths === null ? null : JSON.stringify(chosenMonths) })
    },

    /** The balance of a member: positive owes, negative has paid ahead; no row for an unknown member. */
    balance: sqlite
      .prepare<[MemberId], Fen>(
        'SELECT coalesce(balance, 0) FROM member_standing LEFT JOIN dues_standing USING (member_id) WHERE member_id = ?',
      )
      .pluck(),

    /** A member's lines in the order of recording. */
    ledger: (memberId: MemberId) => ledger.all(memberId).map(entryOf),

    entry: (id: DuesEntryId): DuesEntry | undefined => {
      const row = entry.get(id)
      return row === undefined ? undefined : entryOf(row)
    },

    isReversed: sqlite
      .prepare<[DuesEntryId], number>('SELECT EXISTS (SELECT 1 FROM dues_entry WHERE reverses_id = ?)')
      .pluck(),

    /** The charges and payments of a batch; the change log knows which they are. */
    entriesOfBatch: (batchId: string) => entriesOfBatch.all(batchId).map(entryOf),

    /** The lines that a batch took back, of each month the waivers first. */
    reversedByBatch: (batchId: string) => reversedByBatch.all(batchId).map(entryOf),
  }
})
