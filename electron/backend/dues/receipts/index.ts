import { homeQueries } from '../../../../db/queries/home'
import { receiptQueries } from '../../../../db/queries/dues/receipts'
import { fenSchema } from '../../../../shared/model/money'
import { withBranch } from '../../context'
import { bookOf, bookPage, exportBook } from './book'
import { issueReceipts } from './issuing'
import { voidReceipt } from './voiding'

const os = withBranch.dues.receipts

/** Receipts 会费收据. */
export const receipts = os.router({
  book: os.book.handler(({ context }) => bookOf(context.db)),
  list: os.list.handler(({ context, input }) => bookPage(context.db, input)),
  ofMember: os.ofMember.handler(({ context, input }) => receiptQueries(context.db).ofMember(input.memberId)),

  unreceipted: os.unreceipted.handler(({ context, input: { year, withPayroll, search, offset, limit } }) => {
    const wanted = { year, withPayroll: withPayroll ? (1 as const) : (0 as const), name: search === '' ? null : search }
    const { unreceipted, unreceiptedFigures } = receiptQueries(context.db)
    const { total, amount } = unreceiptedFigures.get(wanted) ?? { total: 0, amount: fenSchema.parse(0) }
    return { total, amount, rows: unreceipted({ ...wanted, offset, limit }) }
  }),

  issue: os.issue.handler(({ context, input }) => issueReceipts(context.db, input.entryIds, input.issuer)),
  void: os.void.handler(({ context, input }) => voidReceipt(context.db, input.id, input.reason)),

  papers: os.papers.handler(({ context, input }) => ({
    unionName: homeQueries(context.db).unionName.get() ?? '',
    receipts: receiptQueries(context.db).byIds(input.ids),
  })),

  ofBatch: os.ofBatch.handler(({ context, input }) => receiptQueries(context.db).ofBatch.all(input.batchId)),
  wholeBook: os.wholeBook.handler(({ context: { db }, input: { series } }) => ({
    unionName: homeQueries(db).unionName.get() ?? '',
    receipts: receiptQueries(db).whole(series),
    figures: bookOf(db).series.find((one) => one.series === series) ?? null,
  })),
  exportBook: os.exportBook.handler(({ context, input, signal }) =>
    exportBook(context.db, context.host, input, signal),
  ),
})
