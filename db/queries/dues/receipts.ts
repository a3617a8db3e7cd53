import type { Unreceipted } from '../../../shared/contract/dues/receipts'
import type { Day } from '../../../shared/model/date'
import type { BatchId, DuesEntryId, DuesReceiptId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { duesReceiptSchema, type DuesReceipt } from '../../../shared/model/receipt'
import { perDatabase } from '../../branch-database'

/** A receipt as its row holds it. */
type ReceiptRow = Omit<DuesReceipt, 'months'> & { readonly months: string }

export interface SeriesFigures {
  readonly series: string
  readonly last: number
  readonly voided: number
  readonly amount: Fen
}

interface BookParameters {
  readonly series: string
  /** Null for every receipt. */
  readonly isVoided: 0 | 1 | null
  readonly number: number | null
  readonly name: string | null
}

interface UnreceiptedParameters {
  readonly year: string
  readonly withPayroll: 0 | 1
  readonly name: string | null
}

interface Window {
  readonly limit: number
  readonly offset: number
}

const columns = `id, series, number, entry_id AS entryId, member_id AS memberId, payer, amount, method,
  paid_on AS paidOn, months, issued_on AS issuedOn, issuer, voided_on AS voidedOn, void_reason AS voidReason`

const inBook = `FROM dues_receipt WHERE series = @series AND (@isVoided IS NULL OR (voided_on IS NOT NULL) = @isVoided)
  AND (@number IS NULL OR number = @number) AND (@name IS NULL OR instr(payer, @name) > 0)`

/** Payments that stand, of a year, without a valid receipt. */
const unreceipted = `FROM dues_entry AS entry JOIN member ON member.id = entry.member_id
  WHERE entry.paid_on BETWEEN @year || '-01-01' AND @year || '-12-31' AND entry.kind = 'payment' AND entry.amount < 0
    AND (@withPayroll OR entry.method <> 'payroll') AND (@name IS NULL OR instr(member.name, @name) > 0)
    AND NOT EXISTS (SELECT 1 FROM dues_entry AS reversal WHERE reversal.reverses_id = entry.id)
    AND NOT EXISTS (SELECT 1 FROM dues_receipt WHERE entry_id = entry.id AND voided_on IS NULL)`

function receiptOf(row: ReceiptRow): DuesReceipt {
  return { ...row, months: duesReceiptSchema.shape.months.parse(JSON.parse(row.months)) }
}

/** Prepared statements of receipts. */
export const receiptQueries = perDatabase(({ sqlite }) => {
  const insert = sqlite.prepare<[ReceiptRow]>(
    `INSERT INTO dues_receipt (id, series, number, entry_id, member_id, payer, amount, method, paid_on, months, issued_on,
      issuer, voided_on, void_reason)
    VALUES (@id, @series, @number, @entryId, @memberId, @payer, @amount, @method, @paidOn, @months, @issuedOn,
      @issuer, @voidedOn, @voidReason)`,
  )
  const get = sqlite.prepare<[DuesReceiptId], ReceiptRow>(`SELECT ${columns} FROM dues_receipt WHERE id = ?`)
  const list = sqlite.prepare<[BookParameters & Window], ReceiptRow>(
    `SELECT ${columns} ${inBook} ORDER BY number DESC LIMIT @limit OFFSET @offset`,
  )
  const whole = sqlite.prepare<[string], ReceiptRow>(
    `SELECT ${columns} FROM dues_receipt WHERE series = ? ORDER BY number`,
  )
  const ofMember = sqlite.prepare<[MemberId], ReceiptRow>(
    `SELECT ${columns} FROM dues_receipt WHERE member_id = ? ORDER BY series DESC, number DESC`,
  )
  const byIds = sqlite.prepare<[string], ReceiptRow>(
    `SELECT ${columns} FROM dues_receipt WHERE id IN (SELECT value FROM json_each(?)) ORDER BY series, number`,
  )
  const unreceiptedRows = sqlite.prepare<
    [UnreceiptedParameters & Window],
    Omit<Unreceipted, 'wasVoided'> & { readonly wasVoided: 0 | 1 }
  >(
    `SELECT entry.id AS entryId, member.id AS memberId, member.name, member.department, -entry.amount AS amount,
      entry.method, entry.paid_on AS paidOn, EXISTS (SELECT 1 FROM dues_receipt WHERE entry_id = entry.id) AS wasVoided
    ${unreceipted} ORDER BY entry.paid_on DESC, entry.rowid DESC LIMIT @limit OFFSET @offset`,
  )
  return {
    insert: (receipt: DuesReceipt) => insert.run({ ...receipt, months: JSON.stringify(receipt.months) }),
    lastNumber: sqlite
      .prepare<[string], number>('SELECT coalesce(max(number), 0) FROM dues_receipt WHERE series = ?')
      .pluck(),
    hasValid: sqlite
      .prepare<[DuesEntryId], number>(
        'SELECT EXISTS (SELECT 1 FROM dues_receipt WHERE entry_id = ? AND voided_on IS NULL)',
      )
      .pluck(),

    get: (id: DuesReceiptId): DuesReceipt | undefined => {
      const row = get.get(id)
      return row === undefined ? undefined : receiptOf(row)
    },
    void: sqlite.prepare<[{ readonly id: DuesReceiptId; readonly voidedOn: Day; readonly voidReason: string | null }]>(
      `UPDATE dues_receipt SET voided_on = @voidedOn, void_reason = @voidReason WHERE id = @id AND voided_on IS NULL`,
    ),
    voidOfEntry: sqlite.prepare<
      [{ readonly entryId: DuesEntryId; readonly voidedOn: Day; readonly voidReason: string | null }]
    >(
      `UPDATE dues_receipt SET voided_on = @voidedOn, void_reason = @voidReason
      WHERE entry_id = @entryId AND voided_on IS NULL`,
    ),
    /** Lets the receipts of a payment go along to the line that it became in another member's ledger. */
    carry: sqlite.prepare<[{ readonly from: DuesEntryId; readonly to: DuesEntryId; readonly memberId: MemberId }]>(
      'UPDATE dues_receipt SET entry_id = @to, member_id = @memberId WHERE entry_id = @from',
    ),

    /** Newest year first. */
    series: sqlite.prepare<[], SeriesFigures>(
      `SELECT series, max(number) AS last, count(voided_on) AS voided,
        coalesce(sum(CASE WHEN voided_on IS NULL THEN amount END), 0) AS amount
      FROM dues_receipt GROUP BY series ORDER BY series DESC`,
    ),
    missing: sqlite.prepare<[string], { readonly from: number; readonly until: number }>(
      `SELECT before + 1 AS "from", number - 1 AS until FROM (
        SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS before FROM dues_receipt WHERE series = ?)
      WHERE number > before + 1`,
    ),
    lastIssuer: sqlite
      .prepare<[], string | null>('SELECT issuer FROM dues_receipt ORDER BY series DESC, number DESC LIMIT 1')
      .pluck(),

    list: (page: BookParameters & Window) => list.all(page).map(receiptOf),
    figures: sqlite.prepare<[BookParameters], { readonly total: number; readonly amount: Fen }>(
      `SELECT count(*) AS total, coalesce(sum(CASE WHEN voided_on IS NULL THEN amount END), 0) AS amount ${inBook}`,
    ),
    /** A year by number. */
    whole: (series: string) => whole.all(series).map(receiptOf),
    ofMember: (memberId: MemberId) => ofMember.all(memberId).map(receiptOf),
    /** By number. */
    byIds: (ids: readonly DuesReceiptId[]) => byIds.all(JSON.stringify(ids)).map(receiptOf),
    /** Those that a batch issued and that are valid, by number; the change log knows which they are. */
    ofBatch: sqlite
      .prepare<[BatchId], DuesReceiptId>(
        `SELECT id FROM dues_receipt WHERE voided_on IS NULL AND id IN (
          SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'dues_receipt' AND operation = 'insert')
        ORDER BY series, number`,
      )
      .pluck(),

    unreceipted: (page: UnreceiptedParameters & Window): Unreceipted[] =>
      unreceiptedRows.all(page).map((row) => ({ ...row, wasVoided: row.wasVoided === 1 })),
    unreceiptedFigures: sqlite.prepare<[UnreceiptedParameters], { readonly total: number; readonly amount: Fen }>(
      `SELECT count(*) AS total, coalesce(-sum(entry.amount), 0) AS amount ${unreceipted}`,
    ),
  }
})
