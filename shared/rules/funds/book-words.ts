import type { FundAccount } from '../../model/fund'
import type { SheetLanguage } from '../roster/sheet-words'

interface BookWords {
  readonly title: (account: FundAccount) => string
  readonly year: (year: string) => string
  /** Day, voucher, summary, code, category, item, counterpart, income, spending, balance, invoice, decision. */
  readonly headings: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  readonly carried: string
  readonly duesLine: (lines: number) => string
  readonly total: string
  /** Who signs below. */
  readonly signatures: string
}

/** Words of the book of income and spending as a sheet. */
export const bookWords: Readonly<Record<SheetLanguage, BookWords>> = {
  'zh-CN': {
    title: (account) => `${account === 'dues' ? '会费' : '经费'}收支账`,
    year: (year) => `${year} 年度`,
    headings: [
      '日期',
      '凭证号',
      '摘要',
      '科目编号',
      '科目',
      '明细项目',
      '往来单位（人）',
      '收入（元）',
      '支出（元）',
      '结余（元）',
      '发票或收据号',
      '依据',
    ],
    carried: '上年结转',
    duesLine: (lines) => `会费台账转入（${lines} 笔）`,
    total: '合计',
    signatures: '工会主席：　　　　　　　　经审：　　　　　　　　财务：　　　　　　　　',
  },
  'zh-TW': {
    title: (account) => `${account === 'dues' ? '會費' : '經費'}收支帳`,
    year: (year) => `${year} 年度`,
    headings: [
      '日期',
      '傳票號',
      '摘要',
      '科目編號',
      '科目',
      '明細項目',
      '往來單位（人）',
      '收入（元）',
      '支出（元）',
      '結餘（元）',
      '發票或收據號碼',
      '依據',
    ],
    carried: '上年結轉',
    duesLine: (lines) => `會費台帳轉入（${lines} 筆）`,
    total: '合計',
    signatures: '工會主席：　　　　　　　　經審：　　　　　　　　財務：　　　　　　　　',
  },
  en: {
    title: (account) => `Income and spending of the ${account === 'dues' ? 'dues' : 'funds'} account`,
    year: (year) => `Year ${year}`,
    headings: [
      'Day',
      'Voucher',
      'Summary',
      'Code',
      'Category',
      'Item',
      'Paid by or to',
      'Income (yuan)',
      'Spending (yuan)',
      'Balance (yuan)',
      'Invoice or receipt',
      'Decision',
    ],
    carried: 'Carried over',
    duesLine: (lines) => `From the dues ledger (${lines} lines)`,
    total: 'Total',
    signatures: 'Chair:                    Audit:                    Finance:                    ',
  },
}
