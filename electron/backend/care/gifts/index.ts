import { giftQueries } from '../../../../db/queries/care/gifts'
import { fenSchema } from '../../../../shared/model/money'
import { withBranch } from '../../context'
import { shownGift } from './shown-gift'

const os = withBranch.care.gifts

/** What members are given on their occasions 慰问. */
export const gifts = os.router({
  list: os.list.handler(({ context: { db }, input: { offset, limit, isUnsigned, isUnbooked, ...filter } }) => {
    const { list, sums } = giftQueries(db)
    const search = { ...filter, isUnsigned: isUnsigned ? 1 : 0, isUnbooked: isUnbooked ? 1 : 0 } as const
    const { total = 0, amount = fenSchema.parse(0), members = 0 } = sums.get(search) ?? {}
    return { total, amount, members, rows: list.all({ ...search, offset, limit }).map(shownGift) }
  }),
})
