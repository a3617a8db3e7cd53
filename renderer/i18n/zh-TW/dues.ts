import type { Locale } from '../locale'
import type source from '../zh-CN/dues'

const dues: Locale<typeof source> = {
  title: '會費',
  tab: {
    month: '每月應繳',
    year: '全年收繳',
    debtors: '欠繳名單',
    receipts: '收據',
    handOvers: '交款',
    rules: '會費標準',
  },
  month: {
    label: '月份',
  },
  year: {
    label: '年度',
    previous: '上一年',
    next: '下一年',
    name: '{{year}} 年',
    picture: '{{year}} 年各月應繳與實收',
    collected: '實收會費',
    sum: '全年合計',
  },
  figure: {
    charged: '應繳會費',
  },
  searchDebtors: '搜尋欠繳會員',
  searchPlaceholder: '姓名、拼音或首字母、證件號後幾位、電話',
  noDebtors: '沒有人欠繳會費',
  noDebtorsText: '已計費的會費都已繳清。',
  nobodyFound: '沒有找到這樣的欠繳會員',
  rule: {
    set: '設定會費標準',
    noneText: '設定標準以後，才能算出每個會員應繳多少。',
  },
}

export default dues
