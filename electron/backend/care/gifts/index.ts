import { giftQueries } from '../../../../db/queries/care/gifts'
import { fenSchema } from '../../../../shared/model/money'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'
import { dayOf } from '../../../../shared/rules/date'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { isSensitiveOpen, logSensitiveView } from '../../access/sensitive'
import { withBranch } from '../../context'
import { bookGifts } from './booking'
import { exportGifts } from './export'
import { careFigures } from './figures'
import { birthdaysOf, festivalProposals, festivalYear, retirementsOf } from './proposals'
import { addGifts, changeGift, removeGifts, setPayer, signGifts } from './record'
import { requireGift } from './require-gifts'
import { searchOf } from './search'
import { shownGift } from './shown-gift'

const os = withBranch.care.gifts

/** What members are given on their occasions 慰问. */
export const gifts = os.router({
  list: os.list.handler(({ context, input: { offset, limit, ...filter } }) => {
    const { list, sums } = giftQueries(context.db)
    const search = searchOf(filter)
    const none = { total: 0, amount: fenSchema.parse(0), members: 0, unsigned: 0, unbooked: 0 }
    return {
      ...(sums.get(search) ?? none),
      rows: list.all({ ...search, offset, limit }).map(shownGift),
    }
  }),
  ids: os.ids.handler(({ context: { db }, input }) => giftQueries(db).ids.all(searchOf(input))),
  years: os.years.handler(({ context: { db } }) => {
    const years = giftQueries(db).years.all()
    const present = dayOf(new Date()).slice(0, 4)
    return years.includes(present) ? years : [present, ...years].sort().reverse()
  }),
  get: os.get.handler(({ context, input: { id } }) => {
    const gift = requireGift(context.db, id)
    if (!isSensitiveKind(gift.kind) || !isSensitiveOpen(context)) return shownGift(gift)
    logSensitiveView(context, { subject: 'careGift', id, memberId: gift.memberId })
    return { ...gift, isHidden: false }
  }),
  ofMember: os.ofMember.handler(({ context, input: { memberId } }) =>
    giftQueries(context.db).ofMember.all(memberId).map(shownGift),
  ),

  add: os.add.handler(({ context, input }) => addGifts(context.db, input)),
  change: os.change.handler(({ context, input }) =>
    changeGift(context.db, { ...input, isOpen: isSensitiveOpen(context) }),
  ),
  remove: os.remove.handler(({ context, input: { ids } }) => removeGifts(context.db, ids)),
  book: os.book.handler(({ context, input }) => bookGifts(context.db, input)),
  setPayer: os.setPayer.handler(({ context, input }) => setPayer(context.db, input)),
  sign: os.sign.handler(({ context, input }) => signGifts(context.db, input)),

  birthdays: os.birthdays.handler(({ context, input: { month } }) => birthdaysOf(context.db, month)),
  retirements: os.retirements.handler(({ context, input: { year } }) => retirementsOf(context.db, year)),
  festivals: os.festivals.handler(({ context, input: { year } }) => festivalYear(context.db, year)),
  festival: os.festival.handler(({ context, input: { year, festival } }) =>
    festivalProposals(context.db, year, festival),
  ),
  figures: os.figures.handler(({ context, input: { year } }) => {
    const { from, until } = daysOfYear(year)
    return careFigures(context.db, from, until)
  }),

  export: os.export.handler(({ context: { db, host }, input, signal }) => exportGifts(db, host, input, signal)),
})
