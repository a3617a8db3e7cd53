import type { ActivityStepKind, ActivityType, ApprovalLevel, BudgetItem, MoneySource } from '../../model/activity'
import type { SheetLanguage } from '../roster/sheet-words'

interface RecordWords {
  readonly title: string
  readonly types: Readonly<Record<ActivityType, string>>
  readonly items: Readonly<Record<BudgetItem, string>>
  readonly sources: Readonly<Record<MoneySource, string>>
  readonly levels: Readonly<Record<ApprovalLevel, string>>
  readonly steps: Readonly<Record<ActivityStepKind, string>>
  /** Item, source, planned, actual, invoice, note. */
  readonly headings: readonly [string, string, string, string, string, string]
  readonly total: string
  readonly unit: string
  readonly colon: string
  readonly name: string
  readonly type: string
  readonly time: string
  readonly place: string
  readonly organiser: string
  readonly branch: string
  readonly eligible: string
  readonly everybody: string
  readonly quota: string
  readonly lecturer: string
  readonly provider: string
  readonly hours: string
  readonly people: (signedUp: number, present: number, absent: number) => string
  readonly perHead: (actual: string, standard: string | null) => string
  readonly reason: string
  readonly summary: string
  readonly signatures: string
}

/** Words of the record of an activity 活动登记表 as a workbook. */
export const recordWords: Readonly<Record<SheetLanguage, RecordWords>> = {
  'zh-CN': {
    title: '工会活动登记表',
    types: {
      sports: '文体活动',
      outing: '春游秋游',
      festival: '节日慰问',
      women: '女职工活动',
      contest: '劳动竞赛',
      training: '教育培训',
      lecture: '讲座',
      psychology: '心理关爱',
      health: '健康体检',
      recuperation: '疗休养',
      library: '职工书屋',
      law: '普法宣传',
      safety: '安康杯',
      volunteering: '志愿服务',
      welfare: '公益活动',
      visit: '座谈走访',
      cooling: '送清凉',
      warmth: '送温暖',
      schooling: '金秋助学',
      other: '其他',
    },
    items: {
      transport: '交通',
      tickets: '门票',
      meals: '餐费',
      supplies: '用品',
      lecturer: '讲课费',
      venue: '场租',
      prizes: '奖品',
      lodging: '住宿',
      insurance: '保险',
      other: '其他',
    },
    sources: { dues: '会费', funds: '工会经费', administration: '行政补助', own: '自筹' },
    levels: { chair: '分会主席', superior: '上级工会' },
    steps: { submitted: '报批', approved: '同意', sentBack: '退回', settled: '决算', reopened: '重开决算' },
    headings: ['项目', '经费来源', '预算', '实际', '票据号', '备注'],
    total: '合计',
    unit: '单位：元',
    colon: '：',
    name: '活动名称',
    type: '活动类别',
    time: '时间',
    place: '地点',
    organiser: '主办',
    branch: '本会',
    eligible: '参加对象',
    everybody: '全体会员',
    quota: '名额',
    lecturer: '主讲人',
    provider: '承办单位',
    hours: '学时',
    people: (signedUp, present, absent) => `报名 ${signedUp} 人，到场 ${present} 人，未到 ${absent} 人`,
    perHead: (actual, standard) =>
      standard === null ? `人均实际支出 ${actual} 元` : `人均实际支出 ${actual} 元，每人标准 ${standard} 元`,
    reason: '超标准原因',
    summary: '活动小结',
    signatures: '经办人：　　　　　　　　分会主席：　　　　　　　　上级工会：',
  },
  'zh-TW': {
    title: '工會活動登記表',
    types: {
      sports: '文康活動',
      outing: '春遊秋遊',
      festival: '節日慰問',
      women: '女職工活動',
      contest: '勞動競賽',
      training: '教育訓練',
      lecture: '講座',
      psychology: '心理關懷',
      health: '健康檢查',
      recuperation: '療休養',
      library: '職工書屋',
      law: '法律宣導',
      safety: '安康盃',
      volunteering: '志工服務',
      welfare: '公益活動',
      visit: '座談走訪',
      cooling: '送清涼',
      warmth: '送溫暖',
      schooling: '金秋助學',
      other: '其他',
    },
    items: {
      transport: '交通',
      tickets: '門票',
      meals: '餐費',
      supplies: '用品',
      lecturer: '講師費',
      venue: '場地費',
      prizes: '獎品',
      lodging: '住宿',
      insurance: '保險',
      other: '其他',
    },
    sources: { dues: '會費', funds: '工會經費', administration: '行政補助', own: '自籌' },
    levels: { chair: '分會主席', superior: '上級工會' },
    steps: { submitted: '送審', approved: '同意', sentBack: '退回', settled: '決算', reopened: '重開決算' },
    headings: ['項目', '經費來源', '預算', '實際', '單據號碼', '備註'],
    total: '合計',
    unit: '單位：元',
    colon: '：',
    name: '活動名稱',
    type: '活動類別',
    time: '時間',
    place: '地點',
    organiser: '主辦',
    branch: '本會',
    eligible: '參加對象',
    everybody: '全體會員',
    quota: '名額',
    lecturer: '主講人',
    provider: '承辦單位',
    hours: '時數',
    people: (signedUp, present, absent) => `報名 ${signedUp} 人，到場 ${present} 人，未到 ${absent} 人`,
    perHead: (actual, standard) =>
      standard === null ? `人均實際支出 ${actual} 元` : `人均實際支出 ${actual} 元，每人標準 ${standard} 元`,
    reason: '超標準原因',
    summary: '活動小結',
    signatures: '經辦人：　　　　　　　　分會主席：　　　　　　　　上級工會：',
  },
  en: {
    title: 'Record of a union activity',
    types: {
      sports: 'Culture and sports',
      outing: 'Spring or autumn outing',
      festival: 'Festival greetings',
      women: 'Women workers',
      contest: 'Labour contest',
      training: 'Training',
      lecture: 'Lecture',
      psychology: 'Mental well-being',
      health: 'Medical check-up',
      recuperation: 'Recuperation',
      library: 'Workers’ library',
      law: 'Legal education',
      safety: 'Safety contest',
      volunteering: 'Volunteering',
      welfare: 'Public good',
      visit: 'Meeting and visits',
      cooling: 'Summer care',
      warmth: 'Winter care',
      schooling: 'School aid',
      other: 'Other',
    },
    items: {
      transport: 'Transport',
      tickets: 'Tickets',
      meals: 'Meals',
      supplies: 'Supplies',
      lecturer: 'Lecturer',
      venue: 'Venue',
      prizes: 'Prizes',
      lodging: 'Lodging',
      insurance: 'Insurance',
      other: 'Other',
    },
    sources: { dues: 'Dues', funds: 'Union funds', administration: 'Employer’s grant', own: 'Own money' },
    levels: { chair: 'Chair of the branch', superior: 'Union above' },
    steps: {
      submitted: 'Handed in',
      approved: 'Approved',
      sentBack: 'Sent back',
      settled: 'Settled',
      reopened: 'Reopened',
    },
    headings: ['Item', 'Money from', 'Planned', 'Actual', 'Invoice', 'Note'],
    total: 'Total',
    unit: 'In yuan',
    colon: ': ',
    name: 'Activity',
    type: 'Kind',
    time: 'Time',
    place: 'Place',
    organiser: 'Held by',
    branch: 'The branch',
    eligible: 'Open to',
    everybody: 'All members',
    quota: 'Places',
    lecturer: 'Lecturer',
    provider: 'Provider',
    hours: 'Hours',
    people: (signedUp, present, absent) => `${signedUp} signed up, ${present} present, ${absent} absent`,
    perHead: (actual, standard) =>
      standard === null
        ? `Actual cost per head ${actual} yuan`
        : `Actual cost per head ${actual} yuan, standard ${standard} yuan`,
    reason: 'Reason for passing a limit',
    summary: 'Summary',
    signatures: 'Handled by:                Chair:                Union above:',
  },
}
