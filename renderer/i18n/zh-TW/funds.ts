import type { Locale } from '../locale'
import type source from '../zh-CN/funds'

const funds: Locale<typeof source> = {
  title: '經費',
  tab: {
    book: '收支帳',
    budget: '預算',
    splits: '經費分成',
  },
  account: {
    label: '帳戶',
    dues: '會費帳',
    funds: '經費帳',
  },
  year: {
    label: '年度',
    of: '{{year}} 年',
  },
  direction: {
    opening: '期初餘額',
    income: '收入',
    spending: '支出',
  },
  figure: {
    carried: '上年結轉',
    opening: '期初餘額',
    income: '本年收入',
    spending: '本年支出',
    balance: '結餘',
  },
  book: {
    on: '日期',
    voucher: '傳票號',
    summary: '摘要',
    category: '科目',
    counterpart: '往來單位（人）',
    balance: '結餘',
    with: '附件、會員',
    duesLine_other: '會費台帳轉入（{{count, number}} 筆）',
    reversal: '沖銷',
    reversed: '已沖銷',
    attachments_other: '{{count, number}} 個附件',
    members_other: '{{count, number}} 名受益會員',
    none: '還沒有帳',
    noneText: '登記收入和支出以後，會列在這裡。會費帳的收入由會費台帳自動轉入，不用再填。',
  },
  budget: {
    planned: '預算',
    actual: '實際',
    lastYear: '上年實際',
    none: '還沒有預算',
    noneText: '編列預算以後，這裡可以看到每個科目用了多少。',
  },
  split: {
    validFrom: '從哪天起',
    shares: '分成比例',
    source: '依據',
    none: '還沒有分成比例',
    noneText: '設定以後，可以按薪資總額算出本會應得的經費。',
  },
}

export default funds
