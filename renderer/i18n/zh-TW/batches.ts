import type { Locale } from '../locale'
import type source from '../zh-CN/batches'

const batches: Locale<typeof source> = {
  title: '操作紀錄',
  note: '批次操作可以復原；查看證件號、電話和匯出都會留下紀錄。',
  batchTab: '批次操作',
  accessTab: '登入與查看',
  kind: {
    import: '匯入名冊',
    removal: '刪除',
    edit: '批次修改',
    charge: '計費',
    payment: '收款',
    reversal: '沖銷',
    participants: '活動報名',
    undo: '復原',
  },
  column: {
    at: '時間',
    kind: '操作',
    title: '內容',
    count: '涉及紀錄',
    state: '狀態',
    member: '會員',
    reason: '原因',
  },
  undoneAt: '已於 {{at}} 復原',
  undoNamed: '復原「{{title}}」',
  noBatches: '還沒有批次操作',
  noBatchesText: '匯入名冊、計費、收款等操作會列在這裡，可以復原。',
  noEvents: '還沒有紀錄',
  access: {
    create: '建立紀錄',
    unlock: '開啟紀錄',
    unlockFailed: '輸錯密碼',
    recovery: '用復原碼開啟',
    passphraseChange: '更換密碼',
    reveal: '查看完整資訊',
    export: '匯出',
    report: '上報',
    paper: '列印表單',
    deletion: '刪除',
  },
}

export default batches
