import type { PluralLocale } from '../locale'
import type source from '../zh-CN/funds'

const funds: PluralLocale<typeof source> = {
  title: 'Funds',
  tab: {
    book: 'Income and spending',
    budget: 'Budget',
    splits: 'Shares of the 2 %',
  },
  account: {
    label: 'Account',
    dues: 'Dues account',
    funds: 'Funds account',
  },
  year: {
    label: 'Year',
    of: '{{year}}',
  },
  direction: {
    opening: 'Opening balance',
    income: 'Income',
    spending: 'Spending',
  },
  figure: {
    carried: 'Carried over',
    opening: 'Opening balance',
    income: 'Income of the year',
    spending: 'Spending of the year',
    balance: 'Balance',
  },
  book: {
    on: 'Day',
    voucher: 'Voucher',
    summary: 'Summary',
    category: 'Category',
    counterpart: 'Paid by or to',
    balance: 'Balance',
    with: 'Attached',
    duesLine_one: 'From the dues ledger ({{count, number}} line)',
    duesLine_other: 'From the dues ledger ({{count, number}} lines)',
    reversal: 'Reversal',
    reversed: 'Reversed',
    attachments_one: '{{count, number}} attachment',
    attachments_other: '{{count, number}} attachments',
    members_one: '{{count, number}} member received it',
    members_other: '{{count, number}} members received it',
    none: 'Nothing booked yet',
    noneText: 'Income and spending are listed here once booked. Dues come in from the dues ledger by themselves.',
  },
  budget: {
    planned: 'Budget',
    actual: 'Actual',
    lastYear: 'Last year',
    none: 'No budget yet',
    noneText: 'Once there is one, you see here how much of each category is used.',
  },
  split: {
    validFrom: 'From',
    shares: 'Shares',
    source: 'Source',
    none: 'No shares set yet',
    noneText: 'Once set, your share follows from the total wages.',
  },
}

export default funds
