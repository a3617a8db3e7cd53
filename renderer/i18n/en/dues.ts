import type { PluralLocale } from '../locale'
import type source from '../zh-CN/dues'

const dues: PluralLocale<typeof source> = {
  title: 'Dues',
  tab: {
    month: 'By month',
    year: 'By year',
    debtors: 'Who owes',
    receipts: 'Receipts',
    handOvers: 'Hand-overs',
    rules: 'Dues rules',
  },
  month: {
    label: 'Month',
  },
  year: {
    label: 'Year',
    previous: 'Year before',
    next: 'Year after',
    name: '{{year}}',
    picture: 'Charged and collected by month, {{year}}',
    collected: 'Collected',
    sum: 'Whole year',
  },
  figure: {
    charged: 'Charged',
  },
  searchDebtors: 'Search those who owe',
  searchPlaceholder: 'Name, pinyin or initials, end of ID number, phone',
  noDebtors: 'Nobody owes dues',
  noDebtorsText: 'Everything charged has been paid.',
  nobodyFound: 'Nobody like that owes dues',
  rule: {
    set: 'Set the dues rule',
    noneText: 'With a rule set, the program works out what each member owes.',
  },
}

export default dues
