import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries } from '../../../../db/queries/care/gifts'
import type { GiftFilter } from '../../../../shared/contract/care/gifts'
import type { HostClient } from '../../../../shared/contract/host'
import { giftWords } from '../../../../shared/rules/care/gift-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { saveLedger } from '../../dues/save-ledger'
import type { LedgerColumn, LedgerValue } from '../../ledger-sheet'
import { searchOf } from './search'
import { shownGift } from './shown-gift'

/** Rows read at once. */
const PORTION = 500

interface GiftExport extends GiftFilter {
  readonly language: SheetLanguage
  readonly paper: 'register' | 'signOff'
}

/** Writes the register or a list to sign to a workbook, see the contract. */
export function exportGifts(
  db: BranchDatabase,
  host: HostClient,
  { language, paper, ...filter }: GiftExport,
  signal: AbortSignal | undefined,
) {
  const words = giftWords[language]
  const search = searchOf(filter)
  const { list, listToSign, sums } = giftQueries(db)
  const total = sums.get(search)?.total ?? 0
  const isSignOff = paper === 'signOff'
  const text = (heading: string, width: number): LedgerColumn => ({ heading, width, kind: 'text' })
  const money: LedgerColumn = { heading: words.amount, width: 12, kind: 'money', isSummed: true }
  const day = (heading: string): LedgerColumn => ({ heading, width: 12, kind: 'day' })
  const number: LedgerColumn = { heading: words.number, width: 6, kind: 'count' }

  function* rows(): Generator<LedgerValue[], void, void> {
    let place = 0
    for (let offset = 0; offset < total; offset += PORTION) {
      for (const row of (isSignOff ? listToSign : list).all({ ...search, offset, limit: PORTION })) {
        const gift = shownGift(row)
        const item = words.kinds[gift.kind]
        const what = gift.goods ?? words.forms[gift.form]
        const reason = gift.overLimitReason
        place++
        yield isSignOff
          ? [place, gift.name, gift.department, item, what, gift.amount, gift.receivedBy, gift.signedOn]
          : [
              ...[place, gift.on, gift.name, gift.department, item, gift.occasion, what, gift.amount],
              ...[gift.decision, reason, gift.signedOn, gift.receivedBy, gift.voucherNumber, gift.paidBy],
            ]
      }
    }
  }

  const title = isSignOff ? words.signOffTitle : words.registerTitle(filter.year)
  return saveLedger(
    db,
    host,
    title,
    {
      name: title,
      title,
      lines: [],
      columns: isSignOff
        ? [
            number,
            text(words.name, 11),
            text(words.department, 18),
            text(words.item, 16),
            text(words.what, 18),
            money,
            text(words.signature, 16),
            day(words.date),
          ]
        : [
            number,
            day(words.on),
            text(words.name, 11),
            text(words.department, 18),
            text(words.item, 16),
            text(words.occasion, 18),
            text(words.what, 16),
            money,
            text(words.decision, 20),
            text(words.overLimitReason, 20),
            day(words.signedOn),
            text(words.receivedBy, 11),
            { heading: words.voucher, width: 8, kind: 'count' },
            text(words.paidBy, 14),
          ],
      groups: [{ title: null, rows: rows() }],
      rowCount: total,
      total: words.total,
      notes: [words.signatures],
    },
    signal,
  )
}
