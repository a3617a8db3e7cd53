import type { PaymentMethod } from '../../model/dues'
import type { SheetLanguage } from '../roster/sheet-words'

/** What the ways to pay are called on sheets. */
export const methodWords: Readonly<Record<SheetLanguage, Readonly<Record<PaymentMethod, string>>>> = {
  'zh-CN': { cash: '现金', transfer: '银行转账', wechat: '微信', alipay: '支付宝', payroll: '工资代扣' },
  'zh-TW': { cash: '現金', transfer: '銀行轉帳', wechat: '微信', alipay: '支付寶', payroll: '薪資代扣' },
  en: {
    cash: 'Cash',
    transfer: 'Bank transfer',
    wechat: 'WeChat Pay',
    alipay: 'Alipay',
    payroll: 'Payroll deduction',
  },
}
