import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries, type GiftRow } from '../../../../db/queries/care/gifts'
import type { GiftBooking } from '../../../../shared/contract/care/gifts'
import { failure } from '../../../../shared/contract/errors'
import type { CareGift, CareGiftInput } from '../../../../shared/model/care-gift'
import type { Day } from '../../../../shared/model/date'
import { careGiftIdSchema, newId, type BatchId, type CareGiftId } from '../../../../shared/model/id'
import { giftProblems } from '../../../../shared/rules/care/gift'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'
import { dayOf } from '../../../../shared/rules/date'
import { memberQueries } from '../../../../db/queries/members'
import { requireBookable, writeBooking, type Booked } from './booking'
import { requireGiftReasons } from './limits'
import { requireGift, requireGifts, requireUnbooked } from './require-gifts'

/** What a batch of gifts is called: by the first ones who received them. */
const titleOf = (gifts: readonly GiftRow[]): string =>
  [...new Set(gifts.map(({ name }) => name))].slice(0, 3).join('、')

function requireWhole(db: BranchDatabase, gifts: readonly CareGiftInput[], today: Day): void {
  if (gifts.some((gift) => giftProblems(gift, today).size > 0)) throw failure('GIFT_INVALID')
  const { get } = memberQueries(db)
  for (const memberId of new Set(gifts.map((gift) => gift.memberId))) {
    if (get.get(memberId) === undefined) throw failure('NOT_FOUND')
  }
}

/** Records gifts, see the contract. */
export function addGifts(
  db: BranchDatabase,
  {
    title,
    gifts,
    booking,
  }: { readonly title: string; readonly gifts: readonly CareGiftInput[]; readonly booking: GiftBooking | null },
  today: Day = dayOf(new Date()),
): { batchId: BatchId; booked: Booked | null } {
  requireWhole(db, gifts, today)
  const passing = requireGiftReasons(db, gifts, [])
  const rows: CareGift[] = gifts.map((gift) => ({
    ...gift,
    overLimitReason: passing.has(gift) ? gift.overLimitReason : null,
    id: newId(careGiftIdSchema),
    fundEntryId: null,
    signedOn: null,
    receivedBy: null,
  }))
  const entry = booking === null ? null : requireBookable(db, rows, booking, today)
  const { batchId, result } = db.writeBatch({ kind: 'gift', title }, (batch) => {
    for (const row of rows) giftQueries(db).insert.run(row)
    return { count: rows.length, result: entry === null ? null : writeBooking(db, rows, entry, batch) }
  })
  return { batchId, booked: result }
}

/** What the book holds of a gift. */
const heldByBook = ['memberId', 'kind', 'on', 'form', 'amount', 'paidBy'] as const

/** Changes a gift, see the contract. */
export function changeGift(
  db: BranchDatabase,
  { id, gift, isOpen }: { readonly id: CareGiftId; readonly gift: CareGiftInput; readonly isOpen: boolean },
  today: Day = dayOf(new Date()),
): { batchId: BatchId } {
  const known = requireGift(db, id)
  if (heldByBook.some((field) => known[field] !== gift[field])) requireUnbooked([known])
  requireWhole(db, [gift], today)
  const passing = requireGiftReasons(db, [gift], [id])
  const isHeldBack = isSensitiveKind(known.kind) && !isOpen
  const { name: _name, department: _department, voucherNumber: _voucher, ...stored } = known
  return db.writeBatch({ kind: 'gift', title: known.name }, () => {
    giftQueries(db).update.run({
      ...stored,
      ...gift,
      overLimitReason: passing.has(gift) ? gift.overLimitReason : null,
      ...(isHeldBack && { occasion: known.occasion, note: known.note }),
    })
    return { count: 1, result: null }
  })
}

/** Throws NOT_FOUND, GIFT_BOOKED. */
export function removeGifts(db: BranchDatabase, ids: readonly CareGiftId[]): { batchId: BatchId } {
  const gifts = requireGifts(db, ids)
  requireUnbooked(gifts)
  return writeEach(db, gifts, ({ id }) => giftQueries(db).remove.run(id))
}

/** Throws NOT_FOUND, GIFT_BOOKED. */
export function setPayer(
  db: BranchDatabase,
  { ids, paidBy }: { readonly ids: readonly CareGiftId[]; readonly paidBy: string | null },
): { batchId: BatchId } {
  const gifts = requireGifts(db, ids)
  requireUnbooked(gifts)
  if (paidBy === null)
    requireGiftReasons(
      db,
      gifts.map((gift) => ({ ...gift, paidBy })),
      ids,
    )
  return writeEach(db, gifts, ({ id }) => giftQueries(db).setPayer.run({ id, paidBy }))
}

/** Throws NOT_FOUND. */
export function signGifts(
  db: BranchDatabase,
  { ids, ...signed }: { readonly ids: readonly CareGiftId[] } & Pick<CareGift, 'signedOn' | 'receivedBy'>,
): { batchId: BatchId } {
  return writeEach(db, requireGifts(db, ids), ({ id }) => giftQueries(db).sign.run({ id, ...signed }))
}

function writeEach(
  db: BranchDatabase,
  gifts: readonly GiftRow[],
  write: (gift: GiftRow) => void,
): { batchId: BatchId } {
  return db.writeBatch({ kind: 'gift', title: titleOf(gifts) }, () => {
    for (const gift of gifts) write(gift)
    return { count: gifts.length, result: null }
  })
}
