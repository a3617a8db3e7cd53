import type { HostConfirmation } from '../../shared/contract/host'

interface ConfirmTexts {
  readonly question: string
  readonly detail: string
  readonly act: string
  readonly cancel: string
}

interface Texts {
  readonly confirm: (about: HostConfirmation) => ConfirmTexts
  /** The part that keeps the records ended by itself and runs again. */
  readonly restarted: string
  /** The program cannot go on. */
  readonly stopped: string
}

const simplified: Texts = {
  restarted: '程序的数据部分意外停止，已经重新启动。已保存的内容没有丢失，请重新打开分会。',
  stopped: '程序意外停止。已保存的内容没有丢失，请重新打开程序；如果再次出现，请重启电脑。',
  confirm: (about) => {
    const cancel = '取消'
    switch (about.act) {
      case 'paperClear':
        return {
          question: `确定在打印材料上写出 ${about.count} 名会员的完整号码吗？`,
          detail: '纸上会有完整的证件号码和电话，请妥善保管。这次操作会记入查看记录。',
          act: '写出',
          cancel,
        }
      case 'removeMember':
        return {
          question: `确定删除“${about.name}”的会员记录吗？`,
          detail: '删除后可以在“操作记录”里撤销。会员离开本会请登记会籍变化，不要删除。',
          act: '删除',
          cancel,
        }
      case 'removeActivity':
        return {
          question: `确定删除活动“${about.title}”吗？`,
          detail: '报名和签到记录会一起删除，可以在“操作记录”里撤销。',
          act: '删除',
          cancel,
        }
      case 'removeRequest':
        return {
          question: `确定删除诉求“${about.title}”吗？`,
          detail: '办理记录会一起删除，可以在“操作记录”里撤销。',
          act: '删除',
          cancel,
        }
      case 'removeAttachment':
        return {
          question: `确定删除附件“${about.name}”吗？`,
          detail: '附件只存在这台电脑上，删除后不能恢复。',
          act: '删除',
          cancel,
        }
      case 'exportClear':
        return {
          question: `确定导出 ${about.rows} 名会员的完整个人信息吗？`,
          detail: '文件里会有完整的证件号码和电话，请妥善保管。这次导出会记入查看记录。',
          act: '导出',
          cancel,
        }
      case 'reopenMonth':
        return {
          question: `确定对 ${about.month} 反结账吗？`,
          detail: '反结账后这个月又可以记账，已经报出的报表可能和账对不上。这次操作和原因会留下记录。',
          act: '反结账',
          cancel,
        }
      case 'undoBatch':
        return {
          question: `确定撤销“${about.title}”吗？`,
          detail: `涉及 ${about.count} 条记录。之后又改过的内容会保留新值。`,
          act: '撤销这次操作',
          cancel,
        }
    }
  },
}

const traditional: Texts = {
  restarted: '程式的資料部分意外停止，已經重新啟動。已儲存的內容沒有遺失，請重新打開分會。',
  stopped: '程式意外停止。已儲存的內容沒有遺失，請重新打開程式；如果再次出現，請重新啟動電腦。',
  confirm: (about) => {
    const cancel = '取消'
    switch (about.act) {
      case 'paperClear':
        return {
          question: `確定在列印的表單上寫出 ${about.count} 名會員的完整號碼嗎？`,
          detail: '紙上會有完整的證件號碼和電話，請妥善保管。這次操作會記入查看紀錄。',
          act: '寫出',
          cancel,
        }
      case 'removeMember':
        return {
          question: `確定刪除「${about.name}」的會員紀錄嗎？`,
          detail: '刪除後可以在「操作紀錄」裡復原。會員離開本會請登記會籍變化，不要刪除。',
          act: '刪除',
          cancel,
        }
      case 'removeActivity':
        return {
          question: `確定刪除活動「${about.title}」嗎？`,
          detail: '報名和簽到紀錄會一起刪除，可以在「操作紀錄」裡復原。',
          act: '刪除',
          cancel,
        }
      case 'removeRequest':
        return {
          question: `確定刪除訴求「${about.title}」嗎？`,
          detail: '辦理紀錄會一起刪除，可以在「操作紀錄」裡復原。',
          act: '刪除',
          cancel,
        }
      case 'removeAttachment':
        return {
          question: `確定刪除附件「${about.name}」嗎？`,
          detail: '附件只存在這台電腦上，刪除後無法復原。',
          act: '刪除',
          cancel,
        }
      case 'exportClear':
        return {
          question: `確定匯出 ${about.rows} 名會員的完整個人資料嗎？`,
          detail: '檔案裡會有完整的證件號碼和電話，請妥善保管。這次匯出會記入查看紀錄。',
          act: '匯出',
          cancel,
        }
      case 'reopenMonth':
        return {
          question: `確定取消 ${about.month} 的結帳嗎？`,
          detail: '取消後這個月又可以記帳，已經送出的報表可能和帳對不上。這次操作和原因會留下紀錄。',
          act: '取消結帳',
          cancel,
        }
      case 'undoBatch':
        return {
          question: `確定復原「${about.title}」嗎？`,
          detail: `涉及 ${about.count} 筆紀錄。之後又改過的內容會保留新值。`,
          act: '復原這次操作',
          cancel,
        }
    }
  },
}

const english: Texts = {
  restarted:
    'The part that keeps the records stopped unexpectedly and was started again. Nothing saved was lost; please open the branch again.',
  stopped:
    'The program stopped unexpectedly. Nothing saved was lost; please open it again, and restart the PC if it happens once more.',
  confirm: (about) => {
    const cancel = 'Cancel'
    switch (about.act) {
      case 'paperClear':
        return {
          question: `Print full ID and phone numbers of ${about.count} members?`,
          detail: 'The paper will show full ID and phone numbers; keep it safe. This is written to the access log.',
          act: 'Show in full',
          cancel,
        }
      case 'removeMember':
        return {
          question: `Delete the record of ${about.name}?`,
          detail: 'It can be undone in the activity log. For a member who leaves, record a membership change instead.',
          act: 'Delete',
          cancel,
        }
      case 'removeActivity':
        return {
          question: `Delete the activity “${about.title}”?`,
          detail: 'Its sign-ups and attendance go with it. It can be undone in the activity log.',
          act: 'Delete',
          cancel,
        }
      case 'removeRequest':
        return {
          question: `Delete the request “${about.title}”?`,
          detail: 'What was done about it goes with it. It can be undone in the activity log.',
          act: 'Delete',
          cancel,
        }
      case 'removeAttachment':
        return {
          question: `Delete the attachment “${about.name}”?`,
          detail: 'It is kept on this PC only and cannot be brought back.',
          act: 'Delete',
          cancel,
        }
      case 'exportClear':
        return {
          question: `Export full personal data of ${about.rows} members?`,
          detail:
            'The file will hold full ID and phone numbers; keep it safe. This export is written to the access log.',
          act: 'Export',
          cancel,
        }
      case 'reopenMonth':
        return {
          question: `Reopen the books of ${about.month}?`,
          detail:
            'Entries can be dated in that month again, and statements already handed out may no longer agree. This is logged with its reason.',
          act: 'Reopen',
          cancel,
        }
      case 'undoBatch':
        return {
          question: `Undo “${about.title}”?`,
          detail: `It touched ${about.count} records. What was edited since keeps its newer value.`,
          act: 'Undo',
          cancel,
        }
    }
  },
}

/** The few texts of the main process in the language of the operating system. */
export function texts(locale: string): Texts {
  if (/^zh-(TW|HK|MO|Hant)/i.test(locale)) return traditional
  return locale.startsWith('zh') ? simplified : english
}
