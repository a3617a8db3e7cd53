import { homeQueries } from '../../../../db/queries/home'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { withBranch } from '../../context'
import { chooseMember, decide, discardList, setAmount, setMonths } from './decide'
import { deductionsOf, saveDeductions, saveNote } from './deductions'
import { closeDisputes, disputePage, openDisputes } from './disputes'
import { candidatesOf, getList, listPage, personsPage } from './lists'
import { postList } from './post'
import { readList } from './read-list'
import { remit } from './remittances'

const os = withBranch.dues

/** Payroll deduction lists 代扣名单. */
export const payroll = os.payroll.router({
  lists: os.payroll.lists.handler(({ context, input }) => listPage(context.db, input)),
  read: os.payroll.read.handler(({ context, input, signal }) => readList(context.db, input, signal)),
  get: os.payroll.get.handler(({ context, input }) => getList(context.db, input.id)),
  persons: os.payroll.persons.handler(({ context, input }) => personsPage(context.db, input)),
  setMonths: os.payroll.setMonths.handler(({ context, input }) => setMonths(context.db, input)),
  candidates: os.payroll.candidates.handler(({ context, input }) => candidatesOf(context.db, input.lineId)),
  choose: os.payroll.choose.handler(({ context, input }) =>
    chooseMember(context.db, input.id, input.lineIds, input.memberId),
  ),
  setAmount: os.payroll.setAmount.handler(({ context, input }) => setAmount(context.db, input.lineId, input.amount)),
  decide: os.payroll.decide.handler(({ context, input }) => decide(context.db, input)),
  post: os.payroll.post.handler(({ context, input }) => postList(context.db, input.id)),
  discard: os.payroll.discard.handler(({ context, input }) => discardList(context.db, input.id)),
  remit: os.payroll.remit.handler(({ context, input }) => remit(context.db, input)),

  deductions: os.payroll.deductions.handler(async ({ context: { db }, input: { offset, limit, ...span } }) => {
    const rows = await deductionsOf(db, span)
    return {
      total: rows.length,
      amount: sumOf(rows),
      unionName: homeQueries(db).unionName.get() ?? '',
      rows: rows.slice(offset, offset + limit),
    }
  }),
  saveDeductions: os.payroll.saveDeductions.handler(({ context: { db, host }, input, signal }) =>
    saveDeductions(db, host, input, signal),
  ),
  saveNote: os.payroll.saveNote.handler(({ context: { db, host }, input, signal }) =>
    saveNote(db, host, input, signal),
  ),
})

/** Disputes 争议 about months between member and employer. */
export const disputes = os.disputes.router({
  list: os.disputes.list.handler(({ context, input }) => disputePage(context.db, input)),
  open: os.disputes.open.handler(({ context, input }) => openDisputes(context.db, input)),
  close: os.disputes.close.handler(({ context, input }) => closeDisputes(context.db, input.ids, input.outcome)),
})
