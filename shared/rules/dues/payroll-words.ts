import type { PayrollBasket } from '../../model/payroll'
import type { SheetLanguage } from '../roster/sheet-words'

/** The words of the sheets that go to the finance office, in one language. */
interface PayrollWords {
  /** 代扣清单. */
  readonly deductions: string
  /** 代扣差异说明. */
  readonly note: string
  readonly staffNumber: string
  readonly name: string
  readonly department: string
  readonly months: string
  /** 应扣金额. */
  readonly toDeduct: string
  /** 名单扣款. */
  readonly deducted: string
  readonly difference: string
  /** 情况 of a line of the note. */
  readonly what: string
  readonly total: string
  readonly noDepartment: string
  readonly subtotal: (department: string) => string
  readonly baskets: Readonly<Record<Exclude<PayrollBasket, 'matched'>, string>>
  readonly people: (count: number) => string
  readonly monthsOf: (months: string) => string
  readonly signatures: readonly string[]
}

export const payrollWords: Readonly<Record<SheetLanguage, PayrollWords>> = {
  'zh-CN': {
    deductions: '工会会费代扣清单',
    note: '会费代扣差异说明',
    staffNumber: '人员编号',
    name: '姓名',
    department: '部门',
    months: '所属月份',
    toDeduct: '应扣会费',
    deducted: '名单扣款',
    difference: '差额',
    what: '情况',
    total: '合计',
    noDepartment: '未填部门',
    subtotal: (department) => `${department} 小计`,
    baskets: {
      amountChanged: '金额与应扣不同',
      missing: '名单上没有',
      unknown: '找不到此人',
      left: '已不是会员',
    },
    people: (count) => `共 ${count} 人`,
    monthsOf: (months) => `会费月份：${months}`,
    signatures: ['工会经办人：　　　　　　　　　　　　日期：', '财务经办人：　　　　　　　　　　　　日期：'],
  },
  'zh-TW': {
    deductions: '工會會費代扣清單',
    note: '會費代扣差異說明',
    staffNumber: '員工編號',
    name: '姓名',
    department: '部門',
    months: '所屬月份',
    toDeduct: '應扣會費',
    deducted: '名單扣款',
    difference: '差額',
    what: '情況',
    total: '合計',
    noDepartment: '未填部門',
    subtotal: (department) => `${department} 小計`,
    baskets: {
      amountChanged: '金額與應扣不同',
      missing: '名單上沒有',
      unknown: '找不到此人',
      left: '已非會員',
    },
    people: (count) => `共 ${count} 人`,
    monthsOf: (months) => `會費月份：${months}`,
    signatures: ['工會承辦人：　　　　　　　　　　　　日期：', '財務承辦人：　　　　　　　　　　　　日期：'],
  },
  en: {
    deductions: 'Union dues to deduct from pay',
    note: 'Differences in the deduction of dues',
    staffNumber: 'Staff number',
    name: 'Name',
    department: 'Department',
    months: 'Months',
    toDeduct: 'To deduct',
    deducted: 'Deducted',
    difference: 'Difference',
    what: 'What',
    total: 'Total',
    noDepartment: 'No department',
    subtotal: (department) => `${department}, subtotal`,
    baskets: {
      amountChanged: 'Another amount than due',
      missing: 'Not on the list',
      unknown: 'Nobody known by this',
      left: 'No member any more',
    },
    people: (count) => `${count} people`,
    monthsOf: (months) => `Months: ${months}`,
    signatures: [
      'For the union:                              Date:',
      'For the finance office:                     Date:',
    ],
  },
}
