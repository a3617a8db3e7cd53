import type { SheetLanguage } from '../roster/sheet-words'

interface ReceiptWords {
  readonly book: (year: string) => string
  readonly range: (last: number, voided: number) => string
  /** Number, issued on, payer, months, method, amount, valid amount, voided on, reason, issuer. */
  readonly bookHeadings: readonly [string, string, string, string, string, string, string, string, string, string]
  readonly takenBack: string
  readonly bookSignatures: string
  readonly slip: string
  readonly slipLine: (slip: { readonly collector: string; readonly receivedOn: string }) => string
  readonly declared: (slip: { readonly count: number; readonly total: string; readonly capitals: string }) => string
  /** Number, name, department, months, receipt, amount. */
  readonly slipHeadings: readonly [string, string, string, string, string, string]
  readonly slipSignatures: string
  readonly total: string
}

/** Words of the receipt book and of hand-over slips as sheets. */
export const receiptWords: Readonly<Record<SheetLanguage, ReceiptWords>> = {
  'zh-CN': {
    book: (year) => `会费收据簿（${year} 年）`,
    range: (last, voided) => `第 1 至 ${last} 号，共 ${last} 张，其中作废 ${voided} 张`,
    bookHeadings: [
      '收据号',
      '开票日期',
      '交款人',
      '所缴月份',
      '方式',
      '金额（元）',
      '有效金额（元）',
      '作废日期',
      '作废原因',
      '开票人',
    ],
    takenBack: '缴费已撤销',
    bookSignatures: '制表人：　　　　　　　　　　审核人：',
    slip: '会费交款单',
    slipLine: ({ collector, receivedOn }) => `交款人：${collector}　　　　交款日期：${receivedOn}`,
    declared: ({ count, total, capitals }) => `共 ${count} 人，合计 ${total} 元　人民币（大写）${capitals}`,
    slipHeadings: ['序号', '姓名', '部门', '所缴月份', '收据号', '金额（元）'],
    slipSignatures: '交款人（签字）：　　　　　　　　　　收款人（签字）：',
    total: '合计',
  },
  'zh-TW': {
    book: (year) => `會費收據簿（${year} 年）`,
    range: (last, voided) => `第 1 至 ${last} 號，共 ${last} 張，其中作廢 ${voided} 張`,
    bookHeadings: [
      '收據號碼',
      '開立日期',
      '繳款人',
      '所繳月份',
      '方式',
      '金額（元）',
      '有效金額（元）',
      '作廢日期',
      '作廢原因',
      '開立人',
    ],
    takenBack: '繳費已復原',
    bookSignatures: '製表人：　　　　　　　　　　審核人：',
    slip: '會費交款單',
    slipLine: ({ collector, receivedOn }) => `交款人：${collector}　　　　交款日期：${receivedOn}`,
    declared: ({ count, total, capitals }) => `共 ${count} 人，合計 ${total} 元　人民幣（大寫）${capitals}`,
    slipHeadings: ['序號', '姓名', '部門', '所繳月份', '收據號碼', '金額（元）'],
    slipSignatures: '交款人（簽名）：　　　　　　　　　　收款人（簽名）：',
    total: '合計',
  },
  en: {
    book: (year) => `Receipt book of dues, ${year}`,
    range: (last, voided) => `Numbers 1 to ${last}, ${last} receipts, ${voided} of them void`,
    bookHeadings: [
      'Number',
      'Issued on',
      'Payer',
      'Months paid',
      'Method',
      'Amount (yuan)',
      'Valid (yuan)',
      'Voided on',
      'Why void',
      'Issued by',
    ],
    takenBack: 'The payment was taken back',
    bookSignatures: 'Made out by:                    Checked by:',
    slip: 'Hand-over of dues',
    slipLine: ({ collector, receivedOn }) => `Handed over by: ${collector}        On: ${receivedOn}`,
    declared: ({ count, total, capitals }) => `${count} members, ${total} yuan altogether, ${capitals}`,
    slipHeadings: ['No.', 'Name', 'Department', 'Months paid', 'Receipt', 'Amount (yuan)'],
    slipSignatures: 'Handed over by (signature):                    Received by (signature):',
    total: 'Total',
  },
}
