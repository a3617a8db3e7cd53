import type { Locale } from '../locale'
import type source from '../zh-CN/syncLog'

const syncLog: Locale<typeof source> = {
  tab: '傳送紀錄',
  intro: '與上級伺服器的每次聯絡。請技術人員協助時，把檔案交給他；裡面沒有會員的任何資料。',
  copy: '複製',
  copied: '已複製，可以貼到聊天或郵件裡',
  save: '給技術人員的檔案',
  saved: '已儲存為「{{name}}」',
  none: '還沒有傳送紀錄',
  noneText: '連線以後，每次傳送都會記在這裡。',
  column: { at: '時間', what: '做了什麼', bytes: '用了多少流量', code: '編號（告訴技術人員）' },
  kind: {
    enrol: '與上級連線',
    leave: '停止連線',
    takeOver: '由這台電腦繼續傳送',
    passing: '更改了報送範圍',
    settings: '更改了傳送設定',
  },
  resend: {
    onlyHere_other: '名冊核對：再報 {{count, number}} 人',
    onlyThere_other: '名冊核對：請上級刪去 {{count, number}} 人',
    different_other: '名冊核對：以本會為準再報 {{count, number}} 人',
    takeBack_other: '名冊核對：取回 {{count, number}} 人',
  },
  sent_other: '傳送了 {{count, number}} 筆，還剩 {{waiting, number}} 筆',
  idle: '聯絡正常，沒有要傳的',
  failed: '沒有成功：{{problem}}',
  times_other: '{{said}}（共 {{count, number}} 次）',
  kilobytes: '{{size, number}} KB',
  settings: {
    title: '什麼時候傳送',
    when: {
      always: '有變動就傳（建議）',
      hours: '只在每天規定的鐘點傳',
      every: '每隔幾小時傳一次',
      byHand: '只在我按「現在就傳送」時傳',
    },
    from: '從（點）',
    until: '到（點）',
    everyHours: '每隔（小時）',
    isSlow: '網路慢或按流量計費',
    isSlowText: '分成小塊傳送，斷了只重傳一小塊；平時少聯絡；答覆上級的附件只在按「現在就傳送」時傳。',
    bytesWaiting: '待傳的大約 {{size, number}} KB。',
    save: '儲存設定',
    saved: '已儲存',
  },
}

export default syncLog
