import type { Checkup, LegalCase, MutualAid } from '../../model/service-register'
import type { SheetLanguage } from '../roster/sheet-words'

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'day' | 'money'
  readonly isSummed?: boolean
}

interface SheetWords {
  readonly title: string
  readonly columns: readonly SheetColumn[]
}

export interface RegisterWords {
  readonly legal: SheetWords
  readonly covers: SheetWords
  readonly claims: SheetWords
  readonly checkups: SheetWords
  readonly lines: (total: number) => string
  readonly total: string
  /** Below every sheet. */
  readonly withheld: string
  readonly legalKinds: Readonly<Record<LegalCase['kind'], string>>
  readonly payers: Readonly<Record<MutualAid['payer'], string>>
  readonly claimStates: Readonly<Record<'open' | 'paid' | 'refused', string>>
  readonly attendances: Readonly<Record<Checkup['attendance'], string>>
}

const text = (heading: string, width: number): SheetColumn => ({ heading, width, kind: 'text' })
const day = (heading: string): SheetColumn => ({ heading, width: 12, kind: 'day' })
const money = (heading: string): SheetColumn => ({ heading, width: 14, kind: 'money', isSummed: true })

/** Words of the registers of services as sheets. */
export const registerWords: Readonly<Record<SheetLanguage, RegisterWords>> = {
  'zh-CN': {
    legal: {
      title: '法律援助登记表',
      columns: [
        ...[day('登记日期'), text('姓名', 12), text('部门', 20), text('方式', 12), text('服务单位', 20)],
        ...[text('经办人', 12), day('办结日期'), money('费用（元）')],
      ],
    },
    covers: {
      title: '互助保障参保名单',
      columns: [
        ...[text('姓名', 12), text('部门', 20), text('保障计划', 22), text('参保编号', 18), day('生效日期')],
        ...[day('到期日期'), money('保费（元）'), text('缴费人', 10)],
      ],
    },
    claims: {
      title: '互助保障理赔登记表',
      columns: [
        ...[day('申请日期'), text('姓名', 12), text('部门', 20), text('保障计划', 22), money('申请金额（元）')],
        ...[money('赔付金额（元）'), day('赔付日期'), text('状态', 10)],
      ],
    },
    checkups: {
      title: '职工体检登记表',
      columns: [
        ...[day('体检日期'), text('姓名', 12), text('部门', 20), text('体检机构', 20), text('套餐', 16)],
        ...[money('费用（元）'), text('情况', 10)],
      ],
    },
    lines: (total) => `共 ${total} 条`,
    total: '合计',
    withheld: '涉及健康、隐私的内容未列出。',
    legalKinds: { advice: '法律咨询', aid: '法律援助', mediation: '调解', arbitration: '仲裁', lawsuit: '诉讼' },
    payers: { member: '个人', union: '工会', employer: '单位' },
    claimStates: { open: '办理中', paid: '已赔付', refused: '未获赔付' },
    attendances: { arranged: '已安排', attended: '已体检', missed: '未参加' },
  },
  'zh-TW': {
    legal: {
      title: '法律扶助登記表',
      columns: [
        ...[day('登記日期'), text('姓名', 12), text('部門', 20), text('方式', 12), text('服務單位', 20)],
        ...[text('經辦人', 12), day('結案日期'), money('費用（元）')],
      ],
    },
    covers: {
      title: '互助保障參加名單',
      columns: [
        ...[text('姓名', 12), text('部門', 20), text('保障計畫', 22), text('參加編號', 18), day('生效日期')],
        ...[day('到期日期'), money('保費（元）'), text('繳費人', 10)],
      ],
    },
    claims: {
      title: '互助保障理賠登記表',
      columns: [
        ...[day('申請日期'), text('姓名', 12), text('部門', 20), text('保障計畫', 22), money('申請金額（元）')],
        ...[money('給付金額（元）'), day('給付日期'), text('狀態', 10)],
      ],
    },
    checkups: {
      title: '會員健康檢查登記表',
      columns: [
        ...[day('檢查日期'), text('姓名', 12), text('部門', 20), text('檢查機構', 20), text('方案', 16)],
        ...[money('費用（元）'), text('情形', 10)],
      ],
    },
    lines: (total) => `共 ${total} 筆`,
    total: '合計',
    withheld: '涉及健康、隱私的內容未列出。',
    legalKinds: { advice: '法律諮詢', aid: '法律扶助', mediation: '調解', arbitration: '仲裁', lawsuit: '訴訟' },
    payers: { member: '個人', union: '工會', employer: '單位' },
    claimStates: { open: '辦理中', paid: '已給付', refused: '未獲給付' },
    attendances: { arranged: '已安排', attended: '已檢查', missed: '未參加' },
  },
  en: {
    legal: {
      title: 'Register of legal aid',
      columns: [
        ...[day('Opened on'), text('Name', 12), text('Department', 20), text('Kind', 14), text('Provider', 20)],
        ...[text('Handled by', 14), day('Closed on'), money('Cost (yuan)')],
      ],
    },
    covers: {
      title: 'Mutual aid covers',
      columns: [
        ...[text('Name', 12), text('Department', 20), text('Plan', 24), text('Number', 18), day('From')],
        ...[day('Until'), money('Premium (yuan)'), text('Paid by', 12)],
      ],
    },
    claims: {
      title: 'Mutual aid claims',
      columns: [
        ...[day('Claimed on'), text('Name', 12), text('Department', 20), text('Plan', 24), money('Claimed (yuan)')],
        ...[money('Paid (yuan)'), day('Paid on'), text('State', 12)],
      ],
    },
    checkups: {
      title: 'Register of check-ups',
      columns: [
        ...[day('Day'), text('Name', 12), text('Department', 20), text('Provider', 20), text('Package', 18)],
        ...[money('Cost (yuan)'), text('Attendance', 12)],
      ],
    },
    lines: (total) => `${total} in all`,
    total: 'Total',
    withheld: 'What concerns health and privacy is not listed.',
    legalKinds: {
      ...{ advice: 'Advice', aid: 'Legal aid', mediation: 'Mediation' },
      ...{ arbitration: 'Arbitration', lawsuit: 'Lawsuit' },
    },
    payers: { member: 'Member', union: 'Union', employer: 'Employer' },
    claimStates: { open: 'Open', paid: 'Paid', refused: 'Refused' },
    attendances: { arranged: 'Arranged', attended: 'Attended', missed: 'Missed' },
  },
}
