import type { FundAccount } from '../../model/fund'
import type { SheetLanguage } from '../roster/sheet-words'

interface StatementWords {
  readonly statement: string
  readonly audit: string
  readonly period: (from: string, until: string) => string
  readonly year: (year: string) => string
  readonly unit: string
  readonly accounts: Readonly<Record<FundAccount, string>>
  /** Category, amount of the period, of the year so far, budget, what is left of it, same period a year before. */
  readonly headings: readonly [string, string, string, string, string, string]
  readonly carried: string
  readonly income: string
  readonly spending: string
  readonly balance: string
  readonly none: string
  readonly rest: (category: string) => string
  readonly total: string
  readonly signatures: string
  readonly overLimit: string
  readonly withoutAttachment: string
  readonly voided: string
  readonly reversals: string
  readonly reopened: string
  readonly dues: string
  readonly retained: string
  /** Day, account, voucher, summary, amount, reason. */
  readonly entry: readonly [string, string, string, string, string, string]
  /** Number, payer, amount, issued, voided, reason. */
  readonly receipt: readonly [string, string, string, string, string, string]
  /** Day, what, amount, reason. */
  readonly reversal: readonly [string, string, string, string]
  /** Month, reopened on, dues balance, funds balance, reason. */
  readonly closing: readonly [string, string, string, string, string]
  /** Month, charged, received, difference. */
  readonly month: readonly [string, string, string, string]
  /** What, amount. */
  readonly share: readonly [string, string]
  readonly received: string
  readonly expected: (months: number) => string
  readonly difference: string
}

/** Words of the statement of income and spending and of the audit committee's workbook. */
export const statementWords: Readonly<Record<SheetLanguage, StatementWords>> = {
  'zh-CN': {
    statement: '收支情况表',
    audit: '经费审查资料',
    period: (from, until) => `期间：${from} 至 ${until}`,
    year: (year) => `年度：${year} 年`,
    unit: '单位：元',
    accounts: { dues: '会费账', funds: '经费账' },
    headings: ['项目', '本期', '本年累计', '全年预算', '预算剩余', '上年同期'],
    carried: '期初结余',
    income: '收入合计',
    spending: '支出合计',
    balance: '期末结余',
    none: '（无）',
    rest: (category) => `${category}（未分项）`,
    total: '合计',
    signatures: '工会主席：　　　　　　经审主任：　　　　　　制表：',
    overLimit: '超标准支出',
    withoutAttachment: '缺附件支出',
    voided: '作废收据',
    reversals: '冲销',
    reopened: '反结账',
    dues: '会费收缴',
    retained: '拨缴经费',
    entry: ['日期', '账户', '凭证号', '摘要', '金额', '超标准原因'],
    receipt: ['收据号', '缴款人', '金额', '开具日期', '作废日期', '作废原因'],
    reversal: ['日期', '摘要（会员）', '金额', '原因'],
    closing: ['月份', '反结账时间', '会费账结余', '经费账结余', '原因'],
    month: ['月份', '应缴会费', '实收会费', '相差'],
    share: ['项目', '金额'],
    received: '实际收到',
    expected: (months) => `按会员缴费基数估算应得（${months} 个月）`,
    difference: '相差',
  },
  'zh-TW': {
    statement: '收支情況表',
    audit: '經費審查資料',
    period: (from, until) => `期間：${from} 至 ${until}`,
    year: (year) => `年度：${year} 年`,
    unit: '單位：元',
    accounts: { dues: '會費帳', funds: '經費帳' },
    headings: ['項目', '本期', '本年累計', '全年預算', '預算剩餘', '去年同期'],
    carried: '期初結餘',
    income: '收入合計',
    spending: '支出合計',
    balance: '期末結餘',
    none: '（無）',
    rest: (category) => `${category}（未分項）`,
    total: '合計',
    signatures: '工會主席：　　　　　　經審主任：　　　　　　製表：',
    overLimit: '超標準支出',
    withoutAttachment: '缺附件支出',
    voided: '作廢收據',
    reversals: '沖銷',
    reopened: '取消結帳',
    dues: '會費收繳',
    retained: '撥繳經費',
    entry: ['日期', '帳戶', '憑證號', '摘要', '金額', '超標準原因'],
    receipt: ['收據號碼', '繳款人', '金額', '開立日期', '作廢日期', '作廢原因'],
    reversal: ['日期', '摘要（會員）', '金額', '原因'],
    closing: ['月份', '取消結帳時間', '會費帳結餘', '經費帳結餘', '原因'],
    month: ['月份', '應繳會費', '實收會費', '相差'],
    share: ['項目', '金額'],
    received: '實際收到',
    expected: (months) => `依會員繳費基數估算應得（${months} 個月）`,
    difference: '相差',
  },
  en: {
    statement: 'Income and spending',
    audit: 'Audit papers',
    period: (from, until) => `Period: ${from} to ${until}`,
    year: (year) => `Year: ${year}`,
    unit: 'In yuan',
    accounts: { dues: 'Dues account', funds: 'Funds account' },
    headings: ['Item', 'This period', 'Year to date', 'Budget of the year', 'Left of budget', 'A year before'],
    carried: 'Balance brought forward',
    income: 'Income in all',
    spending: 'Spending in all',
    balance: 'Balance at the end',
    none: '(none)',
    rest: (category) => `${category} (other)`,
    total: 'Total',
    signatures: 'Chair:                    Audit committee:                    Drawn up by:',
    overLimit: 'Over the limit',
    withoutAttachment: 'Without papers',
    voided: 'Voided receipts',
    reversals: 'Reversals',
    reopened: 'Months reopened',
    dues: 'Dues',
    retained: 'Share of the 2 %',
    entry: ['Day', 'Account', 'Voucher', 'Summary', 'Amount', 'Reason for passing the limit'],
    receipt: ['Receipt', 'Paid by', 'Amount', 'Issued on', 'Voided on', 'Reason'],
    reversal: ['Day', 'Summary (member)', 'Amount', 'Reason'],
    closing: ['Month', 'Reopened at', 'Dues balance', 'Funds balance', 'Reason'],
    month: ['Month', 'Charged', 'Received', 'Difference'],
    share: ['Item', 'Amount'],
    received: 'Received',
    expected: (months) => `Expected on the pay that dues are reckoned from (${months} months)`,
    difference: 'Difference',
  },
}
