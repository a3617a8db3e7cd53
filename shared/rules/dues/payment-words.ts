import type { Day } from '../../model/date'
import type { SheetLanguage } from '../roster/sheet-words'

interface PaymentWords {
  readonly title: string
  readonly days: (from: Day, until: Day) => string
  /** Paid on, name, department, kind, method, amount, collector, note. */
  readonly headings: readonly [string, string, string, string, string, string, string, string]
  readonly payment: string
  readonly refund: string
  readonly total: string
}

/** Words of the list of payments as a sheet. */
export const paymentWords: Readonly<Record<SheetLanguage, PaymentWords>> = {
  'zh-CN': {
    title: '会费收款明细表',
    days: (from, until) => `收款日期：${from} 至 ${until}`,
    headings: ['收款日期', '姓名', '部门', '类别', '方式', '金额（元）', '交款人', '说明'],
    payment: '缴费',
    refund: '退款',
    total: '合计',
  },
  'zh-TW': {
    title: '會費收款明細表',
    days: (from, until) => `收款日期：${from} 至 ${until}`,
    headings: ['收款日期', '姓名', '部門', '類別', '方式', '金額（元）', '交款人', '說明'],
    payment: '繳費',
    refund: '退款',
    total: '合計',
  },
  en: {
    title: 'Dues received',
    days: (from, until) => `Received from ${from} to ${until}`,
    headings: ['Received on', 'Name', 'Department', 'Kind', 'Method', 'Amount (yuan)', 'Handed over by', 'Note'],
    payment: 'Payment',
    refund: 'Refund',
    total: 'Total',
  },
}
