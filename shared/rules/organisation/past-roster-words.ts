import type { Day } from '../../model/date'
import type { SheetLanguage } from '../roster/sheet-words'

interface PastRosterWords {
  /** What the sheet and the file are called. */
  readonly title: (day: Day) => string
  readonly posts: string
  readonly note: string
  readonly separator: string
  readonly notYet: string
  /** Which of several standings is not known. */
  readonly unsure: (standings: string) => string
  readonly recordedLater: (day: Day) => string
}

/** Words of a roster as of a past day, beside those of every roster. */
export const pastRosterWords: Readonly<Record<SheetLanguage, PastRosterWords>> = {
  'zh-CN': {
    title: (day) => `${day} 会员名册`,
    posts: '任职',
    note: '说明',
    separator: '、',
    notYet: '未入会',
    unsure: (standings) => `日期不够具体，当日可能是：${standings}`,
    recordedLater: (day) => `资料于 ${day} 才录入，按最早录入的内容`,
  },
  'zh-TW': {
    title: (day) => `${day} 會員名冊`,
    posts: '任職',
    note: '說明',
    separator: '、',
    notYet: '未入會',
    unsure: (standings) => `日期不夠具體，當日可能是：${standings}`,
    recordedLater: (day) => `資料於 ${day} 才登錄，依最早登錄的內容`,
  },
  en: {
    title: (day) => `Members on ${day}`,
    posts: 'Posts held',
    note: 'Note',
    separator: ', ',
    notYet: 'not yet a member',
    unsure: (standings) => `The dates do not tell which on that day: ${standings}`,
    recordedLater: (day) => `Recorded on ${day}; shown as recorded first`,
  },
}
