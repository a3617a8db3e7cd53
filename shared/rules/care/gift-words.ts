import type { CareKind } from '../../model/care-gift'
import type { FundForm } from '../../model/fund'
import type { SheetLanguage } from '../roster/sheet-words'

interface GiftWords {
  readonly registerTitle: (year: string) => string
  readonly signOffTitle: string
  readonly number: string
  readonly on: string
  readonly name: string
  readonly department: string
  readonly item: string
  readonly occasion: string
  readonly what: string
  readonly amount: string
  readonly decision: string
  readonly overLimitReason: string
  readonly signedOn: string
  readonly receivedBy: string
  readonly voucher: string
  readonly paidBy: string
  readonly signature: string
  readonly date: string
  readonly total: string
  /** Who signs below. */
  readonly signatures: string
  readonly kinds: Readonly<Record<CareKind, string>>
  readonly forms: Readonly<Record<FundForm, string>>
}

/** Words of the register of gifts and of lists to sign as sheets. */
export const giftWords: Readonly<Record<SheetLanguage, GiftWords>> = {
  'zh-CN': {
    registerTitle: (year) => `${year} 年会员慰问登记表`,
    signOffTitle: '慰问品（慰问金）签领表',
    number: '序号',
    on: '日期',
    name: '姓名',
    department: '部门',
    item: '项目',
    occasion: '事由',
    what: '物品（形式）',
    amount: '金额（元）',
    decision: '依据',
    overLimitReason: '超标准原因',
    signedOn: '签领日期',
    receivedBy: '签领人',
    voucher: '凭证号',
    paidBy: '由谁支付',
    signature: '签名',
    date: '日期',
    total: '合计',
    signatures: '经办人：　　　　　　　　审核人：　　　　　　　　工会主席：　　　　　　　　',
    kinds: {
      springFestival: '春节慰问',
      otherFestival: '其他节日慰问',
      birthday: '生日慰问',
      marriage: '结婚慰问',
      birth: '生育慰问',
      hospital: '生病住院慰问',
      seriousIllness: '重大疾病慰问',
      memberDeath: '会员去世慰问',
      parentDeath: '父母去世慰问',
      spouseChildDeath: '配偶、子女去世慰问',
      retirement: '退休纪念品',
      hardship: '困难帮扶',
    },
    forms: {
      cash: '现金',
      transfer: '转账',
      goods: '实物',
      voucher: '提货券（指定商户）',
      cakeVoucher: '蛋糕券',
      shoppingCard: '购物卡',
    },
  },
  'zh-TW': {
    registerTitle: (year) => `${year} 年會員慰問登記表`,
    signOffTitle: '慰問品（慰問金）簽領表',
    number: '序號',
    on: '日期',
    name: '姓名',
    department: '部門',
    item: '項目',
    occasion: '事由',
    what: '物品（形式）',
    amount: '金額（元）',
    decision: '依據',
    overLimitReason: '超標準原因',
    signedOn: '簽領日期',
    receivedBy: '簽領人',
    voucher: '傳票號',
    paidBy: '由誰支付',
    signature: '簽名',
    date: '日期',
    total: '合計',
    signatures: '經辦人：　　　　　　　　審核人：　　　　　　　　工會主席：　　　　　　　　',
    kinds: {
      springFestival: '春節慰問',
      otherFestival: '其他節日慰問',
      birthday: '生日慰問',
      marriage: '結婚慰問',
      birth: '生育慰問',
      hospital: '生病住院慰問',
      seriousIllness: '重大疾病慰問',
      memberDeath: '會員過世慰問',
      parentDeath: '父母過世慰問',
      spouseChildDeath: '配偶、子女過世慰問',
      retirement: '退休紀念品',
      hardship: '困難幫扶',
    },
    forms: {
      cash: '現金',
      transfer: '轉帳',
      goods: '實物',
      voucher: '提貨券（指定商家）',
      cakeVoucher: '蛋糕券',
      shoppingCard: '購物卡',
    },
  },
  en: {
    registerTitle: (year) => `Register of gifts ${year}`,
    signOffTitle: 'Gifts received',
    number: 'No.',
    on: 'Date',
    name: 'Name',
    department: 'Department',
    item: 'Item',
    occasion: 'Occasion',
    what: 'Goods or form',
    amount: 'Amount (yuan)',
    decision: 'Decision',
    overLimitReason: 'Reason over the limit',
    signedOn: 'Signed on',
    receivedBy: 'Received by',
    voucher: 'Voucher',
    paidBy: 'Paid by',
    signature: 'Signature',
    date: 'Date',
    total: 'Total',
    signatures: 'Prepared by: __________   Checked by: __________   Chair: __________',
    kinds: {
      springFestival: 'Spring Festival',
      otherFestival: 'Other festival',
      birthday: 'Birthday',
      marriage: 'Marriage',
      birth: 'Birth of a child',
      hospital: 'Hospital stay',
      seriousIllness: 'Serious illness',
      memberDeath: 'Death of the member',
      parentDeath: 'Death of a parent',
      spouseChildDeath: 'Death of spouse or child',
      retirement: 'Retirement keepsake',
      hardship: 'Aid in hardship',
    },
    forms: {
      cash: 'Cash',
      transfer: 'Transfer',
      goods: 'Goods',
      voucher: 'Voucher of a merchant',
      cakeVoucher: 'Cake voucher',
      shoppingCard: 'Shopping card',
    },
  },
}
