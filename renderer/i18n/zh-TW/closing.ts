import type { Locale } from '../locale'
import type source from '../zh-CN/closing'

const closing: Locale<typeof source> = {
  none: '還沒有帳，不用結帳',
  noneText: '登記了收支或收到會費以後，可以按月結帳。',
  next: '待結帳：{{month}}',
  allClosed: '到上個月為止都已結帳',
  account: '帳戶',
  carried: '月初結餘',
  opening: '期初餘額',
  income: '本月收入',
  spending: '本月支出',
  balance: '月底結餘',
  checks: '結帳前檢查',
  check: {
    order: {
      fine: '前面的月份都已結帳',
      found: '前面還有月份沒有結帳',
    },
    over: {
      fine: '這個月已經過完',
      found: '這個月還沒有過完，最後一天才能結帳',
    },
    handOverDrafts: {
      fine: '沒有未入帳的交款',
      found: '{{count, number}} 份這個月的交款還沒有入帳',
    },
    payrollImports: {
      fine: '沒有未入帳的代扣名單',
      found: '{{count, number}} 份這個月的代扣名單還沒有入帳',
    },
    undatedDrafts: {
      fine: '沒有日期不明的交款草稿',
      found: '{{count, number}} 份交款草稿還沒有填收款日期，請看是不是這個月的',
    },
    charged: {
      fine: '這個月的會費都已計費',
      found: '{{count, number}} 人還沒有計費，共 {{amount}}',
    },
    receipts: {
      fine: '收據號碼沒有斷號',
      found: '收據斷號 {{count, number}} 個',
    },
    attachments: {
      fine: '支出都有附件',
      found: '{{count, number}} 筆支出沒有附件，共 {{amount}}',
    },
    remittances: {
      fine: '代扣會費都已到帳',
      found: '{{count, number}} 份代扣名單還有 {{amount}} 沒有到帳',
    },
    handOvers: {
      fine: '現金交款與登記相符',
      found: '{{count, number}} 份交款與登記的繳費相差 {{amount}}',
    },
    balances: {
      fine: '兩個帳戶結餘都不為負',
      found: '{{count, number}} 個帳戶結餘為負，共 {{amount}}',
    },
  },
  lastDay: '今天是這個月最後一天，結帳後今天的帳也不能再記',
  state: {
    label: '狀態',
    fine: '正常',
    warning: '提醒',
    blocking: '必須處理',
  },
  go: '去處理',
  close: '結帳：{{month}}',
  closeTitle: '對 {{month}} 結帳？',
  closeText: '結帳後，這個月和以前的日期不能再記帳，更正記在結帳以後的日期。',
  closeWarnings_other: '還有 {{count, number}} 項提醒沒有處理。',
  closed: '{{month}} 已結帳',
  months: '各月情況',
  month: '月份',
  duesBalance: '會費帳結餘',
  fundsBalance: '經費帳結餘',
  closedAt: '結帳時間',
  isClosed: '已結帳',
  isReopened: '已取消結帳',
  isOpen: '未結帳',
  changed: '結帳時 {{before}}，相差 {{difference}}',
  reopen: '取消結帳',
  reopenTitle: '取消 {{month}} 的結帳',
  reopenText: '取消結帳後這個月又可以記帳。已經送出的報表可能和帳對不上，請改好後重新結帳。原因會留在紀錄裡。',
  reopened: '{{month}} 已取消結帳',
  reasons: {
    missed: '漏記帳目',
    wrong: '帳目記錯',
    asked: '上級或經審要求調整',
  },
  acts: '結帳紀錄',
  act: {
    label: '操作',
    close: '結帳',
    reopen: '取消結帳',
  },
  at: '時間',
  reason: '原因',
}
export default closing
