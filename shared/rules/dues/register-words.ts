import type { SheetLanguage } from '../roster/sheet-words'

interface RegisterWords {
  readonly title: (year: string) => string
  readonly number: string
  readonly name: string
  readonly unionGroup: string
  readonly month: (month: number) => string
  readonly charged: string
  readonly waived: string
  readonly paid: string
  readonly open: string
  readonly exempt: string
  readonly noDepartment: string
  readonly subtotal: (department: string) => string
  readonly total: string
  /** What the cells of the months hold. */
  readonly meaning: string
  readonly signatures: string
}

/** Words of the register of dues as a sheet. */
export const registerWords: Readonly<Record<SheetLanguage, RegisterWords>> = {
  'zh-CN': {
    title: (year) => `${year} 年工会会员会费收缴登记表`,
    number: '序号',
    name: '姓名',
    unionGroup: '工会小组',
    month: (month) => `${month}月`,
    charged: '应缴合计',
    waived: '减免',
    paid: '实缴合计',
    open: '欠缴',
    exempt: '免',
    noDepartment: '未分部门',
    subtotal: (department) => `${department} 小计`,
    total: '合计',
    meaning: '各月填已缴金额（元）；空白：当月不计费；免：免缴。',
    signatures: '制表人：　　　　　　审核人：　　　　　　工会主席：　　　　　　',
  },
  'zh-TW': {
    title: (year) => `${year} 年工會會員會費收繳登記表`,
    number: '序號',
    name: '姓名',
    unionGroup: '工會小組',
    month: (month) => `${month}月`,
    charged: '應繳合計',
    waived: '減免',
    paid: '實繳合計',
    open: '欠繳',
    exempt: '免',
    noDepartment: '未分部門',
    subtotal: (department) => `${department} 小計`,
    total: '合計',
    meaning: '各月填已繳金額（元）；空白：當月不計費；免：免繳。',
    signatures: '製表人：　　　　　　審核人：　　　　　　工會主席：　　　　　　',
  },
  en: {
    title: (year) => `Register of dues ${year}`,
    number: 'No.',
    name: 'Name',
    unionGroup: 'Group',
    month: (month) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? String(month),
    charged: 'Charged',
    waived: 'Waived',
    paid: 'Paid',
    open: 'Open',
    exempt: 'exempt',
    noDepartment: 'No department',
    subtotal: (department) => `${department} subtotal`,
    total: 'Total',
    meaning: 'Each month: the amount paid (yuan); empty: nothing charged; exempt: no dues.',
    signatures: 'Prepared by: __________   Checked by: __________   Chair: __________',
  },
}
