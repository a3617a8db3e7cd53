import type { Locale } from '../locale'
import type source from '../zh-CN/duplicates'

const duplicates: Locale<typeof source> = {
  title: '重複會員',
  open: '查重複',
  note_other: '{{count, number}} 對可能是同一人，請逐對核對。合併可以復原。',
  none: '沒有發現重複會員',
  noneText: '程式依證件號碼、工號、姓名和出生日期、電話、讀音尋找；您判定不是同一人的不再列出。',
  list: '可能重複的會員',
  pair: '{{one}} 與 {{other}}',
  why: '相同之處',
  reason: {
    idNumber: '證件號碼相同',
    idNumberTypo: '證件號碼只差一處',
    nameAndStaffNumber: '姓名、工號相同',
    nameAndPhone: '姓名、電話相同',
    nameAndBirth: '姓名相同，出生日期相符',
    soundAndPhone: '姓名同音，電話相同',
    soundAndBirth: '姓名同音，出生日期相同',
  },
  compare: '核對',
  different: '不是同一人',
  compareTitle: '核對 {{one}} 與 {{other}}',
  stays: '保留這份紀錄',
  takes: '採用',
  onlyDiffering: '只看不同的內容',
  same: '兩份紀錄的基本資料完全相同',
  attached: '附帶的紀錄',
  attachedKind: {
    events: '會籍變化 {{count}}',
    duesEntries: '會費明細 {{count}}',
    participations: '活動 {{count}}',
    documents: '證件 {{count}}',
    relatives: '家庭成員 {{count}}',
    honours: '榮譽 {{count}}',
    posts: '任職 {{count}}',
  },
  nothingAttached: '無',
  attachedNote:
    '會費、活動、證件、家庭成員、榮譽和任職都歸到保留的紀錄；同一個月兩邊都計了會費的，只算一次。會籍變化以保留的紀錄為準。',
  merge: '合併為一人',
  merged: '已合併為 {{name}}',
  distinguished: '以後不再提示 {{one}} 與 {{other}}',
  empty: '（空白）',
}

export default duplicates
