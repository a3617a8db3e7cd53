import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries } from '../../../../db/queries/activities/people'
import { activityQueries } from '../../../../db/queries/activities/plan'
import { bookQueries } from '../../../../db/queries/funds/book'
import { failure } from '../../../../shared/contract/errors'
import type { FundEntryInput } from '../../../../shared/contract/funds/book'
import { now, type Day } from '../../../../shared/model/date'
import type { FundAccount, FundEntry } from '../../../../shared/model/fund'
import {
  fundEntryIdSchema,
  fundShareIdSchema,
  newId,
  type BatchId,
  type FundEntryId,
} from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { opposite } from '../../../../shared/rules/dues/ledger'
import { chartOn } from '../../../../shared/rules/funds/chart'
import { entryProblems } from '../../../../shared/rules/funds/entry'
import { readAttachment, storeAttachment } from '../../attachments/store'
import { bookDayOf, requireOpenMonth } from '../closing/require-open-month'
import { requireLimitReason } from '../limits/check'

/** The next voucher number of the account and year of a day; asked for within the write that uses it. */
function nextVoucher(db: BranchDatabase, account: FundAccount, on: Day): number {
  return bookQueries(db).nextVoucher.get({ account, year: on.slice(0, 4) }) ?? 1
}

/** An opening balance stands before everything else of its account, and there is one only. */
function requireAfterOpening(db: BranchDatabase, { account, direction, on }: EntryToWrite): void {
  const { opening, firstDay } = bookQueries(db)
  const opens = opening.get(account)
  if (direction !== 'opening') {
    if (opens !== undefined && on < opens.on) throw failure('FUND_BEFORE_OPENING', { day: opens.on })
    return
  }
  if (opens !== undefined) throw failure('FUND_OPENING_EXISTS')
  const first = firstDay.get(account) ?? null
  if (first !== null && first < on) throw failure('FUND_OPENING_LATE', { day: first })
}

type EntryToWrite = Omit<FundEntryInput, 'attachments'>

/** To be called before an entry is written. Throws FUND_ENTRY_INVALID, NOT_FOUND. */
export function requireWholeEntry(db: BranchDatabase, input: EntryToWrite, today: Day): void {
  if (entryProblems(input, today).size > 0) throw failure('FUND_ENTRY_INVALID')
  const { isMember } = participationQueries(db)
  if (input.activityId !== null && activityQueries(db).get.get(input.activityId) === undefined) {
    throw failure('NOT_FOUND')
  }
  if (input.shares.some(({ memberId }) => isMember.get(memberId) !== 1)) throw failure('NOT_FOUND')
}

/**
 * To be called before an entry is written, last of all. Throws MONTH_CLOSED, FUND_BEFORE_OPENING, FUND_OPENING_EXISTS,
 * FUND_OPENING_LATE.
 */
export function requirePlaceInBook(db: BranchDatabase, input: EntryToWrite): void {
  requireOpenMonth(db, input.on)
  requireAfterOpening(db, input)
}

/** Writes an entry with what members receive of it within the batch that is being written. */
export function writeEntry(
  db: BranchDatabase,
  { shares, ...fields }: EntryToWrite,
  batchId: BatchId,
): { id: FundEntryId; voucherNumber: number } {
  const { insertEntry, insertShare } = bookQueries(db)
  const id = newId(fundEntryIdSchema)
  const voucherNumber = nextVoucher(db, fields.account, fields.on)
  insertEntry.run({
    ...fields,
    id,
    chart: fields.direction === 'opening' ? null : chartOn(fields.on).version,
    voucherNumber,
    reversesId: null,
    batchId,
    recordedAt: now(),
  })
  for (const share of shares) insertShare.run({ ...share, id: newId(fundShareIdSchema), fundEntryId: id })
  return { id, voucherNumber }
}

/** Books an entry, see the contract. */
export async function postEntry(
  db: BranchDatabase,
  input: FundEntryInput,
  today: Day = dayOf(new Date()),
): Promise<{ id: FundEntryId; voucherNumber: number; batchId: BatchId }> {
  const { attachments, ...entry } = input
  requireWholeEntry(db, entry, today)
  requireLimitReason(db, entry)
  const files = await Promise.all(attachments.map(readAttachment))
  requirePlaceInBook(db, entry)
  const { batchId, result } = db.writeBatch({ kind: 'fund', title: input.summary }, (batch) => {
    const written = writeEntry(db, entry, batch)
    for (const file of files) storeAttachment(db, { kind: 'fundEntry', id: written.id }, null, file)
    return { count: 1, result: written }
  })
  return { ...result, batchId }
}

/** Takes an entry back as a batch of its own, see the contract. */
export function reverseFundEntry(
  db: BranchDatabase,
  id: FundEntryId,
  reason: string,
): { id: FundEntryId; batchId: BatchId } {
  const { entry, reversalOf } = bookQueries(db)
  const reversed = entry.get(id)
  if (reversed === undefined) throw failure('NOT_FOUND')
  if (reversed.reversesId !== null || reversalOf.get(id) !== undefined) throw failure('ALREADY_REVERSED')
  const { batchId, result } = db.writeBatch({ kind: 'reversal', title: reversed.summary }, (batch) => ({
    count: 1,
    result: writeFundReversal(db, reversed, batch, reason),
  }))
  return { id: result, batchId }
}

/**
 * Writes the opposite of an entry, and of what members received of it, within the batch that is being written; today's
 * where its month is closed.
 */
export function writeFundReversal(
  db: BranchDatabase,
  entry: FundEntry,
  batchId: BatchId,
  reason: string | null,
): FundEntryId {
  const { insertEntry, insertShare, shares } = bookQueries(db)
  const id = newId(fundEntryIdSchema)
  const on = bookDayOf(db, entry.on, dayOf(new Date())) ?? entry.on
  insertEntry.run({
    ...entry,
    id,
    on,
    amount: opposite(entry.amount),
    voucherNumber: nextVoucher(db, entry.account, on),
    reversesId: entry.id,
    batchId,
    note: reason,
    recordedAt: now(),
  })
  for (const { memberId, item, amount } of shares.all(entry.id)) {
    insertShare.run({ id: newId(fundShareIdSchema), fundEntryId: id, memberId, item, amount: opposite(amount) })
  }
  return id
}
